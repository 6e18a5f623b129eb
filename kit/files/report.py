"""Problems as text for a teacher, as JSON for a program, and as annotations for GitHub.

The text form of one problem::

    many-hands/lesson.yaml:12:3: error [unknown-key]
       12 |   titel: Many hands or few?
          |   ^^^^^
    “titel” is not a key that can stand here.
    Write instead: title

The JSON form is a list of objects with the keys ``file``, ``line``, ``column`` and ``width`` (from 1, in characters),
``severity`` (``error`` or ``warning``), ``rule``, ``what``, ``instead`` (or null) and ``page``, the rule's page in the
documentation. Both sentences are in the interface language; everything else stays the same in every language.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from kit.files.problems import Place, Problem
from kit.words import Words, say
from kit.words.plain import columns, printable

WIDEST = 100
"""Columns of a line that are shown at most; a longer one is cut around the place."""

TAB = "    "
RED, YELLOW, DIM, PLAIN = "\x1b[1;31m", "\x1b[1;33m", "\x1b[2m", "\x1b[0m"


def as_text(problems: Sequence[Problem], tr: Words, colour: bool = False) -> str:
    """Every problem with its line and a caret under the place, then one line that counts them."""
    blocks = [_block(problem, tr, colour) for problem in problems]
    return "\n\n".join([*blocks, summary(problems, tr)]) + "\n"


def as_json(problems: Iterable[Problem], tr: Words) -> str:
    """The problems as a JSON list, one object each; an empty list where there is nothing to say."""
    return json.dumps([_object(problem, tr) for problem in problems], ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[Problem], tr: Words) -> str:
    """The problems as workflow commands, which GitHub shows at the lines of a pull request."""
    lines = []
    for problem in problems:
        place = problem.place
        properties = {
            "file": printable(shown_path(place.file)).replace("\\", "/"),
            "line": str(place.line),
            "col": str(place.column),
            "title": problem.rule,
        }
        told = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
        lines.append(f"::{problem.severity} {told}::{_escape_data(_sentences(problem, tr))}\n")
    return "".join(lines)


def summary(problems: Iterable[Problem], tr: Words) -> str:
    """“2 errors, 1 warning.”, or that nothing is wrong."""
    listed = list(problems)
    wrong = sum(problem.is_error for problem in listed)
    warned = len(listed) - wrong
    parts = []
    if wrong:
        parts.append(tr.plural("{count} error", "{count} errors", wrong))
    if warned:
        parts.append(tr.plural("{count} warning", "{count} warnings", warned))
    return ", ".join(parts) + "." if parts else tr("Nothing is wrong.")


FORMATS: dict[str, Callable[[Sequence[Problem], Words], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


def shown_path(path: Path) -> str:
    """A path as short as it can be given from here: relative to the working folder where it lies inside."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except (ValueError, OSError):  # elsewhere, or the working folder itself is gone
        return str(path)


def _block(problem: Problem, tr: Words, colour: bool) -> str:
    place = problem.place
    kind = tr("error") if problem.is_error else tr("warning")
    if colour:
        kind = f"{RED if problem.is_error else YELLOW}{kind}{PLAIN}"
    head = f"{printable(shown_path(place.file))}:{place.line}:{place.column}: {kind} [{problem.rule}]"
    return "\n".join([head, *_excerpt(place), _sentences(problem, tr)])


def _excerpt(place: Place) -> list[str]:
    """The line and, beneath it, carets under the place."""
    if not place.text.strip():
        return []
    text = printable(place.text)
    start = min(place.column - 1, len(text))
    stop = min(len(text), start + place.width)
    before, marked, after = (part.replace("\t", TAB) for part in (text[:start], text[start:stop], text[stop:]))
    if columns(before) > WIDEST // 2:
        before = "…" + _last_columns(before, WIDEST // 2)
    marked = _first_columns(marked, WIDEST - columns(before))
    after = _first_columns(after, WIDEST - columns(before) - columns(marked))
    number = f"{place.line:>5}"
    carets = "^" * max(1, columns(marked))
    return [
        f"{number} | {before}{marked}{after}".rstrip(),
        f"{' ' * len(number)} | {' ' * columns(before)}{carets}",
    ]


def _first_columns(text: str, room: int) -> str:
    if columns(text) <= room:
        return text
    kept = text[: max(0, room)]
    while kept and columns(kept) >= room:
        kept = kept[:-1]
    return kept + "…" if room > 0 else ""


def _last_columns(text: str, room: int) -> str:
    kept = text[-room:]
    while columns(kept) > room:
        kept = kept[1:]
    return kept


def _sentences(problem: Problem, tr: Words) -> str:
    told = [say(tr, message) for message in (problem.what, problem.instead) if message is not None]
    return "\n".join(printable(line) for text in told for line in text.split("\n"))


def _object(problem: Problem, tr: Words) -> dict[str, str | int | None]:
    place = problem.place
    return {
        "file": shown_path(place.file),
        "line": place.line,
        "column": place.column,
        "width": place.width,
        "severity": str(problem.severity),
        "rule": problem.rule,
        "what": say(tr, problem.what),
        "instead": say(tr, problem.instead) if problem.instead is not None else None,
        "page": f"docs/rules/{problem.rule}.md",
    }


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")

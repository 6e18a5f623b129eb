"""The library as a list on a plain terminal or as JSON.

The JSON form is a list of objects with the fields of `kit.lesson.library.Entry`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from kit.files.compiled import to_plain
from kit.lesson.library import Entry
from kit.words import Words
from kit.words.plain import columns, padded, printable

if TYPE_CHECKING:
    from kit.lesson.uses import Counts

Titles = Mapping[str, Mapping[str, str]]
"""What the protocols are called, by id, then by language."""


def as_text(entries: Sequence[Entry], protocols: Titles, tr: Words) -> str:
    """One lesson a row, in columns; titles in the interface language where the lesson has it."""
    if not entries:
        return tr("There is no lesson yet.") + "\n"
    rows = [_row(entry, protocols, tr) for entry in entries]
    widths = [max(columns(row[index]) for row in rows) for index in range(len(rows[0]))]
    lines = ("  ".join(padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join(lines) + "\n"


def as_json(entries: Iterable[Entry]) -> str:
    """Every field of every header."""
    return json.dumps([to_plain(entry) for entry in entries], ensure_ascii=False, indent=2) + "\n"


def _row(entry: Entry, protocols: Titles, tr: Words) -> tuple[str, ...]:
    if not entry.readable:
        return (printable(entry.id), tr("cannot be read: see “kit check {name}”", name=entry.id), *[""] * 5)
    names = (_protocol(name, protocols, tr.language) for name in entry.protocols)
    return (
        printable(entry.id),
        printable(entry.title(tr.language)),
        tr("{minutes} min", minutes=entry.minutes),
        printable(entry.level),
        printable(" · ".join(names)),
        printable(" ".join(entry.languages)),
        _whose(entry, tr),
    )


def _protocol(name: str, protocols: Titles, language: str) -> str:
    titles = protocols.get(name, {})
    return titles.get(language) or titles.get("en") or name


def _whose(entry: Entry, tr: Words) -> str:
    if not entry.own:
        return ""
    return tr("yours, instead of the one that comes with Kit") if entry.shadows else tr("yours")


def protocols_as_text(protocols: Titles, tr: Words) -> str:
    """The protocols' names, as lessons use them, and their titles."""
    width = max(map(len, protocols), default=0)
    return "".join(f"{padded(name, width)}  {_protocol(name, protocols, tr.language)}\n" for name in protocols)


def protocols_as_json(protocols: Titles) -> str:
    """An object: by name, the titles by language."""
    return json.dumps(to_plain(protocols), ensure_ascii=False, indent=2) + "\n"


def counts_as_text(counted: Sequence[Counts], protocols: int, tr: Words) -> str:
    """A table in Markdown: what each lesson holds, and all of them together."""
    languages = sorted({language for counts in counted for language in counts.words})
    head = [tr("Lesson"), tr("Questions"), tr("Lines"), tr("Protocols")]
    head += [tr("Words ({language})", language=language) for language in languages]
    rows: list[list[object]] = [
        [c.lesson, c.questions, c.lines, c.protocols, *(c.words.get(language, 0) for language in languages)]
        for c in counted
    ]
    whole = [sum(c.words.get(language, 0) for c in counted) for language in languages]
    questions, lines = sum(c.questions for c in counted), sum(c.lines for c in counted)
    rows.append([tr.plural("{count} lesson", "{count} lessons", len(counted)), questions, lines, protocols, *whole])
    table: list[list[object]] = [[*head], ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(str(cell) for cell in row)} |\n" for row in table)

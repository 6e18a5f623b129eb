"""Writes and refreshes a translation file: what is to be translated, what is done, what has gone stale.

Three kinds of comments stand in such a file, told apart by how they begin:

``#: …``  Kit's own (the text in the first language, a mark that a translation is stale); written anew every time
``#~ …``  translations whose text has left the lesson; kept until somebody deletes them
``# …``   everybody else's; kept above the key they stood above
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from kit.files.document import OTHER_PROGRAMS_DIFFER, Document, Keys
from kit.files.editions import leaves
from kit.files.translated import DIGESTS_KEY, TextField
from kit.words import N_, Words

WIDTH = 96
SHORT = 80
"""Characters up to which a text of one line is written in quotes; a longer one becomes a block."""

HEAD = N_(
    "Texts of this lesson in another language. Lines that begin with “#:” are written anew by “kit translate”; "
    "fill the empty quotes, or write several lines beneath a “|”."
)
STALE = N_("stale: the text above has changed since it was translated")
DIGESTS = N_("What each translation translates; “kit translate” needs it to see what has changed. Do not edit.")
OBSOLETE = N_("These texts have left the lesson. Delete them when nobody needs them any more.")

INLINE = re.compile(r"\s*(#.*)$")
PLAIN_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*$")


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A translation file's new content, and the counts of what is left to do."""

    content: str
    missing: int
    stale: int
    obsolete: int
    """Translations kept as comments because their text has left the first-language file."""


@dataclass(slots=True)
class _Old:
    """What the file on disk holds."""

    texts: dict[Keys, str] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    comments: dict[Keys, list[str]] = field(default_factory=dict)
    """By the key beneath them; under () those after the last key."""
    obsolete: list[str] = field(default_factory=list)


def refresh(
    texts: Sequence[TextField],
    old: Document | None,
    tr: Words,
    *,
    optional: Iterable[Keys] = (),
    accept: bool = False,
) -> Refreshed:
    """The content of a translation file for `texts`, keeping every translation that `old` holds.

    `optional` names texts that need no translation into this language: they are left out unless they have one.
    With `accept`, translations that were stale count as looked at and right.
    """
    held = _read(old) if old is not None else _Old()
    unneeded = set(optional)
    wanted = [text for text in texts if text.keys in held.texts or text.keys not in unneeded]
    known = {text.keys for text in wanted}
    stale = {
        text.keys
        for text in wanted
        if text.keys in held.texts and held.digests.get(text.name, text.digest) != text.digest
    }
    if accept:
        stale = set()
    gone = {keys: text for keys, text in held.texts.items() if keys not in known}
    comments = _adopted(held.comments, wanted)
    lines = [*_comment(tr(HEAD), "#:")]
    lines += _tree(wanted, held.texts, stale, comments, tr)
    lines += _digests(wanted, held, stale, comments, tr)
    lines += _last_things(held.obsolete, gone, comments.get((), []), tr)
    return Refreshed(
        content="\n".join(lines) + "\n",
        missing=sum(text.keys not in held.texts for text in wanted),
        stale=len(stale),
        obsolete=len(gone),
    )


def _read(document: Document) -> _Old:
    value = document.value if isinstance(document.value, dict) else {}
    old = _Old()
    digests = value.get(DIGESTS_KEY)
    if isinstance(digests, dict):
        old.digests = {str(name): str(digest) for name, digest in digests.items()}
    for keys, leaf in leaves({key: item for key, item in value.items() if key != DIGESTS_KEY}):
        text = "" if leaf is None else str(leaf).strip(" \t\n")
        if text:
            old.texts[keys] = text
    for keys, comment in _comments(document):
        if comment.startswith("#~"):
            old.obsolete.append(comment)
        elif not comment.startswith("#:"):
            old.comments.setdefault(keys, []).append(comment)
    return old


def _comments(document: Document) -> Iterator[tuple[Keys, str]]:
    """Every comment of the file from top to bottom, with the key at or beneath which it stands."""
    inside: set[int] = set()
    found: set[tuple[int, str]] = set()

    def look_behind(line: int, column: int, skipped: str = "") -> None:
        text = document.lines[line][column:] if line < len(document.lines) else ""
        match = INLINE.match(text.lstrip(skipped) if skipped else text)
        if match:
            found.add((line, match[1]))

    for node in document.nodes.values():
        start, end = node.start_mark, node.end_mark
        if not isinstance(node, yaml.ScalarNode):
            if isinstance(node, yaml.CollectionNode) and node.flow_style:
                look_behind(end.line, end.column)
        elif node.style in ("|", ">"):
            inside.update(range(start.line + 1, end.line))
            look_behind(start.line, start.column, "|>+-0123456789")
        else:
            inside.update(range(start.line + 1, end.line + 1))
            look_behind(end.line, end.column)
    for node in document.keys.values():
        look_behind(node.end_mark.line, node.end_mark.column, ":")
    found |= {
        (number, line.strip())
        for number, line in enumerate(document.lines)
        if number not in inside and line.lstrip().startswith("#")
    }
    places = sorted((node.start_mark.line, len(keys), keys) for keys, node in document.keys.items())
    for line, comment in sorted(found):
        yield next((keys for key_line, _, keys in places if key_line >= line), ()), comment


def _adopted(comments: Mapping[Keys, list[str]], wanted: Sequence[TextField]) -> dict[Keys, list[str]]:
    """The comments of others by a key that still exists; those of a lost key by the nearest one above it, or ()."""
    existing = {text.keys[:depth] for text in wanted for depth in range(1, len(text.keys) + 1)}
    existing |= {(DIGESTS_KEY,), ()}
    result: dict[Keys, list[str]] = {}
    for keys, lines in comments.items():
        while keys not in existing:
            keys = keys[:-1]
        result.setdefault(keys, []).extend(lines)
    return result


def _tree(
    wanted: Sequence[TextField],
    held: Mapping[Keys, str],
    stale: set[Keys],
    comments: Mapping[Keys, list[str]],
    tr: Words,
) -> Iterator[str]:
    """The texts under their keys, each below what it translates."""
    open_keys: Keys = ()
    for text in _gathered(wanted):
        shared = 0
        while shared < len(text.keys) - 1 and text.keys[: shared + 1] == open_keys[: shared + 1]:
            shared += 1
        yield ""
        for depth in range(shared, len(text.keys) - 1):
            yield from _indented(depth, comments.get(text.keys[: depth + 1], []))
            yield f"{'  ' * depth}{_key(text.keys[depth])}:"
        depth = len(text.keys) - 1
        yield from _indented(depth, comments.get(text.keys, []))
        yield from _indented(depth, _comment(text.source, "#:"))
        if text.keys in stale:
            yield from _indented(depth, _comment(tr(STALE), "#:"))
        yield from _indented(depth, _value(_key(text.keys[depth]), held.get(text.keys, "")))
        open_keys = text.keys[:-1]


def _gathered(texts: Sequence[TextField]) -> list[TextField]:
    """The texts in their order, but what shares a key stands together: no key may appear twice in a file."""
    first: dict[Keys, int] = {}
    for index, text in enumerate(texts):
        for depth in range(1, len(text.keys) + 1):
            first.setdefault(text.keys[:depth], index)
    return sorted(texts, key=lambda text: [first[text.keys[:depth]] for depth in range(1, len(text.keys) + 1)])


def _digests(
    wanted: Sequence[TextField],
    held: _Old,
    stale: set[Keys],
    comments: Mapping[Keys, list[str]],
    tr: Words,
) -> Iterator[str]:
    translated = [text for text in wanted if text.keys in held.texts]
    if not translated:
        return
    yield ""
    yield from comments.get((DIGESTS_KEY,), [])
    yield from _comment(tr(DIGESTS), "#:")
    yield f"{DIGESTS_KEY}:"
    for text in translated:
        digest = held.digests[text.name] if text.keys in stale else text.digest
        yield f"  {_key(text.name)}: {json.dumps(digest)}"


def _last_things(
    obsolete: Sequence[str], gone: Mapping[Keys, str], comments: Sequence[str], tr: Words
) -> Iterator[str]:
    """At the end: translations whose text is gone, then the comments that stood below every key."""
    if obsolete or gone:
        yield ""
        yield from _comment(tr(OBSOLETE), "#:")
        yield from obsolete
    for keys, text in gone.items():
        first, *others = text.split("\n")
        yield f"#~ {'.'.join(map(str, keys))}: {first}".rstrip()
        yield from (f"#~   {line}".rstrip() for line in others)
    if comments:
        yield ""
        yield from comments


def _value(key: str, text: str) -> list[str]:
    """A key with its text: in quotes where that is safe and short, else as a block."""
    if "\n" not in text and len(text) <= SHORT and '"' not in text and "\\" not in text:
        return [f'{key}: "{text}"']
    return [f"{key}: |", *(f"  {line}" if line.strip() else "" for line in text.split("\n"))]


def _key(key: str | int) -> str:
    """A key as it must be typed so that no program reads it as anything but a text."""
    name = str(key)
    safe = PLAIN_KEY.match(name) and not OTHER_PROGRAMS_DIFFER.match(name)
    return name if safe and name not in ("true", "false", "null") else json.dumps(name, ensure_ascii=False)


def _comment(text: str, sign: str) -> list[str]:
    lines = [
        piece
        for line in text.strip().split("\n")
        for piece in textwrap.wrap(line, WIDTH, break_on_hyphens=False) or [""]
    ]
    return [f"{sign} {line}".rstrip() for line in lines]


def _indented(depth: int, lines: Iterable[str]) -> list[str]:
    return ["  " * depth + line for line in lines]

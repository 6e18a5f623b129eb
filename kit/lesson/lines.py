"""Numbered lines: which ones a reference such as `cost 2-3` means, and what stands beside them in translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from kit.lesson.model import Edition, Lesson, Line

REFERENCE = re.compile(r"(?P<excerpt>[^\s]+)(?:\s+(?P<first>[0-9]+)(?:\s*[-\u2013]\s*(?P<last>[0-9]+))?)?$")
GAP_ROWS = ("[\u2026]", "[...]", "(\u2026)", "(...)")


def rows(text: str) -> list[str | None]:
    """The rows of an excerpt as typed: one string a sense line, None for a gap; empty rows do not count."""
    stripped = [row.strip() for row in text.splitlines()]
    return [None if row in GAP_ROWS else row for row in stripped if row]


def sense_rows(text: str) -> list[str]:
    """The rows without the gaps."""
    return [row for row in rows(text) if row is not None]


def parse_reference(reference: str) -> tuple[str, int | None, int | None] | None:
    """`cost 2-3` as ("cost", 2, 3); `cost` as ("cost", None, None); None where it is neither."""
    match = REFERENCE.match(reference.strip())
    if match is None:
        return None
    first = int(match["first"]) if match["first"] else None
    last = int(match["last"]) if match["last"] else first
    return match["excerpt"], first, last


def resolve(references: Iterable[str], lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines the references mean, in the order of the lesson, each once; unknown references mean nothing."""
    numbers: set[int] = set()
    for reference in references:
        parsed = parse_reference(reference)
        if parsed is None:
            continue
        excerpt, first, last = parsed
        numbers.update(
            line.number
            for line in lines
            if line.excerpt == excerpt and (first is None or first <= line.row <= (last or first))
        )
    return tuple(line for line in lines if line.number in numbers)


def translations(lesson: Lesson, edition: Edition) -> Mapping[int, str]:
    """Our translation of each line into the edition's language, by line number; lines in that language have none."""
    result: dict[int, str] = {}
    for line in lesson.lines:
        excerpt = edition.excerpts[line.excerpt]
        if passage_language(lesson, line.excerpt) == edition.language or not excerpt.translation:
            continue
        translated = sense_rows(excerpt.translation)
        if line.row <= len(translated):
            result[line.number] = translated[line.row - 1]
    return result


def passage_language(lesson: Lesson, excerpt: str) -> str:
    """The language an excerpt's original is in: its own, else its source's."""
    edition = lesson.editions[lesson.language]
    passage = edition.excerpts[excerpt]
    if passage.language:
        return passage.language
    if passage.source in edition.sources:
        return edition.sources[passage.source].language or edition.language
    source = lesson.sources.get(passage.source)
    return next(iter(source.values())).language if source else edition.language

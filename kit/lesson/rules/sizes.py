"""Texts that would not fit the wall or the page they are made for."""

from __future__ import annotations

from collections.abc import Iterator

from kit.files.document import Document
from kit.files.editions import positions, tidy
from kit.files.problems import Problem
from kit.files.translated import get
from kit.lesson.read import Reading
from kit.lesson.rules.common import row_place, warning
from kit.words import N_, Message

ROW = 160
"""Characters of one sense line: two rows of the wall."""

SHORT = 90
"""Characters of names and titles."""

SPOKEN = 240
"""Characters of what is read aloud: a question, a statement, a norm, a starter."""

PROSE = 3000
"""Characters of any other text."""

LIMITS = {
    "title": SHORT,
    "name": SHORT,
    "term": SHORT,
    "subtitle": 160,
    "asks": SPOKEN,
    "statement": SPOKEN,
    "essential_question": SPOKEN,
    "text": SPOKEN,
}
LISTS = {"guiding_questions": SPOKEN, "norms": SPOKEN, "exit_ticket": SPOKEN, "positions": SPOKEN}


def texts_too_long(reading: Reading) -> Iterator[Problem]:
    """Texts over their sane length, in every language; of excerpts, single rows."""
    first = reading.editions.document
    for document in [d for d in (first, *reading.editions.translations.values()) if d is not None]:
        for text in reading.editions.texts:
            keys, value = text.keys, get(document.value, text.keys)
            if not isinstance(value, str) or len(value) <= SHORT:
                continue
            if text.of:
                yield from _long_rows(document, positions(document.value, keys), value)
                continue
            limit = LISTS.get(str(keys[-2]) if len(keys) > 1 else "", LIMITS.get(str(keys[-1]), PROSE))
            length = len(value) if len(value) <= limit else len(tidy(value))
            if length > limit:
                yield warning(
                    "text-too-long",
                    document.place(positions(document.value, keys)),
                    Message.of(
                        N_("This text has {length} characters; up to {limit} can be taken in here."),
                        length=length,
                        limit=limit,
                    ),
                    Message.of(N_("Say it shorter, or make two of it.")),
                )
    edition = reading.editions.first
    for excerpt_id, excerpt in edition.excerpts.items() if edition is not None and first is not None else ():
        assert first is not None
        yield from _long_rows(first, ("excerpts", excerpt_id, "original"), excerpt.original)


def _long_rows(document: Document, keys: tuple[str | int, ...], text: str) -> Iterator[Problem]:
    for number, row in enumerate(line.strip() for line in text.splitlines() if line.strip()):
        if len(row) > ROW:
            yield warning(
                "text-too-long",
                row_place(document, keys, text, number),
                Message.of(
                    N_("This row has {length} characters; a numbered line holds up to {limit}."),
                    length=len(row),
                    limit=ROW,
                ),
                Message.of(N_("Break it into two rows where the sense allows.")),
            )

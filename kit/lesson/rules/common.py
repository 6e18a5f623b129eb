"""What rules share: problems in one line each, and the references and marked values of a lesson with their keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kit.files.document import Document, Keys
from kit.files.editions import positions
from kit.files.problems import Place, Problem, Severity
from kit.lesson.model import Edition
from kit.lesson.read import Reading
from kit.words import Message


def error(rule: str, place: Place, what: Message, instead: Message | None = None) -> Problem:
    """A problem that keeps the lesson from being used."""
    return Problem(rule, Severity.ERROR, place, what, instead)


def warning(rule: str, place: Place, what: Message, instead: Message | None = None) -> Problem:
    """A problem the teacher should know of; the lesson can be used."""
    return Problem(rule, Severity.WARNING, place, what, instead)


def key_place(reading: Reading, keys: Keys) -> Place:
    """Where the key of a value stands in the first-language file; list entries by id."""
    document = reading.editions.document
    assert document is not None
    return document.key_place(positions(document.value, keys))


def row_place(document: Document, keys: Keys, text: str, row: int) -> Place:
    """Where the `row`-th row (from 0) of a text stands, empty rows not counted."""
    typed = [index for index, line in enumerate(text.splitlines()) if line.strip()]
    return document.row_place(keys, typed[row] if row < len(typed) else 0)


def documents(reading: Reading) -> Iterator[Document]:
    """Every file of the lesson that could be read, the first language's first."""
    if reading.editions.document is not None:
        yield reading.editions.document
    yield from reading.editions.translations.values()


def at(value: Any, keys: Keys) -> Any:
    """The value at these keys and positions; None where there is none."""
    for key in keys:
        if isinstance(value, dict):
            value = value.get(key)
        elif isinstance(value, list) and isinstance(key, int) and key < len(value):
            value = value[key]
        else:
            return None
    return value


def needed_lines(edition: Edition) -> Iterator[tuple[Keys, str]]:
    """The references that put lines before the class: of questions, steps and their sides."""
    for question_id, question in edition.questions.items():
        for index, reference in enumerate(question.needs):
            yield ("questions", question_id, "needs", index), reference
    for step in edition.steps:
        for index, reference in enumerate(step.lines):
            yield ("steps", step.id, "lines", index), reference
        for side, references in step.sides.items():
            for index, reference in enumerate(references):
                yield ("steps", step.id, "sides", side, index), reference


def all_references(edition: Edition) -> Iterator[tuple[Keys, str]]:
    """Every reference to lines, with the keys it stands at."""
    yield from needed_lines(edition)
    for claim_id, claim in edition.claims.items():
        for index, reference in enumerate(claim.lines):
            yield ("claims", claim_id, "lines", index), reference
        for index, reference in enumerate(claim.against):
            yield ("claims", claim_id, "against", index), reference
    for term_id, term in edition.vocabulary.items():
        for index, reference in enumerate(term.lines):
            yield ("vocabulary", term_id, "lines", index), reference
    for index, reference in enumerate(edition.short_cut.lines):
        yield ("short_cut", "lines", index), reference

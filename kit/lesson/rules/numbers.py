"""Numbers a class could not live with."""

from __future__ import annotations

from collections.abc import Iterator

from kit.files.document import Keys
from kit.files.problems import Problem
from kit.lesson.model import Edition, Range
from kit.lesson.read import Reading
from kit.lesson.rules.common import error
from kit.words import N_, Message

LONGEST_LESSON = 240
"""Minutes; a longer one is several lessons."""

MOST_RULED_LINES = 30
"""A page of ruled space."""


def out_of_range(reading: Reading) -> Iterator[Problem]:
    """Minus three ruled lines, a lesson of a thousand minutes, ages from 18 to 15."""
    edition = reading.editions.first
    if edition is None or reading.editions.document is None:
        return
    for keys, number, least, most in _numbers(edition):
        if not least <= number <= most:
            yield error(
                "out-of-range",
                reading.editions.place(keys),
                Message.of(
                    N_("“{name}” is {number}; it must be from {least} to {most}."),
                    name=keys[-1],
                    number=number,
                    least=least,
                    most=most,
                ),
            )
    for name in ("ages", "class_size"):
        span: Range | None = getattr(edition.at_a_glance, name)
        if span is not None and not 0 < span.least <= span.most:
            yield error(
                "out-of-range",
                reading.editions.place(("at_a_glance", name)),
                Message.of(N_("“{name}” runs from {least} to {most}."), name=name, least=span.least, most=span.most),
                Message.of(N_("Put the smaller number first.")),
            )


def _numbers(edition: Edition) -> Iterator[tuple[Keys, int, int, int]]:
    yield ("at_a_glance", "minutes"), edition.at_a_glance.minutes, 1, LONGEST_LESSON
    for question_id, question in edition.questions.items():
        yield ("questions", question_id, "answer_lines"), question.answer_lines, 0, MOST_RULED_LINES
        if question.minutes is not None:
            yield ("questions", question_id, "minutes"), question.minutes, 1, LONGEST_LESSON

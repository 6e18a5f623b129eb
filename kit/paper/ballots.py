"""Ballots in two parts that carry the same code, so that a class sees who moved and nobody sees who it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kit.lesson.model import Lesson
from kit.paper.widths import rows
from kit.session.ballots import paired_votes
from kit.session.codes import MOST, codes
from kit.session.vote_words import wording
from kit.words import Words

USUAL_CLASS = 28
"""Ballots where nobody says how many."""

DENSE = 8
"""Ballots on a page where statement and options are short."""

LOOSE = 4
"""Ballots on a page where they are not; fewer where a statement is very long."""

PAGE_HEIGHT = 244
"""Millimetres of a Letter page, the shorter one, for ballots that stand four to a page or fewer."""

ASKS_WIDTH = 19.5
LABEL_WIDTH = 20.0
"""How wide statement (in bold letters) and options may run there, in heights of their type."""

MOST_OPTIONS_IN_A_ROW = 3
LONGEST_IN_A_ROW = 14
"""Letters of an option that stands beside others."""
LONGEST_STATEMENT = 130
"""Letters of a statement that leaves room for eight ballots on a page."""

Shape = Literal["up", "down", "square", ""]
SHAPES: dict[str, Shape] = {"for": "up", "against": "down", "undecided": "square"}
"""The shapes the wall shows for the three votes; other options carry letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOption:
    """One box to tick."""

    mark: str
    """What is typed for it: a number, or the letter it has on the wall."""
    shape: Shape
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotSet:
    """All ballots of one vote."""

    asks: str
    options: tuple[PaperOption, ...]
    dense: bool
    sheets: tuple[tuple[str, ...], ...]
    """The codes, page by page."""


def ballot_sets(lesson: Lesson, tr: Words, copies: int | None) -> tuple[BallotSet, ...]:
    """The ballots for every vote of `lesson` that comes twice, `copies` of each (28 where None; 60 at most)."""
    count = min(MOST, copies or USUAL_CLASS)
    made = []
    for vote in paired_votes(lesson):
        said = wording(lesson, vote.kind, vote.lesson_step, vote.options, tr)
        options = tuple(
            PaperOption(
                mark=str(index + 1) if vote.kind == "statement" else chr(ord("A") + index),
                shape=SHAPES.get(option, "") if vote.kind == "statement" else "",
                label=label,
            )
            for index, (option, label) in enumerate(zip(vote.options, said.labels, strict=True))
        )
        dense = _short(said.asks, said.labels)
        own = codes(lesson.id, vote.lesson_step, count)
        each = DENSE if dense else _loose(said.asks, said.labels)
        sheets = tuple(own[first : first + each] for first in range(0, count, each))
        made.append(BallotSet(asks=said.asks, options=options, dense=dense, sheets=sheets))
    return tuple(made)


def _loose(asks: str, labels: Sequence[str]) -> int:
    """How many ballots find room on a page, by the lines their text will take; at least one, which may flow on."""
    height = 17.8 + 5.3 * rows(asks, ASKS_WIDTH) + sum(4.7 * rows(label, LABEL_WIDTH) + 1 for label in labels)
    return max(1, min(LOOSE, int(PAGE_HEIGHT // height)))


def _short(asks: str, labels: Sequence[str]) -> bool:
    in_a_row = len(labels) <= MOST_OPTIONS_IN_A_ROW and all(len(label) <= LONGEST_IN_A_ROW for label in labels)
    return in_a_row and len(asks.strip()) <= LONGEST_STATEMENT

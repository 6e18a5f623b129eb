"""Signs for the room: one sheet for every corner, every place on a line, every side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kit.lesson.model import Lesson
from kit.lesson.plan import PlannedStep
from kit.paper.ballots import SHAPES, Shape
from kit.paper.widths import balanced
from kit.session.ballots import vote_for
from kit.session.vote_words import wording
from kit.session.votes import Votes
from kit.words import Words

SIZES = ((12, "short", 7.4), (32, "middle", 9.8), (75, "long", 13.1), (180, "longer", 17.7))
"""Up to how many letters a sign's words are set in which size, and how wide the narrowest page then is, in heights of
the type; longer ones in the smallest."""

LONGEST = ("longest", 29.5)

BOLD = 1.1
"""Bold letters against the normal ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What hangs in one place of the room."""

    mark: str
    """The letter the place has on the wall and in what is typed; "" where a shape stands for it."""
    shape: Shape
    words: str
    size: str
    """The class its words are set in, the same for all the signs of a vote."""
    room: float
    """How wide its words may run, in heights of the type: their rows are then about equal, and no word stands alone."""
    place: int
    """Which of so many places on a line, from 0; -1 for corners and sides."""
    places: int
    asks: str
    """The statement or question it answers."""


def signs(lesson: Lesson, steps: Iterable[PlannedStep], tr: Words) -> tuple[Sign, ...]:
    """The signs these steps of a plan need, each once; empty where nobody goes anywhere."""
    found: dict[tuple[str, str], Sign] = {}
    for step in steps:
        if not _asks_for_signs(lesson, step):
            continue
        vote = vote_for(lesson, step, Votes())
        said = wording(lesson, vote.kind, vote.lesson_step, vote.options, tr)
        size, widest = _size(said.labels)
        on_a_line = vote.kind in ("scale", "places")
        for index, (option, label) in enumerate(zip(vote.options, said.labels, strict=True)):
            shape = SHAPES.get(option, "") if vote.kind == "statement" else ""
            sign = Sign(
                mark="" if shape else chr(ord("A") + index),
                shape=shape,
                words=label,
                size=size,
                room=round(BOLD * balanced(label.strip(), widest / BOLD), 1),
                place=index if on_a_line else -1,
                places=len(vote.options),
                asks=said.asks,
            )
            found.setdefault((vote.vote, option), sign)
    return tuple(found.values())


def _size(labels: Iterable[str]) -> tuple[str, float]:
    """The size the longest of some labels is set in, and how wide a row of it may be."""
    longest = max(len(label.strip()) for label in labels)
    return next(((name, widest) for most, name, widest in SIZES if longest <= most), LONGEST)


def _asks_for_signs(lesson: Lesson, step: PlannedStep) -> bool:
    protocol = next(iter(lesson.protocols[step.protocol].values()))
    return any("signs" in part.prints for part in protocol.steps.values())

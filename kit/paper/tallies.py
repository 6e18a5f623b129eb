"""Tally sheets: what a class counts, on paper, in the order in which it is typed in later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kit.lesson.model import Lesson
from kit.lesson.plan import PlannedStep
from kit.paper.ballots import SHAPES, Shape
from kit.session.ballots import USUAL, vote_for
from kit.session.vote_words import round_name, wording
from kit.session.votes import Votes
from kit.words import Words

MOST_OPTIONS = 12
"""More (the lines of a long lesson) are written in by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyOption:
    """One row to make strokes in."""

    mark: str
    shape: Shape
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What one step counts."""

    step: int
    """Its number in the plan, from 1."""
    title: str
    round: str
    """“First vote”, or "" where there is only one, or the step is called so."""
    asks: str
    options: tuple[TallyOption, ...]
    """Empty where the class names them: lines, questions."""


def tallies(lesson: Lesson, steps: Sequence[PlannedStep], tr: Words) -> tuple[Tally, ...]:
    """One for each step of a plan whose protocol counts something."""
    found = []
    for number, step in enumerate(steps, 1):
        editions = lesson.protocols[step.protocol]
        part = (editions.get(tr.language) or next(iter(editions.values()))).steps[step.part]
        if part.records not in USUAL:
            continue
        vote = vote_for(lesson, step, Votes())
        said = wording(lesson, vote.kind, vote.lesson_step, vote.options, tr)
        ballot = round_name(vote.round, vote.rounds, tr)
        options = tuple(
            TallyOption(
                mark=str(index + 1) if vote.kind == "statement" else chr(ord("A") + index),
                shape=SHAPES.get(option, "") if vote.kind == "statement" else "",
                label=label,
            )
            for index, (option, label) in enumerate(zip(vote.options, said.labels, strict=True))
        )
        found.append(
            Tally(
                step=number,
                title=part.title,
                round=ballot if ballot.casefold() != part.title.strip().casefold() else "",
                asks=said.asks,
                options=options if len(options) <= MOST_OPTIONS and vote.kind not in ("lines", "groups") else (),
            )
        )
    return tuple(found)

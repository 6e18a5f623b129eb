"""Heat: how often each line of the lesson was used, and which lines nobody used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.session.movement import Movement
    from kit.session.state import ClassState


@dataclass(frozen=True, slots=True, kw_only=True)
class LineUse:
    """How often a line was used, and in which way."""

    number: int
    notes: int = 0
    """Notes on the board that rest on it."""
    cited: int = 0
    """Times it was cited."""
    turns: int = 0
    """Turns of the talk that pointed to it."""
    ballots: int = 0
    """Ballots that name it as the line that decided."""

    @property
    def total(self) -> int:
        """All of them together."""
        return self.notes + self.cited + self.turns + self.ballots


def heat(state: ClassState) -> tuple[LineUse, ...]:
    """The use of every line of the lesson, in their order; for the teacher: every ballot counts."""
    every = [ballot.line for vote in state.votes.votes.values() for ballot in vote.ballots.values()]
    return _uses(state, Counter(line for line in every if line is not None))


def shown_heat(state: ClassState, movements: Iterable[Movement | None]) -> tuple[LineUse, ...]:
    """The same for the class: of the ballots only what a vote that is on the wall, in `movements`, tells anyway."""
    decided: Counter[int] = Counter()
    for movement in movements:
        if movement is not None:
            decided.update({line: moved + held for line, moved, held in movement.lines})
    return _uses(state, decided)


def unused(uses: Iterable[LineUse]) -> tuple[int, ...]:
    """The numbers of the lines nobody used."""
    return tuple(use.number for use in uses if not use.total)


def most_used(uses: Iterable[LineUse], most: int) -> tuple[LineUse, ...]:
    """At most `most` lines that were used twice or more, the most used first, else in their order."""
    often = [use for use in uses if use.total > 1]
    return tuple(sorted(often, key=lambda use: -use.total)[:most])


def _uses(state: ClassState, ballots: Counter[int]) -> tuple[LineUse, ...]:
    notes = Counter(note.line for note in state.board.notes if note.line is not None)
    cited = Counter(cite.line for cite in state.board.cited)
    turns = Counter(line for turn in state.talk.so_far for line in turn.lines)
    return tuple(
        LineUse(
            number=line.number,
            notes=notes[line.number],
            cited=cited[line.number],
            turns=turns[line.number],
            ballots=ballots[line.number],
        )
        for line in state.lesson.lines
    )

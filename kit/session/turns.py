"""What can happen while the class talks, and what is remembered of it: seats, turns, silences; numbers, never names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar, Literal

from kit.session.events import Event
from kit.session.seats import TEACHER, SeatPlan, Shape

Move = Literal["summed-up", "built-on", "question", "evidence"]
"""What a turn did: repeated the last speaker, took up the thought, asked, cited a line."""

Side = Literal["for", "against", "undecided"]
"""Where somebody sits or stands today, openly; a secret vote is never one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomArranged(Event):
    """The chairs stand otherwise; what was said stays."""

    KIND: ClassVar[str] = "room-arranged"
    UNDOABLE: ClassVar[bool] = True

    shape: Shape
    seats: int
    columns: int = 0
    """Seats in a row, 0 for a usual number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatMarked(Event):
    """Somebody is away today, or is there after all."""

    KIND: ClassVar[str] = "seat-marked"
    UNDOABLE: ClassVar[bool] = True

    seat: int
    present: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SideTaken(Event):
    """Seats sit on a side from now on, or on none ("")."""

    KIND: ClassVar[str] = "side-taken"
    UNDOABLE: ClassVar[bool] = True

    seats: tuple[int, ...]
    side: Literal["for", "against", "undecided", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnBegan(Event):
    """Somebody has the floor; whoever had it before has finished."""

    KIND: ClassVar[str] = "turn-began"
    UNDOABLE: ClassVar[bool] = True

    seat: int
    """From 1; 0 is the teacher."""
    step: str = ""
    """The id of the plan's step it belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnEnded(Event):
    """Nobody has the floor any more."""

    KIND: ClassVar[str] = "turn-ended"
    UNDOABLE: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnTagged(Event):
    """The turn that goes on, or the last one, did something worth counting."""

    KIND: ClassVar[str] = "turn-tagged"
    UNDOABLE: ClassVar[bool] = True

    move: Move
    line: int = 0
    """The line that was cited, 0 where none was named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnPassed(Event):
    """A seat was invited to speak and would rather not: it counts as asked, not as heard."""

    KIND: ClassVar[str] = "turn-passed"
    UNDOABLE: ClassVar[bool] = True

    seat: int
    step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeysShown(Event):
    """The wall shows which key stands for which chair, or no longer does: for a class with one screen."""

    KIND: ClassVar[str] = "keys-shown"

    on: bool


EVENTS: tuple[type[Event], ...] = (
    RoomArranged,
    SeatMarked,
    SideTaken,
    TurnBegan,
    TurnEnded,
    TurnTagged,
    TurnPassed,
    KeysShown,
)
"""The events of this tool."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One time somebody spoke."""

    seat: int
    seconds: float
    gap: float | None = None
    """Seconds of silence before it; None where that is not known, or was the thinking time of a question."""
    step: str = ""
    side: str = ""
    """The side the speaker was on."""
    moves: tuple[Move, ...] = ()
    lines: tuple[int, ...] = ()

    @property
    def teacher(self) -> bool:
        """Whether it was the teacher who spoke."""
        return self.seat == TEACHER


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The turn that goes on."""

    turn: Turn
    """As it would be remembered had it taken no time."""
    began: float
    """In seconds of this run's monotonic clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """The seats, the turns and the silences of the class so far."""

    plan: SeatPlan = field(default_factory=SeatPlan)
    absent: frozenset[int] = frozenset()
    sides: Mapping[int, str] = field(default_factory=dict)
    turns: tuple[Turn, ...] = ()
    """All that have ended, the first one first."""
    floor: Floor | None = None
    quiet_since: float | None = None
    """When the last speaker ended; None while somebody speaks, or where a silence would mean something else."""
    asked: float | None = None
    """When a question was asked that nobody has answered yet."""
    waits: tuple[float, ...] = ()
    """Seconds from each question to the first pupil who answered."""
    passed: tuple[TurnPassed, ...] = ()
    keys_shown: bool = False

    @property
    def present(self) -> tuple[int, ...]:
        """The seats that are taken today."""
        return tuple(seat for seat in range(1, self.plan.seats + 1) if seat not in self.absent)

    @property
    def so_far(self) -> tuple[Turn, ...]:
        """Every turn, the one that goes on last and without its time."""
        return self.turns if self.floor is None else (*self.turns, self.floor.turn)

    def until(self, now: float) -> tuple[Turn, ...]:
        """Every turn, the one that goes on with its time until `now` (seconds of the monotonic clock)."""
        return self.turns if self.floor is None else (*self.turns, ended(self.floor, now))


def ended(floor: Floor, now: float) -> Turn:
    """The turn that goes on, had it ended `now`; a clock that runs backwards gives no time, never less than none."""
    return replace(floor.turn, seconds=max(0.0, now - floor.began))

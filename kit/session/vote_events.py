"""What can happen in a vote: the events of `kit.session.votes`, and what kinds of votes there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from kit.session.events import Event

Kind = Literal[
    "statement",
    "positions",
    "scale",
    "places",
    "jury",
    "consensus",
    "change",
    "headings",
    "lines",
    "groups",
    "piles",
    "letters",
]
"""What is counted: see `kit.session.ballots`."""

LISTS: tuple[Kind, ...] = ("lines", "groups")
"""Kinds with many options, most of which nobody chooses; each is called by a number."""

MOST_COUNTED = 999
"""More hands than any room has: whoever types more has slipped on a key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteOpened(Event):
    """A vote is put to the class, or taken up again; what has been counted in it stays."""

    KIND: ClassVar[str] = "vote-opened"

    vote: str
    """`lesson-step/kind`: one vote in a class, with all its rounds."""
    kind: Kind
    lesson_step: str
    options: tuple[str, ...]
    scale: tuple[int, ...] = ()
    """Where each option stands between against (below 0) and for (above 0); empty where they have no order."""
    round: int = 1
    rounds: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionChosen(Event):
    """The next count is for this option."""

    KIND: ClassVar[str] = "option-chosen"

    vote: str
    option: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted(Event):
    """So many hands or cards for an option; None takes its count away."""

    KIND: ClassVar[str] = "counted"
    UNDOABLE: ClassVar[bool] = True

    vote: str
    round: int
    option: str
    count: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revealed(Event):
    """The counts of some rounds go up on the wall, or come down."""

    KIND: ClassVar[str] = "revealed"

    vote: str
    rounds: tuple[int, ...]
    on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotTyped(Event):
    """What stands on the two stubs with this code, or on one of them; "" for what was not handed in or typed yet."""

    KIND: ClassVar[str] = "ballot-typed"
    UNDOABLE: ClassVar[bool] = True

    vote: str
    code: str
    before: str = ""
    after: str = ""
    line: int | None = None
    """The line that decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotRemoved(Event):
    """A ballot was typed wrongly, or should not count."""

    KIND: ClassVar[str] = "ballot-removed"
    UNDOABLE: ClassVar[bool] = True

    vote: str
    code: str

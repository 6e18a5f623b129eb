"""What can happen in a class: the vocabulary of the journal, every word a small immutable record.

An event says what somebody did, never what it led to: the state is made from the events by `kit.session.state`. The
events of a tool stand in its own module (votes, talk, board, drawn); `kit.session.vocabulary` collects them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from kit.lesson.model import Lesson
from kit.lesson.plan import Plan

View = Literal["step", "vote", "shift", "talk", "board", "lines", "draw"]
"""What fills the wall: the step itself, or what one of the tools has to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened. `KIND`, its name in the journal, never changes; new fields need defaults."""

    KIND: ClassVar[str]
    UNDOABLE: ClassVar[bool] = False
    """Whether the undo key takes it back."""


@dataclass(frozen=True, slots=True)
class Logged:
    """An event as it stands in the journal."""

    seq: int
    """Its place in the journal, from 1."""
    wall: float
    """Seconds since 1970 by the computer's clock, which may be wrong or set back: never used to order anything."""
    mono: float
    """Seconds of the monotonic clock of the run it happened in; a `Resumed` event begins another run."""
    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(Event):
    """The class begins. Holds everything it needs, so that editing a lesson never changes a class that has begun."""

    KIND: ClassVar[str] = "opened"

    lesson: Lesson
    plan: Plan
    language: str
    index: int = 0
    """The step it begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed(Event):
    """Another run of Kit goes on with the class; the clocks of the run before mean nothing any more."""

    KIND: ClassVar[str] = "resumed"

    stopped: float
    """When the run before was last seen alive, in seconds of its own monotonic clock."""
    step: str = ""
    """The id of the step whose time was running, if one was."""
    left: float = 0.0
    """Seconds that step has left now; negative in overtime."""
    running: bool = False
    """Whether its time runs on at once; otherwise it waits for the start key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended(Event):
    """The class is over."""

    KIND: ClassVar[str] = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone(Event):
    """The event `seq` is taken back: the state is what it would be without it."""

    KIND: ClassVar[str] = "undone"

    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Went(Event):
    """The class goes to a step, by its index."""

    KIND: ClassVar[str] = "went"

    index: int
    at_end: bool = False
    """Whether the wall shows the step's last page: the class has gone back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paged(Event):
    """The wall turns its pages: 1 forward, -1 back."""

    KIND: ClassVar[str] = "paged"

    by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid(Event):
    """A wall says how many pages what it shows has at its size, and which one it shows, from 0."""

    KIND: ClassVar[str] = "laid"

    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoke(Event):
    """The lesson goes on in another of its languages."""

    KIND: ClassVar[str] = "spoke"

    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockStarted(Event):
    """The time of the current step runs."""

    KIND: ClassVar[str] = "clock-started"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockPaused(Event):
    """Whatever time was running is held."""

    KIND: ClassVar[str] = "clock-paused"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAdded(Event):
    """The current step gets more time, in seconds."""

    KIND: ClassVar[str] = "time-added"
    UNDOABLE: ClassVar[bool] = True

    seconds: float = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Thought(Event):
    """A question was asked: everybody thinks for `seconds` before the floor opens; 0 opens it at once."""

    KIND: ClassVar[str] = "thought"

    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Replanned(Event):
    """What is left of the plan has been cut anew; `plan` is the whole new one, the steps behind included."""

    KIND: ClassVar[str] = "replanned"
    UNDOABLE: ClassVar[bool] = True

    plan: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Blanked(Event):
    """The wall is emptied, or shows again."""

    KIND: ClassVar[str] = "blanked"

    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown(Event):
    """Something else fills the wall."""

    KIND: ClassVar[str] = "shown"

    view: View


CORE: tuple[type[Event], ...] = (
    Opened,
    Resumed,
    Ended,
    Undone,
    Went,
    Paged,
    Laid,
    Spoke,
    ClockStarted,
    ClockPaused,
    TimeAdded,
    Thought,
    Replanned,
    Blanked,
    Shown,
)
"""The events that belong to no tool."""

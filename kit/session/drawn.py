"""Draws that were made in class: the code word, and records from which anyone can make them again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from kit.session.draw_record import Draw, DrawKind
from kit.session.events import Event, Logged
from kit.session.grouping import Duty, Group
from kit.session.picker import Call


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeChosen(Event):
    """The class has chosen the code word of its draws."""

    KIND: ClassVar[str] = "code-chosen"
    UNDOABLE: ClassVar[bool] = True

    code: str
    """As `kit.session.draws.code_word` makes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drew(Event):
    """A draw was made, or one more seat was called in one: `draw` is its whole record."""

    KIND: ClassVar[str] = "drew"
    UNDOABLE: ClassVar[bool] = True

    draw: Draw


@dataclass(frozen=True, slots=True, kw_only=True)
class PassTaken(Event):
    """The seat that was called last would rather not, and has a pass: `draw` is the record with the pass in it."""

    KIND: ClassVar[str] = "pass-taken"
    UNDOABLE: ClassVar[bool] = True

    draw: Draw


@dataclass(frozen=True, slots=True, kw_only=True)
class Mixed(Event):
    """The groups of a jigsaw: the experts go home, or meet again."""

    KIND: ClassVar[str] = "mixed"
    UNDOABLE: ClassVar[bool] = True

    home: bool


EVENTS: tuple[type[Event], ...] = (CodeChosen, Drew, PassTaken, Mixed)
"""The events of this tool."""

HEARS: tuple[type[Event], ...] = ()
"""Events of others that change it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Every draw of the class so far."""

    code: str = ""
    draws: tuple[Draw, ...] = ()
    """The one made, or gone on with, last is the last."""
    home: bool = False
    """Whether the last jigsaw shows its home groups."""

    @property
    def last(self) -> Draw | None:
        """What the wall shows."""
        return self.draws[-1] if self.draws else None

    @property
    def picks(self) -> tuple[Draw, ...]:
        """The draws of who speaks, in the order in which they were gone on with."""
        return tuple(draw for draw in self.draws if draw.kind == "pick")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicDrawn:
    """What the wall may show: everything a draw is made from but the wishes, and what came out but those given up."""

    code: str = ""
    kind: DrawKind | None = None
    round: int = 1
    seats: tuple[int, ...] = ()
    calls: tuple[Call, ...] = ()
    groups: tuple[Group, ...] = ()
    """The groups that meet now."""
    duties: tuple[Duty, ...] = ()
    home: bool = False


def apply(drawn: Drawn, logged: Logged) -> Drawn:
    """The draws after an event."""
    match logged.event:
        case CodeChosen(code=code) if code:
            return replace(drawn, code=code)
        case Drew(draw=draw) | PassTaken(draw=draw):
            others = tuple(known for known in drawn.draws if not _goes_on(known, draw))
            return replace(drawn, draws=(*others, draw), home=False)
        case Mixed(home=home) if drawn.last is not None and drawn.last.kind == "jigsaw":
            return replace(drawn, home=home)
        case _:
            return drawn


def _goes_on(known: Draw, draw: Draw) -> bool:
    """Whether `draw` is `known` with more calls in it: one row of one round is called once."""
    same = (known.code, known.round, known.seats) == (draw.code, draw.round, draw.seats)
    return same and known.kind == draw.kind == "pick"


def public(drawn: Drawn) -> PublicDrawn:
    """What the wall may show."""
    draw = drawn.last
    if draw is None:
        return PublicDrawn(code=drawn.code)
    home = drawn.home and draw.kind == "jigsaw"
    return PublicDrawn(
        code=draw.code,
        kind=draw.kind,
        round=draw.round,
        seats=draw.seats,
        calls=draw.result.calls,
        groups=draw.result.homes if home else draw.result.groups,
        duties=draw.result.duties,
        home=home,
    )

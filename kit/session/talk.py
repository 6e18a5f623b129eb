"""Talk: who has the floor, for how long, and how the turns are spread; the wall learns only how evenly."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from kit.lesson.plan import PlannedStep
from kit.session import referee
from kit.session.events import Ended, Event, Logged, Resumed, Thought, Went
from kit.session.ledger import evenness
from kit.session.referee import Code, Lamp
from kit.session.seats import TEACHER, SeatPlan, Spot, hints, sound, spots
from kit.session.turns import (
    EVENTS,
    Floor,
    KeysShown,
    RoomArranged,
    SeatMarked,
    SideTaken,
    Talk,
    Turn,
    TurnBegan,
    TurnEnded,
    TurnPassed,
    TurnTagged,
    ended,
)

__all__ = ["EVENTS", "HEARS", "PublicTalk", "SeatKey", "Talk", "apply", "public"]

HEARS: tuple[type[Event], ...] = (Resumed, Went, Ended, Thought)
"""Events of others that change it too."""

FIRST_TURNS = 6
"""Before so many turns of pupils the wall says nothing on balance: the first speakers would see only themselves."""

Holder = Literal["nobody", "pupil", "teacher"]


@dataclass(frozen=True, slots=True)
class SeatKey:
    """A chair of an empty room and the key that stands for it."""

    spot: Spot
    keys: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicTalk:
    """What the wall may show: nothing here tells one pupil from another."""

    begun: bool = False
    """Whether anybody has spoken in this activity."""
    holder: Holder = "nobody"
    balance: int | None = None
    """How evenly the turns of the class are spread, in tenths: 10 could not be more even; None before it means much."""
    lamps: tuple[Lamp, ...] = ()
    """The rules of this step, and whether they hold just now."""
    side: str = ""
    """The side that has the floor, or whose turn is next; "" where sides play no part."""
    side_is_next: bool = False
    longest: int = 0
    """Seconds a turn should take at most; 0 for any."""
    until: float | None = None
    """When the turn that goes on has taken as long, in seconds of this run's monotonic clock."""
    late: bool = False
    """Whether it has taken longer."""
    keys: tuple[SeatKey, ...] = ()
    """The plan of the chairs with their keys, where the teacher has asked for it."""


def apply(talk: Talk, logged: Logged) -> Talk:
    """The talk after an event; one that makes no sense changes nothing."""
    event, now = logged.event, logged.mono
    match event:
        case TurnBegan():
            return _begun(talk, event, now)
        case TurnEnded():
            return _closed(talk, now)
        case TurnTagged():
            return _tagged(talk, event)
        case TurnPassed(seat=seat):
            return replace(talk, passed=(*talk.passed, event)) if 1 <= seat <= talk.plan.seats else talk
        case SeatMarked(seat=seat, present=present) if 1 <= seat <= talk.plan.seats:
            return replace(talk, absent=talk.absent - {seat} if present else talk.absent | {seat})
        case SideTaken(seats=seats, side=side):
            known = {seat: side for seat in seats if 1 <= seat <= talk.plan.seats}
            return replace(talk, sides={seat: on for seat, on in {**talk.sides, **known}.items() if on})
        case RoomArranged():
            return _arranged(talk, event)
        case KeysShown(on=on):
            return replace(talk, keys_shown=on)
        case Thought(seconds=seconds):
            # What follows is thinking, not silence; opening the floor early leaves the question asked.
            return replace(talk, asked=now if seconds > 0 else talk.asked, quiet_since=None)
        case Resumed(stopped=stopped):
            return _interrupted(talk, stopped)
        case Went() | Ended():
            return _interrupted(talk, now)
        case _:
            return talk


def _begun(talk: Talk, event: TurnBegan, now: float) -> Talk:
    """Give the floor; to whoever has it already, nothing happens. Somebody marked absent who speaks is there."""
    seat = event.seat
    if not TEACHER <= seat <= talk.plan.seats or (talk.floor is not None and talk.floor.turn.seat == seat):
        return talk
    gap = 0.0 if talk.floor is not None else None
    if talk.quiet_since is not None:
        gap = max(0.0, now - talk.quiet_since)
    if talk.asked is not None:
        gap = None
    before = _closed(talk, now)
    waits, asked = before.waits, before.asked
    if asked is not None and seat != TEACHER:
        waits, asked = (*waits, max(0.0, now - asked)), None
    turn = Turn(seat=seat, seconds=0.0, gap=gap, step=event.step, side=before.sides.get(seat, ""))
    return replace(
        before,
        floor=Floor(turn=turn, began=now),
        quiet_since=None,
        asked=asked,
        waits=waits,
        absent=before.absent - {seat},
    )


def _closed(talk: Talk, now: float) -> Talk:
    if talk.floor is None:
        return talk
    return replace(talk, turns=(*talk.turns, ended(talk.floor, now)), floor=None, quiet_since=now)


def _interrupted(talk: Talk, now: float) -> Talk:
    """The class does something else: the turn is over, and what follows is neither a silence nor a wait."""
    return replace(_closed(talk, now), quiet_since=None, asked=None)


def _tagged(talk: Talk, event: TurnTagged) -> Talk:
    """Mark the turn that goes on, or the last one; a move counts once, a line too."""
    if talk.floor is not None:
        return replace(talk, floor=replace(talk.floor, turn=_with(talk.floor.turn, event)))
    if talk.turns:
        return replace(talk, turns=(*talk.turns[:-1], _with(talk.turns[-1], event)))
    return talk


def _with(turn: Turn, event: TurnTagged) -> Turn:
    moves = turn.moves if event.move in turn.moves else (*turn.moves, event.move)
    lines = turn.lines if event.line < 1 or event.line in turn.lines else (*turn.lines, event.line)
    return replace(turn, moves=moves, lines=lines)


def _arranged(talk: Talk, event: RoomArranged) -> Talk:
    plan = SeatPlan(shape=event.shape, seats=event.seats, columns=event.columns)
    if not sound(plan):
        return talk
    return replace(
        talk,
        plan=plan,
        absent=frozenset(seat for seat in talk.absent if seat <= plan.seats),
        sides={seat: side for seat, side in talk.sides.items() if seat <= plan.seats},
    )


def public(talk: Talk, step: PlannedStep, code: Code | None = None, now: float | None = None) -> PublicTalk:
    """What the wall may show in `step` by its `code` of rules, `now` in seconds of the monotonic clock."""
    code = code or Code()
    spoken = [turn.seat for turn in talk.so_far if not turn.teacher]
    counts = Counter(dict.fromkeys(talk.present, 0))
    counts.update(spoken)
    even = evenness(tuple(counts.values())) if len(spoken) >= FIRST_TURNS else None
    side, is_next = referee.side_of(talk, step, code.rules)
    until = talk.floor.began + code.longest if talk.floor is not None and code.longest else None
    return PublicTalk(
        begun=bool(referee.history(talk, step)),
        holder=_holder(talk),
        balance=None if even is None else round(even * 10),
        lamps=referee.lamps(talk, step, code.rules),
        side=side,
        side_is_next=is_next,
        longest=code.longest,
        until=until,
        late=until is not None and now is not None and now >= until,
        keys=_keys(talk) if talk.keys_shown else (),
    )


def _holder(talk: Talk) -> Holder:
    if talk.floor is None:
        return "nobody"
    return "teacher" if talk.floor.turn.teacher else "pupil"


def _keys(talk: Talk) -> tuple[SeatKey, ...]:
    places = spots(talk.plan)
    return tuple(SeatKey(places[seat], keys) for seat, keys in hints(talk.plan, talk.absent).items())

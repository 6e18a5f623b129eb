"""The referee: the rules of a protocol as code. It says who may speak next and which rule waits; it never blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kit.lesson.model import Lesson
from kit.lesson.plan import PlannedStep
from kit.protocols.model import RefereeRule
from kit.session.turns import Talk, Turn

OTHERS = 3
"""How many others speak before anybody speaks again."""

OPPOSITE = {"for": "against", "against": "for"}

Light = Literal["idle", "kept", "due", "missed"]
"""idle: nothing to keep just now; kept; due: the speaker still owes it; missed: not kept."""

Standing = Literal["free", "give-way", "wait"]
"""Whether a seat may speak next: at once, only where nobody who comes first wants to, or not yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """The rules of one step."""

    rules: tuple[RefereeRule, ...] = ()
    longest: int = 0
    """Seconds one turn should take at most, 0 for any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lamp:
    """A rule and whether it holds."""

    rule: RefereeRule
    light: Light


def code_of(lesson: Lesson, step: PlannedStep) -> Code:
    """The rules the protocol gives `step`; none where the lesson does not hold its protocol."""
    editions = lesson.protocols.get(step.protocol, {})
    for protocol in editions.values():
        part = protocol.steps.get(step.part)
        if part is not None:
            return Code(rules=part.referee, longest=part.longest_turn)
    return Code()


def history(talk: Talk, step: PlannedStep) -> tuple[Turn, ...]:
    """The turns of the activity `step` belongs to, all its steps together; the one that goes on is the last."""
    activity = _activity(step.id)
    return tuple(turn for turn in talk.so_far if _activity(turn.step) == activity)


def _activity(step: str) -> str:
    return step.rpartition(".")[0]


# Who may speak next


def standings(talk: Talk, step: PlannedStep, rules: Sequence[RefereeRule]) -> Mapping[int, Standing]:
    """For every seat that is taken today, whether it may speak after those who have."""
    before = _pupils(history(talk, step))
    asked = _asked(talk, step)
    found: dict[int, Standing] = {}
    for seat in talk.present:
        standing: Standing = "free"
        for rule in rules:
            if rule in ORDERS and not ORDERS[rule](talk, before, asked, seat):
                standing = "give-way" if rule == "new-voices-first" and standing == "free" else "wait"
        found[seat] = standing
    return found


def lamps(talk: Talk, step: PlannedStep, rules: Sequence[RefereeRule]) -> tuple[Lamp, ...]:
    """Each rule and whether the turn that goes on keeps it."""
    turns, asked = history(talk, step), _asked(talk, step)
    return tuple(Lamp(rule=rule, light=_light(talk, turns, asked, rule)) for rule in rules)


def side_of(talk: Talk, step: PlannedStep, rules: Sequence[RefereeRule]) -> tuple[str, bool]:
    """The side that has the floor in this step, or the one whose turn is next and True; "" where there is none."""
    if step.side:
        return step.side, False
    if "alternate-sides" in rules:
        last = _last_side(_pupils(history(talk, step)))
        if last and OPPOSITE[last] in _sides(talk):
            return OPPOSITE[last], True
    return "", False


def _light(talk: Talk, turns: Heard, asked: frozenset[int], rule: RefereeRule) -> Light:
    if rule == "teacher-silent":
        return "missed" if talk.floor is not None and talk.floor.turn.teacher else "kept"
    if talk.floor is None or talk.floor.turn.teacher or not turns:
        return "idle"
    turn, before = turns[-1], _pupils(turns[:-1])
    if rule in TAGS:
        if not before or before[-1].seat == turn.seat:
            return "idle"
        return "kept" if TAGS[rule].intersection(turn.moves) else "due"
    if rule == "alternate-sides" and turn.side not in OPPOSITE:
        return "idle"  # somebody without a side keeps no turn of one
    if ORDERS[rule](talk, before, asked, turn.seat):
        return "kept"
    # Whoever has been heard may speak where nobody new wants to: that breaks nothing.
    return "idle" if rule == "new-voices-first" else "missed"


TAGS: Mapping[str, frozenset[str]] = {
    "sum-up-first": frozenset({"summed-up"}),
    "build-on": frozenset({"summed-up", "built-on"}),
}
"""Rules about how a turn begins, and the moves that keep them."""

Heard = Sequence[Turn]
Order = Callable[[Talk, Heard, frozenset[int], int], bool]


def _three_others(talk: Talk, before: Heard, _asked: frozenset[int], seat: int) -> bool:
    """Three others have spoken since: of the seat's own side where it has one, and never more than there are."""
    if seat not in {turn.seat for turn in before}:
        return True
    last = max(index for index, turn in enumerate(before) if turn.seat == seat)
    side = talk.sides.get(seat, "")
    others = {other for other in talk.present if other != seat and (not side or talk.sides.get(other) == side)}
    since = {turn.seat for turn in before[last + 1 :]}
    return len(since & others) >= min(OTHERS, len(others))


def _alternate(talk: Talk, before: Heard, _asked: frozenset[int], seat: int) -> bool:
    """The other side spoke last; undecided seats may ask at any time, and a side alone has nobody to wait for."""
    last, side = _last_side(before), talk.sides.get(seat, "")
    if not last or side != last:
        return True
    return OPPOSITE[last] not in _sides(talk)


def _once(talk: Talk, before: Heard, asked: frozenset[int], seat: int) -> bool:
    """Everybody who is there has spoken, or was asked and passed, before this seat speaks a second time."""
    return seat not in {turn.seat for turn in before} or _all_asked(talk, before, asked, seat)


def _all_before_third(talk: Talk, before: Heard, asked: frozenset[int], seat: int) -> bool:
    """Everybody has spoken or was asked before this seat speaks a third time."""
    return Counter(turn.seat for turn in before)[seat] < 2 or _all_asked(talk, before, asked, seat)


def _new_voices(talk: Talk, before: Heard, asked: frozenset[int], seat: int) -> bool:
    """Seats that have not been heard come first; one that passed is not waited for."""
    return _once(talk, before, asked, seat)


ORDERS: Mapping[str, Order] = {
    "three-others-first": _three_others,
    "alternate-sides": _alternate,
    "once-before-twice": _once,
    "all-before-third": _all_before_third,
    "new-voices-first": _new_voices,
}
"""Rules about who speaks next: whether a seat may, after those who spoke before."""


def _all_asked(talk: Talk, before: Heard, asked: frozenset[int], seat: int) -> bool:
    return set(talk.present) - {seat} <= {turn.seat for turn in before} | asked


def _sides(talk: Talk) -> set[str]:
    """The sides somebody sits on today."""
    return {talk.sides.get(seat, "") for seat in talk.present}


def _asked(talk: Talk, step: PlannedStep) -> frozenset[int]:
    return frozenset(event.seat for event in talk.passed if _activity(event.step) == _activity(step.id))


def _pupils(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    return tuple(turn for turn in turns if not turn.teacher)


def _last_side(before: Heard) -> str:
    """The side that spoke last, the undecided left out."""
    return next((turn.side for turn in reversed(before) if turn.side in OPPOSITE), "")

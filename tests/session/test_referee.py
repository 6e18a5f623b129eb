"""The referee: the rules of the protocols as code, against a slow reading of the same sentences."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.lesson.plan import PlannedStep
from kit.protocols import reading
from kit.protocols.model import RefereeRule
from kit.session.events import Event, Logged
from kit.session.ledger import evenness
from kit.session.referee import ORDERS, TAGS, lamps, side_of, standings
from kit.session.talk import apply
from kit.session.turns import RoomArranged, SeatMarked, SideTaken, Talk, TurnBegan, TurnEnded, TurnPassed, TurnTagged

STEP = PlannedStep(id="talk.share", lesson_step="talk", protocol="circle", part="share", minutes=5, starts=0, shows=())
SEATS = 7


def after(*events: Event) -> Talk:
    talk = apply(Talk(), Logged(1, 0.0, 0.0, RoomArranged(shape="circle", seats=SEATS)))
    for seq, event in enumerate(events, 2):
        talk = apply(talk, Logged(seq, 0.0, float(seq), event))
    return talk


def spoken(*seats: int, step: str = STEP.id) -> list[Event]:
    return [TurnBegan(seat=seat, step=step) for seat in seats]


def light(talk: Talk, rule: RefereeRule, step: PlannedStep = STEP) -> str:
    return lamps(talk, step, (rule,))[0].light


def free(talk: Talk, *rules: RefereeRule) -> set[int]:
    return {seat for seat, standing in standings(talk, STEP, rules).items() if standing == "free"}


def test_three_others_speak_before_anybody_speaks_again() -> None:
    assert free(after(*spoken(1, 2, 3)), "three-others-first") == {4, 5, 6, 7}
    assert free(after(*spoken(1, 2, 3, 4)), "three-others-first") == {1, 5, 6, 7}
    assert free(after(*spoken(1, 2, 3, 2, 3)), "three-others-first") == {4, 5, 6, 7}, "others, not turns, are counted"
    assert light(after(*spoken(1, 2, 1)), "three-others-first") == "missed"
    assert light(after(*spoken(1, 2, 3, 4, 1)), "three-others-first") == "kept"


def test_of_their_own_side_where_there_are_sides_and_never_more_than_there_are() -> None:
    sides: list[Event] = [SideTaken(seats=(1, 2, 3), side="for"), SideTaken(seats=(4, 5, 6, 7), side="against")]
    talk = after(*sides, *spoken(1, 4, 2, 5, 6, 7))
    assert 1 not in free(talk, "three-others-first"), "of the two others of that side one has spoken"
    assert 1 in free(after(*sides, *spoken(1, 4, 2, 5, 3)), "three-others-first")


def test_sides_alternate_and_the_undecided_may_always_ask() -> None:
    sides: list[Event] = [SideTaken(seats=(1, 2), side="for"), SideTaken(seats=(3, 4), side="against")]
    talk = after(*sides, *spoken(1))
    assert free(talk, "alternate-sides") == {3, 4, 5, 6, 7}
    assert side_of(talk, STEP, ("alternate-sides",)) == ("against", True)
    assert free(after(*sides, *spoken(1, 5)), "alternate-sides") == {3, 4, 5, 6, 7}, "a question gives no turn away"
    assert light(after(*sides, *spoken(1, 5)), "alternate-sides") == "idle"
    assert light(after(*sides, *spoken(1, 2)), "alternate-sides") == "missed"
    alone = after(*sides, SeatMarked(seat=3, present=False), SeatMarked(seat=4, present=False), *spoken(1))
    assert free(alone, "alternate-sides") == {1, 2, 5, 6, 7}
    assert side_of(alone, STEP, ("alternate-sides",)) == ("", False)


def test_everybody_once_before_anybody_twice_and_passing_counts_as_asked() -> None:
    talk = after(*spoken(1, 2, 3, 4, 5), SeatMarked(seat=6, present=False))
    assert free(talk, "once-before-twice") == {7}
    passed = after(*spoken(1, 2, 3, 4, 5), SeatMarked(seat=6, present=False), TurnPassed(seat=7, step=STEP.id))
    assert free(passed, "once-before-twice") == {1, 2, 3, 4, 5, 7}


def test_nobody_a_third_time_before_all_were_asked() -> None:
    assert 1 in free(after(*spoken(1, 2)), "all-before-third")
    assert 1 not in free(after(*spoken(1, 2, 1, 2)), "all-before-third")
    assert 1 in free(after(*spoken(1, 2, 1, 2, 3, 4, 5, 6, 7)), "all-before-third")


def test_new_voices_come_first_but_nobody_is_stopped() -> None:
    talk = after(*spoken(1, 2))
    assert standings(talk, STEP, ("new-voices-first",))[1] == "give-way"
    assert light(after(*spoken(1, 2, 1)), "new-voices-first") == "idle"
    assert light(talk, "new-voices-first") == "kept"
    assert standings(talk, STEP, ("new-voices-first", "three-others-first"))[2] == "wait"


def test_the_summing_up_is_due_until_it_is_entered() -> None:
    assert light(after(*spoken(1)), "sum-up-first") == "idle", "the first speaker has nobody to sum up"
    assert light(after(*spoken(1, 2)), "sum-up-first") == "due"
    assert light(after(*spoken(1, 2), TurnTagged(move="summed-up")), "sum-up-first") == "kept"
    assert light(after(*spoken(1, 2), TurnTagged(move="built-on")), "sum-up-first") == "due"
    assert light(after(*spoken(1, 2), TurnTagged(move="built-on")), "build-on") == "kept"
    assert light(after(*spoken(1, 2), TurnEnded()), "sum-up-first") == "idle"


def test_the_teacher_is_silent() -> None:
    assert light(after(*spoken(1)), "teacher-silent") == "kept"
    assert light(after(*spoken(1, 0)), "teacher-silent") == "missed"
    assert light(after(*spoken(1, 0, 2)), "teacher-silent") == "kept"


def test_an_activity_begins_anew_and_its_steps_belong_together() -> None:
    assert free(after(*spoken(1, 2, step="talk.before")), "once-before-twice") == {3, 4, 5, 6, 7}
    assert free(after(*spoken(1, 2, step="other.share")), "once-before-twice") == set(range(1, SEATS + 1))


def test_a_side_that_owns_the_step_has_the_floor() -> None:
    step = PlannedStep(
        id="d.for-1", lesson_step="d", protocol="debate", part="for-1", minutes=3, starts=0, shows=(), side="for"
    )
    assert side_of(after(), step, ()) == ("for", False)


# The same rules, slowly

SEAT = st.integers(1, SEATS)


def naive(rule: str, order: list[int], sides: dict[int, str], away: set[int], seat: int) -> bool:
    there = [other for other in range(1, SEATS + 1) if other not in away]
    if rule == "three-others-first":
        mine = [other for other in there if other != seat and (seat not in sides or sides.get(other) == sides[seat])]
        later: set[int] = set()
        for other in reversed(order):
            if other == seat:
                return sum(1 for name in later if name in mine) >= (3 if len(mine) > 3 else len(mine))
            later.add(other)
        return True
    if rule == "alternate-sides":
        if sides.get(seat) not in ("for", "against"):
            return True
        for other in reversed(order):
            if sides.get(other) in ("for", "against"):
                rivals = [name for name in there if sides.get(name) not in (None, "undecided", sides[other])]
                return sides[other] != sides[seat] or not rivals
        return True
    waiting = [other for other in there if other != seat and other not in order]
    return order.count(seat) < (2 if rule == "all-before-third" else 1) or not waiting


@settings(max_examples=200, deadline=None)
@given(
    order=st.lists(SEAT, max_size=14),
    sides=st.dictionaries(SEAT, st.sampled_from(["for", "against", "undecided"])),
    away=st.sets(SEAT, max_size=4),
)
@pytest.mark.parametrize("rule", sorted(ORDERS))
def test_every_rule_of_order_against_its_slow_reading(
    rule: RefereeRule, order: list[int], sides: dict[int, str], away: set[int]
) -> None:
    events: list[Event] = [SideTaken(seats=(seat,), side=side) for seat, side in sides.items()]  # type: ignore[arg-type]
    heard: list[int] = []
    for seat in order:
        if not heard or heard[-1] != seat:
            heard.append(seat)
    talk = after(*events, *spoken(*heard), *(SeatMarked(seat=seat, present=False) for seat in away))
    for seat, standing in standings(talk, STEP, (rule,)).items():
        assert (standing == "free") == naive(rule, heard, sides, away, seat), seat


# The protocols of Kit


def test_every_rule_has_its_code_and_stands_in_a_protocol() -> None:
    rules = set(get_args(RefereeRule))
    assert rules == {*ORDERS, *TAGS, "teacher-silent"}
    used = {
        rule
        for name in reading.names()
        for step in reading.by_language(name)["en"].steps.values()
        for rule in step.referee
    }
    assert used == rules


def test_rules_stand_only_where_turns_are_taken_in_the_whole_room() -> None:
    for name in reading.names():
        for part, step in reading.by_language(name)["en"].steps.items():
            if step.referee or step.longest_turn:
                assert step.voice == "room", (name, part)
                assert step.longest_turn >= 0


def test_the_documentation_names_every_rule_with_its_protocols() -> None:
    text = (Path(__file__).parents[2] / "docs" / "talk.md").read_text(encoding="utf-8")
    told = {row[0]: row[2] for row in re.findall(r"^\| `([a-z-]+)` \| (.+) \| (.+) \|$", text, re.MULTILINE)}
    protocols = {name: reading.by_language(name)["en"].steps.values() for name in reading.names()}
    assert told == {
        rule: ", ".join(name for name, steps in protocols.items() if any(rule in step.referee for step in steps))
        for rule in told
    }
    assert set(told) == set(get_args(RefereeRule))
    for name, steps in protocols.items():
        assert any(step.longest_turn for step in steps) == (name in text.rpartition("longest_turn")[2]), name


def test_the_worked_example_of_the_documentation() -> None:
    assert evenness([8, 2, 1, 1]) == pytest.approx(1 - 5 / 9)

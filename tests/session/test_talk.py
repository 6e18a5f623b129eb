"""Talk: turns, silences and waits come from events, and what the class sees tells nobody from anybody else."""

from __future__ import annotations

import math
from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kit.lesson.plan import PlannedStep
from kit.session import talk as tool
from kit.session.events import Ended, Event, Logged, Resumed, Thought, Went
from kit.session.ledger import evenness, ledger, median, share_of
from kit.session.referee import Code
from kit.session.seats import SeatPlan, hints, spots
from kit.session.talk import PublicTalk, apply, public
from kit.session.turns import (
    KeysShown,
    RoomArranged,
    SeatMarked,
    SideTaken,
    Talk,
    TurnBegan,
    TurnEnded,
    TurnPassed,
    TurnTagged,
)
from kit.session.vocabulary import restored, written

STEP = PlannedStep(id="talk.share", lesson_step="talk", protocol="circle", part="share", minutes=5, starts=0, shows=())


def talked(*happened: tuple[float, Event]) -> Talk:
    """The talk after events, each with the second it happened at."""
    talk = Talk()
    for seq, (now, event) in enumerate(happened, 1):
        talk = apply(talk, Logged(seq, 0.0, now, event))
    return talk


def said(seat: int, step: str = STEP.id) -> TurnBegan:
    return TurnBegan(seat=seat, step=step)


def test_one_key_a_speaker_gives_turns_and_seconds() -> None:
    talk = talked((10, said(3)), (25, said(7)), (30, said(3)), (42, TurnEnded()))
    found = ledger(talk, now=100)
    assert (found.turns[3], found.seconds[3]) == (2, 27)
    assert (found.turns[7], found.seconds[7]) == (1, 5)
    assert found.longest == 15
    assert found.follows == {(3, 7): 1, (7, 3): 1}
    assert 3 not in found.unheard
    assert len(found.unheard) == 26


def test_the_turn_that_goes_on_counts_until_now() -> None:
    talk = talked((10, said(3)))
    assert ledger(talk, now=14).seconds[3] == 4
    assert ledger(talk, now=60).seconds[3] == 50


def test_the_speaker_s_own_key_changes_nothing() -> None:
    once = talked((10, said(3)))
    assert apply(once, Logged(2, 0.0, 20, said(3))) == once


def test_only_more_than_three_seconds_are_a_silence() -> None:
    talk = talked(
        (0, said(1)),
        (5, TurnEnded()),
        (8, said(2)),
        (9, TurnEnded()),
        (13.5, said(1)),
        (14, said(2)),
        (15, TurnEnded()),
    )
    found = ledger(talk, now=16)
    assert (found.silences, found.silent, found.longest_silence) == (1, 4.5, 4.5)
    assert ledger(talk, now=25).silences == 2, "the silence that goes on counts as well"


def test_the_wait_is_from_the_question_to_the_first_pupil() -> None:
    talk = talked(
        (0, said(1)),
        (5, TurnEnded()),
        (10, Thought(seconds=20)),
        (18, said(0)),
        (22, Thought(seconds=0)),
        (25, said(4)),
        (31, said(5)),
        (40, Thought(seconds=5)),
        (49, said(6)),
    )
    assert talk.waits == (15.0, 9.0)
    assert ledger(talk, now=50).wait == 12
    assert ledger(talk, now=50).silences == 0, "thinking time is no silence"


def test_another_step_ends_the_turn_and_no_silence_reaches_across() -> None:
    talk = talked((0, said(1)), (30, Went(index=2)), (90, said(2, "talk.next")), (95, TurnEnded()))
    found = ledger(talk, now=96)
    assert (found.seconds[1], found.silences) == (30, 0)
    assert found.follows == {}


def test_a_laptop_that_died_ends_the_turn_where_it_was_last_seen() -> None:
    talk = talked((1000, said(1)), (5, Resumed(stopped=1012)), (8, said(2)), (10, TurnEnded()))
    found = ledger(talk, now=11)
    assert (found.seconds[1], found.seconds[2], found.silences) == (12, 2, 0)


def test_whoever_is_away_is_not_called_silent() -> None:
    talk = talked((0, RoomArranged(shape="rows", seats=3)), (0, SeatMarked(seat=2, present=False)), (1, said(1)))
    found = ledger(talk, now=2)
    assert (found.unheard, set(found.turns)) == ((3,), {1, 3})
    late = apply(talk, Logged(9, 0.0, 5, said(2)))
    assert late.present == (1, 2, 3), "somebody who speaks is there"


def test_a_move_is_counted_once_and_lines_are_kept() -> None:
    talk = talked(
        (0, said(1)),
        (1, TurnTagged(move="evidence", line=14)),
        (2, TurnTagged(move="evidence", line=14)),
        (3, TurnTagged(move="summed-up")),
        (4, TurnEnded()),
        (5, TurnTagged(move="evidence", line=3)),
    )
    assert talk.turns[0].moves == ("evidence", "summed-up")
    assert talk.turns[0].lines == (14, 3)


def test_what_makes_no_sense_changes_nothing() -> None:
    talk = Talk()
    for event in (
        said(29),
        said(-1),
        TurnEnded(),
        TurnTagged(move="question"),
        SeatMarked(seat=99, present=False),
        SideTaken(seats=(40,), side="for"),
        TurnPassed(seat=77),
        RoomArranged(shape="rows", seats=0),
        RoomArranged(shape="u", seats=61),
        RoomArranged(shape="rows", seats=12, columns=40),
        Resumed(stopped=3),
        Ended(),
    ):
        assert apply(talk, Logged(1, 0.0, 5, event)) == talk


def test_evenness_says_how_many_turns_would_have_to_be_given_away() -> None:
    assert evenness([5, 5, 5, 5]) == 1
    assert evenness([2, 1, 1, 1]) == 1, "five turns cannot be spread more evenly over four"
    assert evenness([8, 0, 0, 0]) == 0
    assert evenness([4, 4, 0, 0]) == 1 - 4 / 6
    assert evenness([1, 0]) is None
    assert evenness([9]) is None
    assert share_of([5, 3, 1, 1], 3) == 0.9
    assert share_of([0, 0], 3) is None
    assert median([]) is None


# Anything may happen, in any order, on a clock that may jump.

SEATS = st.integers(-1, 32)
EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(TurnBegan, seat=SEATS, step=st.sampled_from(["talk.share", "talk.next", ""])),
    st.just(TurnEnded()),
    st.builds(TurnTagged, move=st.sampled_from(["summed-up", "built-on", "question", "evidence"]), line=SEATS),
    st.builds(TurnPassed, seat=SEATS),
    st.builds(SeatMarked, seat=SEATS, present=st.booleans()),
    st.builds(SideTaken, seats=st.tuples(SEATS, SEATS), side=st.sampled_from(["for", "against", "undecided", ""])),
    st.builds(RoomArranged, shape=st.sampled_from(["rows", "u", "circle"]), seats=st.integers(0, 61)),
    st.builds(Thought, seconds=st.sampled_from([0.0, 20.0])),
    st.builds(Resumed, stopped=st.floats(-100, 5000)),
    st.builds(Went, index=st.integers(0, 3)),
    st.builds(KeysShown, on=st.booleans()),
    st.just(Ended()),
)
HAPPENED = st.lists(st.tuples(st.floats(0, 5000), EVENTS), max_size=40)


@settings(max_examples=150, deadline=None)
@given(HAPPENED, st.floats(0, 6000))
def test_whatever_happens_times_are_never_negative_and_turns_add_up(
    happened: list[tuple[float, Event]], now: float
) -> None:
    talk = talked(*happened)
    found = ledger(talk, now)
    turns = talk.until(now)
    assert all(turn.seconds >= 0 and (turn.gap is None or turn.gap >= 0) for turn in turns)
    assert found.pupil_turns + found.teacher_turns == len(turns)
    assert math.isclose(found.pupil_seconds + found.teacher_seconds, sum(turn.seconds for turn in turns))
    assert all(wait >= 0 for wait in talk.waits)
    assert sum(found.follows.values()) < max(1, len(turns))
    assert found.evenness is None or 0 <= found.evenness <= 1
    assert set(found.unheard) <= set(talk.present)
    assert public(talk, STEP, Code(rules=("three-others-first", "teacher-silent")), now) is not None


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=2, max_size=12))
def test_giving_a_turn_from_the_busiest_to_the_quietest_is_never_less_even(counts: list[int]) -> None:
    before = evenness(counts)
    if before is None:
        return
    counts.sort()
    given_away = [counts[0] + 1, *counts[1:-1], counts[-1] - 1] if counts[-1] - counts[0] > 1 else counts
    after = evenness(given_away)
    assert after is not None
    assert after >= before - 1e-9


@given(EVENTS.filter(lambda event: isinstance(event, tool.EVENTS)))
def test_every_event_comes_back_from_the_journal(event: Event) -> None:
    assert restored(event.KIND, written(event)) == event


# What the class sees


def values(thing: Any) -> list[Any]:
    """Every value somewhere inside."""
    if is_dataclass(thing) and not isinstance(thing, type):
        return [value for field in fields(thing) for value in values(getattr(thing, field.name))]
    if isinstance(thing, tuple | list | frozenset):
        return [value for item in thing for value in values(item)]
    return [thing]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 12), st.floats(0, 60)), min_size=1, max_size=30), st.permutations(range(1, 13))
)
def test_the_wall_is_the_same_whoever_the_speakers_are(turns: list[tuple[int, float]], others: list[int]) -> None:
    """Exchange all seats with one another: nothing the wall shows may change."""

    def seen(names: dict[int, int]) -> PublicTalk:
        now, happened = 0.0, [(0.0, RoomArranged(shape="rows", seats=12))]
        events: list[tuple[float, Event]] = [*happened]
        for seat, seconds in turns:
            events.append((now, said(names[seat])))
            now += seconds
        return public(
            talked(*events), STEP, Code(rules=("three-others-first", "once-before-twice", "new-voices-first"))
        )

    assert seen({seat: seat for seat in range(1, 13)}) == seen(dict(zip(range(1, 13), others, strict=True)))


def test_the_wall_says_nothing_on_balance_before_it_means_much() -> None:
    few = talked(*((float(second), said(1 + second % 2)) for second in range(5)))
    assert public(few, STEP).balance is None
    more = talked(*((float(second), said(1 + second % 2)) for second in range(6)))
    assert public(more, STEP).balance is not None


def test_the_keys_of_the_chairs_stand_on_the_wall_only_when_asked_for() -> None:
    talk = talked((0, said(5)))
    assert public(talk, STEP).keys == ()
    shown = public(apply(talk, Logged(2, 0.0, 1, KeysShown(on=True))), STEP).keys
    assert len(shown) == 28
    assert shown == public(apply(Talk(), Logged(2, 0.0, 1, KeysShown(on=True))), STEP).keys, "whoever has spoken"


def test_a_turn_that_takes_too_long_is_known_to_the_wall_by_its_time_alone() -> None:
    talk = talked((10, said(5)))
    code = Code(longest=60)
    assert public(talk, STEP, code, now=40).until == 70
    assert [public(talk, STEP, code, now=now).late for now in (69.9, 70.0)] == [False, True]
    assert public(talk, STEP, now=500).until is None


# Seats


@given(st.sampled_from(["rows", "u", "circle"]), st.integers(1, 60))
def test_every_seat_has_a_place_of_its_own_and_a_plan_fits_a_terminal(shape: Any, seats: int) -> None:
    plan = SeatPlan(shape=shape, seats=seats)
    found = spots(plan)
    assert sorted(found) == list(range(1, seats + 1))
    assert len(set(found.values())) == seats
    assert all(0 <= spot.row < 10 and 0 <= spot.column < 20 for spot in found.values())


@given(st.integers(1, 60), st.sets(st.integers(1, 60), max_size=60))
def test_keys_are_all_different_and_none_begins_another(seats: int, absent: set[int]) -> None:
    plan = SeatPlan(seats=seats)
    found = hints(plan, absent)
    assert set(found) == set(range(1, seats + 1)) - absent
    keys = list(found.values())
    assert len(set(keys)) == len(keys)
    assert not [one for one in keys for other in keys if one != other and other.startswith(one)]
    assert not set("".join(keys)) & set("bdqtuw?,.-"), "keys that mean the same everywhere"
    if len(found) <= 30:
        assert all(len(key) == 1 for key in keys)
    assert all(len(key) <= 2 for key in keys)


def test_a_chair_keeps_its_key_whoever_is_away() -> None:
    plan = SeatPlan(seats=28)
    assert {seat: key for seat, key in hints(plan).items() if seat not in (3, 9)} == hints(plan, {3, 9})

"""A countdown is a deadline: whatever happens to the program in between, the time left is right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.session.clock import Countdown, shown

seconds = st.floats(min_value=0, max_value=100_000, allow_nan=False)


def test_it_stands_until_it_is_started() -> None:
    ready = Countdown.of(5)
    assert (ready.running, ready.paused) == (False, False)
    assert ready.left(0) == ready.left(1000) == 300


def test_a_laptop_that_slept_has_lost_nothing_but_the_sleep() -> None:
    started = Countdown.of(5).start(now=100)
    assert started.left(100 + 240) == 60


def test_a_pause_holds_the_time_and_starting_again_goes_on_from_there() -> None:
    paused = Countdown.of(5).start(now=0).pause(now=60)
    assert paused.paused
    assert paused.left(5000) == 240
    again = paused.start(now=5000)
    assert again.left(5040) == 200


def test_starting_twice_and_pausing_twice_change_nothing() -> None:
    started = Countdown.of(5).start(now=0)
    assert started.start(now=50) == started
    paused = started.pause(now=10)
    assert paused.pause(now=90) == paused


def test_a_minute_more_in_every_state() -> None:
    ready = Countdown.of(5)
    assert ready.add(60).left(0) == 360
    assert ready.start(0).add(60).left(10) == 350
    assert ready.start(0).pause(10).add(60).left(999) == 350
    overtime = ready.start(0)
    assert overtime.left(310) == -10
    assert overtime.add(60).left(310) == 50


@pytest.mark.parametrize(
    ("left", "text"),
    [(300, "5:00"), (299.4, "5:00"), (299, "4:59"), (60, "1:00"), (9.2, "0:10"), (0.001, "0:01"), (0, "0:00")],
)
def test_what_the_class_reads(left: float, text: str) -> None:
    assert shown(left) == text


@pytest.mark.parametrize(
    ("left", "text"), [(-0.5, "0:00"), (-1, "+0:01"), (-61.5, "+1:01"), (-600, "+10:00"), (-6000, "+100:00")]
)
def test_overtime_is_counted_with_a_plus(left: float, text: str) -> None:
    assert shown(left) == text


@given(length=st.integers(1, 120), passed=seconds)
def test_a_display_that_sleeps_as_told_shows_every_second(length: int, passed: float) -> None:
    started = Countdown.of(length).start(now=0)
    wait = started.until_next_second(passed)
    assert 0 < wait <= 1
    before, after = shown(started.left(passed)), shown(started.left(passed + wait + 0.001))
    # 0:00 stands for two seconds, from just before the end to just before +0:01.
    assert before != after or before == "0:00"

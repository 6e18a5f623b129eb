"""The course of a class: where it is, in which language, and which clock runs."""

from __future__ import annotations

import pytest

from kit.lesson.plan import Plan, PlannedStep
from kit.session.course import Course, begin


def a_plan() -> Plan:
    steps = tuple(
        PlannedStep(
            id=f"talk.{name}", lesson_step="talk", protocol="circle", part=name, minutes=minutes, starts=0, shows=()
        )
        for name, minutes in (("think", 2), ("pair", 3), ("share", 5))
    )
    return Plan(lesson="tea", minutes=10, steps=steps)


def a_course() -> Course:
    return begin(a_plan(), ("en", "fr"))


def test_it_begins_where_the_teacher_says() -> None:
    assert a_course().index == 0
    assert begin(a_plan(), ("en",), from_step="2").step.part == "pair"
    assert begin(a_plan(), ("en",), from_step="talk.share").step.part == "share"
    with pytest.raises(LookupError):
        begin(a_plan(), ("en",), from_step="4")


def test_a_plan_without_steps_cannot_be_taught() -> None:
    with pytest.raises(ValueError, match="without steps"):
        begin(Plan(lesson="tea", minutes=10, steps=()), ("en",))


def test_it_speaks_only_the_lesson_s_languages() -> None:
    course = begin(a_plan(), ("en", "fr"), language="fr")
    assert course.language == "fr"
    assert course.speak("it").language == "fr"
    assert begin(a_plan(), ("en", "fr"), language="it").language == "en"
    assert course.next_language().language == "en"
    assert course.next_language().next_language() == course


def test_it_never_leaves_the_plan() -> None:
    course = a_course()
    assert course.go_to(-1).is_first
    assert course.go_to(99).is_last


def test_each_step_keeps_its_own_time() -> None:
    course = a_course().start(now=0).go_to(1)
    assert course.countdown.left(60) == 180
    assert course.go_to(0).countdown.left(60) == 60


def test_looking_back_never_stops_the_time_and_says_whose_it_is() -> None:
    course = a_course().go_to(2).start(now=0).go_to(0)
    assert course.running_elsewhere == 2
    assert course.go_to(2).running_elsewhere is None


def test_only_one_clock_runs() -> None:
    course = a_course().start(now=0).go_to(1).start(now=30)
    assert course.running_elsewhere is None
    assert course.go_to(0).countdown.paused
    assert course.go_to(0).countdown.left(500) == 90


def test_a_pause_holds_the_clock_of_whatever_step_it_is() -> None:
    course = a_course().start(now=0).go_to(1).pause(now=30)
    assert course.running_elsewhere is None
    assert course.go_to(0).countdown.left(500) == 90


def test_a_minute_more_belongs_to_this_step_alone() -> None:
    course = a_course().add()
    assert course.countdown.left(0) == 180
    assert course.go_to(1).countdown.left(0) == 180
    assert course.go_to(2).countdown.left(0) == 300

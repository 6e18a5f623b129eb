"""Which classes can be continued or joined, and with what time left."""

from __future__ import annotations

import signal
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kit.session.events import ClockPaused, ClockStarted, Ended, TimeAdded, Went
from kit.session.presence import is_anybody_there, lock_file
from kit.session.room import BEAT, Room
from kit.session.sessions import (
    Summary,
    discard,
    free_path,
    is_alive,
    join,
    leave,
    resume,
    start,
    summary_of,
    survey,
    unfinished,
)
from tests.session.classes import LESSON, Clock, happenings, lesson, plan, program

MONDAY = 1_768_207_800.0
"""12 January 2026, 8:50 in UTC."""


def a_class(folder: Path, clock: Clock, calendar: Clock) -> Room:
    return start(lesson(), plan(), "fr", folder=folder, clock=clock, calendar=calendar)


def the_one(folder: Path) -> Summary:
    (summary,) = unfinished(folder, LESSON)
    return summary


def test_a_class_that_was_killed_is_offered_with_the_time_it_had_left(quick: Path) -> None:
    clock, calendar = Clock(5000.0), Clock(MONDAY)
    room = a_class(quick, clock, calendar)
    room.do(ClockStarted())
    for _ in range(25):
        clock.now += BEAT
        calendar.now += BEAT
        room.beat()
    # Now the computer dies; here its journal is only let go of, which writes nothing more.
    room.close()

    summary = the_one(quick)
    assert (summary.lesson, summary.title) == (LESSON, "Thé ou café ?")
    assert (summary.index, summary.steps, summary.running, summary.left) == (0, 3, True, 70.0)
    assert (summary.opened, summary.last_alive) == (MONDAY, MONDAY + 50)
    assert summary.events == 2

    # Half a minute later, on a clock that has begun anew.
    calendar.now += 30
    assert summary.gap(calendar.now) == 30
    assert summary.left_minus_gap(calendar.now) == 40
    with_all = resume(summary.path, clock=Clock(3.0), calendar=calendar)
    assert with_all.state.course.countdown.left(3.0) == 70
    assert with_all.state.course.countdown.running
    with_all.close()
    minus = resume(summary.path, minus_gap=True, clock=Clock(9.0), calendar=Clock(calendar.now + 10))
    assert minus.state.course.countdown.left(9.0) == 60
    minus.close()
    standing = resume(summary.path, runs=False, clock=Clock(2.0), calendar=calendar)
    assert standing.state.course.countdown.left(99.0) == 60
    assert standing.state.course.countdown.paused
    standing.close()
    assert not the_one(quick).running


def test_weeks_later_and_with_a_clock_set_back_only_the_time_left_is_offered(quick: Path) -> None:
    clock, calendar = Clock(5000.0), Clock(MONDAY)
    room = a_class(quick, clock, calendar)
    room.do(ClockStarted())
    clock.now += 20
    calendar.now -= 7200  # somebody mends the computer's clock
    room.do(TimeAdded())
    room.beat()
    room.close()
    summary = the_one(quick)
    assert summary.left == 160
    assert summary.left_minus_gap(MONDAY + 14 * 86400) is None
    assert summary.gap(MONDAY - 9000) is None
    assert summary.left_minus_gap(MONDAY - 9000) is None
    assert [entry.seq for entry in room.log] == [1, 2, 3]
    later = resume(summary.path, minus_gap=True, clock=Clock(1.0), calendar=Clock(MONDAY - 9000))
    assert later.state.course.countdown.left(1.0) == 160
    assert later.state.elapsed(1.0) == 20
    later.close()


def test_a_class_whose_time_stands_is_continued_standing(quick: Path) -> None:
    clock, calendar = Clock(5000.0), Clock(MONDAY)
    room = a_class(quick, clock, calendar)
    room.do(Went(index=1), ClockStarted())
    clock.now += 30
    room.do(ClockPaused())
    room.close()
    summary = the_one(quick)
    assert (summary.running, summary.left, summary.index) == (False, 150.0, 1)
    assert summary.left_minus_gap(calendar.now + 5) is None
    later = resume(summary.path, minus_gap=True, clock=Clock(1.0), calendar=Clock(MONDAY + 600))
    assert later.state.course.countdown.left(1.0) == 150
    assert later.state.course.countdown.paused
    later.close()


def test_a_second_death_soon_after_the_first(quick: Path) -> None:
    clock, calendar = Clock(5000.0), Clock(MONDAY)
    room = a_class(quick, clock, calendar)
    room.do(ClockStarted())
    clock.now += 60
    room.beat()
    room.close()
    again = resume(the_one(quick).path, clock=Clock(10.0), calendar=calendar)
    again.close()
    third = resume(the_one(quick).path, clock=Clock(900.0), calendar=calendar)
    assert third.state.course.countdown.left(900.0) == 60
    assert third.state.elapsed(900.0) == 60
    third.close()


def test_a_class_in_which_nothing_happened_leaves_nothing(quick: Path) -> None:
    room = a_class(quick, Clock(), Clock(MONDAY))
    assert unfinished(quick, LESSON) == []
    desk = join(next(quick.glob("*.class")))
    leave(room)
    assert len(list(quick.glob("*.class"))) == 1, "somebody else is still in it"
    leave(desk)
    assert list(quick.iterdir()) == []


def test_what_a_wall_killed_at_once_has_left_is_taken_away_by_the_next_one(quick: Path) -> None:
    a_class(quick, Clock(), Clock(MONDAY)).close()  # as the kernel does it: nobody looks back
    room = a_class(quick, Clock(), Clock(MONDAY + 120))
    room.do(TimeAdded())
    assert len(list(quick.glob("*.class"))) == 2
    leave(room)
    assert [path.name for path in quick.iterdir()] == [the_one(quick).path.name]


def test_a_class_that_is_over_or_of_another_lesson_is_not_offered(quick: Path) -> None:
    room = a_class(quick, Clock(), Clock(MONDAY))
    room.do(*happenings(3))
    leave(room)
    assert unfinished(quick, "coffee") == []
    assert len(unfinished(quick, LESSON)) == 1
    again = resume(the_one(quick).path)
    again.do(Ended())
    leave(again)
    assert unfinished(quick, LESSON) == []
    (summary,), faults = survey(quick)
    assert summary.ended
    assert faults == []


def test_the_latest_comes_first_and_names_are_never_shared(quick: Path) -> None:
    for minutes in (3, 0, 0, 60):
        room = a_class(quick, Clock(), Clock(MONDAY + 60 * minutes))
        room.do(TimeAdded())
        room.close()
    offered = unfinished(quick, LESSON)
    assert [summary.opened - MONDAY for summary in offered] == [3600, 180, 0, 0]
    assert len({summary.path for summary in offered}) == 4
    # A file somebody has renamed is found all the same.
    offered[0].path.rename(quick / "class 4b.class")
    assert unfinished(quick, LESSON)[0].path == quick / "class 4b.class"


def test_names_say_when_and_what(quick: Path) -> None:
    first = free_path(quick, "many-hands", MONDAY)
    assert first.name.endswith("-many-hands.class")
    assert first.name.startswith("2026-01-12-")
    first.touch()
    assert free_path(quick, "many-hands", MONDAY).name.endswith(".2-many-hands.class")


def test_a_lesson_with_an_endless_name_is_found_again(quick: Path) -> None:
    name = "日本語で書かれた長い名前" * 20
    room = start(replace(lesson(), id=name), plan(), "en", folder=quick)
    room.do(TimeAdded())
    assert room.trouble is None
    room.close()
    assert [summary.lesson for summary in unfinished(quick, name)] == [name]
    assert unfinished(quick, name + "!") == []


def test_a_folder_that_is_not_there_has_no_classes(tmp_path: Path) -> None:
    assert survey(tmp_path / "nowhere") == ([], [])


def test_a_discarded_class_is_gone_with_all_that_lay_beside_it(quick: Path) -> None:
    room = a_class(quick, Clock(), Clock(MONDAY))
    room.do(*happenings(3))
    path = next(quick.glob("*.class"))
    discard(path)
    assert list(quick.iterdir()) == []
    room.close()


IDLE = """
import sys, time
from pathlib import Path
from kit.session.sessions import join
room = join(Path(sys.argv[1]))
print("in", flush=True)
sys.stdin.readline()
room.close()
"""


def test_a_wall_that_idles_is_alive_and_one_that_was_killed_is_not(quick: Path) -> None:
    room = a_class(quick, Clock(), Clock(MONDAY))
    room.do(TimeAdded())
    path = next(quick.glob("*.class"))
    room.close()
    long_after = MONDAY + 86400
    assert not is_alive(summary_of(path), long_after)

    wall, other = program(IDLE, path), program(IDLE, path)
    for process in (wall, other):
        assert process.stdout is not None
        assert process.stdout.readline() == "in\n"
    assert is_alive(summary_of(path), long_after), "although it has written nothing for a day"
    wall.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    wall.communicate()
    assert is_alive(summary_of(path), long_after), "the other one is still there"
    other.kill()
    other.communicate()
    assert not is_alive(summary_of(path), MONDAY + 1), "although it was there a second ago"
    assert unfinished(quick, LESSON)[0].path == path

    last = program(IDLE, path)
    assert last.stdout is not None
    assert last.stdout.readline() == "in\n"
    last.communicate("\n")
    assert not lock_file(path).exists(), "who leaves last takes the lock away"


@pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be closed there")
def test_where_nobody_can_tell_a_sign_of_life_decides(quick: Path) -> None:
    room = a_class(quick, Clock(), Clock(MONDAY))
    room.do(TimeAdded())
    path = next(quick.glob("*.class"))
    room.close()
    lock_file(path).mkdir()  # no file that could be locked
    assert is_anybody_there(path) is None
    summary = summary_of(path)
    assert is_alive(summary, MONDAY + BEAT)
    assert not is_alive(summary, MONDAY + 60)
    assert not is_alive(summary, MONDAY - 60)
    room = resume(path)
    assert room.trouble is None
    room.close()
    lock_file(path).rmdir()

"""A class that cannot be saved for a while: a file that has gone, one that is held, a folder that is closed."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kit.session.events import ClockStarted, Logged, Resumed, TimeAdded, Undone, Went
from kit.session.faults import BusyJournalError, GoneJournalError, JournalError, ReadOnlyJournalError
from kit.session.journal import Journal
from kit.session.presence import is_anybody_there
from kit.session.replay import SPAN
from kit.session.room import BEAT, Room
from kit.session.sessions import join, leave, resume, start, survey
from kit.session.state import ClassState, apply, state
from tests.session.classes import Clock, happenings, lesson, new_journal, opening, plan, texts, trouble


def path_of(room: Room) -> Path:
    assert room.journal is not None
    return room.journal.path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def room(quick: Path, clock: Clock) -> Iterator[Room]:
    """A class that has begun, on the wall."""
    room = start(lesson(), plan(), "en", folder=quick / "sessions", clock=clock, calendar=clock)
    yield room
    room.close()


@pytest.fixture
def desk(room: Room, clock: Clock) -> Iterator[Room]:
    """The same class on the desk."""
    desk = join(path_of(room), clock=clock, calendar=clock)
    yield desk
    desk.close()


# The file has gone


@pytest.mark.parametrize("deleted", ["*.class", "*.class*"])
def test_a_journal_deleted_in_class_is_written_anew_by_the_next_beat(room: Room, desk: Room, deleted: str) -> None:
    room.do(*happenings(3))
    desk.catch_up()
    for file in path_of(room).parent.glob(deleted):
        file.unlink()
    room.do(TimeAdded(seconds=7.0))
    assert isinstance(trouble(room), GoneJournalError)
    assert len(room.unsaved) == 1
    room.beat()
    assert trouble(room) is None
    # The desk notices by itself and goes on in the new file.
    desk.catch_up()
    assert isinstance(trouble(desk), GoneJournalError)
    desk.do(Went(index=2))
    desk.beat()
    assert trouble(desk) is None
    assert room.catch_up()
    assert desk.log == room.log
    assert desk.state == room.state
    room.do(TimeAdded(seconds=8.0))
    assert desk.catch_up()
    assert is_anybody_there(path_of(room))
    path = path_of(room)
    room.close()
    desk.close()
    assert texts(resume(path))[:-1] == texts(room)


def test_wall_and_desk_both_go_on_without_a_file_and_meet_again(room: Room, desk: Room, quick: Path) -> None:
    folder = path_of(room).parent
    folder.rename(quick / "away")
    room.do(TimeAdded(seconds=1))
    desk.do(TimeAdded(seconds=2))
    room.do(TimeAdded(seconds=3))
    room.undo()
    desk.undo()
    assert room.state.course.countdown.length == 121
    assert desk.state.course.countdown.length == 120
    (quick / "away").rename(folder)  # the stick is back
    desk.beat()
    room.beat()
    desk.catch_up()
    assert trouble(room) is trouble(desk) is None
    assert texts(room) == texts(desk)
    assert room.log == desk.log
    assert room.state == desk.state
    # Each undo still takes back what it took back, although the numbers are others now.
    assert room.state.course.countdown.length == 121


def test_a_stick_that_is_pulled_out(tmp_path: Path) -> None:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("nothing can be mounted here")
    stick = tmp_path / "stick"
    stick.mkdir()
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "--bind", str(disk), str(stick)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        room = start(lesson(), plan(), "en", folder=stick / "sessions")
        room.do(*happenings(2))
        before = path_of(room)
        subprocess.run(["umount", "-l", str(stick)], check=True)
        room.do(TimeAdded(seconds=5.0))
        room.do(TimeAdded(seconds=6.0))
        assert isinstance(trouble(room), GoneJournalError)
        subprocess.run(mount, check=True)
        room.beat()
        assert trouble(room) is None
        assert path_of(room) == before
        room.close()
        again = resume(before)
        assert texts(again)[:-1] == texts(room)
        again.close()
    finally:
        subprocess.run(["umount", "-l", str(stick)], check=False, capture_output=True)


def test_a_file_of_the_same_name_that_is_another_class_is_never_written_to(room: Room, quick: Path) -> None:
    path = path_of(room)
    for file in path_of(room).parent.glob("*.class*"):
        file.unlink()
    other = Room.begin(opening(), new_journal(path.parent))
    other.do(*happenings(4))
    other.close()
    path_of(other).rename(path)
    before = path.read_bytes()
    room.do(TimeAdded())
    room.beat()
    assert "another class" in str(trouble(room))
    assert room.state.course.countdown.length == 180
    assert path.read_bytes() == before


# The file is held


def test_while_another_program_holds_the_file_the_class_goes_on(room: Room, clock: Clock) -> None:
    holder = sqlite3.connect(path_of(room), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    for event in happenings(6):
        room.do(event)
    assert isinstance(trouble(room), BusyJournalError)
    assert len(room.unsaved) == 6
    assert room.state.course.index == 1
    holder.execute("COMMIT")
    holder.close()
    room.beat()
    assert trouble(room) is None
    assert texts(Room.enter(Journal.open(path_of(room)))) == texts(room)


def test_what_others_have_written_meanwhile_comes_first_and_an_undo_keeps_its_aim(room: Room, desk: Room) -> None:
    holder = sqlite3.connect(path_of(room), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    room.do(TimeAdded(seconds=1))
    room.do(TimeAdded(seconds=2))
    room.undo()
    holder.execute("ROLLBACK")
    holder.close()
    desk.do(TimeAdded(seconds=10))
    desk.do(TimeAdded(seconds=20))
    room.beat()
    desk.catch_up()
    assert desk.log == room.log
    assert desk.state == room.state
    assert [entry.event for entry in room.log[1:]] == [
        TimeAdded(seconds=10),
        TimeAdded(seconds=20),
        TimeAdded(seconds=1),
        TimeAdded(seconds=2),
        Undone(seq=5),
    ]
    assert room.state.course.countdown.length == 151


# The folder is closed


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "sessions").write_text("", encoding="utf-8")
    room = start(lesson(), plan(), "en", folder=tmp_path / "sessions")
    room.do(*happenings(2))
    assert isinstance(trouble(room), ReadOnlyJournalError)
    assert room.state.course.index == 1 or room.state.course.countdown.running
    leave(room)
    assert list(tmp_path.iterdir()) == [tmp_path / "sessions"]


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A folder with one class in it that nobody can write to: for root, another view of it."""
    folder = tmp_path / "sessions"
    room = start(lesson(), plan(), "en", folder=folder)
    room.do(*happenings(5))
    room.close()
    if sys.platform == "win32":
        pytest.skip("folders cannot be closed there")
    if os.geteuid() != 0:
        folder.chmod(0o500)
        next(folder.glob("*.class")).chmod(0o400)
        yield folder
        folder.chmod(0o700)
        return
    bind = subprocess.run(["mount", "--bind", str(folder), str(folder)], check=False, capture_output=True)
    if bind.returncode:
        pytest.skip("nothing can be mounted here")
    subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_class_in_a_folder_that_is_closed_goes_on_in_memory(closed: Path) -> None:
    before = sorted((file.name, file.read_bytes()) for file in closed.iterdir())
    ((summary,), faults) = survey(closed)
    assert faults == []
    room = resume(summary.path)
    assert isinstance(trouble(room), ReadOnlyJournalError)
    room.do(TimeAdded())
    room.beat()
    assert isinstance(trouble(room), ReadOnlyJournalError)
    assert [type(entry.event) for entry in room.log[-2:]] == [Resumed, TimeAdded]
    room.close()
    assert sorted((file.name, file.read_bytes()) for file in closed.iterdir()) == before
    new = start(lesson(), plan(), "en", folder=closed)
    assert isinstance(trouble(new), ReadOnlyJournalError)


# Inside one program


def test_one_listener_that_fails_does_not_keep_the_news_from_the_others(room: Room) -> None:
    told: list[str] = []

    def fails() -> None:
        told.append("first")
        raise RuntimeError("a listener of its own")

    room.listeners += [fails, lambda: told.append("second"), lambda: told.append("third")]
    with pytest.raises(RuntimeError, match="of its own"):
        room.do(TimeAdded())
    assert told == ["first", "second", "third"]
    assert room.state.course.countdown.length == 180


def test_a_class_has_one_opening_only(room: Room) -> None:
    room.do(Went(index=2), TimeAdded())
    before = room.state
    room.do(opening())
    assert room.state == before


def test_only_what_can_be_undone_is(room: Room) -> None:
    room.do(ClockStarted())
    room.do(Resumed(stopped=1000.0, step="talk.think", left=30.0, running=False))
    before = room.state
    room.do(Undone(seq=3), Undone(seq=1), Undone(seq=99))
    assert room.state == before
    assert room.undo() is None
    # One that is written before its aim has no aim.
    room.do(Undone(seq=room.log[-1].seq + 2))
    room.do(TimeAdded())
    assert room.state.course.countdown.left(0) == 90


def test_a_beat_writes_only_while_time_runs_and_only_once_for_all(room: Room, desk: Room, clock: Clock) -> None:
    clock.now += 60
    room.beat()
    assert room.journal is not None
    pulse = room.journal.pulse()
    assert pulse is not None
    assert pulse.mono == 1000.0
    room.do(ClockStarted())
    desk.catch_up()
    clock.now += BEAT
    room.beat()
    pulse = room.journal.pulse()
    assert pulse is not None
    assert (pulse.mono, pulse.left, pulse.step) == (1062.0, 118.0, "talk.think")
    clock.now += BEAT / 2
    desk.beat()
    assert room.journal.pulse() == pulse


def test_a_class_that_is_not_to_be_saved_has_no_trouble(clock: Clock) -> None:
    room = Room.begin(opening(), None, clock=clock, calendar=clock)
    room.do(*happenings(4))
    room.undo()
    room.beat()
    room.close()
    assert room.trouble is None
    assert room.unsaved == []
    assert len(room.log) == 6


def test_a_room_goes_on_after_any_error_by_name(room: Room, quick: Path) -> None:
    assert room.journal is not None
    room.journal.close()  # as after a mistake: the connection itself is no longer good for anything
    room.do(TimeAdded())
    assert isinstance(trouble(room), JournalError)
    room.beat()
    assert trouble(room) is None
    assert len(Room.enter(Journal.open(path_of(room))).log) == 2


def test_an_undo_late_in_a_long_class_replays_only_the_end(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    for event in happenings(1000):
        room.do(event)
    room.undo()  # the first one remembers states on its way
    applied: list[Logged] = []

    def counted(before: ClassState, logged: Logged) -> ClassState:
        applied.append(logged)
        return apply(before, logged)

    monkeypatch.setattr("kit.session.replay.apply", counted)
    room.undo()
    assert 0 < len(applied) <= 2 * SPAN
    assert room.state == state(room.log)

"""The disk is full: the class goes on in memory, says so, and is saved in order as soon as there is room again."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kit.session.events import TimeAdded
from kit.session.faults import FullJournalError, JournalError, Mode
from kit.session.journal import Journal
from kit.session.room import Room
from kit.session.sessions import start, survey
from tests.session.classes import Clock, happenings, lesson, new_journal, opening, plan, program, trouble

NO_LIMITS = pytest.mark.skipif(sys.platform == "win32", reason="the size of files cannot be limited there")

COUNT = 24

FULL_AT_EVERY_SIZE = """
import os, resource, sys, traceback
from pathlib import Path
from kit.session.journal import Journal
from kit.session.room import Room
from tests.session.classes import happenings, new_journal, opening
folder, mode, first, step, last, count = Path(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:])
everything = [opening(), *happenings(count)]

def play(limit):
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))
    room = Room.begin(opening(), None, remake=lambda: new_journal(folder / str(limit), mode))
    troubled = room.trouble is not None
    for event in happenings(count):
        room.do(event)
        troubled = troubled or room.trouble is not None
        assert (room.trouble is not None) == bool(room.unsaved)
    assert [entry.event for entry in room.log] == everything
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    before = room.state
    room.beat()
    assert room.trouble is None and not room.unsaved, room.trouble
    assert room.state == before
    assert len(list((folder / str(limit)).glob("*.class"))) == 1
    again = Room.enter(Journal.open(room.journal.path))
    assert [entry.event for entry in again.log] == everything
    assert again.state == before
    again.close()
    room.close()
    assert len(list((folder / str(limit)).iterdir())) == 1
    return troubled

for limit in range(first, last, step):
    child = os.fork()
    if not child:
        try:
            os._exit(7 if play(limit) else 0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@NO_LIMITS
@pytest.mark.parametrize(("mode", "last", "step"), [("wal", 240_000, 7_010), ("delete", 26_000, 810)])
def test_no_room_at_any_moment_and_later_room_again(mode: Mode, last: int, step: int, quick: Path) -> None:
    run = program(FULL_AT_EVERY_SIZE, quick, mode, 0, step, last, COUNT)
    out, errors = run.communicate()
    assert run.returncode == 0, errors
    codes = out.split()
    assert set(codes) == {"7", "0"}, errors
    assert codes.count("7") > 20


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 160 kB that is empty; only root can make one."""
    place = tmp_path / "stick"
    place.mkdir()
    mounted = sys.platform == "linux" and os.geteuid() == 0
    if mounted:
        command = ["mount", "-t", "tmpfs", "-o", "size=160k", "none", str(place)]
        mounted = subprocess.run(command, check=False, capture_output=True).returncode == 0
    if not mounted:
        pytest.skip("no file system can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)


def filled(stick: Path) -> Path:
    """Fill the stick to the last byte; the file that does it."""
    ballast = stick / "films"
    with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(1024))
    return ballast


def test_a_stick_that_is_full_when_the_class_begins(stick: Path) -> None:
    ballast = filled(stick)
    clock = Clock()
    room = start(lesson(), plan(), "en", folder=stick / "sessions", clock=clock, calendar=clock)
    room.do(*happenings(3))
    assert isinstance(trouble(room), FullJournalError)
    assert len(room.log) == 4
    ballast.unlink()
    room.do(TimeAdded())
    assert trouble(room) is None
    room.close()
    (summary,), faults = survey(stick / "sessions")
    assert (summary.events, faults) == (5, [])


def test_a_stick_that_fills_up_in_class(stick: Path) -> None:
    room = Room.begin(opening(), new_journal(stick))
    ballast = filled(stick)
    for event in happenings(COUNT):
        room.do(event)
    assert isinstance(trouble(room), FullJournalError)
    assert 0 < len(room.unsaved) <= COUNT
    ballast.unlink()
    room.beat()
    assert trouble(room) is None
    assert room.journal is not None
    again = Room.enter(Journal.open(room.journal.path))
    assert [entry.event for entry in again.log] == [opening(), *happenings(COUNT)]


@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_sqlite_itself_has_no_more_pages(mode: Mode, quick: Path) -> None:
    room = Room.begin(opening(), new_journal(quick, mode))
    assert room.journal is not None
    room.journal._connection.execute("PRAGMA max_page_count = 5")
    for event in happenings(200):
        room.do(event)
    assert isinstance(trouble(room), FullJournalError)
    unsaved = len(room.unsaved)
    assert unsaved > 10
    room.undo()
    assert len(room.unsaved) == unsaved + 1
    room.journal._connection.execute("PRAGMA max_page_count = 1000000")
    room.beat()
    assert trouble(room) is None
    again = Room.enter(Journal.open(room.journal.path, mode=mode))
    assert again.log == room.log
    assert again.state == room.state


def test_a_class_that_is_closed_tries_a_last_time_to_save_itself(quick: Path) -> None:
    away = quick / "sessions"
    away.write_text("a file where the folder should be", encoding="utf-8")
    room = start(lesson(), plan(), "en", folder=away)
    room.do(*happenings(2))
    assert isinstance(trouble(room), JournalError)
    away.unlink()
    room.close()
    assert survey(away)[0][0].events == 3

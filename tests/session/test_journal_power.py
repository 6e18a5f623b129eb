"""The power goes: whatever part of the log is on the disk, a class opens with all that was acknowledged by then."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.session.events import Event
from kit.session.faults import JournalError
from kit.session.journal import Journal
from kit.session.room import Room
from kit.session.rows import row_of
from kit.session.sessions import summary_of
from kit.session.state import state
from tests.session.any_event import EVENTS
from tests.session.classes import happenings, new_journal, opening
from tests.session.conftest import MEMORY

HEAD, FRAME = 32, 24 + 4096
"""Bytes of the head of SQLite's write-ahead log, and of one frame in it."""

COUNT = 30


def log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def a_class(folder: Path) -> tuple[Room, Path, dict[int, int]]:
    """A class that goes on, and how many of its events were acknowledged at each length of its log."""
    journal = new_journal(folder, "wal")
    room = Room.begin(opening(), journal)
    acknowledged = {log_of(journal.path).stat().st_size: 1}
    for number, event in enumerate(happenings(COUNT), start=2):
        room.do(event)
        acknowledged[log_of(journal.path).stat().st_size] = number
    return room, journal.path, acknowledged


def cuts(length: int) -> Iterator[int]:
    """Before, at and after the head, every frame's boundary, and places inside every frame."""
    yield from (0, 1, HEAD - 1, HEAD)
    for start in range(HEAD, length, FRAME):
        yield from (start + 1, start + 23, start + FRAME // 2, start + FRAME - 1, start + FRAME)


def events_in(path: Path) -> list[int]:
    journal = Journal.open(path)
    try:
        return [row.seq for row in journal.after(0)]
    finally:
        journal.close()


def test_a_log_cut_off_anywhere_holds_every_event_acknowledged_before_the_cut(quick: Path) -> None:
    going_on, path, acknowledged = a_class(quick)
    data, log = path.read_bytes(), log_of(path).read_bytes()
    everything = [opening(), *happenings(COUNT)]
    seen = set()
    for cut in cuts(len(log)):
        (quick / "cut").mkdir(exist_ok=True)
        copy = quick / "cut" / path.name
        copy.write_bytes(data)  # and no index of the log: it was only in memory
        log_of(copy).write_bytes(log[:cut])
        kept = max((count for size, count in acknowledged.items() if size <= cut), default=0)
        assert events_in(copy) == list(range(1, kept + 1)), cut
        if kept:
            journal = Journal.open(copy)
            later = Room.enter(journal)
            assert [entry.event for entry in later.log] == everything[:kept]
            later.do(*happenings(1))
            assert later.trouble is None
            later.close()
            assert len(events_in(copy)) == kept + 1
        seen.add(kept)
        shutil.rmtree(quick / "cut")
    assert seen == set(range(COUNT + 2))
    going_on.close()


@given(st.lists(EVENTS, min_size=1, max_size=8), st.floats(0, 1))
def test_whatever_happened_and_wherever_the_log_is_cut_off_the_state_is_that_of_what_is_left(
    happened: list[Event], part: float
) -> None:
    folder = Path(tempfile.mkdtemp(prefix="kit-", dir=MEMORY if MEMORY.is_dir() else None))
    room = Room.begin(opening(), new_journal(folder, "wal"))
    assert room.journal is not None
    path, begun = room.journal.path, log_of(room.journal.path).stat().st_size
    for event in happened:
        room.do(event)
    copy, log = folder / "copy.class", log_of(path).read_bytes()
    copy.write_bytes(path.read_bytes())
    log_of(copy).write_bytes(log[: begun + round(part * (len(log) - begun))])
    again = Room.enter(Journal.open(copy))
    assert again.log == room.log[: len(again.log)]
    assert again.state == state(room.log[: len(again.log)])
    assert part < 1 or again.log == room.log
    again.close()
    room.close()
    shutil.rmtree(folder)


def test_a_log_in_which_a_piece_never_reached_the_disk_ends_there(quick: Path) -> None:
    going_on, path, acknowledged = a_class(quick)
    data, log = path.read_bytes(), bytearray(log_of(path).read_bytes())
    for start in range(HEAD, len(log), 5 * FRAME):
        torn = bytearray(log)
        torn[start + 100 : start + 612] = bytes(512)
        copy = quick / "torn.class"
        copy.write_bytes(data)
        log_of(copy).write_bytes(torn)
        kept = max((count for size, count in acknowledged.items() if size <= start), default=0)
        # A sector that was all zero anyway is no loss.
        assert len(events_in(copy)) >= kept
        assert torn == log or len(events_in(copy)) == kept
        copy.unlink()
    going_on.close()


def test_a_list_of_classes_reads_a_log_that_was_cut_off_and_leaves_it_as_it_is(quick: Path) -> None:
    going_on, path, _ = a_class(quick)
    copy = quick / "copy.class"
    copy.write_bytes(path.read_bytes())
    log_of(copy).write_bytes(log_of(path).read_bytes()[:-100])
    before = copy.read_bytes(), log_of(copy).read_bytes()
    assert summary_of(copy).events == COUNT
    assert (copy.read_bytes(), log_of(copy).read_bytes()) == before
    going_on.close()


def test_with_a_rollback_journal_what_was_half_written_is_taken_back(quick: Path) -> None:
    journal = new_journal(quick, "delete")
    room = Room.begin(opening(), journal)
    for event in happenings(COUNT):
        room.do(event)
    rollback = journal.path.with_name(journal.path.name + "-journal")
    connection = sqlite3.connect(journal.path, isolation_level=None)
    # So little room in memory that pages go to the file before the end: as at the moment of a power cut.
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    for seq in range(COUNT + 2, COUNT + 400):
        connection.execute("INSERT INTO event VALUES (?, 0, 0, 'paged', ?)", (seq, '{"by":1}' + " " * 200))
    connection.execute("UPDATE event SET data = 'gone'")
    half, hot = journal.path.read_bytes(), rollback.read_bytes()
    connection.execute("ROLLBACK")
    connection.close()
    assert b"gone" in half
    copy = quick / "copy.class"
    copy.write_bytes(half)
    copy.with_name("copy.class-journal").write_bytes(hot)
    assert summary_of(copy).events == COUNT + 1
    copy.write_bytes(half)
    copy.with_name("copy.class-journal").write_bytes(hot)
    again = Room.enter(Journal.open(copy, mode="delete"))
    assert list(map(row_of, again.log)) == list(map(row_of, room.log))


@pytest.mark.parametrize("length", [0, 1, 100, 4096, 8192])
def test_a_file_cut_off_is_told_and_never_taken_for_a_class(length: int, quick: Path) -> None:
    going_on, path, _ = a_class(quick)
    copy = quick / "copy.class"
    copy.write_bytes(path.read_bytes()[:length])
    with pytest.raises(JournalError):
        Room.enter(Journal.open(copy))
    going_on.close()

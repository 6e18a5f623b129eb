"""A damaged file: nothing in it is changed, what can still be read becomes a new class, and a sentence says so."""

from __future__ import annotations

import os
import random
import sqlite3
import time
from dataclasses import replace
from pathlib import Path

import pytest

from kit.session.events import Event, Opened, TimeAdded, Undone
from kit.session.faults import DamagedJournalError, LostJournalError, MissingJournalError, NewerJournalError, told
from kit.session.journal import Journal, Row
from kit.session.room import Room
from kit.session.salvage import mend, salvage
from kit.session.sessions import resume, summary_of, survey, unfinished
from kit.words import words
from tests.session.classes import happenings, new_journal, opening

PAGE = 4096
COUNT = 300


def long_opening() -> Opened:
    """An opening that fills several pages, as that of a real lesson does."""
    plain = opening()
    edition = replace(plain.lesson.editions["en"], title="Tea? " * 5000)
    return replace(plain, lesson=replace(plain.lesson, editions={"en": edition}))


@pytest.fixture
def whole(quick: Path) -> Path:
    """The file of a class that was closed in good order."""
    room = Room.begin(long_opening(), new_journal(quick))
    room.do(*happenings(COUNT))
    room.close()
    return next(quick.glob("*.class"))


def everything() -> list[Event]:
    return [long_opening(), *happenings(COUNT)]


def is_in_order_of(part: list[Event], all_: list[Event]) -> bool:
    rest = iter(all_)
    return all(any(event == other for other in rest) for event in part)


def test_garbage_in_any_page_costs_at_most_what_stood_there(whole: Path) -> None:
    data = whole.read_bytes()
    chance = random.Random(4)
    untouched, saved, refused = 0, 0, 0
    for page in range(len(data) // PAGE):
        damaged = bytearray(data)
        damaged[page * PAGE : (page + 1) * PAGE] = chance.randbytes(PAGE)
        whole.write_bytes(damaged)
        try:
            room = Room.enter(Journal.open(whole, read_only=True))
            assert [entry.event for entry in room.log] == everything(), page
            untouched += 1
            continue
        except DamagedJournalError:
            assert whole.read_bytes() == damaged, "looking changes nothing"
        try:
            result = salvage(whole)
        except LostJournalError:
            assert whole.read_bytes() == damaged
            refused += 1
            continue
        saved += 1
        assert result.damaged.read_bytes() == damaged
        assert result.path == whole
        room = Room.enter(Journal.open(whole))
        kept = [entry.event for entry in room.log]
        assert is_in_order_of(kept, everything()), page
        assert len(kept) == result.events
        assert COUNT + 1 - len(kept) < PAGE // 20, "at most the rows of one page are lost"
        room.do(TimeAdded())
        assert room.trouble is None
        room.close()
        result.damaged.unlink()
    # Without its opening a class is nothing: only those pages cost everything.
    assert refused <= 8
    assert saved >= 5
    assert untouched + saved + refused == len(data) // PAGE


@pytest.mark.parametrize("length", [16, 100, 1000])
def test_garbage_at_the_beginning_costs_nothing(whole: Path, length: int) -> None:
    damaged = b"\xff" * length + whole.read_bytes()[length:]
    whole.write_bytes(damaged)
    (found, faults) = survey(whole.parent)
    assert found == []
    assert [type(fault) for fault in faults] == [DamagedJournalError]
    result = salvage(whole)
    room = Room.enter(Journal.open(result.path))
    assert [entry.event for entry in room.log] == everything()
    assert result.damaged.read_bytes() == damaged
    assert summary_of(result.path).lesson == "tea"
    assert resume(result.path).state.course.index == room.state.course.index


def test_what_stood_only_in_the_log_is_saved_too(quick: Path) -> None:
    room = Room.begin(opening(), new_journal(quick))
    room.do(*happenings(9))
    assert room.journal is not None
    path, log = room.journal.path, room.journal.path.with_name(room.journal.path.name + "-wal")
    copy = quick / "copy.class"
    copy.write_bytes(path.read_bytes())
    log.with_name("copy.class-wal").write_bytes(log.read_bytes())
    assert salvage(copy).events == 10
    assert (quick / "copy.class.damaged-wal").read_bytes() == log.read_bytes()
    room.close()


def test_an_undo_of_something_that_was_lost_takes_nothing_else_back(quick: Path) -> None:
    room = Room.begin(opening(), new_journal(quick))
    room.do(TimeAdded(seconds=1), TimeAdded(seconds=2), TimeAdded(seconds=4))
    room.do(Undone(seq=2))
    room.do(Undone(seq=4))
    assert room.journal is not None
    path = room.journal.path
    room.close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE event SET data = '{' WHERE seq = 2")
    connection.close()
    assert salvage(path).events == 4
    assert Room.enter(Journal.open(path)).state.course.countdown.length == 122


def test_each_damaged_file_is_told_once_and_what_can_be_continued_is_offered(whole: Path) -> None:
    folder, long_ago = whole.parent, time.time() - 3600
    whole.write_bytes(b"\xff" * 100 + whole.read_bytes()[100:])
    letter = folder / "letter.class"
    letter.write_text("Dear colleague,", encoding="utf-8")
    newborn = folder / "newborn.class"
    newborn.touch()
    for file in (whole, letter):
        os.utime(file, (long_ago, long_ago))
    assert unfinished(folder, "tea") == []
    sentences = mend(survey(folder)[1], words("en"))
    assert sorted(sentence.split(" ", 1)[0] for sentence in sentences) == sorted([str(whole), str(letter)])
    assert any(f"{COUNT + 1} events" in sentence for sentence in sentences)
    assert [summary.path for summary in unfinished(folder, "tea")] == [whole]
    assert mend(survey(folder)[1], words("en")) == []
    assert (folder / "letter.class.damaged").read_text(encoding="utf-8") == "Dear colleague,"
    assert newborn.exists()


@pytest.mark.parametrize("content", [b"", b"Dear colleague,\n\nsee you on Monday.\n", bytes(8192), b"\x00"])
def test_a_file_that_was_never_a_class_is_left_alone(content: bytes, quick: Path) -> None:
    path = quick / "2026-01-12-0930-tea.class"
    path.write_bytes(content)
    with pytest.raises(DamagedJournalError) as caught:
        Journal.open(path)
    assert told(caught.value, words("en")).startswith(f"{path} is damaged, or was never a class")
    with pytest.raises(LostJournalError):
        salvage(path)
    assert path.read_bytes() == content
    assert list(quick.iterdir()) == [path]


def test_another_program_s_database_is_left_alone(quick: Path) -> None:
    path = quick / "photos.class"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE event (seq, wall, mono, kind, data)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DamagedJournalError):
        Journal.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("closed", [True, False])
def test_a_journal_from_a_newer_kit_is_left_byte_for_byte(closed: bool, quick: Path) -> None:
    room = Room.begin(opening(), new_journal(quick))
    room.do(*happenings(3))
    assert room.journal is not None
    room.journal._connection.execute("PRAGMA user_version = 2")
    copy = quick / "copy.class"
    if closed:
        room.close()
    for file in quick.glob("*.class*"):
        if not file.name.endswith(("-shm", ".alive")):
            copy.with_name("copy.class" + file.name.partition(".class")[2]).write_bytes(file.read_bytes())
    before = {file.name: file.read_bytes() for file in quick.glob("copy*")}
    assert len(before) == (1 if closed else 2)
    for attempt in (Journal.open, resume, salvage, summary_of):
        with pytest.raises(NewerJournalError) as caught:
            attempt(copy)
    assert "newer Kit" in told(caught.value, words("en"))
    after = {file.name: file.read_bytes() for file in quick.glob("copy*") if not file.name.endswith("-shm")}
    assert after == before
    room.close()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MissingJournalError) as caught:
        resume(tmp_path / "gone.class")
    assert "moved or deleted" in told(caught.value, words("en"))
    assert list(tmp_path.iterdir()) == []


def test_events_of_a_kind_that_is_not_known_yet_are_kept(quick: Path) -> None:
    room = Room.begin(opening(), new_journal(quick))
    assert room.journal is not None
    path = room.journal.path
    with room.journal.writing(1) as writing:
        writing.add([Row(0, 1.0, 1.0, "sung", '{"song":"Bella ciao"}'), Row(0, 1.0, 1.0, "went", '{"index":1,"on":2}')])
    room.do(TimeAdded())
    room.close()
    again = Room.enter(Journal.open(path))
    assert [entry.seq for entry in again.log] == [1, 4]
    assert again.undo() == TimeAdded()
    for file in quick.glob("*.class*"):
        file.unlink()  # and where the whole journal has to be written anew
    again.do(TimeAdded())
    again.beat()
    assert again.trouble is None
    assert again.journal is not None
    assert [row.kind for row in again.journal.after(0)] == [
        "opened",
        "sung",
        "went",
        "time-added",
        "undone",
        "time-added",
    ]
    assert again.state.course.countdown.length == 180

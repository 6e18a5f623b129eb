"""The journal of a class: one SQLite file of events, to which rows are only ever added.

A row is on the disk once `writing` has been left without an error: neither a killed program nor a power cut takes it
back. Several programs may write to one journal; each gets the others' rows, in the journal's order.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path

from kit.session.connection import (
    APPLICATION,
    VERSION,
    at_once,
    beside,
    check,
    connect,
    for_reading,
    prepare,
    renamed,
    verify,
)
from kit.session.faults import DamagedJournalError, GoneJournalError, MissingJournalError, Mode
from kit.session.presence import Presence

WRITING = 0.25
"""The same for every later writing: a key must never freeze the class.

Two of Kit's own programs never make each other wait that long."""

SCHEMA = """
CREATE TABLE about (lesson TEXT NOT NULL, title TEXT NOT NULL, kit TEXT NOT NULL, opened REAL NOT NULL);
CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    wall REAL NOT NULL,
    mono REAL NOT NULL,
    kind TEXT NOT NULL,
    data TEXT NOT NULL
);
CREATE TABLE pulse (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    wall REAL NOT NULL,
    mono REAL NOT NULL,
    step TEXT NOT NULL,
    "left" REAL NOT NULL,
    "index" INTEGER NOT NULL,
    steps INTEGER NOT NULL,
    ended INTEGER NOT NULL
);
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One event as it is stored; times as in `kit.session.events.Logged`."""

    seq: int
    wall: float
    mono: float
    kind: str
    data: str
    """JSON."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """The last sign of life: written with every event, and every two seconds while time runs.

    Says where the class is, so that a list of classes need not read any event.
    """

    wall: float
    mono: float
    step: str
    """The id of the step whose time runs; empty where none does."""
    left: float
    """Seconds that step has left, or, where no time runs, the one the class is in."""
    index: int
    """The step the class is in, from 0."""
    steps: int
    ended: bool


@dataclass(frozen=True, slots=True)
class About:
    """What a list of classes shows without reading any event."""

    lesson: str
    """The lesson's id."""
    title: str
    kit: str
    """The version of Kit that opened it."""
    opened: float
    """Seconds since 1970."""


ROW = ", ".join(field.name for field in fields(Row))
PULSE = ", ".join(f'"{field.name}"' for field in fields(Pulse))


@dataclass(slots=True)
class Writing:
    """What is being written: all of it becomes durable together, or none."""

    others: list[Row]
    """What other programs have added in the meantime."""
    _connection: sqlite3.Connection
    _last: int

    @property
    def places(self) -> Iterator[int]:
        """The places that the next rows will have."""
        return itertools.count(self._last + 1)

    def add(self, rows: Sequence[Row]) -> list[Row]:
        """Add `rows`, whose places are given here."""
        own = [replace(row, seq=seq) for seq, row in enumerate(rows, start=self._last + 1)]
        self._connection.executemany("INSERT INTO event VALUES (?, ?, ?, ?, ?)", map(astuple, own))
        self._last += len(own)
        return own

    def beat(self, pulse: Pulse) -> None:
        """Overwrite the sign of life."""
        self._connection.execute("INSERT OR REPLACE INTO pulse VALUES (1, ?, ?, ?, ?, ?, ?, ?)", astuple(pulse))


class Journal:
    """An open journal; close it. While one is open for writing, others can see that somebody is there."""

    def __init__(self, path: Path, connection: sqlite3.Connection, mode: Mode, *, read_only: bool) -> None:
        self.path = path
        self.mode: Mode = mode
        """`delete` where the folder lies on another computer: SQLite's write-ahead log needs shared memory."""
        self._connection = connection
        self._file = path.stat()
        self._version = self._data_version()
        self._presence = None if read_only else Presence(path)  # last: nothing can go wrong after it

    @classmethod
    def create(cls, path: Path, about: About, *, mode: Mode | None = None) -> Journal:
        """A new journal at `path`, which must not exist; `mode` is chosen by the file system where it is absent.

        Errors: JournalError, and then nothing is left there.
        """
        with renamed(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600, exist_ok=False)
            try:
                # What a journal of the same name, deleted by hand, has left would be taken for this one's.
                for file in beside(path):
                    file.unlink(missing_ok=True)
                with contextlib.ExitStack() as undo:
                    connection = connect(path, "mode=rw")
                    undo.callback(connection.close)
                    # Before the write-ahead log is there: the head of the file can be read without it from now on.
                    with at_once(connection):
                        connection.execute(f"PRAGMA application_id = {APPLICATION}")
                        for statement in SCHEMA.split(";"):
                            connection.execute(statement)
                        connection.execute("INSERT INTO about VALUES (?, ?, ?, ?)", astuple(about))
                        # Last: a file without its version was never finished.
                        connection.execute(f"PRAGMA user_version = {VERSION}")
                    journal = cls(path, connection, prepare(connection, path, mode), read_only=False)
                    undo.pop_all()
            except BaseException:
                for file in (*beside(path), path):
                    with contextlib.suppress(OSError):
                        file.unlink(missing_ok=True)
                raise
            return journal

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, mode: Mode | None = None) -> Journal:
        """An existing journal. Errors: JournalError, by the names of `kit.session.faults`.

        One that is only read is left as it is, but for what a program that died had half written.
        """
        with renamed(path):
            check(path)
            *_, rollback = beside(path)
            connection = for_reading(path) if read_only and not rollback.exists() else connect(path, "mode=rw")
            try:
                verify(connection, path)  # what was half written has been taken back only now
                kept: Mode = "delete" if read_only else prepare(connection, path, mode)
                return cls(path, connection, kept, read_only=read_only)
            except BaseException:
                connection.close()
                raise

    def close(self) -> None:
        """Let go of the file."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()
        if self._presence is not None:
            self._presence.leave()

    def about(self) -> About:
        """What stands on the cover. Errors: JournalError."""
        with renamed(self.path):
            row = self._connection.execute("SELECT lesson, title, kit, opened FROM about").fetchone()
        if row is None:
            raise DamagedJournalError(self.path, "no cover")
        return About(*row)

    @contextlib.contextmanager
    def writing(self, after: int, *, wait: float = WRITING) -> Iterator[Writing]:
        """Write; what others have added after row `after` comes first. On leaving, it is on the disk.

        Waits up to `wait` seconds for another program that is writing. Errors: JournalError, also on leaving, and
        then nothing has been written.
        """
        with renamed(self.path):
            self._still_there()
            with at_once(self._connection, wait=wait):
                others = self._rows(after)
                last = others[-1].seq if others else after
                yield Writing(others, self._connection, last)

    def after(self, seq: int) -> list[Row]:
        """The rows after `seq`, in order. Errors: JournalError."""
        with renamed(self.path):
            return self._rows(seq)

    def size(self) -> int:
        """The number of events. Errors: JournalError."""
        with renamed(self.path):
            (last,) = self._connection.execute("SELECT max(seq) FROM event").fetchone()
        return last or 0

    def holds_more_than(self, kinds: Sequence[str]) -> bool:
        """Whether there is any event of another kind. Errors: JournalError."""
        marks = ", ".join("?" * len(kinds))
        with renamed(self.path):
            (more,) = self._connection.execute(
                f"SELECT EXISTS (SELECT 1 FROM event WHERE kind NOT IN ({marks}))",  # noqa: S608 - question marks
                tuple(kinds),
            ).fetchone()
        return bool(more)

    def changed(self) -> bool:
        """Whether another program has written since this was last asked; costs a few microseconds.

        Errors: JournalError, GoneJournalError among them.
        """
        with renamed(self.path):
            self._still_there()
            version = self._data_version()
        changed, self._version = version != self._version, version
        return changed

    def pulse(self) -> Pulse | None:
        """The last sign of life, if there was one. Errors: JournalError."""
        with renamed(self.path):
            row = self._connection.execute(f"SELECT {PULSE} FROM pulse").fetchone()  # noqa: S608 - our own names
        if row is None:
            return None
        wall, mono, step, left, index, steps, ended = row
        return Pulse(wall, mono, step, left, index, steps, bool(ended))

    def _rows(self, seq: int) -> list[Row]:
        found = self._connection.execute(
            f"SELECT {ROW} FROM event WHERE seq > ? ORDER BY seq",  # noqa: S608 - our own names
            (seq,),
        )
        return [Row(*row) for row in found]

    def _data_version(self) -> int:
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    def _still_there(self) -> None:
        # SQLite goes on writing into a file that has been deleted, and would never notice.
        try:
            same = os.path.samestat(self._file, self.path.stat())
        except OSError as error:
            raise GoneJournalError(self.path, str(error)) from error
        if not same:
            raise GoneJournalError(self.path, "another file")


def again(path: Path, about: About) -> Journal:
    """The journal at `path`, or a new one where there is none any more. Errors: JournalError."""
    try:
        return Journal.open(path)
    except MissingJournalError:
        if not path.parent.is_dir():
            # A stick that was pulled out: making its folder anew would hide the class below it when it is back.
            raise GoneJournalError(path, "no folder") from None
        return Journal.create(path, about)

"""The journal of a class: one SQLite file of events, to which rows are only ever added.

A row that `append` has returned from is on the disk: neither a killed program nor a power cut takes it back. Two
programs may write to one journal; each gets the other's rows, in the journal's order.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kit.session.filesystem import is_remote

APPLICATION = 0x4B495443
"""SQLite's application id: this file is a class of Kit's."""

VERSION = 1
"""The form of the journal. A newer one is never written to."""

WAIT = 5.0
"""Seconds to wait for another program that is writing."""

Mode = Literal["wal", "delete"]

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
    left REAL NOT NULL
);
"""


class JournalError(Exception):
    """Nothing can be read from, or written to, a journal; the cause is chained."""


class NewerJournalError(JournalError):
    """The file was written by a newer Kit."""


class DamagedJournalError(JournalError):
    """The file is no journal, or no longer a whole one."""


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
    """The last sign of life, overwritten every two seconds while time runs."""

    wall: float
    mono: float
    step: str
    """The id of the step whose time runs; empty where none does."""
    left: float
    """Seconds it had left."""


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


class Journal:
    """An open journal; close it."""

    def __init__(self, path: Path, connection: sqlite3.Connection, mode: Mode) -> None:
        self.path = path
        self.mode: Mode = mode
        """`delete` where the folder lies on another computer: SQLite's write-ahead log needs shared memory."""
        self._connection = connection
        self._version = self._data_version()

    @classmethod
    def create(cls, path: Path, about: About) -> Journal:
        """A new journal at `path`, which must not exist. Errors: JournalError."""
        with _told():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600, exist_ok=False)
            connection = _connect(path)
            mode = _prepare(connection, path)
            with _at_once(connection):
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                for statement in SCHEMA.split(";"):
                    connection.execute(statement)
                connection.execute(
                    "INSERT INTO about VALUES (?, ?, ?, ?)", (about.lesson, about.title, about.kit, about.opened)
                )
                # Last: a file without its version was never finished.
                connection.execute(f"PRAGMA user_version = {VERSION}")
            return cls(path, connection, mode)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Journal:
        """An existing journal. Errors: NewerJournalError, DamagedJournalError, JournalError."""
        with _told():
            connection = _connect(path, read_only=read_only)
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if application != APPLICATION or version == 0:
                raise DamagedJournalError(path)
            if version > VERSION:
                raise NewerJournalError(path)
            mode: Mode = "delete" if read_only else _prepare(connection, path)
            return cls(path, connection, mode)

    def close(self) -> None:
        """Let go of the file."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()

    def about(self) -> About:
        """What stands on the cover. Errors: JournalError."""
        with _told():
            row = self._connection.execute("SELECT lesson, title, kit, opened FROM about").fetchone()
        if row is None:
            raise DamagedJournalError(self.path)
        return About(*row)

    def append(self, rows: Sequence[Row], *, after: int) -> list[Row]:
        """Add `rows` (their `seq` is given here) and return every row after `after`: others' first, then these.

        When it returns, they are on the disk. Errors: JournalError, and then none of them is there.
        """
        with _told(), _at_once(self._connection):
            others = self._rows(after)
            last = others[-1].seq if others else after
            own = [Row(last + place, row.wall, row.mono, row.kind, row.data) for place, row in enumerate(rows, start=1)]
            self._connection.executemany(
                "INSERT INTO event VALUES (?, ?, ?, ?, ?)",
                [(row.seq, row.wall, row.mono, row.kind, row.data) for row in own],
            )
        return [*others, *own]

    def after(self, seq: int) -> list[Row]:
        """The rows after `seq`, in order. Errors: JournalError."""
        with _told():
            return self._rows(seq)

    def _rows(self, seq: int) -> list[Row]:
        found = self._connection.execute(
            "SELECT seq, wall, mono, kind, data FROM event WHERE seq > ? ORDER BY seq", (seq,)
        )
        return [Row(*row) for row in found]

    def changed(self) -> bool:
        """Whether another program has written since this was last asked; costs a few microseconds."""
        with _told():
            version = self._data_version()
        changed, self._version = version != self._version, version
        return changed

    def _data_version(self) -> int:
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    def beat(self, pulse: Pulse) -> None:
        """Overwrite the sign of life. Errors: JournalError."""
        with _told(), _at_once(self._connection):
            self._connection.execute(
                "INSERT OR REPLACE INTO pulse VALUES (1, ?, ?, ?, ?)", (pulse.wall, pulse.mono, pulse.step, pulse.left)
            )

    def pulse(self) -> Pulse | None:
        """The last sign of life, if there was one. Errors: JournalError."""
        with _told():
            row = self._connection.execute("SELECT wall, mono, step, left FROM pulse").fetchone()
        return Pulse(*row) if row is not None else None


def _connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    # mode=rw: a file that has gone is an error, not a new empty class.
    address = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}"
    return sqlite3.connect(address, uri=True, timeout=WAIT, isolation_level=None)


def _prepare(connection: sqlite3.Connection, path: Path) -> Mode:
    wanted: Mode = "delete" if is_remote(path) else "wal"
    try:
        (mode,) = connection.execute(f"PRAGMA journal_mode = {wanted}").fetchone()
    except sqlite3.OperationalError:
        (mode,) = connection.execute("PRAGMA journal_mode = delete").fetchone()
    connection.execute("PRAGMA synchronous = FULL")
    return "wal" if mode == "wal" else "delete"


@contextlib.contextmanager
def _at_once(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything inside or nothing; the lock for writing is taken first, so that nobody writes in between."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """SQLite's and the system's errors, by the names of this module."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        operational = isinstance(error, sqlite3.OperationalError)
        raise (JournalError if operational else DamagedJournalError)(str(error)) from error
    except OSError as error:
        raise JournalError(str(error)) from error

"""Connections to a journal's file: how SQLite is told to keep what is written, and what a file must be."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from kit.session.faults import DamagedJournalError, MissingJournalError, Mode, NewerJournalError, named
from kit.session.filesystem import is_remote

APPLICATION = 0x4B495443
"""SQLite's application id: this file is a class of Kit's."""

VERSION = 1
"""The form of the journal. A newer one is never written to."""

OPENING = 2.0
"""Seconds to wait for another program that is writing while a journal is opened."""

AGAIN = 0.002
"""Seconds between two tries to write."""


def connect(path: Path, how: str) -> sqlite3.Connection:
    """A connection that commits by itself; `how` as in SQLite's addresses."""
    # Never a mode that creates: a file that has gone is an error, not a new empty class.
    address = f"{path.absolute().as_uri()}?{how}"
    return sqlite3.connect(address, uri=True, timeout=OPENING, isolation_level=None)


def beside(path: Path) -> list[Path]:
    """The files SQLite may keep beside a journal: log, the log's index, rollback journal."""
    return [path.with_name(path.name + suffix) for suffix in ("-wal", "-shm", "-journal")]


def for_reading(path: Path) -> sqlite3.Connection:
    """A connection that leaves the file as it is, and no file beside it that was not there before."""
    log, _, rollback = beside(path)
    return connect(path, "mode=ro" if log.exists() or rollback.exists() else "mode=ro&immutable=1")


def check(path: Path) -> None:
    """Look at a file without changing it. Errors: MissingJournalError, DamagedJournalError, NewerJournalError."""
    if not path.is_file():
        raise MissingJournalError(path)
    with contextlib.closing(for_reading(path)) as connection:
        try:
            verify(connection, path)
        except sqlite3.OperationalError:
            # Somebody died while writing: what was half written has to be taken back before anything can be read.
            with contextlib.closing(connect(path, "mode=ro&immutable=1")) as bare:
                verify(bare, path)


def verify(connection: sqlite3.Connection, path: Path) -> None:
    """Errors: DamagedJournalError, NewerJournalError."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION or version == 0:
        raise DamagedJournalError(path, "no class")
    if version > VERSION:
        raise NewerJournalError(path, str(version))


def prepare(connection: sqlite3.Connection, path: Path, wanted: Mode | None = None) -> Mode:
    """Make every commit durable; returns the mode that works where the file lies, `wanted` if that does."""
    if wanted is None:
        wanted = "delete" if is_remote(path) else "wal"
    try:
        (mode,) = connection.execute(f"PRAGMA journal_mode = {wanted}").fetchone()
    except sqlite3.OperationalError:
        (mode,) = connection.execute("PRAGMA journal_mode = delete").fetchone()
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")  # macOS: to the disk, not only to its cache
    return "wal" if mode == "wal" else "delete"


@contextlib.contextmanager
def at_once(connection: sqlite3.Connection, *, wait: float = OPENING) -> Iterator[None]:
    """Everything inside or nothing; the lock for writing is taken first, so that nobody writes in between.

    Waits up to `wait` seconds for another program that is writing.
    """
    _begin(connection, wait)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def _begin(connection: sqlite3.Connection, wait: float) -> None:
    # SQLite waits longer after each try, so that of several programs the one that came first may come last.
    connection.execute("PRAGMA busy_timeout = 0")
    end = time.monotonic() + wait
    while True:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() >= end:
                raise
            time.sleep(AGAIN)
        else:
            break
    # The end of a transaction has to wait for readers, where there is no log.
    connection.execute(f"PRAGMA busy_timeout = {wait * 1000:.0f}")


@contextlib.contextmanager
def renamed(path: Path) -> Iterator[None]:
    """SQLite's and the system's errors, by the names of `kit.session.faults`."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise named(error, path) from error

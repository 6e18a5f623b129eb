"""What can go wrong with the file of a class, and the one sentence the teacher is told about it."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path
from typing import ClassVar, Literal

from kit.words import N_, Words

Mode = Literal["wal", "delete"]
"""How SQLite keeps what is being written: with a write-ahead log, or with a rollback journal."""

REMOTE = N_("{folder} lies on another computer. Everything is saved there all the same, only a little more slowly.")


class JournalError(Exception):
    """Nothing can be read from, or written to, a journal; the cause is chained."""

    BRIEF: ClassVar[str] = N_("Not saved at the moment. The class goes on.")
    SENTENCE: ClassVar[str] = N_(
        "This class cannot be saved in {path} at the moment ({reason}). It goes on all the same, and what happens is "
        "kept in memory until it can be."
    )

    def __init__(self, path: Path, reason: str = "") -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class FullJournalError(JournalError):
    """There is no room left on the disk."""

    BRIEF: ClassVar[str] = N_("Not saved: the disk is full. The class goes on.")
    SENTENCE: ClassVar[str] = N_(
        "The disk is full. The class goes on, and what happens is kept in memory: make room on the disk, and Kit saves "
        "it by itself."
    )


class BusyJournalError(JournalError):
    """Another program holds the file."""

    BRIEF: ClassVar[str] = N_("Not saved yet: another program holds the file.")
    SENTENCE: ClassVar[str] = N_(
        "Another program is holding {path}. The class goes on, and Kit saves what happens as soon as the file is free."
    )


class ReadOnlyJournalError(JournalError):
    """Kit may not write there."""

    BRIEF: ClassVar[str] = N_("Not saved: Kit may not write in its folder.")
    SENTENCE: ClassVar[str] = N_(
        "Kit may not write in {folder}. The class goes on, but it cannot be continued once Kit is closed: give Kit "
        "another folder with the setting KIT_STATE."
    )


class GoneJournalError(JournalError):
    """The file was deleted, or its disk was pulled out."""

    BRIEF: ClassVar[str] = N_("Not saved: the disk or the stick has gone.")
    SENTENCE: ClassVar[str] = N_(
        "{path} has gone: was a disk or a USB stick pulled out? The class goes on, and what happens is kept in memory; "
        "plug it in again, and Kit saves everything by itself."
    )


class MissingJournalError(JournalError):
    """There is no such file."""

    SENTENCE: ClassVar[str] = N_("There is no class in {path}: the file has been moved or deleted.")


class NewerJournalError(JournalError):
    """The file was written by a newer Kit."""

    SENTENCE: ClassVar[str] = N_(
        "{path} was written by a newer Kit, so it was left exactly as it is. Install the newer Kit to continue "
        "this class."
    )


class DamagedJournalError(JournalError):
    """The file is no journal, or no longer a whole one."""

    SENTENCE: ClassVar[str] = N_("{path} is damaged, or was never a class of Kit’s. Nothing in it was changed.")


class LostJournalError(DamagedJournalError):
    """Nothing of a class is left in the file."""

    SENTENCE: ClassVar[str] = N_(
        "{path} is damaged, and nothing of the class can be read any more. It is kept under the same name with "
        "“.damaged” at the end."
    )


def told(fault: JournalError | Mode, tr: Words, *, folder: Path | None = None) -> str:
    """One sentence for the teacher, in the language of `tr`; empty where there is nothing to say.

    Of a mode, only `delete` is worth a sentence: `folder` is the one that lies on another computer.
    """
    if isinstance(fault, JournalError):
        return tr(fault.SENTENCE, path=fault.path, folder=fault.path.parent, reason=fault.reason)
    return tr(REMOTE, folder=folder) if fault == "delete" else ""


def brief(fault: JournalError, tr: Words) -> str:
    """The same about a class in progress, in a few words without a path: what fits on one line of the wall."""
    return tr(fault.BRIEF)


def named(error: sqlite3.Error | OSError, path: Path) -> JournalError:
    """An error of SQLite's or of the system's, by the names of this module."""
    kind = _of_system(error.errno, path) if isinstance(error, OSError) else _of_sqlite(error, path)
    return kind(path, str(error))


def _of_system(number: int | None, path: Path) -> type[JournalError]:
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return FullJournalError
    if number in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR):
        return ReadOnlyJournalError
    if number == errno.EEXIST and not path.parent.is_dir():
        return ReadOnlyJournalError
    return MissingJournalError if number == errno.ENOENT else JournalError


def _of_sqlite(error: sqlite3.Error, path: Path) -> type[JournalError]:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # Python's own: text that is no text, or a connection that has been closed
        return DamagedJournalError if isinstance(error, sqlite3.OperationalError) else JournalError
    match code & 0xFF:  # the low byte of an extended code is the plain one
        case sqlite3.SQLITE_FULL:
            return FullJournalError
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return BusyJournalError
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return ReadOnlyJournalError
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_SCHEMA | sqlite3.SQLITE_ERROR:
            # SQLITE_ERROR: a table or a column is missing.
            return DamagedJournalError
        case sqlite3.SQLITE_CANTOPEN if not os.access(path.parent, os.W_OK):
            return ReadOnlyJournalError
        case _:
            return JournalError

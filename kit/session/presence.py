"""Who is in a class right now: a lock beside its journal that the system takes away from a program that dies.

The lock lies on a file of its own: SQLite's own locks would be lost if the journal were opened a second time.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

PLACES = 16
"""Programs that can be in one class at once, where each has to lock a byte of its own (Windows)."""


def lock_file(journal: Path) -> Path:
    """The file whose lock says that somebody is in the class of `journal`."""
    return journal.with_name(journal.name + ".alive")


class Presence:
    """One program in one class, until it leaves or dies."""

    def __init__(self, journal: Path) -> None:
        """Be there. Where the file system has no locks, nobody is told; see `is_anybody_there`."""
        self._path = lock_file(journal)
        self._file: int | None = None
        with contextlib.suppress(OSError):
            self._file = _locked(self._path)

    def leave(self) -> None:
        """Be there no longer; the last one to leave takes the file away."""
        if self._file is None:
            return
        file, self._file = self._file, None
        last = False
        with contextlib.suppress(OSError):
            # A file of the same name, made after this one was deleted by hand, is not this one's to take away.
            last = _alone(file, shared=True) and os.path.samestat(os.fstat(file), self._path.stat())
        if sys.platform == "win32":  # where an open file cannot be taken away
            os.close(file)
        if last:
            with contextlib.suppress(OSError):
                self._path.unlink()
        if sys.platform != "win32":
            os.close(file)


def is_anybody_there(journal: Path) -> bool | None:
    """Whether a living program, this one included, is in the class; None where the file system cannot tell."""
    try:
        file = os.open(lock_file(journal), os.O_RDWR)
    except FileNotFoundError:
        return False
    except OSError:
        return None
    try:
        return not _alone(file)
    except OSError:
        return None
    finally:
        os.close(file)


if sys.platform == "win32":
    import msvcrt

    def _locked(path: Path) -> int:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        for place in range(PLACES):
            os.lseek(file, place, os.SEEK_SET)
            with contextlib.suppress(OSError):
                msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
                return file
        os.close(file)
        raise OSError(path)

    def _alone(file: int, *, shared: bool = False) -> bool:
        """Whether no other program holds a lock; `shared`: this one holds one itself."""
        free = 0
        for place in range(PLACES):
            os.lseek(file, place, os.SEEK_SET)
            with contextlib.suppress(OSError):
                msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
                os.lseek(file, place, os.SEEK_SET)
                msvcrt.locking(file, msvcrt.LK_UNLCK, 1)
                free += 1
        return free >= PLACES - shared

else:
    import fcntl

    def _locked(path: Path) -> int:
        while True:
            file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                fcntl.flock(file, fcntl.LOCK_SH)
                # The last one to leave may have taken the file away between the two lines above.
                if os.path.samestat(os.fstat(file), path.stat()):
                    return file
            except FileNotFoundError:
                os.close(file)
                continue
            except BaseException:
                os.close(file)
                raise
            os.close(file)

    def _alone(file: int, *, shared: bool = False) -> bool:  # noqa: ARG001 - one's own shared lock becomes exclusive
        """Whether no other program holds a lock; then this one does."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

"""A class as files that can be moved: its journal as one whole file, and its events as lines of JSON."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sqlite3
import tempfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from kit.files.writing import write_whole
from kit.session.connection import check, connect, for_reading, renamed
from kit.session.journal import Journal, Row

LINES = ".jsonl"


def export(path: Path, out: Path) -> tuple[Path, Path]:
    """Copy the class of the journal at `path` into the folder `out`: as one file, and as lines of JSON.

    The copy is whole even while the class goes on, needs no file beside it, and is a class like any other once it lies
    in Kit's folder again. Errors: JournalError where the journal cannot be read, OSError where nothing can be written.
    """
    copy, lines = out / path.name, (out / path.name).with_suffix(LINES)
    if copy.exists() and path.exists() and copy.samefile(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(copy))
    out.mkdir(parents=True, exist_ok=True)
    journal = Journal.open(path, read_only=True)
    try:
        rows = journal.after(0)
    finally:
        journal.close()
    _copy(path, copy)
    write_whole(lines, as_lines(rows), private=True)
    return copy, lines


def as_lines(rows: Iterable[Row]) -> str:
    """One event a line: its place, its time by the calendar and by the run's own clock, its kind, and its fields."""
    return "".join(json.dumps(_plain(row), ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)


def _plain(row: Row) -> dict[str, object]:
    moment = datetime.fromtimestamp(row.wall).astimezone().isoformat(timespec="milliseconds")
    return {"seq": row.seq, "at": moment, "mono": row.mono, "kind": row.kind, "data": _fields(row.data)}


def _fields(data: str) -> object:
    try:
        return json.loads(data)
    except ValueError:
        return data


def _copy(path: Path, target: Path) -> None:
    """SQLite's own copy: what is still in the write-ahead log is in it, and the copy has no such log."""
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    os.close(handle)
    fresh = Path(temporary)
    try:
        with renamed(path):
            check(path)
            with contextlib.closing(for_reading(path)) as source, contextlib.closing(connect(fresh, "mode=rw")) as copy:
                try:
                    source.backup(copy)
                    copy.execute("PRAGMA journal_mode = delete")
                except sqlite3.OperationalError as error:
                    if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
                        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target)) from error
                    raise
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)

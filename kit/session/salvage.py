"""What can still be read of a damaged journal becomes a new one; the damaged file is kept under another name.

SQLite refuses a file whose first page or whose tree is broken, although the rows are still there. So the pages are
looked through one by one, as the file format describes them: https://www.sqlite.org/fileformat2.html, 1.6 and 2.1.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import struct
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import kit
from kit.session.connection import beside, check, connect, renamed
from kit.session.events import Opened, Undone
from kit.session.faults import DamagedJournalError, JournalError, LostJournalError, told
from kit.session.journal import About, Journal, Pulse, Row
from kit.session.rows import logged, moved, pulse_of
from kit.session.state import state
from kit.session.vocabulary import restored
from kit.words import Words

LEAF = 0x0D
"""The first byte of a page that holds rows."""

PAGE = 4096
"""The size of SQLite's pages, where the file's head can no longer say it."""

NEW = 5.0
"""Seconds that making a journal may take; it takes some hundredths."""

Value = int | float | str | bytes | None


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved of a damaged journal."""

    path: Path
    """The new journal, under the old name."""
    damaged: Path
    """The damaged file, under its new name."""
    events: int

    def told(self, tr: Words) -> str:
        """One sentence for the teacher."""
        return tr.plural(
            "{path} was damaged. The one event that could still be read is in it again, and the class can be "
            "continued; the damaged file is kept as {damaged}.",
            "{path} was damaged. The {count} events that could still be read are in it again, and the class can be "
            "continued; the damaged file is kept as {damaged}.",
            self.events,
            path=self.path,
            damaged=self.damaged,
        )


def mend(faults: Iterable[JournalError], tr: Words) -> list[str]:
    """Salvage what is damaged among the `faults` of `kit.session.sessions.survey`; a sentence for each of them.

    What cannot be salvaged is put aside, so that it is told once. A file that is being made at this moment is no fault.
    """
    sentences = []
    for fault in faults:
        try:
            if not isinstance(fault, DamagedJournalError):
                raise fault
            if not _is_new(fault.path):
                sentences.append(salvage(fault.path).told(tr))
        except JournalError as later:
            sentences.append(told(later, tr))
            if isinstance(later, LostJournalError):
                with contextlib.suppress(OSError):
                    _put_aside(later.path)
    return sentences


def _is_new(path: Path) -> bool:
    """Whether a program may still be making the file."""
    try:
        return abs(time.time() - path.stat().st_mtime) < NEW
    except OSError:
        return False


def salvage(path: Path) -> Salvaged:
    """Make a new journal of what is readable in the damaged one at `path`.

    Errors: NewerJournalError, and LostJournalError where no class can be made of it; then nothing has changed.
    """
    with contextlib.suppress(DamagedJournalError), renamed(path):
        check(path)  # never touches what a newer Kit wrote
    with renamed(path):
        rows, pulse = _read(path)
    log = logged(rows)
    if not log or not isinstance(log[0].event, Opened):
        raise LostJournalError(path, "no opening")
    opening = log[0].event
    title = opening.lesson.edition(opening.language).title
    fresh = path.with_name(path.name + ".new")
    with renamed(path):
        for old in (fresh, *beside(fresh)):
            old.unlink(missing_ok=True)
    journal = Journal.create(fresh, About(opening.lesson.id, title, kit.__version__, log[0].wall))
    try:
        with journal.writing(0) as writing:
            last = log[-1]
            kept = writing.add(moved(rows, {row.seq: seq for seq, row in enumerate(rows, start=1)}))
            writing.beat(pulse or pulse_of(state(logged(kept)), last.wall, last.mono))
    finally:
        journal.close()
    with renamed(path):
        damaged = _put_aside(path)
        fresh.rename(path)
    return Salvaged(path, damaged, len(kept))


def _put_aside(path: Path) -> Path:
    number, damaged = 1, path.with_name(path.name + ".damaged")
    while damaged.exists():
        number += 1
        damaged = path.with_name(f"{path.name}.damaged{number}")
    path.rename(damaged)
    for file, target in zip(beside(path), beside(damaged), strict=True):
        if file.exists():
            file.rename(target)
    return damaged


def _read(path: Path) -> tuple[list[Row], Pulse | None]:
    """Every readable row in order, without those that take back what is lost; and the last sign of life."""
    with tempfile.TemporaryDirectory(prefix="kit-") as place:
        copy = Path(place) / "copy"
        for file, target in zip((path, *beside(path)), (copy, *beside(copy)), strict=True):
            if file.exists() and not file.name.endswith("-shm"):
                shutil.copyfile(file, target)
        # What is still in the log comes into the pages, where SQLite can do that.
        with contextlib.suppress(sqlite3.Error), contextlib.closing(connect(copy, "mode=rw")) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        data = copy.read_bytes()
    found: dict[int, Row] = {}
    pulses: list[Pulse] = []
    for seq, values in _records(data):
        match values:
            case [None, int() | float() as wall, int() | float() as mono, str() as kind, str() as text] if _sound(text):
                found[seq] = Row(seq, float(wall), float(mono), kind, text)
            case [None, wall, mono, str() as step, left, int() as index, int() as steps, int() as ended] if seq == 1:
                if all(isinstance(value, int | float) for value in (wall, mono, left)):
                    pulses.append(Pulse(wall, mono, step, left, index, steps, bool(ended)))  # type: ignore[arg-type]
    rows = [found[seq] for seq in sorted(found) if not _takes_back_the_lost(found[seq], found)]
    return rows, max(pulses, key=lambda pulse: pulse.wall, default=None)


def _sound(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False


def _takes_back_the_lost(row: Row, found: dict[int, Row]) -> bool:
    event = restored(row.kind, row.data) if row.kind == Undone.KIND else None
    return isinstance(event, Undone) and event.seq not in found


def _records(data: bytes) -> Iterator[tuple[int, list[Value]]]:
    """Every whole row in the pages of a file: its row id and its values. What makes no sense is passed over."""
    size = PAGE
    if data[:16] == b"SQLite format 3\0":
        (said,) = struct.unpack_from(">H", data, 16)
        size = said if 512 <= said <= 32768 and said & (said - 1) == 0 else PAGE
    for start in range(0, len(data), size):
        head = start + (100 if start == 0 else 0)
        if len(data) < start + size or data[head] != LEAF:
            continue
        (cells,) = struct.unpack_from(">H", data, head + 3)
        for number in range(min(cells, size // 4)):
            with contextlib.suppress(struct.error, IndexError, ValueError):
                (offset,) = struct.unpack_from(">H", data, head + 8 + 2 * number)
                yield _cell(data, start + offset, size)


def _cell(data: bytes, at: int, size: int) -> tuple[int, list[Value]]:
    length, at = _varint(data, at)
    rowid, at = _varint(data, at)
    if length > len(data):
        raise ValueError(length)
    most, least = size - 35, (size - 12) * 32 // 255 - 23
    here = length
    if length > most:
        here = least + (length - least) % (size - 4)
        here = here if here <= most else least
    payload = bytearray(data[at : at + here])
    if here < length:
        (following,) = struct.unpack_from(">I", data, at + here)
        while len(payload) < length:
            page = (following - 1) * size
            if following == 0 or page + size > len(data):
                raise ValueError(following)
            (following,) = struct.unpack_from(">I", data, page)
            payload += data[page + 4 : page + min(size, 4 + length - len(payload))]
    return rowid, _values(bytes(payload))


def _values(payload: bytes) -> list[Value]:
    head, at = _varint(payload, 0)
    types = []
    while at < head:
        kind, at = _varint(payload, at)
        types.append(kind)
    values: list[Value] = []
    for kind in types:
        length = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)[kind] if kind < 10 else (kind - 12) // 2
        raw = payload[at : at + length]
        if len(raw) != length or kind in (10, 11):
            raise ValueError(kind)
        at += length
        values.append(_value(kind, raw))
    return values


def _value(kind: int, raw: bytes) -> Value:
    if kind in (0, 8, 9):
        return (None, 0, 1)[(0, 8, 9).index(kind)]
    if kind == 7:
        (number,) = struct.unpack(">d", raw)
        return float(number)
    if kind < 7:
        return int.from_bytes(raw, "big", signed=True)
    return raw.decode("utf-8") if kind % 2 else raw


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of SQLite's own kind (1 to 9 bytes), and where the next thing begins."""
    value = 0
    for place in range(9):
        byte = data[at + place]
        if place == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    raise ValueError(at)

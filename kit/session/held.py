"""The classes that have been held: how long each was, how large its file is, and which one a name means."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kit.session.connection import beside
from kit.session.events import ClockStarted, Resumed
from kit.session.faults import DamagedJournalError, JournalError
from kit.session.journal import Journal, Pulse, Row
from kit.session.rows import logged
from kit.session.sessions import ENDING, Summary
from kit.session.state import ClassState, NoClassError, state

_MOMENT = re.compile(r"\d{4}(-\d\d(-\d\d([ T]\d\d(:?\d\d)?)?)?)?")
"""A date or the beginning of one: a year, a month, a day, an hour, a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a list says of a class beside its summary."""

    seconds: float
    """How long it was, pauses included, the time between two runs left out."""
    bytes: int
    """What it takes on the disk, with the files beside it."""


def held(path: Path) -> Held:
    """How long the class of the journal at `path` was, and how large. Errors: JournalError."""
    journal = Journal.open(path, read_only=True)
    try:
        rows, pulse = journal.after(0), journal.pulse()
    finally:
        journal.close()
    return Held(seconds=seconds_held(rows, pulse), bytes=size(path))


def at_its_end(path: Path) -> tuple[ClassState, float]:
    """The state a class was left in, and when that was, in seconds of its last run's clock. Errors: JournalError."""
    journal = Journal.open(path, read_only=True)
    try:
        rows, pulse = journal.after(0), journal.pulse()
    finally:
        journal.close()
    try:
        left = state(logged(rows))
    except NoClassError as error:
        raise DamagedJournalError(path, "no opening") from error
    return left, max(rows[-1].mono, pulse.mono if pulse is not None else rows[-1].mono)


def size(path: Path) -> int:
    """What a journal and the files beside it take, in bytes; a file that has just gone takes nothing."""
    total = 0
    for file in (path, *beside(path)):
        with contextlib.suppress(OSError):
            total += file.stat().st_size
    return total


def seconds_held(rows: Iterable[Row], pulse: Pulse | None) -> float:
    """Seconds of class: each run from when time first ran (or ran again) to its last sign of life."""
    seconds, began, last = 0.0, None, None
    for row in rows:
        if row.kind == Resumed.KIND:
            stopped = _stopped(row, last)
            if began is not None and stopped is not None:
                seconds += max(0.0, stopped - began)
                began = row.mono
        elif row.kind == ClockStarted.KIND and began is None:
            began = row.mono
        last = row.mono
    if pulse is not None and last is not None:
        last = max(last, pulse.mono)
    return seconds + (max(0.0, last - began) if began is not None and last is not None else 0.0)


def _stopped(row: Row, last: float | None) -> float | None:
    """When the run before was last seen alive; where the event cannot say so, its last event."""
    with contextlib.suppress(ValueError, AttributeError):
        stopped = json.loads(row.data).get("stopped")
        if isinstance(stopped, int | float):
            return float(stopped)
    return last


def meant(name: str, classes: Sequence[Summary]) -> list[Summary]:
    """The classes a name means, in the order of the list.

    A name is the number in the list (from 1), a date or the beginning of one (``2026-11-04``, ``2026-11-04 10:15``), a
    lesson by its id or the beginning of its title, or the name of the file, with its ending or without.
    """
    name = name.strip()
    if name.isdecimal() and len(name) < 4:
        return list(classes[int(name) - 1 : int(name)]) if int(name) > 0 else []
    by_file = [one for one in classes if name in (one.path.name, one.path.name.removesuffix(ENDING))]
    if by_file:
        return by_file
    if _MOMENT.fullmatch(name):
        wanted = name.replace("T", " ")
        return [one for one in classes if moment(one.opened).startswith(wanted)]
    folded = name.casefold()
    return [one for one in classes if one.lesson == name] or [
        one for one in classes if folded and one.title.strip().casefold().startswith(folded)
    ]


def moment(opened: float) -> str:
    """When a class was opened, in local time: ``2026-11-04 10:15``; a time no calendar has is the first there is."""
    try:
        return f"{datetime.fromtimestamp(opened).astimezone():%Y-%m-%d %H:%M}"
    except (OverflowError, ValueError, OSError):
        return f"{datetime.fromtimestamp(0).astimezone():%Y-%m-%d %H:%M}"


def damaged(name: str, faults: Sequence[JournalError]) -> list[JournalError]:
    """The files that cannot be read and are called `name`, with their ending or without."""
    return [fault for fault in faults if name in (fault.path.name, fault.path.name.removesuffix(ENDING))]

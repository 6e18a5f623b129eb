"""A class in progress as one program sees it: what happens goes into the journal first and changes the state then."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from kit.session.events import Event, Logged, Undone
from kit.session.faults import BusyJournalError, DamagedJournalError, FullJournalError, JournalError
from kit.session.journal import WRITING, Journal, Row, again
from kit.session.replay import Replay
from kit.session.rows import logged, marks, moved, pulse_of, row_of, seqs
from kit.session.state import ClassState, NoClassError, apply, state, taken_back

BEAT = 2.0
"""Seconds between two calls of `Room.beat`."""


@dataclass(slots=True)
class Room:
    """The state of the class, and the only way to change it.

    While its journal cannot be written to, the class goes on in memory: `trouble` says so, and every later event and
    every beat tries again to save all that is unsaved, in order.
    """

    journal: Journal | None
    log: list[Logged]
    state: ClassState
    clock: Callable[[], float] = time.monotonic
    calendar: Callable[[], float] = time.time
    trouble: JournalError | None = None
    """Why the last writing failed; None while everything is saved."""
    unsaved: list[Row] = field(default_factory=list)
    """What waits to be saved; its places in the journal may turn out to be others."""
    listeners: list[Callable[[], None]] = field(default_factory=list)
    """Called after every change, one's own or another program's."""
    remake: Callable[[], Journal] | None = None
    """Opens the journal again, or makes it anew; None in a class that is not to be saved at all."""
    _saved: list[Row] = field(default_factory=list)
    """Every row of the journal that this program has seen, those this Kit does not understand included."""
    _replay: Replay = field(default_factory=Replay)
    """Of `log`; another one where the log has been put together anew."""

    def __post_init__(self) -> None:
        if self.journal is not None and self.remake is None:
            self.remake = partial(again, self.journal.path, self.journal.about())

    @classmethod
    def begin(
        cls,
        opening: Event,
        journal: Journal | None,
        *,
        clock: Callable[[], float] = time.monotonic,
        calendar: Callable[[], float] = time.time,
        remake: Callable[[], Journal] | None = None,
    ) -> Room:
        """A new class with `opening` (an `Opened`) as its first event."""
        first = Logged(1, calendar(), clock(), opening)
        room = cls(journal, [], state([first]), clock, calendar, remake=remake)
        room._take([first])
        return room

    @classmethod
    def enter(
        cls,
        journal: Journal,
        *,
        clock: Callable[[], float] = time.monotonic,
        calendar: Callable[[], float] = time.time,
    ) -> Room:
        """A class that has begun, from its journal. Errors: JournalError."""
        rows = journal.after(0)
        log = logged(rows)
        try:
            replay = Replay()
            room = cls(journal, log, replay.state(log), clock, calendar)
        except NoClassError as error:
            raise DamagedJournalError(journal.path, "no opening") from error
        room._replay = replay
        room._saved = rows
        return room

    def do(self, *happened: Event) -> None:
        """Let something happen: written down, then true. Several events become durable together or not at all."""
        wall, mono = self.calendar(), self.clock()
        self._take([Logged(seq, wall, mono, event) for seq, event in enumerate(happened, start=self._next)])
        self._tell()

    def undo(self) -> Event | None:
        """Take back the last event that can be and has not been; it is returned, None where there is none."""
        gone = taken_back(self.log)
        for entry in reversed(self.log):
            if entry.event.UNDOABLE and entry.seq not in gone:
                self.do(Undone(seq=entry.seq))
                return entry.event
        return None

    def catch_up(self) -> bool:
        """Take in what another program has written; whether there was anything. Cheap enough to ask often."""
        if self.journal is None or self.trouble is not None:
            return False  # the next try to save takes in what others have written
        try:
            if not self.journal.changed():
                return False
            rows = self.journal.after(self._last)
        except JournalError as error:
            self.trouble = error
            self._tell()
            return False
        if rows:
            self.log, self.state = self._with(logged(rows))
            self._saved += rows
            self._tell()
        return bool(rows)

    def beat(self) -> None:
        """Another try to save what is unsaved, or else a sign of life; call it every `BEAT` seconds.

        Writes nothing while all is saved and no time runs, nor where another program has just done so.
        """
        if self.trouble is not None:
            with contextlib.suppress(JournalError):
                self._save([])
            self._tell()
        elif self.journal is not None:
            pulse = pulse_of(self.state, self.calendar(), self.clock())
            try:
                last = self.journal.pulse()
                fresh = last is not None and 0 <= pulse.mono - last.mono < BEAT * 0.75
                if pulse.step and not fresh:
                    with self.journal.writing(self._last) as writing:
                        writing.beat(pulse)
            except JournalError as error:
                self.trouble = error
                self._tell()

    def close(self) -> None:
        """Let go of the journal, after a last try to save what is unsaved."""
        if self.unsaved:
            with contextlib.suppress(JournalError):
                self._save([])
        if self.journal is not None:
            self.journal.close()

    @property
    def _last(self) -> int:
        return self._saved[-1].seq if self._saved else 0

    @property
    def _next(self) -> int:
        """The place of the next event, as far as this program knows."""
        known = [self._last, *(row.seq for row in self.unsaved[-1:]), *(entry.seq for entry in self.log[-1:])]
        return max(known) + 1

    def _take(self, happened: list[Logged]) -> None:
        """Write and learn; where writing fails, the events count in memory and wait to be saved."""
        if self.journal is None and self.remake is None:
            self.log, self.state = self._with(happened)
            return
        # Only the first key waits for a program that holds the file; after that the beat does.
        wait = 0.0 if isinstance(self.trouble, BusyJournalError) else WRITING
        try:
            self._save(happened, wait=wait)
        except JournalError:
            self.log, self.state = self._with(happened)
            self.unsaved += map(row_of, happened)

    def _save(self, happened: list[Logged], *, wait: float = WRITING) -> None:
        """Write what is unsaved and what `happened`, and learn it with what others have written.

        Errors: JournalError, which is the `trouble` then; log and state are as they were.
        """
        try:
            journal = self._usable()
            with journal.writing(self._last, wait=wait) as writing:
                if self.unsaved:
                    waiting = [*self.unsaved, *map(row_of, happened)]
                    own = writing.add(moved(waiting, dict(zip((r.seq for r in waiting), writing.places, strict=False))))
                    log = [entry for entry in self.log if entry.seq <= self._last]
                    log += logged([*writing.others, *own])
                    new, self._replay = state(log), Replay()
                else:
                    own = writing.add([row_of(entry) for entry in happened])
                    placed = [replace(entry, seq=row.seq) for entry, row in zip(happened, own, strict=True)]
                    log, new = self._with([*logged(writing.others), *placed])
                writing.beat(pulse_of(new, self.calendar(), self.clock()))
        except JournalError as error:
            self.trouble = error
            raise
        self._saved += [*writing.others, *own]
        self.unsaved = []
        self.trouble = None
        self.log, self.state = log, new

    def _usable(self) -> Journal:
        """The journal; opened again where the last trouble was with the file itself. Errors: JournalError."""
        if self.journal is not None and isinstance(self.trouble, FullJournalError | BusyJournalError | None):
            return self.journal
        if self.remake is None:
            raise ValueError("a class that is not to be saved has nothing to save")
        journal = self.remake()
        try:
            self._merge(journal)
        except BaseException:
            journal.close()
            raise
        if self.journal is not None:
            self.journal.close()
        self.journal = journal
        self.remake = partial(again, journal.path, journal.about())
        return journal

    def _merge(self, journal: Journal) -> None:
        """Go on with `journal`, whatever of this class is in it already; the rest is unsaved."""
        there, mine = journal.after(0), [*self._saved, *self.unsaved]
        if there and mine and marks(there[:1]) != marks(mine[:1]):
            raise JournalError(journal.path, "another class")
        places = dict(zip(marks(there), seqs(there), strict=True))
        new, missing, last = {}, [], there[-1].seq if there else 0
        for row, mark in zip(mine, marks(mine), strict=True):
            if mark not in places:
                last += 1
                missing.append(row)
            new[row.seq] = places.get(mark, last)
        if not there and not mine:
            return
        self._saved, self.unsaved = there, moved(missing, new)
        self.log = logged([*there, *self.unsaved])
        self._replay = Replay()
        self.state = self._replay.state(self.log)

    def _with(self, entries: list[Logged]) -> tuple[list[Logged], ClassState]:
        """Log and state with `entries` at the end."""
        log = [*self.log, *entries]
        if not self.log or any(isinstance(entry.event, Undone) for entry in entries):
            return log, self._replay.state(log)
        new = self.state
        for entry in entries:
            new = apply(new, entry)
        return log, new

    def _tell(self) -> None:
        # One listener that fails must not keep the news from the others; its error is raised after all.
        with contextlib.ExitStack() as stack:
            for listener in reversed(self.listeners):
                stack.callback(listener)

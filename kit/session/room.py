"""A class in progress as one program sees it: what happens goes into the journal first and changes the state then."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from kit.session.events import Event, Logged, Undone
from kit.session.journal import Journal, JournalError, Pulse, Row
from kit.session.state import ClassState, apply, state
from kit.session.vocabulary import restored, written

BEAT = 2.0
"""Seconds between two signs of life while time runs."""


@dataclass(slots=True)
class Room:
    """The state of the class, and the only way to change it.

    Without a journal, or while it cannot be written to, the class goes on in memory: `trouble` says so, and every later
    event tries again to save all that is unsaved, in order.
    """

    journal: Journal | None
    log: list[Logged]
    state: ClassState
    clock: Callable[[], float] = time.monotonic
    calendar: Callable[[], float] = time.time
    trouble: JournalError | None = None
    """Why the last writing failed; None while everything is saved."""
    unsaved: list[Row] = field(default_factory=list)
    listeners: list[Callable[[], None]] = field(default_factory=list)
    """Called after every change, one's own or another program's."""
    _last: int = 0
    """The last row of the journal that is in the state."""

    @classmethod
    def begin(
        cls,
        opening: Event,
        journal: Journal | None,
        *,
        clock: Callable[[], float] = time.monotonic,
        calendar: Callable[[], float] = time.time,
    ) -> Room:
        """A new class with `opening` (an `Opened`) as its first event."""
        first = Logged(1, calendar(), clock(), opening)
        room = cls(journal, [], state([first]), clock, calendar)
        room._take([first], [Row(0, first.wall, first.mono, opening.KIND, written(opening))])
        return room

    @classmethod
    def enter(
        cls,
        journal: Journal,
        *,
        clock: Callable[[], float] = time.monotonic,
        calendar: Callable[[], float] = time.time,
    ) -> Room:
        """A class that has begun, from its journal. Errors: JournalError, `kit.session.state.NoClassError`."""
        rows = journal.after(0)
        log = list(_logged(rows))
        room = cls(journal, log, state(log), clock, calendar)
        room._last = rows[-1].seq
        return room

    def do(self, *happened: Event) -> None:
        """Let something happen: written down, then true. Several events become durable together or not at all."""
        wall, mono = self.calendar(), self.clock()
        rows = [Row(0, wall, mono, event.KIND, written(event)) for event in happened]
        self._take([Logged(0, wall, mono, event) for event in happened], rows)
        self._tell()

    def undo(self) -> Event | None:
        """Take back the last event that can be and has not been; it is returned, None where there is none."""
        undone = {entry.event.seq for entry in self.log if isinstance(entry.event, Undone)}
        for entry in reversed(self.log):
            if entry.event.UNDOABLE and entry.seq not in undone:
                self.do(Undone(seq=entry.seq))
                return entry.event
        return None

    def catch_up(self) -> bool:
        """Take in what another program has written; whether there was anything. Cheap enough to ask often."""
        if self.journal is None:
            return False
        try:
            if not self.journal.changed():
                return False
            rows = self.journal.after(self._last)
        except JournalError as error:
            self.trouble = error
            return False
        if rows:
            self._learn(rows)
            self._tell()
        return bool(rows)

    def beat(self) -> None:
        """A sign of life with the time that is left; call it every `BEAT` seconds while time runs."""
        if self.journal is None:
            return
        course, now = self.state.course, self.clock()
        running = next((step for step in course.plan.steps if course.countdown_of(step).running), None)
        left = course.countdown_of(running).left(now) if running is not None else 0.0
        try:
            if self.unsaved:
                self._save([])
            self.journal.beat(Pulse(self.calendar(), now, running.id if running is not None else "", left))
        except JournalError as error:
            self.trouble = error

    def close(self) -> None:
        """Let go of the journal."""
        if self.journal is not None:
            self.journal.close()

    def _take(self, happened: list[Logged], rows: list[Row]) -> None:
        """Write and learn; where writing fails, the events count in memory and wait to be saved."""
        if self.journal is not None:
            try:
                self._save(rows)
            except JournalError as error:
                self.trouble = error
            else:
                return
        self.unsaved += rows
        for entry in happened:
            self._add([Logged(self.log[-1].seq + 1 if self.log else 1, entry.wall, entry.mono, entry.event)])

    def _save(self, rows: list[Row]) -> None:
        assert self.journal is not None
        waiting = len(self.unsaved)
        stored = self.journal.append([*self.unsaved, *rows], after=self._last)
        self.trouble = None
        self.unsaved = []
        if waiting:
            # Their places in the journal are others than those they had in memory.
            self._last = 0
            self.log = []
            stored = self.journal.after(0)
        self._learn(stored)

    def _learn(self, rows: list[Row]) -> None:
        if rows:
            self._last = rows[-1].seq
            self._add(list(_logged(rows)))

    def _add(self, entries: list[Logged]) -> None:
        fresh = not self.log
        self.log += entries
        if fresh or any(isinstance(entry.event, Undone) for entry in entries):
            self.state = state(self.log)
            return
        for entry in entries:
            self.state = apply(self.state, entry)

    def _tell(self) -> None:
        for listener in self.listeners:
            listener()


def _logged(rows: Iterable[Row]) -> Iterable[Logged]:
    """The events of `rows`; what this Kit does not know is passed over and stays in the journal."""
    for row in rows:
        event = restored(row.kind, row.data)
        if event is not None:
            yield Logged(row.seq, row.wall, row.mono, event)

"""The classes on this computer: which are unfinished, beginning one, continuing one, joining one that is going on."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import kit
from kit.lesson.model import Lesson
from kit.lesson.plan import Plan
from kit.session.connection import beside
from kit.session.events import Opened, Resumed
from kit.session.faults import (
    DamagedJournalError,
    JournalError,
    MissingJournalError,
    NewerJournalError,
    ReadOnlyJournalError,
)
from kit.session.journal import About, Journal
from kit.session.presence import is_anybody_there, lock_file
from kit.session.room import BEAT, Room

ENDING = ".class"
NAME = re.compile(r"\d{4}-\d\d-\d\d-\d{4}(?:\.\d+)?-(?P<lesson>.+)\.class")
"""A journal's name: date and time it was opened, a number where there were two in one minute, and the lesson's id."""

BY_ITSELF = (Opened.KIND, "laid")
"""The kinds of events that Kit writes without anybody's having done anything."""

LONGEST = 50
"""Characters of a lesson's id in a name: file systems take no name of more than 255 bytes."""

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a list of classes shows, read without any event."""

    path: Path
    lesson: str
    """The lesson's id."""
    title: str
    opened: float
    """Seconds since 1970, as all times here."""
    last_alive: float
    index: int
    """The step the class is in, from 0."""
    steps: int
    left: float
    """Seconds left: in the step whose time runs or, where none does, the one the class is in; negative in overtime."""
    running: bool
    """Whether time was running when the class was last seen alive."""
    ended: bool
    events: int
    is_empty: bool
    """Whether nobody has done anything since it was opened."""

    @property
    def is_unfinished(self) -> bool:
        """Whether it can be gone on with."""
        return not self.ended and not self.is_empty

    def gap(self, now: float) -> float | None:
        """Seconds that have gone since it was last seen alive; None where the calendar has been set back since."""
        return now - self.last_alive if now >= self.last_alive else None

    def left_minus_gap(self, now: float) -> float | None:
        """What is left if the time gone counts; None where that is no sensible offer: no time ran, or it is over."""
        gap = self.gap(now)
        if not self.running or gap is None or gap >= max(self.left, 0.0):
            return None
        return self.left - gap


def survey(folder: Path, lesson: str | None = None) -> tuple[list[Summary], list[JournalError]]:
    """Every class in `folder`, the latest first, and what keeps others from being read.

    Only those of the lesson with the id `lesson`, where one is given. Nothing is written.
    """
    found, faults = [], []
    for path in _files(folder, lesson):
        try:
            summary = summary_of(path)
        except JournalError as fault:
            faults.append(fault)
        else:
            if lesson in (None, summary.lesson):
                found.append(summary)
    return sorted(found, key=lambda summary: summary.opened, reverse=True), faults


def unfinished(folder: Path, lesson: str) -> list[Summary]:
    """The classes of a lesson that can be continued or joined, the latest first; see `survey` for what is damaged."""
    return [summary for summary in survey(folder, lesson)[0] if summary.is_unfinished]


def summary_of(path: Path) -> Summary:
    """One class, read without its events. Errors: JournalError."""
    journal = Journal.open(path, read_only=True)
    try:
        about, pulse, size = journal.about(), journal.pulse(), journal.size()
        empty = not journal.holds_more_than(BY_ITSELF)
    finally:
        journal.close()
    return Summary(
        path=path,
        lesson=about.lesson,
        title=about.title,
        opened=about.opened,
        last_alive=pulse.wall if pulse is not None else about.opened,
        index=pulse.index if pulse is not None else 0,
        steps=pulse.steps if pulse is not None else 0,
        left=pulse.left if pulse is not None else 0.0,
        running=pulse is not None and pulse.step != "",
        ended=pulse is not None and pulse.ended,
        events=size,
        is_empty=empty,
    )


def is_alive(summary: Summary, now: float) -> bool:
    """Whether some program, this one included, is in the class at this moment; `now` is in seconds since 1970.

    The lock decides: it is there while the wall idles on a paused clock, and gone as soon as the wall is. Where the
    file system has no locks, a sign of life in the last seconds decides.
    """
    there = is_anybody_there(summary.path)
    return there if there is not None else 0 <= now - summary.last_alive < 5 * BEAT


def start(
    lesson: Lesson,
    plan: Plan,
    language: str,
    index: int = 0,
    *,
    folder: Path,
    clock: Clock = time.monotonic,
    calendar: Clock = time.time,
) -> Room:
    """Begin a class and its journal in `folder`. Where that cannot be made, the room says so (`Room.trouble`)."""
    now = calendar()
    about = About(lesson.id, lesson.edition(language).title, kit.__version__, now)
    opening = Opened(lesson=lesson, plan=plan, language=language, index=index)

    def make() -> Journal:
        return Journal.create(free_path(folder, lesson.id, now), about)

    return Room.begin(opening, None, clock=clock, calendar=calendar, remake=make)


def resume(
    path: Path,
    *,
    minus_gap: bool = False,
    runs: bool = True,
    clock: Clock = time.monotonic,
    calendar: Clock = time.time,
) -> Room:
    """Continue a class where it stopped: same step, same votes, and the time it had left.

    `minus_gap` takes off what has gone since, unless the calendar was set back. `runs`: whether time that was
    running runs on at once. Where the journal can be read and not written to, the room says so. Errors: JournalError.
    """
    room = _entered(path, clock, calendar)
    stopped, seen = _last_sign(room)
    course = room.state.course
    running = next((step for step in course.plan.steps if course.countdown_of(step).running), None)
    left = course.countdown_of(running or course.step).left(stopped)
    gap = max(0.0, calendar() - seen) if minus_gap and running is not None else 0.0
    room.do(
        Resumed(
            stopped=stopped,
            step=running.id if running is not None else "",
            left=left - gap if running is not None else 0.0,
            running=runs and running is not None,
        )
    )
    return room


def join(path: Path, *, clock: Clock = time.monotonic, calendar: Clock = time.time) -> Room:
    """Enter a class that is going on: its clocks are this computer's, and go on as they are. Errors: JournalError."""
    return Room.enter(Journal.open(path), clock=clock, calendar=calendar)


def leave(room: Room) -> None:
    """Let go of a class, and take away the files of its lesson in which nobody did anything and nobody is."""
    path = room.journal.path if room.journal is not None else None
    room.close()
    if path is None:
        return
    for summary in survey(path.parent, room.state.lesson.id)[0]:
        if summary.is_empty and not is_alive(summary, summary.last_alive):
            with contextlib.suppress(JournalError):
                discard(summary.path)


def discard(path: Path) -> None:
    """Delete a class for good. Errors: JournalError where it cannot be deleted."""
    try:
        # The log first: a journal without its log is an older state, a log without its journal is nothing.
        for file in (*beside(path), lock_file(path), path):
            file.unlink(missing_ok=True)
    except OSError as error:
        raise ReadOnlyJournalError(path, str(error)) from error


def free_path(folder: Path, lesson: str, now: float) -> Path:
    """A name for a new journal that nobody has, from local time and the lesson's id."""
    lesson = lesson[:LONGEST]
    moment = f"{datetime.fromtimestamp(now).astimezone():%Y-%m-%d-%H%M}"
    number, path = 1, folder / f"{moment}-{lesson}{ENDING}"
    while path.exists():
        number += 1
        path = folder / f"{moment}.{number}-{lesson}{ENDING}"
    return path


def _files(folder: Path, lesson: str | None) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        for path in folder.glob(f"*{ENDING}"):
            name = NAME.fullmatch(path.name)
            # A file somebody has renamed has to be opened to know.
            if lesson is None or name is None or name["lesson"] == lesson[:LONGEST]:
                yield path


def _entered(path: Path, clock: Clock, calendar: Clock) -> Room:
    try:
        return Room.enter(Journal.open(path), clock=clock, calendar=calendar)
    except (NewerJournalError, DamagedJournalError, MissingJournalError):
        raise
    except JournalError as fault:
        room = Room.enter(Journal.open(path, read_only=True), clock=clock, calendar=calendar)
        room.trouble = fault
        return room


def _last_sign(room: Room) -> tuple[float, float]:
    """When the run before was last seen alive: by its own monotonic clock, and in seconds since 1970."""
    signs: list[tuple[float, float]] = []
    for entry in room.log:
        if isinstance(entry.event, Resumed):
            signs = []
        signs.append((entry.mono, entry.wall))
    pulse = room.journal.pulse() if room.journal is not None else None
    if pulse is not None:
        # Written with every event, so it is of the same run as the last of them.
        signs.append((pulse.mono, pulse.wall))
    return max(signs)

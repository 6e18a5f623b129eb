"""A small class to write journals of: a lesson of three steps, a clock that is moved by hand, and other programs."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from kit.lesson.model import Edition, Lesson
from kit.lesson.plan import Plan, PlannedStep
from kit.session.events import ClockPaused, ClockStarted, Event, Opened, TimeAdded, Went
from kit.session.faults import JournalError, Mode
from kit.session.journal import About, Journal
from kit.session.room import Room
from kit.session.rows import row_of
from kit.session.sessions import free_path

ROOT = Path(__file__).parent.parent.parent
LESSON = "tea"


@dataclass
class Clock:
    """A clock that a test moves."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


def lesson() -> Lesson:
    """A lesson in two languages that is small enough to be written a thousand times."""
    editions = {
        code: Edition(title=title, language=code, excerpts={}, questions={}, steps=())
        for code, title in (("en", "Tea or coffee?"), ("fr", "Thé ou café ?"))
    }
    return Lesson(id=LESSON, language="en", editions=editions, lines=(), protocols={}, sources={})


def plan(minutes: int = 10) -> Plan:
    """Think, pair, share."""
    steps = tuple(
        PlannedStep(
            id=f"talk.{name}", lesson_step="talk", protocol="circle", part=name, minutes=length, starts=0, shows=()
        )
        for name, length in (("think", 2), ("pair", 3), ("share", minutes - 5))
    )
    return Plan(lesson=LESSON, minutes=minutes, steps=steps)


def opening() -> Opened:
    """The class begins."""
    return Opened(lesson=lesson(), plan=plan(), language="en")


def new_journal(folder: Path, mode: Mode | None = None) -> Journal:
    """An empty journal in `folder`."""
    return Journal.create(free_path(folder, LESSON, 0.0), About(LESSON, "Tea or coffee?", "1", 0.0), mode=mode)


def happenings(count: int) -> list[Event]:
    """The first `count` events of a class after its opening, each unlike the one before."""
    cycle = (ClockStarted(), Went(index=1), ClockPaused(), Went(index=2))
    return [TimeAdded(seconds=float(n)) if n % 2 else cycle[n // 2 % 4] for n in range(count)]


def trouble(room: Room) -> JournalError | None:
    """The room's trouble now."""
    return room.trouble


def texts(room: Room) -> list[tuple[str, str]]:
    """What has happened, in order, without times and places."""
    return [(row.kind, row.data) for row in map(row_of, room.log)]


def program(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Another program that runs `code`; its `sys.argv[1:]` are the `arguments`."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )

"""What a class costs the disk and the clock: an event that is written down, and a long class that is continued."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.measure import KIT, LESSON, SIZE, Figure, first_words_on_the_wall, rounds
from bench.terminal import Terminal

EVENTS = 2_000
"""Of a class of 90 minutes in which something happens every three seconds."""

CONTINUE = b"\r"
"""Answers the offer to go on with the class."""

A_CLASS = """
import sys
from pathlib import Path
from kit.files import bundled
from kit.lesson.home import own_home
from kit.lesson.library import Library
from kit.lesson.plan import plan
from kit.session.events import ClockPaused, ClockStarted, TimeAdded, Went
from kit.session.places import sessions_folder
from kit.session.sessions import start
lesson, _ = Library(own_home()).open(bundled.folder("lessons") / sys.argv[1])
room = start(lesson, plan(lesson, 90), "en", folder=sessions_folder())
cycle = (Went(index=3), ClockStarted(), TimeAdded(), ClockPaused())
room.do(*(cycle[number % 4] for number in range(int(sys.argv[2]) - 2)))
room.do(Went(index=1))
assert room.trouble is None
room.close()
"""


def session_figures(env: dict[str, str], count: int, folder: Path) -> Iterator[Figure]:
    """One event written down, against a bare write; and a long class continued, against a short one."""
    commit, bare = _commits(folder, 60 * count)
    told = f"{commit * 1e3:.2f} / {bare * 1e3:.2f} ms, the slowest of twenty"
    yield Figure("an event written down / a bare write to the disk", commit / bare, "x", 5.0, told)

    _, second = first_words_on_the_wall(env)
    places = {events: env | {"KIT_STATE": str(folder / f"class-{events}")} for events in (2, EVENTS)}
    for events, place in places.items():
        subprocess.run([sys.executable, "-c", A_CLASS, LESSON, str(events)], env=place, check=True)

    def continued(place: dict[str, str]) -> float:
        """Seconds until the class stands on the wall as it was, without those in which nobody has answered yet."""
        terminal = Terminal([*KIT, "present", LESSON], environment=place, **SIZE)
        try:
            asked = terminal.wait_for("not finished") - terminal.started
            terminal.drain(0.3)
            pressed = terminal.press(CONTINUE)
            return asked + terminal.wait_for(second) - pressed
        finally:
            terminal.close()

    short, long = rounds(count, *(lambda place=place: continued(place) for place in places.values()))
    told = f"{long * 1e3:.0f} / {short * 1e3:.0f} ms"
    yield Figure(f"a class of {EVENTS} events continued / of two", long / short, "x", 1.2, told)


def _commits(folder: Path, count: int) -> tuple[float, float]:
    """The slowest of twenty, in seconds: an event of a class, and as many bytes written and synchronised by hand."""
    from kit.session.events import TimeAdded
    from kit.session.journal import About, Journal, Pulse, Row
    from kit.session.vocabulary import written

    journal = Journal.create(folder / "bench.class", About(LESSON, "", "", 0.0))
    row = Row(0, time.time(), time.monotonic(), TimeAdded.KIND, written(TimeAdded()))
    pulse = Pulse(row.wall, row.mono, "warm-up.think", 90.0, 0, 12, False)
    file = os.open(folder / "bare", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    kept, plain, last = [], [], 0
    try:
        for _ in range(count):
            start = time.perf_counter()
            with journal.writing(last) as writing:
                (stored,) = writing.add([row])
                writing.beat(pulse)
            between = time.perf_counter()
            os.write(file, row.data.encode())
            os.fsync(file)
            plain.append(time.perf_counter() - between)
            kept.append(between - start)
            last = stored.seq
    finally:
        os.close(file)
        journal.close()
    slow = count * 95 // 100
    return sorted(kept)[slow], sorted(plain)[slow]

"""Events as rows of a journal and back, and rows that move to other places in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kit.session.events import Logged, Undone
from kit.session.journal import Pulse, Row
from kit.session.state import ClassState
from kit.session.vocabulary import restored, written

Mark = tuple[float, float, str, str, int]
"""What tells a row from all others, wherever in a journal it stands."""


def row_of(entry: Logged) -> Row:
    """An event as it is stored."""
    return Row(entry.seq, entry.wall, entry.mono, entry.event.KIND, written(entry.event))


def logged(rows: Iterable[Row]) -> list[Logged]:
    """The events of `rows`; what this Kit does not know is passed over and stays in the journal."""
    found = ((row, restored(row.kind, row.data)) for row in rows)
    return [Logged(row.seq, row.wall, row.mono, event) for row, event in found if event is not None]


def seqs(rows: Iterable[Row]) -> list[int]:
    """The places of `rows`."""
    return [row.seq for row in rows]


def moved(rows: Iterable[Row], places: Mapping[int, int]) -> list[Row]:
    """`rows` at their new places, by the old ones, and so is what they take back."""
    result = []
    for row in rows:
        event = restored(row.kind, row.data) if row.kind == Undone.KIND else None
        data = written(Undone(seq=places.get(event.seq, event.seq))) if isinstance(event, Undone) else row.data
        result.append(replace(row, seq=places[row.seq], data=data))
    return result


def marks(rows: Iterable[Row]) -> list[Mark]:
    """The mark of each row; of several that are alike, each has its own."""
    seen: Counter[tuple[float, float, str, str]] = Counter()
    result = []
    for row in rows:
        what = (row.wall, row.mono, row.kind, row.data)
        seen[what] += 1
        result.append((*what, seen[what]))
    return result


def pulse_of(state: ClassState, wall: float, mono: float) -> Pulse:
    """The sign of life of a class in this state, at these times."""
    course = state.course
    running = next((step for step in course.plan.steps if course.countdown_of(step).running), None)
    left = course.countdown_of(running or course.step).left(mono)
    return Pulse(
        wall, mono, running.id if running is not None else "", left, course.index, len(course.plan.steps), state.ended
    )

"""Replays that begin where nothing has been taken back since: a late undo costs no more than an early one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from kit.session.events import Logged, Opened
from kit.session.state import ClassState, NoClassError, apply, opening, taken_back

SPAN = 100
"""Events between two states that are remembered."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The state after the first `count` events, of which `gone` had been taken back and `last` was the last."""

    count: int
    gone: int
    last: Logged
    state: ClassState


@dataclass(slots=True)
class Replay:
    """Does what `kit.session.state.state` does for one log that grows at its end, and remembers states on the way."""

    span: int = SPAN
    _marks: list[Mark] = field(default_factory=list)

    def state(self, log: Sequence[Logged]) -> ClassState:
        """The state after all events of `log`. Errors: NoClassError where the first is no `Opened`."""
        if not log or not isinstance(log[0].event, Opened):
            raise NoClassError
        undone = taken_back(log)
        places = [place for place, entry in enumerate(log) if entry.seq in undone]
        while self._marks and not self._holds(self._marks[-1], log, places):
            self._marks.pop()
        if self._marks:
            begin, current = self._marks[-1].count, self._marks[-1].state
        else:
            begin, current = 1, opening(log[0].event, log[0].wall)
        for place, entry in enumerate(log[begin:], start=begin):
            if entry.seq not in undone:
                current = apply(current, entry)
            if (place + 1) % self.span == 0:
                self._marks.append(Mark(place + 1, bisect_left(places, place + 1), entry, current))
        return current

    @staticmethod
    def _holds(mark: Mark, log: Sequence[Logged], places: Sequence[int]) -> bool:
        # What is taken back stays so: as many as before are the same as before. The end of a log may still be another
        # one where it could not be saved.
        there = mark.count <= len(log) and log[mark.count - 1] == mark.last
        return there and mark.gone == bisect_left(places, mark.count)

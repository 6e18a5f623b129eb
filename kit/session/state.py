"""The state of a class, made from its events: `state(log)` is a replay, and nothing else ever changes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kit.lesson.model import Lesson
from kit.session import board, drawn, talk, votes
from kit.session.board import Board
from kit.session.clock import Countdown
from kit.session.course import Course, begin
from kit.session.drawn import Drawn
from kit.session.events import (
    Blanked,
    ClockPaused,
    ClockStarted,
    Ended,
    Laid,
    Logged,
    Opened,
    Paged,
    Replanned,
    Resumed,
    Shown,
    Spoke,
    Thought,
    TimeAdded,
    Undone,
    View,
    Went,
)
from kit.session.talk import Talk
from kit.session.votes import Votes

LAST = 1 << 30
"""The last page, whichever that is at the wall's size."""


class NoClassError(ValueError):
    """The events do not begin with the opening of a class."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassState:
    """Everything there is to know of a class in progress. Times are seconds of this run's monotonic clock."""

    lesson: Lesson
    course: Course
    """Plan, step, language and countdowns."""
    opened: float
    """When the class was opened: seconds since 1970, by the computer's clock."""
    view: View = "step"
    blank: bool = False
    page: int = 0
    """The page the wall shows, from 0; `LAST` until a wall has said which that is."""
    pages: int = 1
    """How many there are, as far as a wall has said."""
    floor_opens: float | None = None
    """When the floor opens after a question; None where no thinking time was asked for."""
    thinking: float = 0.0
    """The length of that thinking time in seconds."""
    began: float | None = None
    """When time first ran, in this run; None before that."""
    spent: float = 0.0
    """Seconds of class that earlier runs have used."""
    ended: bool = False
    votes: Votes = field(default_factory=Votes)
    talk: Talk = field(default_factory=Talk)
    board: Board = field(default_factory=Board)
    drawn: Drawn = field(default_factory=Drawn)

    def elapsed(self, now: float) -> float:
        """Seconds of class so far, pauses included: what the bell counts, not the countdowns."""
        return self.spent + (now - self.began if self.began is not None else 0.0)


def state(log: Iterable[Logged]) -> ClassState:
    """The state after all events of `log`; those that were undone have not happened.

    Errors: NoClassError where the first is no `Opened`.
    """
    entries = list(log)
    undone = taken_back(entries)
    if not entries or not isinstance(entries[0].event, Opened):
        raise NoClassError
    current = opening(entries[0].event, entries[0].wall)
    for entry in entries[1:]:
        if entry.seq not in undone:
            current = apply(current, entry)
    return current


def taken_back(log: Sequence[Logged]) -> set[int]:
    """The places of the events that have been taken back; only what can be undone, and came before, counts."""
    can_be: set[int] = set()
    undone: set[int] = set()
    for entry in log:
        if entry.event.UNDOABLE:
            can_be.add(entry.seq)
        elif isinstance(entry.event, Undone):
            undone |= can_be & {entry.event.seq}
    return undone


def opening(event: Opened, wall: float) -> ClassState:
    """The state a class begins in, opened at `wall` seconds since 1970."""
    course = begin(event.plan, event.lesson.languages, language=event.language).go_to(event.index)
    return ClassState(lesson=event.lesson, course=course, opened=wall)


def apply(before: ClassState, logged: Logged) -> ClassState:
    """The state after one more event; one that makes no sense (any more) changes nothing. `Undone` needs a replay."""
    event, now = logged.event, logged.mono
    after = _core(before, logged)
    if isinstance(event, votes.EVENTS + votes.HEARS):
        after = replace(after, votes=votes.apply(after.votes, logged))
    if isinstance(event, talk.EVENTS + talk.HEARS):
        after = replace(after, talk=talk.apply(after.talk, logged))
    if isinstance(event, board.EVENTS + board.HEARS):
        after = replace(after, board=board.apply(after.board, logged))
    if isinstance(event, drawn.EVENTS + drawn.HEARS):
        after = replace(after, drawn=drawn.apply(after.drawn, logged))
    if after.began is None and isinstance(event, ClockStarted):
        after = replace(after, began=now)
    return after


def _core(before: ClassState, logged: Logged) -> ClassState:
    course, now = before.course, logged.mono
    match logged.event:
        case Went(index=index, at_end=at_end):
            page = LAST if at_end else 0
            return replace(
                before, course=course.go_to(index), view="step", page=page, pages=1, floor_opens=None, blank=False
            )
        case Paged(by=by):
            return replace(before, page=max(0, min(before.page + by, before.pages - 1)))
        case Laid(page=page, pages=pages):
            return replace(before, page=max(0, min(page, pages - 1)), pages=max(1, pages))
        case Spoke(language=language):
            return replace(before, course=course.speak(language))
        case ClockStarted():
            return replace(before, course=course.start(now))
        case ClockPaused():
            return replace(before, course=course.pause(now))
        case TimeAdded(seconds=seconds):
            return replace(before, course=course.add(seconds))
        case Thought(seconds=seconds):
            return replace(before, floor_opens=now + seconds if seconds > 0 else None, thinking=max(0.0, seconds))
        case Replanned(plan=plan):
            return replace(before, course=course.replanned(plan))
        case Blanked(on=on):
            return replace(before, blank=on)
        case Shown(view=view):
            return replace(before, view=view, page=0, pages=1, blank=False)
        case Ended():
            return replace(before, course=course.pause(now), ended=True)
        case Resumed():
            return _resumed(before, logged.event, now)
        case _:
            return before


def _resumed(before: ClassState, event: Resumed, now: float) -> ClassState:
    """Every clock of the run before is held as it stood; the step that was running gets the time it is given."""
    course = before.course.pause(event.stopped)
    if event.step in {step.id for step in course.plan.steps}:
        held: Countdown = course.countdown_of(next(step for step in course.plan.steps if step.id == event.step))
        held = replace(held, deadline=None, held=event.left, begun=True)
        if event.running:
            held = held.start(now)
        course = replace(course, countdowns={**course.countdowns, event.step: held})
    return replace(
        before,
        course=course,
        spent=before.elapsed(event.stopped),
        began=now if before.began is not None else None,
        floor_opens=None,
        ended=False,
    )

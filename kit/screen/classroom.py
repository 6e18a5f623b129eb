"""Into the classroom: a class from the library or the shell onto the wall, and how it comes by its journal."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kit.lesson.plan import Plan, plan
from kit.session.course import Course, begin
from kit.session.places import sessions_folder

if TYPE_CHECKING:
    from kit.lesson.model import Lesson
    from kit.screen.app import KitApp
    from kit.session.room import Room
    from kit.session.sessions import Summary
    from kit.words import Words


@dataclass(frozen=True, slots=True)
class Attendance:
    """How a class on the wall comes by its journal: a new one, or one that is not finished."""

    lesson: Lesson
    course: Course
    """Where a new class begins."""
    folder: Path

    def unfinished(self, tr: Words) -> tuple[list[Summary], list[str]]:
        """The classes of this lesson that can be gone on with, the latest first; one that has hardly begun only if
        somebody is in it: that is the same class on another screen.

        With them a sentence for each file that could not be read, after what is left of it has been saved.
        """
        if not self.folder.is_dir():  # the first class ever: SQLite need not be loaded to know
            return [], []
        from kit.session.sessions import survey

        found, faults = survey(self.folder, self.lesson.id)
        sentences: list[str] = []
        if faults:
            from kit.session.salvage import mend

            sentences = mend(faults, tr)
            found, _ = survey(self.folder, self.lesson.id)
        now = time.time()
        offered = [summary for summary in found if summary.is_unfinished or self._has_just_begun(summary, now)]
        return offered, sentences

    @staticmethod
    def _has_just_begun(summary: Summary, now: float) -> bool:
        from kit.session.sessions import is_alive

        return not summary.ended and is_alive(summary, now)

    def is_alive(self, summary: Summary) -> bool:
        """Whether a wall or a desk is in that class now."""
        from kit.session.sessions import is_alive

        return is_alive(summary, time.time())

    def start(self, clock: Callable[[], float]) -> Room:
        """A new class."""
        from kit.session.sessions import start

        course = self.course
        return start(self.lesson, course.plan, course.language, course.index, folder=self.folder, clock=clock)

    def go_on(self, summary: Summary, *, minus_gap: bool, clock: Callable[[], float]) -> Room:
        """The class of `summary`: joined where it is alive, else continued. Errors: JournalError."""
        from kit.session.sessions import join, resume

        if self.is_alive(summary):
            return join(summary.path, clock=clock)
        return resume(summary.path, minus_gap=minus_gap, runs=minus_gap, clock=clock)


def going_on(lesson: Lesson | None = None) -> Summary | None:
    """The class some program is in at this moment, the latest where there are several; only of `lesson`, if given."""
    from kit.session.sessions import is_alive, survey

    found, _ = survey(sessions_folder(), lesson.id if lesson is not None else None)
    return next((summary for summary in found if not summary.ended and is_alive(summary, time.time())), None)


def start_class(
    app: KitApp, lesson: Lesson, planned: Plan | None = None, *, language: str, from_step: str | None = None
) -> None:
    """Put `lesson` on the wall, as `planned` (for its own length where absent), from a step of the plan on.

    A plan without steps cannot be taught; then nothing happens.
    """
    from kit.screen.wall import WallScreen

    planned = planned or plan(lesson, lesson.edition(lesson.language).at_a_glance.minutes)
    if planned.steps:
        course = begin(planned, lesson.languages, language=language, from_step=from_step)
        app.push_screen(WallScreen(lesson, course, Attendance(lesson, course, sessions_folder())))

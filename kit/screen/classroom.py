"""From the library or the plan into the classroom: the wall over the screen it was called from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.lesson.plan import Plan, plan
from kit.session.course import begin

if TYPE_CHECKING:
    from kit.lesson.model import Lesson
    from kit.screen.app import KitApp


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
        app.push_screen(WallScreen(lesson, course))

"""A wall in a test: the real application, a clock that stands until it is moved, and what is really painted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style

from kit.lesson.model import Lesson
from kit.lesson.plan import plan
from kit.screen.app import KitApp
from kit.screen.wall import WallScreen
from kit.session.course import begin


@dataclass
class Clock:
    """A monotonic clock that a test moves."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


def wall_app(
    lesson: Lesson,
    *,
    language: str | None = None,
    minutes: int = 75,
    from_step: str | None = None,
    theme: str = "light",
    clock: Clock | None = None,
) -> KitApp:
    """The application with `lesson` on the wall."""
    course = begin(plan(lesson, minutes), lesson.languages, language=language, from_step=from_step)
    return KitApp(lambda: WallScreen(lesson, course), theme=theme, clock=clock or Clock())


def wall_of(app: KitApp) -> WallScreen:
    """The wall of an application, whatever stands over it."""
    wall = app.screen_stack[0]
    assert isinstance(wall, WallScreen)
    return wall


def painted(app: KitApp) -> str:
    """The text on the terminal now, row by row."""
    return "\n".join("".join(segment.text for segment in row) for row in _rows(app))


def painted_cells(app: KitApp) -> Iterator[tuple[str, Style]]:
    """Every run of characters on the terminal now, with its colours."""
    for row in _rows(app):
        for segment in row:
            yield segment.text, segment.style or Style()


def _rows(app: KitApp) -> list[list[Segment]]:
    return [list(strip) for strip in app.screen._compositor.render_strips()]

"""A new plan for what is left of a lesson, asked for on the wall or at the desk."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.screen.teaching import TeachingScreen

LEAST, MOST, BETWEEN = 5, 90, 5
"""Minutes that are offered: from, to, and how far apart. Any number up to the most can be typed."""


def minutes_left(screen: TeachingScreen) -> float:
    """Minutes until the bell, which is where the plan said when time first ran; negative once it has gone."""
    return screen.course.plan.minutes - screen.room.state.elapsed(screen.kit.clock()) / 60


def ask_minutes(screen: TeachingScreen) -> None:
    """Let the teacher choose how many minutes are left, and cut the plan for them: the bell goes when she says."""
    from kit.screen.dialogs import Item, Picker

    start = max(LEAST, min(MOST, BETWEEN * round(minutes_left(screen) / BETWEEN)))

    def row(count: int) -> Item | None:
        return Item(str(count), screen.tr.plural("{count} min", "{count} min", count)) if 1 <= count <= MOST else None

    items = [item for count in range(LEAST, MOST + 1, BETWEEN) if (item := row(count))]

    def cut(chosen: str | None) -> None:
        if chosen is not None:
            replan(screen, float(chosen), moves_bell=True)

    asked = screen.tr("How many minutes are left?")
    screen.app.push_screen(Picker(asked, items, start=str(start), between=row), cut)


def replan(screen: TeachingScreen, minutes: float, *, moves_bell: bool = False) -> None:
    """Cut what is left of the lesson into `minutes`, and say what came of it; with `moves_bell` the bell goes then."""
    from kit.lesson.plan import recut
    from kit.session.events import Replanned

    tr, course = screen.tr, screen.course
    used = course.countdown.used(screen.kit.clock()) / 60
    planned = recut(screen.lesson, course.plan, course.index, minutes=minutes, used=used)
    if moves_bell:
        gone = screen.room.state.elapsed(screen.kit.clock()) / 60
        planned = replace(planned, minutes=math.ceil(gone + minutes))
    if planned == course.plan:
        screen.remark(tr("The plan fits as it is.") if not planned.missing else _too_long(screen, planned.missing))
        return
    screen.room.do(Replanned(plan=planned))
    dropped = len(planned.dropped) - len(course.plan.dropped)
    told = [tr.plural("New plan: {count} minute left", "New plan: {count} minutes left", max(0, int(minutes)))]
    if dropped:
        told.append(tr.plural("{count} step left out", "{count} steps left out", dropped))
    if planned.missing:
        told.append(_too_long(screen, planned.missing))
    screen.remark(" · ".join(told))


def _too_long(screen: TeachingScreen, minutes: int) -> str:
    return screen.tr.plural("{count} minute too long", "{count} minutes too long", minutes)

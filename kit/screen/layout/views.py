"""What fills the wall instead of the step: the public side of each tool, imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from kit.lesson.scene import Scene
from kit.screen.layout.flow import Measure
from kit.screen.layout.pages import Unit

if TYPE_CHECKING:
    from kit.session.public import PublicState
    from kit.words import Words

Units = Callable[["PublicState", Scene, Measure, int, "Words"], list[Unit]]
"""From public state, the step's scene, the width, the rows there are, and the lesson's words, to units of text."""

VIEWS: dict[str, str] = {
    "vote": "kit.screen.layout.vote:vote_units",
    "shift": "kit.screen.layout.shift:shift_units",
    "talk": "kit.screen.layout.talk:talk_units",
    "board": "kit.screen.layout.board:board_units",
    "lines": "kit.screen.layout.heat:heat_units",
    "draw": "kit.screen.layout.draw:draw_units",
}
"""By view: `module:function`, the function being `Units`."""


def view_units(view: str) -> Units | None:
    """What lays out `view`; None for the step itself, or where nothing does."""
    where = VIEWS.get(view)
    if where is None:
        return None
    module, name = where.split(":")
    found: Units = getattr(import_module(module), name)
    return found

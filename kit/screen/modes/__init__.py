"""Modes: while a tool is open its keys come before the screen's own, the same on the wall and at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from kit.screen.modes.mode import Mode

Tool = Literal["vote", "talk", "board", "draw"]

MODES: dict[str, str] = {
    "vote": "kit.screen.modes.vote:VoteMode",
    "talk": "kit.screen.modes.talk:TalkMode",
    "board": "kit.screen.modes.board:BoardMode",
    "draw": "kit.screen.modes.draw:DrawMode",
}
"""Where each tool's mode is, as `module:class`; imported when it is opened for the first time."""


def mode_class(tool: str) -> type[Mode]:
    """The mode of a tool by its name. Errors: KeyError."""
    from importlib import import_module

    module, name = MODES[tool].split(":")
    found: type[Mode] = getattr(import_module(module), name)
    return found

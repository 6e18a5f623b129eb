"""The action registry: every action of every screen, once, free of Textual.

Key bindings, footer, help, palette and docs/keys.md are all made from it. One module a place (`wall`, `library`,
`plan`); a new action is one row there and one method ``action_<name>`` on the screen.
"""

from __future__ import annotations

from dataclasses import replace

from kit.screen.actions.action import MODES, Action, Place
from kit.screen.actions.board import BOARD
from kit.screen.actions.desk import DESK
from kit.screen.actions.draft import DRAFT
from kit.screen.actions.draw import DRAW
from kit.screen.actions.everywhere import EVERYWHERE
from kit.screen.actions.library import LIBRARY
from kit.screen.actions.plan import PLAN
from kit.screen.actions.talk import TALK
from kit.screen.actions.vote import VOTE
from kit.screen.actions.wall import WALL
from kit.words import N_, Words

__all__ = ["ACTIONS", "Action", "Place", "actions_here", "actions_of", "call", "key_name", "key_names"]

ACTIONS: tuple[Action, ...] = (*LIBRARY, *PLAN, *WALL, *DESK, *VOTE, *TALK, *BOARD, *DRAW, *DRAFT, *EVERYWHERE)

DIGITS = frozenset("0123456789")
"""Taken by every tool: counts, line numbers, seats."""

KEY_NAMES = {
    "pagedown": N_("PgDn"),
    "pageup": N_("PgUp"),
    "home": N_("Home"),
    "end": N_("End"),
    "escape": N_("Esc"),
    "enter": N_("Enter"),
    "space": N_("Space"),
    "backspace": N_("Backspace"),
    "tab": N_("Tab"),
    "delete": N_("Del"),
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "question_mark": "?",
    "full_stop": ".",
    "comma": ",",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "slash": "/",
}
"""What is printed on a key, where Textual's name for it is another; the words are message ids."""


def actions_of(place: Place) -> tuple[Action, ...]:
    """The actions of one place, and after them those that work everywhere."""
    own = tuple(action for action in ACTIONS if action.place == place)
    return own if place in ("dialog", "everywhere") else (*own, *EVERYWHERE)


def actions_here(place: Place, screen: Place) -> tuple[Action, ...]:
    """All that can be done while the tool `place` is open on `screen`: the tool's, the screen's own, everywhere's.

    Of the screen's own each has only those keys that the tool leaves it; some have none and can still be clicked.
    Where no tool is open, `place` is the screen itself.
    """
    tool = actions_of(place)
    if place == screen or place not in MODES:
        return tool
    taken = DIGITS.union(*(action.keys for action in ACTIONS if action.place == place))
    own = []
    for action in ACTIONS:
        if action.place == screen:
            left = tuple(key for key in action.keys if key not in taken)
            own.append(replace(action, keys=left, shown_keys=min(action.shown_keys, len(left))))
    return (*tool[: -len(EVERYWHERE)], *own, *EVERYWHERE)


def call(action: Action) -> str:
    """How Textual is told to do an action of the screen on top, or of the tool that is open there."""
    if action.place == "everywhere":
        return f"app.{action.name}"
    return f"screen.mode('{action.name}')" if action.place in MODES else f"screen.{action.name}"


def key_name(key: str, tr: Words) -> str:
    """What a teacher finds on her keyboard: `pagedown` is « PgSuiv » in French, `ctrl+p` is Ctrl+P."""
    *modifiers, last = key.split("+")
    if last in KEY_NAMES:
        name = tr(KEY_NAMES[last])
    elif len(last) > 1 or modifiers:
        name = last.upper()
    else:
        name = last
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])


def key_names(action: Action, tr: Words, most: int | None = None) -> list[str]:
    """The names of the keys an action shows, at most `most` of them."""
    count = action.shown_keys if most is None else min(most, action.shown_keys)
    return [key_name(key, tr) for key in action.keys[:count]]

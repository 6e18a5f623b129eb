"""What an action is: something a teacher can do with a key, a click or from the palette."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Place = Literal[
    "everywhere", "library", "plan", "print", "wall", "desk", "vote", "talk", "board", "draw", "draft", "dialog"
]
"""Where an action makes sense; `everywhere` means on every full screen."""

MODES: frozenset[Place] = frozenset({"vote", "talk", "board", "draw"})
"""Places that are tools: open on the wall or at the desk, their keys before the screen's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One row of the registry; keys, footer, help, palette and docs/keys.md are all made from it."""

    place: Place
    name: str
    """The Textual action: a method ``action_<name>`` of the place's screen, or of the app for `everywhere`."""
    keys: tuple[str, ...]
    """Textual's names for the keys, the one to show first."""
    label: str
    """One or two words for the footer and the palette; an English message id."""
    help: str
    """A sentence for the help screen; an English message id."""
    group: str = ""
    """The heading it stands under in the help; an English message id. Those of one group stand together."""
    footer: int = 0
    """0: not in the footer. Otherwise its rank: 1 stays longest when the terminal is narrow."""
    shown_keys: int = 1
    """How many of the keys the help screen names; the footer names one."""
    priority: bool = False
    """Whether the key works even where a widget with the focus would take it."""

    desk_only: bool = False
    """Whether a tool does it at the desk alone: the footer of the wall leaves it out, and the wall says where."""

    @property
    def id(self) -> str:
        """`place.name`, unique in the registry."""
        return f"{self.place}.{self.name}"

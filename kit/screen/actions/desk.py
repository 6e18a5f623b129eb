"""What a teacher can do at the desk, beside running the class."""

from __future__ import annotations

from kit.screen.actions.action import Action
from kit.screen.actions.teaching import SCREEN, teaching
from kit.words import N_

DESK = (
    *teaching("desk"),
    Action(
        place="desk",
        name="class_list",
        keys=("c",),
        label=N_("Class list"),
        help=N_("Choose a class list, or none: names stand beside the seats, on this screen only"),
        group=SCREEN,
    ),
    Action(
        place="desk",
        name="read_on",
        keys=("j", "shift+down", "ctrl+down"),
        label=N_("Read on"),
        help=N_("Scroll your notes down"),
        group=SCREEN,
        shown_keys=2,
    ),
    Action(
        place="desk",
        name="read_back",
        keys=("k", "shift+up", "ctrl+up"),
        label=N_("Read back"),
        help=N_("Scroll your notes up"),
        group=SCREEN,
        shown_keys=2,
    ),
)

"""What a teacher can do on the wall."""

from __future__ import annotations

from kit.screen.actions.action import Action
from kit.screen.actions.teaching import SCREEN, teaching
from kit.words import N_

WALL = (
    *teaching("wall"),
    Action(
        place="wall",
        name="notes",
        keys=("m",),
        label=N_("My notes"),
        help=N_("Show your private notes, after asking: the class can see this screen"),
        group=SCREEN,
    ),
)

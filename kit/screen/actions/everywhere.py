"""What works on every full screen."""

from __future__ import annotations

from kit.screen.actions.action import Action
from kit.words import N_

GROUP = N_("On every screen")

EVERYWHERE = (
    Action(
        place="everywhere",
        name="help",
        keys=("question_mark", "f1"),
        label=N_("Help"),
        help=N_("Show every key of this screen"),
        group=GROUP,
        footer=2,
        shown_keys=2,
    ),
    Action(
        place="everywhere",
        name="palette",
        keys=("ctrl+p",),
        label=N_("All actions"),
        help=N_("Search everything this screen can do"),
        group=GROUP,
        footer=11,
    ),
    Action(
        place="everywhere",
        name="switch_theme",
        keys=("d",),
        label=N_("Dark or light"),
        help=N_("Change between the dark and the light colours"),
        group=GROUP,
        footer=16,
    ),
    Action(
        place="everywhere",
        name="switch_interface",
        keys=("L",),
        label=N_("Kit's language"),
        help=N_("Change the language Kit itself speaks; the lesson keeps its own"),
        group=GROUP,
    ),
    Action(
        place="everywhere",
        name="quit",
        keys=("q", "ctrl+q", "ctrl+c"),
        label=N_("Quit"),
        help=N_("Leave; while a class is on, Kit asks first"),
        group=GROUP,
        footer=3,
        shown_keys=2,
    ),
    Action(
        place="everywhere",
        name="suspend",
        keys=("ctrl+z",),
        label=N_("Suspend"),
        help=N_("Back to the shell for a moment, where the system allows it; fg returns"),
        group=GROUP,
    ),
)

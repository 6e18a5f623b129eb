"""What a teacher can do on the wall; every key a clicker sends is among them."""

from __future__ import annotations

from kit.screen.actions.action import Action
from kit.words import N_

WALL = (
    Action(
        place="wall",
        name="next",
        keys=("pagedown", "right", "down", "space", "n"),
        label=N_("Next"),
        help=N_("Read on; after the last page, the next step"),
        footer=1,
        shown_keys=5,
    ),
    Action(
        place="wall",
        name="previous",
        keys=("pageup", "left", "up", "p", "backspace"),
        label=N_("Back"),
        help=N_("The page before; from the first page, the step before"),
        footer=4,
        shown_keys=4,
    ),
    Action(
        place="wall",
        name="first",
        keys=("home",),
        label=N_("First step"),
        help=N_("Go to the first step"),
    ),
    Action(
        place="wall",
        name="last",
        keys=("end",),
        label=N_("Last step"),
        help=N_("Go to the last step"),
    ),
    Action(
        place="wall",
        name="steps",
        keys=("g", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
        label=N_("Steps"),
        help=N_("List the steps; a number and Enter jump to one"),
        footer=7,
        shown_keys=1,
    ),
    Action(
        place="wall",
        name="start",
        keys=("f5", "shift+f5"),
        label=N_("Start"),
        help=N_("Start the countdown, or go on after a pause"),
        footer=5,
    ),
    Action(
        place="wall",
        name="pause",
        keys=("escape",),
        label=N_("Pause"),
        help=N_("Stop the countdown until it is started again"),
        footer=6,
    ),
    Action(
        place="wall",
        name="add_minute",
        keys=("plus", "equals_sign"),
        label=N_("One minute more"),
        help=N_("Give this step one minute more"),
    ),
    Action(
        place="wall",
        name="blank",
        keys=("b", "full_stop"),
        label=N_("Blank"),
        help=N_("Empty the screen, so that everybody looks at each other; any key brings it back"),
        footer=8,
        shown_keys=2,
    ),
    Action(
        place="wall",
        name="lesson_language",
        keys=("l",),
        label=N_("Language"),
        help=N_("Change the lesson's language; page and line numbers stay"),
        footer=9,
    ),
    Action(
        place="wall",
        name="notes",
        keys=("m",),
        label=N_("My notes"),
        help=N_("Show your private notes, after asking: the class can see this screen"),
    ),
)

"""What a teacher can do on the plan screen."""

from __future__ import annotations

from kit.screen.actions.action import Action
from kit.words import N_

PLAN = (
    Action(
        place="plan",
        name="start",
        keys=("s", "enter"),
        label=N_("Start class"),
        help=N_("Put the lesson on the wall, from the chosen step on"),
        footer=1,
        shown_keys=2,
    ),
    Action(
        place="plan",
        name="print",
        keys=("p",),
        label=N_("Print"),
        help=N_("Make the handouts of this lesson, while you go on here"),
        footer=5,
    ),
    Action(
        place="plan",
        name="longer",
        keys=("plus", "equals_sign", "right"),
        label=N_("5 minutes more"),
        help=N_("Plan the lesson for five minutes more, 90 at most"),
        shown_keys=3,
    ),
    Action(
        place="plan",
        name="shorter",
        keys=("minus", "left"),
        label=N_("5 minutes less"),
        help=N_("Plan the lesson for five minutes less, 35 at least"),
        shown_keys=2,
    ),
    Action(
        place="plan",
        name="notes",
        keys=("m",),
        label=N_("My notes"),
        help=N_("Show or hide your private notes on the chosen step; they are hidden at first"),
    ),
    Action(
        place="plan",
        name="lesson_language",
        keys=("l",),
        label=N_("Lesson language"),
        help=N_("Change the language the lesson is shown, printed and taught in"),
    ),
    Action(
        place="plan",
        name="open_prints",
        keys=("o",),
        label=N_("Open prints"),
        help=N_("Open what was printed last"),
    ),
    Action(
        place="plan",
        name="stop_printing",
        keys=("x",),
        label=N_("Stop printing"),
        help=N_("Stop what is being printed; what is finished stays"),
    ),
    Action(
        place="plan",
        name="back",
        keys=("escape", "backspace"),
        label=N_("Library"),
        help=N_("Back to the list of lessons"),
        footer=4,
    ),
)

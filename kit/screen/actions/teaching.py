"""What runs a class, the same on the wall and at the desk; every key a clicker sends is among them."""

from __future__ import annotations

from kit.screen.actions.action import Action, Place
from kit.words import N_


def teaching(place: Place) -> tuple[Action, ...]:
    """The rows of the registry that `wall` and `desk` share."""
    return (
        Action(
            place=place,
            name="next",
            keys=("pagedown", "right", "down", "space", "n"),
            label=N_("Next"),
            help=N_("Read on; after the last page, the next step"),
            footer=1,
            shown_keys=5,
        ),
        Action(
            place=place,
            name="previous",
            keys=("pageup", "left", "up", "p", "backspace"),
            label=N_("Back"),
            help=N_("The page before; from the first page, the step before"),
            footer=4,
            shown_keys=4,
        ),
        Action(
            place=place,
            name="first",
            keys=("home",),
            label=N_("First step"),
            help=N_("Go to the first step"),
        ),
        Action(
            place=place,
            name="last",
            keys=("end",),
            label=N_("Last step"),
            help=N_("Go to the last step"),
        ),
        Action(
            place=place,
            name="steps",
            keys=("g", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
            label=N_("Steps"),
            help=N_("List the steps; a number and Enter jump to one"),
            footer=7,
            shown_keys=1,
        ),
        Action(
            place=place,
            name="start",
            keys=("f5", "shift+f5"),
            label=N_("Start"),
            help=N_("Start the countdown, or go on after a pause"),
            footer=5,
        ),
        Action(
            place=place,
            name="pause",
            keys=("escape",),
            label=N_("Pause"),
            help=N_("Stop the countdown until it is started again"),
            footer=6,
        ),
        Action(
            place=place,
            name="add_minute",
            keys=("plus", "equals_sign"),
            label=N_("One minute more"),
            help=N_("Give this step one minute more"),
        ),
        Action(
            place=place,
            name="think",
            keys=("w",),
            label=N_("Thinking time"),
            help=N_("Five seconds of thinking for everybody before the floor opens; again: open it at once"),
        ),
        Action(
            place=place,
            name="replan",
            keys=("r",),
            label=N_("Re-plan"),
            help=N_("Cut what is left of the lesson anew, so that it ends with the bell"),
        ),
        Action(
            place=place,
            name="replan_for",
            keys=("R",),
            label=N_("Re-plan for…"),
            help=N_("Cut what is left of the lesson anew for the minutes you choose"),
        ),
        Action(
            place=place,
            name="vote",
            keys=("v",),
            label=N_("Vote"),
            help=N_("Open the vote of this step: hands, cards, corners or ballots, hidden until you show them"),
            footer=11,
        ),
        Action(
            place=place,
            name="talk",
            keys=("t",),
            label=N_("Talk"),
            help=N_("Who has the floor: one key a speaker; turns, silences and the rules of the discussion"),
        ),
        Action(
            place=place,
            name="board",
            keys=("a",),
            label=N_("Board"),
            help=N_("What the class says: claims, evidence and questions, each with its line; typed at the desk"),
        ),
        Action(
            place=place,
            name="lines",
            keys=("h",),
            label=N_("Lines used"),
            help=N_("How often each line of the lesson was used, and which lines nobody used"),
        ),
        Action(
            place=place,
            name="draw",
            keys=("x",),
            label=N_("Draw"),
            help=N_("Who speaks next, or groups, drawn from a code word the class chooses"),
        ),
        Action(
            place=place,
            name="undo",
            keys=("u",),
            label=N_("Undo"),
            help=N_("Take back the last thing that was entered or changed"),
        ),
        Action(
            place=place,
            name="blank",
            keys=("b", "full_stop"),
            label=N_("Blank"),
            help=N_("Empty the screen, so that everybody looks at each other; any key brings it back"),
            footer=8,
            shown_keys=2,
        ),
        Action(
            place=place,
            name="sound",
            keys=("B",),
            label=N_("Bell"),
            help=N_("Ring the terminal's bell at the end of a step, or be silent again"),
        ),
        Action(
            place=place,
            name="lesson_language",
            keys=("l",),
            label=N_("Language"),
            help=N_("Change the lesson's language; page and line numbers stay"),
            footer=9,
        ),
    )

"""What a teacher can do in the library."""

from __future__ import annotations

from kit.screen.actions.action import Action
from kit.words import N_

LIBRARY = (
    Action(
        place="library",
        name="open",
        keys=("enter",),
        label=N_("Plan"),
        help=N_("Show the chosen lesson minute by minute, or what keeps it from being used"),
        footer=1,
    ),
    Action(
        place="library",
        name="start",
        keys=("s",),
        label=N_("Start class"),
        help=N_("Put the chosen lesson on the wall"),
        footer=5,
    ),
    Action(
        place="library",
        name="print",
        keys=("p",),
        label=N_("Print"),
        help=N_("Make the handouts of the chosen lesson, while you go on here"),
        footer=4,
    ),
    Action(
        place="library",
        name="search",
        keys=("slash",),
        label=N_("Search"),
        help=N_("Find lessons by title, question or theme; accents and capitals do not matter"),
        priority=True,  # handled before the next key is looked at: whoever types fast loses no letter
    ),
    Action(
        place="library",
        name="choose",
        keys=("c",),
        label=N_("What fits?"),
        help=N_("Say how long, which class, which room: lessons and protocols are ranked, each with why"),
        footer=6,
    ),
    Action(
        place="library",
        name="draft",
        keys=("a",),
        label=N_("From an article"),
        help=N_("Make a lesson from an article: a file, or a text that you have copied"),
        footer=7,
    ),
    Action(
        place="library",
        name="theme",
        keys=("t",),
        label=N_("Theme"),
        help=N_("Show only lessons on one theme; again for the next theme"),
    ),
    Action(
        place="library",
        name="spoken",
        keys=("g",),
        label=N_("In language"),
        help=N_("Show only lessons that exist in one language; again for the next"),
    ),
    Action(
        place="library",
        name="minutes",
        keys=("m",),
        label=N_("Minutes"),
        help=N_("Show only lessons that fit into so many minutes; again for more"),
    ),
    Action(
        place="library",
        name="clear",
        keys=("escape",),
        label=N_("Show all"),
        help=N_("Empty the search and show every lesson again"),
    ),
    Action(
        place="library",
        name="lesson_language",
        keys=("l",),
        label=N_("Lesson language"),
        help=N_("Change the language the lessons are shown, printed and taught in"),
    ),
    Action(
        place="library",
        name="reload",
        keys=("r",),
        label=N_("Read again"),
        help=N_("Read the folders again, after you have changed a lesson"),
    ),
    Action(
        place="library",
        name="open_prints",
        keys=("o",),
        label=N_("Open prints"),
        help=N_("Open what was printed last"),
    ),
    Action(
        place="library",
        name="stop_printing",
        keys=("x",),
        label=N_("Stop printing"),
        help=N_("Stop what is being printed; what is finished stays"),
    ),
)

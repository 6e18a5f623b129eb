"""What a teacher can do while the class talks: one key a speaker, and few others."""

from __future__ import annotations

from kit.screen.actions.action import Action
from kit.session.seats import SEAT_KEYS
from kit.words import N_

TALK = (
    Action(
        place="talk",
        name="seat",
        keys=tuple(SEAT_KEYS),
        label=N_("Seats"),
        help=N_("The key beside a seat gives it the floor; with more than 30 seats, two keys. From the menu: a list"),
        shown_keys=4,
    ),
    Action(
        place="talk",
        name="end_turn",
        keys=("comma", "enter"),
        label=N_("End the turn"),
        help=N_("The speaker has finished and nobody follows yet: what comes now is silence"),
        footer=1,
        shown_keys=2,
    ),
    Action(
        place="talk",
        name="teacher",
        keys=("tab",),
        label=N_("I'm speaking"),
        help=N_("You have the floor yourself"),
        footer=3,
    ),
    Action(
        place="talk",
        name="summed_up",
        keys=("S",),
        label=N_("Summed up"),
        help=N_("The speaker summed up the one before"),
        footer=4,
    ),
    Action(
        place="talk",
        name="built_on",
        keys=("T",),
        label=N_("Took up"),
        help=N_("The speaker took up the last thought"),
        footer=6,
    ),
    Action(
        place="talk",
        name="question",
        keys=("Q",),
        label=N_("Question"),
        help=N_("The speaker asked a question"),
        footer=8,
    ),
    Action(
        place="talk",
        name="evidence",
        keys=("E",),
        label=N_("Line"),
        help=N_("The speaker pointed to a line: type its number, then Enter"),
        footer=5,
    ),
    Action(
        place="talk",
        name="passed",
        keys=("P",),
        label=N_("Passed"),
        help=N_("Somebody was asked and would rather not speak: then the key of the seat"),
        footer=10,
    ),
    Action(
        place="talk",
        name="attendance",
        keys=("A",),
        label=N_("Away today"),
        help=N_("Mark who is away, or back: then the keys of the seats, and Enter"),
        footer=7,
    ),
    Action(
        place="talk",
        name="sides",
        keys=("F",),
        label=N_("Sides"),
        help=N_("Say who sits on which side: the keys of the seats, each again for the next side; = halves the room"),
        footer=9,
    ),
    Action(
        place="talk",
        name="chairs",
        keys=("C",),
        label=N_("Chairs"),
        help=N_("How the chairs stand: C for rows, U or circle, ← and → for the number of seats, ↑ and ↓ for the rows"),
        footer=11,
    ),
    Action(
        place="talk",
        name="keys",
        keys=("K",),
        label=N_("Keys on the wall"),
        help=N_("Show on the wall which key stands for which seat, or hide it: for a class with one screen"),
        footer=12,
    ),
    Action(
        place="talk",
        name="close",
        keys=("escape", "t"),
        label=N_("Close"),
        help=N_("Back to the step; turns and silences are kept"),
        footer=2,
    ),
)

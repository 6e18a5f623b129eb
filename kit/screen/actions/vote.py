"""What a teacher can do while a vote is open; digits give the count of the option that is marked."""

from __future__ import annotations

from kit.screen.actions.action import Action
from kit.words import N_

VOTE = (
    Action(
        place="vote",
        name="confirm",
        keys=("enter",),
        label=N_("Count"),
        help=N_("Type a number and Enter: so many hands for the marked option, and on to the next one"),
        footer=1,
    ),
    Action(
        place="vote",
        name="reveal",
        keys=("r",),
        label=N_("Show"),
        help=N_("Show the counts on the wall, or hide them again"),
        footer=2,
    ),
    Action(
        place="vote",
        name="shift",
        keys=("s",),
        label=N_("Before/after"),
        help=N_("Show the first and the second vote side by side, and who moved; again: this vote alone"),
        footer=3,
    ),
    Action(
        place="vote",
        name="ballots",
        keys=("t",),
        label=N_("Type ballots"),
        help=N_("At the desk: type ballots with two parts, such as L3 2 1 14, to see who moved"),
        footer=5,
        desk_only=True,
    ),
    Action(
        place="vote",
        name="choose_before",
        keys=("up",),
        label=N_("Previous option"),
        help=N_("Mark the previous option"),
    ),
    Action(
        place="vote",
        name="choose_next",
        keys=("down", "tab"),
        label=N_("Next option"),
        help=N_("Mark the next option without counting"),
        shown_keys=2,
    ),
    Action(
        place="vote",
        name="erase",
        keys=("backspace", "delete"),
        label=N_("Erase"),
        help=N_("Take away a digit, or else the count of the marked option"),
        shown_keys=2,
    ),
    Action(
        place="vote",
        name="finer",
        keys=("f",),
        label=N_("Finer scale"),
        help=N_("Seven places on the barometer instead of five, or five again, before anything is counted"),
    ),
    Action(
        place="vote",
        name="close",
        keys=("escape", "v"),
        label=N_("Close"),
        help=N_("Close the vote: the wall shows the step again, and what was counted stays"),
        footer=4,
        shown_keys=2,
    ),
)

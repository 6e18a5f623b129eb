"""What a teacher can do while drawing: who speaks next, who may pass, groups."""

from __future__ import annotations

from kit.screen.actions.action import Action
from kit.words import N_

DRAW = (
    Action(
        place="draw",
        name="pick",
        keys=("n", "enter"),
        label=N_("Next seat"),
        help=N_("Call the next seat: nobody comes twice before everybody has come once"),
        footer=1,
        shown_keys=2,
    ),
    Action(
        place="draw",
        name="passes",
        keys=("p",),
        label=N_("Pass"),
        help=N_(
            "The seat that was called would rather not, once in a class; it is called again at the end of the round"
        ),
        footer=3,
    ),
    Action(
        place="draw",
        name="groups",
        keys=("g",),
        label=N_("Groups"),
        help=N_("Deal groups of the size you choose, or one more"),
        footer=4,
    ),
    Action(
        place="draw",
        name="jigsaw",
        keys=("j",),
        label=N_("Jigsaw"),
        help=N_("Deal expert groups for as many texts as you choose, and home groups with an expert of each"),
        footer=5,
    ),
    Action(
        place="draw",
        name="mix",
        keys=("m",),
        label=N_("Mix anew"),
        help=N_("Jigsaw: the experts go to their home groups, or back"),
        footer=6,
    ),
    Action(
        place="draw",
        name="code",
        keys=("c",),
        label=N_("Code word"),
        help=N_(
            "The word the draws are made from: typed at the desk; on the wall, the words of a line the class chooses"
        ),
        footer=7,
    ),
    Action(
        place="draw",
        name="record",
        keys=("s",),
        label=N_("Save"),
        help=N_("At the desk: write the draw into a file that anyone can check with kit draw --verify"),
        footer=8,
        desk_only=True,
    ),
    Action(
        place="draw",
        name="close",
        keys=("escape", "x"),
        label=N_("Close"),
        help=N_("Back to the step; the draws stay"),
        footer=2,
        shown_keys=2,
    ),
)

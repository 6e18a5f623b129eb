"""What a teacher can do on the board: notes are typed and moved at the desk, lines are cited anywhere."""

from __future__ import annotations

from kit.screen.actions.action import Action
from kit.words import N_

BOARD = (
    Action(
        place="board",
        name="new",
        keys=("n",),
        label=N_("New note"),
        help=N_("At the desk: type what the class said, with its line at the end, such as #14, or #ours"),
        footer=1,
        desk_only=True,
    ),
    Action(
        place="board",
        name="cite",
        keys=("enter",),
        label=N_("Cite a line"),
        help=N_("Type a line's number and Enter: somebody rested on it; + or - instead of Enter: for or against"),
        footer=3,
    ),
    Action(
        place="board",
        name="lines",
        keys=("h",),
        label=N_("Lines used"),
        help=N_("How often each line of the lesson was used, or the notes again"),
        footer=4,
    ),
    Action(
        place="board",
        name="choose_before",
        keys=("up",),
        label=N_("Previous note"),
        help=N_("At the desk: the previous note, or the previous line"),
        desk_only=True,
    ),
    Action(
        place="board",
        name="choose_next",
        keys=("down", "tab"),
        label=N_("Next note"),
        help=N_("At the desk: the next note, or the next line"),
        desk_only=True,
    ),
    Action(
        place="board",
        name="move_right",
        keys=("right",),
        label=N_("To the right"),
        help=N_("At the desk: the marked note to the next column: we agree, we still differ, we need to know"),
        footer=7,
        desk_only=True,
    ),
    Action(
        place="board",
        name="move_left",
        keys=("left",),
        label=N_("To the left"),
        help=N_("At the desk: the marked note to the previous column"),
        desk_only=True,
    ),
    Action(
        place="board",
        name="mark",
        keys=("m",),
        label=N_("Mark"),
        help=N_(
            "At the desk: best question, strongest reason, minority view or open fact, for the record of the class"
        ),
        footer=5,
        desk_only=True,
    ),
    Action(
        place="board",
        name="edit",
        keys=("e",),
        label=N_("Edit"),
        help=N_("At the desk: change the marked note"),
        footer=6,
        desk_only=True,
    ),
    Action(
        place="board",
        name="remove",
        keys=("delete", "r"),
        label=N_("Remove"),
        help=N_("At the desk: take the marked note off the board; undo brings it back"),
        shown_keys=2,
        desk_only=True,
    ),
    Action(
        place="board",
        name="sort",
        keys=("s",),
        label=N_("Sort"),
        help=N_("By what the class agrees on and what not, or by claims, evidence and questions"),
        footer=8,
    ),
    Action(
        place="board",
        name="close",
        keys=("escape", "a"),
        label=N_("Close"),
        help=N_("Back to the step; the notes stay on the board"),
        footer=2,
        shown_keys=2,
    ),
)

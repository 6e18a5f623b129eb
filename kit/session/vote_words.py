"""What a vote and its options are called, in the four languages; lessons name some of them, Kit the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kit.lesson.model import Lesson
from kit.session.movement import Move
from kit.session.votes import Kind
from kit.words import N_, Words
from kit.words.terms import AGREEMENT, BAROMETER, COLUMNS, VOTES

DEGREES = {
    "agree-strongly": AGREEMENT[0],
    "agree": AGREEMENT[1],
    "disagree": AGREEMENT[2],
    "disagree-strongly": AGREEMENT[3],
}
"""The four corners, where a lesson names none of its own."""

SCALE = dict(zip(("agree-strongly", "agree", "between", "disagree", "disagree-strongly"), BAROMETER, strict=True))
"""The five places of a barometer, where a lesson names none of its own."""

FINE_SCALE = {
    "agree-strongly": AGREEMENT[0],
    "agree": AGREEMENT[1],
    "agree-somewhat": N_("Agree somewhat"),
    "between": SCALE["between"],
    "disagree-somewhat": N_("Disagree somewhat"),
    "disagree": AGREEMENT[2],
    "disagree-strongly": AGREEMENT[3],
}
"""The seven places of a barometer that is read more finely."""

LABELS: Mapping[Kind, Mapping[str, str]] = {
    "statement": VOTES,
    "positions": DEGREES,
    "scale": FINE_SCALE,
    "places": {
        "for-strongly": N_("Strongly for"),
        "for": VOTES["for"],
        "between": N_("In the middle"),
        "against": VOTES["against"],
        "against-strongly": N_("Strongly against"),
    },
    "jury": {"for": N_("The team for"), "against": N_("The team against"), "equal": N_("Both as well")},
    "consensus": {"agree": COLUMNS[0], "differ": COLUMNS[1], "know": COLUMNS[2]},
    "change": {
        "same": N_("Same view as before"),
        "better": N_("Same view, better reasons"),
        "changed": N_("Changed my mind"),
    },
    "headings": {
        "evidence": N_("Pointed to a line"),
        "builds": N_("Took up what was said"),
        "asks": N_("Asked a question"),
        "invites": N_("Drew somebody in"),
    },
    "piles": {"clear": N_("Clear"), "nearly": N_("Nearly"), "not-yet": N_("Not yet")},
    "letters": {letter: letter for letter in "ABCD"},
}
"""The options of each kind that does not take them from the lesson, and what they are called."""

OWN_OPTION = "own"
"""What is chosen beside the options of a role-play: an option of one's own."""


MOVE: Mapping[Move, str] = {
    "held": N_("held their view"),
    "softened": N_("moved towards the middle"),
    "hardened": N_("went further out"),
    "decided": N_("took a side"),
    "crossed": N_("changed sides"),
    "moved": N_("chose another"),
}
"""What somebody did between the two votes; a number stands before it."""

HANDS = N_("Hands show the net change, not who moved: that takes ballots with two parts.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A vote in one language."""

    asks: str
    """The statement or question the class votes on."""
    is_statement: bool
    labels: tuple[str, ...]
    """What each option is called, in the order of the options."""


def wording(lesson: Lesson, kind: Kind, lesson_step: str, options: Sequence[str], tr: Words) -> Wording:
    """A vote in the language of `tr`, or in the lesson's first language where it lacks that one."""
    edition = lesson.edition(tr.language)
    own = next((one for one in edition.steps if one.id == lesson_step), None)
    question = edition.questions.get(own.question) if own else None
    return Wording(
        asks=asked(kind, own.statement if own else "", question.asks if question else ""),
        is_statement=bool(own and own.statement),
        labels=labels(kind, options, tuple(own.positions.values()) if own else (), tr),
    )


def asked(kind: Kind, statement: str, question: str) -> str:
    """What the class votes on: the statement, else the question; "" where the options say it all."""
    return "" if kind in ("headings", "piles", "lines") else statement or question


def labels(kind: Kind, options: Sequence[str], positions: Sequence[str], tr: Words) -> tuple[str, ...]:
    """What each of the `options` is called; `positions` are the lesson's own, in order."""
    if positions and kind in ("positions", "scale"):
        return (*positions, tr("An option of my own"))[: len(options)]
    if kind == "lines":
        return tuple(tr("Line {number}", number=option) for option in options)
    if kind == "groups":
        return tuple(tr("Question of group {number}", number=option) for option in options)
    if kind == "letters":
        return tuple(options)
    return tuple(tr(LABELS[kind].get(option, option)) for option in options)


def round_name(number: int, rounds: int, tr: Words) -> str:
    """“First vote”; "" where there is only one."""
    if rounds < 2:
        return ""
    return tr("First vote") if number == 1 else tr("Second vote") if number == 2 else tr("Vote {number}", number=number)

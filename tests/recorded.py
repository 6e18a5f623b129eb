"""Classes that were held, as real journals: from one that recorded nothing to one that recorded everything."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from kit.files.report import as_text
from kit.lesson.home import Home
from kit.lesson.library import Library
from kit.lesson.model import Lesson
from kit.lesson.plan import plan
from kit.session.board import LineCited, NoteAdded, NoteMarked
from kit.session.events import ClockStarted, Ended, Event, Went
from kit.session.room import Room
from kit.session.sessions import start
from kit.session.state import ClassState, state
from kit.session.turns import RoomArranged, SideTaken, TurnBegan, TurnEnded, TurnTagged
from kit.session.votes import BallotTyped, Counted, Revealed, VoteOpened
from kit.words import words

VOTE = "deliberate/statement"
OPTIONS = ("for", "against", "undecided")
SCALE = (1, -1, 0)
MORNING = 1_793_869_200.0
"""A Thursday in November 2026, at nine in the forenoon in London."""


class Clock:
    """A clock that every look moves on by some seconds."""

    def __init__(self, now: float, step: float = 7.0) -> None:
        self.now, self.step = now, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@cache
def lesson_called(name: str) -> Lesson:
    """One of the bundled lessons."""
    library = Library(Home(Path(__file__).parent))
    folder = library.find(name)
    assert folder is not None, name
    lesson, problems = library.open(folder)
    assert lesson is not None, as_text(problems, words("en"))
    return lesson


def held(
    folder: Path, events: Sequence[Event], *, lesson: str = "many-hands", language: str = "en", wall: float = MORNING
) -> Path:
    """A class of `lesson` in which `events` happened, as a journal in `folder`."""
    taught = lesson_called(lesson)
    room = start(taught, plan(taught, 50), language, folder=folder, clock=Clock(1000.0), calendar=Clock(wall))
    for event in events:
        room.do(event)
    return closed(room)


def closed(room: Room) -> Path:
    """Let go of a class; where its journal is."""
    assert room.trouble is None
    assert room.journal is not None
    path = room.journal.path
    room.close()
    return path


def state_of(events: Sequence[Event], *, lesson: str = "many-hands", language: str = "en") -> ClassState:
    """The state after `events`, without any journal."""
    from kit.session.events import Logged, Opened

    taught = lesson_called(lesson)
    opened = Opened(lesson=taught, plan=plan(taught, 50), language=language)
    return state(
        Logged(seq, MORNING + 9 * seq, 1000.0 + 9 * seq, event) for seq, event in enumerate([opened, *events], 1)
    )


def nothing() -> list[Event]:
    """The clock ran, and the class went to its end."""
    return [ClockStarted(), Went(index=3), ClockStarted(), Ended()]


def hands() -> list[Event]:
    """A vote of hands before and after, and nothing else."""
    return [
        ClockStarted(),
        opened(1),
        *(Counted(vote=VOTE, round=1, option=o, count=n) for o, n in zip(OPTIONS, (14, 8, 6), strict=True)),
        Revealed(vote=VOTE, rounds=(1,)),
        opened(2),
        *(Counted(vote=VOTE, round=2, option=o, count=n) for o, n in zip(OPTIONS, (9, 16, 3), strict=True)),
        Revealed(vote=VOTE, rounds=(1, 2)),
        Ended(),
    ]


def opened(number: int) -> VoteOpened:
    """The vote on the statement."""
    return VoteOpened(
        vote=VOTE,
        kind="statement",
        lesson_step="deliberate",
        options=OPTIONS,
        scale=SCALE,
        round=number,
        rounds=2,
    )


def ballots() -> list[Event]:
    """Twenty-six ballots of two parts, and two whose second part is missing."""
    typed: list[Event] = [opened(1)]
    ways = (
        [("for", "for", 3)] * 7
        + [("against", "against", 9)] * 6
        + [("for", "against", 9)] * 5
        + [("undecided", "against", 14)] * 4
        + [("undecided", "for", 3)] * 2
        + [("for", "undecided", None)] * 2
        + [("for", "", None)] * 2
    )
    for number, (before, after, line) in enumerate(ways):
        code = f"{'ABCDE'[number % 5]}{number // 5}"
        typed.append(BallotTyped(vote=VOTE, code=code, before=before, after=after, line=line))
    return [*typed, Revealed(vote=VOTE, rounds=(1, 2))]


def note(name: str, kind: str, text: str, line: int | None = None, column: str = "", side: str = "") -> NoteAdded:
    """A note on the board."""
    return NoteAdded(note=name, kind=kind, text=text, line=line, column=column, side=side)  # type: ignore[arg-type]


def board() -> list[Event]:
    """What a class of twenty-eight puts on its board."""
    return [
        note("a", "claim", "If one company fails or turns bad, the others go on.", 3, side="for"),
        note("b", "claim", "Nobody can be held to account when everybody runs a copy.", 9, side="against"),
        note("c", "evidence", "Eight million dollars a month: small groups cannot pay that.", 14, side="against"),
        note("d", "question", "Who decides who counts as “independent”?", 12),
        note("e", "question", "Would we say the same about power stations?"),
        note("f", "claim", "Perhaps nobody should run them yet, neither few nor many.", None),
        note("g", "need", "How much does a model of today cost to run for one day?", 14),
        note("h", "need", "Who owns the computers the “many” would run on?"),
        note("i", "claim", "Whoever runs it must say who pays.", 15, column="agree"),
        note("j", "claim", "Power without a vote is a problem on both sides.", None, column="agree"),
        note("k", "claim", "Whether safety needs a centre.", None, column="differ"),
        note("l", "exit", "I changed my mind at line 9: “a few hands” can also be stopped."),
        note("m", "exit", "I still think many, but with a licence."),
        note("n", "exit", "The best reason was the bill, because it can be checked."),
        NoteMarked(note="b", mark="strongest-against"),
        NoteMarked(note="d", mark="best-question"),
        NoteMarked(note="f", mark="minority-view"),
        LineCited(line=3, side="for"),
        LineCited(line=3, side="for"),
        LineCited(line=9, side="against"),
        LineCited(line=20),
    ]


def talk() -> list[Event]:
    """Some turns on a plan of 28 seats."""
    events: list[Event] = [
        RoomArranged(shape="rows", seats=28),
        SideTaken(seats=(4, 5, 6), side="for"),
        SideTaken(seats=(11, 12), side="against"),
    ]
    for seat in (4, 11, 5, 12, 4, 6, 0, 11):
        events += [TurnBegan(seat=seat), TurnTagged(move="evidence", line=9 if seat > 10 else 3)]
    return [*events, TurnEnded()]


def everything() -> list[Event]:
    """A class that recorded all there is."""
    return [ClockStarted(), *ballots(), Went(index=8), ClockStarted(), *talk(), *board(), Went(index=12), Ended()]

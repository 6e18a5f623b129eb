"""What our class thought: the record of a class for the class itself, from its state alone; nobody's name can be in it.

It says what was voted, before and after, the strongest reason on each side, the best question, the view of the few,
what is still to be found out, and at which lines all this was decided. What was not recorded is left out; of a class
that recorded nothing, it says what was discussed.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from kit.lesson.model import Edition, Lesson
from kit.lesson.plan import PlannedStep
from kit.lesson.scene import Passage, passages
from kit.session.board import Board, Mark, Note
from kit.session.heat import heat
from kit.session.recap_votes import VoteRecord, hands_for_lines, vote_records
from kit.session.state import ClassState
from kit.words import words

Basis = Literal["chosen", "most-cited"]
"""Why a reason counts as the strongest: the class chose it, or its line was used most."""

STRONGEST: Mapping[str, Mark] = {"for": "strongest-for", "against": "strongest-against"}
"""The mark of each side's strongest reason."""


TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of what follows, the end of the page included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedLine:
    """A line of the lesson under its source head."""

    number: int
    passage: Passage
    """The line alone, with our translation where there is one, and its source head."""
    proved: bool
    """Whether it was found word for word in a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thought:
    """Something the class put on its board, in its own words."""

    text: str
    line: CitedLine | None = None
    """The line it rests on; None: the class's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """The strongest reason of a side."""

    side: str
    basis: Basis
    text: str
    """In the words of the class; "" where only its line is known."""
    line: CitedLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedLine:
    """A line that carried the debate."""

    line: CitedLine
    times: int
    """How often it was used: by notes, in the talk, on ballots."""
    decided: int = 0
    """On how many ballots it is the line that decided; they are among `times`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recap:
    """One page: what our class thought. Sentences of the class are as they were typed; everything may be empty."""

    lesson: str
    """The lesson's id."""
    title: str
    language: str
    """One of the lesson's."""
    date: str
    """The day of the class in local time: ``2026-11-04``."""
    question: str
    """The essential question."""
    votes: tuple[VoteRecord, ...] = ()
    """Where the class stood; the one that shows a change first."""
    reasons: tuple[Reason, ...] = ()
    best_question: Thought | None = None
    minority: Thought | None = None
    open_facts: tuple[Thought, ...] = ()
    agree: tuple[Thought, ...] = ()
    differ: tuple[Thought, ...] = ()
    exit: tuple[Thought, ...] = ()
    questions: tuple[Thought, ...] = ()
    """The questions the class wrote, without the best one."""
    others: tuple[Thought, ...] = ()
    """What else stands on the board."""
    lines: tuple[UsedLine, ...] = ()
    """The lines that were used, the most used first."""
    discussed: tuple[str, ...] = ()
    """The questions of the steps the class has done."""
    read: tuple[tuple[Passage, ...], ...] = ()
    """What it read in them: passages, text by text."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Everything the class said, as it was typed, in the order of the page."""
        singles = [one for one in (self.best_question, self.minority) if one is not None]
        lists = (self.agree, self.differ, self.open_facts, self.exit, self.questions, self.others)
        texts = [*(reason.text for reason in self.reasons), *(one.text for one in singles)]
        return tuple(text for text in (*texts, *(one.text for thoughts in lists for one in thoughts)) if text)

    @property
    def recorded(self) -> bool:
        """Whether the class has left anything of its own."""
        return bool(self.votes or self.reasons or self.lines or self.sentences)


def recap(state: ClassState, language: str) -> Recap:
    """The record of a class in `language`, or in the lesson's first where it lacks that one."""
    edition = state.lesson.edition(language)
    lines = _Lines(state.lesson, edition.language)
    board = _Taken(state.board)
    reasons = [_strongest(board, side, state, lines) for side in STRONGEST]
    best, minority = board.one("best-question"), board.one("minority-view")
    facts = board.all(lambda n: "open-fact" in n.marks or n.kind == "need" or n.column == "need-to-know")
    exits = board.all(lambda n: n.kind == "exit")
    agree = board.all(lambda n: n.column == "agree")
    differ = board.all(lambda n: n.column == "differ")
    asked = board.all(lambda n: n.kind == "question")
    rest = board.all(lambda _: True)
    done = _done(state)
    questions = dict.fromkeys(step.question for step in done if step.question in edition.questions)
    numbers = tuple(sorted({number for step in done for number in step.lines}))

    def thought(note: Note | None) -> Thought | None:
        return Thought(text=clean(note.text), line=lines.line(note.line)) if note is not None else None

    def thoughts(notes: Iterable[Note]) -> tuple[Thought, ...]:
        return tuple(told for note in notes if (told := thought(note)) is not None)

    return Recap(
        lesson=state.lesson.id,
        title=edition.title,
        language=edition.language,
        date=day(state.opened),
        question=edition.essential_question,
        votes=vote_records(state, words(edition.language)),
        reasons=tuple(reason for reason in reasons if reason is not None),
        best_question=thought(best),
        minority=thought(minority),
        open_facts=thoughts(facts),
        agree=thoughts(agree),
        differ=thoughts(differ),
        exit=thoughts(exits),
        questions=thoughts(asked),
        others=thoughts(rest),
        lines=_used(state, lines),
        discussed=tuple(edition.questions[id].asks for id in questions),
        read=_by_text(passages(state.lesson, numbers, edition.language), edition) if numbers else (),
    )


def day(seconds: float) -> str:
    """The day of a moment (seconds since 1970) in local time, ``2026-11-04``; "" where no calendar has it."""
    try:
        return f"{datetime.fromtimestamp(seconds).astimezone():%Y-%m-%d}"
    except (OverflowError, ValueError, OSError):
        return ""


def clean(text: str) -> str:
    """Typed text on one line, without what no page can show: control characters, halves of characters, turned rows."""
    shown = (c for c in text if c.isspace() or not (unicodedata.category(c) in ("Cc", "Cs") or c in TURNING))
    return " ".join("".join(shown).split())


class _Lines:
    """The lesson's lines as they are quoted, each made once."""

    def __init__(self, lesson: Lesson, language: str) -> None:
        self._lesson, self._language = lesson, language
        self._proved = {line.number: line.proved for line in lesson.lines}
        self._made: dict[int, CitedLine] = {}

    def line(self, number: int | None) -> CitedLine | None:
        """The line of that number; None where the lesson has none."""
        if number is None or number not in self._proved:
            return None
        if number not in self._made:
            (passage,) = passages(self._lesson, (number,), self._language)
            self._made[number] = CitedLine(number=number, passage=passage, proved=self._proved[number])
        return self._made[number]


class _Taken:
    """The notes of the board, each of which is told once: where it matters most."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self._left = list(board.notes)

    def all(self, wanted: Callable[[Note], bool]) -> list[Note]:
        """Every note left that is wanted, in the order of the board; none of them is left after that."""
        found = [note for note in self._left if wanted(note)]
        self._left = [note for note in self._left if not wanted(note)]
        return found

    def one(self, mark: Mark) -> Note | None:
        """The note with a mark that only one can have."""
        return next(iter(self.all(lambda note: mark in note.marks)), None)


def _strongest(board: _Taken, side: str, state: ClassState, lines: _Lines) -> Reason | None:
    """The reason the class chose; else the line this side rested on most, with the first claim that rests on it."""
    chosen = board.one(STRONGEST[side])
    if chosen is not None:
        return Reason(side=side, basis="chosen", text=clean(chosen.text), line=lines.line(chosen.line))
    uses = Counter(number for number in _cited_for(side, state) if lines.line(number) is not None)
    if not uses:
        return None
    # Of two lines that were used as often, the one that came first.
    ((number, _),) = uses.most_common(1)
    said = board.all(lambda note: _speaks_for(note, side) and note.line == number and not note.marks)[:1]
    return Reason(side=side, basis="most-cited", text=clean(said[0].text) if said else "", line=lines.line(number))


def _speaks_for(note: Note, side: str) -> bool:
    return note.side == side and note.kind in ("claim", "evidence")


def _cited_for(side: str, state: ClassState) -> Iterator[int]:
    """The lines a side rested on, one entry a time."""
    for note in state.board.notes:
        if _speaks_for(note, side) and note.line is not None:
            yield note.line
    yield from (cite.line for cite in state.board.cited if cite.side == side)
    for turn in state.talk.so_far:
        if turn.side == side:
            yield from turn.lines


def _used(state: ClassState, lines: _Lines) -> tuple[UsedLine, ...]:
    """Every line that was used, the most used first; hands counted for a line are as many uses."""
    hands = hands_for_lines(state.votes)
    found = []
    for use in heat(state):
        times, line = use.total + hands.get(use.number, 0), lines.line(use.number)
        if times and line is not None:
            found.append(UsedLine(line=line, times=times, decided=use.ballots))
    return tuple(sorted(found, key=lambda used: (-used.times, used.line.number)))


def _by_text(read: Iterable[Passage], edition: Edition) -> tuple[tuple[Passage, ...], ...]:
    """The passages, those of one text together."""
    texts: dict[str, list[Passage]] = {}
    for passage in read:
        texts.setdefault(edition.excerpts[passage.excerpt].source, []).append(passage)
    return tuple(map(tuple, texts.values()))


def _done(state: ClassState) -> tuple[PlannedStep, ...]:
    """The steps the class has come to, as far as clocks and place tell; all of them where neither tells anything."""
    course = state.course
    begun = [index for index, step in enumerate(course.plan.steps) if course.countdown_of(step).begun]
    if not begun and course.is_first:
        return course.plan.steps
    return course.plan.steps[: max([course.index, *begun]) + 1]

"""The record of a class as one long table for a spreadsheet: all that was counted, and for the teacher time and turns.

Seats are numbers here as everywhere. A semicolon stands between the cells where people write decimals with a comma,
since spreadsheets there expect it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from kit.lesson.emphasis import plain
from kit.lesson.step_names import step_names
from kit.session.ledger import ledger
from kit.session.recap import CitedLine, Recap, Thought, clean
from kit.session.recap_votes import record
from kit.session.recap_words import RecapWords
from kit.session.state import ClassState
from kit.session.vote_words import round_name, wording
from kit.words import Words

BYTE_ORDER = "\ufeff"
"""What tells Excel that the file is UTF-8."""

FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet would take for the beginning of a formula, the wide forms of East Asia included."""

Cell = str | int
Row = tuple[Cell, Cell, Cell, Cell, Cell, Cell]
"""Part, item, round, count, line, text; "" for what does not apply."""


def table(state: ClassState, recap: Recap, now: float) -> str:
    """The whole table as CSV with a byte order mark; `now` is in seconds of the class's last run."""
    said = RecapWords(recap)
    out = io.StringIO()
    writer = csv.writer(out, delimiter="," if recap.language == "en" else ";", lineterminator="\r\n")
    tr = said.tr
    writer.writerow([tr("Part"), tr("Item"), tr("Round"), tr("How many"), tr("Line"), tr("Text")])
    for part in (
        _about(said),
        _votes(state, tr),
        _thoughts(said),
        _lines(said),
        _time(state, said, now),
        _turns(state, tr, now),
    ):
        writer.writerows([safe(cell) if isinstance(cell, str) else cell for cell in row] for row in part)
    return BYTE_ORDER + out.getvalue()


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    text = clean(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def _row(part: str, item: str = "", round: Cell = "", count: Cell = "", line: Cell = "", text: str = "") -> Row:  # noqa: A002
    return part, item, round, count, line, text


def _about(said: RecapWords) -> Iterator[Row]:
    recap, tr = said.recap, said.tr
    yield _row(tr("Lesson"), recap.lesson, text=plain(recap.title))
    yield _row(tr("Date"), recap.date)
    if recap.question:
        yield _row(tr("Question"), text=plain(recap.question))


def _votes(state: ClassState, tr: Words) -> Iterator[Row]:
    """Every vote in which anything was counted, all rounds, and who moved."""
    for vote in state.votes.votes.values():
        told = record(state.lesson, vote, tr)
        if told is None:
            continue
        said = wording(state.lesson, vote.kind, vote.lesson_step, vote.options, tr)
        labels = {
            **dict(zip(vote.options, vote.options, strict=True)),
            **dict(zip(vote.options, said.labels, strict=False)),
        }
        asked = plain(told.asks)
        for number in range(1, len(vote.rounds) + 1):
            name = round_name(number, len(vote.rounds), tr)
            for option, count in vote.counts(number).items():
                yield _row(tr("Vote"), labels.get(option, option), name or number, count, text=asked)
        for way in told.movement.flows if told.movement is not None else ():
            item = tr("from “{before}” to “{after}”", before=labels[way.before], after=labels[way.after])
            yield _row(tr("Who moved"), item, "", way.count, text=asked)


def _thoughts(said: RecapWords) -> Iterator[Row]:
    recap, tr = said.recap, said.tr
    for reason in recap.reasons:
        item = f"{said.side(reason)} ({said.basis(reason)})"
        yield _row(tr("Strongest reason"), item, line=_number(reason.line), text=reason.text)
    for title, thought in (
        (tr("Our best question"), recap.best_question),
        (tr("What a few of us think"), recap.minority),
    ):
        if thought is not None:
            yield _row(title, line=_number(thought.line), text=thought.text)
    for name, title in said.list_titles():
        thoughts: tuple[Thought, ...] = getattr(recap, name)
        for number, thought in enumerate(thoughts, 1):
            yield _row(title, str(number), line=_number(thought.line), text=thought.text)


def _lines(said: RecapWords) -> Iterator[Row]:
    for used in said.recap.lines:
        (line,) = used.line.passage.lines
        yield _row(
            said.tr("Lines used"), " · ".join(said.source(used.line.passage)), "", used.times, line.number, line.text
        )


def _time(state: ClassState, said: RecapWords, now: float) -> Iterator[Row]:
    """Seconds each step has really taken, for the next time; steps whose clock never ran are left out."""
    course, tr = state.course, said.tr
    names = step_names(state.lesson, course.plan, said.recap.language)
    for step, name in zip(course.plan.steps, names, strict=True):
        countdown = course.countdown_of(step)
        if countdown.begun:
            planned = tr("planned: {count} s", count=step.minutes * 60)
            yield _row(tr("Seconds used (for the teacher)"), name, "", max(0, round(countdown.used(now))), "", planned)


def _turns(state: ClassState, tr: Words, now: float) -> Iterator[Row]:
    """Turns and seconds by seat, where anybody's turn was noted."""
    if not state.talk.so_far:
        return
    found = ledger(state.talk, now)
    for seat in sorted(found.turns):
        item = tr("Seat {number}", number=seat)
        yield _row(tr("Turns (for the teacher)"), item, "", found.turns[seat])
        yield _row(tr("Seconds spoken (for the teacher)"), item, "", round(found.seconds.get(seat, 0.0)))
    yield _row(tr("Turns (for the teacher)"), tr("The teacher"), "", found.teacher_turns)
    yield _row(tr("Seconds spoken (for the teacher)"), tr("The teacher"), "", round(found.teacher_seconds))


def _number(line: CitedLine | None) -> Cell:
    return line.number if line is not None else ""

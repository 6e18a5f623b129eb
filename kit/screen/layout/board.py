"""The board on the wall: notes side by side, each with its line or "ours", on as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from kit.lesson.scene import Scene
from kit.screen.layout.deck import SIDE_SHAPE
from kit.screen.layout.flow import BLOCKS, Measure
from kit.screen.layout.pages import Unit
from kit.screen.layout.rows import EMPTY, NO_BREAK, beside, hang, verbatim, wrap
from kit.session.board import Column, Mark, Note, NoteKind, Sorting
from kit.session.noting import OURS_WORD
from kit.words import N_, Words
from kit.words.terms import COLUMNS

if TYPE_CHECKING:
    from kit.session.public import PublicState

COLUMN: dict[Column, str] = {
    **dict(zip(("agree", "differ", "need-to-know"), COLUMNS, strict=True)),
    "": N_("Not placed yet"),
}
"""What each column is called, in the order of the board."""

KIND: dict[NoteKind, str] = {
    "claim": N_("Claims"),
    "evidence": N_("Evidence"),
    "question": N_("Questions"),
    "need": N_("Open facts"),
    "exit": N_("Exit tickets"),
}
"""What each kind of note is called, many of them."""

ALWAYS = ("agree", "differ", "need-to-know", "claim", "evidence", "question")
"""What has its place on the board before there is a note in it."""

MARK: dict[Mark, str] = {
    "best-question": N_("Best question"),
    "strongest-for": N_("Strongest reason for"),
    "strongest-against": N_("Strongest reason against"),
    "minority-view": N_("Minority view"),
    "open-fact": N_("Open fact"),
}
"""What a mark says on the wall."""

ACROSS = 3
"""Groups side by side where there is room."""

BESIDE_FROM = 72
"""Columns from which groups stand side by side."""

GAP = 3
LEAST = 4
"""Rows below which a group is not begun at the foot of a page: its name and a short note."""


@dataclass(frozen=True, slots=True)
class Pile:
    """Notes under one name."""

    key: str
    label: str
    notes: tuple[Note, ...]


def piles(notes: Sequence[Note], by: Sorting, tr: Words) -> list[Pile]:
    """The notes in their groups; groups that need not be there are left out while they are empty."""
    names = [(str(key), label) for key, label in (COLUMN.items() if by == "columns" else KIND.items())]
    found = []
    for key, label in names:
        here = tuple(note for note in notes if (note.column if by == "columns" else note.kind) == key)
        if here or (key in ALWAYS and not _only_exit(notes)):
            found.append(Pile(key or "unplaced", tr(label), here))
    return found


def _only_exit(notes: Sequence[Note]) -> bool:
    """Whether the board holds exit tickets and nothing else: they need no empty columns beside them."""
    return bool(notes) and all(note.kind == "exit" and not note.column for note in notes)


def board_units(public: PublicState, scene: Scene, measure: Measure, rows: int, tr: Words) -> list[Unit]:
    """The board, under the question where both have room on one page of `rows` rows."""
    board = public.board
    every = piles(board.notes, board.by, tr)
    bands = [every[start : start + ACROSS] for start in range(0, len(every), ACROSS)]
    kind = "statement" if scene.statement and "question" not in scene.shows else "question"
    asked = list(BLOCKS[kind](scene, measure, tr))
    made = _drawn([[pile] for pile in every], measure.width, rows, tr)
    if measure.width >= BESIDE_FROM:
        columns = _drawn(bands, measure.width, rows, tr)
        # Narrow columns of long notes may take more pages than notes one under the other.
        if -(-_height(columns) // rows) <= -(-_height(made) // rows):
            made = columns
    if _height([*asked, *made]) + 1 <= rows:
        first = made[:1]
        return [*asked, *(Unit(unit.key, unit.rows, space_before=1) for unit in first), *made[1:]]
    return made


def _height(units: Iterable[Unit]) -> int:
    return sum(len(unit.rows) + unit.space_before for unit in units)


def _drawn(bands: Sequence[Sequence[Pile]], width: int, rows: int, tr: Words) -> list[Unit]:
    """The bands one under the other, each cut where a page ends; never within a note, unless it fills a page."""
    found: list[Unit] = []
    used = 0
    for number, band in enumerate(bands):
        each = (width - GAP * (len(band) - 1)) // len(band)
        heads = [_head(pile.label, each) for pile in band]
        tallest = max(map(len, heads))
        heads = [[EMPTY] * (tallest - len(head)) + head for head in heads]
        waiting = [[note_rows(note, each, tr) for note in pile.notes] for pile in band]
        part = 0
        while part == 0 or any(waiting):
            space = 1 if used else 0
            if used and rows - used - space < LEAST:
                used = space = 0
            room = max(1, rows - used - space - tallest)
            columns = [_taken(notes, room) for notes in waiting]
            drawn = beside(
                [head + column for head, column in zip(heads, columns, strict=True)], [each] * len(band), GAP
            )
            found.append(Unit(f"board:{number}.{part}", tuple(drawn), space_before=space))
            used += space + len(drawn)
            part += 1
            if any(waiting):
                used = rows
    return found


def _taken(waiting: list[list[Content]], room: int) -> list[Content]:
    """The rows of as many of the notes `waiting` as there is room for; they wait no more."""
    rows: list[Content] = []
    while waiting:
        if len(rows) + len(waiting[0]) <= room:
            rows += waiting.pop(0)
        elif not rows:
            rows, waiting[0] = waiting[0][:room], waiting[0][room:]
            return rows
        else:
            return rows
    return rows


def _head(label: str, width: int) -> list[Content]:
    """The name of a group, with a rule to the end of its column."""
    *above, last = wrap(Content.styled(label, "bold $accent"), width)
    rule = "─" * max(0, width - last.cell_length - 1)
    return [*above, last + Content.styled(f" {rule}" if rule else "", "$border")]


def note_rows(note: Note, width: int, tr: Words) -> list[Content]:
    """A note: its side, its words as they were typed, its line; beneath it what it was found to be."""
    sign = Content.styled(f"{SIDE_SHAPE.get(note.side, '•')} ", "bold $primary")
    rows = hang(sign, note_text(note, tr), width)
    for mark in note.marks:
        rows += hang(Content("  "), Content.styled(f"► {tr(MARK[mark])}", "bold $accent"), width)
    return rows


def note_text(note: Note, tr: Words) -> Content:
    """The words of a note and the line it rests on."""
    named = line_name(note.line, tr).replace(" ", NO_BREAK)
    return verbatim(note.text) + Content.styled(f" [{named}]", "bold $primary")


def line_name(line: int | None, tr: Words) -> str:
    """`14`, or "ours"."""
    return str(line) if line is not None else tr(OURS_WORD)


def nothing_yet(tr: Words, width: int) -> list[Content]:
    """What stands where there is no note."""
    return [EMPTY, *wrap(Content.styled(tr("Nothing is on the board yet."), "$text-muted"), width)]

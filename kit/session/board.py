"""The board: claims, evidence and questions, each pinned to a line of the lesson or marked as the class's own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from kit.session.events import Event, Logged
from kit.session.heat import LineUse

NoteKind = Literal["claim", "evidence", "question", "exit", "need"]
"""What a note is: something claimed, what speaks for it, a question, a line of an exit ticket, a fact to be found."""

Column = Literal["agree", "differ", "need-to-know", ""]
"""Where a note stands: what the class agrees on, where it still differs, what it needs to know; "" nowhere yet."""

Side = Literal["for", "against", ""]

Sorting = Literal["columns", "kinds"]
"""How the board is arranged: what the class agrees on and what not, or claims, evidence and questions."""

Mark = Literal["best-question", "strongest-for", "strongest-against", "minority-view", "open-fact"]
"""What the class, or the teacher, found a note to be; the record of the class is made of these."""

SINGLE: tuple[Mark, ...] = ("best-question", "strongest-for", "strongest-against", "minority-view")
"""Marks that one note has at most: marking another one moves the mark."""

OURS: int | None = None
"""The line of a note that rests on none: the class's own."""

LONGEST_NOTE = 240
"""Characters of a note; more is no note on a board."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAdded(Event):
    """A note goes on the board."""

    KIND: ClassVar[str] = "note-added"
    UNDOABLE: ClassVar[bool] = True

    note: str
    """Its id, which no other note of the class has."""
    kind: NoteKind
    text: str
    """As it was typed; hostile. Whoever writes the event has seen to it that no listed name is in it."""
    line: int | None = OURS
    """The line of the lesson it rests on; None: the class's own, "ours"."""
    column: Column = ""
    side: Side = ""
    step: str = ""
    """The id of the plan's step it was made in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteEdited(Event):
    """A note says something else, or rests on another line; where it stands and how it is marked stay."""

    KIND: ClassVar[str] = "note-edited"
    UNDOABLE: ClassVar[bool] = True

    note: str
    kind: NoteKind
    text: str
    line: int | None = OURS
    side: Side = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMoved(Event):
    """A note stands in another column."""

    KIND: ClassVar[str] = "note-moved"
    UNDOABLE: ClassVar[bool] = True

    note: str
    column: Column


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRemoved(Event):
    """A note is taken off the board."""

    KIND: ClassVar[str] = "note-removed"
    UNDOABLE: ClassVar[bool] = True

    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMarked(Event):
    """A note is found to be something special, or no longer."""

    KIND: ClassVar[str] = "note-marked"
    UNDOABLE: ClassVar[bool] = True

    note: str
    mark: Mark
    on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCited(Event):
    """Somebody rested on a line of the lesson, aloud."""

    KIND: ClassVar[str] = "line-cited"
    UNDOABLE: ClassVar[bool] = True

    line: int
    side: Side = ""
    step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardSorted(Event):
    """The board is arranged otherwise."""

    KIND: ClassVar[str] = "board-sorted"

    by: Sorting


EVENTS: tuple[type[Event], ...] = (NoteAdded, NoteEdited, NoteMoved, NoteRemoved, NoteMarked, LineCited, BoardSorted)
"""The events of this tool."""

HEARS: tuple[type[Event], ...] = ()
"""Events of others that change it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note as it stands on the board."""

    id: str
    kind: NoteKind
    text: str
    line: int | None
    """The line of the lesson; None: ours."""
    column: Column = ""
    side: Side = ""
    step: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What the class has put on the board."""

    notes: tuple[Note, ...] = ()
    """In the order in which they were made."""
    cited: tuple[LineCited, ...] = ()
    """Lines that were rested on, one entry a time."""
    sorted_by: Sorting | Literal[""] = ""
    """As the teacher has chosen; "" while nobody has."""

    @property
    def by(self) -> Sorting:
        """How the notes are arranged: by columns as soon as one of them stands in a column, unless chosen otherwise."""
        return self.sorted_by or ("columns" if any(note.column for note in self.notes) else "kinds")

    def note(self, name: str) -> Note | None:
        """The note of that id."""
        return next((note for note in self.notes if note.id == name), None)

    def marked(self, mark: Mark) -> tuple[Note, ...]:
        """The notes with a mark, in the order of the board."""
        return tuple(note for note in self.notes if mark in note.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicBoard:
    """What the wall may show of it."""

    notes: tuple[Note, ...] = ()
    by: Sorting = "kinds"
    uses: tuple[LineUse, ...] = ()
    """How often each line of the lesson was used, in their order; empty while the wall shows something else."""


def apply(board: Board, logged: Logged) -> Board:
    """The board after an event; one that makes no sense changes nothing."""
    match logged.event:
        case NoteAdded() as event:
            return _added(board, event)
        case NoteEdited(text=text, line=line) as event if _fits(text, line):
            changed = {"kind": event.kind, "text": text, "line": line, "side": event.side}
            return _with(board, event.note, **changed)
        case NoteMoved(note=name, column=column):
            return _with(board, name, column=column)
        case NoteRemoved(note=name):
            return replace(board, notes=tuple(note for note in board.notes if note.id != name))
        case NoteMarked() as event:
            return _marked(board, event)
        case LineCited(line=line) as event if line >= 1:
            return replace(board, cited=(*board.cited, event))
        case BoardSorted(by=by):
            return replace(board, sorted_by=by)
        case _:
            return board


def _fits(text: str, line: int | None) -> bool:
    return bool(text.strip()) and (line is None or line >= 1)


def _added(board: Board, event: NoteAdded) -> Board:
    if not event.note or board.note(event.note) is not None or not _fits(event.text, event.line):
        return board
    note = Note(
        id=event.note,
        kind=event.kind,
        text=event.text,
        line=event.line,
        column=event.column,
        side=event.side,
        step=event.step,
    )
    return replace(board, notes=(*board.notes, note))


def _with(board: Board, name: str, **changed: object) -> Board:
    notes = tuple(replace(note, **changed) if note.id == name else note for note in board.notes)  # type: ignore[arg-type]
    return replace(board, notes=notes)


def _marked(board: Board, event: NoteMarked) -> Board:
    if board.note(event.note) is None:
        return board
    moves = event.on and event.mark in SINGLE
    notes = []
    for note in board.notes:
        here = note.id == event.note
        marks = note.marks
        if here or moves:
            marks = tuple(mark for mark in marks if mark != event.mark)
        if here and event.on:
            marks = (*marks, event.mark)
        notes.append(replace(note, marks=marks))
    return replace(board, notes=tuple(notes))


def public(board: Board, uses: tuple[LineUse, ...] = ()) -> PublicBoard:
    """What the wall may show; `uses` is what `kit.session.heat` counts of what the class may know."""
    return PublicBoard(notes=board.notes, by=board.by, uses=uses)

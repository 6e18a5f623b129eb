"""The board: notes are typed, moved and marked at the desk; lines are cited by their number anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.events import Key

from kit.screen.actions import Place
from kit.screen.modes.mode import Mode
from kit.session.board import (
    Board,
    BoardSorted,
    Column,
    LineCited,
    Mark,
    Note,
    NoteMarked,
    NoteMoved,
    NoteRemoved,
    Side,
)
from kit.session.events import Shown, View
from kit.session.number_row import digit

if TYPE_CHECKING:
    from kit.screen.teaching import TeachingScreen

VIEWS: tuple[View, ...] = ("board", "lines")

TURNING = ("up", "down", "left", "right", "tab")
"""Keys that turn the pages of the wall; at the desk they choose and move notes."""

COLUMNS: tuple[Column, ...] = ("agree", "differ", "need-to-know")

LONGEST_NUMBER = 3
"""Digits of a line number."""

OF_NUMBER: dict[str, Side] = {
    "backspace": "",
    "escape": "",
    "plus": "for",
    "equals_sign": "for",
    "minus": "against",
    "right_parenthesis": "against",
}
"""Keys that mean something once a number is begun, and the side they give it.

The sign of equality and the parenthesis are the keys beside the 0 of an AZERTY keyboard, where a minus is a 6.
"""


class BoardMode(Mode):
    """The keys of the board and of the lines used."""

    PLACE: ClassVar[Place] = "board"
    VIEW: ClassVar[View] = "board"

    def __init__(self, host: TeachingScreen) -> None:
        super().__init__(host)
        self.number = ""
        """What has been typed of a line number."""
        self._unshifted = False
        """Whether its last digit was typed on an AZERTY keyboard without Shift: there a minus is a 6."""
        self.chosen = ""
        """The id of the note the desk marks."""
        self.line = 0
        """The index of the line the desk looks at."""
        self.unsent = ""
        """A new note that was typed and not put up: in no journal, only here."""

    def enter(self) -> None:
        """Show the board, or join the other screen where it shows board or lines already."""
        if self.state.view not in VIEWS:
            super().enter()

    def leave(self) -> None:
        if self.state.view in VIEWS:
            self.room.do(Shown(view="step"))

    @property
    def board(self) -> Board:
        """The board as it stands."""
        return self.state.board

    @property
    def _shows_lines(self) -> bool:
        return self.state.view == "lines"

    @property
    def note(self) -> Note | None:
        """The note the desk marks: the last one made where none has been chosen."""
        return self.board.note(self.chosen) or next(reversed(self.board.notes), None)

    # Keys

    def take(self, event: Key) -> bool:
        """On the wall what only the desk does keeps the meaning it has for the pages."""
        if self.number and event.key in OF_NUMBER and not (event.key == "minus" and self._unshifted):
            return self._of_number(event.key)
        if not self.private and event.key in TURNING:
            return False
        return super().take(event)

    def typed(self, event: Key) -> bool:
        """Digits are a line's number."""
        typed = digit(event.character)
        if not typed:
            return False
        self._unshifted = typed != event.character
        if len(self.number) < LONGEST_NUMBER:
            self.number += typed
        return True

    def act(self, name: str) -> None:
        """An action by its name; a click on a note brings its id with it, one on a line its index or its number."""
        name, _, value = name.partition(" ")
        if name == "choose" and value:
            if self._shows_lines:
                self.line = int(value)
            else:
                self.chosen = value
            self.host.changed()
        elif name == "cite" and value:
            self.number = value
            self._cite("")
            self.host.changed()
        else:
            super().act(name)

    def _of_number(self, key: str) -> bool:
        if key == "backspace":
            self.number = self.number[:-1]
        elif key == "escape":
            self.number = ""
        else:
            self._cite(OF_NUMBER[key])
        return True

    # Lines

    def action_cite(self) -> None:
        """The line that was typed; at the desk, without one, the line that is looked at."""
        if not self.number and self.private and self._shows_lines:
            self.number = str(self.state.lesson.lines[self.line].number)
        self._cite("")

    def _cite(self, side: Side) -> None:
        line, self.number = int(self.number or 0), ""
        if not line:
            return
        known = [one.number for one in self.state.lesson.lines]
        if line not in known:
            self.host.remark(self.tr("This lesson has no line {number}.", number=line))
            return
        self.room.do(LineCited(line=line, side=side, step=self.state.course.step.id))
        self.line = known.index(line)
        times = sum(cite.line == line for cite in self.board.cited)
        self.host.remark(
            self.tr.plural("Line {line}: cited once", "Line {line}: cited {count} times", times, line=line)
        )

    def action_lines(self) -> None:
        self.room.do(Shown(view="board" if self._shows_lines else "lines"))

    # Notes

    def action_sort(self) -> None:
        self.room.do(BoardSorted(by="kinds" if self.board.by == "columns" else "columns"))
        if self._shows_lines:
            self.room.do(Shown(view="board"))

    def _at_desk(self) -> bool:
        """Whether this is the desk; the wall says where notes are typed."""
        if not self.private:
            self.host.remark(self.tr("Notes are typed and moved at the desk: kit desk."))
        return self.private

    def _choose(self, by: int) -> None:
        if self._shows_lines:
            self.line = max(0, min(self.line + by, len(self.state.lesson.lines) - 1))
            return
        from kit.screen.layout.board_desk import order

        names = [note.id for note in order(self.board, self.tr)]
        if names and self.note is not None:
            self.chosen = names[(names.index(self.note.id) + by) % len(names)]

    def action_choose_before(self) -> None:
        self._choose(-1)

    def action_choose_next(self) -> None:
        self._choose(1)

    def action_move_right(self) -> None:
        self._move(1)

    def action_move_left(self) -> None:
        self._move(-1)

    def _move(self, by: int) -> None:
        note = self.note
        if self._at_desk() and note is not None and not self._shows_lines:
            here = COLUMNS.index(note.column) if note.column else (-1 if by > 0 else len(COLUMNS))
            self.chosen = note.id
            self.room.do(NoteMoved(note=note.id, column=COLUMNS[(here + by) % len(COLUMNS)]))

    def action_new(self) -> None:
        if self._at_desk():
            self._type(None)

    def action_edit(self) -> None:
        if self._at_desk() and self.note is not None:
            self._type(self.note)

    def _type(self, note: Note | None) -> None:
        from kit.screen.note_dialog import NoteDialog

        if self._shows_lines:
            self.room.do(Shown(view="board"))

        def typed(chosen: str | None) -> None:
            self.chosen = chosen or self.chosen
            if note is None:
                self.unsent = dialog.unsent
            if self.unsent and note is None:
                self.host.remark(self.tr("What was typed is not put up; n brings it back."))
            self.host.changed()

        dialog = NoteDialog(self.room, self.host.class_list, note, unsent=self.unsent)
        self.host.app.push_screen(dialog, typed)

    def action_remove(self) -> None:
        note = self.note
        if self._at_desk() and note is not None and not self._shows_lines:
            self.room.do(NoteRemoved(note=note.id))
            self.host.remark(self.tr("The note is off the board: u brings it back."))

    def action_mark(self) -> None:
        from kit.screen.dialogs import Item, Picker
        from kit.screen.layout.board import MARK

        note = self.note
        if not self._at_desk() or note is None:
            return
        marks: tuple[Mark, ...] = tuple(MARK)
        signs = {mark: "✓" if mark in note.marks else "" for mark in marks}
        items = [
            Item(mark, f"{number}  {self.tr(MARK[mark])}", aside=signs[mark]) for number, mark in enumerate(marks, 1)
        ]

        def chosen(answer: str | None) -> None:
            mark = next((mark for mark in marks if mark == answer), None)
            if mark is not None:
                self.room.do(NoteMarked(note=note.id, mark=mark, on=mark not in note.marks))

        self.host.app.push_screen(Picker(self.tr("What is this note?"), items), chosen)

    # What is painted

    def wall_note(self) -> Content | None:
        """What has been typed of a line's number: no secret, the class has just said it."""
        if not self.number:
            return None
        return Content.styled(f" {self.tr('Line {number}', number=self.number)}_ ", "bold $primary")

    def desk_rows(self, width: int, rows: int) -> list[Content]:
        from kit.screen.layout import board_desk

        width -= 1
        typed = self.wall_note()
        head = [typed] if typed is not None else []
        if self._shows_lines:
            return [*head, *self._heat(width, rows - len(head))]
        below = board_desk.cited(self.board, self.tr, width)
        note = self.note
        room = rows - len(head) - len(below)
        return [*head, *board_desk.desk_rows(self.board, note.id if note else "", self.tr, width, room), *below]

    def _heat(self, width: int, rows: int) -> list[Content]:
        from kit.lesson.scene import passages
        from kit.screen.layout.heat import HeatDesk, desk_rows
        from kit.session.heat import heat

        lesson, language = self.state.lesson, self.state.course.language
        read = [line for passage in passages(lesson, None, language) for line in passage.lines]
        texts = {line.number: line.translation or line.text for line in read}
        return desk_rows(HeatDesk(heat(self.state), texts, self.line), width, rows, self.tr)

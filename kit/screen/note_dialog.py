"""Typing notes at the desk: one after another, each answered at once; one that names a pupil waits for the teacher."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.style import Style
from textual.widgets import Input, Static

from kit.screen.dialogs import AnswerButton, Dialog, stack
from kit.screen.layout.board import COLUMN, KIND, line_name
from kit.screen.layout.rows import flow, verbatim
from kit.screen.widgets.prose import Prose
from kit.session.board import LONGEST_NOTE, Column, Note, NoteAdded, NoteEdited, NoteKind
from kit.session.holding import Held, judged
from kit.session.noting import Typed, column_of, new_id, usual
from kit.words import Message, Words, say, words

if TYPE_CHECKING:
    from kit.session.class_list import ClassList
    from kit.session.room import Room

SIDE_SIGN = {"for": "+ ", "against": "- ", "": ""}
SIGNS = 24
"""Characters beyond the note itself: its side and its line."""


class Choices(Static):
    """What can be clicked in it is not painted as a link."""

    ALLOW_SELECT = False
    auto_links = False


class NoteDialog(Dialog[str]):
    """A line for the next note, or for one that is changed; its answer is the id of the last note."""

    CSS_PATH = ["dialogs.tcss", "note_dialog.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("tab", "kind(1)", show=False, priority=True),
        Binding("shift+tab", "kind(-1)", show=False, priority=True),
        Binding("down", "column(1)", show=False, priority=True),
        Binding("up", "column(-1)", show=False, priority=True),
    ]
    AUTO_FOCUS = "#note"

    def __init__(self, room: Room, listed: ClassList | None, note: Note | None = None, *, unsent: str = "") -> None:
        """`note` is changed; without it new ones are made. Text that names anybody of `listed` is held back.

        `unsent` is what had been typed of a new note when the dialog was left.
        """
        super().__init__()
        self.room = room
        self.listed = listed
        self.note = note
        self.unsent = unsent
        """What has been typed and not put up, once the dialog is left."""
        self.last = note.id if note is not None else ""
        self.kind: NoteKind
        self.column: Column
        if note is not None:
            self.kind, self.column = note.kind, note.column
        else:
            self.kind, self.column = usual(room.state.lesson, room.state.course.step)
        self._usually = self.column
        self._is_placed = note is not None
        """Whether the teacher has chosen the column herself."""
        self.waiting: Held | None = None
        """What is held back: in no journal, on no wall."""

    def compose(self) -> ComposeResult:
        tr, note = self.tr, self.note
        with Vertical(classes="dialog"):
            yield Static(
                Content(tr("Change the note") if note is not None else tr("New notes")), classes="dialog--title"
            )
            yield Choices(id="note-kind", markup=False)
            yield Input(
                value=self.unsent if note is None else _typed(note, words(self._language)),
                placeholder=tr("They pay the bill, so they decide. #14"),
                id="note",
                max_length=LONGEST_NOTE + SIGNS,
                compact=True,
                select_on_focus=False,
            )
            yield Static(id="answer", markup=False)
            with Horizontal(classes="dialog--answers", id="held"):
                yield AnswerButton("replace", tr("Write the seat"))
                yield AnswerButton("word", tr("It is only a word"))
                yield AnswerButton("back", tr("Change it"))
            yield Static(id="note-keys", classes="dialog--keys", markup=False)

    def on_mount(self) -> None:
        self._answer(Content(""))

    def on_resize(self) -> None:
        super().on_resize()
        self._stack()

    def _stack(self) -> None:
        """All three answers are to be read, in any language."""
        answers = [answer.label for answer in self.query(AnswerButton) if answer.display]
        stack(self.query_one("#held"), answers, self.size.width)

    @property
    def _language(self) -> str:
        state = self.room.state
        return state.lesson.edition(state.course.language).language

    # Kind and column

    def action_kind(self, by: int) -> None:
        """The next kind of note; while a note is held, the next answer."""
        if self.waiting is not None:
            (self.app.action_focus_next if by > 0 else self.app.action_focus_previous)()
            return
        kinds = tuple(KIND)
        self._take_kind(kinds[(kinds.index(self.kind) + by) % len(kinds)])

    def action_column(self, by: int) -> None:
        """The next column of a new note; one that is on the board is moved there."""
        if self.note is None and self.waiting is None:
            columns = tuple(COLUMN)
            self._take_column(columns[(columns.index(self.column) + by) % len(columns)])

    def action_choose_kind(self, kind: str) -> None:
        """A click on a kind."""
        self._take_kind(next(known for known in KIND if known == kind))

    def action_choose_column(self, column: str) -> None:
        """A click on a column."""
        self._take_column(next(known for known in COLUMN if (known or "none") == column))

    def _take_kind(self, kind: NoteKind) -> None:
        self.kind = kind
        if not self._is_placed:
            self.column = column_of(kind, self._usually)
        self._show_kind()

    def _take_column(self, column: Column) -> None:
        self.column, self._is_placed = column, True
        self._show_kind()

    def _show_kind(self) -> None:
        tr = self.tr
        width = max(20, min(72, self.size.width) - 8)
        kinds = [
            _choice(tr(label), f"screen.choose_kind('{kind}')", on=kind == self.kind) for kind, label in KIND.items()
        ]
        rows = flow(kinds, "  ", width)
        if self.note is None:
            rows += flow(
                [
                    _choice(tr(label), f"screen.choose_column('{column or 'none'}')", on=column == self.column)
                    for column, label in COLUMN.items()
                ],
                "  ",
                width,
            )
        self.query_one("#note-kind", Static).update(Content("\n").join(rows))

    # The text

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the note, hold it, or say what is wrong and leave it to be mended."""
        event.stop()
        lines = {line.number for line in self.room.state.lesson.lines}
        read = judged(event.value, self.kind, lines, self.listed, words(self._language))
        if isinstance(read, Message):
            self._answer(Content.styled(f"▲ {say(self.tr, read)}", "bold $error"))
        elif isinstance(read, Held):
            self.waiting = read
            told = self.tr("Not on the wall yet: the class list has {names}.", names=", ".join(read.names))
            self._answer(Content.styled("▲ ", "bold $error") + verbatim(told, "bold $error"))
        else:
            self._put_up(read)

    def on_answer_button_chosen(self, message: AnswerButton.Chosen) -> None:
        """What becomes of a note that was held back."""
        message.stop()
        if self.waiting is None:
            return
        typed, self.waiting = self.waiting.after(message.value), None
        if typed is not None:
            self._put_up(typed)
        else:
            self._answer(Content(""))

    def _put_up(self, typed: Typed) -> None:
        """Nothing but this writes a note into the journal."""
        tr, state = self.tr, self.room.state
        if self.note is not None:
            self.room.do(
                NoteEdited(note=self.note.id, kind=self.kind, text=typed.text, line=typed.line, side=typed.side)
            )
            self.dismiss(self.note.id)
            return
        self.last = new_id()
        self.room.do(
            NoteAdded(
                note=self.last,
                kind=self.kind,
                text=typed.text,
                line=typed.line,
                column=self.column,
                side=typed.side,
                step=state.course.step.id,
            )
        )
        self.query_one(Input).value = ""
        self._answer(
            Content.styled("✓ ", "bold $primary")
            + verbatim(typed.text).truncate(max(10, min(72, self.size.width) - 20), ellipsis=True)
            + Content.styled(f" [{line_name(typed.line, tr)}]", "bold $primary")
        )

    def _answer(self, said: Content) -> None:
        tr = self.tr
        self._show_kind()
        self.query_one("#answer", Static).update(Prose([said]))
        is_held = self.waiting is not None
        self.query_one("#held").display = is_held
        self.query_one("#note", Input).disabled = is_held
        self.query_one("#note-kind").display = not is_held
        keys = (
            tr("Enter chooses · Esc changes the text")
            if is_held
            else tr("Tab: kind · ↑ ↓: column · + or - in front: for, against · Enter puts it up · Esc goes back")
        )
        if self.note is not None and not is_held:
            keys = tr("Tab: kind · + or - in front: for, against · Enter keeps it · Esc goes back")
        self.query_one("#note-keys", Static).update(Prose([Content(keys)]))
        if self.waiting is not None:
            can = self.waiting.answers
            for answer in ("replace", "word"):
                self.query_one(f"#answer-{answer}").display = answer in can
            self._stack()
            self.query_one("#answer-replace" if "replace" in can else "#answer-back").focus()
        else:
            self.query_one("#note", Input).focus()

    def action_leave(self) -> None:
        """Back to the text where a note is held, else away."""
        if self.waiting is not None:
            self.waiting = None
            self._answer(Content(""))
        else:
            self.unsent = self.query_one(Input).value.strip()
            self.dismiss(self.last)


def _typed(note: Note, tr: Words) -> str:
    """A note as somebody would type it."""
    return f"{SIDE_SIGN[note.side]}{note.text} #{line_name(note.line, tr)}"


def _choice(label: str, action: str, *, on: bool) -> Content:
    """One of several; the chosen one is filled and has its sign."""
    shown = Content.styled(f"● {label}", "bold $primary") if on else Content.styled(f"○ {label}", "$text-muted")
    return shown.stylize(Style.from_meta({"@click": action}))

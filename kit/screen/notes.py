"""The teacher's private notes on the wall: only after she has said yes, and gone when the class goes on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from kit.lesson.scene import Notes
from kit.screen.dialogs import Dialog
from kit.screen.layout.rows import EMPTY, ours
from kit.screen.widgets.prose import BULLET, Prose
from kit.words import Words


class NotesScreen(Dialog[str]):
    """Shows `notes`; a clicker's keys close it and go on, the arrow keys scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m,q,enter", "cancel", show=False),
        Binding("pagedown,right,space,n", "answer('next')", show=False, priority=True),
        Binding("pageup,left,p,backspace", "answer('previous')", show=False, priority=True),
    ]

    def __init__(self, notes: Notes, trouble: str = "") -> None:
        """`trouble` is a sentence that comes first: why the class is not being saved."""
        super().__init__()
        self.notes = notes
        self.trouble = trouble

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content(self.tr("Private notes")), classes="dialog--title")
            if self.trouble:
                yield Static(Prose([Content.styled(self.trouble, "bold $error")]), classes="dialog--text")
            with VerticalScroll(classes="dialog--scroll"):
                yield Static(notes_text(self.notes, self.tr), classes="dialog--prose")
            yield Static(Content(self.tr("Esc hides them · ↑ ↓ scroll")), classes="dialog--keys")

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_answer(self, direction: str) -> None:
        self.dismiss(direction)


def notes_text(notes: Notes, tr: Words) -> Prose:
    """All notes under their labels; a sentence where nothing was written."""
    return Prose(list(_paragraphs(notes, tr)) or [Content(tr("There are no notes for this step."))])


def _paragraphs(notes: Notes, tr: Words) -> Iterator[Content]:
    first = True
    for label, texts in (
        (tr("What to do"), (notes.cue,)),
        (tr("Look for"), notes.look_for),
        (tr("Ask next"), notes.follow_ups),
        (tr("If nobody speaks"), (notes.if_silent,)),
        (tr("If it gets heated"), (notes.if_heated,)),
        (tr("If time is short"), (notes.if_short,)),
    ):
        written = [ours(text) for text in texts if text]
        if written:
            if not first:
                yield EMPTY
            first = False
            yield Content.styled(label, "bold $accent")
            yield from (BULLET + text for text in written) if len(written) > 1 else written

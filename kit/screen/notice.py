"""Something the teacher has to know before the class goes on: one text, and one key to have read it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from kit.screen.dialogs import AnswerButton, Dialog
from kit.screen.widgets.prose import Prose


class Notice(Dialog[None]):
    """A text that stands until it is read; Enter, Escape and a click take it away."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self.heading = title
        self.text = text

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content(self.heading), classes="dialog--title")
            with VerticalScroll(classes="dialog--scroll", can_focus=False):
                yield Static(Prose([Content(self.text)]), classes="dialog--text")
            with Horizontal(classes="dialog--answers"):
                yield AnswerButton("read", self.tr("Close"))

    def on_mount(self) -> None:
        self.query_one(AnswerButton).focus()

    def on_answer_button_chosen(self) -> None:
        self.dismiss(None)

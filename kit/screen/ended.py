"""What the wall shows once the class has ended: that it has, and the one way out."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from kit.screen.dialogs import AnswerButton, Dialog
from kit.screen.widgets.prose import Prose


class ClassEnded(Dialog[None]):
    """Stands on an empty wall; whatever key would leave a class leaves without asking again."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,ctrl+q,ctrl+c", "cancel", show=False, priority=True)]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content(self.tr("The class has ended")), classes="dialog--title")
            yield Static(
                Prose([Content(self.tr("It was ended at the desk. What was counted and written is kept."))]),
                classes="dialog--text",
            )
            with Horizontal(classes="dialog--answers"):
                yield AnswerButton("leave", self.tr("Leave the wall"))

    def on_mount(self) -> None:
        self.query_one(AnswerButton).focus()

    def on_answer_button_chosen(self) -> None:
        self.dismiss(None)

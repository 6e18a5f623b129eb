"""One line of text, asked for at the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from kit.screen.dialogs import Dialog
from kit.screen.widgets.prose import Prose

LONG = 56
"""Characters from which a line wants the wide dialog."""


class TextDialog(Dialog[str]):
    """A title, a hint and a line; `wrong` says why a text will not do, "" where it will."""

    CSS_PATH = ["dialogs.tcss", "note_dialog.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]
    AUTO_FOCUS = "#note"

    def __init__(self, title: str, hint: str, wrong: Callable[[str], str], value: str = "", keys: str = "") -> None:
        """`value` is what stands in the line at first, to be changed; `keys` says what Enter does."""
        super().__init__()
        self.heading = title
        self.hint = hint
        self.wrong = wrong
        self.value = value
        self.keys = keys

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog dialog-wide" if len(self.value) > LONG else "dialog"):
            yield Static(Content(self.heading), classes="dialog--title")
            yield Input(self.value, placeholder=self.hint, id="note", compact=True, select_on_focus=False)
            yield Static(id="answer", markup=False)
            yield Static(Content(self.keys or self.tr("Enter keeps it · Esc goes back")), classes="dialog--keys")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        wrong = self.wrong(event.value)
        if wrong:
            self.query_one("#answer", Static).update(Prose([Content.styled(f"▲ {wrong}", "bold $error")]))
        else:
            self.dismiss(event.value)

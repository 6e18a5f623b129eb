"""The help screen: every key of a screen in the interface language, from the registry."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from kit.screen.actions import Place, actions_of, key_names
from kit.screen.dialogs import Dialog
from kit.screen.layout.rows import hang
from kit.words import Words

MOST_COLUMNS = 88

KEY_COLUMNS = 26
"""For the names of the keys at most, where there is room for two columns."""


class HelpScreen(Dialog[None]):
    """All keys of `place`; any of the keys that opened it closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark,f1,q,enter", "cancel", show=False)]

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog dialog-wide"):
            yield Static(Content(self.tr("Keys")), classes="dialog--title")
            with VerticalScroll(classes="dialog--scroll"):
                yield Static(self._keys(self.app.size.width), id="keys")
            yield Static(
                Content(self.tr("Everything can be clicked as well · ↑ ↓ scroll · Esc goes back")),
                classes="dialog--keys",
            )

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def on_resize(self) -> None:
        super().on_resize()
        self.query_one("#keys", Static).update(self._keys(self.size.width))

    def _keys(self, columns: int) -> Content:
        return Content("\n").join(help_rows(self.place, self.tr, min(MOST_COLUMNS, columns) - 11))


def help_rows(place: Place, tr: Words, width: int) -> list[Content]:
    """Key names and what they do, in two columns or, on a narrow terminal, one after the other."""
    longest = max(cell_len("  ".join(key_names(action, tr))) for action in actions_of(place))
    columns = min(KEY_COLUMNS, longest + 3) if width >= 2 * KEY_COLUMNS + 10 else 0
    rows: list[Content] = []
    for action in actions_of(place):
        keys = Content.styled("  ".join(key_names(action, tr)), "bold $primary") + Content("  ")
        does = Content(tr(action.help))
        if columns:
            rows += hang(keys.pad_right(max(0, columns - keys.cell_length)), does, width)
        else:
            rows += hang(Content("  "), keys + does, width)
    return rows

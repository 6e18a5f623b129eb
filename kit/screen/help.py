"""The help screen: every key of a screen in the interface language, from the registry."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from kit.screen.actions import Place, actions_here, key_names
from kit.screen.actions.action import MODES
from kit.screen.actions.manual import TITLES
from kit.screen.dialogs import Dialog
from kit.screen.layout.rows import EMPTY, hang
from kit.screen.widgets.prose import Prose
from kit.words import Words

MOST_COLUMNS = 88

KEY_COLUMNS = 28
"""For the names of the keys at most, with the air behind them."""

TWO_COLUMNS = 62
"""Columns from which keys and what they do stand side by side."""


class HelpScreen(Dialog[str]):
    """All keys of the tool `place` and of the `screen` it is open on; any of the keys that opened it closes it.

    The answer is the id of an action that was clicked.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark,f1,q,enter", "cancel", show=False)]

    def __init__(self, place: Place, screen: Place) -> None:
        super().__init__()
        self.places = place, screen

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog dialog-wide"):
            yield Static(Content(self.tr("Keys")), classes="dialog--title")
            with VerticalScroll(classes="dialog--scroll"):
                keys = Static(self._keys(self.app.size.width), id="keys")
                keys.auto_links = False  # Textual would paint what can be clicked as a link
                yield keys
            yield Static(
                Prose([Content(self.tr("Everything can be clicked as well · ↑ ↓ scroll · Esc goes back"))]),
                classes="dialog--keys",
            )

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def on_resize(self) -> None:
        super().on_resize()
        self.query_one("#keys", Static).update(self._keys(self.size.width))

    def action_choose(self, action: str) -> None:
        self.dismiss(action)

    def _keys(self, columns: int) -> Content:
        return Content("\n").join(help_rows(*self.places, self.tr, min(MOST_COLUMNS, columns) - 11))


def help_rows(place: Place, screen: Place, tr: Words, width: int) -> list[Content]:
    """Key names and what they do under their headings, in two columns or, on a narrow terminal, one after the other."""
    actions = actions_here(place, screen)
    longest = max(cell_len("  ".join(key_names(action, tr))) for action in actions)
    columns = min(KEY_COLUMNS, longest + 3) if width >= TWO_COLUMNS else 0
    rows: list[Content] = []
    group = ""
    for action in actions:
        heading = action.group or (TITLES[place] if place in MODES else "")
        if heading != group:
            group = heading
            rows += [*([EMPTY] if rows else []), Content.styled(tr(heading), "bold $accent")]
        keys = Content.styled("  ".join(key_names(action, tr)), "bold $primary") + Content("  ")
        does = Content(tr(action.help))
        if columns:
            listed = hang(keys.pad_right(max(0, columns - keys.cell_length)), does, width)
        else:
            listed = hang(Content("  "), keys + does, width)
        click = Style.from_meta({"@click": f"screen.choose('{action.id}')"})
        rows += [row.stylize(click) for row in listed]
    return rows

"""The help screen: every key of a screen in the interface language, from the registry."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from kit.screen.actions import Place, actions_of, key_names
from kit.screen.dialogs import Dialog
from kit.words import Words

LONGEST_KEYS = 24
"""Columns for the keys; what is longer wraps."""


class HelpScreen(Dialog[None]):
    """All keys of `place`; any of the keys that opened it closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark,f1,q,enter", "cancel", show=False)]

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content(self.tr("Keys")), classes="dialog--title")
            with VerticalScroll(classes="dialog--scroll"):
                yield Static(help_text(self.place, self.tr))
            yield Static(Content(self.tr("Everything can be clicked as well · Esc goes back")), classes="dialog--keys")

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()


def help_text(place: Place, tr: Words) -> Content:
    """Key names and what they do, an action a paragraph."""
    rows: list[Content] = []
    for action in actions_of(place):
        keys = "  ".join(key_names(action, tr))
        rows.append(Content.assemble((keys, "bold $primary"), "  ", tr(action.help)))
    return Content("\n").join(rows)

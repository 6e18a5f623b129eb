"""A list of rows in columns: arrows move, Enter chooses; a click moves, and a second one on the same row chooses."""

from __future__ import annotations

from textual.events import Click

from kit.screen.widgets.options import Options


class Table(Options):
    """Rows without a frame, the chosen one in reversed colours."""

    DEFAULT_CSS = """
    Table {
        height: 1fr;
        border: none;
        padding: 0 1;
        background: $background;
        color: $foreground;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 0;
        & > .option-list--option {
            padding: 0;
        }
        & > .option-list--option-hover {
            padding: 0;
            background: $panel;
        }
        & > .option-list--option-highlighted {
            background: $primary;
            color: $on-primary;
            text-style: bold;
        }
        &:focus {
            border: none;
            background-tint: $background 0%;
            & > .option-list--option-highlighted {
                background: $primary;
                color: $on-primary;
                text-style: bold;
            }
        }
    }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)

    def on_click(self, event: Click) -> None:
        """Only look at a row first: on the plan, to choose one is to start the class."""
        clicked = event.style.meta.get("option")
        if clicked is not None and clicked != self.highlighted:
            event.prevent_default()
            self.highlighted = clicked

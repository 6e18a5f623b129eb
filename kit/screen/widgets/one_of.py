"""One of a few words on a line, for keyboard and mouse; the chosen one is marked by shape as well as colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from kit.screen.widgets.flow import Flow

CHOSEN, OTHER = "\N{BLACK CIRCLE}", "\N{WHITE CIRCLE}"


class OneOf(Widget, can_focus=True):
    """One of several values; the arrow keys and the mouse change it, Tab goes on to the next question."""

    DEFAULT_CSS = """
    OneOf {
        height: auto;
        padding: 0 1;
        background: $surface;
        color: $foreground;
    }
    OneOf:focus {
        background: $panel;
        text-style: bold;
    }
    """
    ALLOW_SELECT = False
    auto_links = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "move(1)", show=False),
        Binding("left", "move(-1)", show=False),
    ]

    @dataclass
    class Changed(Message):
        """Another value was chosen."""

        chooser: OneOf
        value: str

        @property
        def control(self) -> OneOf:
            """The widget that changed."""
            return self.chooser

    def __init__(self, options: Sequence[tuple[str, str]], value: str, *, id: str) -> None:
        """`options` are (value, words) pairs; the words are shown as they are."""
        super().__init__(id=id)
        self.values = [option for option, _ in options]
        self.labels = [label for _, label in options]
        self.value = value if value in self.values else self.values[0]

    def render(self) -> Flow:
        """All of them at once, and more lines where one is too short: nothing hides in a menu."""
        parts = []
        for index, (value, label) in enumerate(zip(self.values, self.labels, strict=True)):
            click = Style.from_meta({"@click": f"choose({index})"})
            parts.append(Content(f"{CHOSEN if value == self.value else OTHER} {label}").stylize(click))
        return Flow(parts)

    def action_move(self, step: int) -> None:
        """The next or the previous value, round and round."""
        self.action_choose((self.values.index(self.value) + step) % len(self.values))

    def action_choose(self, index: int) -> None:
        """Make the value at `index` the chosen one."""
        self.focus()
        if self.values[index] != self.value:
            self.value = self.values[index]
            self.refresh()
            self.post_message(self.Changed(self, self.value))

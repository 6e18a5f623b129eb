"""The footer: the keys that matter here, from the action registry, each one clickable."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.events import Leave, MouseMove, Resize
from textual.style import Style
from textual.widget import Widget

from kit.screen.actions import Action, Place, actions_of, call, key_names

if TYPE_CHECKING:
    from kit.screen.base import KitScreen


class KeyBar(Widget):
    """One row of keys; on a narrow terminal the actions of the highest footer rank go first."""

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom;
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $foreground;
        text-wrap: nowrap;
    }
    """
    ALLOW_SELECT = False

    # Textual would paint what can be clicked as a link.
    auto_links = False

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.actions = [action for action in actions_of(place) if action.footer]
        self._pointed_at: object = None
        """What a click would do where the mouse is."""

    def show(self, place: Place) -> None:
        """Show the keys of another place: a tool was opened or closed."""
        self.actions = [action for action in actions_of(place) if action.footer]
        self.refresh()

    def on_resize(self, _event: Resize) -> None:
        self.refresh()

    def reword(self) -> None:
        """The interface language, or what is possible, has changed."""
        self.refresh()

    def on_mouse_move(self, event: MouseMove) -> None:
        self._point_at(event.style.meta.get("@click"))

    def on_leave(self, _event: Leave) -> None:
        self._point_at(None)

    def _point_at(self, click: object) -> None:
        """Show which action the mouse is on."""
        if click != self._pointed_at:
            self._pointed_at = click
            self.refresh()

    def render(self) -> Content:
        width = self.content_size.width
        private = getattr(self.screen, "PRIVATE", True)
        shown = [action for action in self.actions if private or not action.desk_only]
        while shown and self._labels(shown).cell_length > width:
            shown.remove(max(shown, key=lambda action: action.footer))
        return self._labels(shown)

    def _labels(self, actions: list[Action]) -> Content:
        tr = cast("KitScreen", self.screen).tr
        parts: list[Content] = []
        for action in actions:
            click = Style.from_meta({"@click": call(action)})
            key, label = ("bold $primary", "$foreground")
            if call(action) == self._pointed_at:
                key, label = ("bold $on-primary on $primary", "$on-primary on $primary")
            parts.append(
                Content.assemble((f" {key_names(action, tr, 1)[0]} ", key), (f"{tr(action.label)} ", label)).stylize(
                    click
                )
            )
        return Content(" ").join(parts)

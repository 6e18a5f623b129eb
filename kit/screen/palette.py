"""The palette: every action of the screen by name, from the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.screen.actions import Place, actions_of, call, key_names
from kit.screen.dialogs import Item, Picker

if TYPE_CHECKING:
    from kit.screen.app import KitApp


def open_palette(app: KitApp, place: Place) -> None:
    """List the actions of `place`, and do the one that is chosen."""
    actions = {action.id: action for action in actions_of(place) if action.name != "palette"}
    items = [
        Item(action.id, app.tr(action.help), aside=" ".join(key_names(action, app.tr, 1)))
        for action in actions.values()
    ]

    async def act(chosen: str | None) -> None:
        if chosen:
            action = actions[chosen]
            await app.run_action(call(action), app.screen)

    app.push_screen(Picker(app.tr("All actions"), items, numbered=False, wide=True), act)

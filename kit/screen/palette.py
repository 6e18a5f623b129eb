"""The palette: every action of the screen by name, from the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.screen.actions import Action, Place, actions_here, call, key_names
from kit.screen.dialogs import Item, Picker

if TYPE_CHECKING:
    from kit.screen.app import KitApp


def open_palette(app: KitApp, place: Place, screen: Place) -> None:
    """List the actions of the tool `place` and of the `screen` it is open on, and do the one that is chosen."""
    items = [
        Item(action.id, app.tr(action.help), " ".join(key_names(action, app.tr, 1)), also=app.tr(action.label))
        for action in actions_here(place, screen)
        if action.name != "palette"
    ]

    async def act(chosen: str | None) -> None:
        if chosen:
            await do(app, chosen, place, screen)

    app.push_screen(Picker(app.tr("All actions"), items, numbered=False, wide=True), act)


async def do(app: KitApp, chosen: str, place: Place, screen: Place) -> None:
    """Do the action with the id `chosen`."""
    action: Action = next(action for action in actions_here(place, screen) if action.id == chosen)
    await app.run_action(call(action), app.screen)

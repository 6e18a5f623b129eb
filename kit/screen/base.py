"""What every full screen of Kit does: speak the interface language, carry a footer of keys, leave politely."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.screen import Screen

from kit.screen.actions import Place
from kit.words import Words

if TYPE_CHECKING:
    from kit.screen.app import KitApp


class KitScreen(Screen[None]):
    """A full screen: set `PLACE` and ``BINDINGS = bindings(PLACE)``, and end `compose` with a `KeyBar`."""

    PLACE: ClassVar[Place]
    AUTO_FOCUS: ClassVar[str | None] = ""

    @property
    def kit(self) -> KitApp:
        """The application, by its own type."""
        return cast("KitApp", self.app)

    @property
    def place(self) -> Place:
        """Whose keys count now."""
        return self.PLACE

    @property
    def tr(self) -> Words:
        """The words of the interface language."""
        return self.kit.tr

    def leave(self) -> None:
        """What the quit key does here; a class in progress asks first."""
        self.app.exit(0)

    def reword(self) -> None:
        """Say everything again: the interface language has changed. Screens add their own words to this."""
        from kit.screen.widgets.keybar import KeyBar

        for bar in self.query(KeyBar):
            bar.reword()

"""What every mode is: the keys of one tool, its side of the desk, and how it is opened and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.events import Key

from kit.screen.actions import ACTIONS, Place
from kit.session.events import Shown, View

if TYPE_CHECKING:
    from kit.screen.teaching import TeachingScreen
    from kit.session.room import Room
    from kit.session.state import ClassState
    from kit.words import Words


class Mode:
    """The keys of a tool: a method ``action_<name>`` for each row of the registry that has its place."""

    PLACE: ClassVar[Place]
    VIEW: ClassVar[View]
    """What fills the wall while the tool is open."""

    def __init__(self, host: TeachingScreen) -> None:
        self.host = host

    # What a mode works with

    @property
    def room(self) -> Room:
        """The class: the only way to change anything is ``self.room.do(event)``."""
        return self.host.room

    @property
    def state(self) -> ClassState:
        """The class as it stands."""
        return self.host.room.state

    @property
    def tr(self) -> Words:
        """The words of the interface language; what pupils read is in the lesson's, ``words(course.language)``."""
        return self.host.tr

    @property
    def private(self) -> bool:
        """Whether only the teacher sees this screen: the desk, not the wall."""
        return self.host.PRIVATE

    # What a mode gives

    def enter(self) -> None:
        """The tool is opened here: by default the wall shows its view."""
        if self.state.view != self.VIEW:
            self.room.do(Shown(view=self.VIEW))

    def leave(self) -> None:
        """The tool is closed here: by default the wall shows the step again."""
        if self.state.view == self.VIEW:
            self.room.do(Shown(view="step"))

    def typed(self, event: Key) -> bool:  # noqa: ARG002 - for modes that take other keys
        """A key that is no action of this mode (a digit of a count, the letter of a seat); whether it was taken."""
        return False

    def wall_note(self) -> Content | None:
        """One row above the deck of the wall where the mode is open: what has been typed, as dots."""
        return None

    def desk_rows(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002 - for modes with a private side
        """What the desk shows while the mode is open: `width` columns, at most `rows` rows. Never on the wall."""
        return []

    def action_close(self) -> None:
        """Close the tool."""
        self.host.close_mode()

    # How keys find their action

    def take(self, event: Key) -> bool:
        """Do what a key means here; whether it means anything."""
        for action in ACTIONS:
            if action.place == self.PLACE and event.key in action.keys:
                self.act(action.name)
                return True
        return self.typed(event)

    def act(self, name: str) -> None:
        """Do an action of this mode by its name."""
        getattr(self, f"action_{name}")()
        self.host.changed()

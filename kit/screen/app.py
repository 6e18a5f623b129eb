"""The application: it owns the interface language, the theme and what happens when something breaks."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable
from typing import ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen
from textual.theme import Theme

from kit.screen.base import KitScreen
from kit.screen.keys import bindings
from kit.screen.themes import THEMES, other, theme_name
from kit.words import LANGUAGES, Words, words


class KitApp(App[int]):
    """Kit in the terminal. `first` makes the screen it opens with.

    `clock` is the monotonic clock every countdown uses, in seconds; pictures and tests give their own.
    """

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = bindings("everywhere")

    def __init__(
        self,
        first: Callable[[], Screen[None]],
        *,
        interface: str = "en",
        theme: str | None = None,
        clock: Callable[[], float] = time.monotonic,
        sound: bool = False,
    ) -> None:
        # Before Textual makes its styles, or it would make them twice.
        self.set_reactive(App.theme, theme_name(theme))
        super().__init__()
        self._first = first
        self.tr: Words = words(interface)
        self.clock = clock
        self.sound = sound
        """Whether the terminal's bell rings at the end of a step."""
        self.last_words = ""
        """What the teacher has to know when Kit has ended: that a class could not be saved."""
        self.broken: Exception | None = None
        """What ended the program, if something did."""
        # Nothing on a wall fades or slides, unless somebody asks for it.
        self.animation_level = "none" if "TEXTUAL_ANIMATIONS" not in os.environ else self.animation_level

    def get_default_screen(self) -> Screen[None]:
        """Open with the real screen, so that no empty frame comes first."""
        screen = self._first()
        for path in screen.css_path:  # Textual reads a screen's style only when it is pushed, and this one never is
            self.stylesheet.read(path)
        return screen

    def on_mount(self) -> None:
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        """After the first paint: what start-up made stays, so collecting garbage need not look at it again."""
        if not gc.isenabled():  # `run` has put it off
            gc.freeze()
            gc.enable()

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Kit's own: no other theme reaches its contrast."""
        return THEMES

    @property
    def interface(self) -> str:
        """The language Kit speaks."""
        return self.tr.language

    def set_interface(self, language: str) -> None:
        """Let Kit speak another language, on all its screens at once."""
        self.tr = words(language)
        for screen in self.screen_stack:
            if isinstance(screen, KitScreen):
                screen.reword()

    def action_switch_interface(self) -> None:
        later = [*LANGUAGES, *LANGUAGES]
        self.set_interface(later[later.index(self.interface) + 1])

    def action_switch_theme(self) -> None:
        self.theme = other(self.theme)

    def action_help(self) -> None:
        from kit.screen.help import HelpScreen
        from kit.screen.palette import do

        if not isinstance(self.screen, KitScreen):
            return
        place, screen = self.screen.place, self.screen.PLACE

        async def act(clicked: str | None) -> None:
            if clicked:
                await do(self, clicked, place, screen)

        self.push_screen(HelpScreen(place, screen), act)

    def action_palette(self) -> None:
        from kit.screen.palette import open_palette

        if isinstance(self.screen, KitScreen):
            open_palette(self, self.screen.place, self.screen.PLACE)

    async def action_quit(self) -> None:
        """Leave, as the screen wants it; never while a question already stands on the screen."""
        if isinstance(self.screen, KitScreen):
            self.screen.leave()

    def action_suspend(self) -> None:
        self.action_suspend_process()

    def _handle_exception(self, error: Exception) -> None:
        """Textual would print the traceback with all local variables, which is the class's data, on the projector."""
        self.broken = self.broken or error
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

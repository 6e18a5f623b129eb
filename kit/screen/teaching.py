"""What the wall and the desk have in common: the class, the keys that run it, and the tool that is open."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.events import Key

from kit.lesson.model import Lesson
from kit.lesson.scene import scene
from kit.screen.actions import Place
from kit.screen.base import KitScreen
from kit.session.course import Course

if TYPE_CHECKING:
    from kit.screen.modes.mode import Mode
    from kit.session.room import Room

WATCH = 0.04
"""Seconds between two looks into the journal for what another program has written."""

Attend = Callable[[Callable[[], float]], "Room"]
"""Makes the room of a class with the clock it is given."""


class TeachingScreen(KitScreen):
    """A screen that runs a class. Whatever happens goes through its room; the screen shows the room's state.

    The room is made after the first paint, or with the first key if that comes earlier: nothing the class sees waits
    for a disk.
    """

    PRIVATE: ClassVar[bool] = False
    """Whether only the teacher sees this screen."""

    def __init__(self, lesson: Lesson, course: Course, attend: Attend | None = None) -> None:
        super().__init__()
        self.lesson = lesson
        self.mode: Mode | None = None
        self._first_course = course
        self._attend = attend
        self._room: Room | None = None
        self._watch: asyncio.TimerHandle | None = None

    # The class

    @property
    def room(self) -> Room:
        """The class in progress."""
        if self._room is None:
            self._room = self._enter()
            self._room.listeners.append(self.changed)
            self._look()
            self.set_interval(self._beat_every(), self._beat)
        return self._room

    @property
    def course(self) -> Course:
        """Where the class is."""
        return self._room.state.course if self._room is not None else self._first_course

    def _enter(self) -> Room:
        if self._attend is not None:
            return self._attend(self.kit.clock)
        from kit.session.events import Opened
        from kit.session.room import Room

        course = self._first_course
        opened = Opened(lesson=self.lesson, plan=course.plan, language=course.language, index=course.index)
        return Room.begin(opened, None, clock=self.kit.clock)

    def on_mount(self) -> None:
        """Make the room once the first picture stands."""
        self.call_after_refresh(lambda: self.room)

    def on_unmount(self) -> None:
        """Let go of the journal."""
        if self._watch is not None:
            self._watch.cancel()
        if self._room is not None:
            self._room.close()

    def _look(self) -> None:
        """See what another program has written, and look again soon; far cheaper than a timer of Textual's."""
        if self._room is not None and self._room.journal is not None:
            self._room.catch_up()
            self._watch = asyncio.get_running_loop().call_later(WATCH, self._look)

    def _beat(self) -> None:
        if self._room is not None:
            self._room.beat()

    @staticmethod
    def _beat_every() -> float:
        from kit.session.room import BEAT

        return BEAT

    def changed(self) -> None:
        """Something has happened in the class: show it."""

    # The tool that is open

    @property
    def place(self) -> Place:
        """Whose keys count: the open tool's, or the screen's own."""
        return self.mode.PLACE if self.mode is not None else self.PLACE

    def open_mode(self, tool: str) -> None:
        """Open a tool by its name; the one that was open is closed."""
        from kit.screen.modes import mode_class

        wanted = mode_class(tool)
        if isinstance(self.mode, wanted):
            return
        if self.mode is not None:
            self.mode.leave()
        self.mode = wanted(self)
        self.mode.enter()
        self._mode_changed()

    def close_mode(self) -> None:
        """Close the tool that is open."""
        if self.mode is not None:
            mode, self.mode = self.mode, None
            mode.leave()
            self._mode_changed()

    def _mode_changed(self) -> None:
        from kit.screen.widgets.keybar import KeyBar

        for bar in self.query(KeyBar):
            bar.show(self.place)
        self.changed()

    def action_mode(self, name: str) -> None:
        """Do an action of the open tool: what footer and palette call."""
        if self.mode is not None:
            self.mode.act(name)

    def on_key(self, event: Key) -> None:
        """Keys of the open tool come first."""
        if self.mode is not None and self.mode.take(event):
            self.changed()
            event.stop()
            event.prevent_default()

    # What runs the class

    def go_to(self, index: int) -> None:
        """Go to a step by its index; beyond the ends nothing happens."""
        from kit.session.events import Went

        if 0 <= index < len(self.course.plan.steps):
            if self.mode is not None:
                self.close_mode()
            self.room.do(Went(index=index))

    def action_go_to(self, index: int) -> None:
        self.go_to(index)

    def action_first(self) -> None:
        self.go_to(0)

    def action_last(self) -> None:
        self.go_to(len(self.course.plan.steps) - 1)

    def action_start(self) -> None:
        from kit.session.events import ClockStarted

        if not self.course.countdown.running:
            self.room.do(ClockStarted())

    def action_pause(self) -> None:
        from kit.session.events import ClockPaused

        if any(countdown.running for countdown in self.course.countdowns.values()):
            self.room.do(ClockPaused())

    def action_toggle_clock(self) -> None:
        """What a click on the clock does."""
        if self.course.countdown.running:
            self.action_pause()
        else:
            self.action_start()

    def action_add_minute(self) -> None:
        from kit.session.events import TimeAdded

        self.room.do(TimeAdded())

    def action_undo(self) -> None:
        self.room.undo()

    def action_blank(self) -> None:
        from kit.session.events import Blanked

        self.room.do(Blanked(on=not self.room.state.blank))

    def action_lesson_language(self) -> None:
        from kit.session.events import Spoke

        later = self.course.next_language().language
        if later != self.course.language:
            self.room.do(Spoke(language=later))

    # The list of steps

    def action_steps(self) -> None:
        self.open_steps("")

    def open_steps(self, typed: str) -> None:
        """List the steps; `typed` is the beginning of a number."""
        from kit.screen.dialogs import Item, Picker

        items = []
        for index, step in enumerate(self.course.plan.steps):
            name = scene(self.lesson, step, self.course.language).title
            minutes = self.tr.plural("{count} min", "{count} min", step.minutes)
            items.append(Item(str(index), f"{index + 1:>2}  {name}", aside=minutes))

        def go(chosen: str | None) -> None:
            if chosen is not None:
                self.action_go_to(int(chosen))

        dialog: Any = Picker(self.tr("Steps"), items, start=str(self.course.index), typed=typed)
        self.app.push_screen(dialog, go)

"""How a screen comes into a class: it begins one, goes on with one or joins one, and keeps its eyes on the journal."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from contextvars import copy_context
from functools import partial
from typing import TYPE_CHECKING

from kit.lesson.model import Lesson
from kit.screen.base import KitScreen
from kit.session.course import Course

if TYPE_CHECKING:
    from kit.screen.classroom import Attendance
    from kit.session.room import Room
    from kit.session.sessions import Summary
    from kit.session.watch import Watch

LOOK = 0.04
"""Seconds between two looks into the journal where its files' stamps tell nothing: Windows writes them late."""

Attend = Callable[[Callable[[], float]], "Room"]
"""Makes the room of a class with the clock it is given."""


class AttendingScreen(KitScreen):
    """A screen in a class. Whatever happens goes through its room; the screen shows the room's state.

    The room is made after the first paint, or with the first key if that comes earlier: nothing the class sees waits
    for a disk.
    """

    def __init__(
        self, lesson: Lesson, course: Course, attendance: Attendance | None = None, *, attend: Attend | None = None
    ) -> None:
        """`attendance` begins a class or offers to go on with one; `attend` enters a certain one; else none is kept."""
        super().__init__()
        self.lesson = lesson
        self._first_course = course
        self._attendance = attendance
        self._attend = attend or (attendance.start if attendance is not None else None)
        self._room: Room | None = None
        self._next_look: asyncio.TimerHandle | None = None
        self._watch: Watch | None = None
        """Sees what another program has written, once there is a journal."""

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
        """Come into the class. Textual calls this for every class a screen is made of: what differs is in `come_in`."""
        self.come_in()

    def come_in(self) -> None:
        """Make the room once the first picture stands."""
        self.call_after_refresh(self._attend_class)

    def _attend_class(self) -> None:
        """Begin a class, or ask first which one, where this lesson has some that are not finished."""
        if not self.is_attached:
            return
        summaries: list[Summary] = []
        sentences: list[str] = []
        if self._attendance is not None and self._room is None:
            summaries, sentences = self._attendance.unfinished(self.tr)
        if sentences:
            self._notify(sentences, lambda: self._offer(summaries))
        else:
            self._offer(summaries)

    def _offer(self, summaries: list[Summary]) -> None:
        if self._attendance is None or not summaries:
            self._begin_or_go_on()
            return
        from kit.screen.offers import answered, offer

        attendance = self._attendance

        def go_on(answer: str | None) -> None:
            summary, minus_gap = answered(answer, summaries)
            if summary is not None:
                self._attend = lambda clock: attendance.go_on(summary, minus_gap=minus_gap, clock=clock)
            self._begin_or_go_on()

        self.app.push_screen(offer(summaries, attendance.is_alive, self.tr), go_on)

    def _begin_or_go_on(self) -> None:
        """Take on the class that was chosen; say what of it cannot be read, and begin a new one if that is all."""
        from kit.session.faults import JournalError, told

        try:
            self._take_on(self.room)
        except JournalError as fault:
            if self._attendance is None:
                raise
            from kit.session.salvage import mend

            sentences = mend([fault], self.tr) or [told(fault, self.tr)]
            try:
                self._take_on(self.room)
            except JournalError:
                self._attend = self._attendance.start
                self._take_on(self.room)
            self._notify(sentences)

    def _notify(self, sentences: list[str], after: Callable[[], None] = lambda: None) -> None:
        """Say what is wrong with the files of this lesson's classes, and go on when it has been read."""
        from kit.screen.notice import Notice

        notice = Notice(self.tr("The saved classes of this lesson"), "\n\n".join(sentences))
        self.app.push_screen(notice, lambda _: after())

    def _take_on(self, room: Room) -> None:
        """Show a class as its journal has it: the lesson, too, is the one it began with."""
        self.lesson = room.state.lesson
        self.changed()

    def on_unmount(self) -> None:
        """Let go of the journal, and leave word where something could not be saved to the end."""
        if self._next_look is not None:
            self._next_look.cancel()
        if self._watch is not None:
            self._watch.stop()
        if self._room is not None:
            from kit.session.sessions import leave

            leave(self._room)
            self.kit.last_words = self.trouble if self._room.unsaved else ""

    @property
    def trouble(self) -> str:
        """Why the class is not being saved, as a sentence for the teacher; "" while it is."""
        if self._room is None or self._room.trouble is None:
            return ""
        from kit.session.faults import told

        return told(self._room.trouble, self.tr)

    def _look(self) -> None:
        """See what another program has written."""
        if self._room is None or self._attend is None or not self.is_attached:
            return
        self._room.catch_up()
        if sys.platform == "win32":
            # Far cheaper than a timer of Textual's.
            self._next_look = asyncio.get_running_loop().call_later(LOOK, self._look)
        elif self._watch is None and self._room.journal is not None:
            from kit.session.watch import Watch

            # In the context of this application: a thread has none of its own.
            soon = partial(asyncio.get_running_loop().call_soon_threadsafe, self._look, context=copy_context())
            self._watch = Watch(self._room.journal.path, soon)

    def _beat(self) -> None:
        if self._room is not None:
            self._room.beat()
            if sys.platform != "win32":
                self._look()  # what the watch may have missed

    @staticmethod
    def _beat_every() -> float:
        from kit.session.room import BEAT

        return BEAT

    def changed(self) -> None:
        """Something has happened in the class: show it."""

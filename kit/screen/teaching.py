"""What the wall and the desk have in common: the class, the keys that run it, and the tool that is open."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from textual.events import Key
from textual.timer import Timer

from kit.lesson.model import Lesson
from kit.lesson.step_names import step_names
from kit.screen.actions import Place
from kit.screen.base import KitScreen
from kit.session.course import Course

if TYPE_CHECKING:
    from kit.screen.classroom import Attendance
    from kit.screen.modes.mode import Mode
    from kit.session.class_list import ClassList
    from kit.session.room import Room
    from kit.session.sessions import Summary

WATCH = 0.04
"""Seconds between two looks into the journal for what another program has written."""

THINKING = 5.0
"""Seconds everybody thinks before the floor opens."""

THINKING_TICK = 0.25
"""Seconds between two pictures of the thinking bar."""

OPEN = 3.0
"""Seconds for which it is said that the floor is open."""

REMARK = 6.0
"""Seconds a remark stands."""

RINGS = 1.0
"""Seconds after the end of a step in which the bell may still ring: a program that begins later is silent."""

Attend = Callable[[Callable[[], float]], "Room"]
"""Makes the room of a class with the clock it is given."""


class TeachingScreen(KitScreen):
    """A screen that runs a class. Whatever happens goes through its room; the screen shows the room's state.

    The room is made after the first paint, or with the first key if that comes earlier: nothing the class sees waits
    for a disk.
    """

    PRIVATE: ClassVar[bool] = False
    """Whether only the teacher sees this screen."""

    def __init__(
        self, lesson: Lesson, course: Course, attendance: Attendance | None = None, *, attend: Attend | None = None
    ) -> None:
        """`attendance` begins a class or offers to go on with one; `attend` enters a certain one; else none is kept."""
        super().__init__()
        self.lesson = lesson
        self.mode: Mode | None = None
        self._first_course = course
        self._attendance = attendance
        self._attend = attend or (attendance.start if attendance is not None else None)
        self._room: Room | None = None
        self.remarked = ""
        """What is being said for some seconds."""
        self._remark_timer: Timer | None = None
        self.leaving = False
        """Whether this screen is going away because its class has ended."""
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

    @property
    def class_list(self) -> ClassList | None:
        """The class list in use: at the desk only, and in its memory only."""
        return None

    @property
    def names(self) -> Mapping[int, str]:
        """Who sits where, by seat; nobody on the wall."""
        listed = self.class_list
        return {pupil.seat: pupil.first or pupil.name for pupil in listed.pupils} if listed is not None else {}

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
        if self._watch is not None:
            self._watch.cancel()
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
        """See what another program has written, and look again soon; far cheaper than a timer of Textual's."""
        if self._room is not None and self._attend is not None:
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

    def action_vote(self) -> None:
        self.open_mode("vote")

    def action_talk(self) -> None:
        self.open_mode("talk")

    def action_board(self) -> None:
        self.open_mode("board")

    def action_lines(self) -> None:
        from kit.session.events import Shown

        self.room.do(Shown(view="lines"))
        self.open_mode("board")

    def action_draw(self) -> None:
        self.open_mode("draw")

    def action_mode(self, name: str) -> None:
        """Do an action of the open tool: what footer and palette call."""
        if self.mode is not None:
            self.mode.act(name)

    def on_key(self, event: Key) -> None:
        """Keys of the open tool come first; without one, a digit begins the number of a step."""
        if self.mode is not None:
            taken = self.mode.take(event)
            if taken:
                self.changed()
        elif taken := event.key.isdecimal() and event.key != "0":
            self.open_steps(event.key)
        if taken:
            event.stop()
            event.prevent_default()

    # What runs the class

    def action_go_to(self, index: int, at_end: bool = False) -> None:
        """Go to a step by its index, at its first or its last page; beyond the ends nothing happens."""
        from kit.session.events import Went

        if 0 <= index < len(self.course.plan.steps):
            self.close_mode()
            self.room.do(Went(index=index, at_end=at_end))

    def action_first(self) -> None:
        self.action_go_to(0)

    def action_last(self) -> None:
        self.action_go_to(len(self.course.plan.steps) - 1)

    def action_next(self) -> None:
        if not self._page(1):
            self.action_go_to(self.course.index + 1)

    def action_previous(self) -> None:
        if not self._page(-1):
            self.action_go_to(self.course.index - 1, at_end=True)

    def _page(self, by: int) -> bool:
        """Turn a page of the wall; whether there was one to turn."""
        from kit.session.events import Paged

        state = self.room.state
        there = 0 <= state.page + by < state.pages
        if there:
            self.room.do(Paged(by=by))
        return there

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

    def action_think(self) -> None:
        from kit.session.events import Thought

        opens = self.room.state.floor_opens
        thinking = opens is not None and opens > self.kit.clock()
        self.room.do(Thought(seconds=0.0 if thinking else THINKING))

    def thinking_left(self) -> float | None:
        """Seconds of thinking time left, negative while it is said that the floor is open; None without any."""
        opens = self._room.state.floor_opens if self._room is not None else None
        left = opens - self.kit.clock() if opens is not None else None
        return left if left is not None and left > -OPEN else None

    def ring(self) -> None:
        """Ring, where the teacher wants it, if the time of the step has ended just now."""
        if self.kit.sound and self.course.countdown.running:
            left = self.course.countdown.left(self.kit.clock())
            if -RINGS < left <= 0.0:
                self.app.bell()

    def action_sound(self) -> None:
        self.kit.sound = not self.kit.sound
        self.remark(self.tr("The bell rings at the end of a step.") if self.kit.sound else self.tr("The bell is off."))

    def action_recap(self) -> None:
        """What the class thought, as a page: made by a process of its own, so that nothing here waits for it."""
        from kit.screen.recap import write

        write(self)

    def action_undo(self) -> None:
        gone = self.room.undo()
        self.remark(self.tr("Taken back.") if gone is not None else self.tr("There is nothing to take back."))

    def action_blank(self) -> None:
        from kit.session.events import Blanked

        self.room.do(Blanked(on=not self.room.state.blank))

    def action_lesson_language(self) -> None:
        from kit.session.events import Spoke

        later = self.course.next_language().language
        if later != self.course.language:
            self.room.do(Spoke(language=later))

    # A new plan for what is left

    def action_replan(self) -> None:
        """Into the minutes until the bell."""
        from kit.screen.replanning import minutes_left, replan

        replan(self, minutes_left(self))

    def action_replan_for(self) -> None:
        """Into as many minutes as the teacher chooses."""
        from kit.screen.replanning import ask_minutes

        ask_minutes(self)

    def remark(self, text: str) -> None:
        """Say something short for some seconds; nothing private, for the class may read it."""
        if self._remark_timer is not None:
            self._remark_timer.stop()
        self.remarked = text
        self._remark_timer = self.set_timer(REMARK, self._unremark)
        self.changed()

    def _unremark(self) -> None:
        self.remarked = ""
        self.changed()

    # Going away

    def leave(self) -> None:
        """Ask once; then back to where the class was started from, or out."""
        from kit.screen.dialogs import Ask
        from kit.session.events import Ended

        if self.room.state.ended:
            self.go_away()
            return

        def end(sure: bool | None) -> None:
            if sure:
                self.leaving = True
                self.room.do(Ended())
                self.go_away()

        self.app.push_screen(
            Ask(
                self.tr("End this class?"),
                self.tr("The wall will be empty and the countdown stops. What was counted and written stays."),
                yes=self.tr("End the class"),
                no=self.tr("Go on"),
                other=self.other_way_out(),
                more=(self.tr("End it and write its page"), self._end_with_page) if self.room.journal else None,
            ),
            end,
        )

    def _end_with_page(self) -> None:
        """End the class, write what it thought, say where that is, and go."""
        from kit.screen.notice import Notice
        from kit.screen.recap import write
        from kit.session.events import Ended

        def said(told: str) -> None:
            notice = Notice(self.tr("The class has ended"), told)
            # Not from here: the dialog that has asked is going away, and would take the answer with it.
            self.call_next(self.app.push_screen, notice, lambda _: self.go_away())

        self.leaving = True
        self.room.do(Ended())
        write(self, said)

    def other_way_out(self) -> tuple[str, Callable[[], None]] | None:
        """The third answer to whether the class ends: what it is called, and what it does."""
        return None

    def go_away(self) -> None:
        """Leave the screen."""
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.exit(0)

    # The list of steps

    def action_steps(self) -> None:
        self.open_steps("")

    def open_steps(self, typed: str) -> None:
        """List the steps; `typed` is the beginning of a number."""
        from kit.screen.dialogs import Item, Picker

        items = []
        names = step_names(self.lesson, self.course.plan, self.course.language)
        for index, (step, name) in enumerate(zip(self.course.plan.steps, names, strict=True)):
            minutes = self.tr.plural("{count} min", "{count} min", step.minutes)
            items.append(Item(str(index), f"{index + 1:>2}  {name}", aside=minutes))

        def go(chosen: str | None) -> None:
            if chosen is not None:
                self.action_go_to(int(chosen))

        dialog: Any = Picker(self.tr("Steps"), items, start=str(self.course.index), typed=typed)
        self.app.push_screen(dialog, go)

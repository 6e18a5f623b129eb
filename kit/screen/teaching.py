"""What the wall and the desk have in common: the class, the keys that run it, and the tool that is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from textual.events import Key
from textual.timer import Timer

from kit.lesson.model import Lesson
from kit.lesson.step_names import step_names
from kit.screen.actions import Place
from kit.screen.attending import Attend, AttendingScreen
from kit.session.course import Course
from kit.session.number_row import digit

if TYPE_CHECKING:
    from kit.screen.classroom import Attendance
    from kit.screen.modes.mode import Mode
    from kit.session.class_list import ClassList

THINKING = 5.0
"""Seconds everybody thinks before the floor opens."""

THINKING_TICK = 0.25
"""Seconds between two pictures of the thinking bar."""

OPEN = 3.0
"""Seconds for which it is said that the floor is open."""

REMARK = 6.0
"""Seconds a remark stands."""

IN_HASTE = 1.5
"""Seconds after closing a tool in which another Esc is not taken for "stop the clock"."""

RINGS = 1.0
"""Seconds after the end of a step in which the bell may still ring: a program that begins later is silent."""


class TeachingScreen(AttendingScreen):
    """A screen that runs a class: every action here is an event in its room."""

    PRIVATE: ClassVar[bool] = False
    """Whether only the teacher sees this screen."""

    def __init__(
        self, lesson: Lesson, course: Course, attendance: Attendance | None = None, *, attend: Attend | None = None
    ) -> None:
        super().__init__(lesson, course, attendance, attend=attend)
        self.mode: Mode | None = None
        self.remarked = ""
        """What is being said for some seconds."""
        self._remark_timer: Timer | None = None
        self._tool_closed = -IN_HASTE
        """When a tool was closed last, by the monotonic clock."""
        self.leaving = False
        """Whether this screen is going away because its class has ended."""

    @property
    def class_list(self) -> ClassList | None:
        """The class list in use: at the desk only, and in its memory only."""
        return None

    @property
    def names(self) -> Mapping[int, str]:
        """Who sits where, by seat; nobody on the wall."""
        listed = self.class_list
        return {pupil.seat: pupil.first or pupil.name for pupil in listed.pupils} if listed is not None else {}

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
            self._tool_closed = self.kit.clock()
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
        elif taken := digit(event.character) not in ("", "0"):
            self.open_steps(digit(event.character))
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
        if self._time_runs() and self.kit.clock() < self._tool_closed + IN_HASTE:
            self.remark(self.tr("The clock runs on. To stop it, press Esc again."))
            self._tool_closed = -IN_HASTE
        else:
            self._pause()

    def _pause(self) -> None:
        from kit.session.events import ClockPaused

        if self._time_runs():
            self.room.do(ClockPaused())

    def _time_runs(self) -> bool:
        return any(countdown.running for countdown in self.course.countdowns.values())

    def action_toggle_clock(self) -> None:
        """What a click on the clock does."""
        if self.course.countdown.running:
            self._pause()
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
        self.remark(
            self.tr("The bell rings at the end of each step.") if self.kit.sound else self.tr("The bell is off.")
        )

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

        if isinstance(there := self.app.screen, Picker):
            there.type(typed)  # keys faster than the first picture of the list
            return
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

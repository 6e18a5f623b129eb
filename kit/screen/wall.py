"""The wall: one step of the lesson fills the screen the class looks at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Click, Key
from textual.timer import Timer

from kit.lesson.model import Lesson
from kit.lesson.scene import notes, scene
from kit.screen.actions import Place
from kit.screen.base import KitScreen
from kit.screen.keys import bindings
from kit.screen.layout.deck import ClockFace, State, clock_width
from kit.screen.layout.frame import SMALL_LETTERS, Frame
from kit.screen.layout.pages import page_with
from kit.screen.layout.sheet import Sheet, lay_out
from kit.screen.widgets.keybar import KeyBar
from kit.screen.widgets.wall_sheet import WallSheet
from kit.session.clock import shown
from kit.session.course import Course
from kit.words import words


class WallScreen(KitScreen):
    """Shows scenes and nothing private; the course says which, the action registry which keys do what."""

    PLACE: ClassVar[Place] = "wall"
    CSS_PATH = "wall.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("wall")

    def __init__(self, lesson: Lesson, course: Course) -> None:
        super().__init__()
        self.lesson = lesson
        self.course = course
        self.page = 0
        self._anchor = ""
        self._sheet: Sheet | None = None
        self._tick_timer: Timer | None = None
        self._hint_seen = False

    def compose(self) -> ComposeResult:
        yield WallSheet(self._rows)
        yield KeyBar("wall")

    # What is painted

    @property
    def sheet(self) -> Sheet:
        """The scene of this step, laid out for the terminal as it is."""
        size = self.query_one(WallSheet).size
        return self._laid_out(Frame(size.width, size.height))

    def _laid_out(self, frame: Frame) -> Sheet:
        course, face, old = self.course, self._face(), self._sheet
        if (
            old is None
            or old.frame != frame
            or old.index != course.index
            or old.scene.language != self.lesson.edition(course.language).language
            or old.clock != clock_width(face, frame.digits)
        ):
            title = self.lesson.edition(course.language).title
            seen = scene(self.lesson, course.step, course.language)
            self._sheet = old = lay_out(seen, title, course.plan, course.index, frame, face)
            self.page = page_with(old.pages, self._anchor) if self._anchor else 0
        return old

    def _rows(self, columns: int, rows: int) -> Sequence[Content]:
        frame = Frame(columns, rows)
        painted = self._laid_out(frame).rows(self.page, self._face())
        if rows + 1 > SMALL_LETTERS and not self._hint_seen:
            hint = self.tr(
                "Small letters for a classroom: Ctrl and + enlarges them in most terminals (Cmd and + on a Mac)."
            )
            painted[-1] = Content(" " * frame.left) + Content.styled(hint, "$text-muted").truncate(
                frame.width, ellipsis=True
            )
        return painted

    def _face(self) -> ClockFace:
        now, course = self.kit.clock(), self.course
        countdown = course.countdown
        left = countdown.left(now)
        state: State = "ready"
        if countdown.paused:
            state = "paused"
        elif countdown.running:
            state = "over" if left <= 0 else "running"
        elsewhere = ""
        if (other := course.running_elsewhere) is not None:
            time = shown(course.countdown_of(course.plan.steps[other]).left(now))
            elsewhere = words(course.language)("Step {number}: {time}", number=other + 1, time=time)
        return ClockFace(shown(left), state, elsewhere)

    def _paint(self) -> None:
        self.query_one(WallSheet).remake()

    # Time

    def _tick(self) -> None:
        sheet = self.sheet
        widened = sheet.clock != clock_width(self._face(), sheet.frame.digits)
        self.query_one(WallSheet).remake(None if widened else sheet.clock_place)
        self._keep_ticking()

    def _keep_ticking(self) -> None:
        """Wake up when the shown second changes; a clock that stands costs nothing."""
        if self._tick_timer is not None:
            self._tick_timer.stop()
            self._tick_timer = None
        now = self.kit.clock()
        waits = [countdown.until_next_second(now) for countdown in self.course.countdowns.values() if countdown.running]
        if waits:
            self._tick_timer = self.set_timer(min(waits) + 0.001, self._tick)

    # Where the class is

    def _change(self, course: Course) -> None:
        """Take on a new course; another step begins with its first page."""
        if course.index != self.course.index:
            self.page, self._anchor = 0, ""
        self.course = course
        self._paint()
        self._keep_ticking()

    def _turn_to(self, page: int) -> None:
        self.page = page
        keys = self.sheet.pages[page].keys
        # The last key a page shares with no earlier one names it best: a long unit may begin on the page before.
        earlier = {key for shown in self.sheet.pages[:page] for key in shown.keys}
        self._anchor = next((key for key in keys if key not in earlier), keys[0] if keys else "")
        self._paint()

    def action_next(self) -> None:
        if self.page + 1 < len(self.sheet.pages):
            self._turn_to(self.page + 1)
        elif not self.course.is_last:
            self._change(self.course.go_to(self.course.index + 1))

    def action_previous(self) -> None:
        if self.page > 0:
            self._turn_to(self.page - 1)
        elif not self.course.is_first:
            self._change(self.course.go_to(self.course.index - 1))
            self._turn_to(len(self.sheet.pages) - 1)

    def action_first(self) -> None:
        self.action_go_to(0)

    def action_last(self) -> None:
        self.action_go_to(len(self.course.plan.steps) - 1)

    def action_go_to(self, index: int) -> None:
        """Go to a step by its index, at its first page."""
        self.page, self._anchor = 0, ""
        self._change(self.course.go_to(index))

    def action_lesson_language(self) -> None:
        self._change(self.course.next_language())

    def action_start(self) -> None:
        self._change(self.course.start(self.kit.clock()))

    def action_pause(self) -> None:
        self._change(self.course.pause(self.kit.clock()))

    def action_toggle_clock(self) -> None:
        """What a click on the clock does."""
        if self.course.countdown.running:
            self.action_pause()
        else:
            self.action_start()

    def action_add_minute(self) -> None:
        self._change(self.course.add())

    def action_blank(self) -> None:
        self.toggle_class("blank")

    # Keys and clicks that are no actions

    def on_key(self, event: Key) -> None:
        self._hide_hint()
        if self.has_class("blank"):
            self.remove_class("blank")
            event.stop()
            event.prevent_default()
        elif event.key.isdecimal() and event.key != "0":
            event.stop()
            event.prevent_default()
            self._open_steps(event.key)

    def on_click(self, event: Click) -> None:
        if self.has_class("blank"):
            self.remove_class("blank")
            event.stop()

    def _hide_hint(self) -> None:
        if not self._hint_seen:
            self._hint_seen = True
            self._paint()

    # Dialogs

    def action_steps(self) -> None:
        self._open_steps("")

    def _open_steps(self, typed: str) -> None:
        from kit.screen.dialogs import Item, Picker

        items = []
        for index, step in enumerate(self.course.plan.steps):
            name = scene(self.lesson, step, self.course.language).title
            minutes = self.tr.plural("{count} min", "{count} min", step.minutes)
            items.append(Item(str(index), f"{index + 1:>2}  {name}", aside=minutes))

        def go(chosen: str | None) -> None:
            if chosen is not None:
                self.action_go_to(int(chosen))

        self.app.push_screen(Picker(self.tr("Steps"), items, start=str(self.course.index), typed=typed), go)

    def action_notes(self) -> None:
        from kit.screen.dialogs import Ask

        def show(sure: bool | None) -> None:
            if sure:
                self._show_notes()

        self.app.push_screen(
            Ask(
                self.tr("Show your private notes here?"),
                self.tr("The class can see this screen. The notes go away when you go on, or with Esc."),
                yes=self.tr("Show the notes"),
                no=self.tr("Keep them private"),
            ),
            show,
        )

    def _show_notes(self) -> None:
        from kit.screen.notes import NotesScreen

        def go_on(direction: str | None) -> None:
            if direction == "next":
                self.action_next()
            elif direction == "previous":
                self.action_previous()

        self.app.push_screen(NotesScreen(notes(self.lesson, self.course.step, self.course.language)), go_on)

    def leave(self) -> None:
        """Ask once; then back to where the class was started from, or out."""
        from kit.screen.dialogs import Ask

        def quit_now(sure: bool | None) -> None:
            if not sure:
                return
            if len(self.app.screen_stack) > 1:
                self.dismiss()
            else:
                self.app.exit(0)

        self.app.push_screen(
            Ask(
                self.tr("End this class?"),
                self.tr("The wall will be empty and the countdown stops."),
                yes=self.tr("End the class"),
                no=self.tr("Go on"),
            ),
            quit_now,
        )

"""The wall: one step of the lesson, or what a tool has to show, fills the screen the class looks at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Click, Key
from textual.timer import Timer

from kit.lesson.model import Lesson
from kit.lesson.scene import notes, passages, scene
from kit.screen.actions import Place
from kit.screen.keys import bindings
from kit.screen.layout.deck import ClockFace, State, clock_width, thinking_bar
from kit.screen.layout.frame import SMALL_LETTERS, Frame
from kit.screen.layout.pages import page_with
from kit.screen.layout.sheet import Sheet, lay_out
from kit.screen.teaching import THINKING_TICK, TeachingScreen
from kit.screen.widgets.keybar import KeyBar
from kit.screen.widgets.wall_sheet import WallSheet
from kit.session.clock import shown
from kit.session.course import Course
from kit.words import words

if TYPE_CHECKING:
    from kit.screen.classroom import Attendance
    from kit.session.events import View
    from kit.session.public import PublicState

RINGING = 4.0
"""Seconds for which the whole line above the deck says that the time of the step is up."""

TOOLS: Mapping[View, Place] = {
    "vote": "vote",
    "shift": "vote",
    "talk": "talk",
    "board": "board",
    "lines": "board",
    "draw": "draw",
}
"""Which tool has the keys of what fills the wall."""


class WallScreen(TeachingScreen):
    """Shows the public state and nothing private; the action registry says which keys do what."""

    PLACE: ClassVar[Place] = "wall"
    CSS_PATH = "wall.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("wall")

    def __init__(self, lesson: Lesson, course: Course, attendance: Attendance | None = None) -> None:
        super().__init__(lesson, course, attendance)
        self.page = 0
        self._anchor = ""
        self._sheet: Sheet | None = None
        self._laid_out_for: tuple[object, ...] = ()
        self._place_shown: tuple[object, ...] = (course.index, "step")
        self._pages_told: tuple[tuple[object, ...], int, Sheet | None] = ((course.index, "step"), 1, None)
        """Where the class was, how many pages were told, and of which sheet."""
        self._tick_timer: Timer | None = None
        self._noted = False
        """Whether the line above the deck was moving at the last tick."""
        self._hint_seen = False

    def compose(self) -> ComposeResult:
        yield WallSheet(self._rows)
        yield KeyBar("wall")

    @property
    def public(self) -> PublicState | None:
        """What the class may see of the class's state; None before the room is made, when only the step counts."""
        if self._room is None:
            return None
        from kit.session.public import public

        return public(self._room.state, self.kit.clock())

    # What is painted

    @property
    def sheet(self) -> Sheet:
        """What stands on the wall, laid out for the terminal as it is."""
        size = self.query_one(WallSheet).size
        if not size and self._sheet is not None:  # an empty wall has no size, and keeps its pages all the same
            return self._laid_out(self._sheet.frame)
        return self._laid_out(Frame(size.width, size.height))

    def _laid_out(self, frame: Frame) -> Sheet:
        course, face = self.course, self._face()
        language = self.lesson.edition(course.language).language
        seen = self.public
        view = seen.view if seen is not None else "step"
        tools = () if seen is None or view == "step" else (seen.votes, seen.talk, seen.board, seen.drawn)
        made_for = (frame, course.index, course.plan, language, clock_width(face, frame.digits), view, tools)
        if self._sheet is None or self._laid_out_for != made_for:
            title = self.lesson.edition(course.language).title
            shows = scene(self.lesson, course.step, course.language)
            if view == "lines":  # not only those of the step
                shows = replace(shows, passages=passages(self.lesson, None, language))
            self._sheet = lay_out(shows, title, course.plan, course.index, frame, face, seen)
            self._laid_out_for = made_for
            last = len(self._sheet.pages) - 1
            self.page = page_with(self._sheet.pages, self._anchor) if self._anchor else min(self.page, last)
        return self._sheet

    def _rows(self, columns: int, rows: int) -> Sequence[Content]:
        frame = Frame(columns, rows)
        painted = self._laid_out(frame).rows(self.page, self._face(), self._note(frame))
        if rows + 1 > SMALL_LETTERS and not self._hint_seen:
            hint = self.tr(
                "Small letters for a classroom: Ctrl and + enlarges them in most terminals (Cmd and + on a Mac)."
            )
            painted[-1] = Content(" " * frame.left) + Content.styled(hint, "$text-muted").truncate(
                frame.width, ellipsis=True
            )
        return painted

    def _note(self, frame: Frame) -> Content | None:
        """What stands on the line above the deck: thinking time, the end of the time, or what there is to say."""
        tr = words(self.course.language)
        if (left := self.thinking_left()) is not None:
            return thinking_bar(left, self.room.state.thinking, frame.width // 2, tr)
        if self._ringing():
            said = f"■ {tr('Time is up')}"
            return Content.styled(said.center(max(len(said), frame.width - 10)), "bold $background on $error")
        parts = [] if self.mode is None else [self.mode.wall_note()]
        if self._room is not None and self._room.trouble is not None:
            from kit.session.faults import brief

            parts.append(Content.styled(brief(self._room.trouble, self.tr), "bold $error"))
        elif self.remarked:
            parts.append(Content.styled(self.remarked, "bold $primary"))
        said_parts = [part for part in parts if part is not None]
        return Content("  ").join(said_parts) if said_parts else None

    def _ringing(self) -> bool:
        countdown = self.course.countdown
        return countdown.running and -RINGING < countdown.left(self.kit.clock()) <= 0.0

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

    def changed(self) -> None:
        """Show what has happened; another step or view begins with its first page."""
        state = self.room.state
        if self.mode is not None and TOOLS.get(state.view) != self.mode.PLACE:
            self.close_mode()  # the desk has gone on: no key here may count for what nobody sees
            return
        place = (state.course.index, state.view)
        if place != self._place_shown:
            self._place_shown, self._anchor = place, ""
        if state.page != self.page or not self._anchor:
            self._turn_to(min(state.page, len(self.sheet.pages) - 1))
        self.set_class(state.blank or state.ended, "blank")
        self._paint()
        self._keep_ticking()
        if state.ended:
            self._say_ended()
        else:
            # After the picture: the class must not wait for one more row of the journal.
            self.call_after_refresh(self._tell_pages)

    def _say_ended(self) -> None:
        """The class was ended at the desk, whatever stood here."""
        from kit.screen.ended import ClassEnded

        if self.leaving:
            return
        self.leaving = True
        while self.app.screen is not self:
            self.app.pop_screen()
        self.app.push_screen(ClassEnded(), lambda _: self.go_away())

    def on_resize(self) -> None:
        """Another size has other pages."""
        if self._room is not None:
            self.call_after_refresh(self._tell_pages)

    def _tell_pages(self) -> None:
        """Let the desk know how many pages there are here. Of two walls, that with more pages has the say."""
        from kit.session.events import Laid

        if not self.is_attached or self.room.state.ended:
            return
        state, sheet = self.room.state, self.sheet
        pages, place = len(sheet.pages), (state.course.index, state.view)
        told_place, told, told_for = self._pages_told
        mine = place == told_place and told == state.pages  # what the class goes by now is what was told here
        anew = mine and sheet is not told_for and self.page != state.page
        if pages > state.pages or (mine and pages < state.pages) or anew or state.page >= state.pages:
            self._pages_told = (place, pages, sheet)
            self.room.do(Laid(page=self.page, pages=pages))

    # Time

    def _tick(self) -> None:
        before, sheet = self._sheet, self.sheet
        self.ring()
        # The line above the deck changes while everybody thinks and while the bell rings, and once more after that.
        moving = self.thinking_left() is not None or self._ringing()
        noted, self._noted = self._noted or moving, moving
        widened = sheet.clock != clock_width(self._face(), sheet.frame.digits)
        self.query_one(WallSheet).remake(None if widened or noted or sheet is not before else sheet.clock_place)
        self._keep_ticking()

    def _keep_ticking(self) -> None:
        """Wake up when the shown second changes; a clock that stands costs nothing."""
        if self._tick_timer is not None:
            self._tick_timer.stop()
            self._tick_timer = None
        now = self.kit.clock()
        waits = [countdown.until_next_second(now) for countdown in self.course.countdowns.values() if countdown.running]
        if self.thinking_left() is not None:
            waits.append(THINKING_TICK)
        if (turn := self._turn_left(now)) is not None:
            waits.append(turn)
        if waits:
            self._tick_timer = self.set_timer(min(waits) + 0.001, self._tick)

    def _turn_left(self, now: float) -> float | None:
        """Seconds until somebody's turn has taken as long as it should, while the wall shows the talk."""
        seen = self.public
        if seen is None or seen.view != "talk" or seen.talk.until is None or seen.talk.late:
            return None
        return max(0.0, seen.talk.until - now)

    # Where the class is

    def _turn_to(self, page: int) -> None:
        self.page = page
        keys = self.sheet.pages[page].keys
        # The last key a page shares with no earlier one names it best: a long unit may begin on the page before.
        earlier = {key for shown in self.sheet.pages[:page] for key in shown.keys}
        self._anchor = next((key for key in keys if key not in earlier), keys[0] if keys else "")
        self._paint()

    def action_next(self) -> None:
        self._tell_pages()  # a key may come before the first picture has been reported
        super().action_next()

    def action_previous(self) -> None:
        self._tell_pages()
        super().action_previous()

    # Keys and clicks that are no actions

    def on_key(self, event: Key) -> None:
        self._hide_hint()
        if self.has_class("blank"):
            self._show_again()
            event.stop()
            event.prevent_default()
            return
        super().on_key(event)

    def on_click(self, event: Click) -> None:
        if self.has_class("blank"):
            self._show_again()
            event.stop()

    def _show_again(self) -> None:
        from kit.session.events import Blanked

        self.room.do(Blanked(on=False))

    def _hide_hint(self) -> None:
        if not self._hint_seen:
            self._hint_seen = True
            self._paint()

    # Dialogs

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

        private = notes(self.lesson, self.course.step, self.course.language)
        self.app.push_screen(NotesScreen(private, self.trouble), go_on)

    def other_way_out(self) -> tuple[str, Callable[[], None]] | None:
        """A class that has a journal can go on another time."""
        from kit.session.events import ClockPaused

        def stop() -> None:
            self.room.do(ClockPaused())
            self.go_away()

        return (self.tr("Go on another time"), stop) if self.room.journal is not None else None

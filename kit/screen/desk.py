"""The desk: the teacher's own screen beside the wall, with her notes, the clocks and the tools."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from kit.lesson.step_names import step_names
from kit.screen.actions import Place
from kit.screen.attending import Attend
from kit.screen.keys import bindings
from kit.screen.layout import desk
from kit.screen.layout.rows import EMPTY
from kit.screen.teaching import THINKING_TICK, TeachingScreen
from kit.screen.widgets.keybar import KeyBar
from kit.screen.widgets.prose import Prose
from kit.screen.widgets.scroll_sheet import ScrollSheet
from kit.screen.widgets.wall_sheet import WallSheet
from kit.session.course import Course

if TYPE_CHECKING:
    from kit.lesson.model import Lesson
    from kit.lesson.plan import Plan
    from kit.screen.classroom import Attendance
    from kit.session.class_list import ClassList
    from kit.session.room import Room

SIDE, WIDE_SIDE = 34, 42
"""Columns of the clocks and the plan, on a terminal of less or more than `WIDE` columns."""

WIDE = 116

NARROW, LOW = 72, 21
"""Columns below which the clocks stand under the notes, and rows below which they take only a few rows."""

PLAN_BELOW = 3
"""Rows of the plan where it stands under the notes."""

READ = 5
"""Rows of one key that reads on."""

MINUTE = 60.0


class DeskScreen(TeachingScreen):
    """Shows the whole state of the class, the private side too: never to be projected."""

    PLACE: ClassVar[Place] = "desk"
    PRIVATE: ClassVar[bool] = True
    CSS_PATH = "desk.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("desk")

    def __init__(
        self,
        lesson: Lesson,
        course: Course,
        attendance: Attendance | None = None,
        *,
        attend: Attend | None = None,
        class_list: ClassList | None = None,
    ) -> None:
        super().__init__(lesson, course, attendance, attend=attend)
        self._tick_timer: Timer | None = None
        self._thought = False
        """Whether everybody was thinking at the last tick."""
        self._place_shown: tuple[object, ...] = ()
        self._class_list = class_list
        self._remark_shown = ""
        self._planned: list[Content] = []
        self._planned_for: tuple[object, ...] = ()
        self._names: tuple[str, ...] = ()
        self._names_for: tuple[Plan, str] | None = None

    @property
    def _listed(self) -> str:
        return self.tr("Class {name}", name=self._class_list.name) if self._class_list is not None else ""

    @property
    def class_list(self) -> ClassList | None:
        """The class list that was chosen: in this program's memory, in no journal and on no wall."""
        return self._class_list

    def compose(self) -> ComposeResult:
        yield WallSheet(self._head_rows, id="head")
        with Horizontal(id="body"):
            yield ScrollSheet(self._now_rows, id="main")
            yield WallSheet(self._tool_rows, id="tool")
            yield WallSheet(self._side_rows, id="side")
        yield Static(id="remark", markup=False)
        yield KeyBar("desk")

    def come_in(self) -> None:
        """Show a class that is going on in the first picture; ask which one after it."""
        self.query_one("#tool", WallSheet).display = self.query_one("#remark", Static).display = False
        if self._attendance is None:
            self._take_on(self.room)
        else:
            super().come_in()

    def on_resize(self) -> None:
        """Every row anew, for the new width."""
        self.call_after_refresh(self.changed)

    def reword(self) -> None:
        """Say everything again in the interface language."""
        super().reword()
        self.changed()

    def changed(self) -> None:
        """Show what has happened."""
        if not self.is_attached or self._room is None:
            return
        state = self.room.state
        columns = self.size.width
        narrow = columns < NARROW
        self.set_class(narrow, "narrow")
        width = max(20, columns - 4)
        self.query_one("#head", WallSheet).remake()
        side = self.query_one("#side", WallSheet)
        if narrow:
            side.styles.width, side.styles.height = "1fr", len(self._clocks(width)) + PLAN_BELOW + 1
        else:
            side.styles.width, side.styles.height = self._side_columns + 3, "1fr"
        tool = self.query_one("#tool", WallSheet)
        main = self.query_one("#main", ScrollSheet)
        tool.display, main.display = self.mode is not None, self.mode is None
        if self.mode is not None:
            tool.remake()
        else:
            place = (state.course.index, state.course.language)
            if place != self._place_shown:
                self._place_shown = place
                main.go(0)
            main.remake()
        side.remake()
        self._show_remark()
        self._keep_ticking()

    @property
    def _side_columns(self) -> int:
        return SIDE if self.size.width < WIDE else WIDE_SIDE

    def _head_rows(self, columns: int, _: int) -> list[Content]:
        if self._room is None:
            return []
        return [desk.head(self.lesson, self.room.state, self.tr, columns, self._listed)]

    def _now_rows(self, columns: int) -> list[Content]:
        if self._room is None:
            return []
        return desk.now_and_next(self.lesson, self.room.state, self.tr, columns)

    def _tool_rows(self, columns: int, rows: int) -> list[Content]:
        return self.mode.desk_rows(columns, rows) if self.mode is not None else []

    def _clocks(self, columns: int) -> list[Content]:
        room, now = self.room, self.kit.clock()
        low = self.size.height < LOW or self.size.width < NARROW
        rows = desk.clocks(room.state, now, self.tr, columns, time_of_day=room.calendar(), low=low)
        if (left := self.thinking_left()) is not None:
            rows += desk.thinking(left, room.state.thinking, columns, self.tr)
        return rows

    def _side_rows(self, columns: int, rows: int) -> list[Content]:
        if self._room is None:
            return []
        above = self._clocks(columns)
        space = [] if self.has_class("narrow") else [EMPTY]
        return [*above, *space, *self._plan(columns, max(1, rows - len(above) - len(space)))]

    def _plan(self, columns: int, rows: int) -> list[Content]:
        """The plan as rows, made anew only when it would read differently: the clock above it moves every second."""
        course, begins = self.course, self._next_begins()
        made_for = (course.plan, course.index, course.language, begins, self.tr.language, columns, rows)
        if made_for != self._planned_for:
            self._planned_for = made_for
            self._planned = desk.steps(self._step_names(), course, begins, self.tr, columns, rows)
        return self._planned

    def _next_begins(self) -> float | None:
        """When the next step begins, to the minute."""
        begins = desk.begins_next(self.room.state, self.kit.clock(), self.room.calendar())
        return begins // MINUTE * MINUTE if begins is not None else None

    def _step_names(self) -> tuple[str, ...]:
        """What the steps are called, looked up again only when plan or language have changed."""
        made_for = (self.course.plan, self.course.language)
        if made_for != self._names_for:
            self._names_for = made_for
            self._names = step_names(self.lesson, *made_for)
        return self._names

    def _show_remark(self) -> None:
        trouble = self.trouble
        said = trouble or self.remarked
        if said == self._remark_shown:
            return
        self._remark_shown = said
        shown = self.query_one("#remark", Static)
        shown.update(Prose([Content.styled(said, "bold $error" if trouble else "bold $primary")]))
        shown.display = bool(said)

    # Time

    def _keep_ticking(self) -> None:
        """Wake up when a shown second changes, and each minute of the class that goes on without a clock."""
        if self._tick_timer is not None:
            self._tick_timer.stop()
            self._tick_timer = None
        now, state = self.kit.clock(), self.room.state
        waits = [clock.until_next_second(now) for clock in self.course.countdowns.values() if clock.running]
        if self.thinking_left() is not None:
            waits.append(THINKING_TICK)
        if state.began is not None and not state.ended:
            waits.append(MINUTE - state.elapsed(now) % MINUTE)
        if waits:
            self._tick_timer = self.set_timer(min(waits) + 0.001, self._tick)

    def _tick(self) -> None:
        self.ring()
        side = self.query_one("#side", WallSheet)
        # Most seconds change nothing but the clocks.
        same = self._planned_for[3:4] == (self._next_begins(),) and self.thinking_left() is None and not self._thought
        self._thought = self.thinking_left() is not None
        if not same:
            self.changed()
            return
        side.remake((0, 0, side.outer_size.width, len(self._clocks(side.size.width)) + 1))
        if self.mode is not None:
            self.query_one("#tool", WallSheet).remake()
        self._keep_ticking()

    # What only the desk does

    def action_class_list(self) -> None:
        """Choose a class list, or none: who sits where is then shown here, and here only."""
        from kit.screen.class_choice import choose_class

        choose_class(self, self._class_list, self._take_class_list)

    def _take_on(self, room: Room) -> None:
        """Show it; a list that was named with the command brings its chairs as one that is chosen here does."""
        super()._take_on(room)
        if self._class_list is not None and self._attend is not None:
            from kit.screen.class_choice import offer_chairs

            offer_chairs(self, self._class_list)

    def _take_class_list(self, listed: ClassList | None) -> None:
        self._class_list = listed
        self.remark(
            self.tr("Names of {name} are shown here, and nowhere else.", name=listed.name)
            if listed is not None
            else self.tr("No class list is in use.")
        )
        if listed is not None:
            from kit.screen.class_choice import offer_chairs

            offer_chairs(self, listed)

    def action_read_on(self) -> None:
        self._read(READ)

    def action_read_back(self) -> None:
        self._read(-READ)

    def _read(self, rows: int) -> None:
        main = self.query_one("#main", ScrollSheet)
        main.go(main.first + rows)

    def other_way_out(self) -> tuple[str, Callable[[], None]] | None:
        """The desk can go while the class goes on."""
        return self.tr("Close only the desk"), self.go_away

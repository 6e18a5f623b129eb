"""The plan of one lesson, minute by minute: made longer or shorter, printed, and started from any step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.widgets import Static
from textual.widgets.option_list import Option

from kit.lesson.model import Lesson
from kit.lesson.plan import LONGEST, SHORTEST, Plan, PlannedStep, plan
from kit.lesson.scene import notes, scene
from kit.lesson.step_names import step_names
from kit.screen import plan_text
from kit.screen.base import KitScreen
from kit.screen.keys import bindings
from kit.screen.layout.rows import ours
from kit.screen.printing import PrintDesk
from kit.screen.shelf import shown
from kit.screen.widgets.flow import FlowBar
from kit.screen.widgets.keybar import KeyBar
from kit.screen.widgets.print_status import PrintStatus
from kit.screen.widgets.prose import Prose
from kit.screen.widgets.table import Table


class PlanScreen(KitScreen):
    """The timed steps of `lesson`, which lies in `folder`; `speak` is told when its language changes."""

    PLACE = "plan"
    CSS_PATH = "planview.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("plan")
    AUTO_FOCUS = "#steps"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (140, "-wide")]

    def __init__(
        self,
        lesson: Lesson,
        folder: Path,
        print_desk: PrintDesk,
        *,
        language: str,
        speak: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self.lesson = lesson
        self.folder = folder
        self.print_desk = print_desk
        self.language = language if language in lesson.languages else lesson.language
        self.speak = speak
        self.plan: Plan = plan(lesson, lesson.edition(lesson.language).at_a_glance.minutes)

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        yield Static(id="question", markup=False)
        yield FlowBar(id="chips")
        yield Static(id="columns", markup=False)
        with Container(id="body"):
            yield Table(id="steps")
            with VerticalScroll(id="notes"):
                yield Static(id="notes-text", markup=False)
        yield Static(id="remarks", markup=False)
        yield PrintStatus(self.print_desk)
        yield KeyBar("plan")

    def on_mount(self) -> None:
        """Fill what was composed, before it is painted for the first time."""
        # This screen may already be on the projector: the notes wait for their key.
        self.query_one("#notes").display = False
        self._show()

    @property
    def steps(self) -> Table:
        """The list."""
        return self.query_one(Table)

    @property
    def chosen(self) -> PlannedStep | None:
        """The step the cursor is on."""
        index = self.steps.highlighted
        return self.plan.steps[index] if index is not None and index < len(self.plan.steps) else None

    def reword(self) -> None:
        """Say everything again in the interface language."""
        super().reword()
        self._show()

    def _show(self) -> None:
        """Everything anew, the cursor staying on its step as far as that is still there."""
        index, tr = self.steps.highlighted or 0, self.tr
        before = self.steps.highlighted_option
        edition = self.lesson.edition(self.language)
        self.query_one("#head", Static).update(plan_text.head(self.lesson, self.plan, self.language, tr))
        self.query_one("#question", Static).update(Prose([ours(shown(edition.essential_question))]))
        self.query_one("#question").display = bool(edition.essential_question)
        self.query_one(FlowBar).update(plan_text.chips(self.plan.minutes, self.language, tr))
        self.query_one("#columns", Static).update(plan_text.column_heads(tr))
        self.steps.clear_options()
        self.steps.add_options(
            Option(plan_text.row(self.lesson, step, name, self.language, tr), id=step.id)
            for step, name in zip(self.plan.steps, step_names(self.lesson, self.plan, self.language), strict=True)
        )
        ids = [step.id for step in self.plan.steps]
        if ids:
            kept = before.id if before is not None else None
            self.steps.highlighted = ids.index(kept) if kept in ids else min(index, len(ids) - 1)
        remarks = plan_text.remarks(self.lesson, self.plan, self.language, tr)
        self.query_one("#remarks", Static).update(remarks)
        self.query_one("#remarks").display = bool(remarks.plain)
        self._show_notes()

    def _show_notes(self) -> None:
        step = self.chosen
        if step is None or not self.query_one("#notes").display:
            return
        title = scene(self.lesson, step, self.language).title
        told = notes(self.lesson, step, self.language)
        self.query_one("#notes-text", Static).update(plan_text.notes(title, told, self.tr))
        self.query_one("#notes").scroll_home(animate=False)

    def on_option_list_option_highlighted(self) -> None:
        """The notes follow the cursor."""
        self._show_notes()

    # What a teacher can do here

    def on_option_list_option_selected(self) -> None:
        """Enter, or a second click on a step."""
        self.action_start()

    def action_start(self) -> None:
        """The lesson on the wall, from the chosen step on."""
        from kit.screen.classroom import start_class

        step = self.chosen
        if step is not None:
            start_class(self.kit, self.lesson, self.plan, language=self.language, from_step=step.id)

    def action_print(self) -> None:
        """What of this lesson is to be printed, planned for these minutes."""
        self.print_desk.ask(self, self.lesson, self.folder, language=self.language, minutes=self.plan.minutes)

    def action_open_prints(self) -> None:
        """What was printed last."""
        self.print_desk.open(self.tr)

    def action_stop_printing(self) -> None:
        """Print nothing more."""
        self.print_desk.stop(self)

    def action_longer(self) -> None:
        """Five minutes more."""
        self._last(self.plan.minutes + plan_text.STEP)

    def action_shorter(self) -> None:
        """Five minutes less."""
        self._last(self.plan.minutes - plan_text.STEP)

    def _last(self, minutes: int) -> None:
        self.plan = plan(self.lesson, max(SHORTEST, min(LONGEST, minutes)))
        self._show()

    def action_notes(self) -> None:
        """Show the private notes, or hide them again."""
        pane = self.query_one("#notes")
        pane.display = not pane.display
        self.set_class(pane.display, "-with-notes")
        self._show_notes()

    def action_lesson_language(self) -> None:
        """The next of the lesson's languages."""
        languages = self.lesson.languages
        self.language = languages[(languages.index(self.language) + 1) % len(languages)]
        if self.speak is not None:
            self.speak(self.language)
        self._show()

    def action_back(self) -> None:
        """Back to the list of lessons."""
        self.app.pop_screen()

"""The library: every lesson in one list, to be found, planned, printed and started. The first thing a teacher sees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.widgets import Static
from textual.widgets.option_list import Option

from kit.lesson.library import Entry, Library
from kit.screen import library_text
from kit.screen.base import KitScreen
from kit.screen.keys import bindings
from kit.screen.printing import PrintDesk
from kit.screen.shelf import Filters, Shelf, next_of
from kit.screen.widgets.columns import Row
from kit.screen.widgets.flow import FlowBar
from kit.screen.widgets.keybar import KeyBar
from kit.screen.widgets.print_status import PrintStatus
from kit.screen.widgets.table import Table
from kit.words import LANGUAGES

if TYPE_CHECKING:
    from textual.events import Key
    from textual.widgets import Input

    from kit.files.problems import Problem
    from kit.lesson.model import Lesson

PRINTING_AFTER = 0.5
"""Seconds after the first paint at which the printing process starts: the list and its lessons come first."""


class LibraryScreen(KitScreen):
    """The list of lessons, with what is looked for above it and the chosen lesson's details beside or beneath it.

    `library` says where the lessons are; `language` is the one they are shown, printed and taught in (the interface's
    where it is not given).
    """

    PLACE = "library"
    CSS_PATH = "library.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("library")
    AUTO_FOCUS = "#lessons"
    # Where there is room, the details stand beside the list; else beneath it; on a small terminal nowhere.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (140, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-tall")]

    def __init__(self, library: Library, *, language: str | None = None) -> None:
        super().__init__()
        self.library = library
        self.language = language if language in LANGUAGES else ""
        self.shelf = Shelf()
        self.opened: dict[str, Lesson] = {}
        """The lessons read so far, by id."""
        self.problems: dict[str, Sequence[Problem]] = {}
        """What keeps the others from being used, by id."""
        self.print_desk = PrintDesk()

    def compose(self) -> ComposeResult:
        """Everything at once: the headers are cheap, so the first frame already shows the list."""
        from kit.protocols.titles import titles

        self.language = self.language or self.kit.interface
        self.protocols = titles(self.library.cache)
        self.shelf.entries = self.library.entries()
        yield Static(id="head", markup=False)
        yield FlowBar(id="chips")
        yield Static(id="columns", markup=False)
        with Container(id="body"):
            yield Table(id="lessons")
            yield Static(id="nothing", markup=False)
            with VerticalScroll(id="details"):
                yield Static(id="details-text", markup=False)
        yield Static(id="folder", markup=False)
        yield PrintStatus(self.print_desk)
        yield KeyBar("library")

    def on_mount(self) -> None:
        """Fill what was composed, before it is painted for the first time; read the lessons behind it after that."""
        self._show()
        self.call_after_refresh(self._read_lessons)
        if not self.app.is_headless:  # nobody prints in a picture
            self.set_timer(PRINTING_AFTER, lambda: self.print_desk.make_ready(self))

    async def on_unmount(self) -> None:
        """Kit is being left, and so is the process that prints."""
        await self.print_desk.close()

    # What is shown

    @property
    def lessons(self) -> Table:
        """The list."""
        return self.query_one(Table)

    @property
    def chosen(self) -> Entry | None:
        """The lesson the cursor is on."""
        option = self.lessons.highlighted_option
        return next((entry for entry in self.shelf.entries if option and entry.id == option.id), None)

    def reword(self) -> None:
        """Say everything again in the interface language."""
        super().reword()
        self._show()

    def _show(self) -> None:
        """The list and everything around it, the cursor staying on its lesson."""
        before = self.chosen
        wanted = self.shelf.wanted(self.language)
        self.columns = library_text.columns(self.shelf.entries, self.protocols, self.language, self.tr)
        self.lessons.clear_options()
        self.lessons.add_options(Option(self._row(entry), id=entry.id) for entry in wanted)
        ids = [entry.id for entry in wanted]
        if ids:
            self.lessons.highlighted = ids.index(before.id) if before and before.id in ids else 0
        self.lessons.display = bool(ids)
        self.query_one("#columns", Static).update(library_text.column_heads(self.columns))
        self.query_one("#columns").display = bool(ids)
        nothing = self.query_one("#nothing", Static)
        nothing.display = not ids
        nothing.update(library_text.nothing(self.shelf, self.library.home.lessons, self.tr))
        self._show_surroundings()

    def _show_surroundings(self) -> None:
        self.query_one("#head", Static).update(library_text.head(self.shelf, self.lessons.option_count, self.tr))
        self.query_one(FlowBar).update(library_text.chips(self.shelf, self.language, self.tr))
        self.query_one("#folder", Static).update(library_text.folder(self.library.home.lessons, self.tr))
        self._show_details()

    def _show_details(self) -> None:
        entry = self.chosen
        self.query_one("#details").visible = entry is not None
        if entry is not None:
            lesson, problems = self.opened.get(entry.id), self.problems.get(entry.id, ())
            text = library_text.details(entry, lesson, problems, self.protocols, self.language, self.tr)
            self.query_one("#details-text", Static).update(text)
            self.query_one("#details").scroll_home(animate=False)

    def _row(self, entry: Entry) -> Row:
        broken = bool(self.problems.get(entry.id)) or not entry.readable
        return library_text.row(entry, self.columns, self.protocols, self.language, self.tr, broken=broken)

    def on_option_list_option_highlighted(self) -> None:
        """The details follow the cursor."""
        self._show_details()

    # Reading the lessons behind the list

    @work(thread=True, exclusive=True, group="reading")
    def _read_lessons(self) -> None:
        """Open every lesson while the teacher looks at the list: what is wrong, and what a search should find."""
        from textual.worker import get_current_worker

        worker = get_current_worker()
        for entry in list(self.shelf.entries):
            if worker.is_cancelled:
                return
            if entry.id not in self.opened and entry.id not in self.problems:
                lesson, problems = self.library.open(Path(entry.folder))
                self.app.call_from_thread(self._learn, entry, lesson, problems)

    def _learn(self, entry: Entry, lesson: Lesson | None, problems: Sequence[Problem]) -> None:
        if entry not in self.shelf.entries:  # the folders were read again meanwhile
            return
        if lesson is None:
            self.problems[entry.id] = problems
        else:
            self.opened[entry.id] = lesson
            self.shelf.learn(lesson)
        if self.is_mounted and entry.id in [option.id for option in self.lessons.options]:
            self.lessons.replace_option_prompt(entry.id, self._row(entry))
            if self.chosen == entry:
                self._show_details()

    def _with_chosen(self, then: Callable[[Lesson, Path], None]) -> None:
        """Do `then` with the chosen lesson and its folder, once it has been read; or say what is wrong with it."""
        entry = self.chosen
        if entry is not None:
            self._open(entry, then)

    @work(exclusive=True, group="opening")
    async def _open(self, entry: Entry, then: Callable[[Lesson, Path], None]) -> None:
        if entry.id not in self.opened and entry.id not in self.problems:
            import asyncio

            lesson, problems = await asyncio.to_thread(self.library.open, Path(entry.folder))
            self._learn(entry, lesson, problems)
        if self.app.screen is not self:  # the teacher has gone on meanwhile
            return
        if entry.id in self.opened:
            then(self.opened[entry.id], Path(entry.folder))
        else:
            from kit.screen.problems import ProblemsScreen

            title = entry.title(self.language)
            self.app.push_screen(ProblemsScreen(title, entry.id, self.problems.get(entry.id, ())))

    # What a teacher can do here

    def on_option_list_option_selected(self) -> None:
        """Enter, or a click on the lesson the cursor is on."""
        self.action_open()

    def action_open(self) -> None:
        """The plan of the chosen lesson."""
        self._with_chosen(self._open_plan)

    def _open_plan(self, lesson: Lesson, folder: Path) -> None:
        from kit.screen.planview import PlanScreen

        plan = PlanScreen(lesson, folder, self.print_desk, language=self.language, speak=self._speak)
        self.app.push_screen(plan)

    def action_choose(self) -> None:
        """Which lessons and protocols fit what the teacher has before her."""
        from kit.protocols.reading import by_language, names
        from kit.screen.choose import ChooseDialog

        editions = {name: by_language(name) for name in names()}
        known = {name: each.get(self.language) or next(iter(each.values())) for name, each in editions.items() if each}
        self.app.push_screen(ChooseDialog(list(self.opened.values()), known, language=self.language), self._go_to)

    def _go_to(self, lesson: str | None) -> None:
        """The plan of the lesson that was chosen, wherever it stands in the list."""
        entry = next((entry for entry in self.shelf.entries if entry.id == lesson), None)
        if entry is not None:
            self._open(entry, self._open_plan)

    def action_draft(self) -> None:
        """A lesson from an article."""
        from kit.screen.article_dialog import draft_from_article

        draft_from_article(self.app, self.library, self._drafted)

    def _drafted(self, folder: Path | None) -> None:
        """Once it is written it stands in the list, chosen."""
        if folder is not None:
            self.action_clear()
            self.action_reload()
            ids = [option.id for option in self.lessons.options]
            self.lessons.highlighted = ids.index(folder.name) if folder.name in ids else 0

    def action_start(self) -> None:
        """The chosen lesson on the wall."""
        from kit.screen.classroom import start_class

        self._with_chosen(lambda lesson, _folder: start_class(self.kit, lesson, language=self.language))

    def action_print(self) -> None:
        """What of the chosen lesson is to be printed."""
        self._with_chosen(lambda lesson, folder: self.print_desk.ask(self, lesson, folder, language=self.language))

    def action_open_prints(self) -> None:
        """What was printed last."""
        self.print_desk.open(self.tr)

    def action_stop_printing(self) -> None:
        """Print nothing more."""
        self.print_desk.stop(self)

    def action_lesson_language(self) -> None:
        """The next language for the lessons."""
        self._speak(next_of(LANGUAGES[1:], self.language, 1, LANGUAGES[0]))

    def action_theme(self) -> None:
        """The next theme, and after the last all of them."""
        filters = self.shelf.filters
        self._filter(replace(filters, theme=next_of(self.shelf.themes(), filters.theme, 1, "")))

    def action_spoken(self) -> None:
        """The next language the lessons must exist in."""
        filters = self.shelf.filters
        self._filter(replace(filters, language=next_of(self.shelf.languages(), filters.language, 1, "")))

    def action_minutes(self) -> None:
        """The next length the lessons must fit in."""
        filters = self.shelf.filters
        self._filter(replace(filters, minutes=next_of(self.shelf.minutes(), filters.minutes, 1, 0)))

    def action_clear(self) -> None:
        """Everything again."""
        self.query("#search").remove()
        self.lessons.focus()
        self._filter(Filters())

    def action_reload(self) -> None:
        """Read the folders again."""
        self.opened.clear()
        self.problems.clear()
        self.shelf.questions.clear()
        self.shelf.entries = self.library.entries()
        self._show()
        self._read_lessons()

    async def action_search(self) -> None:
        """Type words; the list follows every letter."""
        from textual.widgets import Input

        if not self.query("#search"):
            hint = self.tr("Title, question or theme")
            line = Input(self.shelf.filters.search, hint, id="search", select_on_focus=False)
            await self.mount(line, after="#chips")
            self.set_focus(line)
        else:
            self.set_focus(self.query_one("#search"))

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """While words are typed, the key of the search is a letter like any other."""
        return not (action == "search" and self.focused is not None and self.focused.id == "search")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another letter of the search."""
        self._filter(replace(self.shelf.filters, search=event.value))

    def on_input_submitted(self) -> None:
        """Enter: on to what was found."""
        self.lessons.focus()

    def on_key(self, event: Key) -> None:
        """From the search line, the arrow leads down into the list."""
        if event.key == "down" and self.focused is not None and self.focused.id == "search":
            self.lessons.focus()
            event.stop()

    def _filter(self, filters: Filters) -> None:
        if filters != self.shelf.filters:
            self.shelf.filters = filters
            self._show()

    def _speak(self, language: str) -> None:
        self.language = language
        self._show()

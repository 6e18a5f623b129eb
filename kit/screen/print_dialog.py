"""The print dialog: what to print, in which language, on which paper, into which folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.timer import Timer
from textual.widgets import Input, Static

from kit.paper.kinds import KINDS, PAGES, POSTER_PAGES
from kit.paper.printable import has, printable
from kit.paper.profiles import PROFILES
from kit.paper.region import usual_page
from kit.screen.dialogs import AnswerButton, Dialog
from kit.screen.printing import Order
from kit.screen.shelf import shown
from kit.screen.widgets.one_of import OneOf
from kit.words import LANGUAGE_NAMES

if TYPE_CHECKING:
    from kit.lesson.model import Lesson

EVERYTHING = "all"

MOST_PUPILS = 2000

AROUND = 10
"""Rows around the questions where there is no air: frame, title, what is wrong, button, keys."""

COUNTED_AFTER = 0.7
"""Seconds without another choice after which the sheets are counted: nobody waits for what is not wanted any more."""


class PrintDialog(Dialog[Order]):
    """Answers with an order, or None. Tab and the arrows move, Enter prints; nothing is remembered."""

    CSS_PATH = ["dialogs.tcss", "print_dialog.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "print", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    AUTO_FOCUS = "#kind"

    def __init__(
        self,
        lesson: Lesson,
        folder: Path,
        *,
        language: str,
        minutes: int | None = None,
        count: Callable[[Order, Callable[[str], None]], None] | None = None,
    ) -> None:
        """`folder` is the lesson's own; `minutes` the period its teacher guide plans for.

        `count` has the sheets of an order counted, and tells how far it is and what came of it.
        """
        super().__init__()
        self.lesson = lesson
        self.folder = folder
        self.language = language
        self.minutes = minutes
        self._count = count
        self._soon: Timer | None = None
        self._asked = 0

    def compose(self) -> ComposeResult:
        tr, lesson = self.tr, self.lesson
        title = shown(lesson.edition(self.language).title)
        kinds = [
            (EVERYTHING, tr("What the lesson needs")),
            *((kind.id, tr(kind.name)) for kind in printable(lesson)),
        ]
        languages = [(code, LANGUAGE_NAMES.get(code, code)) for code in lesson.languages]
        names = {"a4": "A4", "letter": "Letter", "a3": tr("A3 for signs")}
        pages = [(page, names[page]) for page in (POSTER_PAGES if has(lesson, "signs") else PAGES)]
        profiles = [(profile.id, tr(profile.name)) for profile in PROFILES.values()]
        with Vertical(classes="dialog dialog-wide"):
            yield Static(Content(tr("Print “{title}”", title=title)), classes="dialog--title")
            with VerticalScroll(classes="dialog--scroll", can_focus=False):
                for label, answer in (
                    (tr("What"), OneOf(kinds, EVERYTHING, id="kind")),
                    (tr("Language"), OneOf(languages, self.language, id="language")),
                    (tr("Paper"), OneOf(pages, usual_page(), id="page")),
                    (tr("Print size"), OneOf(profiles, "standard", id="profile")),
                ):
                    with Horizontal(classes="print--row"):
                        yield Static(Content(label), classes="print--label")
                        yield answer
                with Horizontal(classes="print--row"):
                    yield Static(Content(tr("Pupils")), classes="print--label")
                    yield Input(id="pupils", type="integer", max_length=4, compact=True, classes="print--number")
                    yield Static(Content(tr("of them in large print")), classes="print--between")
                    yield Input(id="large", type="integer", max_length=4, compact=True, classes="print--number")
                yield Static(id="sheets")
                with Horizontal(classes="print--row"):
                    yield Static(Content(tr("Folder")), classes="print--label")
                    yield Input(str(printing_folder()), id="folder", compact=True)
            yield Static(id="wrong")
            yield AnswerButton("print", tr("Print"))
            yield Static(Content(tr("Tab goes on, arrows choose, Enter prints, Esc goes back")), classes="dialog--keys")

    @on(Resize)
    def fit(self, event: Resize) -> None:
        """Without air between the questions where the terminal is not high; button and keys always have their room."""
        event.prevent_default()  # other dialogs are fitted otherwise
        height = self.size.height
        self.set_class(height < 36, "tight")
        self.set_class(height < 27, "low")
        self.query_one(".dialog--scroll").styles.max_height = max(3, height - (AROUND if height < 27 else AROUND + 3))

    def on_mount(self) -> None:
        """Say what the number of pupils is for."""
        self._count_soon()

    def on_input_submitted(self) -> None:
        """Enter in the folder's line prints as well."""
        self.action_print()

    def on_answer_button_chosen(self) -> None:
        """The button was pressed."""
        self.action_print()

    def on_input_changed(self, event: Input.Changed) -> None:
        """The number of pupils decides how many sheets it will be, the folder does not."""
        if event.input.id != "folder":
            self._count_soon()

    def on_one_of_changed(self) -> None:
        """Every answer may change the number of sheets."""
        self._count_soon()

    def _count_soon(self) -> None:
        """Count the sheets once nothing else is chosen for a moment; what was counted before does not hold any more."""
        if self._soon is not None:
            self._soon.stop()
        self._asked += 1
        asked, order = self._asked, self._order(Path())
        if order.pupils is None or order.large > order.pupils or self._count is None:
            self._show_sheets(self.tr("With the number of pupils, Kit counts the sheets before you print."))
            return
        count = self._count
        self._show_sheets(self.tr("Counting the sheets… {progress}", progress=""))

        def tell(text: str) -> None:
            if self.is_attached and asked == self._asked:
                self._show_sheets(text)

        self._soon = self.set_timer(COUNTED_AFTER, lambda: count(order, tell))

    def _show_sheets(self, text: str) -> None:
        self.query_one("#sheets", Static).update(Content(text.strip()))

    def action_print(self) -> None:
        """Order what was chosen, if the folder can be used."""
        tr = self.tr
        typed = self.query_one("#folder", Input).value.strip()
        folder = Path(typed).expanduser().absolute()
        if not typed or not can_hold_files(folder):
            self._refuse("folder", tr("Nothing can be written into this folder. Type another one."))
            return
        order = self._order(folder)
        if order.page not in PAGES and order.kind in KINDS and not KINDS[order.kind].poster:
            self._refuse("page", tr("Only signs come on A3."))
        elif order.large > (order.pupils or 0):
            self._refuse("large", tr("Of how many pupils? Large print is counted among them."))
        else:
            self.dismiss(order)

    def _order(self, folder: Path) -> Order:
        """What is chosen now, to be printed into `folder`."""
        value = {name: self.query_one(f"#{name}", OneOf).value for name in ("kind", "language", "page", "profile")}
        return Order(
            lesson=self.folder,
            kind=value["kind"],
            language=value["language"],
            page=value["page"],
            folder=folder,
            minutes=self.minutes,
            profile=value["profile"],
            pupils=self._number("pupils") or None,
            large=self._number("large"),
        )

    def _number(self, id: str) -> int:
        """The number in this line; 0 where nothing, or no number of pupils, stands there."""
        typed = self.query_one(f"#{id}", Input).value.strip()
        return min(int(typed), MOST_PUPILS) if typed.isascii() and typed.isdigit() else 0

    def _refuse(self, id: str, why: str) -> None:
        """Say what is wrong, and go to the line it is in."""
        wrong = self.query_one("#wrong", Static)
        wrong.update(Content(why))
        wrong.display = True
        self.query_one(f"#{id}").focus()


def printing_folder() -> Path:
    """Where handouts go unless the teacher says otherwise: “Kit” among her documents."""
    import platformdirs

    return platformdirs.user_documents_path() / "Kit"


def can_hold_files(folder: Path) -> bool:
    """Whether files can be written into `folder`, or it can be made; nothing is created to find out."""
    import os

    while not folder.exists():
        if folder == folder.parent:
            return False
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK)

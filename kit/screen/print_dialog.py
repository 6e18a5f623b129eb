"""The print dialog: what to print, in which language, on which paper, into which folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
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


class PrintDialog(Dialog[Order]):
    """Answers with an order, or None. Tab and the arrows move, Enter prints; nothing is remembered."""

    CSS_PATH = ["dialogs.tcss", "print_dialog.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "print", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    AUTO_FOCUS = "#kind"

    def __init__(self, lesson: Lesson, folder: Path, *, language: str, minutes: int | None = None) -> None:
        """`folder` is the lesson's own; `minutes` the period its teacher guide plans for."""
        super().__init__()
        self.lesson = lesson
        self.folder = folder
        self.language = language
        self.minutes = minutes

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
                with Horizontal(classes="print--row"):
                    yield Static(Content(tr("Folder")), classes="print--label")
                    yield Input(str(printing_folder()), id="folder", compact=True)
            yield Static(id="wrong")
            yield AnswerButton("print", tr("Print"))
            yield Static(Content(tr("Tab goes on, arrows choose, Enter prints, Esc goes back")), classes="dialog--keys")

    def on_resize(self) -> None:
        """Without air between the questions where the terminal is not high."""
        super().on_resize()
        self.set_class(self.size.height < 36, "tight")

    def on_input_submitted(self) -> None:
        """Enter in the folder's line prints as well."""
        self.action_print()

    def on_answer_button_chosen(self) -> None:
        """The button was pressed."""
        self.action_print()

    def action_print(self) -> None:
        """Order what was chosen, if the folder can be used."""
        tr = self.tr
        typed = self.query_one("#folder", Input).value.strip()
        folder = Path(typed).expanduser().absolute()
        if not typed or not can_hold_files(folder):
            self._refuse("folder", tr("Nothing can be written into this folder. Type another one."))
            return
        value = {name: self.query_one(f"#{name}", OneOf).value for name in ("kind", "language", "page", "profile")}
        if value["page"] not in PAGES and value["kind"] in KINDS and not KINDS[value["kind"]].poster:
            self._refuse("page", tr("Only signs come on A3."))
            return
        pupils, large = self._number("pupils"), self._number("large")
        if large > pupils:
            self._refuse("large", tr("Of how many pupils? Large print is counted among them."))
            return
        self.dismiss(
            Order(
                lesson=self.folder,
                kind=value["kind"],
                language=value["language"],
                page=value["page"],
                folder=folder,
                minutes=self.minutes,
                profile=value["profile"],
                pupils=pupils or None,
                large=large,
            )
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

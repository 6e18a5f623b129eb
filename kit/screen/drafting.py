"""The draft of a lesson: the article with its questions on the left, what would be written on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from kit.draft.listing import KIND
from kit.draft.propose import Draft
from kit.lesson.library import Library
from kit.lesson.plan import LONGEST, SHORTEST
from kit.screen.base import KitScreen
from kit.screen.keys import bindings
from kit.screen.layout import draft_lesson, draft_words
from kit.screen.layout.draft_article import ArticleRows, safe
from kit.screen.widgets.columns import Column, Row
from kit.screen.widgets.keybar import KeyBar
from kit.screen.widgets.prose import Prose
from kit.screen.widgets.rows_pane import Place, RowsPane
from kit.words.plain import printable

if TYPE_CHECKING:
    from kit.protocols.model import Protocol

STEP = 5
"""Minutes by which one key makes the lesson longer or shorter."""


class DraftScreen(KitScreen):
    """What Kit would make of an article. The teacher changes it; only her key writes it, into the folder of `library`.

    `name` is what the lesson's folder is to be called, made of the title where absent. `back` is told where the lesson
    lies when the teacher goes back to the screen she came from; without it, leaving the draft leaves Kit.
    """

    PLACE = "draft"
    CSS_PATH = "drafting.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("draft")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-usual"), (140, "-wide")]

    def __init__(
        self, draft: Draft, library: Library, *, name: str = "", back: Callable[[Path | None], None] | None = None
    ) -> None:
        super().__init__()
        self.draft = draft
        self.written = draft
        """The draft as it was proposed, or as it was written last: leaving it costs nothing."""
        self.library = library
        self.name_wanted = name
        self.back = back
        self.chosen = next((number for number, item in enumerate(draft.items) if item.accepted), 0)
        """The number of the question the keys are about, from 0."""
        self.folder: Path | None = None
        """Where the lesson was written."""
        self._article_rows = ArticleRows()

    def compose(self) -> ComposeResult:
        from kit.protocols.titles import titles

        self._titles = titles(self.library.cache)
        yield Static(id="head", markup=False)
        with Container(id="body"):
            yield RowsPane(self._article, id="article")
            yield RowsPane(self._lesson, id="lesson")
        yield Static(id="now", markup=False)
        yield KeyBar("draft")

    def on_mount(self) -> None:
        """Fill what was composed, before it is painted for the first time."""
        self._show()

    # What is shown

    def _article(self, width: int) -> tuple[Sequence[Content], Place | None]:
        page = self._article_rows.page(self.draft, self.chosen, width, self.tr)
        return page.rows, page.places.get(self.chosen)

    def _lesson(self, width: int) -> tuple[Sequence[Content], Place | None]:
        spoken = self.kit.interface
        named = {name: each.get(spoken) or next(iter(each.values()), name) for name, each in self._titles.items()}
        page = draft_lesson.page(self.draft, self.chosen, named, width, self.tr)
        return page.rows, page.places.get(self.chosen)

    def reword(self) -> None:
        """Say everything again in the interface language."""
        super().reword()
        self._show()

    def _show(self) -> None:
        """Everything anew, both sides at the chosen question."""
        tr = self.tr
        title = tr("Draft from {article}", article=safe(self.draft.article.name))
        count = len(draft_words.in_lesson(self.draft))
        told = tr.plural("{count} question in the lesson", "{count} questions in the lesson", count)
        columns = (Column(""), Column("", width=Content(told).cell_length, align="right"))
        cells = [Content.styled(title, "bold $primary"), Content(told)]
        self.query_one("#head", Static).update(Row(columns, cells, margin=0))
        self.query_one("#now", Static).update(Prose(draft_words.now(self.draft, self.chosen, tr)))
        for pane in self.query(RowsPane):
            pane.remake()

    def _change(self, draft: Draft) -> None:
        self.draft = draft
        self._show()

    # The chosen question

    def action_go(self, number: int) -> None:
        """Choose a question, in the article's order."""
        self.chosen = max(0, min(len(self.draft.items) - 1, number))
        self._show()

    def action_next_question(self) -> None:
        """The next question of the article."""
        self.action_go(self.chosen + 1)

    def action_previous_question(self) -> None:
        """The question before."""
        self.action_go(self.chosen - 1)

    def action_first_question(self) -> None:
        """The first question of the article."""
        self.action_go(0)

    def action_last_question(self) -> None:
        """The last question of the article."""
        self.action_go(len(self.draft.items) - 1)

    def action_page_down(self) -> None:
        """Read on in the article."""
        self.query_one("#article").scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Go back in the article."""
        self.query_one("#article").scroll_page_up(animate=False)

    def action_more(self) -> None:
        """Read on in the lesson, from its end back to its beginning."""
        pane = self.query_one("#lesson")
        if pane.scroll_offset.y >= pane.max_scroll_y:
            pane.scroll_home(animate=False)
        else:
            pane.scroll_page_down(animate=False)

    def action_accept(self) -> None:
        """Into the lesson, with the question it leans on, and with lines to read."""
        self._change(self._taken(self.draft, self.chosen))

    def _taken(self, draft: Draft, number: int) -> Draft:
        head = draft.items[number].question.follows
        if head is not None:
            on = next((n for n, item in enumerate(draft.items) if item.question.start == head), None)
            if on is not None and not draft.items[on].accepted:
                draft = draft.accept(on).with_passages(on)
        return draft.accept(number).with_passages(number)

    def action_drop(self) -> None:
        """Out of the lesson."""
        self._change(self.draft.drop(self.chosen))

    def action_relabel(self) -> None:
        """Another kind."""
        from kit.screen.dialogs import Item, Picker

        item = self.draft.items[self.chosen]
        items = [Item(kind, f"{draft_words.SIGN[kind]} {self.tr(name)}") for kind, name in KIND.items()]
        self.app.push_screen(
            Picker(self.tr("What kind of question is it?"), items, start=item.kind, numbered=False), self._relabelled
        )

    def _relabelled(self, answer: str | None) -> None:
        kind = next((known for known in draft_words.SIGN if known == answer), None)
        if kind is not None:
            changed = self.draft.relabel(self.chosen, kind)
            self._change(changed.with_passages(self.chosen) if changed.items[self.chosen].accepted else changed)

    def action_reword(self) -> None:
        """Other words for the class."""
        from kit.screen.text_dialog import TextDialog

        def wrong(text: str) -> str:
            return "" if text.strip() else self.tr("A question needs words; x leaves it out.")

        before = printable(self.draft.items[self.chosen].asks)

        def reworded(answer: str | None) -> None:
            if answer is not None and answer != before:
                self._change(self._taken(self.draft.reword(self.chosen, answer), self.chosen))

        heading = self.tr("The question, as the class will read it")
        self.app.push_screen(TextDialog(heading, "", wrong, before), reworded)

    def action_lines(self, number: int | None = None) -> None:
        """What the class reads for the question."""
        from kit.screen.lines_dialog import LinesDialog

        if number is not None:
            self.chosen = number
            self._show()
        draft = self.draft.with_passages(self.chosen)
        item = draft.items[self.chosen]
        if not item.passages:
            self._say(self.tr("Kit finds no passage that goes with this question."))
            return

        def chosen(answer: tuple[int, ...] | None) -> None:
            if answer is not None:
                self._change(draft.choose(self.chosen, answer))

        self.app.push_screen(LinesDialog(item.asks, item.passages, item.chosen), chosen)

    # The lesson

    def action_title(self) -> None:
        """Another title."""
        from kit.screen.text_dialog import TextDialog

        def wrong(text: str) -> str:
            return "" if text.strip() else self.tr("A lesson needs a title.")

        def titled(answer: str | None) -> None:
            if answer is not None:
                self._change(self.draft.with_title(answer))

        before = printable(" ".join(self.draft.title.split()))
        self.app.push_screen(TextDialog(self.tr("The title of the lesson"), "", wrong, before), titled)

    def action_longer(self) -> None:
        """Five minutes more."""
        self._change(self.draft.with_minutes(min(LONGEST, self.draft.minutes + STEP)))

    def action_shorter(self) -> None:
        """Five minutes less."""
        self._change(self.draft.with_minutes(max(SHORTEST, self.draft.minutes - STEP)))

    def action_protocol(self) -> None:
        """Which protocol the main question is discussed by, from the chooser."""
        from kit.draft.propose import askable, beside
        from kit.screen.choose import ChooseDialog, ForDraft

        available = self._protocols()
        situation = ForDraft(self.draft.minutes, beside(available))
        dialog = ChooseDialog([], askable(available), language=self.kit.interface, for_draft=situation)
        self.app.push_screen(dialog, self._protocol_chosen)

    def _protocol_chosen(self, answer: str | None) -> None:
        if answer is not None:
            self._change(self.draft.with_protocol(answer))

    def _protocols(self) -> dict[str, Protocol]:
        from kit.protocols.reading import by_language, names

        editions = {name: by_language(name) for name in names()}
        spoken = self.kit.interface
        return {name: each.get(spoken) or next(iter(each.values())) for name, each in editions.items() if each}

    # Writing and leaving

    def action_write(self) -> None:
        """Ask for the lesson's name, and write it there."""
        from kit.screen.draft_writing import write

        write(self)

    def leave(self) -> None:
        """Leave Kit; ask first where something would be lost."""
        from kit.screen.draft_writing import unless_lost

        if self.draft == self.written and self.folder is None:
            self.kit.last_words = self.tr("Nothing has been written.")
        unless_lost(self, lambda: self.app.exit(0))

    def action_back(self) -> None:
        """Back to the screen the draft was opened from."""
        from kit.screen.draft_writing import unless_lost

        back = self.back
        if back is None:
            self.leave()
        else:
            unless_lost(self, lambda: (self.app.pop_screen(), back(self.folder)))

    def _say(self, sentence: str) -> None:
        from kit.screen.notice import Notice

        self.app.push_screen(Notice(self.tr("Draft"), sentence))

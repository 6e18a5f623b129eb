"""Which lines the class reads for a question: the passages that fit best, any of them to be taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from kit.screen.dialogs import Dialog
from kit.screen.layout.draft_article import safe
from kit.screen.layout.draft_words import IN, OUT
from kit.screen.widgets.options import Options
from kit.screen.widgets.prose import Prose

if TYPE_CHECKING:
    from kit.draft.excerpts import Passage


class LinesDialog(Dialog[tuple[int, ...]]):
    """Answers with the numbers of the passages, from 0; Enter or a click takes one and gives it back."""

    CSS_PATH = ["dialogs.tcss", "drafting.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "take", show=False),
        Binding("w,tab", "keep", show=False),
    ]
    AUTO_FOCUS = "OptionList"

    def __init__(self, question: str, passages: Sequence[Passage], chosen: Sequence[int]) -> None:
        """`passages` are shown best first."""
        super().__init__()
        self.question = question
        self.passages = passages
        self.chosen = set(chosen)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog dialog-wide"):
            yield Static(Prose([Content(safe(self.question))]), classes="dialog--title")
            yield Options(*(Option(self._row(number)) for number in range(len(self.passages))))
            yield Static(
                Content(self.tr("Enter takes a passage or gives it back · w keeps the choice · Esc changes nothing")),
                classes="dialog--keys",
            )

    def on_mount(self) -> None:
        self.query_one(OptionList).highlighted = 0

    def on_option_list_option_selected(self) -> None:
        """Enter, or a click."""
        self.action_take()

    def action_take(self) -> None:
        """Take the passage under the cursor, or give it back."""
        listed = self.query_one(OptionList)
        if listed.highlighted is not None:
            self.chosen ^= {listed.highlighted}
            listed.replace_option_prompt_at_index(listed.highlighted, self._row(listed.highlighted))

    def action_keep(self) -> None:
        """The choice is made."""
        self.dismiss(tuple(sorted(self.chosen)))

    def _row(self, number: int) -> Prose:
        taken = number in self.chosen
        mark = f"{IN if taken else OUT} {number + 1}. "
        return Prose([Content.assemble((mark, "bold"), safe(self.passages[number].text).strip())])

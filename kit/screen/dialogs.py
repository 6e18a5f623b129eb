"""Questions on the screen: yes or no, and one out of a list."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click, Key
from textual.message import Message
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from kit.screen.widgets.options import Options
from kit.screen.widgets.prose import Prose
from kit.session.number_row import number
from kit.words import Words

if TYPE_CHECKING:
    from kit.screen.app import KitApp

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """Something that stands over a screen until it is answered; Escape leaves it without an answer."""

    CSS_PATH: ClassVar[str | list[str | PurePath]] = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]

    @property
    def kit(self) -> KitApp:
        """The application, by its own type."""
        return cast("KitApp", self.app)

    @property
    def tr(self) -> Words:
        """The words of the interface language."""
        return self.kit.tr

    def action_cancel(self) -> None:
        self.dismiss(None)

    def on_resize(self) -> None:
        """Leave room for title and keys, however long the middle is."""
        low = self.size.height < 24
        self.set_class(low, "low")
        for middle in self.query(".dialog--scroll, OptionList"):
            middle.styles.max_height = max(3, self.size.height - (7 if low else 9))


class AnswerButton(Static, can_focus=True):
    """A button: Enter, Space and a click choose it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "choose", show=False),
        Binding("left,up", "app.focus_previous", show=False),
        Binding("right,down", "app.focus_next", show=False),
    ]
    ALLOW_SELECT = False

    @dataclass
    class Chosen(Message):
        """An answer was given."""

        value: str

    def __init__(self, value: str, label: str) -> None:
        super().__init__(Content(label), id=f"answer-{value}")
        self.value = value
        self.label = label

    def action_choose(self) -> None:
        self.post_message(self.Chosen(self.value))

    def on_click(self, event: Click) -> None:
        event.stop()
        self.action_choose()


ANSWER_FRAME = 7
"""Columns an answer takes besides its words: its frame, the air in it, and the gap to the next."""


def stack(answers: Widget, labels: Sequence[str], columns: int) -> None:
    """Put answers one beneath the other where a terminal of so many `columns` has no room for them side by side."""
    needed = sum(cell_len(label) + ANSWER_FRAME for label in labels)
    answers.set_class(needed > min(72, columns) - 8, "stacked")


class Ask(Dialog[bool]):
    """A yes-or-no question; the careful answer has the focus, and a clicker cannot give the other one."""

    def __init__(
        self,
        title: str,
        text: str,
        *,
        yes: str,
        no: str,
        other: tuple[str, Callable[[], None]] | None = None,
        more: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        super().__init__()
        self.heading = title
        self.text = text
        further = (("other", other), ("yes", (yes, lambda: None)), ("more", more))
        given = {name: answer for name, answer in further if answer is not None}
        self.labels = {"no": no, **{name: label for name, (label, _) in given.items()}}
        self.does = {name: does for name, (_, does) in given.items()}
        """What `other` and `more` do: answers before and after yes, with which the question itself is answered no."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content(self.heading), classes="dialog--title")
            yield Static(Prose([Content(self.text)]), classes="dialog--text")
            with Horizontal(classes="dialog--answers"):
                for value, label in self.labels.items():
                    yield AnswerButton(value, label)

    def on_mount(self) -> None:
        self.query_one("#answer-no").focus()

    def on_resize(self) -> None:
        super().on_resize()
        stack(self.query_one(".dialog--answers"), list(self.labels.values()), self.size.width)

    def on_answer_button_chosen(self, message: AnswerButton.Chosen) -> None:
        self.dismiss(message.value == "yes")
        if message.value in self.does:
            self.does[message.value]()


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a `Picker`."""

    id: str
    label: str
    aside: str = ""
    """Shown at the end of the row: minutes, a key."""
    also: str = ""
    """Words it is found by besides those of its label."""


class Picker(Dialog[str]):
    """One out of a list: by arrows, by typing its number or part of its words, by mouse.

    Where the labels are `numbered`, a typed number means the first number of a label (step 6, seat 14, 25 min), not the
    place in the list. A number no label has chooses nothing, unless `between` makes a row of it: the list need not
    show every number there is. Long labels want the `wide` dialog.
    """

    def __init__(
        self,
        title: str,
        items: Sequence[Item],
        *,
        start: str = "",
        typed: str = "",
        numbered: bool = True,
        between: Callable[[int], Item | None] = lambda _number: None,
        wide: bool = False,
    ) -> None:
        super().__init__()
        self.numbered = numbered
        self.between = between
        self.columns = 88 if wide else 72
        self.heading = title
        self.items = items
        self.start = start
        self.typed = typed

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog dialog-wide" if self.columns > 72 else "dialog"):
            yield Static(Content(self.heading), classes="dialog--title")
            yield Options()
            yield Static(classes="dialog--keys")

    def on_mount(self) -> None:
        self._show()
        self.query_one(OptionList).focus()

    def on_resize(self) -> None:
        super().on_resize()
        self._show()

    def on_key(self, event: Key) -> None:
        if event.key == "backspace":
            self.typed = self.typed[:-1]
        elif event.character and event.is_printable:
            self.typed += event.character
        else:
            return
        event.stop()
        self._show()

    def type(self, text: str) -> None:
        """Take `text` as if it had been typed here."""
        self.typed += text
        if self.is_mounted:
            self._show()

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        self.dismiss(message.option.id)

    def _show(self) -> None:
        listed = self.query_one(OptionList)
        found = list(self.items)
        wanted_number = number(self.typed) if self.numbered else ""
        if self.typed and not wanted_number:
            wanted = plain(self.typed)
            found = [item for item in self.items if wanted in plain(f"{item.label} {item.also}")]
        named = self._named(int(wanted_number)) if wanted_number else None
        if wanted_number and named not in found:
            found = [named] if named is not None else []
        width = max(20, min(self.columns, self.size.width) - 12)
        listed.clear_options()
        listed.add_options(Option(_row(item, width), id=item.id) for item in found)
        self.query_one(".dialog--keys", Static).update(Prose([Content(self._hint(len(found)))]))
        if not found:
            return
        ids = [item.id for item in found]
        wanted_id = named.id if named is not None else self.start
        listed.highlighted = ids.index(wanted_id) if wanted_id in ids else 0

    def _named(self, wanted: int) -> Item | None:
        """What a typed number means: the row with that number, or one made for it."""
        return next((item for item in self.items if _number(item.label) == wanted), None) or self.between(wanted)

    def _hint(self, found: int) -> str:
        typed = (number(self.typed) if self.numbered else "") or self.typed
        if not found:
            return self.tr("Nothing here is called “{typed}”. Backspace takes letters away.", typed=typed)
        if self.typed:
            return self.tr("Typed: {typed} · Enter chooses · Esc goes back", typed=typed)
        if self.numbered or any(item.label[:1].isdecimal() for item in self.items):
            return self.tr("Type a number or a word · Enter chooses · Esc goes back")
        return self.tr("Type a word · Enter chooses · Esc goes back")


def _number(label: str) -> int | None:
    found = re.search(r"\d+", label)
    return int(found[0]) if found else None


def _row(item: Item, width: int) -> Content:
    label = Content(item.label)
    if not item.aside:
        return label
    aside = Content(item.aside)
    room = width - aside.cell_length - 2
    return Content.assemble(label.truncate(max(8, room), ellipsis=True, pad=True), "  ", aside)


def plain(text: str) -> str:
    """`text` without accents and in one case, to find it however it was typed."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))

"""What fits today: a teacher says what she has before her, and lessons and protocols are ranked, each with why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from kit.lesson import chooser
from kit.lesson.chooser import Choice, Situation
from kit.screen.dialogs import Dialog
from kit.screen.shelf import shown
from kit.screen.widgets.one_of import OneOf
from kit.screen.widgets.options import Options
from kit.screen.widgets.prose import Prose
from kit.words import say

if TYPE_CHECKING:
    from textual.events import Key, Resize

    from kit.lesson.model import Lesson
    from kit.protocols.model import Protocol, Suits

MINUTES = ("10", "25", "35", "50", "75", "90")
USUAL = "50"
ANY = ""


@dataclass(frozen=True, slots=True)
class ForDraft:
    """What is known of a lesson that a protocol is chosen for, in minutes."""

    minutes: int
    """The length of the period."""
    beside: int
    """What the opening and the exit ticket take of it."""


class ChooseDialog(Dialog[str]):
    """Answers with the id of a lesson, or None. The arrows change what is asked, and the list follows at once.

    With `for_draft` it answers with the id of a protocol instead: the one that such a lesson is made with.
    """

    CSS_PATH = ["dialogs.tcss", "choose.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    AUTO_FOCUS = "#minutes"

    def __init__(
        self,
        lessons: Sequence[Lesson],
        protocols: Mapping[str, Protocol],
        *,
        language: str,
        for_draft: ForDraft | None = None,
    ) -> None:
        """`lessons` are those that can be held, `protocols` all there are, in the `language` they are shown in."""
        super().__init__()
        self.lessons = {lesson.id: lesson for lesson in lessons}
        self.protocols = protocols
        self.language = language
        self.for_draft = for_draft
        self._first: int | None = None
        """Where the first lesson stands in the list."""

    def compose(self) -> ComposeResult:
        tr = self.tr
        usual = str(self.for_draft.minutes) if self.for_draft else USUAL
        questions: list[tuple[str, str, list[tuple[str, str]]]] = [
            ("minutes", tr("Minutes"), [(minutes, minutes) for minutes in sorted({*MINUTES, usual}, key=int)]),
            (
                "class",
                tr("Class"),
                [(ANY, tr("any")), ("quiet-class", tr("quiet")), ("talkative-class", tr("talkative"))],
            ),
            ("space", tr("Room"), [(ANY, tr("space to move")), ("no-space", tr("rows only"))]),
            ("printer", tr("Printer"), [(ANY, tr("yes")), ("no-printer", tr("no"))]),
            ("language", tr("Language class"), [(ANY, tr("no")), ("language-class", tr("yes"))]),
            ("topic", tr("Hot topic"), [(ANY, tr("no")), ("hot-topic", tr("yes"))]),
        ]
        with Vertical(classes="dialog dialog-wide"):
            yield Static(Content(tr("What fits today?")), classes="dialog--title")
            for name, label, options in questions:
                with Horizontal(classes="choose--row"):
                    yield Static(Content(label), classes="choose--label")
                    yield OneOf(options, usual if name == "minutes" else ANY, id=name)
            yield Options()
            yield Static(
                Content(
                    tr("Arrows choose · Enter takes the protocol · Esc goes back")
                    if self.for_draft
                    else tr("Arrows choose · Enter shows the lesson's plan · Esc goes back")
                ),
                classes="dialog--keys",
            )

    def on_mount(self) -> None:
        self._rank()

    def on_resize(self, event: Resize) -> None:  # type: ignore[override]
        """The questions take their lines first; the list has the rest."""
        event.prevent_default()  # or the dialog's own handler would come after this one
        low = self.size.height < 24
        self.set_class(low, "low")
        self.query_one(OptionList).styles.max_height = max(3, self.size.height - (13 if low else 18))

    def on_one_of_changed(self) -> None:
        """Another answer: another list."""
        self._rank()

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Enter or a click on a lesson."""
        self.dismiss(message.option.id)

    def on_key(self, event: Key) -> None:
        """The arrow leads from the first row of the list back up to the questions, and Enter takes the marked row."""
        listed = self.query_one(OptionList)
        if event.key == "enter" and not listed.has_focus:
            listed.action_select()
            event.stop()
        if event.key == "up" and listed.has_focus and listed.highlighted in (None, self._first):
            self.query_one("#topic").focus()
            event.prevent_default()
            event.stop()

    @property
    def situation(self) -> Situation:
        """What has been answered so far."""
        names = ("class", "space", "printer", "language", "topic")
        answers = {self.query_one(f"#{name}", OneOf).value for name in names} - {ANY}
        needs: frozenset[Suits] = frozenset(need for need in chooser.NEEDS if need in answers)
        return Situation(minutes=int(self.query_one("#minutes", OneOf).value), needs=needs)

    def _rank(self) -> None:
        situation = self.situation
        if self.for_draft is not None:
            self._rank_protocols(replace(situation, minutes=max(1, situation.minutes - self.for_draft.beside)))
            return
        lessons = chooser.lessons(self.lessons.values(), situation)
        protocols = chooser.protocols(self.protocols, situation)
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_option(self._heading(self.tr("Lessons") if lessons else self.tr("No lesson fits.")))
        for choice in lessons:
            title = self.lessons[choice.id].edition(self.language).title
            listed.add_option(Option(self._row(title, choice), id=choice.id))
        listed.add_option(self._heading(self.tr("Protocols") if protocols else self.tr("No protocol fits.")))
        for choice in protocols:
            # A protocol is for the teacher's own lesson: there is nothing to open behind it.
            listed.add_option(Option(self._row(self.protocols[choice.id].title, choice), disabled=True))
        self._first = 1 if lessons else None
        listed.highlighted = self._first

    def _rank_protocols(self, situation: Situation) -> None:
        """Protocols alone, each of which can be taken."""
        protocols = chooser.protocols(self.protocols, situation)
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_option(self._heading(self.tr("Protocols") if protocols else self.tr("No protocol fits.")))
        for choice in protocols:
            listed.add_option(Option(self._row(self.protocols[choice.id].title, choice), id=choice.id))
        self._first = 1 if protocols else None
        listed.highlighted = self._first

    def _heading(self, text: str) -> Option:
        return Option(Content(text).stylize("bold $accent"), disabled=True)

    def _row(self, title: str, choice: Choice) -> Prose:
        reasons = " · ".join(say(self.tr, reason) for reason in choice.reasons)
        return Prose([Content.assemble((shown(title), "bold"), "  ", (reasons, ""))])

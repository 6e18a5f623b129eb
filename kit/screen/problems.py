"""What is wrong with a lesson, as sentences with their places: shown instead of a lesson that cannot be used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from kit.files.problems import Problem
from kit.screen.dialogs import Dialog
from kit.screen.shelf import shown
from kit.screen.widgets.prose import Prose
from kit.words import Words, say


class ProblemsScreen(Dialog[None]):
    """Every error of one lesson; Escape and Enter go back."""

    CSS_PATH = ["dialogs.tcss", "problems.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,q", "cancel", show=False)]

    def __init__(self, title: str, name: str, problems: Sequence[Problem]) -> None:
        """`title` and `name` (that of its folder) are the lesson's."""
        super().__init__()
        self.heading = title
        self.folder = name
        self.problems = [problem for problem in problems if problem.is_error] or list(problems)

    def compose(self) -> ComposeResult:
        tr = self.tr
        title, hint = self.told()
        with Vertical(classes="dialog dialog-wide"):
            yield Static(Prose([Content(title)]), classes="dialog--title")
            with VerticalScroll(classes="dialog--scroll"):
                for problem in self.problems:
                    yield Static(Prose([sentence(problem, tr)]), classes="problem")
            yield Static(Prose([Content(hint)]), classes="dialog--keys")

    def told(self) -> tuple[str, str]:
        """What stands above the problems, and what to do about them."""
        tr = self.tr
        return tr("“{title}” cannot be used yet", title=shown(self.heading)), tr(
            "Mend the file and press r in the library. In the shell, “kit check {name}” says the same.",
            name=shown(self.folder),
        )

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()


class RemarksScreen(ProblemsScreen):
    """What there is to look at in a lesson that can be used."""

    def told(self) -> tuple[str, str]:
        """How many there are, and what says the same later."""
        tr = self.tr
        if not self.problems:
            return tr("Nothing to object to."), tr("Esc goes back")
        title = tr.plural("{count} thing to look at", "{count} things to look at", len(self.problems))
        return title, tr("Esc goes back. In the shell, “kit check {name}” says the same.", name=shown(self.folder))


def sentence(problem: Problem, tr: Words) -> Content:
    """Where it is, what is wrong, and what to write instead."""
    place = problem.place
    where = tr("{file}, line {line}", file=shown(place.file.name), line=place.line)
    parts: list[str | tuple[str, str]] = [
        (tr("{name}: {value}", name=where, value=""), "$accent"),
        shown(say(tr, problem.what)),
    ]
    if problem.instead is not None:
        parts.append(f" {shown(say(tr, problem.instead))}")
    return Content.assemble(*parts)

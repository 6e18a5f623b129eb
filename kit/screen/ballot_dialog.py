"""Typing ballots at the desk: one after another, each answered at once; never on the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from kit.screen.dialogs import Dialog
from kit.screen.layout.rows import ours
from kit.screen.layout.vote import short_names, sign_of
from kit.screen.widgets.prose import Prose
from kit.session.ballot_text import example, read_ballot
from kit.session.codes import codes
from kit.session.votes import BallotRemoved, BallotTyped, Vote
from kit.words import Message, say

if TYPE_CHECKING:
    from kit.session.room import Room
    from kit.session.vote_words import Wording


class BallotDialog(Dialog[None]):
    """A line for the next ballot, and what became of the last one."""

    CSS_PATH = ["dialogs.tcss", "ballot_dialog.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]
    AUTO_FOCUS = "#ballot"

    def __init__(self, room: Room, said: Wording) -> None:
        super().__init__()
        self.room = room
        self.said = said

    @property
    def vote(self) -> Vote:
        """The vote as it stands."""
        vote = self.room.state.votes.vote
        assert vote is not None
        return vote

    @property
    def known(self) -> tuple[str, ...]:
        """The codes on the ballots of this vote."""
        return codes(self.room.state.lesson.id, self.vote.lesson_step)

    @property
    def lines(self) -> frozenset[int]:
        """The numbers of the lesson's lines."""
        return frozenset(line.number for line in self.room.state.lesson.lines)

    def compose(self) -> ComposeResult:
        tr = self.tr
        with Vertical(classes="dialog"):
            yield Static(Content(tr("Type ballots")), classes="dialog--title")
            yield Static(self._key(), classes="dialog--text")
            shown = tr("code, first vote, second vote, line: {example}", example=example(self.known, self.lines))
            yield Input(placeholder=shown, id="ballot", compact=True)
            yield Static(id="answer")
            taken_out = tr("A minus stands for a missing part · {code}- takes a ballot out", code=self.known[0])
            yield Static(
                Prose([Content(" · ".join([taken_out, tr("Esc goes back")]))]),
                classes="dialog--keys",
            )

    def on_mount(self) -> None:
        self._answer(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the ballot, or say what is wrong with it and leave it to be mended."""
        event.stop()
        read = read_ballot(event.value, self.vote, self.said.labels, self.known, self.lines)
        if isinstance(read, BallotTyped | BallotRemoved):
            self.room.do(read)
            event.input.value = ""
        else:
            event.input.select_all()  # the next stub is typed over what was refused
        self._answer(read)

    def _answer(self, read: BallotTyped | BallotRemoved | Message | None) -> None:
        tr = self.tr
        if isinstance(read, Message):
            said = Content.styled(f"▲ {say(tr, read)}", "bold $error")
        else:
            count = tr.plural("{count} ballot typed", "{count} ballots typed", len(self.vote.ballots))
            last = f"✓ {read.code} · " if isinstance(read, BallotTyped) else ""
            said = Content.styled(last + count, "bold $primary")
        self.query_one("#answer", Static).update(Prose([said]))

    def _key(self) -> Content:
        """What is typed for each option."""
        parts = []
        for index, (option, label) in enumerate(zip(self.vote.options, short_names(self.said.labels), strict=True)):
            sign = sign_of(self.vote.kind, option, index)
            parts.append(Content.assemble((f"{index + 1} ", "bold $primary"), f"{sign} ", ours(label)))
        return Content("   ").join(parts)

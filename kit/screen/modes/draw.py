"""Draws: who speaks next, who may pass, groups and jigsaws, all from a code word that the class chooses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from kit.screen.actions import Place
from kit.screen.modes.mode import Mode
from kit.session import calling
from kit.session.drawn import CodeChosen, Drawn, Drew, Mixed, PassTaken
from kit.session.draws import code_word
from kit.session.events import View
from kit.session.grouping import TooFewError
from kit.words import Message, say

if TYPE_CHECKING:
    from kit.screen.dialogs import Item
    from kit.session.draw_record import DrawKind
    from kit.session.draws import Seat
    from kit.session.grouping import Leftovers

SIZES = range(2, 9)
"""How large groups can be, and into how many texts a jigsaw can be cut."""

USUAL_SIZE = 4

ROLES = "roles:"
"""Before the size of groups that take nobody more."""


class DrawMode(Mode):
    """The keys of the draws, the same on the wall and at the desk."""

    PLACE: ClassVar[Place] = "draw"
    VIEW: ClassVar[View] = "draw"

    @property
    def drawn(self) -> Drawn:
        """The draws as they stand."""
        return self.state.drawn

    @property
    def code(self) -> str:
        """The class's code word; where it has chosen none, the day and the lesson."""
        return self.drawn.code or calling.default_code(self.state.lesson.id, self.state.opened)

    @property
    def present(self) -> tuple[Seat, ...]:
        """The seats that are taken today: those of the class list where there is one, else all that are not away."""
        listed = self.host.class_list
        if listed is None:
            return self.state.talk.present
        return tuple(seat for seat in listed.seats if seat not in self.state.talk.absent)

    # Who speaks

    def action_pick(self) -> None:
        if not self.present:
            self.host.remark(self.tr("Every seat is empty: there is nobody to draw."))
            return
        self.room.do(Drew(draw=calling.next_pick(self.drawn, self.code, self.present)))

    def action_passes(self) -> None:
        last = self.drawn.last
        try:
            if last is None or last.kind != "pick":
                raise calling.NothingCalledError
            self.room.do(PassTaken(draw=calling.pass_on(self.drawn, last.code)))
        except calling.NothingCalledError:
            self.host.remark(self.tr("Nobody has been called yet."))
        except calling.NoPassError as error:
            self.host.remark(self.tr("Seat {seat} has passed before: everybody may pass once.", seat=error.seat))

    # Groups

    def action_groups(self) -> None:
        """Groups of one size or one more; or of one size exactly, and who is over gets a role."""
        from kit.screen.dialogs import Item

        joined = [Item(f"{n}", self.tr("{size}, or one more", size=n)) for n in SIZES]
        exact = [
            Item(f"{ROLES}{n}", self.tr("{size}, and anyone left over keeps time or observes", size=n)) for n in SIZES
        ]

        def deal(answer: str) -> None:
            self._deal("groups", int(answer.removeprefix(ROLES)), "roles" if answer.startswith(ROLES) else "join")

        self._ask(self.tr("How many in a group?"), [*joined, *exact], deal)

    def action_jigsaw(self) -> None:
        from kit.screen.dialogs import Item

        items = [Item(f"{n}", f"{n}") for n in SIZES]
        self._ask(self.tr("How many texts?"), items, lambda answer: self._deal("jigsaw", int(answer)))

    def _ask(self, title: str, items: Sequence[Item], chosen: Callable[[str], None]) -> None:
        from kit.screen.dialogs import Picker

        def answered(answer: str | None) -> None:
            if answer is not None:
                chosen(answer)

        self.host.app.push_screen(Picker(title, items, start=str(USUAL_SIZE), numbered=False), answered)

    def _deal(self, kind: DrawKind, count: int, leftovers: Leftovers = "join") -> None:
        listed = self.host.class_list
        wishes = listed.wishes if listed is not None else ()
        try:
            draw = calling.groups(self.drawn, kind, self.code, self.present, count, wishes, leftovers)
        except TooFewError as error:
            told = self.tr(
                "That takes {least} seats at least, and there are {seats}.", least=error.least, seats=error.seats
            )
            self.host.remark(told)
            return
        self.room.do(Drew(draw=draw))

    def action_mix(self) -> None:
        last = self.drawn.last
        if last is None or last.kind != "jigsaw":
            self.host.remark(self.tr("There is no jigsaw to mix: j deals one."))
            return
        self.room.do(Mixed(home=not self.drawn.home))

    # The code word

    def action_code(self) -> None:
        """Typed at the desk; on the wall, where nothing is typed, the words of a line the class has called."""
        if self.private:
            from kit.screen.text_dialog import TextDialog

            title, hint = self.tr("The class's code word"), self.tr("A word or a few: let the class choose it.")
            self.host.app.push_screen(TextDialog(title, hint, self._wrong_code), self._choose_code)
            return
        from kit.screen.dialogs import Item, Picker

        codes = {line.number: calling.code_of_line(line.text) for line in self.state.lesson.lines}
        items = [Item(code, f"{number:>3}  {code}") for number, code in codes.items()]
        title = self.tr("A code word: the words of a line the class chooses")
        self.host.app.push_screen(Picker(title, items, wide=True), self._choose_code)

    def _wrong_code(self, typed: str) -> str:
        """Why this can be no code word; "" where it can."""
        from kit.session.holding import judged_code

        judged = judged_code(typed, self.host.class_list)
        return say(self.tr, judged) if isinstance(judged, Message) else ""

    def _choose_code(self, code: str | None) -> None:
        if code is not None:
            self.room.do(CodeChosen(code=code_word(code)))

    # The record

    def action_record(self) -> None:
        """Write the draw that is shown into a file of the folder Kit was started in."""
        if not self.private:
            self.host.remark(self.tr("Draws are saved at the desk: kit desk."))
            return
        last = self.drawn.last
        if last is None:
            self.host.remark(self.tr("Nothing has been drawn yet."))
            return
        from pathlib import Path

        from kit.files.writing import write_whole
        from kit.session.draw_text import as_text

        path = Path(f"draw-{self.state.lesson.id}-{len(self.drawn.draws)}.txt")
        try:
            write_whole(path, as_text(last, self.tr))
        except OSError as error:
            reason = error.strerror or str(error)
            self.host.remark(self.tr("{path} cannot be written: {reason}.", path=path, reason=reason))
        else:
            self.host.remark(self.tr("Saved as {path}: kit draw --verify checks it.", path=path))

    # What is painted

    def desk_rows(self, width: int, rows: int) -> list[Content]:
        from kit.screen.layout.draw import desk_rows
        from kit.session.drawn import public

        return desk_rows(public(self.drawn), self.code, self.host.names, width - 1, rows, self.tr)

"""Talk: one key a speaker, on the wall and at the desk; what it tells of anybody is painted at the desk only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.content import Content
from textual.events import Key
from textual.timer import Timer

from kit.screen.actions import Place
from kit.screen.modes.chairs import rearranged
from kit.screen.modes.mode import Mode
from kit.screen.modes.talk_prompts import Asking, prompt, prompt_row
from kit.session.events import View
from kit.session.number_row import digit
from kit.session.seats import SEAT_KEYS, TEACHER, SeatPlan, hints, sound, spots
from kit.session.turns import (
    KeysShown,
    Move,
    RoomArranged,
    SeatMarked,
    SideTaken,
    Talk,
    TurnBegan,
    TurnEnded,
    TurnPassed,
    TurnTagged,
)

if TYPE_CHECKING:
    from kit.screen.teaching import TeachingScreen

SIDES: tuple[Literal["for", "against", "undecided", ""], ...] = ("for", "against", "undecided", "")
"""The order in which a seat's key goes round the sides; the last is none."""

LONGEST_NUMBER = 3
"""Digits of a line number."""


class TalkMode(Mode):
    """The keys of the talk: seats give the floor, a few others say what a turn did."""

    PLACE: ClassVar[Place] = "talk"
    VIEW: ClassVar[View] = "talk"

    def __init__(self, host: TeachingScreen) -> None:
        super().__init__(host)
        self.asking: Asking = ""
        self.begun_keys = ""
        """The first of the two keys of a seat, once it is pressed."""
        self.number = ""
        """What has been typed of a line number."""
        self.draft: SeatPlan | None = None
        """The chairs while they are being arranged."""
        self._seconds: Timer | None = None

    def enter(self) -> None:
        super().enter()
        if self.private:
            self._seconds = self.host.set_interval(1.0, self._second)

    def leave(self) -> None:
        if self._seconds is not None:
            self._seconds.stop()
        super().leave()

    def _second(self) -> None:
        """Somebody's seconds, or those of a silence, have grown."""
        if self.talk.floor is not None or self.talk.quiet_since is not None:
            self.host.changed()

    @property
    def talk(self) -> Talk:
        """The talk as it stands."""
        return self.state.talk

    @property
    def plan(self) -> SeatPlan:
        """The chairs as they stand, or as they are being arranged."""
        return self.draft or self.talk.plan

    @property
    def hints(self) -> Mapping[int, str]:
        """The keys of the seats now: an empty chair has one only while attendance is taken."""
        return hints(self.plan, () if self.asking == "attendance" else self.talk.absent)

    @property
    def names(self) -> Mapping[int, str]:
        """Who sits where, where a class list is in use; never on the wall."""
        listed = self.host.class_list if self.private else None
        return {pupil.seat: pupil.first or pupil.name for pupil in listed.pupils} if listed is not None else {}

    @property
    def _step(self) -> str:
        return self.state.course.step.id

    # Keys

    def take(self, event: Key) -> bool:
        """The answer to a question first, then a seat, then what the registry says."""
        key = digit(event.character) or event.key
        if self.asking and self._answer(key):
            return True
        if key in SEAT_KEYS or self.begun_keys:
            return self._seat_key(key)
        return super().take(event)

    def act(self, name: str) -> None:
        """An action, or what a click means: ``seat 12``, ``keys f`` where only the keys are known, ``press left``."""
        kind, _, value = name.partition(" ")
        if kind == "seat" and value:
            self._choose(int(value))
        elif kind == "keys" and value:
            self._choose_keys(value)
        elif kind == "press" and value:
            self._answer(value)
        else:
            super().act(name)
            return
        self.host.changed()

    def _answer(self, key: str) -> bool:
        if key in ("enter", "comma", "escape"):
            self._finish(kept=key != "escape")
            return True
        if self.asking == "line":
            return self._digit(key)
        if self.asking == "chairs":
            return self._arrange(key)
        if self.asking == "sides" and key == "equals_sign":
            self._halve()
            return True
        return False

    def _finish(self, *, kept: bool) -> None:
        if self.asking == "line" and kept:
            self._cite()
        if self.asking == "chairs" and kept and self.draft is not None and self.draft != self.talk.plan:
            self.room.do(RoomArranged(shape=self.draft.shape, seats=self.draft.seats, columns=self.draft.columns))
        self.asking, self.number, self.draft, self.begun_keys = "", "", None, ""

    def _seat_key(self, key: str) -> bool:
        """One key of a seat. Those that no seat has today do nothing, rather than what they do elsewhere."""
        if key in ("escape", "backspace"):
            self.begun_keys = ""
            return True
        if key not in SEAT_KEYS:
            self.begun_keys = ""
            return False
        pressed, self.begun_keys = self.begun_keys + key, ""
        if pressed not in self.hints.values() and any(keys.startswith(pressed) for keys in self.hints.values()):
            self.begun_keys = pressed
        else:
            self._choose_keys(pressed)
        return True

    def _choose_keys(self, keys: str) -> None:
        seat = next((seat for seat, own in self.hints.items() if own == keys), None)
        if seat is not None:
            self._choose(seat)

    def _choose(self, seat: int) -> None:
        """A seat was named: give it the floor, or take it as the answer to what was asked."""
        self.begun_keys = ""
        match self.asking:
            case "attendance":
                self.room.do(SeatMarked(seat=seat, present=seat in self.talk.absent))
            case "sides":
                now = self.talk.sides.get(seat, "")
                following = next(side for before, side in zip(SIDES[-1:] + SIDES, SIDES, strict=False) if before == now)
                self.room.do(SideTaken(seats=(seat,), side=following))
            case "passed":
                self.room.do(TurnPassed(seat=seat, step=self._step))
                self.asking = ""
            case "":
                self._give_floor(seat)
            case _:
                pass

    def _give_floor(self, seat: int) -> None:
        if self.talk.floor is None or self.talk.floor.turn.seat != seat:
            self.room.do(TurnBegan(seat=seat, step=self._step))

    # What the registry names

    def action_seat(self) -> None:
        """From the menu: choose the seat from a list."""
        from kit.screen.dialogs import Item, Picker

        def chosen(value: str | None) -> None:
            if value is not None:
                self._choose(int(value))
                self.host.changed()

        words = {seat: self.tr("Seat {number}", number=seat) for seat in self.hints}
        items = [
            Item(str(seat), f"{words[seat]} {self.names.get(seat, '')}".strip(), aside=keys)
            for seat, keys in self.hints.items()
        ]
        self.host.app.push_screen(Picker(self.tr("Who has the floor?"), items), chosen)

    def action_end_turn(self) -> None:
        """The turn is over; from the footer, also the answer to a question."""
        if self.asking:
            self._finish(kept=True)
        elif self.talk.floor is not None:
            self.room.do(TurnEnded())

    def action_teacher(self) -> None:
        self._give_floor(TEACHER)

    def action_summed_up(self) -> None:
        self._tag("summed-up")

    def action_built_on(self) -> None:
        self._tag("built-on")

    def action_question(self) -> None:
        self._tag("question")

    def action_evidence(self) -> None:
        if self.talk.so_far:
            self.asking, self.number = "line", ""

    def action_passed(self) -> None:
        self.asking = "passed"

    def action_attendance(self) -> None:
        self.asking = "attendance"

    def action_sides(self) -> None:
        self.asking = "sides"

    def action_chairs(self) -> None:
        self.asking, self.draft = "chairs", self.talk.plan

    def action_keys(self) -> None:
        self.room.do(KeysShown(on=not self.talk.keys_shown))

    def action_close(self) -> None:
        """Leave the question that was asked, or else the tool."""
        if self.asking:
            self._finish(kept=False)
        else:
            super().action_close()

    def _tag(self, move: Move, line: int = 0) -> None:
        if self.talk.so_far:
            self.room.do(TurnTagged(move=move, line=line))

    # Answers

    def _digit(self, key: str) -> bool:
        if key == "backspace":
            self.number = self.number[:-1]
        elif key.isdecimal() and len(self.number) < LONGEST_NUMBER:
            self.number += key
        return key == "backspace" or key.isdecimal()

    def _cite(self) -> None:
        line = int(self.number or 0)
        if line and line not in {known.number for known in self.state.lesson.lines}:
            self.host.remark(self.tr("This lesson has no line {number}.", number=line))
            return
        self._tag("evidence", line)

    def _halve(self) -> None:
        """The left half of the room for, the right half against, as the class sees the board."""
        places = spots(self.plan)
        middle = max(spot.column for spot in places.values()) / 2
        left = tuple(seat for seat in self.talk.present if places[seat].column < middle)
        right = tuple(seat for seat in self.talk.present if places[seat].column > middle)
        self.room.do(SideTaken(seats=left, side="for"), SideTaken(seats=right, side="against"))

    def _arrange(self, key: str) -> bool:
        tried = rearranged(self.plan, key)
        if tried is not None and sound(tried):
            self.draft = tried
        return tried is not None

    # What is painted

    @property
    def prompt(self) -> str:
        """What is being asked, in the teacher's language; "" where nothing is."""
        return prompt(self.asking, self.plan, self.number, self.begun_keys, self.tr)

    def wall_note(self) -> Content | None:
        """What is being asked; it names nobody."""
        return prompt_row(self.prompt) if self.prompt else None

    def desk_rows(self, width: int, rows: int) -> list[Content]:
        """The ledger: seats, turns, silences and what the referee says."""
        from kit.screen.layout.ledger import LedgerView, ledger_rows
        from kit.session.referee import code_of

        state = self.state
        view = LedgerView(
            talk=self.talk,
            plan=self.plan,
            hints=self.hints,
            step=state.course.step,
            code=code_of(state.lesson, state.course.step),
            now=self.room.clock(),
            prompt=prompt_row(self.prompt),
            names=self.names,
        )
        return ledger_rows(view, width - 1, rows, self.tr)

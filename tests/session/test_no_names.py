"""No listed name ever reaches the wall or the journal, whatever is done at the desk with whichever class list."""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from kit.files.compiled import to_plain
from kit.session import calling
from kit.session.board import BoardSorted, LineCited, NoteAdded, NoteEdited, NoteMarked, NoteMoved
from kit.session.class_list import ClassList, Pupil
from kit.session.drawn import CodeChosen, Drew, PassTaken
from kit.session.events import Shown
from kit.session.grouping import Wish
from kit.session.holding import Held, judged, judged_code
from kit.session.names import names_in
from kit.session.noting import Typed, new_id
from kit.session.public import PublicState, public
from kit.session.room import Room
from kit.session.rows import row_of
from kit.session.turns import SeatMarked, TurnBegan, TurnEnded
from kit.session.vocabulary import kinds
from kit.words import Message, words
from tests.session.classes import opening

SYLLABLES = ["Zo", "Qué", "Łuk", "Vyx", "Øst", "Wuz", "Jäg", "ñol", "Żyw", "Kœr", "Yvv", "Xim"]
"""No word of Kit's own holds these, so that whatever is found was put there."""

PLAIN = ["the", "bill", "is", "paid", "by", "seat", "many", "hands", "#", "3", "(", ")", "'s", "–", "de"]


def _name(parts: list[str]) -> str:
    return "".join(parts)


single = st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=3).map(_name)
whole = st.one_of(single, st.tuples(single, single).map(" ".join), st.tuples(single, single, single).map("-".join))


@st.composite
def class_lists(draw: st.DrawFn) -> ClassList:
    names = draw(st.lists(whole, min_size=2, max_size=8))
    pupils = tuple(Pupil(name=name, seat=seat) for seat, name in enumerate(names, 1))
    wishes = (Wish(draw(st.sampled_from(["apart", "together"])), (1, 2)),)
    return ClassList(name="3B", pupils=pupils, wishes=wishes)


@dataclass
class Desk:
    """The teacher at the desk, with everything the desk can do; the functions are those its screens call."""

    room: Room
    listed: ClassList

    def note(self, text: str, answer: str, *, edit: bool) -> None:
        """Type a note; where it waits, give this answer."""
        read = judged(text, "question", (), self.listed, words("en"))
        if isinstance(read, Held):
            read = read.after(answer) or Message.of("waits")
        notes = self.room.state.board.notes
        if not isinstance(read, Typed):
            return
        if edit and notes:
            self.room.do(NoteEdited(note=notes[-1].id, kind="question", text=read.text, line=read.line))
        else:
            self.room.do(NoteAdded(note=new_id(), kind="question", text=read.text, line=read.line, side=read.side))

    def code(self, text: str) -> None:
        """Type a code word."""
        code = judged_code(text, self.listed)
        if isinstance(code, str):
            self.room.do(CodeChosen(code=code))

    def draw(self, kind: str) -> None:
        """Call a seat, let it pass, deal groups: with the seats and the wishes of the list."""
        drawn = self.room.state.drawn
        code = drawn.code or calling.default_code("tea", 0.0)
        try:
            if kind == "pass":
                self.room.do(PassTaken(draw=calling.pass_on(drawn, code)))
            elif kind == "pick":
                self.room.do(Drew(draw=calling.next_pick(drawn, code, self.listed.seats)))
            else:
                made = calling.groups(drawn, "groups", code, self.listed.seats, 2, self.listed.wishes)
                self.room.do(Drew(draw=made))
        except ValueError:
            return

    def talk(self, seat: int) -> None:
        """Somebody speaks, somebody is away."""
        self.room.do(TurnBegan(seat=seat), TurnEnded(), SeatMarked(seat=seat + 1, present=False))

    def other(self, view: str) -> None:
        """What has no text in it."""
        self.room.do(Shown(view=view), BoardSorted(by="columns"), LineCited(line=1))  # type: ignore[arg-type]
        for note in self.room.state.board.notes[:1]:
            self.room.do(NoteMoved(note=note.id, column="agree"), NoteMarked(note=note.id, mark="best-question"))


Deed = Callable[[Desk], None]


@st.composite
def deeds(draw: st.DrawFn, listed: ClassList) -> Deed:
    """One thing the teacher does; what she types is made of names, pieces of names and words."""
    pieces = [pupil.name for pupil in listed.pupils]
    pieces += [part for name in pieces for part in (*name.split(), *name.split("-"), name.casefold(), name.upper())]
    blank = st.sampled_from([" ", "  ", "-", "", "\u00ad", "."])
    typed = st.lists(st.tuples(st.sampled_from([*pieces, *PLAIN]), blank), max_size=6)
    text = "".join(piece + gap for piece, gap in draw(typed))
    seat = draw(st.integers(1, 9))
    answer = draw(st.sampled_from(["replace", "back"]))
    edit = draw(st.booleans())
    kind = draw(st.sampled_from(["pick", "pass", "groups"]))
    view = draw(st.sampled_from(["board", "lines", "draw", "talk"]))
    choices: list[Deed] = [
        lambda desk: desk.note(text, answer, edit=edit),
        lambda desk: desk.code(text),
        lambda desk: desk.draw(kind),
        lambda desk: desk.talk(seat),
        lambda desk: desk.other(view),
    ]
    return draw(st.sampled_from([choices[0], *choices]))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_listed_name_in_public_state_or_journal(data: st.DataObject) -> None:
    listed = data.draw(class_lists())
    desk = Desk(Room.begin(opening(), None, clock=lambda: 0.0, calendar=lambda: 0.0), listed)
    for deed in data.draw(st.lists(deeds(listed), max_size=12)):
        deed(desk)
    shown = json.dumps(to_plain(public(desk.room.state)), ensure_ascii=False)
    assert names_in(shown, listed) == ()
    for row in map(row_of, desk.room.log):
        assert names_in(row.data, listed) == (), row


def test_the_test_above_would_find_a_name() -> None:
    listed = ClassList(name="3B", pupils=(Pupil(name="Zoqué Vyxwuz", seat=1),))
    desk = Desk(Room.begin(opening(), None, clock=lambda: 0.0, calendar=lambda: 0.0), listed)
    desk.room.do(NoteAdded(note="a", kind="claim", text="as zoque says"))
    assert names_in(json.dumps(to_plain(public(desk.room.state)), ensure_ascii=False), listed)
    assert names_in(row_of(desk.room.log[-1]).data, listed)


def _types_in(kind: object, seen: set[object]) -> set[object]:
    """Every type a value of `kind` can hold, however deep."""
    if kind in seen:
        return seen
    seen.add(kind)
    for part in typing.get_args(kind):
        _types_in(part, seen)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        for part in typing.get_type_hints(kind).values():
            _types_in(part, seen)
    return seen


def test_by_type_the_wall_and_the_journal_have_no_place_for_a_class_list() -> None:
    for kind in (PublicState, *kinds().values()):
        assert not {ClassList, Pupil} & _types_in(kind, set()), kind
    assert Wish not in _types_in(PublicState, set()), "wishes are the teacher's"
    assert Pupil in _types_in(ClassList, set())

"""The board: notes pinned to lines, marks, the heat of the lines; and typed text that names somebody waits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.lesson.model import Line
from kit.session.board import (
    Board,
    BoardSorted,
    LineCited,
    NoteAdded,
    NoteEdited,
    NoteMarked,
    NoteMoved,
    NoteRemoved,
    apply,
)
from kit.session.class_list import ClassList, Pupil
from kit.session.events import Event, Logged, Opened, Shown
from kit.session.heat import heat, unused
from kit.session.holding import Held, judged, judged_code
from kit.session.noting import Typed, new_id, read_note
from kit.session.public import public
from kit.session.room import Room
from kit.session.turns import TurnBegan, TurnTagged
from kit.session.vocabulary import restored, written
from kit.session.votes import BallotTyped, Revealed, VoteOpened
from kit.words import LANGUAGES, Message, words
from tests.session.classes import lesson, opening

LINES = range(1, 21)


def board_after(*happened: Event) -> Board:
    board = Board()
    for seq, event in enumerate(happened, 1):
        board = apply(board, Logged(seq, 0.0, 0.0, event))
    return board


def added(name: str, **fields: object) -> NoteAdded:
    return NoteAdded(**{"note": name, "kind": "claim", "text": f"Note {name}", "line": 3, **fields})  # type: ignore[arg-type]


def room_with_lines(count: int = 8) -> Room:
    lines = tuple(
        Line(number=n, excerpt="e", row=n, text=f"Line {n}", start=n, end=n + 1, source_line=n)
        for n in range(1, count + 1)
    )
    opened: Opened = opening()
    whole = lesson()
    made = type(whole)(
        id=whole.id,
        language=whole.language,
        editions=whole.editions,
        lines=lines,
        protocols={},
        sources={},
    )
    return Room.begin(replace(opened, lesson=made), None, clock=lambda: 0.0)


class TestNotes:
    def test_a_note_is_moved_changed_and_taken_off(self) -> None:
        board = board_after(
            added("a"),
            added("b", line=None),
            NoteMoved(note="a", column="differ"),
            NoteEdited(note="a", kind="question", text="Why?", line=5, side="against"),
            NoteRemoved(note="b"),
        )
        (note,) = board.notes
        assert (note.kind, note.text, note.line, note.column, note.side) == ("question", "Why?", 5, "differ", "against")

    def test_there_is_one_best_question_and_any_number_of_open_facts(self) -> None:
        marks = [NoteMarked(note=name, mark=mark) for mark in ("best-question", "open-fact") for name in ("a", "b")]
        board = board_after(added("a"), added("b"), *marks)
        assert [note.id for note in board.marked("best-question")] == ["b"]
        assert [note.id for note in board.marked("open-fact")] == ["a", "b"]

    def test_the_board_is_sorted_by_columns_once_a_note_stands_in_one(self) -> None:
        assert board_after(added("a")).by == "kinds"
        assert board_after(added("a"), NoteMoved(note="a", column="agree")).by == "columns"
        assert board_after(added("a"), NoteMoved(note="a", column="agree"), BoardSorted(by="kinds")).by == "kinds"

    def test_undo_brings_a_note_back(self) -> None:
        room = room_with_lines()
        room.do(added("a"))
        room.do(NoteRemoved(note="a"))
        room.undo()
        assert [note.id for note in room.state.board.notes] == ["a"]
        room.undo()
        assert not room.state.board.notes


class TestTyping:
    @pytest.mark.parametrize(
        ("typed", "understood"),
        [
            ("They pay the bill #14", Typed("They pay the bill", 14)),
            ("+ They pay #14", Typed("They pay", 14, "for")),
            ("- Nobody answers for it #ours", Typed("Nobody answers for it", None, "against")),
            ("  Many   hands #  3 ", Typed("Many hands", 3)),
            ("The #1 of all models #2", Typed("The #1 of all models", 2)),
            ("-5 degrees #0", Typed("-5 degrees", None)),
        ],
    )
    def test_side_and_line_are_signs(self, typed: str, understood: Typed) -> None:
        assert read_note(typed, "claim", LINES) == understood

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_ours_can_be_typed_in_every_language(self, language: str) -> None:
        assert read_note(f"So #{words(language)('ours')}", "claim", LINES) == Typed("So", None)

    @pytest.mark.parametrize("typed", ["They pay the bill", "They pay #99", "They pay #here", "", "+ #3", "x" * 300])
    def test_nothing_goes_up_without_its_line(self, typed: str) -> None:
        said = read_note(typed, "claim", LINES)
        assert isinstance(said, Message)

    def test_a_question_is_ours_unless_it_says_more(self) -> None:
        assert read_note("Who pays?", "question", LINES) == Typed("Who pays?", None)
        assert read_note("Who pays? #4", "question", LINES) == Typed("Who pays?", 4)


class TestHeat:
    def test_every_way_to_use_a_line_counts_once(self) -> None:
        room = room_with_lines()
        vote = VoteOpened(vote="v", kind="statement", lesson_step="talk", options=("for", "against"), rounds=2)
        room.do(
            added("a", line=3),
            added("b", line=None),
            LineCited(line=3),
            LineCited(line=5, side="for"),
            TurnBegan(seat=1),
            TurnTagged(move="evidence", line=3),
            vote,
            BallotTyped(vote="v", code="K7", before="for", after="against", line=8),
        )
        uses = heat(room.state)
        assert [use.total for use in uses] == [0, 0, 3, 0, 1, 0, 0, 1]
        assert unused(uses) == (1, 2, 4, 6, 7)

    def test_the_wall_counts_no_ballot_before_the_votes_are_shown(self) -> None:
        room = room_with_lines()
        vote = VoteOpened(vote="v", kind="statement", lesson_step="talk", options=("for", "against"), rounds=2)
        room.do(vote, BallotTyped(vote="v", code="K7", before="for", after="against", line=8), Shown(view="lines"))
        assert public(room.state).board.uses[7].total == 0
        room.do(Revealed(vote="v", rounds=(1, 2)))
        assert public(room.state).board.uses[7].ballots == 1


CLASS = ClassList(
    name="3B",
    pupils=(
        Pupil(name="Léa Dupont", first="Léa", seat=1),
        Pupil(name="Rose Hill", first="Rose", seat=2),
        Pupil(name="Rose Martin", first="Rose", seat=3),
        Pupil(name="Łukasz Ørsted", seat=4),
        Pupil(name="王伟", seat=5),
    ),
)


def waiting(text: str) -> Held:
    found = judged(text, "claim", LINES, CLASS, words("en"))
    assert isinstance(found, Held), found
    return found


class TestHolding:
    def test_without_a_list_nothing_waits(self) -> None:
        assert judged("Léa says so #3", "claim", LINES, None, words("en")) == Typed("Léa says so", 3)

    @pytest.mark.parametrize(
        ("text", "replaced"),
        [
            ("lea says so #3", "Seat 1 says so"),
            ("I agree with Léa Dupont, not with Lukasz #3", "I agree with seat 1, not with seat 4"),
            ("Le\u0301a's idea #3", "Seat 1's idea"),
            ("Rose Martin asked #3", "Seat 3 asked"),
            ("DUPONT-HILL #3", "Seat 1-seat 2"),
        ],
    )
    def test_seats_can_stand_for_names(self, text: str, replaced: str) -> None:
        held = waiting(text)
        assert held.replaced == replaced
        assert held.after("replace") == Typed(replaced, 3)

    def test_a_name_two_pupils_have_is_somebody(self) -> None:
        assert waiting("as Rose said #3").replaced == "as somebody said"

    def test_a_word_goes_up_when_the_teacher_says_so_and_a_whole_name_never(self) -> None:
        assert waiting("prices rose #3").after("word") == Typed("prices rose", 3)
        assert waiting("Rose Hill is a place #3").after("word") is None

    def test_what_cannot_be_replaced_waits_on(self) -> None:
        held = waiting("我同意王伟的看法 #3")
        assert held.replaced == ""
        assert held.after("replace") is None

    def test_a_code_word_names_nobody(self) -> None:
        assert judged_code("Blue  Lemon", CLASS) == "blue lemon"
        assert isinstance(judged_code("Léa's lemon", CLASS), Message)
        assert isinstance(judged_code("  ", CLASS), Message)


names = st.sampled_from(["a", "b", "", "nowhere"])
lines = st.one_of(st.none(), st.integers(-2, 25))
columns = st.sampled_from(["agree", "differ", "need-to-know", ""])
marks = st.sampled_from(["best-question", "strongest-for", "strongest-against", "minority-view", "open-fact"])
kinds = st.sampled_from(["claim", "evidence", "question", "exit", "need"])
EVENT: st.SearchStrategy[Event] = st.one_of(
    st.builds(NoteAdded, note=names, kind=kinds, text=st.text(max_size=5), line=lines, column=columns),
    st.builds(NoteEdited, note=names, kind=kinds, text=st.text(max_size=5), line=lines),
    st.builds(NoteMoved, note=names, column=columns),
    st.builds(NoteRemoved, note=names),
    st.builds(NoteMarked, note=names, mark=marks, on=st.booleans()),
    st.builds(LineCited, line=st.integers(-2, 25)),
    st.builds(BoardSorted, by=st.sampled_from(["columns", "kinds"])),
)


@given(st.lists(EVENT, max_size=20))
def test_any_events_leave_a_sound_board(happened: list[Event]) -> None:
    board = board_after(*happened)
    assert len({note.id for note in board.notes}) == len(board.notes)
    assert all(note.id and note.text.strip() and (note.line is None or note.line >= 1) for note in board.notes)
    assert all(len(board.marked(mark)) <= 1 for mark in ("best-question", "strongest-for", "minority-view"))
    for event in happened:
        assert restored(event.KIND, written(event)) == event


def test_ids_differ() -> None:
    assert len({new_id() for _ in range(100)}) == 100

"""What our class thought: each thing told once, from whatever was recorded, and never a name or a broken page."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.session import board
from kit.session.board import NoteAdded, NoteMarked
from kit.session.class_list import ClassList, Pupil
from kit.session.events import ClockStarted, Ended, Event, Went
from kit.session.recap import Recap, clean, day, recap
from kit.session.recap_markdown import markdown, safe
from kit.session.recap_table import BYTE_ORDER, table
from kit.session.votes import BallotTyped, Counted, VoteOpened
from kit.words import LANGUAGES, words
from tests import recorded


def of(events: Sequence[Event], language: str = "en", lesson: str = "many-hands") -> Recap:
    return recap(recorded.state_of(events, lesson=lesson), language)


def rows(events: Sequence[Event], language: str = "en") -> list[list[str]]:
    state = recorded.state_of(events)
    text = table(state, recap(state, language), 2000.0)
    assert text.startswith(BYTE_ORDER)
    return list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER)), delimiter="," if language == "en" else ";"))


def test_a_class_that_recorded_everything_finds_all_of_it() -> None:
    made = of(recorded.everything())
    (vote,) = made.votes
    assert [option.counts for option in vote.options] == [(16, 9), (6, 15), (6, 2)]
    assert [option.net for option in vote.options] == [-7, 9, -4]
    assert vote.movement is not None
    assert (vote.movement.pairs, vote.movement.moved) == (26, 13)
    by_side = {reason.side: reason for reason in made.reasons}
    assert by_side["against"].basis == "chosen"
    assert by_side["against"].text.startswith("Nobody can be held to account")
    assert by_side["for"].basis == "most-cited"
    assert by_side["for"].line is not None
    assert by_side["for"].line.number == 3
    assert made.best_question is not None
    assert made.best_question.line is not None
    assert made.best_question.line.number == 12
    assert made.minority is not None
    assert made.minority.line is None
    assert [thought.text for thought in made.exit][1] == "I still think many, but with a licence."
    assert len(made.open_facts) == 2
    assert made.lines[0].line.number == 3
    assert made.lines[0].decided == 9


def test_every_note_is_told_exactly_once() -> None:
    told = of(recorded.everything()).sentences
    typed = [event.text for event in recorded.board() if isinstance(event, NoteAdded)]
    assert sorted(told) == sorted(typed)


def test_a_mark_says_more_than_a_column() -> None:
    made = of(
        [
            recorded.note("a", "need", "What does it cost?", column="need-to-know"),
            NoteMarked(note="a", mark="best-question"),
        ]
    )
    assert made.best_question is not None
    assert made.open_facts == ()


def test_a_side_that_only_cited_lines_has_its_line_as_the_strongest_reason() -> None:
    made = of(
        [board.LineCited(line=5, side="for"), board.LineCited(line=7, side="for"), board.LineCited(line=7, side="for")]
    )
    (reason,) = made.reasons
    assert (reason.side, reason.basis, reason.text) == ("for", "most-cited", "")
    assert reason.line is not None
    assert reason.line.number == 7


def test_hands_tell_the_net_change_and_nothing_of_who_moved() -> None:
    (vote,) = of(recorded.hands()).votes
    assert vote.movement is None
    assert [option.net for option in vote.options] == [-5, 8, -3]
    assert "not who moved" in markdown(of(recorded.hands()))


def test_hands_are_never_compared_with_ballots() -> None:
    hands_before = [
        recorded.opened(1),
        Counted(vote=recorded.VOTE, round=1, option="for", count=20),
        BallotTyped(vote=recorded.VOTE, code="L3", after="for"),
        BallotTyped(vote=recorded.VOTE, code="P9", after="against"),
    ]
    (vote,) = of(hands_before).votes
    assert vote.twice
    assert not vote.compared
    assert [option.counts for option in vote.options] == [(20, 1), (0, 1), (0, 0)]
    assert {option.net for option in vote.options} == {None}
    assert "they cannot be compared" in markdown(of(hands_before))
    # With both parts of the ballots there is something to compare: ballots with ballots.
    both = [*hands_before, BallotTyped(vote=recorded.VOTE, code="L3", before="against")]
    (vote,) = of(both).votes
    assert vote.compared
    assert [option.counts for option in vote.options] == [(0, 1), (1, 1), (0, 0)]


def test_one_vote_of_two_says_which_it_was() -> None:
    (vote,) = of([recorded.opened(2), Counted(vote=recorded.VOTE, round=2, option="for", count=9)]).votes
    assert not vote.twice
    assert "| | Second vote |" in markdown(
        of([recorded.opened(2), Counted(vote=recorded.VOTE, round=2, option="for", count=9)])
    )


def test_a_class_that_recorded_nothing_says_what_it_discussed() -> None:
    made = of(recorded.nothing(), "fr")
    assert not made.recorded
    assert made.title.startswith("Peu de mains ou beaucoup")
    assert made.discussed
    assert made.date == day(recorded.MORNING)
    # Steps the class never came to are not claimed.
    assert len(of([ClockStarted(), Ended()]).discussed) < len(of([ClockStarted(), Went(index=12), Ended()]).discussed)
    assert of([ClockStarted(), Went(index=12)]).read


def test_a_lesson_that_lacks_the_language_keeps_its_own() -> None:
    assert of([], "pt").language == recorded.lesson_called("many-hands").language


def test_quotations_keep_their_source_head_and_our_translation_says_so() -> None:
    text = markdown(of(recorded.everything(), "it"))
    assert "(traduzione nostra)" in text
    assert "Emad Mostaque" in text
    assert "[Italian" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_and_table_speak_the_language(language: str) -> None:
    made = of(recorded.everything(), language)
    tr = words(language)
    assert markdown(made).startswith(f"# {tr('What our class thought')}\n")
    head, *body = rows(recorded.everything(), language)
    assert head == [tr(name) for name in ("Part", "Item", "Round", "How many", "Line", "Text")]
    assert all(len(row) == 6 for row in body)
    counted = [row for row in body if row[0] == tr("Vote")]
    assert [int(row[3]) for row in counted] == [16, 6, 6, 9, 15, 2]


def test_the_table_has_time_and_turns_for_the_teacher_and_the_page_has_not() -> None:
    body = rows(recorded.everything())
    turns = {row[1]: row[3] for row in body if row[0] == "Turns (for the teacher)"}
    assert turns["Seat 4"] == "2"
    assert turns["The teacher"] == "1"
    assert any(row[0] == "Seconds used (for the teacher)" for row in body)
    assert "Seat 4" not in markdown(of(recorded.everything()))


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\x00=1", "＝1"])
def test_no_cell_is_a_formula(text: str) -> None:
    body = rows([recorded.note("a", "exit", text)])
    cells = [cell for row in body for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝")) for cell in cells)
    assert f"'{clean(text)}" in cells


@pytest.mark.parametrize(
    "text", ["# no heading", "1. no list", "- no list", "*_`[x](y)`_*", "<b>", "a | b", "> no quotation"]
)
def test_typed_text_is_never_markdown(text: str) -> None:
    from markdown_it import MarkdownIt

    html = MarkdownIt("commonmark").enable("table").render(safe(text))
    assert html.count("<") == 2, html  # one paragraph and nothing else


def test_what_turns_the_page_round_is_taken_out() -> None:
    assert clean("a\u202eb\x1b[2Jc\ud800 \n d") == "ab[2Jc d"


typed = st.text(max_size=40)
number = st.integers(-2, 40)
options = st.sampled_from(["for", "against", "undecided", "a", "7", "agree"])
happenings = st.one_of(
    st.builds(
        VoteOpened,
        vote=st.sampled_from(["deliberate/statement", "x/lines", "warm-up/positions"]),
        kind=st.sampled_from(["statement", "positions", "scale", "lines", "groups", "piles", "letters"]),
        lesson_step=st.sampled_from(["deliberate", "warm-up", "gone"]),
        options=st.lists(options, max_size=6, unique=True).map(tuple),
        scale=st.lists(number, max_size=6).map(tuple),
        round=number,
        rounds=st.integers(0, 3),
    ),
    st.builds(
        Counted,
        vote=st.sampled_from(["deliberate/statement", "x/lines"]),
        round=number,
        option=options,
        count=st.none() | number,
    ),
    st.builds(
        BallotTyped,
        vote=st.just("deliberate/statement"),
        code=typed,
        before=options | st.just(""),
        after=options | st.just(""),
        line=st.none() | number,
    ),
    st.builds(
        NoteAdded,
        note=st.sampled_from(["a", "b", "c"]),
        kind=st.sampled_from(["claim", "evidence", "question", "exit", "need"]),
        text=typed,
        line=st.none() | number,
        column=st.sampled_from(["agree", "differ", "need-to-know", ""]),
        side=st.sampled_from(["for", "against", ""]),
    ),
    st.builds(
        NoteMarked,
        note=st.sampled_from(["a", "b", "c", "d"]),
        mark=st.sampled_from(["best-question", "strongest-for", "strongest-against", "minority-view", "open-fact"]),
        on=st.booleans(),
    ),
    st.builds(board.LineCited, line=number, side=st.sampled_from(["for", "against", ""])),
    st.builds(Went, index=number),
    st.just(ClockStarted()),
    st.just(Ended()),
)


@given(st.lists(happenings, max_size=25), st.sampled_from([*LANGUAGES, "xx"]))
def test_whatever_has_happened_there_is_a_record(events: list[Event], language: str) -> None:
    state = recorded.state_of(events)
    made = recap(state, language)
    text = markdown(made)
    assert text.encode("utf-8")
    assert table(state, made, 5000.0).encode("utf-8")
    assert sorted(made.sentences) == sorted(text for note in state.board.notes if (text := clean(note.text)))


def test_no_part_of_a_record_can_hold_a_class_list() -> None:
    """By type: nothing in a record, however deep, is a pupil or a list of pupils."""
    seen: list[object] = []

    def walk(thing: object) -> None:
        seen.append(thing)
        if is_dataclass(thing) and not isinstance(thing, type):
            for field in fields(thing):
                walk(getattr(thing, field.name))
        elif isinstance(thing, tuple | list):
            for one in thing:
                walk(one)

    walk(of(recorded.everything()))
    assert len(seen) > 100
    assert not any(isinstance(thing, ClassList | Pupil) for thing in seen)


def test_a_vote_nobody_counted_is_not_told() -> None:
    assert of([recorded.opened(1)]).votes == ()
    assert of([recorded.opened(1), Counted(vote=recorded.VOTE, round=1, option="for", count=0)]).votes == ()


def test_piles_and_headings_stand_in_the_table_only() -> None:
    opened = VoteOpened(vote="e/piles", kind="piles", lesson_step="exit-ticket", options=("clear", "nearly", "not-yet"))
    events = [opened, Counted(vote="e/piles", round=1, option="clear", count=17)]
    assert of(events).votes == ()
    assert ["Vote", "Clear", "1", "17", "", ""] in rows(events)

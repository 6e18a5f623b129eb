"""Draws made in class: nobody twice before everybody once, passes, groups; and all of it can be made again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.files.compiled import to_plain
from kit.session import calling
from kit.session.draw_record import Draw
from kit.session.draw_text import as_text, verify
from kit.session.drawn import CodeChosen, Drawn, Drew, Mixed, PassTaken, apply, public
from kit.session.draws import row
from kit.session.events import Event, Logged
from kit.session.grouping import Wish
from kit.session.vocabulary import restored, written
from kit.words import words
from tests.session.classes import ROOT

CODE = "blue lemon"
CLASS = tuple(range(1, 8))


def after(drawn: Drawn, *happened: Event) -> Drawn:
    for event in happened:
        assert restored(event.KIND, written(event)) == event
        drawn = apply(drawn, Logged(1, 0.0, 0.0, event))
    return drawn


def called(count: int, drawn: Drawn | None = None, seats: tuple[int, ...] = CLASS) -> Drawn:
    drawn = drawn or Drawn()
    for _ in range(count):
        drawn = after(drawn, Drew(draw=calling.next_pick(drawn, CODE, seats)))
    return drawn


def order(drawn: Drawn) -> list[int]:
    return [call.seat for draw in drawn.picks for call in draw.result.calls]


def assert_can_be_made_again(drawn: Drawn) -> None:
    for draw in drawn.draws:
        assert not verify(as_text(draw, words("fr")), words("en")).differences


def test_the_rows_of_the_rounds_are_called_one_after_the_other() -> None:
    assert order(called(14)) == [*row(CODE, CLASS, 1), *row(CODE, CLASS, 2)]


def test_who_passes_comes_again_at_the_end_of_the_round_and_only_once() -> None:
    drawn = called(2)
    drawn = after(drawn, PassTaken(draw=calling.pass_on(drawn, CODE)))
    first = row(CODE, CLASS, 1)
    drawn = called(7, drawn)
    assert order(drawn)[:8] == [*first, first[1]]
    with pytest.raises(calling.NoPassError):
        calling.pass_on(called(0, Drawn(draws=drawn.draws[:1])), CODE)
    assert_can_be_made_again(drawn)


def test_nobody_passes_before_anybody_is_called() -> None:
    with pytest.raises(calling.NothingCalledError):
        calling.pass_on(Drawn(), CODE)


def test_who_comes_late_or_leaves_moves_nobody_else() -> None:
    drawn = called(3)
    left = called(2, drawn, tuple(seat for seat in (*CLASS, 8) if seat != row(CODE, CLASS, 1)[3]))
    assert len(set(order(left))) == 5
    assert row(CODE, CLASS, 1)[3] not in order(left)
    assert_can_be_made_again(left)


@given(st.lists(st.tuples(st.sampled_from("nnnp"), st.frozensets(st.integers(1, 9), min_size=1)), max_size=25))
def test_whatever_happens_nobody_is_called_twice_in_a_round_without_a_pass(
    steps: list[tuple[str, frozenset[int]]],
) -> None:
    drawn = Drawn()
    for key, present in steps:
        if key == "n":
            drawn = after(drawn, Drew(draw=calling.next_pick(drawn, CODE, present)))
            assert drawn.last is not None
            assert drawn.last.result.calls[-1].seat in present
        else:
            try:
                drawn = after(drawn, PassTaken(draw=calling.pass_on(drawn, CODE)))
            except (calling.NothingCalledError, calling.NoPassError):
                continue
    calls = [call for draw in drawn.picks for call in draw.result.calls if not call.passed]
    assert len({(call.round, call.seat) for call in calls}) == len(calls)
    assert_can_be_made_again(drawn)


def test_groups_of_one_lesson_are_different_draws() -> None:
    one = calling.groups(Drawn(), "groups", CODE, CLASS, 3, ())
    drawn = after(Drawn(), Drew(draw=one))
    other = calling.groups(drawn, "groups", CODE, CLASS, 3, ())
    assert (one.round, other.round) == (1, 2)
    drawn = after(drawn, Drew(draw=other))
    assert len(drawn.draws) == 2
    assert_can_be_made_again(drawn)


def test_a_jigsaw_is_mixed_anew_and_back() -> None:
    draw = calling.groups(Drawn(), "jigsaw", CODE, tuple(range(1, 13)), 3, ())
    drawn = after(Drawn(), Drew(draw=draw), Mixed(home=True))
    assert public(drawn).groups == draw.result.homes
    assert public(after(drawn, Mixed(home=False))).groups == draw.result.groups
    assert not after(called(1), Mixed(home=True)).home


def test_wishes_stay_off_the_wall() -> None:
    wishes = (Wish("apart", (1, 2)), Wish("together", (3, 4)), Wish("apart", (3, 4)), Wish("apart", (1, 99)))
    draw = calling.groups(Drawn(), "groups", CODE, CLASS, 3, wishes)
    assert draw.settings.wishes == wishes[:3]
    assert draw.result.given_up
    shown = to_plain(public(after(Drawn(), Drew(draw=draw))))
    assert "apart" not in str(shown)
    assert "given" not in str(shown)


def test_the_code_word_where_there_is_none_is_day_and_lesson() -> None:
    assert calling.default_code("many-hands", 86_400 * 1.5) == "1970-01-02 many-hands"
    assert calling.code_of_line("1. My shares have majority of vote @StabilityAI") == "1. my shares have majority of"


def test_choosing_a_code_word_begins_anew() -> None:
    drawn = after(called(3), CodeChosen(code="red cow"))
    draw: Draw = calling.next_pick(drawn, drawn.code, CLASS)
    assert (draw.code, draw.settings.count) == ("red cow", 1)


def test_kit_draw_verifies_what_was_drawn_in_class(tmp_path: Path) -> None:
    drawn = called(4)
    drawn = after(drawn, PassTaken(draw=calling.pass_on(drawn, CODE)))
    assert drawn.last is not None
    paper = tmp_path / "draw.txt"
    paper.write_text(as_text(drawn.last, words("it")), encoding="utf-8")
    command = [sys.executable, "-m", "kit", "draw", "--verify", str(paper)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, env={"KIT_SETUP": "off", "KIT_LANGUAGE": "en"}, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "blue lemon" in done.stdout

"""Draws from a code word: fair, the same for everybody, and as the documentation says."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.session.draws import CodeError, SeatsError, code_word, letters, row, seats_in, seats_text
from kit.session.grouping import Grouping, TooFewError, Wish, groups_of, jigsaw, sizes
from kit.session.picker import Call, NoTokenError, calls_of, next_call, tokens_left

PAGE = Path(__file__).parent.parent.parent / "docs" / "draws.md"

codes = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12)
rooms = st.sets(st.integers(1, 60), min_size=2, max_size=40).map(lambda seats: tuple(sorted(seats)))
rounds = st.integers(1, 50)


@st.composite
def wishes_in(draw: st.DrawFn, seats: tuple[int, ...]) -> list[Wish]:
    pairs = st.sampled_from(list(combinations(seats, 2)))
    wish = st.builds(Wish, st.sampled_from(["apart", "together"]), pairs)
    return draw(st.lists(wish, max_size=12))


# The row.


def test_the_worked_example_of_the_documentation() -> None:
    page = PAGE.read_text(encoding="utf-8")
    told = re.findall(r"^    ([0-9a-f]{12})  seat (\d)$", page, re.MULTILINE)
    for digits, seat in told:
        assert hashlib.sha256(f"blue lemon\n1\n{seat}".encode()).hexdigest().startswith(digits)
    assert [int(seat) for _, seat in told] == list(row("Blue lemon", range(1, 8))) == [4, 5, 1, 7, 6, 2, 3]
    assert "The row is 4, 5, 1, 7, 6, 2, 3." in page

    by_groups = [group.seats for group in groups_of(row("Blue lemon", range(1, 8)), 3).groups]
    assert "A: 4, 1, 6, 3 and B: 5, 7, 2." in page
    assert by_groups == [(1, 3, 4, 6), (2, 5, 7)]

    apart = groups_of(row("Blue lemon", range(1, 8)), 3, [Wish("apart", (2, 7))])
    assert "A: 7, 4, 1, 3 and B: 2, 5, 6." in page
    assert [group.seats for group in apart.groups] == [(1, 3, 4, 7), (2, 5, 6)]

    calls = calls_of("Blue lemon", range(1, 8), 9, tokens=1, passed={2})
    assert "4, 5, 1, 7, 6, 2, 3, 5, and round 2 begins with 7" in page
    assert [call.seat for call in calls] == [4, 5, 1, 7, 6, 2, 3, 5, 7]


def test_the_shell_line_of_the_documentation_gives_its_table() -> None:
    page = PAGE.read_text(encoding="utf-8")
    line = re.search(r"^    (for seat in .*)$", page, re.MULTILINE)
    assert line is not None
    done = subprocess.run(["bash", "-c", line[1]], capture_output=True, text=True, check=True)
    assert "\n".join(f"    {row}" for row in done.stdout.splitlines()) in page


def test_the_code_word_is_what_people_hear_not_how_they_type() -> None:
    assert code_word("  Blue \t LEMON\n") == "blue lemon"
    assert code_word("E\u0301TE\u0301") == code_word("été")
    assert code_word("ete") != code_word("été")


@pytest.mark.parametrize("text", ["", "   ", "x" * 81, "a\x1bb", "a\u202eb", "a\u200bb"])
def test_what_nobody_can_see_is_no_code_word(text: str) -> None:
    with pytest.raises(CodeError):
        code_word(text)


@given(code=codes, seats=rooms, number=rounds)
def test_the_same_code_gives_the_same_row_and_nobody_is_lost(code: str, seats: tuple[int, ...], number: int) -> None:
    drawn = row(code, seats, number)
    assert sorted(drawn) == list(seats)
    assert drawn == row(f" {code.upper().lower()} ", reversed(seats), number) or code.upper().lower() != code_word(code)


@given(code=codes, seats=rooms, data=st.data())
def test_an_empty_seat_changes_nothing_for_the_others(code: str, seats: tuple[int, ...], data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(seats))
    assert row(code, set(seats) - {gone}) == tuple(seat for seat in row(code, seats) if seat != gone)


def test_another_code_or_another_round_gives_another_row() -> None:
    rows = {row(code, range(1, 29), number) for code in ("lemon", "lemons", "citron") for number in range(1, 30)}
    assert len(rows) == 3 * 29


def test_no_seat_is_favoured() -> None:
    first = Counter(row(f"word {number}", range(1, 11))[0] for number in range(2000))
    assert set(first) == set(range(1, 11))
    assert all(140 < count < 260 for count in first.values()), first  # 200 each; the words are fixed, so is the count


@given(seats=rooms)
def test_seats_are_read_as_they_are_written(seats: tuple[int, ...]) -> None:
    assert seats_in(seats_text(seats)) == seats


@pytest.mark.parametrize(
    ("text", "fault"),
    [("", "none"), (" , ", "none"), ("9-3", "backwards")]
    + [(text, "not-a-seat") for text in ("0", "1-", "-3", "1-999999", "²", "a", "1.5")],
)
def test_what_is_no_seat(text: str, fault: str) -> None:
    with pytest.raises(SeatsError) as raised:
        seats_in(text)
    assert raised.value.fault == fault


def test_letters_go_on_after_z() -> None:
    assert [letters(index) for index in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


# The picker.


@given(code=codes, seats=rooms, count=st.integers(1, 100))
def test_nobody_comes_twice_before_everybody_has_come_once(code: str, seats: tuple[int, ...], count: int) -> None:
    calls = calls_of(code, seats, count)
    assert len(calls) == count
    for start in range(0, count, len(seats)):
        called = [call.seat for call in calls[start : start + len(seats)]]
        assert len(set(called)) == len(called)
        assert {call.round for call in calls[start : start + len(seats)]} == {1 + start // len(seats)}


@given(code=codes, seats=rooms, data=st.data())
def test_who_passes_comes_at_the_end_of_the_round(code: str, seats: tuple[int, ...], data: st.DataObject) -> None:
    passed = data.draw(st.sets(st.integers(1, len(seats)), max_size=len(seats)))
    calls = calls_of(code, seats, len(seats) + len(passed), tokens=1, passed=passed)
    assert {call.round for call in calls} == {1}
    assert Counter(call.seat for call in calls if not call.passed) == Counter(seats)
    late = [call.seat for call in calls[: len(seats)] if call.passed]
    assert [call.seat for call in calls[len(seats) :]] == late


def test_a_pass_without_a_token_is_refused_by_its_number() -> None:
    with pytest.raises(NoTokenError) as raised:
        calls_of("lemon", (1, 2), 5, tokens=1, passed={1, 2, 3})
    assert raised.value.call == 3


def test_a_latecomer_takes_the_place_the_row_has_for_that_seat_and_who_left_is_not_called() -> None:
    order = row("lemon", range(1, 9))
    there = set(order) - {order[1]}
    calls = [Call(round=1, seat=order[0]), Call(round=1, seat=order[2], passed=True), Call(round=1, seat=order[3])]
    assert tokens_left(calls, order[2], 2) == 1
    assert next_call("lemon", there | {order[1]}, calls) == Call(round=1, seat=order[1])
    assert next_call("lemon", {order[2], order[3]}, calls) == Call(round=1, seat=order[2])
    assert next_call("lemon", {order[3]}, calls) == Call(round=2, seat=order[3])
    assert next_call("lemon", (), calls) is None


# Groups.


@given(seats=st.integers(2, 200), size=st.integers(2, 12))
def test_groups_have_the_size_asked_for_or_one_more_and_small_classes_come_close(seats: int, size: int) -> None:
    found = sizes(seats, size)
    assert sum(found) == seats
    assert min(found) >= 2
    assert max(found) - min(found) <= 1
    if seats % size <= seats // size:
        assert set(found) <= {size, size + 1}
    else:  # too many are over for one each
        assert max(found) <= size
        assert len(found) == seats // size + 1


def test_one_seat_makes_no_group() -> None:
    with pytest.raises(TooFewError):
        sizes(1, 4)
    with pytest.raises(TooFewError):
        groups_of((1, 2, 3), 4, leftovers="roles")
    with pytest.raises(TooFewError):
        jigsaw(range(1, 8), 4)


def everybody(made: Grouping) -> list[int]:
    return sorted([seat for group in made.groups for seat in group.seats] + [duty.seat for duty in made.duties])


def is_met(wish: Wish, made: Grouping) -> bool:
    together = any(set(wish.pair) <= set(group.seats) for group in made.groups)
    return together is (wish.kind == "together")


@given(code=codes, seats=rooms, size=st.integers(2, 6), data=st.data())
def test_nobody_is_lost_or_doubled_and_every_wish_is_met_or_named(
    code: str, seats: tuple[int, ...], size: int, data: st.DataObject
) -> None:
    wishes = data.draw(wishes_in(seats))
    made = groups_of(row(code, seats), size, wishes)
    assert everybody(made) == list(seats)
    assert tuple(len(group.seats) for group in made.groups) == sizes(len(seats), size)
    assert made == groups_of(row(code, seats), size, wishes)
    for wish in wishes:
        assert is_met(wish, made) or wish in made.given_up


@given(code=codes, seats=rooms, size=st.integers(2, 4), data=st.data())
def test_with_roles_every_group_has_exactly_its_size(
    code: str, seats: tuple[int, ...], size: int, data: st.DataObject
) -> None:
    if len(seats) < size:
        return
    wishes = data.draw(wishes_in(seats))
    made = groups_of(row(code, seats), size, wishes, "roles")
    assert everybody(made) == list(seats)
    assert {len(group.seats) for group in made.groups} == {size}
    assert len(made.duties) == len(seats) % size
    assert sum(duty.role == "timekeeper" for duty in made.duties) == (len(made.duties) > 1)
    for wish in wishes:
        assert is_met(wish, made) or wish in made.given_up


@given(code=codes, seats=rooms, parts=st.integers(2, 5), data=st.data())
def test_every_home_has_an_expert_of_each_part(
    code: str, seats: tuple[int, ...], parts: int, data: st.DataObject
) -> None:
    if len(seats) < 2 * parts:
        return
    wishes = data.draw(wishes_in(seats))
    both = jigsaw(row(code, seats), parts, wishes)
    assert everybody(both.experts) == everybody(both.homes) == list(seats)
    assert len(both.experts.groups) == parts
    assert min(len(group.seats) for group in both.experts.groups) >= 2
    for home in both.homes.groups:
        for expert in both.experts.groups:
            assert 1 <= len(set(home.seats) & set(expert.seats)) <= 2
    for wish in wishes:
        assert is_met(wish, both.experts) or wish in both.experts.given_up
        assert wish.kind == "together" or is_met(wish, both.homes) or wish in both.homes.given_up


def test_a_wish_is_given_up_only_where_it_must_be() -> None:
    """Five who may not sit together, and four groups: of the ten pairs exactly one goes."""
    apart = [Wish("apart", pair) for pair in combinations(range(1, 6), 2)]
    assert groups_of(row("lemon", range(1, 17)), 4, apart).given_up == (apart[-1],)
    assert groups_of(row("lemon", range(1, 21)), 4, apart).given_up == ()


def test_keeping_apart_weighs_more_than_keeping_together_and_a_chain_is_one_group() -> None:
    both = [Wish("together", (1, 2)), Wish("apart", (2, 1))]
    assert groups_of(row("lemon", range(1, 9)), 4, both).given_up == (Wish("together", (1, 2)),)
    chain = [Wish("together", (1, 2)), Wish("together", (2, 3)), Wish("together", (3, 4)), Wish("together", (4, 5))]
    made = groups_of(row("lemon", range(1, 9)), 4, chain)
    assert made.given_up == (chain[-1],)
    assert any(group.seats == (1, 2, 3, 4) for group in made.groups)


def test_a_wish_about_an_empty_seat_does_not_count() -> None:
    made = groups_of(row("lemon", range(1, 9)), 4, [Wish("apart", (1, 40))])
    assert made == groups_of(row("lemon", range(1, 9)), 4)


def test_impossible_wishes_end_soon() -> None:
    """Twelve seats that must all be apart from each other: 66 wishes, most of them in vain."""
    apart = [Wish("apart", pair) for pair in combinations(range(1, 13), 2)]
    made = groups_of(row("lemon", range(1, 13)), 4, apart)
    assert everybody(made) == list(range(1, 13))
    assert all(is_met(wish, made) or wish in made.given_up for wish in apart)

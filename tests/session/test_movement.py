"""Who moved: a transition matrix from paired ballots, and what two counts of hands can and cannot say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kit.session.movement import Ballot, movement, net_shift

STATEMENT = ("for", "against", "undecided")
SIDES = (1, -1, 0)
CORNERS = ("strongly-for", "for", "against", "strongly-against")
DEGREES = (3, 1, -1, -3)

marks = st.sampled_from(["", *CORNERS])
ballots = st.lists(st.builds(Ballot, before=marks, after=marks, line=st.none() | st.integers(1, 28)), max_size=60)


class TestOneClass:
    CLASS = (
        Ballot(before="for", after="for", line=3),
        Ballot(before="for", after="for"),
        Ballot(before="for", after="against", line=14),
        Ballot(before="against", after="undecided", line=14),
        Ballot(before="undecided", after="for", line=7),
        Ballot(before="undecided"),
        Ballot(after="against", line=9),
    )

    def test_every_way_is_named(self) -> None:
        moved = movement(STATEMENT, SIDES, self.CLASS)
        assert moved.moves == {"held": 2, "softened": 1, "decided": 1, "crossed": 1}
        assert (moved.pairs, moved.moved) == (5, 3)
        assert moved.flows[0].move == "held"

    def test_the_matrix_has_a_row_for_before_and_a_column_for_after(self) -> None:
        assert movement(STATEMENT, SIDES, self.CLASS).matrix == ((2, 1, 0), (0, 0, 1), (1, 0, 0))

    def test_a_stub_alone_is_counted_apart_and_its_line_nowhere(self) -> None:
        moved = movement(STATEMENT, SIDES, self.CLASS)
        assert (moved.only_before, moved.only_after) == (1, 1)
        assert 9 not in [number for number, _, _ in moved.lines]

    def test_lines_say_whom_they_moved_and_whom_they_held(self) -> None:
        assert movement(STATEMENT, SIDES, self.CLASS).lines == ((14, 2, 0), (3, 0, 1), (7, 1, 0))


class TestWhatAMoveIsCalled:
    def one(self, before: str, after: str) -> str:
        return movement(CORNERS, DEGREES, [Ballot(before=before, after=after)]).flows[0].move

    def test_a_step_to_the_middle_on_the_same_side_softens(self) -> None:
        assert self.one("strongly-for", "for") == "softened"
        assert self.one("strongly-against", "against") == "softened"

    def test_a_step_outward_hardens(self) -> None:
        assert self.one("against", "strongly-against") == "hardened"

    def test_the_other_side_is_a_crossing_however_near(self) -> None:
        assert self.one("for", "against") == "crossed"

    def test_reasons_side_by_side_have_no_middle(self) -> None:
        assert movement(("money", "idea"), (), [Ballot(before="money", after="idea")]).moves == {"moved": 1}


@given(ballots)
def test_rows_columns_and_moves_add_up(typed: list[Ballot]) -> None:
    moved = movement(CORNERS, DEGREES, typed)
    pairs = [ballot for ballot in typed if ballot.before and ballot.after]
    assert moved.pairs == len(pairs) == sum(moved.moves.values()) == sum(flow.count for flow in moved.flows)
    for index, option in enumerate(CORNERS):
        assert sum(moved.matrix[index]) == sum(ballot.before == option for ballot in pairs)
        assert sum(row[index] for row in moved.matrix) == sum(ballot.after == option for ballot in pairs)
    assert moved.only_before == sum(bool(b.before) and not b.after for b in typed)
    assert moved.only_after == sum(bool(b.after) and not b.before for b in typed)
    assert sum(a + b for _, a, b in moved.lines) == sum(ballot.line is not None for ballot in pairs)


@given(ballots)
def test_the_net_shift_of_the_pairs_is_what_two_counts_of_the_same_hands_say(typed: list[Ballot]) -> None:
    pairs = [ballot for ballot in typed if ballot.before and ballot.after]
    before = {option: sum(b.before == option for b in pairs) for option in CORNERS}
    after = {option: sum(b.after == option for b in pairs) for option in CORNERS}
    net = movement(CORNERS, DEGREES, typed).net
    assert net == net_shift(CORNERS, before, after)
    assert sum(net) == 0


def test_hands_cannot_say_who_moved() -> None:
    """Two classes, one that stood still and one in which everybody changed places, have the same net shift."""
    still = [Ballot(before="for", after="for"), Ballot(before="against", after="against")]
    swapped = [Ballot(before="for", after="against"), Ballot(before="against", after="for")]
    assert movement(STATEMENT, SIDES, still).net == movement(STATEMENT, SIDES, swapped).net == (0, 0, 0)
    assert movement(STATEMENT, SIDES, swapped).moved == 2

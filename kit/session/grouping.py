"""Groups out of a row: like cards dealt round a table, with wishes about who should and should not sit together.

`docs/draws.md` says in plain words what is done here, so that anyone can do it again. A wish that cannot be met is
given up and named; wishes named first weigh more, and keeping apart weighs more than keeping together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from kit.session.dealing import Table, deal
from kit.session.draws import Seat, letters

Pair = tuple[Seat, Seat]
WishKind = Literal["apart", "together"]
Role = Literal["observer", "timekeeper"]
Leftovers = Literal["join", "roles"]
"""What becomes of those who are over: they join a group, or they get a role."""

FEWEST_IN_A_GROUP = 2


class TooFewError(ValueError):
    """Not enough seats for what is asked: `least` would do."""

    def __init__(self, seats: int, least: int) -> None:
        super().__init__(f"{seats} seats, and it takes {least}")
        self.seats = seats
        self.least = least


@dataclass(frozen=True, slots=True)
class Wish:
    """Two seats that should not be in one group, or that should."""

    kind: WishKind
    pair: Pair


@dataclass(frozen=True, slots=True)
class Group:
    """A group by its letter or number, its seats in ascending order."""

    name: str
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """A seat that is in no group and has a role instead."""

    seat: Seat
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """What was dealt."""

    groups: tuple[Group, ...]
    duties: tuple[Duty, ...] = ()
    given_up: tuple[Wish, ...] = ()
    """The wishes these groups do not meet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Jigsaw:
    """Expert groups, one a part of the text, and home groups with at least one expert of each."""

    experts: Grouping
    homes: Grouping


def sizes(seats: int, size: int) -> tuple[int, ...]:
    """How large the groups are: `size` or one more.

    Where that cannot be (7 seats in fours), one group more and as even as possible: 4 and 3. Never one seat alone.
    Errors: `TooFewError`; ValueError where `size` is less than two.
    """
    if size < FEWEST_IN_A_GROUP:
        raise ValueError(f"a group of {size}")
    if seats < FEWEST_IN_A_GROUP:
        raise TooFewError(seats, FEWEST_IN_A_GROUP)
    groups, over = divmod(seats, size)
    return _even(seats, groups if over <= groups else groups + 1)


def groups_of(row: Sequence[Seat], size: int, wishes: Iterable[Wish] = (), leftovers: Leftovers = "join") -> Grouping:
    """Groups of `size` dealt from a `row` (`kit.session.draws.row`).

    With ``leftovers="roles"`` every group has exactly `size` and the seats at the end of the row get a role.
    Errors: as `sizes`.
    """
    wanted = _in_order(wishes, row)
    if leftovers == "join":
        return _grouping(row, sizes(len(row), size), wanted)
    least = max(size, FEWEST_IN_A_GROUP)
    if len(row) < least:
        raise TooFewError(len(row), least)
    over = _leftovers(row, len(row) % size, wanted)
    dealt = [seat for seat in row if seat not in over]
    made = _grouping(dealt, (size,) * (len(dealt) // size), _in_order(wanted, dealt))
    lonely = [wish for wish in wanted if wish.kind == "together" and over.intersection(wish.pair)]
    return Grouping(
        groups=made.groups,
        duties=tuple(
            Duty(seat, "timekeeper" if number == 1 else "observer")
            for number, seat in enumerate(seat for seat in row if seat in over)
        ),
        given_up=(*made.given_up, *lonely),
    )


def jigsaw(row: Sequence[Seat], parts: int, wishes: Iterable[Wish] = ()) -> Jigsaw:
    """Expert groups A, B, C … for so many `parts` of a text, then home groups 1, 2, 3 … with one expert of each.

    Those who are over make some home groups larger. Wishes hold among experts; only keeping apart holds at home too.
    Errors: `TooFewError` where an expert would be alone.
    """
    if parts < FEWEST_IN_A_GROUP:
        raise ValueError(f"a jigsaw of {parts}")
    homes, over = divmod(len(row), parts)
    if homes < FEWEST_IN_A_GROUP:
        raise TooFewError(len(row), parts * FEWEST_IN_A_GROUP)
    wanted = _in_order(wishes, row)
    experts = _grouping(row, _even(len(row), parts), wanted)
    part_of = {seat: part for part, group in enumerate(experts.groups) for seat in group.seats}
    # One place for each part in each home; what the first parts have over goes to homes 1, 2, 3 … in turn.
    places = [[1 + (part < over and part % homes == home) for part in range(parts)] for home in range(homes)]
    in_turn = sorted(row, key=lambda seat: part_of[seat])
    kept = [wish for wish in wanted if wish.kind == "apart"]
    met, given_up = _deal_with(in_turn, places, part_of, kept)
    return Jigsaw(
        experts=experts,
        homes=Grouping(
            groups=tuple(Group(str(number), tuple(sorted(seats))) for number, seats in enumerate(met, 1)),
            given_up=given_up,
        ),
    )


def _even(seats: int, groups: int) -> tuple[int, ...]:
    size, larger = divmod(seats, groups)
    return tuple(size + (number < larger) for number in range(groups))


def _in_order(wishes: Iterable[Wish], seats: Iterable[Seat]) -> list[Wish]:
    """The wishes about these seats: first those to keep apart, then those to keep together, each in its order."""
    here = set(seats)
    about = dict.fromkeys(Wish(wish.kind, _pair(wish.pair)) for wish in wishes if here.issuperset(wish.pair))
    return sorted(about, key=lambda wish: wish.kind)


def _pair(pair: Pair) -> Pair:
    return (min(pair), max(pair))


def _leftovers(row: Sequence[Seat], count: int, wishes: Sequence[Wish]) -> set[Seat]:
    """The last seats of the row, passing over those who should be kept together with somebody as long as it can be."""
    bound = {seat for wish in wishes if wish.kind == "together" for seat in wish.pair}
    backwards = row[::-1]
    return set(sorted(backwards, key=lambda seat: seat in bound)[:count])


def _grouping(row: Sequence[Seat], room: Sequence[int], wishes: Sequence[Wish]) -> Grouping:
    met, given_up = _deal_with(row, [[places] for places in room], {}, wishes)
    return Grouping(
        groups=tuple(Group(letters(index), tuple(sorted(seats))) for index, seats in enumerate(met)),
        given_up=given_up,
    )


def _deal_with(
    row: Sequence[Seat], places: Sequence[Sequence[int]], part_of: dict[Seat, int], wishes: Sequence[Wish]
) -> tuple[tuple[tuple[Seat, ...], ...], tuple[Wish, ...]]:
    """Deal with as many of the wishes as can be met, taken one by one; and those that were given up."""
    kept: list[Wish] = []
    given_up: list[Wish] = []
    met = deal(_table(row, places, part_of, kept))
    assert met is not None, "without wishes there is always a place"
    if wishes and (every := deal(_table(row, places, part_of, wishes))) is not None:
        return every, ()
    for wish in wishes:
        tried = deal(_table(row, places, part_of, [*kept, wish]))
        if tried is None:
            given_up.append(wish)
        else:
            kept.append(wish)
            met = tried
    return met, tuple(given_up)


def _table(
    row: Sequence[Seat], places: Sequence[Sequence[int]], part_of: dict[Seat, int], wishes: Sequence[Wish]
) -> Table:
    return Table(
        row=tuple(row),
        places=tuple(map(tuple, places)),
        part_of=part_of,
        apart=frozenset(wish.pair for wish in wishes if wish.kind == "apart"),
        together=frozenset(wish.pair for wish in wishes if wish.kind == "together"),
    )

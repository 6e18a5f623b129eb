"""Dealing a row round a table: each seat to the next group that will have it, going back where nobody will.

First those about whom there is a wish are dealt, then all the others. It always ends: after `MOST_TRIES` placements a
set of wishes counts as impossible.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kit.session.draws import Seat

MOST_TRIES = 5_000
"""Placements that are tried for one set of wishes; a class of thirty with fifteen wishes needs a few hundred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What is dealt, and where there is room."""

    row: tuple[Seat, ...]
    places: tuple[tuple[int, ...], ...]
    """For each group, how many seats of each part it takes; together as many as there are seats."""
    part_of: Mapping[Seat, int]
    """The part of a jigsaw each seat is an expert for; a seat that is not here is of part 0."""
    apart: frozenset[tuple[Seat, Seat]]
    together: frozenset[tuple[Seat, Seat]]


Dealt = tuple[tuple[Seat, ...], ...]
"""The seats of each group."""

_Units = list[tuple[Seat, ...]]


def deal(table: Table) -> Dealt | None:
    """The first way to deal that meets every wish; None where there is none."""
    return _Dealer(table).deal()


class _Dealer:
    """One dealing: what lies on the table now, and how often something was tried."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.room = [list(places) for places in table.places]
        self.groups: list[list[Seat]] = [[] for _ in table.places]
        self.foes: dict[Seat, set[Seat]] = {}
        for one, other in table.apart:
            self.foes.setdefault(one, set()).add(other)
            self.foes.setdefault(other, set()).add(one)
        self.tries = 0

    def deal(self) -> Dealt | None:
        wished, free = self._units()
        turn = self._place(wished, 0, 0)
        if turn is None:
            return None
        for unit in free:
            index = next(self._groups_for(unit, turn))
            self._put(unit, index)
            turn = index + 1
        return tuple(map(tuple, self.groups))

    def _units(self) -> tuple[_Units, _Units]:
        """Seats that are dealt as one, in the order of the row: those with a wish, and the others."""
        members = {seat: [seat] for seat in self.table.row}
        for one, other in sorted(self.table.together):
            if members[one] is not members[other]:
                joined = members[one] + members[other]
                for seat in joined:
                    members[seat] = joined
        place = {seat: index for index, seat in enumerate(self.table.row)}
        units = dict.fromkeys(tuple(sorted(members[seat], key=place.__getitem__)) for seat in self.table.row)
        wished = [unit for unit in units if len(unit) > 1 or unit[0] in self.foes]
        return wished, [unit for unit in units if len(unit) == 1 and unit[0] not in self.foes]

    def _place(self, units: _Units, first: int, turn: int) -> int | None:
        """Place the units from `first` on, beginning with the group whose `turn` it is; whose turn is next, or None."""
        if first == len(units):
            return turn
        for index in self._groups_for(units[first], turn):
            self.tries += 1
            if self.tries > MOST_TRIES:
                return None
            self._put(units[first], index)
            after = self._place(units, first + 1, index + 1)
            if after is not None:
                return after
            self._take_back(units[first], index)
        return None

    def _groups_for(self, unit: tuple[Seat, ...], turn: int) -> Iterator[int]:
        """The groups that will have this unit, from the one whose turn it is, once round the table."""
        foes = set().union(*(self.foes.get(seat, set()) for seat in unit))
        if foes.intersection(unit):
            return
        empty: set[tuple[int, ...]] = set()
        for step in range(len(self.groups)):
            index = (turn + step) % len(self.groups)
            if not self._has_room(unit, index) or foes.intersection(self.groups[index]):
                continue
            if not self.groups[index]:  # an empty group is like any other empty one of its size
                if self.table.places[index] in empty:
                    continue
                empty.add(self.table.places[index])
            yield index

    def _has_room(self, unit: tuple[Seat, ...], index: int) -> bool:
        parts = [self._part(seat) for seat in unit]
        return all(self.room[index][part] >= parts.count(part) for part in set(parts))

    def _part(self, seat: Seat) -> int:
        return self.table.part_of.get(seat, 0)

    def _put(self, unit: tuple[Seat, ...], index: int) -> None:
        self.groups[index] += unit
        for seat in unit:
            self.room[index][self._part(seat)] -= 1

    def _take_back(self, unit: tuple[Seat, ...], index: int) -> None:
        del self.groups[index][-len(unit) :]
        for seat in unit:
            self.room[index][self._part(seat)] += 1

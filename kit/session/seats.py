"""Where the seats of a classroom are, and which key stands for each: rows, a U, or a circle; numbers, never names."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Literal

Shape = Literal["rows", "u", "circle"]
"""How the chairs stand."""

TEACHER = 0
"""What stands for the teacher where a seat is asked for; pupils have 1 and up."""

MOST_SEATS = 60

MOST_COLUMNS = 10
"""Seats side by side in a row; more do not fit on a terminal of 80 columns."""

ONE_RING = 30
"""Up to so many seats a U or a circle is single; beyond, there is an outer one and an inner one."""

ONE_KEY = 30
"""Up to so many seats one key stands for a seat; beyond, two."""

HOME_KEYS = "fjaslkhg"
"""Keys under the resting fingers: the first ones given, and the only ones of the two-key hints. Eight give 64."""

SEAT_KEYS = HOME_KEYS + "reiopycnvmxz" + "1234567890"
"""Every key that can stand for a seat; b, d, q, t, u and w keep the meaning they have everywhere in a class.

In a class of 30 a digit is the last one of its seat's number.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatPlan:
    """How the chairs of the class stand."""

    shape: Shape = "rows"
    seats: int = 28
    columns: int = 0
    """Seats in a row, 0 for a usual number; only rows ask for it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a seat is on the plan: from 0, the first row being nearest to the board."""

    row: int
    column: int


def sound(plan: SeatPlan) -> bool:
    """Whether such a class can be: 1 to 60 seats, at most 10 in a row."""
    return 1 <= plan.seats <= MOST_SEATS and 0 <= plan.columns <= MOST_COLUMNS


def spots(plan: SeatPlan) -> Mapping[int, Spot]:
    """The place of every seat, by its number from 1: rows from the left, a U and a circle clockwise."""
    if plan.shape == "rows":
        return {seat: Spot(*divmod(seat - 1, _columns(plan))) for seat in range(1, plan.seats + 1)}
    around = _u if plan.shape == "u" else _ring
    found = around(plan.seats) if plan.seats <= ONE_RING else _nested(plan.seats, around, plan.shape)
    return dict(enumerate(found, 1))


def _columns(plan: SeatPlan) -> int:
    return plan.columns or usual_columns(plan.seats)


def usual_columns(seats: int) -> int:
    """Seats in a row where nobody has said how many: four rows, as long as they fit."""
    return max(4, min(MOST_COLUMNS, math.ceil(seats / 4)))


def _u(seats: int, sides: int | None = None) -> list[Spot]:
    """Down the right side, along the back, up the left side; the board is at the open end."""
    if seats < 3:
        return [Spot(0, column) for column in range(seats)]
    high = max(1, round(seats * 0.3)) if sides is None else sides
    back = seats - 2 * high
    right = [Spot(row, back + 1) for row in range(high)]
    along = [Spot(high, column) for column in range(back, 0, -1)]
    left = [Spot(row, 0) for row in range(high - 1, -1, -1)]
    return right + along + left


def _ring(seats: int, sides: int | None = None) -> list[Spot]:
    """Along the front from the left, down the right side, along the back, up the left side."""
    if seats < 4:
        return [Spot(0, column) for column in range(seats)]
    high = max(0, round(seats * 0.2) - 1) if sides is None else sides
    front = math.ceil((seats - 2 * high) / 2)
    back = seats - 2 * high - front
    ahead = [Spot(0, column) for column in range(1, front + 1)]
    right = [Spot(row, front + 1) for row in range(1, high + 1)]
    behind = [Spot(high + 1, column) for column in range(back, 0, -1)]
    left = [Spot(row, 0) for row in range(high, 0, -1)]
    return ahead + right + behind + left


def _nested(seats: int, around: Callable[[int, int], list[Spot]], shape: Shape) -> list[Spot]:
    """An outer and an inner one of the same shape, the inner one two columns and a row smaller on every side."""
    high = (6 if seats <= 40 else 8) if shape == "u" else 5
    inner_high = high - 1 if shape == "u" else high - 2
    # What the inner one loses on its sides, it loses at the back (and in front) too: 4 columns.
    fewer = 2 * (high - inner_high) + (4 if shape == "u" else 8)
    outer = (seats + fewer + 1) // 2
    inner = seats - outer
    inside = around(inner, inner_high)
    down = 0 if shape == "u" else 1
    return [*around(outer, high), *(Spot(spot.row + down, spot.column + 2) for spot in inside)]


def hints(plan: SeatPlan, absent: Collection[int] = ()) -> Mapping[int, str]:
    """The keys of every seat that is taken today: one key up to 30 of them, two beyond; an empty seat gets none.

    Up to 30 chairs every chair keeps its key whoever is away; in a larger room the keys go to those who are there.
    """
    everybody = range(1, plan.seats + 1)
    taken = [seat for seat in everybody if seat not in absent]
    if plan.seats <= ONE_KEY:
        return {seat: SEAT_KEYS[seat - 1] for seat in taken}
    if len(taken) <= ONE_KEY:
        return dict(zip(taken, SEAT_KEYS, strict=False))
    return dict(zip(taken, (first + second for first in HOME_KEYS for second in HOME_KEYS), strict=False))

"""The plan of the room at the desk: every chair a cell with its key, its side, its turns, and whether it may speak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from textual.content import Content
from textual.style import Style

from kit.screen.layout.deck import SIDE_SHAPE
from kit.screen.layout.rows import verbatim
from kit.screen.layout.talk import board
from kit.session.referee import Standing
from kit.session.seats import ONE_KEY, SeatPlan, Spot, spots
from kit.words import Words

HEIGHTS = "▁▂▃▄▅▆▇█"
"""Turns of a seat as a small bar."""

FULL_BAR = 4
"""Turns that fill the bar as long as nobody has more."""

SIGN: dict[Standing, str] = {"free": " ", "give-way": "~", "wait": "×"}
"""After the key: nothing where the seat may speak next, ~ where others come first, × where it is not its turn yet."""

SIDE = {**SIDE_SHAPE, "undecided": "■"}

FLOOR = "bold $on-primary on $primary"

NARROWEST, WIDE, WIDEST = 3, 9, 14
"""Columns for one chair: at least, at most, and at most where it has a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chairs:
    """What the plan is drawn from; everything is by seat."""

    plan: SeatPlan
    hints: Mapping[int, str]
    absent: frozenset[int]
    turns: Mapping[int, int]
    standing: Mapping[int, Standing]
    sides: Mapping[int, str]
    floor: int | None = None
    """The seat that has the floor."""
    names: Mapping[int, str] = field(default_factory=dict)


def chair_rows(chairs: Chairs, width: int, tr: Words, *, names: bool) -> list[Content]:
    """The board and, row by row, the chairs; beneath them their names where `names` says so and there is room."""
    places = spots(chairs.plan)
    columns = 1 + max(spot.column for spot in places.values())
    narrowest = NARROWEST + (chairs.plan.seats > ONE_KEY)
    if columns * narrowest > width:
        # The room is wider than the terminal: the seats stand in their order.
        columns = max(1, width // (narrowest + 1))
        places = {seat: Spot(*divmod(index, columns)) for index, seat in enumerate(sorted(places))}
    each = min(WIDEST if names and chairs.names else WIDE, width // columns)
    seat_at = {(spot.row, spot.column): seat for seat, spot in places.items()}
    rows = [board(min(width, each * columns), tr)]
    for row in range(1 + max(spot.row for spot in places.values())):
        here = [seat_at.get((row, column)) for column in range(columns)]
        rows.append(_row([_cell(chairs, seat, each) for seat in here], width))
        if names and each > 5:
            named = [_name(chairs.names.get(seat or 0, ""), each) for seat in here]
            rows += [_row(named, width)] if any(name.plain.strip() for name in named) else []
    return rows


def _row(cells: Sequence[Content], width: int) -> Content:
    return Content("").join(cells).truncate(width)


def _cell(chairs: Chairs, seat: int | None, each: int) -> Content:
    if seat is None:
        return Content(" " * each)
    click = Style.from_meta({"@click": f"screen.mode('seat {seat}')"})
    keys = chairs.hints.get(seat, "")
    if seat in chairs.absent:
        cell = Content.styled(f"{keys} –".strip(), "$text-muted")
    else:
        room = each - len(keys)
        has_floor = seat == chairs.floor
        cell = Content.assemble(
            (keys, "bold $primary"),
            ("●" if has_floor else SIGN[chairs.standing.get(seat, "free")], "$text-muted"),
            (_bar(chairs, seat) if room > 2 else "", "$accent"),
            (_count(chairs, seat, room), "$foreground"),
            (_side(chairs, seat, room), "$foreground"),
        ).truncate(each - 1)
        if has_floor:
            cell = Content.styled(cell.plain, FLOOR)
    return (cell.stylize(click)).pad_right(max(0, each - cell.cell_length))


def _bar(chairs: Chairs, seat: int) -> str:
    """The turns of a seat, high or low; a dot where it has not been heard."""
    turns = chairs.turns.get(seat, 0)
    most = max(FULL_BAR, *chairs.turns.values()) if chairs.turns else FULL_BAR
    return HEIGHTS[max(0, -(-turns * len(HEIGHTS) // most) - 1)] if turns else "·"


def _count(chairs: Chairs, seat: int, room: int) -> str:
    """The number of its turns, where there are more than 4 columns beside its key."""
    turns = chairs.turns.get(seat, 0)
    return str(turns) if turns and room > 4 else ""


def _side(chairs: Chairs, seat: int, room: int) -> str:
    """The side it sits on, where there are more than 3 columns beside its key."""
    side = SIDE.get(chairs.sides.get(seat, ""), "")
    return f"{' ' if room > 6 else ''}{side}" if side and room > 3 else ""


def _name(name: str, each: int) -> Content:
    shown = verbatim(name).truncate(each - 1, ellipsis=True)
    return shown.pad_right(each - shown.cell_length)

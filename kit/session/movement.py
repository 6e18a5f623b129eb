"""Who moved between two votes: the transition matrix of paired ballots, or the net shift of two counts of hands.

The matrix needs pairs: the same person's vote before and after. Two counts of hands say by how much a side has grown,
never how many people moved: ten may have left it while eleven came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Move = Literal["held", "softened", "hardened", "decided", "crossed", "moved"]
"""What somebody did between two votes: stayed; went towards the middle; went further out on the same side; left the
middle; changed sides; or, where the options have no order, chose another one."""

MOVES: tuple[Move, ...] = ("held", "softened", "hardened", "decided", "crossed", "moved")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One pupil's two votes, without the pupil; "" for a stub that is missing."""

    before: str = ""
    after: str = ""
    line: int | None = None
    """The line that decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """How many people went from one option to another."""

    before: str
    after: str
    count: int
    move: Move


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """What paired ballots tell."""

    options: tuple[str, ...]
    matrix: tuple[tuple[int, ...], ...]
    """`matrix[i][j]`: how many chose option i before and option j after."""
    moves: Mapping[Move, int]
    """How many did what; those nobody did are absent. They add up to `pairs`."""
    flows: tuple[Flow, ...]
    """Every way somebody went, the most travelled first; those who held are among them."""
    lines: tuple[tuple[int, int, int], ...]
    """The lines that decided, the most named first: number, by how many who moved, by how many who held."""
    only_before: int
    """Ballots whose second stub is missing: counted in no pair."""
    only_after: int
    """Ballots whose first stub is missing."""

    @property
    def pairs(self) -> int:
        """How many people are in the matrix."""
        return sum(map(sum, self.matrix))

    @property
    def moved(self) -> int:
        """How many of them changed their vote."""
        return self.pairs - self.moves.get("held", 0)

    @property
    def net(self) -> tuple[int, ...]:
        """The net shift of each option among the pairs: arrivals less departures."""
        rows = [sum(row) for row in self.matrix]
        return tuple(sum(column) - row for column, row in zip(zip(*self.matrix, strict=True), rows, strict=True))


def movement(options: Sequence[str], scale: Sequence[int], ballots: Iterable[Ballot]) -> Movement:
    """The movement in `ballots`; `scale` says where each option stands (empty: the options have no order)."""
    place = dict(zip(options, scale, strict=True)) if scale else {}
    ways: Counter[tuple[str, str]] = Counter()
    lines: dict[int, list[int]] = {}
    only_before = only_after = 0
    for ballot in ballots:
        if not ballot.before or not ballot.after:
            only_before += bool(ballot.before)
            only_after += bool(ballot.after)
            continue
        ways[ballot.before, ballot.after] += 1
        if ballot.line is not None:
            lines.setdefault(ballot.line, [0, 0])[ballot.before == ballot.after] += 1
    flows = [
        Flow(before=before, after=after, count=count, move=_move(before, after, place))
        for (before, after), count in ways.items()
    ]
    order = {option: index for index, option in enumerate(options)}
    flows.sort(key=lambda flow: (-flow.count, order[flow.before], order[flow.after]))
    return Movement(
        options=tuple(options),
        matrix=tuple(tuple(ways[before, after] for after in options) for before in options),
        moves={move: total for move in MOVES if (total := sum(f.count for f in flows if f.move == move))},
        flows=tuple(flows),
        lines=tuple(
            (number, moved, held)
            for number, (moved, held) in sorted(lines.items(), key=lambda item: (-sum(item[1]), item[0]))
        ),
        only_before=only_before,
        only_after=only_after,
    )


def net_shift(options: Sequence[str], before: Mapping[str, int], after: Mapping[str, int]) -> tuple[int, ...]:
    """By how much each option has grown from one count of hands to the next; an option not counted had nobody."""
    return tuple(after.get(option, 0) - before.get(option, 0) for option in options)


def _move(before: str, after: str, place: Mapping[str, int]) -> Move:
    if before == after:
        return "held"
    if not place:
        return "moved"
    here, there = place[before], place[after]
    if here * there < 0:
        return "crossed"
    if here == 0:
        return "decided"
    return "softened" if abs(there) < abs(here) else "hardened"

"""Cards to cut out: roles, viewpoints, quotations; fronts and backs fall on each other when both sides are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kit.lesson.scene import SceneLine

CardKind = Literal["role", "viewpoint", "quotation"]

DENSE = 8
"""Cards on a sheet where their text is short."""

LOOSE = 4
"""Cards on a sheet where it is not."""

COLUMNS = 2

MOST_DENSE = 290
"""Characters that fit one eighth of a sheet beside the heading."""

MOST_LOOSE = 640
"""Characters that fit a quarter; what is longer is set as wide as the sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card. Its text is either our own, or lines of an article."""

    kind: CardKind
    title: str
    text: str = ""
    lines: tuple[SceneLine, ...] = ()
    language: str = ""
    """Of the lines."""
    numbers: str = ""
    """“lines 3–5”."""
    status: str = ""
    """How the lines stand: stated, alleged …"""

    @property
    def length(self) -> int:
        """Characters it has to find room for; a line of its own takes half a row more."""
        return (
            len(self.text) + sum(len(line.text) + len(line.translation) + 30 for line in self.lines) + len(self.title)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSheet:
    """What is printed on one sheet: fronts, and backs in the order in which they lie behind them."""

    kind: CardKind
    each: int
    """Places on the sheet: 8, 4 or 1."""
    fronts: tuple[Card, ...]
    backs: tuple[Card | None, ...]
    """Row by row with left and right exchanged, so that they fit when the sheet is turned over its long edge."""


def sheets(cards: Iterable[Card]) -> tuple[CardSheet, ...]:
    """The cards sheet by sheet: each kind on its own, as many on a sheet as their texts allow."""
    made: list[CardSheet] = []
    for kind in ("role", "viewpoint", "quotation"):
        own = [card for card in cards if card.kind == kind]
        if own:
            made += _of_one_kind(own)
    return tuple(made)


def _of_one_kind(cards: Sequence[Card]) -> Iterator[CardSheet]:
    pieces = [piece for card in cards for piece in _cut(card)]
    for each in (DENSE, LOOSE, 1):
        fitting = [piece for piece in pieces if _each(piece) == each]
        for first in range(0, len(fitting), each):
            fronts = tuple(fitting[first : first + each])
            yield CardSheet(kind=fronts[0].kind, each=each, fronts=fronts, backs=_mirrored(fronts))


def _each(card: Card) -> int:
    return DENSE if card.length <= MOST_DENSE else LOOSE if card.length <= MOST_LOOSE else 1


def _cut(card: Card) -> Iterator[Card]:
    """A quotation of many lines becomes several cards; one that is short, or of our own words, stays what it is."""
    if card.length <= MOST_DENSE or len(card.lines) < 2:
        yield card
        return
    half = _middle(card.lines)
    yield from _cut(replace(card, lines=card.lines[:half]))
    yield from _cut(replace(card, lines=card.lines[half:]))


def _middle(lines: Sequence[SceneLine]) -> int:
    """Where to cut so that both parts are about as long."""
    lengths = [len(line.text) + len(line.translation) for line in lines]
    return min(range(1, len(lines)), key=lambda at: abs(2 * sum(lengths[:at]) - sum(lengths)))


def _mirrored(fronts: Sequence[Card]) -> tuple[Card | None, ...]:
    backs: list[Card | None] = []
    for first in range(0, len(fronts), COLUMNS):
        row: list[Card | None] = list(fronts[first : first + COLUMNS])
        row += [None] * (COLUMNS - len(row))
        backs += reversed(row)
    return tuple(backs)

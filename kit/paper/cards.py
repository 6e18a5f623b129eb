"""Cards to cut out: roles, viewpoints, quotations; fronts and backs fall on each other when both sides are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Literal

from kit.lesson.scene import SceneLine

CardKind = Literal["role", "viewpoint", "quotation"]

DENSE = 8
"""Cards on a sheet where their text is short."""

LOOSE = 4
"""Cards on a sheet where it is not."""

COLUMNS = 2

BRIEF = 160
"""Letters that find room on the smallest card in large type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What fits a card's place on the sheet, reckoned generously from letters."""

    letters: int
    """In a row of its text."""
    rows: int
    """Of text, beside heading and status."""


PLACES = {DENSE: Place(letters=40, rows=10), LOOSE: Place(letters=36, rows=17)}


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
    def brief(self) -> bool:
        """Whether it says so little that it can be read from a hand across the table."""
        return not self.lines and len(self.text) <= BRIEF

    def fits(self, place: Place) -> bool:
        """Whether its text finds room there."""
        texts = [self.text, *(text for line in self.lines for text in (line.text, line.translation))]
        rows = sum(ceil((len(text) + 4) / place.letters) for text in texts if text)
        more_title = ceil(len(self.title) / (place.letters - 12)) - 1
        return rows + more_title + 0.3 * len(self.lines) <= place.rows


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
    return next((each for each, place in PLACES.items() if card.fits(place)), 1)


def _cut(card: Card) -> Iterator[Card]:
    """A quotation of many lines becomes several cards, each as full as may be; anything else stays what it is."""
    waiting = card.lines
    if not waiting:
        yield card
    while waiting:
        most = 1
        while most < len(waiting) and replace(card, lines=waiting[: most + 1]).fits(PLACES[DENSE]):
            most += 1
        yield replace(card, lines=waiting[:most])
        waiting = waiting[most:]


def _mirrored(fronts: Sequence[Card]) -> tuple[Card | None, ...]:
    backs: list[Card | None] = []
    for first in range(0, len(fronts), COLUMNS):
        row: list[Card | None] = list(fronts[first : first + COLUMNS])
        row += [None] * (COLUMNS - len(row))
        backs += reversed(row)
    return tuple(backs)

"""How a terminal of a given size is divided: margins, columns, and how tall the clock may be."""

from __future__ import annotations

from dataclasses import dataclass

MOST_ROWS = 28
"""Title, strip, two empty rows and 24 rows of content: more rows mean letters that are too small for the last desk."""

SMALL_LETTERS = 34
"""From more terminal rows than this the letters are too small, and Kit says how to enlarge them."""

BESIDE_FROM = 110
"""Columns from which a translation stands beside its original."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the terminal above the footer, in columns and rows."""

    columns: int
    rows: int

    @property
    def beside(self) -> bool:
        """Whether two columns of text have room."""
        return self.columns >= BESIDE_FROM

    @property
    def width(self) -> int:
        """Columns of content, between wide margins."""
        margin = 2 if self.columns < 80 else 4 if self.columns < 100 else 6
        return max(10, min(self.columns - 2 * margin, 148 if self.beside else 96))

    @property
    def left(self) -> int:
        """Empty columns before the content."""
        return max(0, (self.columns - self.width) // 2)

    @property
    def height(self) -> int:
        """Rows that are used."""
        return min(self.rows, MOST_ROWS)

    @property
    def above(self) -> int:
        """Empty rows above what is used, on a tall terminal."""
        return (self.rows - self.height) // 3

    @property
    def top(self) -> int:
        """Rows of the heading: title and strip, and an empty row where there is room."""
        return 3 if self.rows >= 21 else 2

    @property
    def bottom(self) -> int:
        """Empty rows under the deck."""
        return 1 if self.rows >= 26 else 0

    @property
    def digits(self) -> int:
        """How many rows tall the clock's digits are."""
        if self.rows >= 25 and self.width >= 80:
            return 5
        return 3 if self.rows >= 20 and self.width >= 60 else 1

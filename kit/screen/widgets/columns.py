"""Rows of aligned columns for lists: they re-flow with the width and never interpret the text they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

GAP = 2
"""Empty cells between two columns."""

MARGIN = 2
"""Cells before the first column, where the mark of the chosen row stands."""


NEVER = 10_000
"""A `from_width` no terminal has."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list."""

    head: str
    """The words above it."""
    width: int = 0
    """Cells; 0 takes what the others leave, shared where there are several such columns."""
    align: Literal["left", "right"] = "left"
    most: int = 999
    """Cells a column that grows takes at most: the eye should not have to travel."""
    share: int = 1
    """What a column that grows gets, in proportion to the others."""
    from_width: int = 0
    """Only shown in lists of at least so many cells."""


def widths(columns: Sequence[Column], available: int) -> list[int]:
    """Cells for each column in a row of `available` cells without its margin; 0 for a column that is not shown."""
    shown = [column for column in columns if available >= column.from_width]
    room = available - GAP * (len(shown) - 1) - sum(column.width for column in shown)
    growing = sorted((column for column in shown if column.width == 0), key=lambda column: column.most)
    grown: dict[int, int] = {}
    for index, column in enumerate(growing):  # what one cannot use goes to the next
        fair = room * column.share // sum(other.share for other in growing[index:])
        grown[id(column)] = max(4, min(column.most, fair))
        room -= grown[id(column)]
    return [0 if available < c.from_width else c.width or grown[id(c)] for c in columns]


class Row(Visual):
    """One row of cells under the columns of a list; what does not fit ends in an ellipsis."""

    def __init__(
        self, columns: Sequence[Column], cells: Sequence[Content], mark: str = "", margin: int = MARGIN
    ) -> None:
        self.columns = columns
        self.cells = cells
        self.mark = mark
        self.margin = margin

    def content(self, width: int) -> Content:
        """The row as one line of `width` cells."""
        margin = fit(Content(self.mark), self.margin, "left")
        room = width - self.margin - (1 if self.margin else 0)  # a list's last word keeps off its scrollbar
        parts = [
            fit(cell, cells, column.align)
            for column, cell, cells in zip(self.columns, self.cells, widths(self.columns, room), strict=True)
            if cells
        ]
        return margin + Content(" " * GAP).join(parts)

    def render_strips(self, width: int, _height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw the row (Textual's protocol for everything that can be shown)."""
        return self.content(width).render_strips(width, 1, style, options)

    def get_optimal_width(self, _rules: RulesMap, container_width: int) -> int:
        """All there is: a list fills its pane."""
        return container_width

    def get_height(self, _rules: RulesMap, _width: int) -> int:
        """Always one line, so that the eye finds its column again."""
        return 1


def fit(cell: Content, width: int, align: Literal["left", "right"]) -> Content:
    """`cell` in exactly `width` cells of the terminal, wide characters counted as two."""
    if cell.cell_length > width:
        cell = cell.truncate(width, ellipsis=True)
    empty = max(0, width - cell.cell_length)
    return cell.pad_left(empty) if align == "right" else cell.pad_right(empty)

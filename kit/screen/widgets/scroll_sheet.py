"""Rows that are longer than their place, read on by keys or the wheel: a new text costs no new layout."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.content import Content

from kit.screen.widgets.wall_sheet import WallSheet

NOTCH = 3
"""Rows of one turn of the wheel."""

BAR = 2
"""Columns at the right: one free, and one for the bar."""


class ScrollSheet(WallSheet):
    """Paints as many of the rows that `rows_for` (columns) gives as there is room for, with a bar beside them."""

    def __init__(self, rows_for: Callable[[int], Sequence[Content]], *, id: str | None = None) -> None:
        super().__init__(self._visible, id=id)
        self._all_for = rows_for
        self._all: Sequence[Content] = ()
        self._all_made_for: int | None = None
        self.first = 0
        """The row on top."""

    def remake(self, only: tuple[int, int, int, int] | None = None) -> None:
        """Ask for the rows again; the place where one reads stays."""
        self._all_made_for = None
        super().remake(only)

    def go(self, first: int) -> None:
        """Put row `first` on top, or the nearest that leaves no empty room."""
        first = max(0, min(first, len(self._all) - self.size.height))
        if first != self.first:
            self.first = first
            super().remake()

    def _visible(self, columns: int, rows: int) -> list[Content]:
        width = max(2, columns - BAR)
        if self._all_made_for != width:
            self._all, self._all_made_for = self._all_for(width), width
        count = len(self._all)
        self.first = max(0, min(self.first, count - rows))
        shown = list(self._all[self.first : self.first + rows])
        if count <= rows:
            return shown
        top, end = thumb(self.first, rows, count)
        bar = Content(" ") + Content.styled("┃", "$text-muted")
        return [
            row.pad_right(max(0, width - row.cell_length)) + bar if top <= y < end else row
            for y, row in enumerate(shown)
        ]

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.go(self.first + NOTCH)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.go(self.first - NOTCH)

    def on_click(self, event: events.Click) -> None:
        """A click on the bar goes to that part of the text."""
        rows, count = self.size.height, len(self._all)
        at = event.get_content_offset(self)
        if at is not None and count > rows and at.x >= self.size.width - 1:
            event.stop()
            self.go(round(at.y / max(1, rows - 1) * (count - rows)))


def thumb(first: int, rows: int, count: int) -> tuple[int, int]:
    """Which rows of a bar `rows` high stand for what is seen: from, and to before. `count` is more than `rows`."""
    length = max(1, round(rows * rows / count))
    top = round(first / (count - rows) * (rows - length))
    return top, top + length

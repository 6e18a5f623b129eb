"""A pane of rows that scrolls: it draws only what is seen, however long the text is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

AIR = 1
"""Columns between the words and the scrollbar."""


Place = tuple[int, int]
"""The first and the last of some rows."""


class RowsPane(ScrollView, can_focus=False):
    """Shows what `rows_for` (columns) gives: rows, and from which to which should be seen, if any.

    It never takes the focus, so every key reaches the screen.
    """

    DEFAULT_CSS = """
    RowsPane {
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 0;
        overflow-x: hidden;
    }
    """
    ALLOW_SELECT = False

    def __init__(self, rows_for: Callable[[int], tuple[Sequence[Content], Place | None]], *, id: str) -> None:
        super().__init__(id=id)
        self._rows_for = rows_for
        self._rows: Sequence[Content] = ()
        self._made_for = 0
        self._wanted: Place | None = None

    def remake(self) -> None:
        """Ask for the rows again, and scroll to those that should be seen."""
        self._made_for = 0
        self._make()
        self._settle()
        self.refresh()

    def on_resize(self, _event: Resize) -> None:
        self._make()
        self._settle()

    def _make(self) -> None:
        width = self.scrollable_content_region.width
        if width > 0 and width != self._made_for:
            self._rows, self._wanted = self._rows_for(width - AIR)
            self._made_for = width
            self.virtual_size = Size(width, len(self._rows))

    def _settle(self) -> None:
        """Scroll as far as is needed, with a little of what stands before the rows."""
        height = self.scrollable_content_region.height
        if self._wanted is None or height <= 0:
            return
        first, last = self._wanted
        top = round(self.scroll_offset.y)
        if first < top or last >= top + height:
            before = min(3, max(0, height - (last - first + 1)))
            self.scroll_to(y=max(0, first - before), animate=False, force=True, immediate=True)

    def render_line(self, y: int) -> Strip:
        # The rows are made when they are painted, for the width they are painted in: no empty frame comes first.
        self._make()
        row = y + round(self.scroll_offset.y)
        base, width = self.visual_style, self.scrollable_content_region.width
        if row >= len(self._rows):
            return Strip.blank(width, base.rich_style)
        pieces = self._rows[row].render(base, end="", parse_style=self.app.stylesheet.parse_style)
        return Strip([Segment(text, style.rich_style) for text, style in pieces]).adjust_cell_length(
            width, base.rich_style
        )

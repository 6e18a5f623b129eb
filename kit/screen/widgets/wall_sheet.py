"""The widget that paints the wall, row by row, and the clock on its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget


class WallSheet(Widget):
    """Paints what `rows_for` (columns, rows) gives. It never takes the focus, so every key reaches the screen."""

    DEFAULT_CSS = """
    WallSheet {
        width: 1fr;
        height: 1fr;
    }
    """
    ALLOW_SELECT = False

    def __init__(self, rows_for: Callable[[int, int], Sequence[Content]], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows_for = rows_for
        self._rows: Sequence[Content] = ()
        self._made_for: Size | None = None

    def remake(self, only: tuple[int, int, int, int] | None = None) -> None:
        """Ask for the rows again; with `only` (column, row, columns, rows), paint nothing but that part."""
        self._made_for = None
        if only is None:
            self.refresh()
        else:
            self.refresh(Region(*only))

    def render_line(self, y: int) -> Strip:
        # The rows are made when they are painted, for the size they are painted in: no empty frame comes first.
        if self._made_for != self.size:
            self._rows = self._rows_for(self.size.width, self.size.height)
            self._made_for = self.size
        base = self.visual_style
        width = self.size.width
        if y >= len(self._rows):
            return Strip.blank(width, base.rich_style)
        pieces = self._rows[y].render(base, end="", parse_style=self.app.stylesheet.parse_style)
        segments = [Segment(text, style.rich_style) for text, style in pieces]
        return Strip(segments).adjust_cell_length(width, base.rich_style)

"""Pieces of text side by side that go on in the next line whole: a piece is never broken while it fits a line."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widget import Widget

from kit.screen.layout.rows import flow


class Flow(Visual):
    """Pieces with `gap` empty cells between them."""

    def __init__(self, pieces: Sequence[Content], gap: int = 3) -> None:
        self.pieces = [piece for piece in pieces if piece.plain]
        self.gap = gap

    def lines(self, width: int) -> list[Content]:
        """The pieces in lines of at most `width` cells; only a piece that is longer by itself is broken."""
        return flow(self.pieces, " " * self.gap, width)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw the lines (Textual's protocol for everything that can be shown)."""
        return Content("\n").join(self.lines(width)).render_strips(width, height, style, options)

    def get_optimal_width(self, _rules: RulesMap, _container_width: int) -> int:
        """All pieces in one line."""
        return sum(piece.cell_length for piece in self.pieces) + self.gap * max(0, len(self.pieces) - 1)

    def get_height(self, _rules: RulesMap, width: int) -> int:
        """How many lines it takes."""
        return len(self.lines(max(1, width)))


class FlowBar(Widget):
    """A bar of pieces that can be clicked."""

    DEFAULT_CSS = """
    FlowBar {
        height: auto;
    }
    """
    ALLOW_SELECT = False
    # Textual would paint what can be clicked as a link.
    auto_links = False

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.flow = Flow(())

    def update(self, pieces: Sequence[Content]) -> None:
        """Show other pieces."""
        self.flow = Flow(pieces)
        self.refresh(layout=True)

    def render(self) -> Flow:
        """The pieces as they are now."""
        return self.flow

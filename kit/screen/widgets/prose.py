"""Paragraphs that keep French signs with their words and hang their bullets; they re-flow with the width."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from kit.screen.layout.rows import hang, wrap

BULLET = Content("· ")


class Prose(Visual):
    """Paragraphs one beneath the other; an empty one is a free line."""

    def __init__(self, paragraphs: Sequence[Content]) -> None:
        self.paragraphs = paragraphs

    @property
    def plain(self) -> str:
        """The text without colours and line breaks of its own."""
        return "\n".join(paragraph.plain for paragraph in self.paragraphs)

    def lines(self, width: int) -> list[Content]:
        """Lines of at most `width` cells; what begins with a bullet goes on under its own first word."""
        rows: list[Content] = []
        for paragraph in self.paragraphs:
            if paragraph.plain.startswith(BULLET.plain):
                rows += hang(BULLET, paragraph[len(BULLET) :], width)
            else:
                rows += wrap(paragraph, width)
        return rows

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw the lines (Textual's protocol for everything that can be shown)."""
        return Content("\n").join(self.lines(width)).render_strips(width, height, style, options)

    def get_optimal_width(self, _rules: RulesMap, _container_width: int) -> int:
        """The longest paragraph in one line."""
        return max((paragraph.cell_length for paragraph in self.paragraphs), default=0)

    def get_height(self, _rules: RulesMap, width: int) -> int:
        """How many lines it takes."""
        return len(self.lines(max(1, width)))

"""Keeps rows of spaced letters whole where WeasyPrint would break them after their first word.

WeasyPrint 70 asks Pango which words fit a row and then adds the spacing of one letter to what Pango measured. A row
that fits, but by less than that, is taken for too long, and only its first word is left on it. The function is
WeasyPrint's own and private, so another version is left alone.
"""

from __future__ import annotations

from typing import Any

from kit.paper.tags import WEASYPRINT


def mend() -> None:
    """Measure rows as Pango does, from now on."""
    import weasyprint
    from weasyprint.text import line_break

    measured = getattr(line_break, "line_size", None)
    if not weasyprint.VERSION.startswith(WEASYPRINT) or not callable(measured):
        return

    def as_pango(line: Any, style: Any) -> Any:
        width, height = measured(line, style)
        spacing = style["letter_spacing"]
        return (width if spacing == "normal" else width - spacing), height

    line_break.line_size = as_pango

"""Looks at a laid-out handout the way a careful printer would: is every word on the paper, and large enough?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from kit.paper.engine import Laid

Fault = Literal["off-page", "beyond-margin", "beyond-column", "too-small", "clipped"]

SMALLEST = 8.0
"""Points; nothing may be set smaller."""

_POINT = 96 / 72  # CSS pixels
_TOLERANCE = 0.75  # CSS pixels: what rounding does to a box


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A piece of text that does not stand on the paper as it should."""

    fault: Fault
    page: int
    """From 1."""
    text: str


@dataclass(frozen=True, slots=True)
class _Area:
    left: float
    top: float
    right: float
    bottom: float


def examine(laid: Laid) -> list[Finding]:
    """Everything that is wrong with the layout, page by page; empty for a handout that may be printed."""
    found: list[Finding] = []
    for number, page in enumerate(laid.document.pages, 1):
        box = page._page_box
        sheet = _Area(0, 0, box.margin_width(), box.margin_height())
        found += _walk(box, number, sheet, _content(box), _content(box), clip=False)
    return found


def missing_characters(laid: Laid) -> str:
    """The characters the font has no form for, each once; known once the handout has been written."""
    codes = {code for font in laid.document.fonts.values() for code in font.missing}
    return "".join(chr(code) for code in sorted(codes))


def _content(box: Any) -> _Area:
    left, top = box.content_box_x(), box.content_box_y()
    return _Area(left, top, left + box.width, top + box.height)


def _walk(box: Any, page: int, sheet: _Area, type_area: _Area, column: _Area, *, clip: bool) -> Iterator[Finding]:
    from weasyprint.formatting_structure import boxes

    box = getattr(box, "_box", box)
    if isinstance(box, boxes.TextBox):
        yield from _text(box, page, sheet, type_area, column, clip=clip)
        return
    if isinstance(box, boxes.MarginBox):
        type_area = column = _content(box)
    elif isinstance(box, boxes.BlockContainerBox) and not isinstance(box, boxes.PageBox):
        column = _content(box)
        clip = clip or box.style["overflow"] != "visible"
    for child in getattr(box, "children", ()):
        yield from _walk(child, page, sheet, type_area, column, clip=clip)


def _text(box: Any, page: int, sheet: _Area, type_area: _Area, column: _Area, *, clip: bool) -> Iterator[Finding]:
    text = box.text.strip()
    if not text:
        return
    left, right = box.position_x, box.position_x + box.width
    top, bottom = box.position_y, box.position_y + box.height

    def outside(area: _Area, *, vertical: bool = True) -> bool:
        across = left < area.left - _TOLERANCE or right > area.right + _TOLERANCE
        down = top < area.top - _TOLERANCE or bottom > area.bottom + _TOLERANCE
        return across or (vertical and down)

    fault: Fault | None = None
    if outside(sheet):
        fault = "off-page"
    elif outside(type_area):
        fault = "beyond-margin"
    elif outside(column, vertical=False) and box.element_tag != "li::marker":  # a list's marks hang outside it
        fault = "clipped" if clip else "beyond-column"
    elif box.style["font_size"] < SMALLEST * _POINT - 0.01:
        fault = "too-small"
    if fault:
        yield Finding(fault=fault, page=page, text=text)

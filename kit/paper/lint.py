"""Looks at a laid-out handout the way a careful printer would: is every word on the paper, and large enough?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf
from string import ascii_uppercase, digits
from typing import Any, Literal

from kit.paper.engine import Laid

Fault = Literal[
    "off-page",
    "beyond-margin",
    "beyond-column",
    "too-small",
    "clipped",
    "overfull",
    "overprinted",
    "faint",
    "split",
    "bare-page",
    "page-count",
    "missing",
    "stand-in",
]

SMALLEST = 8.0
"""Points; nothing may be set smaller."""

FAINTEST = 7.0
"""Contrast (WCAG 2.2) of text and what it stands on; Kit prints black on white, which is 21."""

_POINT = 96 / 72  # CSS pixels
_TOLERANCE = 0.75  # CSS pixels: what rounding does to a box
_SHARED = 0.5  # the part of the lower text's height from which two texts are one over the other: close rows share less
_UPRIGHT = frozenset(digits + ascii_uppercase + " ")
"""Letters that stand on the baseline. A number as tall as a seat card would else reach into the words under it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A piece of text that does not stand on the paper as it should."""

    fault: Fault
    page: int
    """From 1."""
    text: str


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a page, in CSS pixels."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class _Around:
    """What a piece of text stands in."""

    type_area: Area
    column: Area
    clip: bool = False
    floor: float = inf
    """Where the lowest box of a fixed height ends."""
    ground: Any = None
    """The colour behind it; None for the paper."""


def examine(laid: Laid) -> list[Finding]:
    """Everything that is wrong with the layout, page by page; empty for a handout that may be printed."""
    found: list[Finding] = []
    for number, page in enumerate(laid.document.pages, 1):
        box = page._page_box
        sheet = Area(0, 0, box.margin_width(), box.margin_height())
        found += _walk(box, number, sheet, _Around(content_area(box), content_area(box)))
        found += _overprinted(box, number)
    return found


def missing_characters(laid: Laid) -> str:
    """The characters the font has no form for, each once; known once the handout has been written."""
    codes = {code for font in laid.document.fonts.values() for code in font.missing}
    return "".join(chr(code) for code in sorted(codes))


def content_area(box: Any) -> Area:
    """Where a box keeps its content."""
    left, top = box.content_box_x(), box.content_box_y()
    return Area(left, top, left + box.width, top + box.height)


def _walk(box: Any, page: int, sheet: Area, around: _Around) -> Iterator[Finding]:
    from weasyprint.formatting_structure import boxes

    box = getattr(box, "_box", box)
    if isinstance(box, boxes.TextBox):
        yield from _text(box, page, sheet, around)
        return
    if isinstance(box, boxes.MarginBox):
        around = replace(around, type_area=content_area(box), column=content_area(box))
    elif isinstance(box, boxes.BlockContainerBox) and not isinstance(box, boxes.PageBox):
        around = replace(around, column=content_area(box), clip=around.clip or box.style["overflow"] != "visible")
        if not isinstance(box, boxes.TableCellBox) and box.style["height"] != "auto":
            bottom = box.content_box_y() + box.height + box.padding_bottom
            around = replace(around, floor=min(around.floor, bottom))
    ground = box.style["background_color"]
    if getattr(ground, "alpha", 0):
        around = replace(around, ground=ground)
    for child in getattr(box, "children", ()):
        yield from _walk(child, page, sheet, around)


def _text(box: Any, page: int, sheet: Area, around: _Around) -> Iterator[Finding]:
    text = box.text.strip()
    if not text:
        return
    left, right = box.position_x, box.position_x + box.width
    top, bottom = box.position_y, box.position_y + box.height

    def outside(area: Area, *, vertical: bool = True) -> bool:
        across = left < area.left - _TOLERANCE or right > area.right + _TOLERANCE
        down = top < area.top - _TOLERANCE or bottom > area.bottom + _TOLERANCE
        return across or (vertical and down)

    fault: Fault | None = None
    if outside(sheet):
        fault = "off-page"
    elif outside(around.type_area):
        fault = "beyond-margin"
    elif outside(around.column, vertical=False) and box.element_tag != "li::marker":  # a list's marks hang outside it
        fault = "clipped" if around.clip else "beyond-column"
    elif box.style["font_size"] < SMALLEST * _POINT - 0.01:
        fault = "too-small"
    elif (top + bottom) / 2 > around.floor:  # a row is higher than its letters
        fault = "overfull"
    elif _contrast(box.style["color"], around.ground) < FAINTEST:
        fault = "faint"
    if fault:
        yield Finding(fault=fault, page=page, text=text)


def _overprinted(page_box: Any, page: int) -> Iterator[Finding]:
    """Texts of a page that stand on other text."""
    above: list[Any] = []
    for box in sorted(_texts(page_box), key=lambda box: box.position_y):
        above = [other for other in above if _foot(other) > box.position_y]
        if any(_over(other, box) for other in above):
            yield Finding(fault="overprinted", page=page, text=box.text.strip())
        above.append(box)


def _over(one: Any, other: Any) -> bool:
    across = min(one.position_x + one.width, other.position_x + other.width) - max(one.position_x, other.position_x)
    down = min(_foot(one), _foot(other)) - max(one.position_y, other.position_y)
    return bool(across > _TOLERANCE and down > _SHARED * min(one.height, other.height))


def _foot(box: Any) -> float:
    """Where the letters of a text end: on its baseline, where none goes below, though its box is higher than that."""
    deep = box.height if set(box.text) - _UPRIGHT else box.baseline
    return float(box.position_y + deep)


def _texts(box: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure import boxes

    box = getattr(box, "_box", box)
    if isinstance(box, boxes.TextBox):
        if box.text.strip():
            yield box
        return
    for child in getattr(box, "children", ()):
        yield from _texts(child)


def _contrast(ink: Any, ground: Any) -> float:
    lighter, darker = sorted((_luminance(ink), 1.0 if ground is None else _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Any) -> float:
    """The relative luminance of a colour on white paper, as WCAG 2.2 defines it."""
    colour = colour.to("srgb")
    parts = [part * colour.alpha + 1 - colour.alpha for part in colour.coordinates]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)

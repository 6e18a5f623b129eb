"""Where a pupil's name goes on a laid-out handout: the fields for it, and the foot of every page without one.

A template says so with ``data-for="name"`` or ``data-for="class"`` on the field.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from kit.paper.engine import Laid

What = Literal["name", "class", "foot"]
"""The pupil’s name, the name of the class, or name and part at the foot (above a ticket: at the head) of a page."""

_POINTS = 72 / 96
"""Points in a CSS pixel."""

_ABOVE_THE_RULE = 0.28
"""How far the writing stands above the line it is written on, in parts of its size."""

_INDENT = 2.0
"""Points between the beginning of the line and the name."""

_AFTER_THE_TITLE = 24.0
"""CSS pixels between the lesson's title at the head of a page and a name."""

_BESIDE_THE_NUMBER = 14.0
"""Points that stay free between a name at the foot of a page and the page's number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Room for a few words. All measures are points, from the lower left corner of the page."""

    what: What
    page: int
    """From 0."""
    left: float
    baseline: float
    width: float
    size: float
    """The size of the letters around it."""


def spots(laid: Laid) -> tuple[Spot, ...]:
    """Every place of the handout for a name or a class, page by page."""
    found: list[Spot] = []
    for number, page in enumerate(laid.document.pages):
        box = page._page_box
        fields = list(_fields(box, number, box.margin_height()))
        found += fields
        # What is torn off at the foot of a page says nobody's name: there it stands at the head.
        place = _head(box, number) if _has_ticket(box) else _foot(box, number)
        if place is not None:
            found.append(place)
    return tuple(found)


def _fields(box: Any, page: int, height: float) -> Iterator[Spot]:
    box = getattr(box, "_box", box)  # an absolutely positioned box stands behind a placeholder
    element = getattr(box, "element", None)
    if element is not None and element.tag == "span" and element.get("data-for") in ("name", "class"):
        size = box.style["font_size"] * _POINTS
        rule = box.position_y + box.margin_top + box.border_top_width + box.height
        yield Spot(
            what=element.get("data-for"),
            page=page,
            left=(box.position_x + box.margin_left) * _POINTS + _INDENT,
            baseline=(height - rule) * _POINTS + _ABOVE_THE_RULE * size,
            width=box.width * _POINTS - 2 * _INDENT,
            size=size,
        )
        return
    for child in getattr(box, "children", ()):
        yield from _fields(child, page, height)


def _foot(page: Any, number: int) -> Spot | None:
    """The foot of a page from its left margin to its page number; none where something stands there already."""
    from weasyprint.formatting_structure import boxes

    margins = {box.at_keyword: box for box in page.children if isinstance(box, boxes.MarginBox)}
    if "@bottom-left" in margins or "@bottom-right" not in margins:
        return None
    text = next(_texts(margins["@bottom-right"], boxes.TextBox), None)
    return _before(text, page, number, page.margin_left) if text is not None else None


def _head(page: Any, number: int) -> Spot | None:
    """The head of a page, between the lesson's title at the left and what stands at the right."""
    from weasyprint.formatting_structure import boxes

    margins = {box.at_keyword: box for box in page.children if isinstance(box, boxes.MarginBox)}
    if "@top-left" not in margins or "@top-right" not in margins:
        return None
    titles = list(_texts(margins["@top-left"], boxes.TextBox))
    text = next(_texts(margins["@top-right"], boxes.TextBox), None)
    if text is None or not titles:
        return None
    return _before(text, page, number, max(title.position_x + title.width for title in titles) + _AFTER_THE_TITLE)


def _before(text: Any, page: Any, number: int, left: float) -> Spot:
    """From `left`, in CSS pixels, to the beginning of `text`, on its line."""
    return Spot(
        what="foot",
        page=number,
        left=left * _POINTS,
        baseline=(page.margin_height() - text.position_y - text.baseline) * _POINTS,
        width=(text.position_x - left) * _POINTS - _BESIDE_THE_NUMBER,
        size=text.style["font_size"] * _POINTS,
    )


def _has_ticket(box: Any) -> bool:
    """Whether an exit ticket stands on the page."""
    element = getattr(getattr(box, "_box", box), "element", None)
    if element is not None and element.tag == "section" and element.get("class") == "exit":
        return True
    return any(_has_ticket(child) for child in getattr(getattr(box, "_box", box), "children", ()))


def _texts(box: Any, text_box: type) -> Iterator[Any]:
    if isinstance(box, text_box):
        yield box
    for child in getattr(box, "children", ()):
        yield from _texts(child, text_box)

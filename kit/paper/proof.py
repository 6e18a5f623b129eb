"""Reads a laid-out handout as proofs are read: text by text, then whole pages, and says what it finds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kit.paper.engine import Laid
from kit.paper.fonts import FAMILY
from kit.paper.lint import Fault, Finding, content_area, examine, missing_characters
from kit.words import N_, Message

BAREST = 0.12
"""The part of a page that must be used for it to be worth its paper."""

ASKS = {"prompt", "asked", "cell-name", "side"}
"""Classes of what stands above rows to write on."""

SAYS: dict[Fault, str] = {
    "off-page": N_("Page {page}: “{text}” is off the paper."),
    "beyond-margin": N_("Page {page}: “{text}” stands in the margin, where printers do not print."),
    "beyond-column": N_("Page {page}: “{text}” is wider than its column."),
    "clipped": N_("Page {page}: “{text}” is cut off."),
    "too-small": N_("Page {page}: “{text}” is smaller than 8 pt."),
    "overfull": N_("Page {page}: “{text}” runs out of its box."),
    "overprinted": N_("Page {page}: “{text}” is printed over other words."),
    "faint": N_("Page {page}: “{text}” is too pale for a photocopier."),
    "split": N_("Page {page}: the rows to answer “{text}” are on the next page."),
    "bare-page": N_("Page {page} holds little more than “{text}”."),
    "page-count": N_("This handout should have {text} and has another number of pages: the last is page {page}."),
    "missing": N_("No font here has a form for these characters: {text}"),
    "stand-in": N_("Another font stands in for some characters: {text}"),
}
"""What each finding is called in a sentence."""


def proof(laid: Laid, *, pages: int = 0) -> list[Finding]:
    """Everything there is to find in a handout that has been written (fonts are known then).

    `pages` is how many it must have; 0 for any number.
    """
    found = [*examine(laid), *_split(laid), *_bare(laid)]
    if pages and laid.pages != pages:
        found.append(Finding(fault="page-count", page=laid.pages, text=str(pages)))
    if missing := missing_characters(laid):
        found.append(Finding(fault="missing", page=1, text=" ".join(missing)))
    if others := stand_ins(laid):
        found.append(Finding(fault="stand-in", page=1, text=", ".join(others)))
    return found


def said(finding: Finding) -> Message:
    """A finding as a sentence."""
    return Message.of(SAYS[finding.fault], page=finding.page, text=finding.text[:60])


def stand_ins(laid: Laid) -> list[str]:
    """The families that stood in where Kit's own has no form for a character."""
    return sorted({_family(font) for font in laid.document.fonts.values()} - {FAMILY})


def _family(font: Any) -> str:
    name = font.family
    return name.decode() if isinstance(name, bytes) else str(name)


def _split(laid: Laid) -> Iterator[Finding]:
    """Questions at the foot of a page whose rows to write on begin the next one."""
    asked: Any = None
    for number, page in enumerate(laid.document.pages, 1):
        blocks = list(_blocks(page._page_box))
        if asked is not None and blocks and "ruled" in _classes(blocks[0]):
            yield Finding(fault="split", page=number - 1, text=_words(asked))
        asked = blocks[-1] if blocks and _classes(blocks[-1]) & ASKS else None


def _blocks(box: Any) -> Iterator[Any]:
    """The blocks of a page that hold text, or room for it, in order; running heads apart."""
    from weasyprint.formatting_structure import boxes

    box = getattr(box, "_box", box)
    if isinstance(box, boxes.MarginBox):
        return
    children = getattr(box, "children", ())
    if _classes(box) & (ASKS | {"ruled"}) or any(isinstance(child, boxes.LineBox) for child in children):
        yield box
        return
    for child in children:
        yield from _blocks(child)


def _bare(laid: Laid) -> Iterator[Finding]:
    """Pages that a few rows have spilled onto: the last one, and those before a page that is begun on purpose."""
    pages = [page._page_box for page in laid.document.pages]
    for number, box in enumerate(pages[1:], 2):
        blocks = list(_blocks(box))
        if not blocks or _begins_here(box) or (number < len(pages) and not _begins_here(pages[number])):
            continue
        area = content_area(box)
        used = max(block.position_y + block.height for block in blocks) - area.top
        if used < BAREST * (area.bottom - area.top):
            yield Finding(fault="bare-page", page=number, text=_words(blocks[0]))


def _begins_here(box: Any) -> bool:
    """Whether the page was begun on purpose: a poster may be short."""
    from weasyprint.formatting_structure import boxes

    while True:
        children = [child for child in getattr(box, "children", ()) if not isinstance(child, boxes.MarginBox)]
        if not children:
            return False
        box = getattr(children[0], "_box", children[0])
        if box.style["break_before"] in ("page", "left", "right") and not isinstance(box, boxes.LineBox):
            return True


def _classes(box: Any) -> set[str]:
    element = getattr(box, "element", None)
    return set() if element is None or box.element_tag != element.tag else set((element.get("class") or "").split())


def _words(box: Any) -> str:
    from weasyprint.formatting_structure import boxes

    return " ".join(part.text.strip() for part in box.descendants() if isinstance(part, boxes.TextBox)).strip()

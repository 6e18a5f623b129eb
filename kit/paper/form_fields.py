"""Makes the blanks of a handout into fields to type in, each with the words that stand before it as its tooltip."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from kit.paper.tree import has_class, text_of, with_parents
from kit.words import Words

_RULES = re.compile(r"kit:rules-[a-z0-9]+-(\d+)\.svg")
_HEIGHT = re.compile(r"height: [\d.]+mm")
_HEADINGS = {"h1", "h2", "h3"}
_ABOVE = ("prompt", "side", "cell-name")
"""Classes of what stands above a blank and says what belongs into it, besides headings."""

NOTES_ROWS = 3


def rows_of(element: Element) -> int:
    """How many ruled rows a box has; 0 for anything else."""
    found = _RULES.search(element.get("style", "")) if has_class(element, "ruled") else None
    return int(found[1]) if found else 0


def add_fields(root: Element, tr: Words) -> int:
    """Change the blanks of the handout in `root` into fields, and give a guide room for notes; how many there are."""
    body = root.find("body")
    assert body is not None
    if has_class(body, "teacher"):
        for element in body.iter("div"):
            heading = element.find("h3")
            if has_class(element, "phase-notes") and heading is not None and len(heading):  # it says its minutes
                _add_notes(element, text_of(heading), tr)
    count, asked, column = 0, "", ""
    for element, parents in list(with_parents(body)):
        if element.tag in _HEADINGS or has_class(element, *_ABOVE):
            asked = text_of(element)
        elif element.tag == "td":
            column = _heading_of(element, parents)
        elif element.tag == "table":
            column = ""
        made = _field(element, parents, asked, column if _is_in_cell(parents) else "", tr)
        if made is not None:
            count += 1
            made.set("name", f"field-{count}")
            _become(element, made)
    return count


def _field(element: Element, parents: tuple[Element, ...], asked: str, column: str, tr: Words) -> Element | None:
    """The field a blank becomes; None for what is no blank."""
    if rows := rows_of(element):
        label = ": ".join(filter(None, (asked, element.get("data-phase", column)))) or tr("Answer")
        high = _HEIGHT.search(element.get("style", ""))
        size = {"rows": str(rows), "style": high[0] if high else ""}
        return Element("textarea", {"class": "blank", **size, "title": label, "aria-label": label})
    if has_class(element, "field"):
        label = _name_before(element, parents[-1]) or asked or tr("Answer")
        return Element("input", {**_kept(element), "type": "text", "title": label, "aria-label": label})
    if has_class(element, "tick"):
        label = text_of(parents[-1])
        return Element("input", {"class": "tick", "type": "checkbox", "title": label, "aria-label": label})
    if element.tag == "td" and has_class(element, "notes"):
        number = text_of(parents[-1][0])
        label = tr(
            "{name}: {value}", name=tr("My notes"), value=tr.plural("line {lines}", "lines {lines}", 1, lines=number)
        )
        cell = Element("td", _kept(element))
        cell.append(Element("input", {"class": "note", "type": "text", "title": label, "aria-label": label}))
        return cell
    return None


def _become(element: Element, made: Element) -> None:
    """Make the element what `made` is; what follows it stays."""
    tail = element.tail
    element.clear()
    element.tag, element.tail = made.tag, tail
    element.attrib.update(made.attrib)
    if made.tag == "td":
        name = element.attrib.pop("name")
        made[0].set("name", name)
    element.extend(list(made))


def _add_notes(element: Element, phase: str, tr: Words) -> None:
    heading = Element("p", {"class": "label cell-name"})
    heading.text = tr("My notes")
    style = f"height: {8 * NOTES_ROWS}mm; background-image: url(kit:rules-8mm-{NOTES_ROWS}.svg)"
    element.extend([heading, Element("div", {"class": "ruled", "style": style, "data-phase": phase})])


def _kept(element: Element) -> dict[str, str]:
    return {"class": element.get("class", "")}


def _name_before(element: Element, parent: Element) -> str:
    """The words beside a field: the name that stands right before it."""
    before = list(parent)[: list(parent).index(element)]
    if before and has_class(before[-1], "field-name"):
        return text_of(before[-1])
    return ""


def _is_in_cell(parents: tuple[Element, ...]) -> bool:
    return any(parent.tag == "td" for parent in parents)


def _heading_of(cell: Element, parents: tuple[Element, ...]) -> str:
    """The heading of the column a cell is in."""
    table = next((parent for parent in reversed(parents) if parent.tag == "table"), None)
    heads = table.findall("thead/tr/th") if table is not None else []
    place = list(parents[-1]).index(cell)
    return text_of(heads[place]) if place < len(heads) else ""

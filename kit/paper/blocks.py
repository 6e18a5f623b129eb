"""A handout as a row of plain blocks: headings, paragraphs, list items, tables and room to write.

Markdown and Word documents are made from them, and they from the HTML that is printed: there is one text of a handout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal
from xml.etree.ElementTree import Element

from kit.paper.form_fields import rows_of
from kit.paper.tree import has_class

_INLINE = frozenset({"a", "b", "bdi", "br", "cite", "em", "i", "q", "span", "strong"})
_BOXED = ("status", "letter", "question-number")
"""Classes of what is framed on paper and stands in brackets where nothing is."""

_LEFT_OUT = ("strip",)
"""Classes of what only a drawing says."""

_APART = ("fact", "mode")
"""Classes of what a style sheet keeps apart by room or a dot."""

_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A piece of text that looks alike."""

    text: str
    bold: bool = False
    italic: bool = False
    language: str = ""
    blank: bool = False
    """Whether it is room to write a word."""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a handout."""

    kind: Literal["heading", "paragraph", "item", "table", "rows"]
    runs: Runs = ()
    level: int = 0
    """Of a heading, from 1."""
    ordinal: int = 0
    """Of an item in a numbered list, from 1."""
    heads: tuple[Runs, ...] = ()
    cells: tuple[tuple[Runs, ...], ...] = ()
    """Of a table, row by row."""
    rows: int = 0
    """Of room to write."""


def blocks(root: Element) -> tuple[Block, ...]:
    """The blocks of the handout whose ``<html>`` element is `root`."""
    body = root.find("body")
    assert body is not None
    return tuple(_blocks(body, Run(text="", language=root.get("lang", ""))))


def _blocks(element: Element, style: Run) -> Iterator[Block]:
    if has_class(element, *_LEFT_OUT):
        return
    style = _styled(element, style)
    if element.tag in ("h1", "h2", "h3", "h4"):
        yield Block(kind="heading", level=int(element.tag[1]), runs=_tidy(_runs(element, style)))
    elif element.tag in ("ul", "ol"):
        for number, item in enumerate(element.findall("li"), 1):
            yield Block(kind="item", ordinal=number if element.tag == "ol" else 0, runs=_whole(item, style))
    elif element.tag == "table":
        yield from _table(element, style)
    elif rows := rows_of(element):
        yield Block(kind="rows", rows=rows)
    else:
        yield from _flow(element, style)


def _flow(element: Element, style: Run) -> Iterator[Block]:
    """What stands in a box: text of its own makes paragraphs between the blocks in it."""
    gathered: list[Run] = [replace(style, text=element.text or "")]
    for child in element:
        if child.tag in _INLINE:
            gathered += _apart(element, child, style) + _inline(child, style)
        else:
            yield from _paragraph(gathered)
            gathered = []
            yield from _blocks(child, style)
        gathered.append(replace(style, text=child.tail or ""))
    yield from _paragraph(gathered)


def _paragraph(gathered: list[Run]) -> Iterator[Block]:
    runs = _tidy(gathered)
    if runs:
        yield Block(kind="paragraph", runs=runs)


def _table(table: Element, style: Run) -> Iterator[Block]:
    """A table without the columns that are only there to be written in; in a narrow one, room to write is a block."""
    rows = [list(row) for row in table.iter("tr")]
    heads = [list(row) for row in table.findall("thead/tr")]
    if any(rows_of(inner) for inner in table.iter("div")):
        for place, head in enumerate(heads[0] if heads else []):
            yield Block(kind="paragraph", runs=_tidy([replace(run, bold=True) for run in _runs(head, style)]))
            for row in rows[len(heads) :]:
                if place < len(row):
                    yield from _flow(row[place], _styled(row[place], style))
        return
    kept = [place for place in range(max(map(len, rows), default=0)) if _says(rows[len(heads) :], place)]
    body = tuple(
        tuple(_whole(row[place], style) if place < len(row) else () for place in kept) for row in rows[len(heads) :]
    )
    named = tuple(_whole(heads[0][place], style) for place in kept if place < len(heads[0])) if heads else ()
    if body:
        yield Block(kind="table", heads=named, cells=body)


def _says(rows: list[list[Element]], place: int) -> bool:
    return any(place < len(row) and not has_class(row[place], "notes") for row in rows)


def _whole(element: Element, style: Run) -> Runs:
    """All text of a cell or a list item as one paragraph; what stood under one another is parted by a dot."""
    parts = [block.runs for block in _flow(element, _styled(element, style)) if block.runs]
    joined: list[Run] = []
    for part in parts:
        if joined:
            joined.append(replace(style, text=" · "))
        joined += part
    return _tidy(joined)


def _runs(element: Element, style: Run) -> list[Run]:
    runs = [replace(style, text=element.text or "")]
    for child in element:
        runs += _apart(element, child, style) + _inline(child, style)
        runs.append(replace(style, text=child.tail or ""))
    return runs


def _apart(element: Element, child: Element, style: Run) -> list[Run]:
    """The dot between pieces that stand in one row on paper, each on its own."""
    first = next(iter(element)) is child
    return (
        [replace(style, text=" · ")]
        if not first and (has_class(child, *_APART) or has_class(element, "glance"))
        else []
    )


def _inline(element: Element, style: Run) -> list[Run]:
    if element.tag == "br":
        return [replace(style, text=" · ")]
    if has_class(element, "field"):
        return [replace(style, text=" ", blank=True)]
    if has_class(element, "tick"):
        return [replace(style, text="[ ] ")]
    style = _styled(element, style)
    runs = _runs(element, style)
    if element.tag == "q":
        return [replace(style, text="“"), *runs, replace(style, text="”")]
    if has_class(element, *_BOXED):
        return [replace(style, text="["), *runs, replace(style, text="]")]
    return runs


def _styled(element: Element, style: Run) -> Run:
    """How text in the element looks, and in which language it is."""
    if element.tag in ("b", "strong", "th"):
        style = replace(style, bold=True)
    if element.tag in ("em", "i", "cite"):
        style = replace(style, italic=True)
    if element.get("lang"):
        style = replace(style, language=element.get("lang", ""))
    return style


def _tidy(runs: list[Run]) -> Runs:
    """The runs without double spaces, without word joiners, and without what is empty."""
    tidy: list[Run] = []
    ended = " "
    for run in runs:
        if run.blank:
            tidy.append(run)
            ended = ""
            continue
        text = _SPACE.sub(" ", run.text.replace("\u2060", ""))
        if ended.endswith(" "):
            text = text.lstrip(" ")
        if not text:
            continue
        ended = text
        if tidy and replace(tidy[-1], text="") == replace(run, text=""):
            tidy[-1] = replace(run, text=tidy[-1].text + text)
        else:
            tidy.append(replace(run, text=text))
    if tidy and not tidy[-1].blank:
        last = tidy[-1].text.rstrip(" ")
        tidy = [*tidy[:-1], replace(tidy[-1], text=last)] if last else tidy[:-1]
    return tuple(tidy)

"""A handout's HTML as a tree, so that other formats are made from exactly what is printed.

Only Kit's own templates are read here: every element is closed, but for those that have no content.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder, tostring

EMPTY = frozenset({"br", "col", "hr", "img", "input", "link", "meta"})
"""Elements without content, which are never closed."""


def parse(html: str) -> Element:
    """The ``<html>`` element of a handout. Errors: ValueError where an element is not closed."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root()


def write(root: Element) -> str:
    """The tree as HTML again, everything in it escaped."""
    return "<!doctype html>\n" + tostring(root, encoding="unicode", method="html")


def has_class(element: Element, *names: str) -> bool:
    """Whether the element has one of these classes."""
    return bool(set(element.get("class", "").split()) & set(names))


def text_of(element: Element) -> str:
    """All text in the element on one line."""
    return " ".join("".join(element.itertext()).replace("\u2060", "").split())


def with_parents(element: Element, parents: tuple[Element, ...] = ()) -> Iterator[tuple[Element, tuple[Element, ...]]]:
    """Every element in reading order with those it stands in, the outermost first."""
    yield element, parents
    for child in list(element):
        yield from with_parents(child, (*parents, element))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._builder = TreeBuilder()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in EMPTY:
            self._builder.end(tag)
        else:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            raise ValueError(f"</{tag}> closes nothing")
        self._builder.end(tag)

    def handle_data(self, data: str) -> None:
        if self._open:
            self._builder.data(data)

    def root(self) -> Element:
        if self._open:
            raise ValueError(f"<{self._open[-1]}> is not closed")
        return self._builder.close()

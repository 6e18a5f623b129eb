"""Kit's own HTML as a tree, twenty times as quickly as by the rules for HTML of anybody's making.

What the templates write is XML but for elements without an end and a few named characters. Whatever is not goes the
long way, with the same result.
"""

from __future__ import annotations

import re
from html.entities import html5
from typing import Any
from xml.etree.ElementTree import Element, ParseError, fromstring

_DOCTYPE = "<!doctype html>"
_EMPTY = re.compile(r"<(br|col|embed|hr|img|input|link|meta|wbr)\b([^<>]*?)/?>")
_NAMED = re.compile("&(?!(?:lt|gt|amp|quot|apos);)([A-Za-z][A-Za-z0-9]*;)")


def tree(html: str) -> Element:
    """The root of `html`, as WeasyPrint's own parser would give it."""
    xml = _EMPTY.sub(r"<\1\2/>", html.removeprefix(_DOCTYPE))
    try:
        return fromstring(_NAMED.sub(lambda named: html5.get(named[1], named[0]), xml))  # noqa: S314 - no entities left
    except ParseError:
        import tinyhtml5  # type: ignore[import-untyped]

        root: Element = tinyhtml5.parse(html, namespace_html_elements=False)
        return root


def document(weasyprint: Any, html: str, fetcher: Any) -> Any:
    """`html` as a document of WeasyPrint's, whose files come from `fetcher` alone."""
    import cssselect2  # type: ignore[import-untyped]

    class Parsed(weasyprint.HTML):  # type: ignore[misc]
        """What `weasyprint.HTML(string=…)` makes, from a tree that is there already."""

        def __init__(self, root: Element) -> None:
            self.base_url = None
            self.url_fetcher = fetcher
            self.media_type = "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

    return Parsed(tree(html))

"""A handout as one web page: everything it needs is in it, its blanks are fields, and it loads nothing."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from kit.paper.form_fields import add_fields
from kit.paper.tree import parse, write
from kit.words import Words

POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"
"""What a browser may do with it: show it, and nothing else."""


def webpage(html: str, style: str, tr: Words) -> str:
    """The handout `html` with `style` in it and fields for its blanks, labelled in the words of `tr`."""
    root = parse(html)
    add_fields(root, tr)
    head = root.find("head")
    assert head is not None
    for number, attributes in enumerate(
        (
            {"http-equiv": "Content-Security-Policy", "content": POLICY},
            {"name": "viewport", "content": "width=device-width, initial-scale=1"},
        ),
        1,
    ):
        head.insert(number, Element("meta", attributes))
    sheet = Element("style")
    sheet.text = style
    head.append(sheet)
    body = root.find("body")
    assert body is not None
    body.tag, body.attrib = "main", {"class": body.get("class", "")}
    whole = Element("body")
    whole.append(body)
    root.remove(body)
    root.append(whole)
    return write(root)

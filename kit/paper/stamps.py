"""Names drawn once for a whole class, each ready to be set on any number of pages.

Pango sets them as it sets everything else, so that a name in Arabic or Vietnamese letters is shaped as it should be. A
name is good where every one of its characters has a form in Kit's font or in one that steps in (`kit.paper.fonts`);
reading it back from the PDF would prove nothing.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kit.paper import engine, lint

SIZE = 12.0
"""Points the names are drawn at; whoever sets one scales it."""

HIGH = 48.0
"""Points of height each name is drawn in; `css/names.css` says the same."""

_BEFORE = 12.0
"""Points between the edge of the page and the name: letters of some scripts begin left of their place."""

_SHEET = "names"
_DIRECTION = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
_HYPHENS = {0x2010: "-", 0x2011: "-"}
"""Hyphens the font has no form for; they look like the common one."""

_PIXEL = 0.75

_SET = re.compile(rb"/(\S+)\s+[-\d.]+\s+Tf|<([0-9a-fA-F]+)>")
_MAPPED = re.compile(rb"<([0-9a-fA-F]{4})>\s*<[0-9a-fA-F]+>")
_EMPTY = re.compile(rb"(<[0-9a-fA-F]{4}>)\s*<>")
_UNREAD = b"<2060>"
"""What a glyph stands for that is a part of a letter before it: a word joiner, which is neither drawn nor read."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """One name, drawn."""

    content: bytes
    """The PDF operators that draw it; its line begins at the origin."""
    width: float
    """Points, at `SIZE`."""


@dataclass(frozen=True, slots=True)
class Stamps:
    """A batch of names that share their fonts."""

    names: Mapping[str, Stamp]
    """By the name as `clean` leaves it. Those that cannot be drawn are not among them."""
    pdf: bytes
    """A document whose first page has the resources all of them need."""


def clean(name: str) -> str:
    """`name` composed (NFC), on one line, and without marks that turn the direction of what follows."""
    kept = "".join(
        mark for mark in name.translate(_DIRECTION | _HYPHENS) if unicodedata.category(mark) != "Cc" or mark.isspace()
    )
    return " ".join(unicodedata.normalize("NFC", kept).split())


def draw(texts: Iterable[str]) -> Stamps:
    """Draw names, and whatever is set on pages like them. Errors: `kit.paper.refused.Refused`."""
    from markupsafe import escape

    # An empty page makes a document of no names, too.
    names = list(dict.fromkeys(filter(None, map(clean, texts)))) or ["."]
    rows = "".join(f"<p><bdi>{escape(name)}</bdi></p>" for name in names)
    laid, pdf = engine.draw(f"<!doctype html><html lang='en'><title>-</title>{rows}</html>", _SHEET)
    missing = set(lint.missing_characters(laid))
    return _cut_up(names, laid, pdf, missing)


def _cut_up(names: Sequence[str], laid: engine.Laid, pdf: bytes, missing: set[str]) -> Stamps:
    """Each page's operators as one name, and the fonts with what their readers need."""
    import pikepdf

    stamps = {}
    with pikepdf.open(io.BytesIO(pdf)) as document:
        used: dict[str, set[bytes]] = {}
        for name, page, box in zip(names, document.pages, laid.document.pages, strict=True):
            if missing.isdisjoint(name):
                content = page.Contents.read_bytes()
                _note_glyphs(content, used)
                line = _line_of(box._page_box)
                down = HIGH - (line.position_y + line.baseline) * _PIXEL
                stamps[name] = Stamp(b"q 1 0 0 1 %.3f %.3f cm\n%b\nQ" % (-_BEFORE, -down, content), line.width * _PIXEL)
        if _complete(document, used):
            out = io.BytesIO()
            document.save(out, deterministic_id=True)
            pdf = out.getvalue()
    return Stamps(stamps, pdf)


def _line_of(box: Any) -> Any:
    """The only line of text on a page."""
    from weasyprint.formatting_structure import boxes

    while not isinstance(box, boxes.TextBox):
        box = next(child for child in getattr(box, "_box", box).children)
    return box


def _note_glyphs(content: bytes, used: dict[str, set[bytes]]) -> None:
    """Add the glyphs each font is asked for to `used`."""
    font = ""
    for found in _SET.finditer(content):
        if found[1]:
            font = found[1].decode("ascii")
        else:
            codes = found[2].lower()
            used.setdefault(font, set()).update(codes[at : at + 4] for at in range(0, len(codes), 4))


def _complete(document: Any, used: Mapping[str, set[bytes]]) -> bool:
    """Say of every glyph what it stands for, as PDF/UA asks; whether anything was missing.

    WeasyPrint names the first glyph of a letter, and a letter may be put together from several: of Hebrew with its
    points, the others are said to stand for nothing, which no reader takes.
    """
    changed = False
    fonts = document.pages[0].Resources.get("/Font", {})
    for name, codes in used.items():
        table = fonts[f"/{name}"].ToUnicode
        before = table.read_bytes()
        told = _EMPTY.sub(rb"\1 " + _UNREAD, before)
        silent = sorted(codes - {code.lower() for code in _MAPPED.findall(told)})
        if silent:
            rows = b"".join(b"<%b> %b\n" % (code, _UNREAD) for code in silent)
            told = told.replace(b"endcmap", b"%d beginbfchar\n%bendbfchar\nendcmap" % (len(silent), rows), 1)
        if told != before:
            table.write(told)
            changed = True
    return changed

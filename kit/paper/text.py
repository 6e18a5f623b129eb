"""A lesson's texts as HTML: escaped, with `_emphasis_` and nothing else, and with the spaces French needs."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from kit.lesson.emphasis import spans
from kit.paper.labels import DASH
from kit.words.typography import apostrophes

_BLANK_LINE = re.compile(r"\n[ \t]*\n")

NARROW = "\u202f"
# The font lacks these; drawn from the common space they would turn every space of the PDF's text into themselves.
_THIN_SPACES = re.compile("[\u2007-\u200a\u202f]")
_NARROW_SPACE = '<span class="narrow">\u00a0</span>'

# Marks that turn the direction of what follows: an article may hold them, and they stay in it, but none is printed,
# or a line would say something else on paper than in its source.
_TURNING = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))

_RANGE = re.compile("(?<=[0-9])\u2013(?=[0-9])")

_BEFORE_HIGH_MARK = re.compile(r"(?<=[^\s:;!?]) (?=[;!?]+(?:\W|$))")
_BEFORE_COLON = re.compile(r"(?<=\w) (?=[:%](?:\s|$))")
_INSIDE_GUILLEMETS = re.compile(r"(?<=«) | (?=»)")
# Dots to be filled in, a million with its number, a number at the end of a phrase: none of them begins a row.
_STAYS = re.compile(r"(?<=\w) (?=…)|(?<=[0-9]) (?=mil|billion)|(?<=[^\W\d_]) (?=[0-9]+(?:[.,;:)?!]|$))")

# A word, a space and the mark that French sets after one; or « , a space and a word. Never a word as long as a row.
_SPACED_MARK = re.compile(r"( ?)(?<!\S)(?P<kept>(?:« )?\S{1,30} [»;:!?]+[.,]*(?=\s|$)|« \S{1,30}(?=\s|$))")


def line(text: str, language: str = "") -> Markup:
    """One of our own texts as one run of HTML: line breaks become spaces, `_so_` becomes emphasis."""
    joined = french_spaces(" ".join(text.split(" ")).replace("\n", " ").strip(), language)
    return _narrow(_emphasised(_RANGE.sub(DASH, _STAYS.sub("\u00a0", apostrophes(joined)))))


def paragraphs(text: str, language: str = "") -> Markup:
    """One of our own texts as ``<p>`` elements; a blank line begins a new one."""
    parts = [part for part in _BLANK_LINE.split(text.strip()) if part.strip()]
    return Markup("").join(Markup("<p>{}</p>").format(line(part, language)) for part in parts)


def quoted(text: str) -> Markup:
    """Words of an article: exactly its characters, nothing interpreted; no row begins with a mark behind a space."""
    return _narrow(Markup(_SPACED_MARK.sub(_kept_together, str(escape(text)))))  # noqa: S704 (ours)


def _kept_together(match: re.Match[str]) -> str:
    # The space before stands alone: behind a text that just fills its row, WeasyPrint would break after the first word.
    before = "<span> </span>" if match[1] else ""
    return f'{before}<span class="nowrap">{match["kept"]}</span>'


def french_spaces(text: str, language: str) -> str:
    """`text` with no-break spaces where French sets them and a plain one was typed; other languages unchanged."""
    if language != "fr":
        return text
    text = _INSIDE_GUILLEMETS.sub("\u00a0", text)
    text = _BEFORE_COLON.sub("\u00a0", text)
    return _BEFORE_HIGH_MARK.sub(NARROW, text)


def _emphasised(text: str) -> Markup:
    pieces = (Markup("<em>{}</em>").format(piece) if strong else escape(piece) for piece, strong in spans(text))
    return Markup("").join(pieces)


def _narrow(html: Markup) -> Markup:
    # Only our own span is put in, and a hyphen the font has; everything else was escaped before.
    return Markup(_THIN_SPACES.sub(_NARROW_SPACE, html.translate(_TURNING)).replace("\u2011", "-"))  # noqa: S704

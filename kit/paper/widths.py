"""How many rows a text takes, reckoned from the widths of its letters: for what must be known before it is laid out."""

from __future__ import annotations

import re
from math import ceil

_WIDTHS = {
    16: "'",
    20: ".,;:",
    24: "l’‘",
    28: " \u00a0\u202fijîïíì¡!",
    32: '()"ft[]r',
    38: "°-/",
    40: "1“”",
    41: "I",
    44: "y*v",
    48: "xzs–k",
    52: "cçJ7?¿",
    55: "aàâäáeuLéèêëùûüúhnoF2ôöóòñ",
    58: "dgT«»bpE3ÉÈq5",
    62: "VPSY69ßZ4BRX8$£+",
    66: "AKÀwCDÇ0€#",
    71: "HNUÑG…&",
    76: "OQ@",
    84: "mWM—",
    93: "æ%œ",
}
"""Hundredths of the height of the type, in Atkinson Hyperlegible Regular: letters of about the same width together."""

_OF = {letter: width / 100 for width, letters in _WIDTHS.items() for letter in letters}
_OTHER = 0.85
"""Any other letter: as wide as the widest usual ones."""

_SPARE = 1.03
"""Bold type and slanted type are a little wider."""


def width(text: str, tracking: float = 0) -> float:
    """How wide `text` stands in one row, in heights of the type; `tracking` is added to every letter."""
    return _SPARE * sum(_OF.get(letter, _OTHER) for letter in text) + tracking * len(text)


def rows(text: str, room: float, *, tracking: float = 0, word_gap: float = 0) -> int:
    """How many rows `text` takes in a column `room` wide; all lengths in heights of the type. No text takes none."""
    space = width(" ", tracking) + word_gap
    count, used = 0, 0.0
    for word in filter(None, re.split("[ \t\r\n]+", text)):  # a no-break space is none of them
        wide = width(word, tracking)
        if count and used + space + wide <= room:
            used += space + wide
            continue
        needed = max(1, ceil(wide / room))  # a word that is wider than its column is broken
        count += needed
        used = wide - (needed - 1) * room
    return count


def balanced(text: str, room: float) -> float:
    """The narrowest column in which `text` takes as many rows as in one `room` wide: its rows are then about equal."""
    count = rows(text, room)
    narrow, wide = 0.0, room
    while wide - narrow > 0.05:
        middle = (narrow + wide) / 2
        narrow, wide = (narrow, middle) if rows(text, middle) <= count else (middle, wide)
    return wide

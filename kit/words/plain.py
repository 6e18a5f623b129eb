"""Text for a terminal that may be hostile: nothing that moves a cursor, and how many columns the rest takes."""

from __future__ import annotations

import unicodedata


def printable(text: str) -> str:
    """`text` on one line, without anything that could move a cursor or turn the direction of a line."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or unicodedata.category(c) == "Zs" or c == "\t" else "\N{REPLACEMENT CHARACTER}"
        for c in text
    )


def columns(text: str) -> int:
    """How many columns of a terminal `text` takes: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    width = 0
    for character in text:
        if unicodedata.category(character) in ("Mn", "Me", "Cf"):
            continue
        width += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return width


def padded(text: str, width: int) -> str:
    """`text` with blanks behind it up to `width` columns."""
    return text + " " * max(0, width - columns(text))

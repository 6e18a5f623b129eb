"""Digits as they are typed: where a keyboard writes them only with Shift, its number row counts without Shift too.

That is so on the AZERTY keyboards of France and Belgium: the key of the 1 writes ``&``, and so on. The 6 is ``-`` on
some of them and ``§`` on the others, the 8 ``_`` or ``!``.
"""

from __future__ import annotations

SIX = "-"
"""The only sign of the row that means something else where digits are typed."""

SIGNS = {
    "&": "1",
    "é": "2",
    '"': "3",
    "'": "4",
    "(": "5",
    SIX: "6",
    "§": "6",
    "è": "7",
    "_": "8",
    "!": "8",
    "ç": "9",
    "à": "0",
}
"""What the keys of the number row write without Shift, and the digit on them."""


def digit(character: str | None) -> str:
    """The digit that `character` stands for; "" where it stands for none."""
    if character is None or len(character) != 1:
        return ""
    return character if character in "0123456789" else SIGNS.get(character.lower(), "")


def number(text: str) -> str:
    """`text` in digits where every character of it stands for one; else "", as for no text."""
    digits = [digit(character) for character in text]
    return "".join(digits) if all(digits) else ""

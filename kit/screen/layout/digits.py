"""Big digits from block characters: five rows for the back of the room, three for small screens."""

from __future__ import annotations

_FIVE = {
    "0": ("▄████▄", "██  ██", "██  ██", "██  ██", "▀████▀"),
    "1": ("  ▄██ ", " ████ ", "   ██ ", "   ██ ", "   ██ "),
    "2": ("▄████▄", "▀▀  ██", " ▄▄██▀", "██▀   ", "██████"),
    "3": ("▄████▄", "▀▀  ██", "  ▀██▄", "▄▄  ██", "▀████▀"),
    "4": ("   ▄██", " ▄████", "██▀ ██", "██████", "    ██"),
    "5": ("██████", "██▄▄▄ ", "▀▀▀▀██", "▄▄  ██", "▀████▀"),
    "6": ("▄████▄", "██    ", "█████▄", "██  ██", "▀████▀"),
    "7": ("██████", "   ▄█▀", "  ▄█▀ ", " ██▀  ", " ██   "),
    "8": ("▄████▄", "██  ██", "▄████▄", "██  ██", "▀████▀"),
    "9": ("▄████▄", "██  ██", "▀█████", "    ██", "▀████▀"),
    ":": ("  ", "██", "  ", "██", "  "),
    "+": ("    ", " ██ ", "████", " ██ ", "    "),
}
_THREE = {
    "0": ("█▀▀█", "█  █", "█▄▄█"),
    "1": (" ▀█ ", "  █ ", "  █ "),
    "2": ("▀▀▀█", "▄▀▀▀", "█▄▄▄"),
    "3": ("▀▀▀█", " ▀▀█", "▄▄▄█"),
    "4": ("█  █", "▀▀▀█", "   █"),
    "5": ("█▀▀▀", "▀▀▀█", "▄▄▄█"),
    "6": ("█▀▀▀", "█▀▀█", "█▄▄█"),
    "7": ("▀▀▀█", "  █ ", " █  "),
    "8": ("█▀▀█", "█▀▀█", "█▄▄█"),
    "9": ("█▀▀█", "▀▀▀█", "▄▄▄█"),
    ":": (" ", "▀", "▀"),
    "+": ("   ", "▄█▄", " ▀ "),
}


def digits(text: str, height: int) -> list[str]:
    """`text` (digits, colon, plus) in letters of 5 or 3 rows, or as it is where `height` is 1."""
    if height == 1:
        return [text]
    font = _FIVE if height == 5 else _THREE
    gap = "  " if height == 5 else " "
    return [gap.join(font[character][row] for character in text) for row in range(height)]


def width(text: str, height: int) -> int:
    """The columns `text` takes at this height."""
    return len(digits(text, height)[0])

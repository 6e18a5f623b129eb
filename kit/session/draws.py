"""The row of a draw: every seat in an order that a code word decides, and nobody at the computer.

The class chooses the code word. Anyone who knows it can work the row out again, with another program or another
language; `docs/draws.md` says how in plain words. Everything here is a pure function.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Literal

Seat = int
"""A place in the room, from 1 to `LAST_SEAT`: the only name a pupil has outside a class list."""

LAST_SEAT = 200

LONGEST_CODE = 80
"""Characters of a code word at most."""

SeatFault = Literal["not-a-seat", "backwards", "none"]


class CodeError(ValueError):
    """A text that cannot be a code word: empty, too long, or with characters nobody can see."""


class SeatsError(ValueError):
    """A text that names no seats; `fault` says why and `part` which part of it."""

    def __init__(self, fault: SeatFault, part: str) -> None:
        super().__init__(f"{fault}: {part}")
        self.fault = fault
        self.part = part


def code_word(text: str) -> str:
    """`text` as it goes into a draw: NFC, without the difference of capitals, single spaces.

    Errors: `CodeError`.
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    code = " ".join(folded.split())
    if not code or len(code) > LONGEST_CODE or not code.isprintable():
        raise CodeError(text)
    return code


def digest(code: str, round: int, seat: Seat) -> str:  # noqa: A002 - the word of the field
    """The 64 hexadecimal digits that give a seat its place; `code` as `code_word` gives it, `round` from 1."""
    import hashlib  # it loads OpenSSL, which nobody who draws nothing should wait for

    return hashlib.sha256(f"{code}\n{round}\n{seat}".encode()).hexdigest()


def row(code: str, seats: Iterable[Seat], round: int = 1) -> tuple[Seat, ...]:  # noqa: A002
    """The seats in the order of their digests. A seat that is missing changes nothing for the others.

    `code` may be written in any way that `code_word` makes the same. Errors: `CodeError`.
    """
    code = code_word(code)
    return tuple(sorted(set(seats), key=lambda seat: (digest(code, round, seat), seat)))


def seats_in(text: str) -> tuple[Seat, ...]:
    """The seats a text such as ``1-12, 14`` names, in ascending order, each once. Errors: `SeatsError`."""
    found: set[Seat] = set()
    for part in text.replace("–", "-").replace(";", ",").split(","):
        if not part.strip():
            continue
        first, dash, last = (piece.strip() for piece in part.partition("-"))
        low, high = _seat(first, part), _seat(last if dash else first, part)
        if high < low:
            raise SeatsError("backwards", part.strip())
        found.update(range(low, high + 1))
    if not found:
        raise SeatsError("none", text.strip())
    return tuple(sorted(found))


def seats_text(seats: Iterable[Seat]) -> str:
    """The seats as a person writes them: ``1-12, 14``. The opposite of `seats_in`."""
    runs: list[list[Seat]] = []
    for seat in sorted(set(seats)):
        if runs and seat == runs[-1][-1] + 1:
            runs[-1].append(seat)
        else:
            runs.append([seat])
    return ", ".join(
        str(run[0]) if len(run) == 1 else f"{run[0]}{'-' if len(run) > 2 else ', '}{run[-1]}" for run in runs
    )


def letters(index: int) -> str:
    """The letter of a group by its index from 0: A … Z, AA, AB …"""
    head, last = divmod(index, 26)
    return (letters(head - 1) if head else "") + chr(ord("A") + last)


def _seat(text: str, part: str) -> Seat:
    if not (text.isascii() and text.isdigit() and len(text) <= 4 and 1 <= int(text) <= LAST_SEAT):
        raise SeatsError("not-a-seat", part.strip())
    return int(text)

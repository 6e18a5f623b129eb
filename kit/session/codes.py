"""The codes that join the two stubs of a ballot: a letter and a digit, in an order anyone can work out again.

A reprint has the same codes as the first print, and a class in progress knows which codes exist, because both make
them from the lesson's id and the step's. Who holds which code nobody knows: ballots are mixed before they go round.
"""

from __future__ import annotations

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without I and O, which look like 1 and 0."""

DIGITS = "23456789"
"""Without 0 and 1, which look like O and I."""

LOOK_ALIKE = frozenset({"B8", "G6", "S5", "Z2"})
"""Pairs whose letter and digit are taken for each other."""

UNKIND = frozenset({"F8", "H8", "K9", "P2", "V2", "W8"})
"""Read aloud, or known as a sign, they say what nobody should be handed: fate, hate, dog, lodge, weapon, weight."""

MOST = 60
"""Ballots of one class at most; every code beyond them is unknown."""


def codes(lesson: str, step: str, count: int = MOST) -> tuple[str, ...]:
    """The first `count` codes for a vote in `step` of `lesson` (their ids); all different, the same every time.

    Every possible code is put in the order of the SHA-256 of ``lesson``, ``step`` and the code, a line each.

    Errors: ValueError where there are not so many codes.
    """
    # Loading OpenSSL takes time, and most classes never ask for a code.
    from hashlib import sha256

    every = [letter + digit for letter in LETTERS for digit in DIGITS]
    fit = [code for code in every if code not in LOOK_ALIKE | UNKIND]
    if not 0 <= count <= len(fit):
        raise ValueError(count)
    return tuple(sorted(fit, key=lambda code: sha256(f"{lesson}\n{step}\n{code}".encode()).digest())[:count])

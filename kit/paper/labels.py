"""What only paper says: how line numbers are written out, and what the blocks of the wall are called in the guide."""

from __future__ import annotations

from collections.abc import Iterable

from kit.words import N_, Words

BLOCK = {
    "norms": N_("How we talk"),
    "question": N_("The question"),
    "statement": N_("The statement"),
    "positions": N_("The positions"),
    "lines": N_("The lines"),
    "starters": N_("Sentence starters"),
    "columns": N_("The three columns"),
    "roles": N_("The roles"),
    "vote": N_("The vote"),
    "exit": N_("The exit ticket"),
}
"""What the wall shows in a step, as the guide names it."""


DASH = "\u2060\u2013\u2060"
"""The dash of a range, between word joiners: no row ends with it. Neither is drawn or copied from the PDF."""


def ranges(numbers: Iterable[int]) -> str:
    """Line numbers as people write them: ``3–5, 8``; a range is never broken at the end of a row."""
    parts: list[list[int]] = []
    for number in sorted(set(numbers)):
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(str(part[0]) if len(part) == 1 else f"{part[0]}{DASH}{part[-1]}" for part in parts)


def line_label(tr: Words, numbers: Iterable[int]) -> str:
    """“line 4” or “lines 3–5, 8”; "" for no lines."""
    wanted = sorted(set(numbers))
    return tr.plural("line {lines}", "lines {lines}", len(wanted), lines=ranges(wanted)) if wanted else ""


def minutes_label(tr: Words, minutes: int) -> str:
    """“12 min”."""
    return tr("{minutes} min", minutes=minutes)

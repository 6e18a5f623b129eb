"""Dates as people write them, in four languages."""

from __future__ import annotations

from kit.words import N_, Words

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def written(tr: Words, date: str) -> str:
    """`2025-11-04` as “4 November 2025”, `2024-06` as “June 2024”; anything else as it is."""
    parts = date.split("-")
    if not 2 <= len(parts) <= 3 or not all(part.isdecimal() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return date
    month = tr(MONTHS[int(parts[1]) - 1])
    if len(parts) == 2:
        return tr("{month} {year}", month=month, year=parts[0])
    day = "1er" if tr.language == "fr" and int(parts[2]) == 1 else str(int(parts[2]))
    return tr("{day} {month} {year}", day=day, month=month, year=parts[0])

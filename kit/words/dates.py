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
    return tr("{day} {month} {year}", day=_day(tr, parts[2]), month=month, year=parts[0])


def day_and_month(tr: Words, date: str) -> str:
    """`2025-11-04` as “4 November”, for a date whose year nobody asks."""
    _, month, day = date.split("-")
    return tr("{day} {month}", day=_day(tr, day), month=tr(MONTHS[int(month) - 1]))


def _day(tr: Words, day: str) -> str:
    return "1er" if tr.language == "fr" and int(day) == 1 else str(int(day))

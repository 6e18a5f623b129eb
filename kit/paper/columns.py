"""Short lists side by side: split so that both columns are about as long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")

ROW = 40
"""Characters of 12 pt in a row of half the page's width."""

MOST_ROWS = 60
"""Longer lists stay in one column, which can be broken at the foot of a page; columns cannot."""


def columns(items: Sequence[T], text: Callable[[T], str]) -> tuple[Sequence[T], ...]:
    """`items` in one column or two; `text` says what of each is printed."""
    rows = [1 + len(text(item)) // ROW for item in items]
    total = sum(rows)
    if len(items) < 2 or total > MOST_ROWS:
        return (items,)
    # Of two equal ways the one whose left column is the longer: so it is usually set.
    split = min(range(len(items) - 1, 0, -1), key=lambda index: abs(2 * sum(rows[:index]) - total))
    return items[:split], items[split:]

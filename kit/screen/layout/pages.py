"""Units of text become pages: none is cut, a head never stands alone at a page's end, and what remains is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from kit.screen.layout.rows import EMPTY

PAGE = 6
"""What one page more costs, against the breaks that it saves."""

SPLIT = 3
"""What it costs to break off between two lines of one passage."""

LONE = 4
"""What it costs on top if only one line of the passage stands before or after the break."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Rows that belong together: a numbered line, a source head, a question."""

    key: str
    """The same in every language and at every size, so that a page is found again after either changes."""
    rows: tuple[Content, ...]
    keep_with_next: bool = False
    """Whether a page must not end with it: heads and labels."""
    space_before: int = 0
    """Empty rows above it, except at the top of a page."""
    reminder: tuple[Content, ...] = ()
    """What is repeated above it where a page begins with it: the head it belongs to, in short."""
    numbered: bool = False
    """Whether it is a line the class knows by its number."""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on the wall at once."""

    rows: tuple[Content, ...]
    keys: tuple[str, ...]
    """The units on it, in order; one that was too tall for a page is on several."""
    more: int
    """Numbered lines on the pages after this one that have not begun yet."""


def paginate(units: Sequence[Unit], height: int) -> tuple[Page, ...]:
    """Pages of at most `height` rows, broken where it disturbs reading least; there is always at least one page."""
    height = max(1, height)
    groups = _groups(units)
    made: list[tuple[list[Content], list[str]]] = []
    start = 0
    for end in _ends(groups, height):
        made += _filled(groups[start:end], height)
        start = end
    pages: list[Page] = []
    to_come = {unit.key for unit in units if unit.numbered}
    for rows, keys in made or [([], [])]:
        to_come.difference_update(keys)
        pages.append(Page(tuple(rows), tuple(dict.fromkeys(keys)), len(to_come)))
    return tuple(pages)


def page_with(pages: Sequence[Page], key: str) -> int:
    """The index of the first page that holds the unit `key`; 0 where none does."""
    return next((index for index, page in enumerate(pages) if key in page.keys), 0)


def _groups(units: Sequence[Unit]) -> list[list[Unit]]:
    """Each unit with the heads before it."""
    groups: list[list[Unit]] = []
    joined = False
    for unit in units:
        if joined:
            groups[-1].append(unit)
        else:
            groups.append([unit])
        joined = unit.keep_with_next
    return groups


def _ends(groups: Sequence[list[Unit]], height: int) -> list[int]:
    """Where each page ends: the cheapest way through all groups, and of equal ones that with the fuller first pages."""
    count = len(groups)
    cost = [0] * (count + 1)
    end = [count] * (count + 1)
    for start in range(count - 1, -1, -1):
        rows = len(_reminder(groups[start], height))
        best = None
        for stop in range(start + 1, count + 1):
            group = groups[stop - 1]
            rows += _tall(group) + (group[0].space_before if stop > start + 1 else 0)
            if rows > height and stop > start + 1:
                break
            price = PAGE * -(-rows // height) + _break(groups, stop) + cost[stop]
            if best is None or price <= best:
                best, cost[start], end[start] = price, price, stop
    ends, start = [], 0
    while start < count:
        start = end[start]
        ends.append(start)
    return ends


def _break(groups: Sequence[list[Unit]], at: int) -> int:
    """What it costs to end a page before the group `at`."""
    if at >= len(groups) or not groups[at][0].reminder:
        return 0
    first_alone = not groups[at - 1][0].reminder
    last_alone = at + 1 >= len(groups) or not groups[at + 1][0].reminder
    return SPLIT + (LONE if first_alone or last_alone else 0)


def _filled(groups: Sequence[list[Unit]], height: int) -> list[tuple[list[Content], list[str]]]:
    """The rows and unit keys of one page, or of several where one group alone is too tall for a page."""
    pages: list[tuple[list[Content], list[str]]] = [(list(_reminder(groups[0], height)), [])]
    for number, group in enumerate(groups):
        for index, unit in enumerate(group):
            rows, keys = pages[-1]
            if number or index:
                rows += [EMPTY] * min(unit.space_before, height - len(rows))
            keys.append(unit.key)
            for row in unit.rows:
                if len(pages[-1][0]) >= height:
                    pages.append(([], [unit.key]))
                pages[-1][0].append(row)
    return pages


def _reminder(group: Sequence[Unit], height: int) -> tuple[Content, ...]:
    """What stands above a page that begins with `group`, if there is room for it."""
    reminder = group[0].reminder
    return reminder if len(reminder) + _tall(group) <= height else ()


def _tall(group: Sequence[Unit]) -> int:
    return sum(len(unit.rows) for unit in group) + sum(unit.space_before for unit in group[1:])

"""Units of text become pages: none is cut, a head never stands alone at a page's end, and what remains is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from kit.screen.layout.rows import EMPTY


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


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on the wall at once."""

    rows: tuple[Content, ...]
    keys: tuple[str, ...]
    """The units on it, in order; one that was too tall for a page is on several."""
    more: int
    """Rows of text on the pages after this one, empty ones and reminders not counted."""


def paginate(units: Sequence[Unit], height: int) -> tuple[Page, ...]:
    """Fill pages of at most `height` rows; there is always at least one page."""
    height = max(1, height)
    filled: list[tuple[list[Content], list[str]]] = []
    rows: list[Content] = []
    keys: list[str] = []
    own: list[int] = []
    text_rows = 0
    for group in _groups(units):
        tall = sum(len(unit.rows) for unit in group) + sum(unit.space_before for unit in group[1:])
        space = group[0].space_before if rows else 0
        if rows and len(rows) + space + tall > height:
            filled.append((rows, keys))
            own.append(text_rows)
            rows, keys, text_rows = [], [], 0
        for index, unit in enumerate(group):
            if rows:
                rows += [EMPTY] * min(unit.space_before, height - len(rows))
            elif index == 0 and len(unit.reminder) + tall <= height:
                rows += unit.reminder
            keys.append(unit.key)
            for row in unit.rows:
                if len(rows) >= height:
                    filled.append((rows, keys))
                    own.append(text_rows)
                    rows, keys, text_rows = [], [unit.key], 0
                rows.append(row)
                text_rows += bool(row.plain.strip())
    filled.append((rows, keys))
    own.append(text_rows)
    return tuple(
        Page(tuple(page_rows), tuple(dict.fromkeys(page_keys)), sum(own[index + 1 :]))
        for index, (page_rows, page_keys) in enumerate(filled)
    )


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

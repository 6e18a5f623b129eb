"""Facing pages: which lines stand on which pair of pages, the original on the left and one language on the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kit.lesson.scene import SceneLine
from kit.paper.facts import PrintedPassage
from kit.paper.kinds import Page
from kit.paper.profiles import Profile
from kit.paper.widths import rows

POINT = 25.4 / 72
"""Millimetres."""

WIDTH = {"a4": 183.0, "letter": 188.0, "a3": 183.0}
HEIGHT = {"a4": 262.0, "letter": 244.0, "a3": 262.0}
"""Millimetres inside the margins."""

NUMBER = 3.6
"""Heights of the type that the column of numbers takes."""

NOTES = 0.24
"""The part of the width that is left for notes, in standard print."""

PADDING = 3.0
"""Millimetres between a line and what stands beside it."""

HEAD = 4.8
"""Heights of the type above the lines of a passage: who speaks, in which language, the heads of the columns."""

ABOUT = 0.925
"""The size of what is said about a passage, against the size of the lines."""

ABOUT_WIDTH = 28.0
"""Heights of the type that what is said about a passage is wide at most, in print other than the standard one."""

NARROW = 25.0
"""Heights of the type under which a page is so narrow that the language and standing of a passage take two rows."""

STEPS = 40
"""Parts of a page in which even pages are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacingLine:
    """A line on both pages."""

    line: SceneLine
    height: float
    """Millimetres it takes on either page, so that line stands beside line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacingPassage:
    """Lines of one passage on one pair of pages."""

    printed: PrintedPassage
    lines: tuple[FacingLine, ...]
    continued: bool
    """Whether the passage began on the pair before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measured:
    """A passage, and how high everything of it is."""

    printed: PrintedPassage
    head: float
    """Millimetres above its lines."""
    lines: tuple[FacingLine, ...]


Spread = tuple[FacingPassage, ...]
"""What stands on one pair of pages."""


def spreads(passages: Iterable[PrintedPassage], page: Page, profile: Profile) -> tuple[Spread, ...]:
    """The passages on pairs of `page`, set in `profile`. A row may stay short, but no pair of pages may grow."""
    room = _Room(page, profile)
    measured = [
        _Measured(
            printed=printed,
            head=room.head(printed),
            lines=tuple(FacingLine(line=line, height=room.line(line)) for line in printed.passage.lines),
        )
        for printed in passages
    ]
    most = _packed(measured, room.height)
    # Filled one after another, the last pair may hold two lines: the lowest pages that need no more of them are even.
    for part in range(STEPS // 2, STEPS + 1):
        even = _packed(measured, room.height * part / STEPS, whole=True)
        if len(even) <= len(most) and _cut(even) <= _cut(most):
            return even
    return most


def _cut(pairs: Iterable[Spread]) -> int:
    """How many passages go on on the next pair of pages."""
    return sum(part.continued for pair in pairs for part in pair)


def _packed(passages: Iterable[_Measured], height: float, *, whole: bool = False) -> tuple[Spread, ...]:
    """Passages one after another; `whole`: what a pair of pages can hold is not begun on the pair before."""
    pairs: list[list[FacingPassage]] = [[]]
    left = height
    for passage in passages:
        waiting = list(passage.lines)
        continued = False
        needs = passage.head + sum(line.height for line in waiting)
        if whole and pairs[-1] and left < needs <= height:
            pairs.append([])
            left = height
        while waiting:
            fitting = list(_fitting(waiting, left - passage.head))
            if (len(fitting) < min(2, len(waiting))) and pairs[-1]:
                pairs.append([])
                left = height
                continue
            fitting = fitting or waiting[:1]
            pairs[-1].append(FacingPassage(printed=passage.printed, lines=tuple(fitting), continued=continued))
            left -= passage.head + sum(line.height for line in fitting)
            waiting = waiting[len(fitting) :]
            continued = True
            if waiting:
                pairs.append([])
                left = height
    return tuple(tuple(pair) for pair in pairs if pair)


def _fitting(lines: Sequence[FacingLine], room: float) -> Iterator[FacingLine]:
    for line in lines:
        room -= line.height
        if room < 0:
            return
        yield line


class _Room:
    """How much of a page things take, reckoned from their letters."""

    def __init__(self, page: Page, profile: Profile) -> None:
        self._profile = profile
        self._size = profile.points * POINT
        self.height = HEIGHT[page] - 1.5 * self._size
        self._width = WIDTH[page] / self._size
        """In heights of the type, like all widths that letters are set in."""
        notes = 0 if profile.stacked else NOTES
        self._column = self._width * (1 - notes) - NUMBER - PADDING / self._size

    def line(self, line: SceneLine) -> float:
        count = max(self._rows(_shown(line, text), self._column) for text in (line.text, line.translation))
        return round((count * self._profile.leading + 0.35) * self._size, 1)

    def head(self, printed: PrintedPassage) -> float:
        whole = min(self._width, ABOUT_WIDTH) if self._profile.stacked else self._width
        about = self._rows(printed.passage.about, whole / ABOUT)
        standing = 1 if self._width < NARROW else 0
        return (HEAD + (about + standing) * ABOUT * self._profile.leading) * self._size

    def _rows(self, text: str, room: float) -> int:
        return rows(text, room, tracking=self._profile.tracking, word_gap=self._profile.word_gap)


def _shown(line: SceneLine, text: str) -> str:
    return f"[…] {text}" if text and line.gap_before else text

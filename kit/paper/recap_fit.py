"""How a record of a class comes onto one page: in larger or smaller type, and the longest lists shortened first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from kit.session.recap import Recap

Size = Literal["poster", "large", "usual", "small"]

SIZES: tuple[Size, ...] = ("poster", "large", "usual", "small")

LISTS = ("others", "questions", "discussed", "read", "differ", "agree", "lines", "open_facts", "exit")
"""The lists of a record that can be shortened; where that is not enough, they go one by one, in this order."""

AT_MOST = {
    "open_facts": 10,
    "agree": 10,
    "differ": 10,
    "exit": 12,
    "questions": 6,
    "others": 6,
    "lines": 5,
    "discussed": 6,
    "read": 8,
}
"""Rows of a list even where there is room for more: a page that hangs on a wall is read, not searched."""

LONGEST = 260
"""Characters of a sentence of the class, and of a line that is quoted."""

SHORTER = (150, 90, 50)
"""Characters where nothing else helps."""

TALKED = ("discussed", "read")
"""Lists of what the class did, not of what it said."""

FEW = 2
"""Parts beside which a page also says what was discussed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A record as it stands on the page."""

    recap: Recap
    size: Size = "poster"
    more: Mapping[str, int] = field(default_factory=dict)
    """By list: how many rows are left out."""
    longest: int = LONGEST

    @property
    def above(self) -> frozenset[int]:
        """The lines that are quoted with the reasons, and need not be quoted again."""
        return frozenset(reason.line.number for reason in self.recap.reasons if reason.line is not None)

    @property
    def left_out(self) -> int:
        """How many entries stand in lists that are not on the page at all."""
        gone = (name for name in self.more if not getattr(self.recap, name) and name not in TALKED)
        return sum(self.more[name] for name in gone)

    @property
    def brief(self) -> bool:
        """Whether options are called by their first words, as on the wall where there is little room."""
        return self.size == "small"

    def clipped(self, text: str) -> str:
        """`text`, or its beginning and an ellipsis."""
        text = text.strip()
        return text if len(text) <= self.longest else text[: self.longest - 1].rstrip() + "…"


def forms(recap: Recap) -> list[Fit]:
    """Every form of the record, the fullest first and the shortest last."""
    return list(_forms(recap))


def _forms(recap: Recap) -> Iterator[Fit]:
    if recap.recorded and _parts(recap) > FEW:
        recap = replace(recap, discussed=(), read=())
    now = Fit(recap=recap)
    for name, most in AT_MOST.items():
        now = _cut(now, name, most)
    for size in SIZES:
        now = replace(now, size=size)
        yield now
    for least in (2, 1):
        while (shorter := _shorter(now, least)) is not None:
            now = shorter
            yield now
    yield (now := replace(now, longest=SHORTER[0]))
    for name in LISTS:
        if getattr(now.recap, name):
            now = _cut(now, name, 0)
            yield now
    while len(now.recap.votes) > 1:
        now = replace(now, recap=replace(now.recap, votes=now.recap.votes[:-1]))
        yield now
    for longest in SHORTER[1:]:
        yield replace(now, longest=longest)


def _parts(recap: Recap) -> int:
    """How many parts the page has beside what was discussed."""
    single = (recap.votes, recap.reasons, recap.best_question, recap.minority)
    return sum(map(bool, (*single, *(getattr(recap, name) for name in LISTS if name not in TALKED))))


def _shorter(fit: Fit, least: int) -> Fit | None:
    """The same with the last row of its longest list left out; None where every list has `least` rows."""
    name = max(LISTS, key=lambda one: len(getattr(fit.recap, one)))
    rows = len(getattr(fit.recap, name))
    return _cut(fit, name, rows - 1) if rows > least else None


def _cut(fit: Fit, name: str, most: int) -> Fit:
    rows: tuple[Any, ...] = getattr(fit.recap, name)
    if len(rows) <= most:
        return fit
    left_out = fit.more.get(name, 0) + len(rows) - most
    shorter: dict[str, Any] = {name: rows[:most]}
    return replace(fit, recap=replace(fit.recap, **shorter), more={**fit.more, name: left_out})


def first_fitting(every: Sequence[Fit], on_one_page: Callable[[int, Fit], bool]) -> int:
    """The index of the fullest form that comes onto one page, found in few attempts; the last where none does.

    Each later form is taken to be no longer than the one before. The form that is found has been tried.
    """
    low, high = 0, len(every) - 1
    tried: dict[int, bool] = {}
    while low < high:
        # The first ones are tried one by one: most records fit in one of them.
        middle = low if low < len(SIZES) else (low + high) // 2
        tried[middle] = on_one_page(middle, every[middle])
        low, high = (low, middle) if tried[middle] else (middle + 1, high)
    if low not in tried:
        on_one_page(low, every[low])
    return low

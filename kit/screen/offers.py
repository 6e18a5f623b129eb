"""The offer to go on with a class that is not finished, when its lesson is put on the wall again."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from kit.screen.dialogs import Item, Picker
from kit.session.clock import shown
from kit.words import Words
from kit.words.dates import day_and_month, written

if TYPE_CHECKING:
    from kit.session.sessions import Summary

NEW = "new"
"""The answer that begins a new class."""

MINUS_GAP = "-"
"""What follows the number of a class whose time gone is to count."""

MOST = 5
"""How many unfinished classes are offered, the latest first."""

SAME_LESSON = 3 * 3600.0
"""Seconds after which a class that stopped is no longer thought to be the one that is going on."""

THIS_YEAR = 300 * 86400.0
"""Seconds for which a date needs no year."""


def offer(summaries: Sequence[Summary], is_alive: Callable[[Summary], bool], tr: Words) -> Picker:
    """A list of what can be gone on with, the likeliest chosen; the answer is for `answered`."""
    now = time.time()
    items: list[Item] = []
    for number, summary in enumerate(summaries[:MOST]):
        if is_alive(summary):
            items.append(Item(str(number), tr("Join the class that is going on: {place}", place=place(summary, tr))))
            continue
        left = tr("with {time} left", time=shown(summary.left))
        items.append(Item(str(number), tr("Go on: {place}", place=place(summary, tr)), aside=left))
        minus = summary.left_minus_gap(now)
        if minus is not None:
            gone = tr("{time} left", time=shown(minus))
            items.append(Item(f"{number}{MINUS_GAP}", tr("The same, minus the time gone"), aside=gone))
    items.append(Item(NEW, tr("Begin a new class")))
    latest = summaries[0]
    recent = is_alive(latest) or 0 <= now - latest.last_alive < SAME_LESSON
    return Picker(
        tr("A class of this lesson is not finished"),
        items,
        start=items[0].id if recent else NEW,
        numbered=False,
        wide=True,
    )


def place(summary: Summary, tr: Words) -> str:
    """When the class was held and where it stopped."""
    moment = datetime.fromtimestamp(summary.last_alive).astimezone()
    today = moment.date() == datetime.now().astimezone().date()
    date = day_and_month if 0 <= time.time() - summary.last_alive < THIS_YEAR else written
    when = f"{moment:%H:%M}" if today else f"{date(tr, f'{moment:%Y-%m-%d}')}, {moment:%H:%M}"
    return tr("{when}, step {number} of {count}", when=when, number=summary.index + 1, count=summary.steps)


def answered(answer: str | None, summaries: Sequence[Summary]) -> tuple[Summary | None, bool]:
    """The class that was chosen (None: a new one), and whether the time gone counts."""
    if answer is None or answer == NEW:
        return None, False
    return summaries[int(answer.removesuffix(MINUS_GAP))], answer.endswith(MINUS_GAP)

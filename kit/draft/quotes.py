"""What stands inside quotation marks, block by block, and questions that are given to somebody."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from kit.draft.article import Block
from kit.draft.cues import anywhere

LONGEST = 1500
"""Characters of one quotation; a mark that nobody closes quotes nothing."""

PAIRS = {"«": "»", "“": "”", "„": "“”", "‹": "›"}
ATTRIBUTION = re.compile(r"[\s,»”\"’'—–-]*(?P<verb>(?:[\w’']+[\s-]){0,4}?[\w’'-]+)")
FIRST_PERSON = re.compile(
    r"(?i)\b(?:i|je|j['’]|me|mi)\b(?:\W+\w+){0,2}?"
    r"\W+(?:ask|wonder|demand|interrog|pregunt|chie[ds]|domand)\w*\b(?! me\b)"
)
"""Whoever writes asks: “I wonder”, “je me suis demandé”."""

HANDLE = re.compile(r"(?<![\w.])@\w{3,}|(?<!\w)pic\.\w")
"""A name by which people post."""

POST = 320
"""Characters of a post."""


def is_post(text: str, blocks: Sequence[Block], number: int) -> bool:
    """Whether a block is a post that the article shows: a name with @ in it, or in the line above it."""
    block = blocks[number]
    if block.end - block.start > POST:
        return False
    if HANDLE.search(text, block.start, block.end):
        return True
    above = blocks[number - 1] if number else block
    return above.end - above.start < 80 and HANDLE.search(text, above.start, above.end) is not None


def quotations(text: str) -> list[tuple[int, int]]:
    """The offsets of every quotation, marks included, in reading order."""
    result: list[tuple[int, int]] = []
    at = 0
    for match in re.finditer('[«“„‹"]', text):
        if match.start() < at:
            continue
        end = _closing(text, match.start())
        if end is not None:
            result.append((match.start(), end + 1))
            at = end + 1
    return result


def _closing(text: str, start: int) -> int | None:
    mark, limit = text[start], start + LONGEST
    ends = [at for closer in PAIRS.get(mark, '"') if (at := text.find(closer, start + 1, limit)) >= 0]
    end = min(ends, default=None)
    again = text.find(mark, start + 1, limit if end is None else end) if mark != '"' else -1
    if again < 0:
        return end
    return again if mark == "“" else None  # “so“: the wrong mark closes it


def inside(spans: list[tuple[int, int]], offset: int) -> tuple[int, int] | None:
    """The quotation that holds `offset`."""
    index = bisect_right(spans, (offset, 1 << 60)) - 1
    return spans[index] if index >= 0 and spans[index][0] < offset < spans[index][1] else None


def is_attributed(before: str, after: str) -> bool:
    """Whether somebody is said to ask: a verb of asking right before a colon, or right after the question."""
    head = before.rstrip(' «“"\u00a0')
    if FIRST_PERSON.search(head[-120:]):
        return False
    if head.endswith((":", ",")) and anywhere("asking").search(head[-80:]):
        return True
    tail = ATTRIBUTION.match(after)
    if tail is None:
        return False
    words = after[: tail.end()].lstrip(" ,»”\"’'—–-\u00a0")
    return words[:1].islower() and anywhere("asking").search(words) is not None

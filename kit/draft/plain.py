"""The lines of plain text and of Markdown: hard-wrapped lines joined, bullets, marks and code recognised."""

from __future__ import annotations

import re
from itertools import pairwise

from kit.draft.article import Line, Role, Zone

LINE = re.compile(r"[^\r\n]+")
SYMBOL = "\u2190-\u21ff\u2500-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f"
"""Arrows, boxes, stars, pointing hands: what newsletters put before an entry."""

BULLET = re.compile(
    rf"[ \t\u00a0]*(?:(?:[-*•‣◦·–]|[{SYMBOL}]+)[ \t\u00a0]+"
    r"|\(?\d{1,2}[.)°]?[.)°-][ \t\u00a0]+|\(?[a-hA-H][.)][ \t\u00a0]+)\S"
)
"""The beginning of an entry in a list."""

NARROWEST, WIDEST = 45, 110
"""Characters of the lines of a text that a program has wrapped."""

ENDS = re.compile(r"[.!?…:;»”\"')\]*_]\s*$")
FENCE = re.compile(r"[ ]{0,3}(?:```|~~~)")
HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+")
RULE = re.compile(r"[ ]{0,3}(?:[-*_=][ \t]*){3,}$")


def lines_of(text: str) -> list[Line]:
    """The paragraphs of a plain text, each a line; lines that were only wrapped are joined."""
    raw = [(match.start(), match.end()) for match in LINE.finditer(text) if not match[0].isspace()]
    wrapped = _is_wrapped(text, raw)
    result: list[Line] = []
    previous = ""
    for start, end in raw:
        here = text[start:end]
        if result and _continues(text[result[-1].end : start], previous, here, wrapped=wrapped):
            result[-1] = Line(result[-1].start, end)
        else:
            result.append(Line(start, end))
        previous = here
    return result


def _is_wrapped(text: str, raw: list[tuple[int, int]]) -> bool:
    """Whether a program broke the lines: most that another follows at once are about as long as the longest."""
    ends = [(start, end) for (start, end), (after, _) in pairwise(raw) if breaks(text[end:after]) == 1]
    followed = [end - start for start, end in ends]
    if len(followed) < 3:
        return False
    longest = max(followed)
    full = sum(length > 0.7 * longest for length in followed)
    broken = sum(not ENDS.search(text[start:end]) for start, end in ends)
    return NARROWEST <= longest <= WIDEST and full >= 0.7 * len(followed) and broken > 0.5 * len(followed)


def breaks(gap: str) -> int:
    """How many line breaks there are, whichever kind."""
    return gap.count("\n") + gap.count("\r") - gap.count("\r\n")


def _continues(gap: str, previous: str, here: str, *, wrapped: bool) -> bool:
    """Whether a line goes on where the one before was broken."""
    if breaks(gap) != 1 or BULLET.match(here):
        return False
    if wrapped:
        return len(previous.rstrip()) > NARROWEST - 5 or here.lstrip()[:1].islower()
    return len(previous) >= NARROWEST and not ENDS.search(previous) and here.lstrip()[:1].islower()


def markdown_lines(text: str) -> list[Line]:
    """The paragraphs, headings and entries of a Markdown text; code and front matter are marked as such."""
    result: list[Line] = []
    fenced = in_front = joins = False
    for number, match in enumerate(re.finditer(r"[^\r\n]*(?:\r\n|\r|\n|$)", text)):
        start, end = match.start(), match.start() + len(match[0].rstrip("\r\n"))
        here = text[start:end]
        if number == 0 and here.strip() == "---":
            in_front = True
            continue
        if in_front:
            in_front = here.strip() not in ("---", "...")
            continue
        if FENCE.match(here):
            fenced, joins = not fenced, False
            continue
        if not here.strip() or (RULE.match(here) and not fenced):
            _underlined(result, text, here)
            joins = False
            continue
        role, zone, level, begin = _markdown_role(here, start, fenced=fenced)
        if joins and role is None and zone is None:
            result[-1] = Line(result[-1].start, end, result[-1].role)
        else:
            result.append(Line(begin, end, role, zone, level))
        joins = zone is None and role != "heading" and not here.endswith("  ")
    return result


def _markdown_role(here: str, start: int, *, fenced: bool) -> tuple[Role | None, Zone | None, int, int]:
    if fenced or (here.startswith(("    ", "\t")) and not BULLET.match(here)):
        return None, "code", 0, start
    mark = HEADING.match(here)
    if mark is not None:
        return "heading", None, len(mark[1]), start + mark.end()
    if BULLET.match(here):
        return "item", None, 0, start
    return None, None, 0, start


def _underlined(result: list[Line], text: str, here: str) -> None:
    """A line of === or --- right below one line makes a heading of it."""
    if result and here.strip() and set(here.strip()) <= {"=", "-"} and result[-1].role is None:
        last = result[-1]
        if text[last.end :].lstrip("\r\n").startswith(here) and "\n\n" not in text[last.end : last.end + 2]:
            result[-1] = Line(last.start, last.end, "heading", None, 1 if "=" in here else 2)

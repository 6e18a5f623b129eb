"""The word lists by which Kit reads an article: one file a list in `cues/`, one cue a line, four languages together.

A cue is written as it is said; where forms vary it is a regular expression, in which a blank stands for any blanks.
A line that begins with # is a remark. A new cue is a new line, and nothing else.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "cues"


@cache
def anywhere(name: str) -> re.Pattern[str]:
    """Matches where a cue of the list stands between words."""
    return re.compile(rf"(?<!\w)(?:{_alternatives(name)})(?!\w)", re.IGNORECASE)


@cache
def inside(name: str) -> re.Pattern[str]:
    """Matches a cue anywhere, also at the beginning of a longer word."""
    return re.compile(_alternatives(name), re.IGNORECASE)


@cache
def opening(name: str) -> re.Pattern[str]:
    """Matches a text that begins with a cue, past signs and numbers; the group `rest` is what follows in the line."""
    return re.compile(rf"^\W*(?:{_alternatives(name)})(?P<rest>(?!\w).*|$)", re.IGNORECASE | re.DOTALL)


@cache
def beginning(name: str) -> re.Pattern[str]:
    """Matches a text that begins with a cue, past signs and numbers, also with a longer word."""
    return re.compile(rf"^\W*(?:{_alternatives(name)})", re.IGNORECASE)


@cache
def whole(name: str) -> re.Pattern[str]:
    """Matches a text that is nothing but a cue, past signs and a number."""
    return re.compile(rf"^\W*(?:\d+[.)]?\s+)?(?:{_alternatives(name)})\W*$", re.IGNORECASE)


def _alternatives(name: str) -> str:
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    cues = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    return "|".join(cue.replace(" ", r"\s+") for cue in cues)

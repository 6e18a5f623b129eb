"""Which lines of a saved page are the article proper, as trafilatura sees it; without trafilatura nothing changes.

Kit's own reading finds a page's parts by their elements and names. Many pages have neither, and there trafilatura
(`pip install "kit-discussion[html]"`) knows more: it weighs the length of paragraphs, links and whole layouts. Its
text is not taken, because nothing in it says where it stood; it only says which of Kit's lines lie outside.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kit.draft.article import Line
from kit.draft.layout import announces

LEAST = 0.4
"""Share of Kit's own reading below which trafilatura has found something else, such as one comment."""

TOLD = 25
"""Characters of a line that is not, by chance, part of another one."""

LOUD = ("trafilatura", "htmldate", "courlan", "justext")


@dataclass(frozen=True, slots=True)
class Proper:
    """The lines of a page, those outside the article marked; and the day it appeared, ISO, where the page says it."""

    lines: Sequence[Line]
    date: str = ""


def proper(source: str, text: str, lines: Sequence[Line]) -> Proper:
    """`lines` of `text`, which is the page `source` without its markup, with what trafilatura leaves out marked."""
    found = _extracted(source)
    told = (found.text or "") if found is not None else ""
    said, alone = " ".join(told.split()), {" ".join(one.split()) for one in told.splitlines()}
    date = (found.date or "") if found is not None else ""
    own = [number for number, line in enumerate(lines) if line.zone is None]
    inside = [number for number in own if _stands_in(_flat(text, lines[number]), said, alone)]
    size = sum(lines[number].end - lines[number].start for number in own)
    if not inside or sum(lines[number].end - lines[number].start for number in inside) < LEAST * size:
        return Proper(lines, date)
    first, last = inside[0], inside[-1]
    outside = {number for number in own if not first <= number <= last and lines[number].level != 1}
    for number in range(last + 1, len(lines)):
        # The very thing Kit is after, questions below the article, looks to trafilatura like one box more.
        if number in outside and announces(_flat(text, lines[number])):
            outside = {other for other in outside if other < first}
            break
        if "?" in text[lines[number].start : lines[number].end]:
            outside.discard(number)
    return Proper([replace(one, zone="furniture") if n in outside else one for n, one in enumerate(lines)], date)


def _flat(text: str, line: Line) -> str:
    return " ".join(text[line.start : line.end].split())


def _stands_in(line: str, said: str, alone: set[str]) -> bool:
    return line in (alone if len(line) < TOLD else said)


def _extracted(source: str) -> Any:
    """What trafilatura makes of the page; None where it is not installed, or can make nothing of it."""
    try:
        from lxml.etree import LxmlError
        from trafilatura import bare_extraction
    except ImportError:  # an extra, or installed without a part of its own
        return None
    with _quiet():
        try:
            return bare_extraction(source, with_metadata=True, include_comments=False)
        except (ArithmeticError, AttributeError, LookupError, LxmlError, RecursionError, TypeError, ValueError):
            return None  # a page made to break programs: Kit's own reading stands


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """No remarks of a library on the teacher's terminal."""
    loggers = [logging.getLogger(name) for name in LOUD]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)

"""Quotation marks in YAML that close too early or too late: YAML itself notices only lines further down."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.words import N_

NEVER_CLOSED = (
    N_("The quotation mark that opens here is not closed on this line."),
    N_("Close it. A longer text is easier to write on the next lines after “|”, without any quotation marks."),
)
CLOSED_EARLY = (
    N_("The quotation marks are closed here, but the text goes on."),
    N_("Write the text on the next line after “|”; there, quotation marks and apostrophes are letters like others."),
)

OPENING = re.compile(r"""\s*(?:-\s+)?(?:[^\s#'"][^'"]*:\s+|-\s+)?(?P<mark>["'])""")
BLOCK = re.compile(r"(?P<indent>\s*)(?:-\s+)?[^#]*[:-]\s*[|>][-+0-9]*\s*(?:#.*)?$")
CLOSING = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'(?!')")}
FINE_AFTER = re.compile(r"\s*(?:[,\]}:].*|\s#.*)?$")


def culprit(lines: Sequence[str], until: int) -> tuple[int, int, tuple[str, str]] | None:
    """Line and column (from 0) of the first mark up to line `until` that is not closed where its text ends.

    With them what is wrong and what to write instead; None where all marks are in order.
    """
    number = 0
    while number <= min(until, len(lines) - 1):
        block = BLOCK.match(lines[number])
        opening = OPENING.match(lines[number])
        if block:
            number = _after_block(lines, number, len(block["indent"]))
            continue
        if opening:
            column = opening.start("mark")
            text = "\n".join(lines[number:])
            closing = CLOSING[opening["mark"]].match(text, column + 1)
            if closing is None:
                return number, column, NEVER_CLOSED
            further = text.count("\n", 0, closing.end())
            rest = text[closing.end() :].split("\n", 1)[0]
            if not FINE_AFTER.match(rest):
                if further:
                    return number, column, NEVER_CLOSED
                return number, closing.end() - 1, CLOSED_EARLY
            number += further
        number += 1
    return None


def _after_block(lines: Sequence[str], number: int, indent: int) -> int:
    number += 1
    while number < len(lines) and (
        not lines[number].strip() or len(lines[number]) - len(lines[number].lstrip()) > indent
    ):
        number += 1
    return number

"""What is meant by the messages of a YAML parser: where the mistake stands, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from kit.files.quotes import culprit
from kit.words import N_

HINTS: list[tuple[str, str, str]] = [
    (
        r"mapping values are not allowed",
        N_("A colon followed by a space cannot stand here."),
        N_("Put the whole text in quotes, or write it on the next line after “|”."),
    ),
    (
        r"cannot start any token|found a tab character",
        N_("A value cannot begin with this character."),
        N_("Indent with spaces, not with the tab key; put a text that begins with @, `, % or a tab in quotes."),
    ),
    (
        r"unexpected end of stream|while scanning a quoted scalar|found unexpected document",
        N_("A quotation mark was opened and never closed."),
        N_("Close it; inside single quotes, write an apostrophe twice, or use the block form with “|”."),
    ),
    (
        r"did not find expected key|could not find expected ':'|expected <block end>|did not find expected '-'",
        N_("The indentation is broken, or a colon is missing, near this line."),
        N_("Lines of the same kind begin in the same column; every key ends in a colon and a space."),
    ),
    (
        r"did not find expected ',' or|flow sequence|flow mapping",
        N_("A bracket was opened and never closed."),
        N_("Close it with ] or }, or put a text that begins with a bracket in quotes."),
    ),
]
"""What the parser may say (a regular expression), what that means, and what to write instead."""


def explained(lines: Sequence[str], error: yaml.MarkedYAMLError) -> tuple[int, int, str, str]:
    """Line and column (from 0) of the mistake in a file of these `lines`, what is wrong and what to write instead."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    line = min(line, len(lines) - 1)
    quotes = culprit(lines, line)
    if quotes is not None:
        line, column, sentences = quotes
        return line, column, *sentences
    told = f"{error.context or ''} {error.problem or ''}"
    for pattern, what, instead in HINTS:
        if re.search(pattern, told):
            return line, column, what, instead
    return line, column, N_("This line cannot be understood."), N_("Compare it with the lines above that work.")

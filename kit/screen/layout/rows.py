"""Rows of text: the safe way in for a lesson's words, wrapping, columns and boxes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from textual.content import Content

from kit.lesson.emphasis import spans
from kit.words.typography import apostrophes

# Reading a lesson refuses these already; whatever still comes by must not reach the terminal as a command.
COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

EMPTY = Content("")

# Textual breaks a line at any white space, the no-break space included; French would begin lines with “ :” or “ ?”.
NO_BREAK, STAND_IN = "\N{NO-BREAK SPACE}", "\ue000"
# The plain space an article has there is kept from breaking in the same way, and stays what it is; a dot that parts
# one thing from the next stands at the end of a row, not at its beginning.
SPACED_MARK, SPACE_STAND_IN = re.compile(r"(?<=«) (?=\S)|(?<=\S) (?=(?:[»;:!?]+[.,]*|·)(?:\s|$))"), "\ue001"


def verbatim(text: str, style: str = "") -> Content:
    """Somebody else's words, letter by letter: no markup of any kind, no control characters."""
    return Content.styled(COMMANDS.sub(REPLACEMENT, text.strip()), style)


def ours(text: str, style: str = "") -> Content:
    """Our own words, in which `_emphasis_` is underlined and nothing else is interpreted."""
    safe = apostrophes(COMMANDS.sub(REPLACEMENT, text.strip()))
    return Content.assemble(
        *((piece, f"{style} underline".strip() if strong else style) for piece, strong in spans(safe))
    )


def wrap(content: Content, width: int) -> list[Content]:
    """`content` in rows of at most `width` columns; words that are too long are broken, never lost."""
    if not content:
        return [EMPTY]
    kept = Content(SPACED_MARK.sub(SPACE_STAND_IN, content.plain), [*content.spans])
    rows = _exchanged(kept, NO_BREAK, STAND_IN).wrap(max(2, width))
    return [_exchanged(_exchanged(row, STAND_IN, NO_BREAK), SPACE_STAND_IN, " ") for row in rows]


def hang(first: Content, content: Content, width: int) -> list[Content]:
    """`content` wrapped behind `first` (a number, a bullet), the following rows under its own beginning."""
    indent = Content(" " * first.cell_length)
    rows = wrap(content, width - first.cell_length)
    return [(first if index == 0 else indent) + row for index, row in enumerate(rows)]


def flow(parts: Iterable[Content], between: str, width: int) -> list[Content]:
    """Short parts one after the other, `between` them; one that no longer fits begins a row, so that it stays whole."""
    rows: list[Content] = []
    for part in parts:
        joined = Content(between).join([rows[-1], part]) if rows else part
        if rows and joined.cell_length <= width:
            rows[-1] = joined
        else:
            rows += wrap(part, width)
    return rows


def beside(columns: Sequence[Sequence[Content]], widths: Sequence[int], gap: int) -> list[Content]:
    """Columns of rows next to each other, each padded to its width."""
    return [
        Content(" " * gap).join(_fit(cell, width) for cell, width in zip(cells, widths, strict=True))
        for cells in zip_longest(*columns, fillvalue=EMPTY)
    ]


def box(rows: Sequence[Content], width: int, height: int = 0) -> list[Content]:
    """`rows` in a frame that is `width` columns wide and has at least `height` rows inside."""
    inside = [*rows, *[EMPTY] * (height - len(rows))]
    line = "\N{BOX DRAWINGS LIGHT HORIZONTAL}" * (width - 2)
    edge = Content.styled("\N{BOX DRAWINGS LIGHT VERTICAL}", "$border")
    return [
        Content.styled(f"\u256d{line}\u256e", "$border"),
        *(Content.assemble(edge, " ", _fit(row, width - 4), " ", edge) for row in inside),
        Content.styled(f"\u2570{line}\u256f", "$border"),
    ]


def boxes(items: Iterable[Content], width: int, across: int, *, gap: int = 2, height: int = 0) -> list[list[Content]]:
    """Items in frames of the same size, `across` of them in a row; one list of rows for each row of frames."""
    each = (width - gap * (across - 1)) // across
    wrapped = [wrap(item, each - 4) for item in items]
    result = []
    for start in range(0, len(wrapped), across):
        line = wrapped[start : start + across]
        tallest = max(height, *(len(rows) for rows in line))
        framed = [box(rows, each, tallest) for rows in line]
        result.append(beside(framed, [each] * len(framed), gap))
    return result


def ends(left: Content, right: Content, width: int) -> Content:
    """One row with `left` at the left and `right` at the right end; where both do not fit, `left` gives way."""
    room = width - right.cell_length - 2
    return _fit(left, room) + Content("  ") + right if room >= 4 else _fit(right, width)


def _exchanged(content: Content, one: str, other: str) -> Content:
    return Content(content.plain.replace(one, other), [*content.spans]) if one in content.plain else content


def _fit(row: Content, width: int) -> Content:
    return row.truncate(width, ellipsis=True) if row.cell_length > width else row.pad_right(width - row.cell_length)

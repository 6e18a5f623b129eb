"""`_emphasis_` in our own texts: the one piece of markup a lesson may use."""

from __future__ import annotations

import re
from collections.abc import Iterator

EMPHASIS = re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]*[^\s_])_(?![\w_])")


def spans(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of `text` in order, each with whether it is emphasised; underscores inside words stay."""
    end = 0
    for match in EMPHASIS.finditer(text):
        if match.start() > end:
            yield text[end : match.start()], False
        yield match[1], True
        end = match.end()
    if end < len(text):
        yield text[end:], False


def plain(text: str) -> str:
    """`text` without the marks of emphasis."""
    return "".join(piece for piece, _ in spans(text))

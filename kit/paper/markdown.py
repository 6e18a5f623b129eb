"""A handout as Markdown: for a wiki, a course page, or a text to go on working with. No text is taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kit.paper.blocks import Block, Run, Runs

BLANK = "…………………………"
"""Room to write a word."""

_MARKS = re.compile(r"([\\`*_\[\]<|~])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BEGINNING = re.compile(r"^([-+>=#]|\d{1,9}(?=[.)]))")


def markdown(blocks: Iterable[Block]) -> str:
    """The blocks as Markdown with GitHub's tables; original and translation stand side by side."""
    parts: list[str] = []
    before = ""
    for block in blocks:
        text = "\n".join(_lines(block))
        if not text:
            continue
        # Items of one list stand under one another; everything else is parted by an empty line.
        parts.append(("\n" if block.kind == before == "item" and block.ordinal != 1 else "\n\n") + text)
        before = block.kind
    return "".join(parts).lstrip("\n") + "\n"


def _lines(block: Block) -> Iterator[str]:
    if block.kind == "heading":
        yield f"{'#' * block.level} {_inline(block.runs, plain=True)}"
    elif block.kind == "item":
        yield f"{f'{block.ordinal}.' if block.ordinal else '-'} {_begun(_inline(block.runs))}"
    elif block.kind == "rows":
        yield "\n\n".join(["___"] * block.rows)
    elif block.kind == "table":
        yield from _table(block)
    else:
        yield _begun(_inline(block.runs))


def _table(block: Block) -> Iterator[str]:
    if not block.heads:  # pairs: what is named, and what is said of it
        for row in block.cells:
            yield "- " + " – ".join(filter(None, map(_inline, row)))
        return
    yield f"| {' | '.join(_inline(head, plain=True) for head in block.heads)} |"
    yield f"|{' --- |' * len(block.heads)}"
    for row in block.cells:
        yield f"| {' | '.join(map(_inline, row))} |"


def _inline(runs: Runs, *, plain: bool = False) -> str:
    return "".join(_run(run, plain=plain) for run in runs).strip()


def _run(run: Run, *, plain: bool) -> str:
    if run.blank:
        return f" {BLANK} "
    text = escaped(run.text)
    sign = "" if plain else "*" * (2 * run.bold + run.italic)
    inner = text.strip(" ")
    if not sign or not inner:
        return text
    start, end = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    return f"{start}{sign}{inner}{sign}{end}"


def escaped(text: str) -> str:
    """`text` so that Markdown shows exactly its characters: no markup and no HTML."""
    return _MARKS.sub(r"\\\1", _ENTITY.sub("&amp;", text))


def _begun(text: str) -> str:
    """`text` so that its beginning is not taken for a list or a quotation."""
    found = _BEGINNING.match(text)
    if not found:
        return text
    sign = found[1]
    return f"{sign}\\{text[len(sign) :]}" if sign.isdigit() else f"\\{text}"

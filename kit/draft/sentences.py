"""The sentences of an article, with offsets into its text: blocks, glued borders, then sentencex."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kit.draft.article import Article, Block
from kit.draft.repair import CAPITAL, glued, masked, same_length

ENDED = re.compile(rf"(?<=[.!?…])(?:[»”\")\]]|\s[»”])?\s+(?=[{CAPITAL}¿¡«“\"‘(—–0-9-])")
"""A border that no language disputes once abbreviations are masked."""

PORTION = 10_000
"""Characters given to sentencex at once."""

MARKED = re.compile(r"(?<=[?!])\s+(?=¿|¡)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: offsets into its text, end exclusive, no blanks at either end."""

    start: int
    end: int
    block: int
    """The number of its block, from 0."""


def sentences(article: Article) -> list[Sentence]:
    """Every sentence, furniture included, in reading order; code has none."""
    return [
        Sentence(start, end, number)
        for number, block in enumerate(article.blocks)
        if block.zone != "code"
        for start, end in of_block(article.text, block, article.language)
    ]


def of_block(text: str, block: Block, language: str) -> Iterator[tuple[int, int]]:
    """The sentences of one block."""
    clean = masked(same_length(text[block.begins : block.end]), language)
    borders = [0, *glued(clean), len(clean)]
    for begin, finish in pairwise(borders):
        for start, end in _split(clean[begin:finish], language):
            piece = clean[begin + start : begin + end]
            left = len(piece) - len(piece.lstrip())
            right = len(piece.rstrip())
            if right > left:
                yield block.begins + begin + start + left, block.begins + begin + start + right


def _split(clean: str, language: str) -> Iterator[tuple[int, int]]:
    """Where sentencex, and then plain rules, see one sentence end and the next begin."""
    import sentencex

    pieces: list[str] = [piece for part in _portions(clean) for piece in sentencex.segment(language, part)]
    if "".join(pieces) != clean:  # a library may drop what it does not know; offsets would be lost
        pieces = [clean]
    pieces = _rejoined(pieces)
    at = 0
    for piece in pieces:
        begin = 0
        for match in _borders(piece):
            yield at + begin, at + match
            begin = match
        yield at + begin, at + len(piece)
        at += len(piece)


def _portions(clean: str) -> Iterator[str]:
    """A text without paragraphs in portions: sentencex takes ever longer over quotation marks that nobody closes."""
    while len(clean) > PORTION:
        cut = max(clean.rfind(". ", 0, PORTION), clean.rfind("? ", 0, PORTION)) + 1 or PORTION
        yield clean[:cut]
        clean = clean[cut:]
    yield clean


def _rejoined(pieces: list[str]) -> list[str]:
    """Sentences that were cut before a small letter, where only a quotation ended, are one."""
    result: list[str] = []
    for piece in pieces:
        before = result[-1].rstrip() if result else ""
        if before and piece[:1].islower() and before[-1] not in "?!":
            result[-1] += piece
        else:
            result.append(piece)
    return result


def _borders(piece: str) -> list[int]:
    found = {match.end() for match in ENDED.finditer(piece)} | {match.end() for match in MARKED.finditer(piece)}
    return sorted(border for border in found if 0 < border < len(piece))

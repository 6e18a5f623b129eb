"""Where a quotation and the article part: word by word, with the place of each difference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from kit.sources.borders import cut_word, tokens_around
from kit.sources.find import span_at
from kit.sources.model import Span
from kit.sources.nearest import closest_sentence, nearest_regions
from kit.sources.text import FoldedText, Token, tokens

LONGEST = 600
"""Words of a quotation that are compared; whoever quotes more is told about the first ones."""

NEAR = 0.5
"""Share of a quotation's letters that must stand in the article, in order, for a passage to be called near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One place where the quotation is not what the article says."""

    kind: Literal["replaced", "missing", "added", "cut"]
    """Other words; words left out; words put in; a word or number of which only a part is quoted."""
    source_words: str
    """What the article says there; "" where words were put in."""
    typed_words: str
    """What was typed; "" where words are missing."""
    before: str
    """The article's words just before, to find the place by; "" at the beginning."""
    line: int
    column: int
    """Of the place in the article, counted from 1."""
    row: int
    """Which of the rows compared it was typed in, counted from 0."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The passage nearest to a quotation and how the two differ; `is_near` tells whether it is more than chance."""

    passage: Span | None
    differences: tuple[Difference, ...]
    is_near: bool


@dataclass(frozen=True, slots=True)
class _Change:
    """The article's tokens from `a` to `b` stand where `c` to `d` were typed."""

    a: int
    b: int
    c: int
    d: int


def compare(article: FoldedText, rows: Sequence[str]) -> Comparison:
    """The rows of a quotation that was not found, compared with the passage they most resemble."""
    typed = "\n".join(rows)
    typed_tokens = tokens(typed)[:LONGEST]
    best: tuple[list[Token], list[tuple[int, int, int]]] | None = None
    most = 0.0
    for region in nearest_regions(article, typed_tokens):
        around = tokens_around(article.raw, region.start, region.end)
        blocks = _matching(around, typed_tokens)
        share = _share(blocks, typed_tokens)
        fit = share - _left_out(blocks, around) / max(1, len(typed))
        if share >= NEAR and fit > most:
            best, most = (around, blocks), fit
    if best is not None:
        return _differences(article, best[0], typed, typed_tokens, best[1])
    sentence = closest_sentence(article, typed_tokens)
    return Comparison(span_at(article, sentence.start, sentence.end) if sentence else None, (), False)


def _matching(source: Sequence[Token], typed: Sequence[Token]) -> list[tuple[int, int, int]]:
    """Runs of equal tokens (source index, typed index, length), without chance ones far from the rest."""
    matcher = SequenceMatcher(None, [t.key for t in source], [t.key for t in typed], autojunk=False)
    blocks = [(block.a, block.b, block.size) for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return []
    # a run may stand the farther from the next one the more letters it has: "de" far away is there by chance
    reach = [1.5 * sum(len(typed[index].key) for index in range(b, b + size)) for _, b, size in blocks]
    gaps = [(right[0] - left[0] - left[2]) - (right[1] - left[1] - left[2]) for left, right in pairwise(blocks)]
    first = last = max(range(len(blocks)), key=lambda index: blocks[index][2])
    while first > 0 and gaps[first - 1] <= reach[first - 1]:
        first -= 1
    while last + 1 < len(blocks) and gaps[last] <= reach[last + 1]:
        last += 1
    return blocks[first : last + 1]


def _share(blocks: Sequence[tuple[int, int, int]], typed: Sequence[Token]) -> float:
    matched = sum(len(typed[index].key) for _, begin, size in blocks for index in range(begin, begin + size))
    return matched / max(1, sum(len(token.key) for token in typed))


def _left_out(blocks: Sequence[tuple[int, int, int]], source: Sequence[Token]) -> float:
    """A quarter of the letters the article has between the runs: of two passages the one with fewer is meant."""
    between = (range(left[0] + left[2], right[0]) for left, right in pairwise(blocks))
    return 0.25 * sum(len(source[index].key) for gap in between for index in gap)


def _differences(
    article: FoldedText,
    source: list[Token],
    typed: str,
    typed_tokens: list[Token],
    blocks: list[tuple[int, int, int]],
) -> Comparison:
    changes = _merged(list(_changes(source, typed_tokens, blocks)), source)
    first = min([blocks[0][0], *(change.a for change in changes)])
    last = max([blocks[-1][0] + blocks[-1][2], *(change.b for change in changes)])
    start, end = source[first].start, source[last - 1].end
    found = [_difference(article, source, typed, typed_tokens, change, first) for change in changes]
    cut = cut_word(article.raw, start, end, source)
    if cut is not None or not found:
        found.append(_cut(article, typed, cut or (start, end), (start, end)))
    return Comparison(span_at(article, start, end), tuple(found), True)


def _changes(
    source: Sequence[Token], typed: Sequence[Token], blocks: Sequence[tuple[int, int, int]]
) -> Iterator[_Change]:
    """What stands between the runs; before the first and after the last, as many words as were typed."""
    first_a, first_b, _ = blocks[0]
    if first_b:
        yield _Change(max(0, first_a - first_b), first_a, 0, first_b)
    for (a, b, size), (next_a, next_b, _) in pairwise(blocks):
        yield _Change(a + size, next_a, b + size, next_b)
    end_a, end_b = blocks[-1][0] + blocks[-1][2], blocks[-1][1] + blocks[-1][2]
    if end_b < len(typed):
        yield _Change(end_a, min(len(source), end_a + len(typed) - end_b), end_b, len(typed))


def _merged(changes: list[_Change], source: Sequence[Token]) -> list[_Change]:
    """Changes with only an apostrophe or a hyphen between them are one: "d'une" for "l'autre"."""
    result: list[_Change] = []
    for change in changes:
        if result and change.a - result[-1].b == 1 and source[result[-1].b].key in ("'", "-"):
            result[-1] = _Change(result[-1].a, change.b, result[-1].c, change.d)
        else:
            result.append(change)
    return result


def _difference(
    article: FoldedText, source: list[Token], typed: str, typed_tokens: list[Token], change: _Change, first: int
) -> Difference:
    a, b, c, d = change.a, change.b, change.c, change.d
    if a < b and c < d and a > first and c > 0 and not any(_has_words(t) for t in [*source[a:b], *typed_tokens[c:d]]):
        a, c = a - 1, c - 1  # a comma alone says little: show the word before it, too
    place = source[min(a, len(source) - 1)].start if a < b else source[max(0, a - 1)].end
    line, column = article.line_and_column(place)
    at = typed_tokens[c if c < d else c - 1].start  # what is missing is missing from the row before it
    before = source[max(first, a - 4) : a]
    return Difference(
        kind="replaced" if a < b and c < d else "missing" if a < b else "added",
        source_words=article.raw[source[a].start : source[b - 1].end] if a < b else "",
        typed_words=typed[typed_tokens[c].start : typed_tokens[d - 1].end] if c < d else "",
        before=article.raw[before[0].start : before[-1].end] if before else "",
        line=line,
        column=column,
        row=typed.count("\n", 0, at),
    )


def _has_words(token: Token) -> bool:
    return any(character.isalnum() for character in token.key)


def _cut(article: FoldedText, typed: str, word: tuple[int, int], quoted: tuple[int, int]) -> Difference:
    line, column = article.line_and_column(word[0])
    return Difference(
        kind="cut",
        source_words=article.raw[slice(*word)],
        typed_words=article.raw[max(word[0], quoted[0]) : min(word[1], quoted[1])],
        before="",
        line=line,
        column=column,
        row=typed.count("\n") if word[1] > quoted[1] else 0,
    )

"""The passage of an article that a quotation most resembles, found without reading the article word by word.

Runs of three of its words are looked up in the folded article; every hit votes for the place where the quotation would
then begin. Where no run is found, pairs and single words vote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kit.sources.text import FoldedText, Token, tokens

MOST_LOOKED_UP = 60
"""Runs of words looked up in one article; more would not find a better place."""

MOST_HITS = 24
"""A run that stands in more places than this says nothing about where the quotation is from."""

LETTERS_OF_A_WORD = 4
"""Shorter words stand in every sentence and are no sign of a common origin."""

MOST_REGIONS = 4
"""Parts of an article compared word by word before the best of them is chosen."""

REACH = 1500
"""Folded characters on either side in which the rest of a quotation is looked for, when words were left out."""

SENTENCE_END = re.compile(
    r"""[.!?\u2026]["'\u201d\u2019\u00bb)]*(?=\s|$|[^\W\d_a-zß-öø-ÿ]|["\u201c\u00ab\u00bf\u00a1])|\n+"""
)
LONGEST_SENTENCE = 300


@dataclass(frozen=True, slots=True)
class Region:
    """Raw offsets of a part of an article that a quotation may come from."""

    start: int
    end: int


def nearest_regions(article: FoldedText, quotation: Sequence[Token]) -> list[Region]:
    """The parts of the article worth comparing word by word, the likeliest first; none where no word helps."""
    keys = [token.key.lower() for token in quotation]
    length = sum(map(len, keys))
    for run in (3, 2, 1):
        hits = list(_hits(article.lower, keys, run))
        if hits:
            return [_region(article, hits, begin, length) for begin in _agreed(hits, max(30, length // 4))]
    return []


def _hits(text: str, keys: Sequence[str], run: int) -> Iterator[tuple[int, int]]:
    """Where a run of words stands in the text, with where it stands in the quotation, in folded characters."""
    starts = [0]
    for key in keys:
        starts.append(starts[-1] + len(key))
    runs = range(len(keys) - run + 1)
    step = max(1, len(runs) // MOST_LOOKED_UP)
    for index in runs[::step]:
        sought = "".join(keys[index : index + run])
        if sum(map(str.isalnum, sought)) < LETTERS_OF_A_WORD:
            continue
        places: list[int] = []
        at = text.find(sought)
        while at >= 0 and len(places) <= MOST_HITS:
            places.append(at)
            at = text.find(sought, at + 1)
        if len(places) <= MOST_HITS:
            yield from ((place, starts[index]) for place in places)


def _agreed(hits: Sequence[tuple[int, int]], tolerance: int) -> list[int]:
    """The places where most hits say that the quotation begins, give or take `tolerance`; the best first."""
    groups: list[list[int]] = []
    for begin in sorted(place - offset for place, offset in hits):
        if groups and begin - groups[-1][0] <= tolerance:
            groups[-1].append(begin)
        else:
            groups.append([begin])
    groups.sort(key=len, reverse=True)
    return [group[len(group) // 2] for group in groups[:MOST_REGIONS]]


def _region(article: FoldedText, hits: Sequence[tuple[int, int]], begin: int, length: int) -> Region:
    """Around a quotation that begins about there, with the parts that words left out or put in have moved."""
    reach = range(begin - REACH, begin + length + REACH)
    first = min([begin, *(place for place, _ in hits if place in reach)])
    last = max([begin + length, *(place + length - offset for place, offset in hits if place in reach)])
    margin = 40 + length // 5
    return Region(article.near(first - margin), article.near(min(last, begin + length + REACH) + margin) + 1)


def closest_sentence(article: FoldedText, quotation: Sequence[Token]) -> Region | None:
    """The sentence that shares most of the quotation's longer words; None where none shares any."""
    words = {token.key.lower() for token in quotation if len(token.key) >= LETTERS_OF_A_WORD and token.key[0].isalnum()}
    best, found = 0.0, None
    for sentence in sentences(article.raw):
        text = article.raw[sentence.start : sentence.end].lower()
        candidates = [word for word in words if word in text]
        weight = (40 + len(text)) ** 0.5
        if sum(map(len, candidates)) <= best * weight:
            continue
        shared = sum(map(len, words.intersection(token.key for token in tokens(text))))  # "table" is not in "notable"
        if shared > best * weight:
            best, found = shared / weight, sentence
    return found


def sentences(raw: str) -> Iterator[Region]:
    """The sentences of an article, also where they were glued together without a space."""
    start = 0
    for match in SENTENCE_END.finditer(raw):
        if raw[start : match.end()].strip():
            yield from _trimmed(raw, start, match.end())
        start = match.end()
    yield from _trimmed(raw, start, len(raw))


def _trimmed(raw: str, start: int, end: int) -> Iterator[Region]:
    text = raw[start:end]
    if text.strip():
        start += len(text) - len(text.lstrip())
        yield Region(start, min(start + len(text.strip()), start + LONGEST_SENTENCE))

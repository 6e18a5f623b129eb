"""A text to be compared: its sentences, and where each begins and ends in the decoded file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kit.draft.compare.shared import Stretch
from kit.draft.compare.vocabulary import ANY_SMALL, SMALL

WORD = re.compile(r"[^\W\d_]+(?:['\u2019](?=t\b)t)?")

_LINES = re.compile(r"[\r\n]+")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«“\"'’])(?:M|MM|Mme|Mlle|Mr|Mrs|Ms|Dr|St|Ste|Sr|Sra|Sres|Jr|Prof|Inc|Ltd|Co|Corp|vs|No|Nr|Art|Dott|Sig|Ing"
    r"|Avv|Gen|Sen|Rep|Gov|p|pp|cf|env|approx|[A-ZÀ-Þ]|[A-Z]\.[A-Z])$"
)
_END = re.compile(r"[.!?…]+[\"'»”’)\]]*(?P<space>\s*)(?=[\"'«“‘(\[¿¡–—-]*\s?[A-ZÀ-ÖØ-Þ0-9@])")
_GLUED = re.compile(
    r"(?<=[a-zà-öø-ÿ])(?=(?:" + "|".join(sorted(word.capitalize() for word in ANY_SMALL if len(word) > 2)) + r")\b)"
)
_LONGEST = 1200
"""Characters after which a passage without any full stop is cut at a blank, so that hostile text stays in pieces."""


@dataclass(frozen=True)
class Text:
    """One of the texts that are compared."""

    id: str
    """Its id in the catalogue, or the name of its file."""
    title: str
    language: str
    """ISO 639-1; guessed where no catalogue says it."""
    text: str
    """Decoded, otherwise untouched: every offset counts its characters."""

    @cached_property
    def sentences(self) -> tuple[Stretch, ...]:
        """The sentences in reading order, without white space around them."""
        return tuple(_sentences(self.text))

    def words(self, stretch: Stretch) -> str:
        """The text's own slice."""
        return self.text[stretch.start : stretch.end]

    def sentence_at(self, offset: int) -> int:
        """The place of the sentence that holds `offset`, or of the one before it."""
        return max(0, bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1)

    def sentences_of(self, stretch: Stretch) -> range:
        """The places of the sentences that overlap `stretch`."""
        if not self.sentences:
            return range(0)
        first, last = self.sentence_at(stretch.start), self.sentence_at(max(stretch.start, stretch.end - 1))
        return range(first + (self.sentences[first].end <= stretch.start), last + 1)

    def line(self, offset: int) -> int:
        """The line of an offset, counted from 1."""
        return self.text.count("\n", 0, offset) + 1


def guessed_language(text: str) -> str:
    """The language most of whose small words stand in `text`: one of the four Kit knows, English where none does."""
    found = [word.lower() for word in WORD.findall(text[:20_000])]
    return max(SMALL, key=lambda language: sum(word in SMALL[language] for word in found))


def _sentences(text: str) -> Iterator[Stretch]:
    start = 0
    for line in (*_LINES.finditer(text), None):
        end = line.start() if line else len(text)
        yield from _in_line(text, start, end)
        start = line.end() if line else end


def _in_line(text: str, start: int, end: int) -> Iterator[Stretch]:
    borders = [match.end() for match in _END.finditer(text, start, end) if _is_end(text, start, match)]
    borders += [match.start() for match in _GLUED.finditer(text, start, end)]
    for border in (*sorted(set(borders)), end):
        while border - start > _LONGEST:
            blank = text.rfind(" ", start + 1, start + _LONGEST)
            cut = blank if blank > start else start + _LONGEST
            yield from _trimmed(text, start, cut)
            start = cut
        yield from _trimmed(text, start, border)
        start = border


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    before = text[max(start, match.start() - 12) : match.start()]
    stop = match.group().rstrip()
    if stop == "." and _ABBREVIATION.search(before):
        return False
    if match["space"]:
        return True
    after = text[match.end() : match.end() + 1]
    # Glued sentences (“semaine.Stability”), but neither 3.5 nor t.Co nor J.K.
    return before[-1:].islower() and not after.isdigit() if stop == "." else not after.isdigit()


def _trimmed(text: str, start: int, end: int) -> Iterator[Stretch]:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = end - (len(words) - len(words.rstrip()))
    if last > first:
        yield Stretch(first, last)

"""A text to be compared: its sentences, and where each begins and ends in the decoded file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kit.draft.article import Article
from kit.draft.compare.shared import Stretch
from kit.draft.compare.vocabulary import ANY_SMALL, SMALL

_WORD = re.compile(r"[^\W\d_]+")
_GLUED = re.compile(r"(?<=[a-zà-öø-ÿ])[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{2,}\b")
"""Where a line without a full stop was glued to a sentence: “Forbes, BloombergQuel est votre avis”."""

_LONGEST = 1200
"""Characters after which a passage without any full stop is cut at a blank, so that hostile text stays in pieces."""


@dataclass(frozen=True)
class Text:
    """One of the texts that are compared."""

    id: str
    """Its id in the catalogue, or the path of its file as it was typed."""
    title: str
    article: Article

    @property
    def text(self) -> str:
        """Decoded, otherwise untouched: every offset counts its characters."""
        return self.article.text

    @property
    def language(self) -> str:
        """ISO 639-1; guessed where no catalogue says it."""
        return self.article.language

    @cached_property
    def sentences(self) -> tuple[Stretch, ...]:
        """The sentences in reading order, without white space around them."""
        from kit.draft.sentences import sentences

        return tuple(
            piece for sentence in sentences(self.article) for piece in _pieces(self.text, sentence.start, sentence.end)
        )

    def words(self, stretch: Stretch) -> str:
        """The text's own slice."""
        return self.text[stretch.start : stretch.end]

    def in_file(self, stretch: Stretch) -> tuple[int, int]:
        """The offsets of a passage in the decoded file; of a saved page, that is with its markup."""
        return self.article.in_file(stretch.start, stretch.end)

    def line(self, offset: int) -> int:
        """The line of an offset of `text`, counted from 1."""
        return self.text.count("\n", 0, offset) + 1

    def is_proper(self, stretch: Stretch) -> bool:
        """Whether a passage begins in the article proper: not in a menu, a picture's credit, the comments."""
        place = bisect_right(self.article.blocks, stretch.start, key=lambda block: block.start) - 1
        return place >= 0 and self.article.blocks[place].zone == "body"

    def is_foreign(self, stretch: Stretch) -> bool:
        """Whether a sentence is in another language than the text: a quoted post, say."""
        said = [word.lower() for word in _WORD.findall(self.words(stretch))]
        own = sum(word in SMALL[self.language] for word in said) if self.language in SMALL else len(said)
        return any(sum(word in small for word in said) > own + 1 for small in SMALL.values())

    def sentence_at(self, offset: int) -> int:
        """The place of the sentence that holds `offset`, or of the one before it."""
        return max(0, bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1)

    def sentences_of(self, stretch: Stretch) -> range:
        """The places of the sentences that overlap `stretch`."""
        if not self.sentences:
            return range(0)
        first, last = self.sentence_at(stretch.start), self.sentence_at(max(stretch.start, stretch.end - 1))
        return range(first + (self.sentences[first].end <= stretch.start), last + 1)


def _pieces(text: str, start: int, end: int) -> Iterator[Stretch]:
    """A sentence, cut where another was glued to it and where it has no end."""
    glued = [match.start() for match in _GLUED.finditer(text, start, end) if match.group().lower() in ANY_SMALL]
    for border in (*glued, end):
        while border - start > _LONGEST:
            blank = text.rfind(" ", start + 1, start + _LONGEST)
            cut = blank if blank > start else start + _LONGEST
            yield from _trimmed(text, start, cut)
            start = cut
        yield from _trimmed(text, start, border)
        start = border


def _trimmed(text: str, start: int, end: int) -> Iterator[Stretch]:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = end - (len(words) - len(words.rstrip()))
    if last > first:
        yield Stretch(first, last)

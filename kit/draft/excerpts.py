"""The passages of an article that go with a question, best first: BM25 over stems, names and quotations preferred."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from kit.draft.article import Article
from kit.draft.languages import COMMON
from kit.draft.questions import Question
from kit.draft.sentences import Sentence

SHORTEST, LONGEST = 25, 700
"""Characters of a sentence that can stand as a passage."""

SATURATION, LENGTH = 1.2, 0.6
"""BM25's k1 and b: how soon repeating a word stops counting, and how much long sentences pay."""

NAME_WEIGHT = 1.6
QUOTED_WEIGHT = 1.25
SAME = 0.7
"""Share of common stems above which two passages say the same."""

COMMONEST = 400
"""Passages that a stem may stand in before it tells nothing; also what keeps a long book linear."""

NEAREST = 6
"""Sentences before a question that may stand for it where no word says which."""

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
ELISION = re.compile(r"(?i)^(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|dell|nell|all|dall|sull|un|quest|com|cos|c)['’]")
STEMMERS = {
    "en": "english",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "de": "german",
    "nl": "dutch",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the article: offsets into its text, end exclusive, and how well it fits."""

    start: int
    end: int
    text: str
    score: float = 0.0


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str:  # noqa: N802 - the library's name
        ...


class Passages:
    """An article's sentences, ready to be searched."""

    def __init__(self, article: Article, found: Sequence[Sentence], asked: Sequence[Question]) -> None:
        import snowballstemmer

        self._stemmer: _Stemmer = snowballstemmer.stemmer(STEMMERS.get(article.language, "english"))
        self._known: dict[str, str] = {}
        self._common = frozenset(COMMON.get(article.language, "").split())
        self.article = article
        starts = {question.start for question in asked}
        self._sentences = [sentence for sentence in found if self._can_stand(sentence, starts)]
        self._stems = [Counter(self._stemmed(article.text[one.start : one.end])) for one in self._sentences]
        self._lengths = [sum(stems.values()) for stems in self._stems]
        self._mean = sum(self._lengths) / len(self._lengths) if self._lengths else 1.0
        self._where: dict[str, list[int]] = defaultdict(list)
        for number, stems in enumerate(self._stems):
            for stem in stems:
                self._where[stem].append(number)

    def _can_stand(self, sentence: Sentence, starts: set[int]) -> bool:
        block = self.article.blocks[sentence.block]
        said = self.article.text[sentence.start : sentence.end]
        if block.zone != "body" or block.role == "heading" or block.for_class or "?" in said:
            return False
        return SHORTEST <= len(said) <= LONGEST and sentence.start not in starts

    def best(self, question: Question, most: int = 3) -> list[Passage]:
        """Up to `most` passages for `question`, best first, no two that say the same.

        A question without words of its own (“What do you think?”) gets those nearest to the article's title.
        """
        ranked = self._ranked(question.text) or self._near_title or self._before(question)
        chosen: list[int] = []
        for number, _ in ranked:
            if all(not self._same(number, other) for other in chosen):
                chosen.append(number)
            if len(chosen) == most:
                break
        scores = dict(ranked)
        return [self._passage(number, scores[number]) for number in chosen]

    @cached_property
    def _near_title(self) -> list[tuple[int, float]]:
        return self._ranked(self.article.title)

    def _passage(self, number: int, score: float) -> Passage:
        one = self._sentences[number]
        return Passage(one.start, one.end, self.article.text[one.start : one.end], round(score, 3))

    def _ranked(self, asked: str) -> list[tuple[int, float]]:
        scores: dict[int, float] = defaultdict(float)
        total = len(self._sentences)
        for stem, weight in self._weights(asked).items():
            places = self._where.get(stem, ())
            if not places or len(places) > COMMONEST:
                continue
            rarity = math.log(1 + (total - len(places) + 0.5) / (len(places) + 0.5))
            for number in places:
                count = self._stems[number][stem]
                norm = SATURATION * (1 - LENGTH + LENGTH * self._lengths[number] / self._mean)
                scores[number] += weight * rarity * count * (SATURATION + 1) / (count + norm)
        for number in scores:
            said = self.article.text[self._sentences[number].start : self._sentences[number].end]
            if any(mark in said for mark in '«“"'):
                scores[number] *= QUOTED_WEIGHT
        return sorted(scores.items(), key=lambda item: (-item[1], item[0]))

    def _weights(self, asked: str) -> dict[str, float]:
        """The stems of a question: names count more than other words."""
        weights: dict[str, float] = {}
        for index, match in enumerate(WORD.finditer(asked)):
            for stem in self._stemmed(match[0]):
                named = index > 0 and match[0][0].isupper()
                weights[stem] = max(weights.get(stem, 0.0), NAME_WEIGHT if named else 1.0)
        return weights

    def _stemmed(self, text: str) -> Iterable[str]:
        for match in WORD.finditer(text):
            word = ELISION.sub("", match[0]).lower()
            if len(word) < 2 or word in self._common:
                continue
            stem = self._known.get(word)
            if stem is None:
                stem = self._known[word] = self._stemmer.stemWord(word)
            yield stem

    def _same(self, one: int, other: int) -> bool:
        a, b = self._stems[one].keys(), self._stems[other].keys()
        return len(a & b) > SAME * min(len(a), len(b))

    def _before(self, question: Question) -> list[tuple[int, float]]:
        """The sentences before the question, the nearest first."""
        count = bisect_right(self._sentences, question.start, key=lambda one: one.end)
        before = range(max(0, count - NEAREST), count)
        return [(number, 0.0) for number in reversed(before)] or [(0, 0.0)] * bool(self._sentences)

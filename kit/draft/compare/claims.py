"""What only one text says: sentences with a name or a figure that have no counterpart in the others.

Sentences are compared by their content words, reduced to stems, within one language only: of a text that is alone in
its language nothing is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from kit.draft.compare.shared import Stretch
from kit.draft.compare.text import Text
from kit.draft.compare.vocabulary import SMALL

_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(
    r"(?<=[^.!?…\s«“\"'’(-]\s)[A-ZÀ-ÖØ-Þ][\w-]+|(?<=['’])[A-ZÀ-ÖØ-Þ][\w-]+|[A-Z]{2,}|[A-Z][a-z]+[A-Z]\w*"
)
_FIGURE = re.compile(r"[0-9]")

COUNTERPART = 0.4
"""Share of a sentence's content words that stand together in another text, in one sentence or two in a row: it says so,
too."""

FEWEST = 5
"""Content words of a sentence that can be compared."""

RARE = 8
"""The rarest stems of a sentence that its counterparts are looked up by."""

PLACES = 150
"""Sentences a stem may stand in and still lead to counterparts; commoner ones say nothing."""

_STEMMERS = {"en": "english", "fr": "french", "es": "spanish", "it": "italian", "de": "german", "pt": "portuguese"}


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of one text that no other text of its language has in other words."""

    text: int
    stretch: Stretch


def stems(words: str, language: str) -> list[str]:
    """The stems of the content words and the numbers in `words`, in order."""
    small = SMALL.get(language, frozenset())
    found = (word.lower() for word in _WORD.findall(words))
    return [_stem(word, language) for word in found if (len(word) > 2 or word.isdigit()) and word not in small]


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(_STEMMERS.get(language, "english"))


@lru_cache(maxsize=1 << 17)
def _stem(word: str, language: str) -> str:
    stem: str = _stemmer(language).stemWord(word) if len(word) < 60 else word[:60]
    return stem


def only_one(texts: Sequence[Text], covered: Sequence[Sequence[Stretch]]) -> list[Claim]:
    """The claims only one text has, text by text in reading order.

    `covered` holds, by text, what it shares word for word with another: that is no claim of its own.
    """
    result: list[Claim] = []
    for language in sorted({text.language for text in texts}):
        numbers = [number for number, text in enumerate(texts) if text.language == language]
        if len(numbers) > 1:
            result += _of_one_language(texts, numbers, covered)
    return sorted(result, key=lambda claim: (claim.text, claim.stretch.start))


def alone(texts: Sequence[Text]) -> list[int]:
    """The texts that are alone in their language, so that their claims were compared with nothing."""
    counts = Counter(text.language for text in texts)
    return [number for number, text in enumerate(texts) if counts[text.language] == 1]


def _of_one_language(
    texts: Sequence[Text], numbers: Iterable[int], covered: Sequence[Sequence[Stretch]]
) -> list[Claim]:
    sentences: list[tuple[int, Stretch, frozenset[str]]] = []
    for number in numbers:
        text = texts[number]
        sentences += [
            (number, stretch, frozenset(stems(text.words(stretch), text.language)))
            for stretch in text.sentences
            if text.is_proper(stretch) and not text.is_foreign(stretch)
        ]
    where: dict[str, list[int]] = {}
    for place, (_, _, said) in enumerate(sentences):
        for stem in said:
            where.setdefault(stem, []).append(place)
    result = []
    for number, stretch, said in sentences:
        words = texts[number].words(stretch)
        if len(said) < FEWEST or words.endswith("?") or not (_NAME.search(words) or _FIGURE.search(words)):
            continue
        if 2 * _covered(stretch, covered[number]) >= len(stretch):
            continue
        rarest = sorted(said, key=lambda stem: len(where[stem]))[:RARE]
        near = {place for stem in rarest if len(where[stem]) <= PLACES for place in where[stem]}
        if not any(_says_it(said, sentences, place, number) for place in near):
            result.append(Claim(number, stretch))
    return result


def _says_it(
    said: frozenset[str], sentences: Sequence[tuple[int, Stretch, frozenset[str]]], place: int, number: int
) -> bool:
    other, _, too = sentences[place]
    if other == number:
        return False
    if place + 1 < len(sentences) and sentences[place + 1][0] == other:
        too |= sentences[place + 1][2]  # one sentence here may be two there
    return len(said & too) >= COUNTERPART * len(said)


def _covered(stretch: Stretch, stretches: Sequence[Stretch]) -> int:
    """Characters of `stretch` that lie in any of `stretches`."""
    inside: set[int] = set()
    for other in stretches:
        inside.update(range(max(stretch.start, other.start), min(stretch.end, other.end)))
    return len(inside)

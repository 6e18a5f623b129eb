"""Attribution that was cut: a passage two texts share, with a credit beside it in one and none in the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kit.draft.compare.credits import Credit
from kit.draft.compare.shared import Shared, Stretch
from kit.draft.compare.text import Text

NEAR = 100
"""Characters between a passage and a credit in the same sentence that can belong to it."""


TOUCH = 12
"""Characters of a sentence that a passage holds at least to run through it: a full stop or a word is too little."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A credit that stands in the sentence of a shared passage in one text, and is missing there in the other."""

    passage: int
    """The place of the passage among those the two texts share."""
    kept: int
    """The place of the text that has the credit."""
    cut: int
    """The place of the text that has not."""
    credit: Credit
    elsewhere: bool
    """Whether the other names the same source at another place."""


def cuts(
    pair: tuple[int, int],
    passages: Sequence[Shared],
    texts: Sequence[Text],
    credited: Sequence[Sequence[Credit]],
) -> list[Cut]:
    """The credits that only one of the two has beside what they share, in the order of the passages.

    A credit inside a passage is in both; a line of sources at the foot belongs to no passage.
    """
    result: list[Cut] = []
    told: set[tuple[int, int]] = set()
    first, second = pair
    for number, passage in enumerate(passages):
        beside = {
            first: _beside(texts[first], passage.a, credited[first]),
            second: _beside(texts[second], passage.b, credited[second]),
        }
        for kept, other in ((first, second), (second, first)):
            common = [shared.a if kept == first else shared.b for shared in passages]
            there = {credit.key for credit in beside[other]}
            for credit in beside[kept]:
                at, end = credit.stretch.start, credit.stretch.end
                is_common = any(part.start <= at and end <= part.end for part in common)
                if is_common or credit.key in there or (kept, at) in told:
                    continue
                told.add((kept, at))
                elsewhere = bool(credit.name) and any(named.key == credit.key for named in credited[other])
                result.append(Cut(number, kept, other, credit, elsewhere))
    return result


def _beside(text: Text, passage: Stretch, credited: Sequence[Credit]) -> list[Credit]:
    """The credits in the sentences that the passage runs through."""
    places = [place for place in text.sentences_of(passage) if _overlap(text.sentences[place], passage) >= TOUCH]
    if not places:
        return []
    start = max(text.sentences[places[0]].start, passage.start - NEAR)
    end = min(text.sentences[places[-1]].end, passage.end + NEAR)
    beside = (credit for credit in credited if not credit.at_foot)
    return [credit for credit in beside if start <= credit.stretch.end and credit.stretch.start < end]


def _overlap(one: Stretch, other: Stretch) -> int:
    return min(one.end, other.end) - max(one.start, other.start)

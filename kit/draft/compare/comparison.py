"""Everything that comparing texts finds, in one value: what the terminal, the sheet and programs are given."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kit.draft.compare.claims import Claim, alone, only_one
from kit.draft.compare.credits import Credit, credits_of
from kit.draft.compare.cuts import Cut, cuts
from kit.draft.compare.figures import SameFigure, figures_of, matched
from kit.draft.compare.shared import LEAST, Shared, Stretch, shared
from kit.draft.compare.stemma import Stemma, stemma
from kit.draft.compare.text import Text

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found; texts are meant by their places in `texts`."""

    texts: tuple[Text, ...]
    credits: tuple[tuple[Credit, ...], ...]
    """By text, in reading order."""
    passages: Mapping[Pair, tuple[Shared, ...]]
    """By pair, the longest first; pairs that share nothing are not in it."""
    cuts: Mapping[Pair, tuple[Cut, ...]]
    """By pair; every pair of `passages` is in it."""
    figures: tuple[SameFigure, ...]
    claims: tuple[Claim, ...]
    uncompared: tuple[int, ...]
    """Texts that are alone in their language, so that their claims were compared with nothing."""
    stemma: Stemma

    @property
    def changed(self) -> tuple[SameFigure, ...]:
        """The figures beside which something differs."""
        return tuple(figure for figure in self.figures if figure.differs)


def compare(texts: Sequence[Text], least: int = LEAST) -> Comparison:
    """Compare two texts or more; `least` is the shortest shared passage, in characters."""
    passages = {pair: tuple(found) for pair, found in shared([text.text for text in texts], least).items()}
    credited = tuple(tuple(credits_of(text)) for text in texts)
    cut = {pair: tuple(cuts(pair, found, texts, credited)) for pair, found in passages.items()}
    covered: list[list[Stretch]] = [[] for _ in texts]
    for (first, second), found in passages.items():
        covered[first] += [passage.a for passage in found]
        covered[second] += [passage.b for passage in found]
    figures = [figures_of(text, found) for text, found in zip(texts, credited, strict=True)]
    return Comparison(
        texts=tuple(texts),
        credits=credited,
        passages=passages,
        cuts=cut,
        figures=tuple(matched(texts, figures)),
        claims=tuple(only_one(texts, covered)),
        uncompared=tuple(alone(texts)),
        stemma=stemma(texts, passages, cut, credited),
    )


def passages_as_json(texts: Sequence[Text], passages: Mapping[Pair, Sequence[Shared]]) -> str:
    """The shared passages for programs: of two texts one list, of more a list of lists, one for each pair in order."""
    lists = [
        [_passage(texts[first], texts[second], passage) for passage in passages.get((first, second), ())]
        for first, second in combinations(range(len(texts)), 2)
    ]
    return json.dumps(lists[0] if len(texts) == 2 else lists, ensure_ascii=False, indent=2) + "\n"


def _passage(first: Text, second: Text, passage: Shared) -> dict[str, object]:
    return {"text": first.words(passage.a), "a": _end(first, passage.a), "b": _end(second, passage.b)}


def _end(text: Text, stretch: Stretch) -> dict[str, object]:
    start, end = text.in_file(stretch)
    return {"source": text.id, "start": start, "end": end}

"""Which text may depend on which: the evidence for a stemma, and no more than the evidence.

What two texts share shows that one was copied from the other or both from a third; it does not show which. A credit
that only one of them has *suggests* a direction: copying loses credits more often than it adds them. That is a
hypothesis and is called one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kit.draft.compare.credits import Credit
from kit.draft.compare.cuts import Cut
from kit.draft.compare.figures import Day, days
from kit.draft.compare.shared import Shared
from kit.draft.compare.text import Text

SLIGHT = 80
"""Characters the longest shared passage has at least; shorter ones may be names and set phrases, copied by nobody."""


@dataclass(frozen=True, slots=True)
class Bond:
    """Two texts that share passages."""

    first: int
    second: int
    characters: int
    longest: int
    """Characters of the longest shared passage."""
    share: Mapping[int, float]
    """By text: how much of it that is, from 0 to 1."""
    later: int | None
    """The text that the cut credits suggest is the later one; None where they suggest nothing or contradict."""

    @property
    def is_slight(self) -> bool:
        """Whether what they share may be names and set phrases."""
        return self.longest < SLIGHT


@dataclass(frozen=True, slots=True)
class Naming:
    """A source that texts credit."""

    name: str
    """As the first of them writes it."""
    texts: Mapping[int, int]
    """How often, by text."""
    declared: bool
    """Whether it stands in a text's own line of sources: such a name comes before people who are quoted."""


@dataclass(frozen=True, slots=True)
class Stemma:
    """What is known of how the texts depend on each other."""

    bonds: tuple[Bond, ...]
    """Those who share most first."""
    named: tuple[Naming, ...]
    """Those that a line of sources names first, then those whom most texts name."""
    latest: Mapping[int, Day]
    """By text: the latest day it names; it can hardly be older, unless it looks ahead."""


def stemma(
    texts: Sequence[Text],
    passages: Mapping[tuple[int, int], Sequence[Shared]],
    cuts: Mapping[tuple[int, int], Sequence[Cut]],
    credited: Sequence[Sequence[Credit]],
) -> Stemma:
    """The evidence in `texts`."""
    bonds = [_bond(pair, shared, cuts[pair], texts) for pair, shared in passages.items()]
    latest = {}
    for number, text in enumerate(texts):
        named = [day for day in days(text.text) if day.day]
        whole = [day for day in named if day.year]
        if whole:
            latest[number] = max(whole, key=lambda day: day.key)
    return Stemma(
        tuple(sorted(bonds, key=lambda bond: (-bond.characters, bond.first, bond.second))), _named(credited), latest
    )


def _bond(pair: tuple[int, int], shared: Sequence[Shared], cuts: Sequence[Cut], texts: Sequence[Text]) -> Bond:
    first, second = pair
    characters, longest = sum(map(len, shared)), max(map(len, shared))
    lost = Counter(cut.cut for cut in cuts)
    later = None
    if longest >= SLIGHT and lost[first] != lost[second] and min(lost[first], lost[second]) == 0:
        later = first if lost[first] else second
    share = {number: min(1.0, characters / max(1, len(texts[number].text))) for number in pair}
    return Bond(first, second, characters, longest, share, later)


def _named(credited: Sequence[Sequence[Credit]]) -> tuple[Naming, ...]:
    forms: dict[str, str] = {}
    declared = {credit.key for found in credited for credit in found if credit.at_foot}
    counts: dict[str, Counter[int]] = {}
    for number, found in enumerate(credited):
        for credit in found:
            if credit.name:
                forms.setdefault(credit.key, credit.name)
                counts.setdefault(credit.key, Counter())[number] += 1
    for key in sorted(forms, key=len):  # “Mostaque” is “Emad Mostaque”, unless there are two of that name
        longer = [other for other in counts if other.endswith(f" {key}")]
        if len(longer) == 1:
            counts[longer[0]] += counts.pop(key)
    namings = [Naming(forms[key], dict(count), key in declared) for key, count in counts.items()]
    namings.sort(key=lambda one: (not one.declared, -len(one.texts), -sum(one.texts.values()), one.name))
    return tuple(namings)

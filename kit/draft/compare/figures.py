"""Figures with what stands beside them: the word of caution, the date, who is credited; matched between texts.

Two texts give the same figure where number, unit and period agree, in whatever language: “8 millions de dollars par
mois” is “$8 million a month” is “ocho millones de dólares al mes”. Counted things are matched between languages where
they are common ("researchers"), else within one language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kit.draft.compare.claims import stems
from kit.draft.compare.credits import Credit
from kit.draft.compare.shared import Stretch, folded
from kit.draft.compare.text import Text
from kit.draft.compare.vocabulary import ANY_SMALL, HEDGES, MONTHS, NUMBERS, ONE, PERIODS, SCALES, SIGNS, THING, UNITS

_BILLION = {"fr": 10**12}
"""What “billion” counts where it is not a thousand million."""


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_UNIT = {word: unit for unit, words in UNITS.items() for word in words}
_PERIOD = {word: period for period, words in PERIODS.items() for word in words}
_HEDGE = {word: hedge for hedge, words in HEDGES.items() for word in words}
_FIGURE = re.compile(
    rf"""
    (?<![\w.,/:-])(?P<sign>us\$|[$€£])?\s?
    (?P<number>[0-9]{{1,3}}(?:[ .,][0-9]{{3}})+(?:[.,][0-9]{{1,2}})?(?![0-9])|[0-9]+(?:[.,][0-9]+)?
      |(?:{_either(list(NUMBERS))}|{_either(ONE)})\b)
    (?P<of>\s(?:out\sof|of\sthe|of|des|de\slos|de\slas|dei|degli|delle|su|sur)\s(?P<whole>[0-9]+|{_either(list(NUMBERS))})\b)?
    (?:\s?-?(?P<scale>(?:{_either([*SCALES, "billion", "billions"])})\b|m\b(?=\s?[€$£]|\s(?:de|di)\s)))?
    (?:\s?(?:(?:de|di|of)\s|d')?(?P<unit>%|(?:us\$|[$€£])|(?:{_either([word for word in _UNIT if word != "%"])})\b))?
    (?:\s(?P<period>(?:{_either(list(_PERIOD))})\b))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_THING = re.compile(r"\s(?:(?:de|di|of|d')\s?)?([^\W\d_]{2,})")
_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(,;:«\"-]))(?P<hedge>{_either(list(_HEDGE))})\s?(?:(?:the|les|los|las|i|gli|a|un|une)\s)?$"
)
_LATE = [word for word in _HEDGE if " " in word or word in ("environ", "circa")]
_AFTER = re.compile(rf"\s(?P<hedge>{_either(_LATE)})\b")
_DATE = re.compile(
    rf"(?:(?P<day>[0-9]{{1,2}})(?:er|st|nd|rd|th|º|°)?\s(?:of\s|de\s)?)?(?P<month>\b(?:{_either(list(MONTHS))}))\b"
    r"(?:\s(?P<late>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9])(?=,?\s[12][0-9]{3}))?(?:,?\s(?:de\s|del\s|of\s)?(?P<year>[12][0-9]{3})\b)?"
    r"|(?<![0-9.,])(?P<alone>(?:19|20)[0-9]{2})(?![0-9.,]?[0-9])",
    re.IGNORECASE,
)
_NEAR = 30
"""Characters before a figure that are looked through for a word of caution."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date a text names, as far as it does; 0 for what it leaves out."""

    stretch: Stretch
    year: int
    month: int
    day: int

    @property
    def key(self) -> tuple[int, int, int]:
        return self.year, self.month, self.day


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a text."""

    stretch: Stretch
    """With its unit and its word of caution."""
    key: tuple[str, str, str]
    """Number, unit and period, the same in every language."""
    hedge: str
    """A key of `HEDGES`; "" for none."""
    hedge_words: str
    date: Day | None
    """The nearest in its sentence."""
    credit: Credit | None
    """The nearest in its sentence."""


@dataclass(frozen=True, slots=True)
class SameFigure:
    """A figure that several texts give, and what they set beside it."""

    figures: Mapping[int, Figure]
    """By the place of the text: the first in each."""
    numbers: bool
    """Whether the numbers themselves differ: the same sentence, as far as its words go, with another number."""
    hedges: bool
    dates: bool
    credits: bool

    @property
    def differs(self) -> bool:
        """Whether anything does."""
        return self.numbers or self.hedges or self.dates or self.credits


def figures_of(text: Text, credited: Sequence[Credit]) -> list[Figure]:
    """The figures of `text` that have a unit or count something, in reading order; years are none."""
    result = []
    spoken = folded(text.text)
    for sentence in text.sentences:
        words = spoken[sentence.start : sentence.end]
        dates = list(days(words, sentence.start))
        inside = range(sentence.start, sentence.end)
        beside = [credit for credit in credited if not credit.at_foot and credit.stretch.start in inside]
        for match in _FIGURE.finditer(words):
            key, end = _key(match, words, text.language)
            if key is None:
                continue
            hedge, before, after = _hedge(words, match.start(), end)
            stretch = Stretch(sentence.start + before, sentence.start + after)
            near = Stretch(sentence.start + match.start(), sentence.start + end)
            hedge_words = text.text[sentence.start + before : near.start] or text.text[near.end : stretch.end]
            result.append(
                Figure(
                    stretch,
                    key,
                    hedge,
                    hedge_words.strip(),
                    min(dates, key=lambda day: _gap(day.stretch, near), default=None),
                    min(beside, key=lambda credit: _gap(credit.stretch, near), default=None),
                )
            )
    return result


def days(words: str, start: int = 0) -> Iterator[Day]:
    """The dates in `words`, which begin at `start`."""
    for match in _DATE.finditer(words):
        stretch = Stretch(start + match.start(), start + match.end())
        if match["alone"]:
            yield Day(stretch, int(match["alone"]), 0, 0)
        elif match["day"] or match["year"] or match["late"] or not _is_other(match):
            day = int(match["day"] or match["late"] or 0)
            yield Day(stretch, int(match["year"] or 0), MONTHS[match["month"].lower()], day)


def matched(texts: Sequence[Text], figures: Sequence[Sequence[Figure]]) -> list[SameFigure]:
    """The figures that at least two texts give, in the reading order of the first, then those that differ in number."""
    by_key: dict[tuple[str, str, str], dict[int, Figure]] = {}
    for number, found in enumerate(figures):
        for figure in found:
            by_key.setdefault(figure.key, {}).setdefault(number, figure)
    result = [_compared(group) for group in by_key.values() if len(group) > 1]
    return result + [_compared(dict(pair), numbers=True) for pair in _changed(texts, by_key)]


_ALIKE = 0.6
"""Share of the content words of the shorter sentence that two sentences have in common when they say the same."""

_OF_ONE_UNIT = 400
"""Figures of one unit that are compared with each other; there are more only in tables."""


def _changed(
    texts: Sequence[Text], by_key: Mapping[tuple[str, str, str], Mapping[int, Figure]]
) -> Iterator[list[tuple[int, Figure]]]:
    """Pairs of figures of one unit, in sentences that otherwise say the same in one language."""
    by_unit: dict[tuple[str, str, str], list[tuple[int, Figure, frozenset[str]]]] = {}
    for group in by_key.values():
        for number, figure in group.items():
            text = texts[number]
            sentence = text.sentences[text.sentence_at(figure.stretch.start)]
            said = frozenset(stem for stem in stems(text.words(sentence), text.language) if not stem.isdigit())
            by_unit.setdefault((text.language, *figure.key[1:]), []).append((number, figure, said))
    for found in by_unit.values():
        used: set[int] = set()
        few = found[:_OF_ONE_UNIT]
        for first, (number, figure, said) in enumerate(few):
            for second in range(first + 1, len(few)):
                other, twin, too = few[second]
                least = min(len(said), len(too))
                if other == number or {first, second} & used or least < 4 or len(said & too) < _ALIKE * least:
                    continue
                if other in by_key[figure.key] or number in by_key[twin.key]:
                    continue  # one of them has both numbers
                used |= {first, second}
                yield [(number, figure), (other, twin)]


def _compared(group: Mapping[int, Figure], *, numbers: bool = False) -> SameFigure:
    figures = list(group.values())
    return SameFigure(
        group,
        numbers,
        len({figure.hedge for figure in figures}) > 1,
        len({figure.date.key if figure.date else None for figure in figures}) > 1,
        len({figure.credit.key if figure.credit else None for figure in figures}) > 1,
    )


def _gap(one: Stretch, other: Stretch) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _is_other(match: re.Match[str]) -> bool:
    """Whether a month's name alone is another word: “may”, “mars”, “march” without a capital or a day."""
    word = match["month"]
    return word.lower() in ("may", "mars", "march", "mai") and not (word[0].isupper() and word.lower() != "mars")


def _key(match: re.Match[str], words: str, language: str) -> tuple[tuple[str, str, str] | None, int]:
    """What the figure is compared by, and where it ends in `words`; None for what is no figure."""
    number, scale = _number(match["number"].lower(), language), (match["scale"] or "").lower()
    if number is None and not scale:
        return None, 0
    value = 1.0 if number is None else number
    if scale.startswith("billion"):
        value *= _BILLION.get(language, 10**9)
    elif scale:
        value *= SCALES.get(scale, 10**6)
    period = _PERIOD.get((match["period"] or "").lower(), "")
    unit = match["unit"] or match["sign"]
    shown = f"{value:.12g}"
    if match["whole"]:
        shown += f" of {_number(match['whole'].lower(), language):.12g}"
    end = match.end() if match["period"] or not match.group().endswith(" ") else match.end() - 1
    if unit:
        unit = unit.lower()
        return (shown, SIGNS.get(unit) or _UNIT[unit], period), end
    thing = _THING.match(words, end)
    noun = thing[1].lower() if thing else ""
    common = THING.get(noun)
    if thing is None or (common is None and (len(noun) < 4 or noun in ANY_SMALL or noun in MONTHS)):
        return ((shown, "", period), end) if scale and not match["of"] and value >= 10**6 else (None, 0)
    if common is None:
        common = f"{language}:{next(iter(stems(noun, language)), noun)}"
    return (shown, common, period), thing.end()


def _number(written: str, language: str) -> float | None:
    """The number of digits or of a word; None for “a” and “one”, which count only before a million."""
    if written in ONE:
        return None
    if written in NUMBERS:
        return float(NUMBERS[written])
    point = "." if language == "en" else ","
    group = "," if language == "en" else "."
    if re.fullmatch(rf"[0-9]{{1,3}}(?:[ {re.escape(group)}][0-9]{{3}})+(?:{re.escape(point)}[0-9]+)?", written):
        return float(written.replace(" ", "").replace(group, "").replace(",", "."))
    plain = written.replace(" ", "").replace(",", ".")
    return float(plain) if plain.count(".") < 2 else float(plain.replace(".", ""))


def _hedge(words: str, start: int, end: int) -> tuple[str, int, int]:
    """The word of caution of the figure at ``start:end``: which kind, and where figure and caution begin and end."""
    low = max(0, start - _NEAR)
    before = _BEFORE.search(words[low:start].lower())
    if before:
        return _HEDGE[before["hedge"]], low + before.start("hedge"), end
    after = _AFTER.match(words.lower(), end)
    if after and not re.match(r"\s?(?:[0-9]|\w+\s(?:million|milli))", words[after.end() :]):
        return _HEDGE[after["hedge"]], start, after.end()
    return "", start, end

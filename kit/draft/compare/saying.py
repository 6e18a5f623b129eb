"""What a comparison found, in sentences: “shares” and “declares” for what can be seen, “suggests” for the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kit.draft.compare.comparison import Comparison, Pair
from kit.draft.compare.cuts import Cut
from kit.draft.compare.figures import Day, Figure, SameFigure
from kit.draft.compare.stemma import Bond
from kit.words import N_, Words
from kit.words.dates import MONTHS, written

HEDGE = {
    "up-to": N_("up to"),
    "about": N_("about"),
    "nearly": N_("nearly"),
    "more-than": N_("more than"),
    "at-least": N_("at least"),
    "less-than": N_("less than"),
}
"""What a word of caution says, whichever word it is."""

_GROUP = {"en": ",", "fr": "\u202f", "es": ".", "it": "."}


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure in one text, and what stands beside it there."""

    letter: str
    text: int
    words: str
    hedge: str
    date: str
    credit: str


class Saying:
    """A comparison in the words of `tr`."""

    def __init__(self, comparison: Comparison, tr: Words) -> None:
        self.found = comparison
        self.tr = tr

    def letter(self, text: int) -> str:
        """What a text is called: A, B, …, Z, A2, B2, …"""
        turn, place = divmod(text, 26)
        return chr(ord("A") + place) + (str(turn + 1) if turn else "")

    def number(self, count: int) -> str:
        """`count` with its thousands apart, where it has five digits or English is spoken."""
        language = self.tr.language
        return f"{count:,}".replace(",", _GROUP[language]) if count >= 10_000 or language == "en" else str(count)

    def characters(self, count: int) -> str:
        """“1,152 characters”."""
        return self.tr.plural("{number} character", "{number} characters", count, number=self.number(count))

    def names(self, texts: Sequence[int]) -> str:
        """The letters of texts."""
        return ", ".join(map(self.letter, texts))

    @property
    def pairs(self) -> list[Pair]:
        """The pairs that share passages, those that share most first."""
        return [(bond.first, bond.second) for bond in self.found.stemma.bonds]

    def shares(self, bond: Bond) -> str:
        """What two texts share, in numbers."""
        passages = len(self.found.passages[bond.first, bond.second])
        return self.tr.plural(
            "{a} and {b} share {count} passage word for word: {characters}; {percent_a}% of {a}, {percent_b}% of {b}.",
            "{a} and {b} share {count} passages word for word: {characters}; {percent_a}% of {a}, {percent_b}% of {b}.",
            passages,
            a=self.letter(bond.first),
            b=self.letter(bond.second),
            characters=self.characters(bond.characters),
            percent_a=round(100 * bond.share[bond.first]),
            percent_b=round(100 * bond.share[bond.second]),
        )

    def cut(self, cut: Cut) -> str:
        """A credit that one text has beside a passage and the other has not."""
        kept, missing = self.letter(cut.kept), self.letter(cut.cut)
        if not cut.credit.name:
            return self.tr("{kept} says here where it has this from; {cut} does not.", kept=kept, cut=missing)
        message = (
            N_("{kept} credits {source} here; {cut} does not, and names {source} only for something else.")
            if cut.elsewhere
            else N_("{kept} credits {source} here; {cut} does not, and names {source} nowhere.")
        )
        return self.tr(message, kept=kept, cut=missing, source=cut.credit.name)

    def beside(self, figure: SameFigure) -> list[Beside]:
        """A figure text by text: how it is put, the date, the credit; “none” is said, too."""
        return [self._beside(text, one) for text, one in sorted(figure.figures.items())]

    def _beside(self, text: int, figure: Figure) -> Beside:
        none = self.tr("none given")
        meant = self.tr(HEDGE[figure.hedge]) if figure.hedge else ""
        hedge = (
            f"{figure.hedge_words} ({meant})" if meant and meant != figure.hedge_words.lower() else figure.hedge_words
        )
        return Beside(
            letter=self.letter(text),
            text=text,
            words=" ".join(self.found.texts[text].words(figure.stretch).split()),
            hedge=hedge or none,
            date=self.day(figure.date) if figure.date else none,
            credit=(figure.credit.name or self.tr("a source without a name")) if figure.credit else none,
        )

    def differences(self, figure: SameFigure) -> str:
        """What differs beside a figure."""
        what = [
            name
            for differs, name in (
                (figure.numbers, self.tr("the number")),
                (figure.hedges, self.tr("the word of caution")),
                (figure.dates, self.tr("the date")),
                (figure.credits, self.tr("who is credited")),
            )
            if differs
        ]
        return self.tr("What differs: {what}.", what=", ".join(what))

    def day(self, day: Day) -> str:
        """A date as far as the text gives it."""
        if not day.month:
            return str(day.year)
        if not day.year:
            month = self.tr(MONTHS[day.month - 1])
            return f"{day.day} {month}" if day.day else month
        ending = f"-{day.day:02}" if day.day else ""
        return written(self.tr, f"{day.year}-{day.month:02}{ending}")

    def shows(self) -> Iterator[str]:
        """What anybody can check, and what the texts say of themselves."""
        for text, credited in enumerate(self.found.credits):
            named = list(dict.fromkeys(credit.name for credit in credited if credit.at_foot))
            if named:
                yield self.tr(
                    "{text} declares as its sources: {names}.", text=self.letter(text), names=", ".join(named)
                )
        for text, day in self.found.stemma.latest.items():
            yield self.tr(
                "{text} names the day {date}: it was hardly written before.", text=self.letter(text), date=self.day(day)
            )

    def suggests(self, bond: Bond) -> str:
        """The direction that cut credits suggest; that there is none is said, too."""
        first, second = self.letter(bond.first), self.letter(bond.second)
        if bond.is_slight:
            return self.tr(
                "What {a} and {b} share is short: names and set phrases may agree without any copying.",
                a=first,
                b=second,
            )
        if bond.later is None:
            return self.tr(
                "Nothing here suggests which of {a} and {b} was first: one may have it from the other, or both from a "
                "third text.",
                a=first,
                b=second,
            )
        later, earlier = (first, second) if bond.later == bond.first else (second, first)
        return self.tr(
            "{later} leaves out credits that {earlier} has. This suggests that {later} is farther from the first text, "
            "for copying loses credits more often than it adds them. It is a hypothesis: both may have a third text.",
            later=later,
            earlier=earlier,
        )

    def cautions(self) -> Iterator[str]:
        """What must not be concluded."""
        if self.found.passages:
            yield self.tr("Texts that share their words are not independent: do not count them as two witnesses.")
            yield self.tr("Shared wording does not say whether a person or a program wrote it.")
        else:
            yield self.tr(
                "These texts share no passage word for word. That does not make them independent: a translation shares "
                "no words, and one may retell another."
            )
        if self.found.uncompared and self.found.claims:
            yield self.tr(
                "Claims are compared within one language only; nothing is said of {texts}.",
                texts=self.names(self.found.uncompared),
            )
        elif self.found.uncompared:
            yield self.tr("Claims are compared within one language only; nothing is said about those of these texts.")

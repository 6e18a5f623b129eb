"""A comparison as plain text for a terminal: lines and marks, no colour, one text one letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap

from kit.draft.compare.comparison import Comparison
from kit.draft.compare.saying import Saying
from kit.draft.compare.shared import Shared
from kit.draft.compare.stemma import Bond
from kit.words import Words
from kit.words.plain import columns, padded, printable
from kit.words.terms import LANGUAGE

WIDTH = 100
"""Columns a line is broken at."""

FEW = 8
"""Rows of a list that are shown unless all are asked for."""

SHOWN = 240
"""Characters of a passage or a sentence that are shown unless everything is."""


def as_text(comparison: Comparison, tr: Words, *, everything: bool = False) -> str:
    """What was found, section by section; long lists and passages are shortened, and say so, unless `everything`."""
    return "\n".join(_Report(comparison, tr, everything).lines()) + "\n"


class _Report:
    def __init__(self, comparison: Comparison, tr: Words, everything: bool) -> None:
        self.found, self.tr, self.say = comparison, tr, Saying(comparison, tr)
        self.most = 1_000_000_000 if everything else FEW
        self.shown = 1_000_000_000 if everything else SHOWN

    def lines(self) -> Iterator[str]:
        tr = self.tr
        yield from self._texts()
        yield from self._heading(tr("Shared word for word"))
        for number, bond in enumerate(self.found.stemma.bonds[: self.most]):
            yield from [""] if number else []
            yield from self._bond(bond)
        yield from self._more(len(self.found.stemma.bonds))
        if not self.found.passages:
            yield from self._wrapped(tr("No passage of 40 characters or more."), 2)
        yield from self._heading(tr("Attribution that was cut"))
        yield from self._cuts()
        yield from self._heading(tr("Figures, and what stands beside them"))
        yield from self._figures()
        yield from self._heading(tr("Claims only one text has"))
        yield from self._claims()
        yield from self._heading(tr("Who depends on whom: a hypothesis"))
        yield from self._stemma()

    def _heading(self, words: str) -> Iterator[str]:
        yield ""
        yield words
        yield "─" * columns(words)

    def _wrapped(self, words: str, indent: int, first: str = "") -> Iterator[str]:
        """`words` broken into lines behind `indent` blanks, the first line with a mark of its own."""
        rows = wrap(printable(words), WIDTH - indent, break_on_hyphens=False) or [""]
        for number, row in enumerate(rows):
            yield padded(first if number == 0 else "", indent) + row

    def _quoted(self, words: str) -> Iterator[str]:
        """Words of a text behind a bar."""
        for row in wrap(printable(words), WIDTH - 9, break_on_hyphens=False):
            yield f"       ┃ {row}"

    def _more(self, total: int) -> Iterator[str]:
        if total > self.most:
            left = total - self.most
            yield "  " + self.tr.plural("… and {count} more: --all", "… and {count} more: --all", left)

    def _clipped(self, words: str) -> str:
        words = " ".join(words.split())
        if len(words) <= self.shown:
            return words
        half = self.shown // 2
        return f"{words[:half].rstrip()} […] {words[-half:].lstrip()}"

    def _texts(self) -> Iterator[str]:
        texts = self.found.texts
        wide = max(columns(printable(text.id)) for text in texts)
        for number, text in enumerate(texts):
            language = self.tr(LANGUAGE[text.language]) if text.language in LANGUAGE else text.language
            about = [language, self.say.characters(len(text.text))]
            if text.title and text.title != text.id:
                about.insert(0, text.title)
            yield from self._wrapped(
                " · ".join(about), wide + 7, f"{padded(self.say.letter(number), 4)} {padded(printable(text.id), wide)}"
            )

    def _bond(self, bond: Bond) -> Iterator[str]:
        yield from self._wrapped(self.say.shares(bond), 2, "")
        passages = self.found.passages[bond.first, bond.second]
        for number, passage in enumerate(passages[: self.most], 1):
            yield from self._passage(number, passage, bond)
        yield from self._more(len(passages))

    def _passage(self, number: int, passage: Shared, bond: Bond) -> Iterator[str]:
        first = self.found.texts[bond.first]
        places = [
            self.tr(
                "{text} line {line} [{start}:{end}]",
                text=self.say.letter(text),
                line=self.found.texts[text].line(part.start),
                start=part.start,
                end=part.end,
            )
            for text, part in ((bond.first, passage.a), (bond.second, passage.b))
        ]
        yield ""
        yield f"  {number:>3}  {self.say.characters(len(passage))} · {' · '.join(places)}"
        yield from self._quoted(self._clipped(first.words(passage.a)))

    def _cuts(self) -> Iterator[str]:
        every = [(pair, cut) for pair in self.say.pairs for cut in self.found.cuts[pair]]
        for pair, cut in every[: self.most]:
            where = self.tr(
                "{a} and {b}, passage {number}",
                a=self.say.letter(pair[0]),
                b=self.say.letter(pair[1]),
                number=cut.passage + 1,
            )
            yield from self._wrapped(where, 2)
            text = self.found.texts[cut.kept]
            yield from self._wrapped(self.say.cut(cut), 7, "    ✂ ")
            yield from self._quoted(self._clipped(text.words(cut.credit.stretch)))
        yield from self._more(len(every))
        if not every:
            told = self.tr("No credit was found beside a shared passage that the other text leaves out.")
            yield from self._wrapped(told, 2)

    def _figures(self) -> Iterator[str]:
        tr, changed = self.tr, self.found.changed
        for figure in changed[: self.most]:
            yield from self._wrapped(self.say.differences(figure), 4, "  ≠ ")
            for one in self.say.beside(figure):
                facts = [
                    self._clipped(one.words),
                    tr("caution: {words}", words=one.hedge),
                    tr("date: {date}", date=one.date),
                    tr("credited: {name}", name=one.credit),
                ]
                yield from self._wrapped(" · ".join(facts), 9, f"     {one.letter}")
        yield from self._more(len(changed))
        same = len(self.found.figures) - len(changed)
        if same:
            told = tr.plural("{count} figure agrees in all of this.", "{count} figures agree in all of this.", same)
            yield from self._wrapped(told, 4, "  = ")
        if not self.found.figures:
            yield from self._wrapped(tr("No figure stands in more than one of the texts."), 2)

    def _claims(self) -> Iterator[str]:
        for text, group in groupby(self.found.claims, key=lambda claim: claim.text):
            claims = list(group)
            letter = self.say.letter(text)
            yield f"  {letter}  " + self.tr.plural("{count} sentence", "{count} sentences", len(claims))
            for claim in claims[: self.most]:
                words = self._clipped(self.found.texts[text].words(claim.stretch))
                yield from self._wrapped(words, 9, f"     {self.found.texts[text].line(claim.stretch.start):>3} ")
            yield from self._more(len(claims))
        if not self.found.claims:
            yield from self._wrapped(self.tr("None was found."), 2)

    def _stemma(self) -> Iterator[str]:
        sentences: Sequence[str] = [
            *self.say.shows(),
            *(self.say.suggests(bond) for bond in self.found.stemma.bonds[: self.most]),
            *self.say.cautions(),
        ]
        for sentence in sentences:
            yield from self._wrapped(sentence, 4, "  · ")

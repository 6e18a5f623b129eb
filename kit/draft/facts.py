"""Names, dates and figures of an article, each with its sentence and whom the sentence gives it to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kit.draft.article import Article
from kit.draft.repair import CAPITAL, SMALL
from kit.draft.sentences import Sentence

FactKind = Literal["name", "date", "figure"]

MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    "|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre"
)
DATE = re.compile(
    rf"(?i)\b(?:\d{{1,2}}(?:er|º|°|st|nd|rd|"
    rf"th)?\s+(?:de\s+)?)?(?:{MONTHS})\b(?:\s+\d{{1,2}},)?(?:\s+(?:de\s+|del\s+)?\d{{4}})?"
    r"|\b\d{4}-\d{2}-\d{2}\b|\b(?:1[5-9]|20)\d{2}\b"
)
UNITS = (
    r"%|per cent|percent|pour cent|por ciento|per cento|€|\$|£|euros?|dollars?|dólares|dollari|pounds?|livres|libras"
    r"|millions?|milliards?|billions?|millones|milioni|miliardi|mil|mille|km|kilom\w+|met(?:er|re|ro|"
    r"ri)s?|mètres?|kilos?|tonnes?|hours?|heures?|horas|ore"
)
FIGURE = re.compile(
    rf"(?i)(?:[€$£]\s?)?(?<![\w.,])\d{{1,3}}(?:[\s\u00a0\u202f.,]\d{{3}})+(?:[.,]\d+)?(?:\s?(?:{UNITS})\b)*"
    rf"|(?:[€$£]\s?)?(?<![\w.,])\d+(?:[.,]\d+)?(?:[\s\u00a0\u202f]?(?:{UNITS})(?!\w))+(?:\s(?:de\s|"
    rf"of\s|di\s)?(?:{UNITS})(?!\w))?|[€$£]\s?\d+(?:[.,]\d+)?"
)
NAME = re.compile(
    rf"[{CAPITAL}][{SMALL}{CAPITAL}'’.-]+(?:\s(?:de|du|di|del|della|von|van|of|"
    rf"the)?\s?[{CAPITAL}][{SMALL}{CAPITAL}'’-]+)*"
)
BY = re.compile(
    r"(?:[Ss]elon|[Dd]['’]après|[Aa]ccording to|[Ss]egún|[Ss]econdo)\s+(?P<whom>(?:l['’]|la |le |"
    r"les |the |el |los |las |il |lo |gli |un[ae]? |a |an )?[^,.;:«“?!]{2,60})"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something an article states that can be looked up: offsets into its text, end exclusive."""

    kind: FactKind
    text: str
    start: int
    end: int
    by: str = ""
    """Whom the sentence gives it to (“according to …”), in its words; nothing where it names nobody."""


def facts(article: Article, found: Sequence[Sentence]) -> list[Fact]:
    """The dates and figures of the body in reading order, then its names, the most frequent first."""
    result: list[Fact] = []
    names: dict[str, Fact] = {}
    counts: Counter[str] = Counter()
    for sentence in found:
        if article.blocks[sentence.block].zone != "body":
            continue
        said = article.text[sentence.start : sentence.end]
        given = BY.search(said)
        by = given["whom"].strip() if given is not None else ""
        dates = [(match.start(), match.end()) for match in DATE.finditer(said)]
        for kind, spans in (("date", dates), ("figure", [match.span() for match in FIGURE.finditer(said)])):
            for start, end in spans:
                if kind == "figure" and any(a < end and start < b for a, b in dates):
                    continue
                at = sentence.start + start
                result.append(
                    Fact("date" if kind == "date" else "figure", said[start:end].strip(), at, sentence.start + end, by)
                )
        for match in NAME.finditer(said):
            name = match[0].rstrip("'’.-")
            if match.start() == 0 and " " not in name:
                continue  # any word begins a sentence with a capital
            counts[name] += 1
            at = sentence.start + match.start()
            names.setdefault(name, Fact("name", name, at, at + len(name)))
    return result + [names[name] for name, _ in counts.most_common()]

"""What makes a question good to discuss: six tests a teacher can argue with, in four languages.

They look at the words alone, so each says why it spoke and what to try instead; a good question may fail one. The
lesson rules, and later the question linter and drafts, use the same tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kit.words import N_, Message

Fault = Literal["closed", "double", "presupposes", "false-alternative", "too-long", "no-line"]

LONGEST = 25
"""Words of a question that can be said in one breath and kept in mind."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One test a question fails: why, and what to try instead."""

    fault: Fault
    why: Message
    instead: Message


@dataclass(frozen=True, slots=True)
class _Patterns:
    """How one language asks."""

    interrogatives: str
    """Words that open a question with many answers."""
    may_begin: str
    """What may stand before them in the same clause: prepositions."""
    deliberates: str
    """Verb forms that ask what ought to be: yes or no, but never settled."""
    alternative: str
    """The word between two answers."""
    joins: str
    """Words that join a second demand."""
    judges: str
    """Words of judgement that a “why” or “how” question takes for granted."""
    causes: str
    """Openings that ask for the reason of something taken as given."""


_PATTERNS = {
    "en": _Patterns(
        interrogatives="what|which|who|whom|whose|when|where|why|how",
        may_begin="in|on|at|for|from|to|with|by|of|about|under|through|according to",
        deliberates="should|ought|may|must",
        alternative="or",
        joins="and|but",
        judges="important|necessary|essential|better|worse|dangerous|harmful|good|bad|right|wrong|decisive",
        causes="why (?:is|are|was|were|does|do|did|has|have)|how (?:important|necessary|essential|dangerous|harmful)",
    ),
    "fr": _Patterns(
        interrogatives="qu['’]est-ce|que|qu|quoi|qui|quels?|quelles?|lequel|laquelle|lesquels|lesquelles|quand|où|pourquoi|comment|combien",
        may_begin="à|a|de|d|en|dans|par|pour|sur|avec|selon|sous|vers|jusqu|chez|d’après|auprès de",
        deliberates="doit|doivent|devrait|devraient|faut|faudrait|devons|devrions",
        alternative="ou",
        joins="et|mais",
        judges="importante?s?|nécessaires?|essentiel(?:le)?s?|meilleure?s?|pires?|dangereu(?:x|se)s?|néfastes?|bonne?s?|mauvaise?s?|décisi(?:f|ve)s?",
        causes="en quoi|pourquoi",
    ),
    "es": _Patterns(
        interrogatives="qué|quién|quiénes|cuál|cuáles|cuándo|dónde|adónde|por qué|cómo|cuánto|cuánta|cuántos|cuántas",
        may_begin="a|ante|con|de|desde|en|entre|hacia|hasta|para|por|según|sobre|bajo",
        deliberates="debe|deben|debería|deberían|debemos|deberíamos|hay que|habría que",
        alternative="o|u",
        joins="y|e|pero",
        judges="importantes?|necesari[oa]s?|esencial(?:es)?|mejor(?:es)?|peor(?:es)?|peligros[oa]s?|nociv[oa]s?|buen[oa]s?|mal[oa]s?|decisiv[oa]s?",
        causes="por qué|en qué medida es|cómo de",
    ),
    "it": _Patterns(
        interrogatives="che cosa|che|cosa|chi|qual[ei]?|quando|dove|perché|come|quant[oaie]",
        may_begin="fino a|fin|a|ad|con|da|di|in|per|su|tra|fra|secondo|sotto|verso|fino",
        deliberates="deve|devono|dovrebbe|dovrebbero|dobbiamo|dovremmo|bisogna|bisognerebbe",
        alternative="o|oppure",
        joins="e|ed|ma",
        judges="important[ei]|necessari[oae]?|essenzial[ei]|miglior[ei]|peggior[ei]|pericolos[oaie]|nociv[oaie]|buon[oaie]|cattiv[oaie]|decisiv[oaie]",
        causes="perché|in che modo è|quanto è",
    ),
}


@dataclass(frozen=True, slots=True)
class _Compiled:
    opens: re.Pattern[str]
    deliberates: re.Pattern[str]
    alternative: re.Pattern[str]
    second: re.Pattern[str]
    presupposes: re.Pattern[str]


@cache
def _compiled(language: str) -> _Compiled:
    p = _PATTERNS[language]
    word = r"(?:^|(?<=[\s,;:¿(«“'’]))"
    opening = rf"(?:{p.may_begin})?[\s\u00a0'’]*(?:{p.interrogatives})(?![\w-])"
    return _Compiled(
        opens=re.compile(rf"(?i)(?:^|[.,;:–—])\s*¿?\s*{opening}"),
        deliberates=re.compile(rf"(?i){word}(?:{p.deliberates})(?!\w)"),
        alternative=re.compile(rf"(?i)\s(?:{p.alternative})(?:\s+(?:{p.may_begin}))?\s"),
        second=re.compile(rf"(?i)\s(?:{p.joins})[,\s]+¿?\s*{opening}"),
        presupposes=re.compile(rf"(?i)^\W*(?:{p.causes})\b.*?(?<!\w)(?:{p.judges})(?!\w)"),
    )


def findings(question: str, language: str, *, lines: bool | None = None) -> Iterator[Finding]:
    """What `question` fails, most important first.

    `lines` says whether it points to lines of a text; None where that cannot be known. Languages Kit does not speak
    are judged by length and by lines alone.
    """
    text = " ".join(question.split())
    if language in _PATTERNS:
        yield from _worded(text, _compiled(language))
    count = len(re.findall(r"\w+(?:['’-]\w+)*", text))
    if count > LONGEST:
        yield Finding(
            "too-long",
            Message.of(
                N_("The question has {count} words; up to {most} can be said and kept in mind."),
                count=count,
                most=LONGEST,
            ),
            Message.of(N_("Say first what it is about, in a sentence of its own; then ask.")),
        )
    if lines is False:
        yield Finding(
            "no-line",
            Message.of(N_("The question can be answered without looking at a line.")),
            Message.of(N_("Name the lines it needs under “needs”, or ask for the line that supports the answer.")),
        )


def _worded(text: str, patterns: _Compiled) -> Iterator[Finding]:
    is_open = patterns.opens.search(text) is not None
    deliberates = patterns.deliberates.search(text) is not None
    if text.count("?") > 1 or patterns.second.search(text):
        yield Finding(
            "double",
            Message.of(N_("This asks two things at once.")),
            Message.of(N_("Ask the first; keep the second as a follow-up.")),
        )
    if not is_open and patterns.alternative.search(text):
        yield Finding(
            "false-alternative",
            Message.of(N_("This offers two answers as if there were no third.")),
            Message.of(N_("Let pupils place themselves on a line between the two, or ask what else it could be.")),
        )
    elif not is_open and not deliberates:
        yield Finding(
            "closed",
            Message.of(N_("This can be answered with yes or no.")),
            Message.of(N_("Ask how far, in what way, or for whom; or make a statement of it that the class votes on.")),
        )
    if patterns.presupposes.search(text):
        yield Finding(
            "presupposes",
            Message.of(N_("This takes for granted what could be disputed.")),
            Message.of(N_("Ask whether it is so, and how one would know; then ask for the reasons.")),
        )

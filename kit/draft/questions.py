"""The questions of an article: where each begins and ends, and which lean on another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kit.draft.article import Article, Block
from kit.draft.cues import anywhere, opening, whole
from kit.draft.cues import inside as inside_cue
from kit.draft.quotes import inside, quotations
from kit.draft.repair import ADDRESS, CAPITAL, SMALL
from kit.draft.sentences import Sentence, sentences
from kit.draft.turns import LABEL
from kit.words import N_, Message

Kind = Literal["prompt", "open", "rhetorical", "heading", "interview", "quoted", "boilerplate"]

FOR_CLASS: frozenset[Kind] = frozenset(("prompt", "open"))
"""What a class can discuss."""

MARK = re.compile(r"[?!…]*\?[?!…]*")
CLOSING = "»”\"’')]*_"

OPENERS = {
    "en": (
        "What|Which|Who|Whom|Whose|When|Where|Why|How|Do|Does|Did|Is|Are|Was|Were|Can|Could|Should|"
        "Would|Will|Have|Has|If"
    ),
    "fr": (
        "Que|Qu['’]|Quel|Quelle|Quels|Quelles|Qui|Quand|Où|Pourquoi|Comment|Combien|Faut|Est|Doit|Peut|"
        "Dans|En quoi|Selon vous|Pensez"
    ),
    "es": "¿",
    "it": "Che|Cosa|Chi|Quale|Quali|Quando|Dove|Perché|Come|Quanto|Quanti|Secondo voi|Pensate",
}
GLUED_OPENER = {
    language: re.compile(
        rf"(?<=[{SMALL}{CAPITAL}])(?=(?:{words})(?![{SMALL}]))" if language != "es" else r"(?<=\w)(?=¿)"
    )
    for language, words in OPENERS.items()
}
BOLD_LABEL = re.compile(r"[\s>*_]*[^?*_\n]{1,40}:[*_]{1,2}\s+")
NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-hA-H])[.)]\s+(?=\S)")
HOUR = re.compile(r"(?:[Oo]re\s)?\d{1,2}[:h.]\d{2}(?:\s?[ap]m)?[\s:–—-]+(?=\D)")
NICKNAME = re.compile(r"[\w.-]{2,30}:(?=\s)")
CREDIT = re.compile(
    r"(?i)^\W*(?:sources?|fuentes?|font[ei]|via|vía|crédit|credit|photo|foto|image|imagen|immagine)\s*:"
)

GOES_ON = N_("goes on from a question to the reader")


@dataclass(frozen=True, slots=True)
class Span:
    """A question's words: offsets into the article's text, end exclusive."""

    start: int
    end: int
    sentence: int
    """The number of its sentence, from 0."""
    block: int
    after_credit: bool = False
    """Whether a line that names sources was stuck to it: the article was over."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of an article, with its kind and why."""

    start: int
    end: int
    text: str
    """The article's own slice."""
    kind: Kind
    reasons: tuple[Message, ...]
    block: int
    follows: int | None = None
    """Where the question begins that it leans on (“To what extent?”) or leads to (“And you?”)."""

    @property
    def is_for_class(self) -> bool:
        """Whether a class can discuss it."""
        return self.kind in FOR_CLASS


def questions(article: Article, found: Sequence[Sentence] | None = None) -> list[Question]:
    """Every question of `article` in reading order; `found` are its sentences, where they are at hand."""
    from kit.draft.kinds import Reader

    spoken = sentences(article) if found is None else list(found)
    spans = list(spans_of(article, spoken))
    reader = Reader(article, spoken, spans)
    judged = [_judged(article, span, *reader.judge(index)) for index, span in enumerate(spans)]
    return _leaning(article.text, judged)


def _judged(article: Article, span: Span, kind: Kind, reasons: tuple[Message, ...]) -> Question:
    """The question with its kind; the name or the hour before it is not part of what is asked."""
    text, start = article.text, span.start
    if kind == "interview":
        label = LABEL.match(text, start, span.end)
    elif article.blocks[span.block].zone == "comments":
        label = LABEL.match(text, start, span.end) or NICKNAME.match(text, start, span.end)
    else:
        label = HOUR.match(text, start)
    if label is not None and label.end() < span.end:
        start = label.end()
        while text[start].isspace() or text[start] in "*_":
            start += 1
    return Question(start, span.end, text[start : span.end], kind, reasons, span.block)


def spans_of(article: Article, found: Sequence[Sentence]) -> Iterator[Span]:
    """Where each question stands."""
    text = article.text
    block, quotes = -1, list[tuple[int, int]]()
    for number, sentence in enumerate(found):
        begin = sentence.start
        said = text[sentence.start : sentence.end]
        if "?" not in said:
            continue
        if sentence.block != block:
            block, own = sentence.block, article.blocks[sentence.block]
            quotes = [(own.start + at, own.start + to) for at, to in quotations(text[own.start : own.end])]
        addresses = [match.span() for match in ADDRESS.finditer(said)]
        for mark in MARK.finditer(said):
            if any(start <= mark.start() < end for start, end in addresses) or not _asks(said, mark):
                continue
            end = sentence.start + mark.end()
            start, after_credit = _begin(text, begin, end, article.language, quotes)
            if re.search(r"[^\W\d_]{2}", text[start:end]):
                yield Span(start, end, number, sentence.block, after_credit)
            begin = end
            while begin < sentence.end and (text[begin] in CLOSING or text[begin].isspace()):
                begin += 1


def _asks(said: str, mark: re.Match[str]) -> bool:
    """Whether the mark ends a question: “(?)” and “a ? b : c” do not."""
    before, after = said[: mark.start()].rstrip(), said[mark.end() :]
    if not before or not (before[-1].isalnum() or before[-1] in CLOSING + "%€$°…."):
        return False
    if before.count("`") % 2:
        return False  # code
    if before[-1] in "(" or (after[:1].isalnum() and not after[:1].isupper() and "=" in after[:30]):
        return False
    return not (after[:1] == ")" and before[-1:] == "(")


def _begin(text: str, begin: int, end: int, language: str, quotes: list[tuple[int, int]]) -> tuple[int, bool]:
    """Where the question's words begin: past a credit that sticks to it, marks, who asks, and an opening mark."""
    after_credit = False
    cut = _after_credit(text[begin:end], language)
    if cut:
        begin, after_credit = begin + cut, True
    begin = _inside_quotation(text, begin, end)
    quote = inside(quotes, end - 1)
    if quote is not None and quote[0] >= begin and re.search(r"(?:^|[:,;.!?…–—-])\s*$", text[begin : quote[0]]):
        begin = quote[0] + 1
    begin = _after_asker(text, begin, end, language)
    label = BOLD_LABEL.match(text, begin, end)
    if label is not None:
        begin = label.end()
    begin = _after_lead_in(text, begin, end)
    while begin < end and (text[begin].isspace() or text[begin] in "*_>#–—―-•,;:)[]»”….|" or _is_sign(text[begin])):
        begin += 1
    number = NUMBER.match(text, begin, end)
    return (number.end() if number is not None else begin), after_credit


def _after_lead_in(text: str, begin: int, end: int) -> int:
    """Past “one question stays on the table:”, a statement that hands the question over."""
    head, colon, asked = text[begin:end].rpartition(": ") if ": " in text[begin:end] else ("", "", "")
    if not colon or len(asked.split()) < FEWEST_WORDS or not inside_cue("lead-to").search(head):
        return begin
    return end - len(asked)


def _is_sign(character: str) -> bool:
    """Whether a character is an emoji, an arrow or another sign that no question begins with."""
    return unicodedata.category(character) in ("So", "Sm", "Sk", "Cf")


FEWEST_WORDS = 4
"""Words of a question that can stand behind a lead-in or in quotation marks of its own."""

ASKER = 140
"""Characters in which an article says who asks."""


def _after_asker(text: str, begin: int, end: int, language: str) -> int:
    """Past “they kept asking me:” and “somebody says,”: the question is what they ask."""
    opens = re.compile(rf"\s*(?:{OPENERS.get(language, OPENERS['en'])})", re.IGNORECASE)
    if opens.match(text, begin, end):
        return begin
    for match in re.finditer(r"[:,]\s+(?=\S)", text[begin : min(end, begin + ASKER)]):
        head, is_colon = text[begin : begin + match.start()], match[0][0] == ":"
        asks = anywhere("asking").search(head[-60:]) or (is_colon and opening("related").match(head))
        if asks and (is_colon or (opens.match(text, begin + match.end(), end) and len(head.split()) > 1)):
            return begin + match.end()
    return begin


def _after_credit(said: str, language: str) -> int:
    """Where a question begins that a name was stuck to: “Forbes, BloombergQuel est…”, “Source : X Que pensez…”."""
    pattern = GLUED_OPENER.get(language)
    if pattern is not None:
        for match in pattern.finditer(said):
            before = said[: match.start()]
            word = re.split(r"[\s,;]", before)[-1]
            if len(word) > 2 and (language == "es" or not word.isupper()) and said[match.start() - 1].islower():
                return match.start()
            if language == "es" and len(word) > 2:
                return match.start()
    if not CREDIT.match(said):
        return 0
    opener = re.compile(rf"(?<=\s)(?:{OPENERS.get(language, OPENERS['en'])})(?!\w)" if language != "es" else r"(?=¿)")
    matches = [match.start() for match in opener.finditer(said)]
    return matches[-1] if matches else 0


def _inside_quotation(text: str, begin: int, end: int) -> int:
    """Past the mark that opens a quotation which the question ends in."""
    said = text[begin:end]
    after = text[end : end + 3].lstrip(" \u00a0\u202f,.")
    if not after[:1] or after[0] not in '»”"':
        opened = re.match(r"[\s«“\"]+", said)
        closes = any(mark in said for mark in "»”") or said.count('"') > 1
        return begin + opened.end() if opened is not None and not closes else begin
    mark = {"»": "«", "”": "“", '"': '"'}[after[0]]
    at = said.rfind(mark)
    alone = at > 0 and len(said[at + 1 :].split()) >= FEWEST_WORDS
    if at > 0 and not alone and not re.search(r"[:,;.!?»”\"(—–]\s*$|^\s*$", said[:at].rstrip("\u00a0 ") or ""):
        return begin  # a word or two in marks, at the end of a question
    return begin + at + 1 if at >= 0 else begin


def _leaning(text: str, found: list[Question]) -> list[Question]:
    """Bare follow-ups take the kind of the question before, bare lead-ins that of the one behind."""
    result = list(found)
    heads: dict[int, int] = {}
    for index, question in enumerate(found):
        said = " ".join(question.text.split())
        near_before = index > 0 and _touch(text, found[index - 1], question)
        near_after = index + 1 < len(found) and _touch(text, question, found[index + 1], lines=2)
        if near_after and whole("lead-ins").match(said):
            head = found[index + 1]
            result[index] = replace(question, kind=_shared(question, head), follows=head.start)
        elif near_before and whole("follow-ups").match(said):
            head_at = heads.get(index - 1, index - 1)
            heads[index] = head_at
            head = result[head_at]
            result[index] = replace(question, kind=_shared(question, head), follows=head.start)
            if head.kind == "open" and question.kind == "prompt":
                result[head_at] = replace(head, kind="prompt", reasons=(*head.reasons, *question.reasons))
        elif near_before and question.kind == "rhetorical" and result[index - 1].kind == "prompt":
            result[index] = replace(question, kind="prompt", reasons=(Message.of(GOES_ON),))
    return result


def _shared(question: Question, head: Question) -> Kind:
    return question.kind if question.is_for_class and head.kind == "open" else head.kind


def _touch(text: str, before: Question, after: Question, lines: int = 1) -> bool:
    """Whether nothing but marks and at most `lines` line breaks stand between two questions."""
    gap = text[before.end : after.start]
    return not re.search(r"[^\W_]", gap) and len(re.findall(r"\r\n|\r|\n", gap)) <= lines


def block_of(article: Article, question: Question) -> Block:
    """The block the question stands in."""
    return article.blocks[question.block]

"""Where an article's own text ends: what follows the last sentence that could answer anything."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from kit.draft.article import Article
from kit.draft.cues import anywhere, beginning, inside, opening, whole
from kit.draft.furniture import zone_of
from kit.draft.questions import Span
from kit.draft.repair import CAPITAL
from kit.draft.sentences import Sentence

LEGAL = 400
"""Characters of a paragraph about an author or a licence in which its cue stands."""

LONG = 200
"""Characters of a paragraph that is more than a title, a name or a link."""

NEAR = 12
"""Sentences before the end of an article within which a last question to its readers may stand."""

FEW = 2
"""Sentences too few to answer what readers think."""

SHORT_CALL = 160
"""Characters of a sentence that calls readers to answer."""

FAREWELL = 1_500
"""Characters before the end of a text within which a letter takes its leave."""

TRACE = re.compile(
    r"(?:https?://|www\.)\S+|(?:[#@][\w-]+[\s,]*)+|\W*\([A-Z]{2,5}\)\W*|[A-Z]{2,4}|\W*(?:[A-Za-z]\.[\s-]?){1,4}\W*"
)
"""A line that is an address, hashtags, an agency or somebody's initials."""

BIOGRAPHY = re.compile(
    rf"\W*[{CAPITAL}][\w’'-]+(?:\s(?:(?:de|del|della|di|van|von|du|la|le)\s)*[{CAPITAL}][\w’'.-]*){{1,3}},?\s"
    r"(?:is|was|est|es|è|teaches|writes|enseigne|écrit|enseña|escribe|insegna|scrive|runs|leads|dirige)\s"
)
"""“Ann Bell is a lawyer”: at the end of an article, the one who wrote it."""

LABELLED = re.compile(r"\W*[^\W\d_][^.?!:\n]{1,28}[\s\u00a0]?:\s")
"""“The study: …”, “Filed under: …”: below an article's last paragraph, no part of it."""

NOTICE = re.compile(r"\d[\s\u00a0]?€|[€$£]\s?\d|\d[\s\u00a0](?:h\b|heures|euros)|\d{1,2}[:.]\d{2}\b")
"""Prices and hours: where to go and what it costs."""


class Ending:
    """The sentences of an article from its end: which of them say something that could be an answer."""

    def __init__(self, article: Article, found: Sequence[Sentence], spans: Sequence[Span]) -> None:
        self.article = article
        self.text = article.text
        self.found = found
        self.asking = {span.sentence for span in spans}
        self._spans = spans
        self._tail = self._tail_begins()

    def said(self, number: int) -> str:
        """The words of a sentence, every run of blanks as one."""
        sentence = self.found[number]
        return " ".join(self.text[sentence.start : sentence.end].split())

    def is_call(self, said: str) -> bool:
        """Whether a sentence calls readers to answer."""
        return anywhere("comment-calls").search(said) is not None

    @cached_property
    def farewell(self) -> int:
        """The sentence by which a letter takes its leave; past the last one where nothing does."""
        for number in range(len(self.found) - 1, -1, -1):
            sentence = self.found[number]
            if len(self.text) - sentence.start > FAREWELL:
                break
            if number not in self.asking and opening("farewells").match(self.said(number)[:LONG]):
                return number
        return len(self.found)

    @cached_property
    def last_words(self) -> int:
        """The last sentence of the body that says something, before which a question may have been answered."""
        for number in range(min(self.farewell, len(self.found)) - 1, -1, -1):
            block = self.article.blocks[self.found[number].block]
            if not self.is_idle(number) and not block.for_class:
                return number
        return -1

    def is_at_end(self, span: Span) -> bool:
        """Whether nothing that could be an answer follows in the article proper."""
        sentence = self.found[span.sentence]
        rest = self.text[span.end : sentence.end].strip(" *_»”\"').\u00a0")
        if re.search(r"[^\W\d_]{2}", rest) and "?" not in rest:
            return False
        return span.sentence > self.last_words

    def is_near_end(self, span: Span) -> bool:
        """Whether only a few words follow, too few for an answer to what readers think."""
        if self.last_words - span.sentence > NEAR:
            return False
        after = [number for number in range(span.sentence + 1, self.last_words + 1) if not self.is_idle(number)]
        return len(after) <= FEW and sum(len(self.said(number)) for number in after) <= SHORT_CALL

    def is_idle(self, number: int) -> bool:
        """Whether a sentence answers nothing: a question, a call, a credit, a link, “time will tell”."""
        sentence = self.found[number]
        block = self.article.blocks[sentence.block]
        if block.zone != "body" or number in self.asking or number in self._offered:
            return True
        said = self.said(number)
        if len(said) <= 2 or not re.search(r"[^\W\d_]{2}", said) or TRACE.fullmatch(said):
            return True
        if len(said) <= SHORT_CALL and (self.is_call(said) or inside("left-open").search(said)):
            return True
        # What is stuck to the last line of an article is seen here, sentence by sentence.
        if zone_of(said, "paragraph") is not None or BIOGRAPHY.match(said) or anywhere("imprint").search(said[:LEGAL]):
            return True
        if block.role == "heading" and whole("for-class").match(said):
            return True
        if sentence.block < self._tail - 1:
            return False
        if len(said) <= SHORT_CALL and inside("selling-calls").search(said):
            return True
        if sentence.block < self._tail:
            return False
        if LABELLED.match(self.text, block.start, block.end) or NOTICE.search(said):
            return True
        return _is_bare(said) or anywhere("imprint").search(self.text[block.start : block.start + LEGAL]) is not None

    @cached_property
    def _offered(self) -> frozenset[int]:
        """The sentences right behind a question of the page about itself: “Spotted a mistake? Tell the editors.”"""
        result = set()
        for span in self._spans:
            said = self.text[span.start : span.end].strip("*_ ")
            after = span.sentence + 1
            if beginning("selling").match(said) and after < len(self.found) and len(self.said(after)) <= SHORT_CALL:
                result.add(after)
        return frozenset(result)

    def _tail_begins(self) -> int:
        """The block below the last paragraph of some length: names, titles and imprints may follow it."""
        blocks = self.article.blocks
        for number in range(len(blocks) - 1, -1, -1):
            block = blocks[number]
            said = self.text[block.start : block.end]
            asks = "?" in said and not is_page_talk(said)
            says = block.zone == "body" and (block.for_class or asks or len(said) > LONG)
            if says and (len(said) <= LONG or not anywhere("imprint").search(said[:200])):
                return number + 1
        return len(blocks)


def is_page_talk(said: str) -> bool:
    """Whether a line is the page's own: it offers something, or leads to another article."""
    offers = any(beginning(name).match(said) for name in ("selling", "foot-offers", "related"))
    return offers or inside("page-phrases").search(said) is not None


def _is_bare(said: str) -> bool:
    """Whether a line is a title, a name or a tag rather than a sentence."""
    return len(said) <= SHORT_CALL and said[-1] not in ".!…»”\"':"

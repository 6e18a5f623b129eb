"""Why an article asks: what kind each of its questions is, with the reasons.

The order matters. What a question stands in comes first (a cookie banner, a heading, a quotation, an interview), then
what announces it, then whom it addresses, then what follows it; words alone decide last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.draft.article import Article
from kit.draft.cues import anywhere, inside, opening, whole
from kit.draft.questions import Kind, Span
from kit.draft.quotes import inside as quotation_at
from kit.draft.quotes import is_attributed, quotations
from kit.draft.sentences import Sentence
from kit.draft.turns import turns
from kit.words import N_, Message

Verdict = tuple[Kind, tuple[Message, ...]]

LIST = 2
"""Questions in lines of their own that make a list."""

LEGAL = 400
"""Characters of a paragraph about an author or a licence in which its cue stands."""

LONG = 200
"""Characters of a paragraph that is more than a title, a name or a link."""

NEAR = 12
"""Sentences before the end of an article within which a last question to its readers may stand."""

SHORT_CALL = 160
"""Characters of a sentence that calls readers to answer."""


class Reader:
    """An article read once; `judge` says what kind a question is."""

    def __init__(self, article: Article, found: Sequence[Sentence], spans: Sequence[Span]) -> None:
        self.article = article
        self.text = article.text
        self.found = found
        self.spans = spans
        self._turns = turns(article.text, article.blocks)
        self._quotes: dict[int, list[tuple[int, int]]] = {}
        self._asking = {span.sentence for span in spans}
        self._tail = self._tail_begins()
        self._last_words = self._last_sentence_with_words()
        self._by_block: dict[int, list[int]] = {}
        for index, span in enumerate(spans):
            self._by_block.setdefault(span.block, []).append(index)
        self._announced_spans = [span for span in spans if article.blocks[span.block].for_class]
        self._group_ends = self._groups()
        self._list = self._closing_list()
        self._listed = self._lists_below_headings()
        self._first_addressed = self._first_address()

    def judge(self, index: int) -> Verdict:
        """The kind of the question `index`, and why."""
        span = self.spans[index]
        for rule in (self._furniture, self._turn, self._quoted, self._announced, self._heading, self._put_to_reader):
            verdict = rule(index, span)
            if verdict is not None:
                return verdict
        return self._by_position(index, span)

    # What it stands in

    def _furniture(self, index: int, span: Span) -> Verdict | None:
        block = self.article.blocks[span.block]
        if block.zone == "comments":
            return _said("boilerplate", N_("stands among the readers' comments"))
        if block.zone != "body" and not span.after_credit:
            return _said("boilerplate", N_("belongs to the page, not to the article"))
        said = self._words(span)
        if block.for_class:
            return None
        if opening("selling").match(said) or (whole("selling").match(said)):
            return _said("boilerplate", N_("asks about the page itself or offers something"))
        call = self._next_sentence(index)
        if (
            call
            and len(call) <= SHORT_CALL
            and inside("selling-calls").search(call)
            and not self._is_call(call)
            and (self._is_at_end(span) or len(said) < 60)
        ):
            return _said("boilerplate", N_("leads to an offer"))
        if anywhere("newsletter").search(said) and inside("offers").search(said):
            return _said("boilerplate", N_("asks about the page itself or offers something"))
        return None

    def _turn(self, index: int, span: Span) -> Verdict | None:
        del index
        if span.block in self._turns.asked:
            return _said("interview", N_("is asked in an interview and answered there"))
        if span.block in self._turns.answers and not self._is_at_end(span):
            return _said("rhetorical", N_("is part of an answer in an interview"))
        if span.block in self._turns.spoken:
            return _said("quoted", N_("is a line of a dialogue"))
        return None

    def _quoted(self, index: int, span: Span) -> Verdict | None:
        del index
        quote = quotation_at(self._quotations(span.block), span.end - 1)
        if quote is not None and quote[0] <= span.start:
            return _said("quoted", N_("stands in quotation marks"))
        sentence = self.found[span.sentence]
        before = self.text[max(sentence.start, span.start - 120) : span.start]
        head, colon, _ = self.text[span.start : span.end].partition(":")
        if is_attributed(before, self.text[span.end : span.end + 60]) or (
            colon and len(head) < 80 and is_attributed(f"{head}:", "")
        ):
            return _said("quoted", N_("is asked by somebody the article names"))
        return None

    # What announces it

    def _announced(self, index: int, span: Span) -> Verdict | None:
        if self.article.blocks[span.block].for_class and not self._is_answered_below(span):
            return _said("prompt", N_("stands below a heading that announces questions"))
        if index in self._list:
            return _said("prompt", N_("belongs to a list of questions that ends the article"))
        if span.block in self._listed:
            return _said("prompt", N_("belongs to a list of questions below a heading"))
        return None

    def _heading(self, index: int, span: Span) -> Verdict | None:
        block = self.article.blocks[span.block]
        alone = block.role == "heading"
        if not alone:
            return None
        if whole("for-class").match(self._words(span)) and self._is_followed_by_question(index):
            return _said("prompt", N_("leads to the questions for the reader"))
        if self._is_at_end(span) and span.block > self._first_text_block():
            return None
        return _said("heading", N_("is a headline or a heading"))

    # Whom it addresses

    def _put_to_reader(self, index: int, span: Span) -> Verdict | None:
        said = self._words(span)
        reasons = []
        if anywhere("invites").search(said):
            reasons.append(Message.of(N_("asks for the reader's opinion")))
            if self._is_near_end(span):
                return "prompt", (*reasons, Message.of(N_("nothing answers it before the article ends")))
        elif self._is_address(said):
            reasons.append(Message.of(N_("addresses the reader")))
        if self._is_called(index):
            reasons.append(Message.of(N_("stands beside a call to answer")))
            if len(reasons) > 1 or self._is_at_end(span):
                return "prompt", tuple(reasons)
        if span.after_credit and self._is_at_end(span):
            reasons.append(Message.of(N_("stands after the end of the article")))
            return "prompt", tuple(reasons)
        if self._is_at_end(span):
            if self._first_addressed < index:
                reasons.append(Message.of(N_("goes on from a question to the reader")))
            if reasons:
                return "prompt", (*reasons, Message.of(N_("nothing answers it before the article ends")))
        return None

    # What follows it

    def _by_position(self, index: int, span: Span) -> Verdict:
        if self._is_at_end(span) and span.sentence > 0:
            follows = self._next_sentence(index)
            if follows and inside("left-open").search(follows):
                return _said("open", N_("closes the article, which says that the answer is open"))
            return _said("open", N_("closes the article, and nothing answers it"))
        if self._is_address(self._words(span)):
            return _said("rhetorical", N_("addresses the reader, and the text goes on and answers"))
        return _said("rhetorical", N_("stands inside the text, which goes on"))

    # What the rules look at

    def _words(self, span: Span) -> str:
        return " ".join(self.text[span.start : span.end].split()).strip("*_ ")

    def _quotations(self, number: int) -> list[tuple[int, int]]:
        if number not in self._quotes:
            block = self.article.blocks[number]
            spans = quotations(self.text[block.start : block.end])
            self._quotes[number] = [(block.start + start, block.start + end) for start, end in spans]
        return self._quotes[number]

    def _is_address(self, said: str) -> bool:
        return anywhere("address").search(said) is not None

    def _is_call(self, said: str) -> bool:
        return anywhere("comment-calls").search(said) is not None

    def _is_called(self, index: int) -> bool:
        """Whether readers are called to answer right before or behind the question and those that touch it."""
        behind = self._next_sentence(self._group_ends[index])
        if behind and len(behind) <= SHORT_CALL and self._is_call(behind):
            return True
        before = self.spans[index].sentence - 1
        said = self._sentence(before) if before >= 0 and before not in self._asking else ""
        near = said and self.spans[index].block - self.found[before].block <= 1
        return bool(near and len(said) <= SHORT_CALL and self._is_call(said))

    def _sentence(self, number: int) -> str:
        sentence = self.found[number]
        return " ".join(self.text[sentence.start : sentence.end].split())

    def _next_sentence(self, index: int) -> str:
        """What follows the question: the rest of its sentence, else the next sentence of the article that is close."""
        span = self.spans[index]
        sentence = self.found[span.sentence]
        rest = self.text[span.end : sentence.end].strip(" *_»”\"')")
        if rest:
            return " ".join(rest.split())
        number = span.sentence + 1
        if number >= len(self.found) or self.found[number].block - span.block > 1:
            return ""
        return "" if number in self._asking else self._sentence(number)

    def _is_idle(self, number: int) -> bool:
        """Whether a sentence answers nothing: a question, a call, a credit, a link, “time will tell”."""
        sentence = self.found[number]
        block = self.article.blocks[sentence.block]
        if block.zone != "body" or number in self._asking:
            return True
        said = self._sentence(number)
        if len(said) <= 2 or not re.search(r"[^\W\d_]{2}", said):
            return True
        if len(said) <= SHORT_CALL and (self._is_call(said) or inside("left-open").search(said)):
            return True
        if len(said) <= SHORT_CALL and inside("selling-calls").search(said) and sentence.block >= self._tail - 1:
            return True
        return bool(
            re.fullmatch(r"(?:https?://|www\.)\S+|(?:[#@][\w-]+[\s,]*)+|\W*\([A-Z]{2,5}\)\W*|[A-Z]{2,4}", said)
            or (
                sentence.block >= self._tail
                and anywhere("imprint").search(self.text[block.start : block.start + LEGAL])
            )
            or (block.role == "heading" and whole("for-class").match(said))
            or (sentence.block >= self._tail and self._is_bare(said))
        )

    @staticmethod
    def _is_bare(said: str) -> bool:
        """Whether a line is a title, a name or a tag rather than a sentence."""
        return len(said) <= SHORT_CALL and said[-1] not in ".!…»”\"':"

    def _tail_begins(self) -> int:
        """The block below the last paragraph of some length: names, titles and imprints may follow it."""
        blocks = self.article.blocks
        for number in range(len(blocks) - 1, -1, -1):
            block = blocks[number]
            said = self.text[block.start : block.end]
            says = block.zone == "body" and (block.for_class or "?" in said or len(said) > LONG)
            if says and (len(said) <= LONG or not anywhere("imprint").search(said[:200])):
                return number + 1
        return len(blocks)

    def _last_sentence_with_words(self) -> int:
        """The last sentence of the body that says something, before which a question may have been answered."""
        for number in range(len(self.found) - 1, -1, -1):
            block = self.article.blocks[self.found[number].block]
            if not self._is_idle(number) and not block.for_class:
                return number
        return -1

    def _is_at_end(self, span: Span) -> bool:
        """Whether nothing that could be an answer follows in the article proper."""
        sentence = self.found[span.sentence]
        rest = self.text[span.end : sentence.end].strip(" *_»”\"').\u00a0")
        if re.search(r"[^\W\d_]{2}", rest) and "?" not in rest:
            return False
        return span.sentence > self._last_words

    def _is_near_end(self, span: Span) -> bool:
        """Whether only a few words follow, too few for an answer to what readers think."""
        if self._last_words - span.sentence > NEAR:
            return False
        after = [number for number in range(span.sentence + 1, self._last_words + 1) if not self._is_idle(number)]
        return len(after) <= LIST and sum(len(self._sentence(number)) for number in after) <= SHORT_CALL

    def _is_answered_below(self, span: Span) -> bool:
        """Whether questions below an announcement are each answered by a paragraph, as readers' questions are."""
        return self._has_answer(span) and sum(self._has_answer(other) for other in self._announced_spans) >= LIST

    def _has_answer(self, span: Span) -> bool:
        below = span.block + 1
        if below >= len(self.article.blocks):
            return False
        block = self.article.blocks[below]
        return (
            block.for_class
            and block.role == "paragraph"
            and below not in self._by_block
            and block.end - block.start > 60
        )

    def _is_followed_by_question(self, index: int) -> bool:
        return index + 1 < len(self.spans) and self.spans[index + 1].block - self.spans[index].block <= 1

    def _first_text_block(self) -> int:
        """The number of the first paragraph of the body."""
        blocks = self.article.blocks
        return next((n for n, block in enumerate(blocks) if block.role == "paragraph" and block.zone == "body"), 0)

    def _groups(self) -> list[int]:
        """For each question the last of those that stand next to one another."""
        ends = list(range(len(self.spans)))
        for index in range(len(self.spans) - 2, -1, -1):
            if self.spans[index + 1].sentence - self.spans[index].sentence <= 1:
                ends[index] = ends[index + 1]
        return ends

    def _first_address(self) -> int:
        """The first of the questions that close the article in which the reader is spoken to."""
        for index, span in enumerate(self.spans):
            said = self._words(span)
            closes = self._is_at_end(span) and self.article.blocks[span.block].zone == "body"
            if closes and (anywhere("invites").search(said) or self._is_address(said)):
                return index
        return len(self.spans)

    def _lists_below_headings(self) -> frozenset[int]:
        """The blocks of lists of nothing but questions right below a heading: a task for the reader."""
        found: list[int] = []
        run: list[int] = []
        blocks = self.article.blocks
        for number, block in enumerate(blocks):
            if block.role == "item" and block.zone == "body":
                run.append(number)
                if number + 1 < len(blocks) and blocks[number + 1].role == "item":
                    continue
            begins_below = bool(run) and run[0] > 0 and blocks[run[0] - 1].role == "heading"
            if begins_below and len(run) >= LIST and all(one in self._by_block for one in run):
                found += run
            run = []
        return frozenset(found)

    def _closing_list(self) -> frozenset[int]:
        """The questions in lines of their own that close the article, where there are several."""
        found = [
            index
            for index, span in enumerate(self.spans)
            if self._is_at_end(span)
            and self.article.blocks[span.block].zone == "body"
            and self.article.blocks[span.block].begins >= span.start - 3
            and self.article.blocks[span.block].role != "heading"
            and self.article.blocks[span.block].end <= span.end + 3
            and len(self._by_block[span.block]) == 1
        ]
        blocks = [self.spans[index].block for index in found]
        items = sum(self.article.blocks[number].role == "item" for number in blocks)
        return frozenset(found) if len(found) > LIST or items >= LIST else frozenset()


def _said(kind: Kind, why: str) -> Verdict:
    return kind, (Message.of(why),)

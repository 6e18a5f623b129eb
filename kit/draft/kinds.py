"""Why an article asks: what kind each of its questions is, with the reasons.

The order matters. What a question stands in comes first (a cookie banner, a heading, a quotation, an interview), then
what announces it, then whom it addresses, then what follows it; words alone decide last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.draft import question_lists
from kit.draft.article import Article
from kit.draft.cues import anywhere, beginning, inside, opening, whole
from kit.draft.ending import SHORT_CALL, Ending
from kit.draft.neighbours import Neighbours
from kit.draft.questions import GOES_ON, Kind, Span
from kit.draft.quotes import inside as quotation_at
from kit.draft.quotes import is_attributed, is_post, quotations
from kit.draft.sentences import Sentence
from kit.draft.turns import DASH, LABEL, turns
from kit.words import N_, Message

Verdict = tuple[Kind, tuple[Message, ...]]

LIST = 2
"""Questions that make a list."""

AND = re.compile(r"(?i)^\W*(?:and|but|so|or|et|mais|alors|ou|y|pero|o|e|ma)\s")

OFFER = 110
"""Characters of a question by which a page offers something."""


class Reader:
    """An article read once; `judge` says what kind a question is."""

    def __init__(self, article: Article, found: Sequence[Sentence], spans: Sequence[Span]) -> None:
        self.article = article
        self.text = article.text
        self.found = found
        self.spans = spans
        self._turns = turns(article.text, article.blocks)
        self._quotes: dict[int, list[tuple[int, int]]] = {}
        self._end = Ending(article, found, spans)
        self._by_block: dict[int, list[int]] = {}
        for index, span in enumerate(spans):
            self._by_block.setdefault(span.block, []).append(index)
        self._announced_spans = [span for span in spans if article.blocks[span.block].for_class]
        self._near = Neighbours(article, found, spans, self._end)
        self._list = question_lists.closing(article, spans, self._end)
        self._listed = question_lists.put_to_reader(article, spans, self._turns)
        self._numbered = question_lists.numbered(article, spans)
        self._answered = question_lists.answered(article, found, spans, self._end)
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
        said = self._words(span)
        if block.zone == "comments":
            return _said("boilerplate", N_("stands among the readers' comments"))
        if block.zone != "body" and not span.after_credit:
            return _said("boilerplate", N_("belongs to the page, not to the article"))
        if block.for_class:
            return None
        if inside("page-phrases").search(said):
            return _said("boilerplate", N_("asks about the page itself or offers something"))
        if beginning("selling").match(said) or self._is_offer(index, said):
            return _said("boilerplate", N_("asks about the page itself or offers something"))
        call = self._near.after(self._near.group_ends[index])
        if (
            call
            and self._is_in_one_line_with_next(span)
            and len(call) <= SHORT_CALL
            and inside("selling-calls").search(call)
            and not self._end.is_call(call)
            and not anywhere("invites").search(said)
            and (self._end.is_at_end(span) or len(said) < 60)
        ):
            return _said("boilerplate", N_("leads to an offer"))
        if span.sentence > self._end.farewell and not anywhere("invites").search(said):
            return _said("boilerplate", N_("stands below a letter, not in it"))
        if anywhere("newsletter").search(said) and inside("offers").search(said):
            return _said("boilerplate", N_("asks about the page itself or offers something"))
        return None

    def _turn(self, index: int, span: Span) -> Verdict | None:
        del index
        if span.block in self._turns.asked:
            return _said("interview", N_("is asked in an interview and answered there"))
        if span.block in self._turns.answers and (self._is_labelled(span.block) or not self._end.is_at_end(span)):
            return _said("quoted", N_("is part of an answer in an interview"))
        if len(self._turns.asked) >= LIST and self._is_address(self._words(span)) and not self._end.is_at_end(span):
            return _said("interview", N_("is asked in an interview and answered there"))
        if span.block in self._turns.spoken:
            return _said("quoted", N_("is a line of a dialogue"))
        return None

    def _quoted(self, index: int, span: Span) -> Verdict | None:
        del index
        if is_post(self.text, self.article.blocks, span.block):
            return _said("quoted", N_("stands in a post that somebody else wrote"))
        quote = quotation_at(self._quotations(span.block), span.end - 1)
        if quote is not None and quote[0] <= span.start:
            return _said("quoted", N_("stands in quotation marks"))
        sentence = self.found[span.sentence]
        before = self.text[max(sentence.start, span.start - 160) : span.start]
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
        if index in self._numbered:
            return _said("prompt", N_("belongs to a list of questions that the article leaves to the reader"))
        if index in self._list:
            return _said("prompt", N_("belongs to a list of questions that ends the article"))
        if span.block in self._listed:
            return _said("prompt", N_("belongs to a list of questions that the article leaves to the reader"))
        return None

    def _heading(self, index: int, span: Span) -> Verdict | None:
        if index in self._answered:
            return _said("heading", N_("stands over its answer, one of several"))
        if self.article.blocks[span.block].role != "heading":
            return None
        if anywhere("invites").search(self._words(span)) and span.block > self._first_text_block():
            return None
        if whole("for-class").match(self._words(span)) and self._is_followed_by_question(index):
            return _said("prompt", N_("leads to the questions for the reader"))
        leads = self._is_followed_by_question(index) and self._role_of(index + 1) != "heading"
        if self._end.is_at_end(span) and span.block > self._first_text_block() and not leads:
            return None
        return _said("heading", N_("is a headline or a heading"))

    # Whom it addresses

    def _put_to_reader(self, index: int, span: Span) -> Verdict | None:
        said = self._words(span)
        reasons = []
        if anywhere("invites").search(said):
            reasons.append(Message.of(N_("asks for the reader's opinion")))
            if self._end.is_near_end(span):
                return "prompt", (*reasons, Message.of(N_("nothing answers it before the article ends")))
        elif self._is_address(said):
            reasons.append(Message.of(N_("addresses the reader")))
        if reasons and not beginning("hooks").match(AND.sub("", said)) and not self._is_answered_at_once(index):
            return "prompt", tuple(reasons)
        if reasons and inside("left-open").search(self._near.after(self._near.group_ends[index])[:SHORT_CALL]):
            return "prompt", (*reasons, Message.of(N_("the text says that the answer is open")))
        if self._is_handed_over(index, said) or self._follows_an_address(index):
            return "prompt", (*reasons, Message.of(N_("is handed to the reader by the words before it")))
        if self._is_called(index):
            reasons.append(Message.of(N_("stands beside a call to answer")))
            if len(reasons) > 1 or self._end.is_at_end(span):
                return "prompt", tuple(reasons)
        if span.after_credit and self._end.is_at_end(span):
            reasons.append(Message.of(N_("stands after the end of the article")))
            return "prompt", tuple(reasons)
        if self._end.is_at_end(span):
            if self._first_addressed < index:
                reasons.append(Message.of(GOES_ON))
            if reasons:
                return "prompt", (*reasons, Message.of(N_("nothing answers it before the article ends")))
        return None

    # What follows it

    def _by_position(self, index: int, span: Span) -> Verdict:
        if self._end.is_at_end(span) and span.sentence > 0:
            follows = self._near.after(index)
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
        return anywhere(f"address-{self.article.language}").search(said) is not None

    def _is_called(self, index: int) -> bool:
        """Whether readers are called to answer right before or behind the question and those that touch it."""
        behind = self._near.after(self._near.group_ends[index])
        if behind and len(behind) <= SHORT_CALL and self._end.is_call(behind):
            return True
        said = self._near.before(index)
        return bool(said and len(said) <= SHORT_CALL and self._end.is_call(said))

    def _is_handed_over(self, index: int, asked: str) -> bool:
        """Whether the words around the question and those that touch it give it to whoever reads."""
        head = asked.partition(":")[0]
        near = (
            self._near.before(index),
            self._near.after(self._near.group_ends[index]),
            head if head != asked else "",
        )
        return any(inside("hands-over").search(said) for said in near if said and len(said) <= SHORT_CALL)

    def _follows_an_address(self, index: int) -> bool:
        """Whether a paragraph ends with the question, and the words before it speak to the reader."""
        before, last = self._near.before(index), self.spans[self._near.group_ends[index]]
        return (
            self._is_address(before)
            and len(before) <= SHORT_CALL
            and not self.text[last.end : self.article.blocks[last.block].end].strip(" *_»”\"')")
            and self.found[self.spans[self._near.group_starts[index]].sentence - 1].block == last.block
        )

    def _is_answered_at_once(self, index: int) -> bool:
        """Whether the next sentence begins as an answer does: “No. …”."""
        return opening("answers").match(self._near.after(self._near.group_ends[index])) is not None

    def _is_labelled(self, number: int) -> bool:
        """Whether a block says who speaks, or begins with the dash of somebody who speaks."""
        block = self.article.blocks[number]
        return any(sign.match(self.text, block.start, block.end) for sign in (LABEL, DASH))

    def _is_in_one_line_with_next(self, span: Span) -> bool:
        """Whether the next sentence stands in the question's line, and little else does."""
        after = span.sentence + 1
        together = after < len(self.found) and self.found[after].block == span.block
        return (together or self.found[span.sentence].end > span.end + 2) and self._has_a_line_of_its_own(span)

    def _has_a_line_of_its_own(self, span: Span) -> bool:
        """Whether nothing but a short call stands in the question's line with it."""
        block = self.article.blocks[span.block]
        return block.end - block.start <= span.end - span.start + SHORT_CALL

    def _is_offer(self, index: int, said: str) -> bool:
        """Whether a short line of its own offers something."""
        if len(said) >= OFFER or anywhere("invites").search(said) or not beginning("foot-offers").match(said):
            return False
        leads = inside("selling-calls").search(self._near.after(self._near.group_ends[index])[:SHORT_CALL])
        return self._has_a_line_of_its_own(self.spans[index]) or leads is not None

    def _is_answered_below(self, span: Span) -> bool:
        """Whether questions below an announcement are each answered by a paragraph, as readers' questions are."""
        answers = sum(self._has_answer(other) for other in self._announced_spans)
        return self._has_answer(span) and answers >= LIST and answers * 2 >= len(self._announced_spans)

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

    def _role_of(self, index: int) -> str:
        return self.article.blocks[self.spans[index].block].role

    def _first_text_block(self) -> int:
        """The number of the first paragraph of the body."""
        blocks = self.article.blocks
        return next((n for n, block in enumerate(blocks) if block.role == "paragraph" and block.zone == "body"), 0)

    def _first_address(self) -> int:
        """The first of the questions that close the article in which the reader is spoken to."""
        for index, span in enumerate(self.spans):
            said = self._words(span)
            closes = self._end.is_at_end(span) and self.article.blocks[span.block].zone == "body"
            if closes and (anywhere("invites").search(said) or self._is_address(said)):
                return index
        return len(self.spans)


def _said(kind: Kind, why: str) -> Verdict:
    return kind, (Message.of(why),)

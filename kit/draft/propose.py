"""A draft of a lesson from an article: which questions, which passages for each, which protocol; nothing is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kit.draft.article import Article
from kit.draft.excerpts import Passage, Passages
from kit.draft.facts import Fact, facts
from kit.draft.questions import FOR_CLASS, Kind, Question, questions
from kit.draft.sentences import sentences
from kit.lesson.chooser import Choice, Situation, minutes, protocols
from kit.protocols.model import Protocol
from kit.words import N_, Message

OPENING = "think-pair-share"
"""What the class begins with: it asks for nothing but a question, and works in every room."""

EXIT = "exit-ticket"
MOST_QUESTIONS = 8
PASSAGES_SHOWN = 5
PASSAGES_CHOSEN = 2
READ_CLOSELY = 3
"""Questions that get all their passages; the others get the best one, or nobody could read it all."""

MINUTES = 50


Part = Literal["title", "minutes", "protocol"]
"""What a teacher settles about the lesson as a whole."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question of the article in the draft, with the passages that may go with it."""

    question: Question
    passages: tuple[Passage, ...]
    """Best first."""
    chosen: tuple[int, ...]
    """Numbers of the passages the class reads, from 0."""
    accepted: bool
    asks: str
    """The question as the class will read it; the article's words until the teacher edits them."""
    kind: Kind
    confirmed: bool = False
    """Whether the teacher has said that the question belongs in the lesson; else Kit guessed it."""
    lines_confirmed: bool = False
    """Whether she has chosen the passages herself."""

    @property
    def is_edited(self) -> bool:
        """Whether the teacher has changed the words."""
        return self.asks != " ".join(self.question.text.split())


@dataclass(frozen=True, slots=True)
class Draft:
    """A lesson that could be written. Immutable: every change gives a new draft."""

    article: Article
    title: str
    items: tuple[Item, ...]
    protocol: str
    """The id of the protocol the main question is discussed by; empty where the opening fills the time."""
    choices: tuple[Choice, ...]
    """The protocols that fit, best first, with reasons."""
    minutes: int = MINUTES
    facts: tuple[Fact, ...] = ()
    own_question: str = ""
    """Ours, where the article asks its readers nothing."""
    confirmed: frozenset[Part] = frozenset()
    """What the teacher has settled herself; the rest Kit guessed."""

    def accept(self, number: int) -> Draft:
        """With question `number` (from 0) in the lesson, because the teacher wants it there."""
        return self._with(number, replace(self.items[number], accepted=True, confirmed=True))

    def drop(self, number: int) -> Draft:
        """Without question `number`."""
        return self._with(number, replace(self.items[number], accepted=False))

    def relabel(self, number: int, kind: Kind) -> Draft:
        """With question `number` taken for another kind; what is for the class comes in, the rest goes out."""
        item = replace(self.items[number], kind=kind, accepted=kind in FOR_CLASS, confirmed=True)
        return self._with(number, item)

    def reword(self, number: int, asks: str) -> Draft:
        """With other words for question `number`."""
        return self._with(number, replace(self.items[number], asks=" ".join(asks.split()), confirmed=True))

    def choose(self, number: int, passages: Sequence[int]) -> Draft:
        """With these passages (numbers from 0) for question `number`. Errors: IndexError for one there is not."""
        item = self.items[number]
        for passage in passages:
            item.passages[passage]
        return self._with(number, replace(item, chosen=tuple(sorted(set(passages))), lines_confirmed=True))

    def with_protocol(self, protocol: str) -> Draft:
        """With another protocol for the main question."""
        return replace(self, protocol=protocol, confirmed=self.confirmed | {"protocol"})

    def with_title(self, title: str) -> Draft:
        """With another title."""
        return replace(self, title=" ".join(title.split()), confirmed=self.confirmed | {"title"})

    def with_minutes(self, minutes: int) -> Draft:
        """For a period of another length, in minutes."""
        return replace(self, minutes=minutes, confirmed=self.confirmed | {"minutes"})

    def with_passages(self, number: int) -> Draft:
        """With passages to choose from for question `number`, where Kit took it for none of the class's."""
        item = self.items[number]
        if item.passages:
            return self
        found = sentences(self.article)
        passages = Passages(self.article, found, [each.question for each in self.items])
        best = tuple(passages.best(replace(item.question, text=item.asks), PASSAGES_SHOWN))
        return self._with(number, replace(item, passages=best, chosen=tuple(range(min(1, len(best))))))

    def _with(self, number: int, item: Item) -> Draft:
        return replace(self, items=(*self.items[:number], item, *self.items[number + 1 :]))

    @property
    def accepted(self) -> list[Item]:
        """The questions of the lesson in reading order, those that lean on another left out."""
        return [item for item in self.items if item.accepted and item.question.follows is None]

    def leaning_on(self, item: Item) -> list[Item]:
        """The accepted follow-ups of a question (“To what extent?”)."""
        return [
            other
            for other in self.items
            if other.accepted
            and other.question.follows == item.question.start
            and other.question.start > item.question.start
        ]


NO_QUESTION = N_("What does the text want us to believe, and which line shows it?")
"""What is asked where the article asks nothing; a message, said in the article's language."""


def propose(article: Article, available: Mapping[str, Protocol], own_question: str, length: int = MINUTES) -> Draft:
    """The draft Kit would write for `article` in a period of `length` minutes.

    `available` are the protocols by id; `own_question` is asked where the article puts none to its readers.
    """
    article = article.visible()
    found = sentences(article)
    asked = questions(article, found)
    passages = Passages(article, found, asked)
    items = tuple(_item(question, passages) for question in asked)
    items = _no_more_than(items, MOST_QUESTIONS)
    has_any = any(item.accepted for item in items)
    if not has_any:
        own = Question(
            0, 0, own_question, "open", (Message.of(N_("is Kit's own: the article asks its readers nothing")),), 0
        )
        best = tuple(passages.best(replace(own, text=article.title), PASSAGES_SHOWN))
        items = (*items, Item(own, best, tuple(range(min(3, len(best)))), True, own_question, "open"))
    choices = _choices(available, length)
    return Draft(
        article=article,
        title=article.title or article.name.rpartition(".")[0] or article.name,
        items=items,
        protocol=choices[0].id if choices else "",
        choices=tuple(choices),
        minutes=length,
        facts=tuple(facts(article, found)),
        own_question="" if has_any else own_question,
    )


def _item(question: Question, passages: Passages) -> Item:
    best = tuple(passages.best(question, PASSAGES_SHOWN)) if question.is_for_class else ()
    chosen = tuple(range(min(PASSAGES_CHOSEN, len(best))))
    return Item(question, best, chosen, question.is_for_class, " ".join(question.text.split()), question.kind)


def _no_more_than(items: tuple[Item, ...], most: int) -> tuple[Item, ...]:
    """The first `most` questions accepted; a class has no time for more."""
    count = 0
    result = []
    for item in items:
        count += item.accepted and item.question.follows is None
        fewer = item.chosen if count <= READ_CLOSELY else item.chosen[:1]
        result.append(replace(item, accepted=item.accepted and count <= most, chosen=fewer))
    return tuple(result)


def beside(available: Mapping[str, Protocol]) -> int:
    """The minutes that the opening and the exit ticket take as a rule, beside the main protocol."""
    return sum(minutes(available[name])[1] for name in (OPENING, EXIT) if name in available)


def askable(available: Mapping[str, Protocol]) -> dict[str, Protocol]:
    """The protocols that ask for nothing but a question."""
    return {
        name: protocol
        for name, protocol in available.items()
        if tuple(protocol.requires) == ("question",) and name not in (OPENING, EXIT)
    }


def _choices(available: Mapping[str, Protocol], length: int) -> list[Choice]:
    """The protocols that ask for nothing but a question and fit beside the opening and the exit ticket."""
    return protocols(askable(available), Situation(minutes=max(1, length - beside(available))))

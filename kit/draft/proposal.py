"""The draft Kit proposes for an article, with the protocols it knows and in the article's own language."""

from __future__ import annotations

from kit.draft.article import Article
from kit.draft.propose import MINUTES, NO_QUESTION, Draft, propose
from kit.protocols import reading
from kit.words import words


def proposal(article: Article, length: int = MINUTES) -> Draft:
    """The draft Kit would write for `article` in a period of `length` minutes; nothing is written."""
    available = {
        name: editions.get("en") or next(iter(editions.values()))
        for name in reading.names()
        if (editions := reading.by_language(name))
    }
    return propose(article, available, words(article.language)(NO_QUESTION), length)

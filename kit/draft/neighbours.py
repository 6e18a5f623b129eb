"""What stands right before and behind a question: its neighbours, and the questions that touch it."""

from __future__ import annotations

from collections.abc import Sequence

from kit.draft.article import Article
from kit.draft.ending import Ending
from kit.draft.questions import Span
from kit.draft.sentences import Sentence


class Neighbours:
    """The sentences around the questions of an article."""

    def __init__(self, article: Article, found: Sequence[Sentence], spans: Sequence[Span], end: Ending) -> None:
        self._text = article.text
        self._found = found
        self._spans = spans
        self._end = end
        self.group_ends = self._groups()
        """For each question the last of those that touch it, as its place among the questions."""
        self.group_starts: dict[int, int] = {}
        """For each question the first of those that touch it."""
        for index, last in enumerate(self.group_ends):
            same = index > 0 and last == self.group_ends[index - 1]
            self.group_starts[index] = self.group_starts[index - 1] if same else index

    def before(self, index: int) -> str:
        """The sentence right before the question and those that touch it, or nothing."""
        first = self.group_starts[index]
        before = self._spans[first].sentence - 1
        if before < 0 or before in self._end.asking or self._spans[first].block - self._found[before].block > 1:
            return ""
        return self._end.said(before)

    def after(self, index: int) -> str:
        """What follows the question: the rest of its sentence, else the next sentence of the article that is close."""
        span = self._spans[index]
        sentence = self._found[span.sentence]
        rest = self._text[span.end : sentence.end].strip(" *_»”\"')")
        if rest:
            return " ".join(rest.split())
        number = span.sentence + 1
        if number >= len(self._found) or self._found[number].block - span.block > 1:
            return ""
        return "" if number in self._end.asking else self._end.said(number)

    def _groups(self) -> list[int]:
        """For each question the last of those that stand next to one another."""
        ends = list(range(len(self._spans)))
        for index in range(len(self._spans) - 2, -1, -1):
            if self._spans[index + 1].sentence - self._spans[index].sentence <= 1:
                ends[index] = ends[index + 1]
        return ends

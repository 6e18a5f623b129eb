"""Proving a quotation: where it stands word for word, or how it differs from what the article says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kit.sources.difference import Difference, compare
from kit.sources.find import find, find_rows
from kit.sources.model import Article, Span
from kit.sources.text import folded_text
from kit.words import N_, Message

MOST_TOLD = 3
"""Differences told of one quotation; whoever has more begins with these."""

LONGEST_SHOWN = 160
"""Characters of the article or of what was typed shown inside a sentence."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The places where a quotation stands in an article: at least one, in reading order."""

    article: Article
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class RowsProof:
    """The ways the rows of an excerpt can stand in an article: one span a row, None for a gap.

    One placement is proved; two are ambiguous, and the teacher has to quote more.
    """

    article: Article
    placements: tuple[tuple[Span | None, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """A quotation that is not in the article as it was typed."""

    reason: Literal["differs", "far", "order", "empty"]
    """Near, with differences; nothing near; parts in another order; no word to look for."""
    closest: Span | None
    """The passage that is meant, or the closest sentence; None where nothing is shared."""
    differences: tuple[Difference, ...] = ()
    row: int = 0
    """The row, counted from 0 with the gaps, that is told about first."""

    def sentences(self) -> list[Message]:
        """What to tell the teacher, most important first."""
        if self.reason == "empty":
            return [Message.of(N_("There is no word here that could be looked for in the article."))]
        if self.reason == "order":
            assert self.closest is not None
            return [
                Message.of(
                    N_("“{words}” stands earlier in the article (line {line}) than the rows above it: keep its order."),
                    words=_short(self.closest.text),
                    line=self.closest.line,
                )
            ]
        if self.reason == "far":
            return [self._nothing_near()]
        told = [message for difference in self.differences[:MOST_TOLD] for message in explain(difference)]
        if len(self.differences) > MOST_TOLD:
            told.append(Message.of(N_("There are more differences after these.")))
        return told

    def _nothing_near(self) -> Message:
        if self.closest is None:
            return Message.of(
                N_("No sentence of this article shares a longer word with it. Is it from another article?")
            )
        return Message.of(
            N_("Nothing in this article comes near it; the closest sentence is “{sentence}” (line {line})."),
            sentence=_short(self.closest.text),
            line=self.closest.line,
        )


def explain(difference: Difference) -> list[Message]:
    """One difference in a sentence or two."""
    values = {
        "source": _short(difference.source_words),
        "typed": _short(difference.typed_words),
        "before": _short(difference.before),
        "line": difference.line,
        "column": difference.column,
    }
    if difference.kind == "replaced":
        text = N_("The article says “{source}” (line {line}, column {column}), you wrote “{typed}”.")
    elif difference.kind == "added":
        text = N_("You wrote “{typed}”, which the article does not have here (line {line}, column {column}).")
    elif difference.kind == "missing":
        text = N_("After “{before}” the article has “{source}” (line {line}, column {column}), which you left out.")
    else:
        text = N_("“{source}” (line {line}, column {column}) is quoted only in part: quote it whole, or not at all.")
    told = [Message(text, values)]
    if difference.kind == "missing" and len(difference.source_words.split()) >= 3:
        told.append(Message.of(N_("To leave words out on purpose, write […] on a row of its own.")))
    return told


def _short(words: str) -> str:
    """`words` on one line, the middle left out where they are many."""
    words = " ".join(words.split())
    if len(words) <= LONGEST_SHOWN:
        return words
    half = LONGEST_SHOWN // 2
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"


def prove(article: Article, quotation: str) -> Proof | NearMiss:
    """Where `quotation` stands in the article word for word, or how it differs from it."""
    spans = find(article.text, quotation)
    if spans:
        return Proof(article, tuple(spans))
    return _near_miss(article.text, [quotation], 0)


def prove_rows(article: Article, rows: Sequence[str | None]) -> RowsProof | list[NearMiss]:
    """Where the rows of an excerpt stand one after another (None is a gap), or what is wrong with each part.

    At least one placement, or at least one near miss.
    """
    placements = find_rows(article.text, rows)
    if placements:
        return RowsProof(article, tuple(tuple(placement) for placement in placements))
    parts = list(_parts(rows))
    if not parts:
        return [NearMiss(reason="empty", closest=None)]
    misses = [_near_miss(article.text, part, first) for first, part in parts if not find_rows(article.text, part, 1)]
    return misses or [_out_of_order(article.text, parts)]


def where_else(articles: Iterable[Article], quotation: str) -> list[Proof]:
    """The articles in which `quotation` does stand word for word, to tell a teacher who named the wrong one."""
    proofs = (prove_or_none(article, quotation) for article in articles)
    return [proof for proof in proofs if proof is not None]


def prove_or_none(article: Article, quotation: str) -> Proof | None:
    """The proof, without looking for differences where there is none."""
    spans = find(article.text, quotation)
    return Proof(article, tuple(spans)) if spans else None


def _parts(rows: Sequence[str | None]) -> Iterator[tuple[int, list[str]]]:
    """The rows between the gaps, each with the number of its first row."""
    part: list[str] = []
    for number, row in enumerate([*rows, None]):
        if row is not None:
            part.append(row)
        elif part:
            yield number - len(part), part
            part = []


def _near_miss(text: str, rows: Sequence[str], first_row: int) -> NearMiss:
    if not any(character.isalpha() for row in rows for character in row):
        return NearMiss(reason="empty", closest=None, row=first_row)
    comparison = compare(folded_text(text), rows)
    differences = tuple(_moved(difference, first_row) for difference in comparison.differences)
    return NearMiss(
        reason="differs" if comparison.is_near else "far",
        closest=comparison.passage,
        differences=differences,
        row=differences[0].row if differences else first_row,
    )


def _moved(difference: Difference, rows: int) -> Difference:
    return Difference(
        kind=difference.kind,
        source_words=difference.source_words,
        typed_words=difference.typed_words,
        before=difference.before,
        line=difference.line,
        column=difference.column,
        row=difference.row + rows,
    )


def _out_of_order(text: str, parts: Sequence[tuple[int, list[str]]]) -> NearMiss:
    """The first part that begins before the one above it has ended; each part stands somewhere."""
    after = 0
    for first_row, part in parts:
        places = [placement for placement in find_rows(text, part) if placement[0] is not None]
        later = [placement for placement in places if placement[0] is not None and placement[0].start >= after]
        chosen = (later or places)[0]
        begin, finish = chosen[0], chosen[-1]
        assert begin is not None
        assert finish is not None
        if not later:
            return NearMiss(reason="order", closest=begin, row=first_row)
        after = finish.end
    raise AssertionError("the parts stand in order, so they would have been found")

"""Where a quotation stands in an article, however it was typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from kit.sources.borders import cut_word, tokens_around
from kit.sources.model import Span
from kit.sources.text import FoldedText, fold, folded_text, tokens

MOST_OF_A_PART = 256
"""Places looked for of a part between two gaps, of which the others may rule out most."""

MOST_EFFORT = 250_000
"""When to stop looking at places that turn out to be parts of words; no text that anybody wrote comes near it."""

MOST = 16
"""Places looked for: whoever quotes needs to know of two, and to name a few."""


def find(text: str, quotation: str, most: int = MOST) -> list[Span]:
    """Every place (at most `most`) where `quotation` stands in `text`, in reading order.

    Spaces, line breaks, quotation marks, apostrophes, dashes and composed or decomposed accents may differ; words,
    numbers, case and punctuation may not. A quotation without a letter, or one that would begin or end inside a word
    or a number, is found nowhere.
    """
    return [spans[0] for spans in islice(_placements(folded_text(text), [quotation]), most)]


def find_rows(text: str, rows: Sequence[str | None], most: int = 8) -> list[list[Span | None]]:
    """Every way (at most `most`) the rows of an excerpt can stand in `text`, each as one span a row.

    Rows stand one after another with any or no white space between them; None is a gap, with anything between.
    """
    article = folded_text(text)
    segments = _segments(rows)
    if not segments:
        return []
    placed = _extendable([list(islice(_placements(article, segment), MOST_OF_A_PART)) for segment in segments])
    found: list[list[Span | None]] = []
    for choice in islice(_in_order(placed), most):
        spans = iter([span for segment in choice for span in segment])
        found.append([None if row is None else next(spans) for row in rows])
    return found


def _segments(rows: Sequence[str | None]) -> list[list[str]]:
    """The rows between the gaps."""
    segments: list[list[str]] = [[]]
    for row in rows:
        if row is None:
            segments.append([])
        else:
            segments[-1].append(row)
    return [segment for segment in segments if segment]


def _extendable(placed: list[list[list[Span]]]) -> list[list[list[Span]]]:
    """Only the places from which the later segments can still follow, so that no choice is begun in vain."""
    result: list[list[list[Span]]] = []
    latest: float = float("inf")
    for places in reversed(placed):
        kept = [spans for spans in places if spans[-1].end <= latest]
        latest = max((spans[0].start for spans in kept), default=-1)
        result.insert(0, kept)
    return result


def _in_order(placed: list[list[list[Span]]], after: int = 0) -> Iterator[list[list[Span]]]:
    """Every choice of one place a segment in which each begins after the one before has ended."""
    if not placed:
        yield []
        return
    for spans in placed[0]:
        if spans[0].start >= after:
            for rest in _in_order(placed[1:], spans[-1].end):
                yield [spans, *rest]


def _placements(article: FoldedText, rows: Sequence[str]) -> Iterator[list[Span]]:
    """Every place where the rows stand one after another, as one span a row."""
    folded_rows = [fold(row) for row in rows]
    sought = "".join(folded_rows)
    if not all(folded_rows) or not any(character.isalpha() for character in sought):
        return
    keys = [token.key for token in tokens("\n".join(rows))]
    effort = 0
    at = article.folded.find(sought)
    while at >= 0 and effort < MOST_EFFORT:
        effort += 1
        spans = _spans(article, at, folded_rows)
        if spans is not None:
            effort += 50
            if _same_words(article.raw, spans[0].start, spans[-1].end, keys):
                yield spans
        at = article.folded.find(sought, at + 1)


def _spans(article: FoldedText, at: int, folded_rows: Sequence[str]) -> list[Span] | None:
    """The raw span of each row of the folded match at `at`; None where a row would cut a word or a sign in two."""
    borders = [at]
    for row in folded_rows:
        borders.append(borders[-1] + len(row))
    # the cheap question first: a short quotation turns up inside many longer words
    if _cuts_letters(article.folded, borders[0], article) or _cuts_letters(article.folded, borders[-1], article):
        return None
    spans = []
    for begin, finish in pairwise(borders):
        start, end = article.raw_start(begin), article.raw_end(finish)
        if start is None or end is None:
            return None
        spans.append(span_at(article, start, end))
    return spans


def span_at(article: FoldedText, start: int, end: int) -> Span:
    """The span of these raw offsets."""
    line, column = article.line_and_column(start)
    return Span(start=start, end=end, line=line, column=column, text=article.raw[start:end])


def _cuts_letters(folded: str, border: int, article: FoldedText) -> bool:
    """Whether small letters or digits stand on both sides of a folded border with no white space between."""
    if not 0 < border < len(folded) or not (folded[border - 1].isalnum() and folded[border].isalnum()):
        return False
    if folded[border].isupper():
        return False
    start, end = article.raw_start(border), article.raw_end(border)
    return start is None or start == end


def _same_words(raw: str, start: int, end: int, keys: list[str]) -> bool:
    """Whether the slice holds exactly these words and cuts none at its ends."""
    around = tokens_around(raw, start, end)
    if cut_word(raw, start, end, around) is not None:
        return False
    return [token.key for token in around if token.start >= start and token.end <= end] == keys

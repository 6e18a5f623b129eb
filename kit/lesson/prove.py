"""Excerpts become numbered lines: every row is looked up in its article, word for word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kit.files.document import Keys
from kit.files.editions import Editions
from kit.files.problems import Place, Problem, Severity
from kit.files.validate import did_you_mean
from kit.lesson.kept_proofs import KeptProofs
from kit.lesson.lines import GAP_ROWS, rows
from kit.lesson.model import Edition, Excerpt, Line
from kit.sources.model import Article, Span
from kit.words import N_, Message

if TYPE_CHECKING:
    from kit.sources.prove import NearMiss


@dataclass(slots=True)
class Proved:
    """The lesson's lines, numbered from 1, and what could not be proved."""

    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def prove_excerpts(editions: Editions[Edition], articles: Mapping[str, Article], kept: KeptProofs) -> Proved:
    """Number and prove the lines of every excerpt of the first-language edition; what is `kept` is proved already."""
    proved = Proved()
    edition = editions.first
    if edition is None:
        return proved
    for excerpt_id, excerpt in edition.excerpts.items():
        if not excerpt.source or not any(rows(excerpt.original)):
            continue  # nothing to look for, and a rule of its own says so
        if excerpt.source in edition.sources:
            _number_loose(proved, excerpt_id, excerpt)
        elif excerpt.source in articles:
            _number_proved(proved, editions, excerpt_id, excerpt, articles, kept)
        else:
            keys: Keys = ("excerpts", excerpt_id, "source")
            proved.problems.append(_unknown_source(editions, keys, excerpt.source, edition, articles))
    _prove_adapted(proved, editions, edition, articles, kept)
    kept.keep()
    return proved


def _number_loose(proved: Proved, excerpt_id: str, excerpt: Excerpt) -> None:
    """Lines of a text without a file: as they were typed, and said to be so."""
    typed = rows(excerpt.original)
    _number(
        proved, excerpt_id, [None if row is None else Span(start=0, end=0, line=0, column=0, text=row) for row in typed]
    )


def _number(proved: Proved, excerpt_id: str, spans: Sequence[Span | None], *, found: bool = False) -> None:
    """One line for each span; None is a gap. `found` says whether the spans stand in an article."""
    gap, row = False, 0
    for span in spans:
        if span is None:
            gap = True
            continue
        row += 1
        proved.lines.append(
            Line(
                number=len(proved.lines) + 1,
                excerpt=excerpt_id,
                row=row,
                text=span.shown,
                start=span.start,
                end=span.end,
                source_line=span.line,
                gap_before=gap,
                proved=found,
            )
        )
        gap = False


def _number_proved(
    proved: Proved,
    editions: Editions[Edition],
    excerpt_id: str,
    excerpt: Excerpt,
    articles: Mapping[str, Article],
    kept: KeptProofs,
) -> None:
    keys: Keys = ("excerpts", excerpt_id, "original")
    typed, article = rows(excerpt.original), articles[excerpt.source]
    known = kept.get(article, typed)
    if known is not None:
        _number(proved, excerpt_id, known, found=True)
        return
    from kit.sources.prove import prove_rows

    result = prove_rows(article, typed)
    if isinstance(result, list):
        for miss in result:
            row = typed[miss.row] if miss.row < len(typed) else None
            place = _row_place(editions, keys, excerpt.original, miss)
            proved.problems.append(_near_miss(place, miss, row or "", articles))
        return
    if len(result.placements) > 1:
        first, second = (next(span for span in placement if span) for placement in result.placements[:2])
        proved.problems.append(
            Problem(
                "two-places",
                Severity.ERROR,
                editions.place(keys),
                Message.of(
                    N_(
                        "These words stand in the article twice: in line {first}, column {first_column}, and in line "
                        "{second}, column {second_column}."
                    ),
                    first=first.line,
                    first_column=first.column,
                    second=second.line,
                    second_column=second.column,
                ),
                Message.of(N_("Add the words before or after the passage you mean, so that only one place fits.")),
            )
        )
    else:
        kept.put(article, typed, result.placements[0])
    _number(proved, excerpt_id, result.placements[0], found=True)


def _prove_adapted(
    proved: Proved,
    editions: Editions[Edition],
    edition: Edition,
    articles: Mapping[str, Article],
    kept: KeptProofs,
) -> None:
    for question_id, question in edition.questions.items():
        for index, adapted in enumerate(question.adapted_from):
            keys: Keys = ("questions", question_id, "adapted_from", index)
            if adapted.source in edition.sources:
                continue
            if adapted.source not in articles:
                proved.problems.append(_unknown_source(editions, (*keys, "source"), adapted.source, edition, articles))
                continue
            article = articles[adapted.source]
            if kept.get(article, [adapted.text]) is not None:
                continue
            from kit.sources.prove import NearMiss, prove

            result = prove(article, adapted.text)
            if isinstance(result, NearMiss):
                place = editions.place((*keys, "text"))
                proved.problems.append(_near_miss(place, result, adapted.text, articles))
            elif len(result.spans) == 1:
                kept.put(article, [adapted.text], result.spans)


def _row_place(editions: Editions[Edition], keys: Keys, original: str, miss: NearMiss) -> Place:
    """The typed row that is told about first."""
    assert editions.document is not None
    typed = [index for index, row in enumerate(original.splitlines()) if row.strip()]
    return editions.document.row_place(keys, typed[miss.row] if miss.row < len(typed) else 0)


def _near_miss(place: Place, miss: NearMiss, typed: str, articles: Mapping[str, Article]) -> Problem:
    from kit.sources.prove import where_else

    sentences = miss.sentences()
    for proof in where_else(articles.values(), typed)[:1] if miss.reason == "far" else ():
        stands = N_("These very words stand in “{article}” (line {line}).")
        sentences.append(Message.of(stands, article=proof.article.source.id, line=proof.spans[0].line))
    what = sentences[0]
    for sentence in sentences[1:]:
        what = Message.of(N_("{first} {second}"), first=what, second=sentence)
    return Problem(
        "not-verbatim",
        Severity.ERROR,
        place,
        what,
        Message.of(N_("Copy the words from the article; for what you leave out, put a row “{gap}”."), gap=GAP_ROWS[0]),
    )


def _unknown_source(
    editions: Editions[Edition], keys: Keys, name: str, edition: Edition, articles: Mapping[str, Article]
) -> Problem:
    return Problem(
        "unknown-source",
        Severity.ERROR,
        editions.place(keys),
        Message.of(N_("There is no article “{name}” in the catalogue."), name=name),
        did_you_mean(name, [*articles, *edition.sources]),
    )

"""Excerpts become numbered lines: every row is looked up in its article, word for word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kit.files.document import Keys
from kit.files.editions import Editions
from kit.files.problems import Place, Problem, Severity
from kit.files.validate import did_you_mean
from kit.lesson.lines import GAP_ROWS, rows
from kit.lesson.model import Edition, Excerpt, Line
from kit.sources.model import Article
from kit.sources.prove import NearMiss, prove, prove_rows
from kit.words import N_, Message


@dataclass(slots=True)
class Proved:
    """The lesson's lines, numbered from 1, and what could not be proved."""

    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def prove_excerpts(editions: Editions[Edition], articles: Mapping[str, Article]) -> Proved:
    """Number and prove the lines of every excerpt of the first-language edition."""
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
            _number_proved(proved, editions, excerpt_id, excerpt, articles[excerpt.source])
        else:
            keys: Keys = ("excerpts", excerpt_id, "source")
            proved.problems.append(_unknown_source(editions, keys, excerpt.source, edition, articles))
    _prove_adapted(proved, editions, edition, articles)
    return proved


def _number_loose(proved: Proved, excerpt_id: str, excerpt: Excerpt) -> None:
    gap, row = False, 0
    for text in rows(excerpt.original):
        if text is None:
            gap = True
            continue
        row += 1
        proved.lines.append(
            Line(
                number=len(proved.lines) + 1,
                excerpt=excerpt_id,
                row=row,
                text=text,
                start=0,
                end=0,
                source_line=0,
                gap_before=gap,
                proved=False,
            )
        )
        gap = False


def _number_proved(
    proved: Proved, editions: Editions[Edition], excerpt_id: str, excerpt: Excerpt, article: Article
) -> None:
    keys: Keys = ("excerpts", excerpt_id, "original")
    typed = rows(excerpt.original)
    result = prove_rows(article, typed)
    if isinstance(result, list):
        for miss in result:
            proved.problems.append(_near_miss(_row_place(editions, keys, excerpt.original, miss), miss))
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
    gap, row = False, 0
    for span in result.placements[0]:
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
            )
        )
        gap = False


def _prove_adapted(
    proved: Proved, editions: Editions[Edition], edition: Edition, articles: Mapping[str, Article]
) -> None:
    for question_id, question in edition.questions.items():
        for index, adapted in enumerate(question.adapted_from):
            keys: Keys = ("questions", question_id, "adapted_from", index)
            if adapted.source in edition.sources:
                continue
            if adapted.source not in articles:
                proved.problems.append(_unknown_source(editions, (*keys, "source"), adapted.source, edition, articles))
                continue
            result = prove(articles[adapted.source], adapted.text)
            if isinstance(result, NearMiss):
                proved.problems.append(_near_miss(editions.place((*keys, "text")), result))


def _row_place(editions: Editions[Edition], keys: Keys, original: str, miss: NearMiss) -> Place:
    """The typed row that is told about first."""
    assert editions.document is not None
    typed = [index for index, row in enumerate(original.splitlines()) if row.strip()]
    return editions.document.row_place(keys, typed[miss.row] if miss.row < len(typed) else 0)


def _near_miss(place: Place, miss: NearMiss) -> Problem:
    sentences = miss.sentences()
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

"""Which lessons use what: the articles' own questions, and how much of everything there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kit.lesson.model import Edition, Lesson
from kit.sources.catalogue import Catalogue
from kit.sources.find import find
from kit.sources.questions import PlacedQuestion


def lessons_by_question(
    questions: Sequence[PlacedQuestion], lessons: Iterable[Lesson], catalogue: Catalogue
) -> dict[str, list[str]]:
    """For each question's id, the ids of the lessons that have adapted it or quote it among their lines."""
    used: dict[str, list[str]] = {question.id: [] for question in questions}
    for lesson in lessons:
        quoted = list(_quoted_places(lesson, catalogue))
        for question in questions:
            place = question.asked.source, question.span.start, question.span.end
            if any(source == place[0] and start < place[2] and place[1] < end for source, start, end in quoted):
                used[question.id].append(lesson.id)
    return used


def _quoted_places(lesson: Lesson, catalogue: Catalogue) -> Iterator[tuple[str, int, int]]:
    """Source, start and end of everything the lesson takes from an article: its lines, and what it has adapted."""
    edition = lesson.edition(lesson.language)
    for line in lesson.lines:
        if line.proved:
            yield edition.excerpts[line.excerpt].source, line.start, line.end
    for question in edition.questions.values():
        for adapted in question.adapted_from:
            article = catalogue.articles.get(adapted.source)
            for span in find(article.text, adapted.text) if article else ():
                yield adapted.source, span.start, span.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much one lesson holds."""

    lesson: str
    questions: int
    lines: int
    protocols: int
    words: dict[str, int]
    """Words of its own text in each language, quotations apart."""


def counts(lesson: Lesson) -> Counts:
    """Count what `lesson` holds."""
    return Counts(
        lesson=lesson.id,
        questions=len(lesson.edition(lesson.language).questions),
        lines=len(lesson.lines),
        protocols=len(lesson.protocols),
        words={language: _words(edition) for language, edition in sorted(lesson.editions.items())},
    )


def _words(edition: Edition) -> int:
    from kit.files.compiled import to_plain
    from kit.files.translated import text_fields

    return sum(len(text.source.split()) for text in text_fields(Edition, to_plain(edition)))

"""Every question the articles put to their readers has a place in the lessons, and their words stand beside ours."""

from __future__ import annotations

import json

import pytest

from kit.files import bundled
from kit.lesson.home import Home
from kit.lesson.library import Library
from kit.lesson.listing import counts_as_text
from kit.lesson.model import Lesson
from kit.lesson.source_listing import questions_as_json, questions_as_text
from kit.lesson.uses import counts, lessons_by_question
from kit.sources.find import find
from kit.words import LANGUAGES, words

LIBRARY = Library(Home(bundled.folder("nowhere")))


@pytest.fixture(scope="module")
def lessons() -> list[Lesson]:
    opened = [LIBRARY.open(folder)[0] for folder, _ in LIBRARY.folders().values()]
    return [lesson for lesson in opened if lesson is not None]


def test_every_question_of_every_article_is_used_by_a_lesson(lessons: list[Lesson]) -> None:
    catalogue, _ = LIBRARY.catalogue()
    asked, problems = LIBRARY.questions(catalogue)
    assert problems == []
    used = lessons_by_question(asked, lessons, catalogue)
    assert [name for name, users in used.items() if not users] == []


def test_what_closes_an_article_became_a_lesson_question_with_the_articles_words_beside_it(
    lessons: list[Lesson],
) -> None:
    catalogue, _ = LIBRARY.catalogue()
    asked, _ = LIBRARY.questions(catalogue)
    adapted = [
        (origin.source, span.start, span.end)
        for lesson in lessons
        for question in lesson.edition("en").questions.values()
        for origin in question.adapted_from
        for span in find(catalogue.articles[origin.source].text, origin.text)
    ]
    for question in asked:
        if question.asked.kind in ("prompt", "open"):
            place = question.span
            assert any(
                source == question.asked.source and start < place.end and place.start < end
                for source, start, end in adapted
            ), question.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_names_place_kind_theme_and_lessons(lessons: list[Lesson], language: str) -> None:
    catalogue, _ = LIBRARY.catalogue()
    asked, _ = LIBRARY.questions(catalogue)
    used = lessons_by_question(asked, lessons, catalogue)
    text = questions_as_text(asked, used, words(language))
    rows = json.loads(questions_as_json(asked, used))
    assert len(rows) == len(asked) == 26
    for row in rows:
        assert row["text"] in text
        assert catalogue.articles[row["source"]].text[row["start"] : row["end"]] == row["text"]
    assert "many-hands" in text


def test_every_lesson_is_counted_and_the_last_row_adds_them_up(lessons: list[Lesson]) -> None:
    counted = [counts(lesson) for lesson in lessons]
    table = counts_as_text(counted, 22, words("en")).splitlines()
    assert len(table) == len(lessons) + 3
    whole = [cell.strip() for cell in table[-1].strip("|").split("|")]
    assert whole[1:4] == [str(sum(c.questions for c in counted)), str(sum(c.lines for c in counted)), "22"]
    assert all(set(c.words) == set(LANGUAGES) and min(c.words.values()) > 2000 for c in counted)

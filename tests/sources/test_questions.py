"""Every question the five articles ask is catalogued, in its own words, at its place."""

from __future__ import annotations

import typing
from collections import Counter
from pathlib import Path

from kit.files import bundled
from kit.lesson.model import Theme
from kit.sources.catalogue import read_catalogue
from kit.sources.questions import read_questions

SEEDS = bundled.folder("seeds")


def test_every_question_mark_of_the_articles_ends_one_catalogued_question() -> None:
    catalogue, _ = read_catalogue(SEEDS)
    questions, problems = read_questions(SEEDS, catalogue)
    assert problems == []
    for name, article in catalogue.articles.items():
        marks = [index for index, character in enumerate(article.text) if character == "?"]
        ends = [question.span.end - 1 for question in questions if question.asked.source == name]
        assert ends == marks, name


def test_ten_prompts_put_to_the_reader_and_two_left_open() -> None:
    questions, _ = read_questions(SEEDS, read_catalogue(SEEDS)[0])
    assert Counter(question.asked.kind for question in questions) == {
        "prompt": 10,
        "open": 2,
        "rhetorical": 10,
        "heading": 4,
    }
    follows = {question.id: question.asked.follows for question in questions if question.asked.follows}
    assert follows == {"q11b": "q11a", "q11c": "q11a"}
    assert {question.asked.theme for question in questions} <= {"", *typing.get_args(Theme)}


def test_a_question_that_is_not_in_the_article_is_named(tmp_path: Path) -> None:
    catalogue, _ = read_catalogue(SEEDS)
    (tmp_path / "questions.yaml").write_text(
        "language: en\nquestions:\n"
        "  one: {source: fr-questions, kind: open, text: Mais est-ce suffisant pour gagner?}\n"
        "  two: {source: fr-question, kind: open, text: Pourquoi?}\n",
        encoding="utf-8",
    )
    questions, problems = read_questions(tmp_path, catalogue)
    assert questions == []
    assert [(problem.rule, problem.place.line) for problem in problems] == [("not-verbatim", 3), ("unknown-source", 4)]

"""What steps are called in a list."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.files import bundled
from kit.lesson.home import Home
from kit.lesson.library import Library
from kit.lesson.model import Lesson
from kit.lesson.plan import plan
from kit.lesson.step_names import full_names, question_numbers, step_names
from kit.words import LANGUAGES


def opened(name: str) -> Lesson:
    lesson, _ = Library(Home(Path("nowhere"))).open(bundled.folder("lessons") / name)
    assert lesson is not None
    return lesson


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_rounds_of_one_protocol_can_be_told_apart(language: str) -> None:
    lesson = opened("reasons-and-causes")
    names = step_names(lesson, plan(lesson, 90), language)
    assert len(names) == len(set(names))


def test_the_number_is_that_of_the_question_on_paper() -> None:
    lesson = opened("reasons-and-causes")
    steps = plan(lesson, 90)
    names = step_names(lesson, steps, "en")
    numbers = question_numbers(lesson.edition("en"))
    assert numbers[steps.steps[0].question] == 1
    assert names[0] == "Think alone · question 1"


def test_a_title_that_stands_alone_stays_as_it_is() -> None:
    lesson = opened("many-hands")
    assert step_names(lesson, plan(lesson, 75), "en")[:3] == ("Think alone", "Talk in pairs", "Share")


def test_what_is_left_out_keeps_its_question() -> None:
    lesson = opened("better-questions")
    short = plan(lesson, 35)
    assert "Think alone" in step_names(lesson, short, "en")
    assert full_names(lesson, "en")[short.dropped[0]] == "Think alone · question 1"


def test_an_apostrophe_in_a_list_is_that_of_print() -> None:
    lesson = opened("one-sentence")
    assert "A’s line" in step_names(lesson, plan(lesson, 50), "en")

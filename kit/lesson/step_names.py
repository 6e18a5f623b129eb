"""What a step is called in a list of steps: its title, and where two have the same one, which question it is about."""

from __future__ import annotations

from collections import Counter

from kit.lesson.model import Edition, Lesson
from kit.lesson.plan import LONGEST, Plan, plan
from kit.lesson.scene import scene
from kit.words import words
from kit.words.typography import apostrophes

POSITIONS = ("warm-up", "opening", "core", "closing", "exit")
"""Where in a lesson a question is asked, from the first minute to the last."""


def question_numbers(edition: Edition) -> dict[str, int]:
    """The number of each question by its id, as the worksheet prints it: from the warm-up to the exit, from 1."""
    in_order = sorted(edition.questions.items(), key=lambda item: POSITIONS.index(item[1].position))
    return {id: number for number, (id, _) in enumerate(in_order, 1)}


def step_names(lesson: Lesson, planned: Plan, language: str) -> tuple[str, ...]:
    """The name of every step of `planned`, in its order and in the lesson's edition for `language`."""
    edition = lesson.edition(language)
    tr, numbers = words(edition.language), question_numbers(edition)
    titles = [apostrophes(scene(lesson, step, language).title) for step in planned.steps]
    often = Counter(titles)
    names = []
    for title, step in zip(titles, planned.steps, strict=True):
        number = numbers.get(step.question) if often[title] > 1 else None
        names.append(f"{title} · " + tr("question {number}", number=number) if number else title)
    return tuple(names)


def full_names(lesson: Lesson, language: str) -> dict[str, str]:
    """The names of the steps of `lesson` by their ids, as the longest period has them.

    A plan that leaves the first of two rounds out lists the second without its question; what was left out keeps it.
    """
    longest = plan(lesson, LONGEST)
    return {step.id: name for step, name in zip(longest.steps, step_names(lesson, longest, language), strict=True)}

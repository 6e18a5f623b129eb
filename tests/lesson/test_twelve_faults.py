"""A lesson with twelve faults in three files: twelve are told in one run, each at its place."""

from __future__ import annotations

from tests.lesson.faults import HERE, checked, told


def test_all_twelve_are_told_at_their_lines() -> None:
    reading = checked(HERE / "twelve-faults")
    assert told(reading.problems) == [
        ("fr.yaml", 3, "unknown-text"),
        ("it.yaml", 1, "syntax"),
        ("lesson.yaml", 3, "lost-text"),
        ("lesson.yaml", 4, "unknown-key"),
        ("lesson.yaml", 6, "minutes-do-not-fit"),
        ("lesson.yaml", 7, "unknown-value"),
        ("lesson.yaml", 8, "ambiguous-value"),
        ("lesson.yaml", 14, "not-verbatim"),
        ("lesson.yaml", 20, "translation-rows"),
        ("lesson.yaml", 26, "unknown-reference"),
        ("lesson.yaml", 28, "duplicate-key"),
        ("lesson.yaml", 34, "side-without-lines"),
    ]
    assert reading.lesson is None


def test_the_whole_lesson_has_none() -> None:
    reading = checked(HERE / "whole")
    assert reading.problems == []
    assert reading.lesson is not None
    assert [line.number for line in reading.lesson.lines] == [1, 2, 3, 4]

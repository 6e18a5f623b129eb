"""Where a page of the wall ends: passages stay together, and no line stands alone where that can be had."""

from __future__ import annotations

import pytest
from textual.content import Content

from kit.lesson.plan import plan
from kit.lesson.scene import scene
from kit.screen.layout.flow import Measure, units
from kit.screen.layout.pages import Unit, paginate
from tests.screen.wall_lessons import many_hands


def passage(first: int, last: int) -> list[Unit]:
    """A head of three rows and numbered lines of one row each."""
    row = Content("text")
    lines = [
        Unit(f"line:{number}", (row,), reminder=(Content("head"),), numbered=True) for number in range(first, last + 1)
    ]
    return [Unit(f"head:{first}", (row,) * 3, keep_with_next=True, space_before=1), *lines]


def numbers(units: list[Unit], height: int) -> list[list[int]]:
    """The numbered lines on each page."""
    return [
        [int(key.removeprefix("line:")) for key in page.keys if key.startswith("line:")]
        for page in paginate(units, height)
    ]


def test_a_passage_moves_to_the_next_page_rather_than_leave_one_line_behind() -> None:
    units = [*passage(1, 4), *passage(5, 6)]
    assert numbers(units, 12) == [[1, 2, 3, 4], [5, 6]]
    assert numbers(units, 13) == [[1, 2, 3, 4, 5, 6]]


def test_two_lines_that_belong_together_are_worth_a_page() -> None:
    units = [*passage(1, 4), *passage(5, 6), *passage(7, 10)]
    assert numbers(units, 12) == [[1, 2, 3, 4], [5, 6], [7, 8, 9, 10]]


def test_a_long_passage_is_broken_with_company_on_both_sides() -> None:
    pages = numbers(passage(1, 9), 11)
    assert len(pages) == 2
    assert min(len(page) for page in pages) >= 2


@pytest.mark.parametrize("height", [1, 2, 3, 5, 8, 13, 40])
def test_nothing_is_lost_or_too_tall_at_any_height(height: int) -> None:
    units = [*passage(1, 5), *passage(6, 6), Unit("long", (Content("text"),) * 17), *passage(7, 12)]
    pages = paginate(units, height)
    assert all(len(page.rows) <= height for page in pages)
    assert sum(row.plain == "text" for page in pages for row in page.rows) == sum(len(unit.rows) for unit in units)
    assert [page.more for page in pages] == sorted((page.more for page in pages), reverse=True)
    assert pages[-1].more == 0


def test_there_is_a_page_even_for_nothing() -> None:
    assert len(paginate([], 10)) == 1


def test_a_list_that_goes_on_says_again_what_it_is() -> None:
    lesson, planned = many_hands(), plan(many_hands(), 75)
    pairs = next(step for step in planned.steps if "starters" in step.shows)
    listed = units(scene(lesson, pairs, "en"), Measure(72, beside=False), task=False)
    first, second, *_ = paginate(listed, 9)
    heading = next(unit.rows[0].plain for unit in listed if unit.key == "starter")
    assert heading in [row.plain for row in first.rows]
    assert second.rows[0].plain == heading

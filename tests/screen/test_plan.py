"""The plan screen: a lesson minute by minute, before the class."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from kit.screen.library import LibraryScreen
from kit.screen.planview import PlanScreen
from tests.screen.rooms import library_in, opened, painted, press, screen, settle


def plan_of(pilot: Pilot[int]) -> PlanScreen:
    """The plan screen that is open."""
    return screen(pilot, PlanScreen)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (100, 28), (160, 45)])
async def test_every_step_stands_at_its_minute(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(library_in(tmp_path), size) as pilot:
        await press(pilot, "enter")
        text, shown = painted(pilot), plan_of(pilot)
        assert "Many hands or few?" in text
        assert "75 minutes" in text
        assert "ends at 1:15" in text
        assert "0:00" in text
        assert "First vote" in text
        assert "On your own" in text
        assert sum(step.minutes for step in shown.plan.steps) == 75
        await press(pilot, "end")  # all of them can be reached
        assert "Exit ticket" in painted(pilot)


async def test_a_wide_terminal_shows_voices_sides_and_what_is_printed(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path), (140, 30)) as pilot:
        await press(pilot, "enter")
        rows = painted(pilot).splitlines()
        against = next(row for row in rows if "The case against" in row)
        assert "Against" in against
        assert "Table voice" in against
        assert any("First vote" in row and "Ballots" in row for row in rows)


async def test_five_minutes_less_plans_anew_and_says_what_was_left_out(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "enter", *["minus"] * 8)
        text, shown = painted(pilot), plan_of(pilot)
        assert "35 minutes" in text
        assert "5 less" not in text
        assert "Left out, because time is short: " in text
        assert shown.plan.steps[-1].protocol == "exit-ticket"
        await press(pilot, "minus")
        assert shown.plan.minutes == 35
        await press(pilot, *["plus"] * 12)
        assert shown.plan.minutes == 90
        assert "Left out" not in painted(pilot)


async def test_the_cursor_stays_on_its_step_while_the_plan_changes(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "enter", "end", "minus", "minus", "minus", "minus", "minus")
        chosen = plan_of(pilot).chosen
        assert chosen is not None
        assert chosen.protocol == "exit-ticket"


async def test_what_cannot_fit_is_said_with_the_shortest_that_can(tmp_path: Path) -> None:
    library = library_in(tmp_path, ["park"])
    file = tmp_path / "home" / "lessons" / "park" / "lesson.yaml"
    minutes = "    minutes: {think: {least: 20, plan: 20, most: 20}, share: {least: 20, plan: 20, most: 20}}\n"
    text = file.read_text(encoding="utf-8").replace("    question: who\n", "    question: who\n" + minutes)
    file.write_text(text, encoding="utf-8")
    async with opened(library) as pilot:
        await press(pilot, "enter", "minus", "minus")
        text = painted(pilot)
        assert "This does not fit:" in text
        assert "The shortest this lesson can be is" in text


async def test_the_teachers_notes_wait_for_their_key_and_follow_the_cursor(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path, ["park"])) as pilot:
        await press(pilot, "enter", "down", "down")
        assert "For you alone" not in painted(pilot)
        assert "Sleep [/] is a right too." not in painted(pilot)
        await press(pilot, "m")
        text = painted(pilot)
        assert "For you alone: Share" in text
        assert "Sleep [/] is a right too." in text
        await press(pilot, "up")
        assert "For you alone: Talk in pairs" in painted(pilot)
        await press(pilot, "m")
        assert "For you alone" not in painted(pilot)


async def test_the_language_of_the_lesson_changes_in_place_and_in_the_library(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "enter", "down", "l")
        assert "Peu de mains ou beaucoup" in painted(pilot)
        chosen = plan_of(pilot).chosen
        assert chosen == plan_of(pilot).plan.steps[1]
        await press(pilot, "escape")
        assert screen(pilot, LibraryScreen).language == "fr"


async def test_the_class_starts_at_the_chosen_step_in_these_minutes_and_this_language(tmp_path: Path) -> None:
    from kit.screen.wall import WallScreen

    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "enter", "plus", "l", "down", "down", "s")
        wall = screen(pilot, WallScreen)
        assert wall.course.index == 2
        assert wall.course.language == "fr"
        assert wall.course.plan.minutes == 80
        await press(pilot, "q", "tab", "enter")  # the careful answer has the focus
        plan_of(pilot)


async def test_the_library_starts_a_class_without_the_plan(tmp_path: Path) -> None:
    from kit.screen.wall import WallScreen

    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "s")
        wall = screen(pilot, WallScreen)
        assert wall.course.plan.minutes == 75


async def test_the_length_can_be_clicked(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "enter")
        row = next(index for index, line in enumerate(painted(pilot).splitlines()) if "5 more" in line)
        await pilot.click(offset=(painted(pilot).splitlines()[row].index("5 more"), row))
        await pilot.pause()
        assert plan_of(pilot).plan.minutes == 80


async def test_a_click_looks_at_a_step_and_only_a_second_one_starts_the_class(tmp_path: Path) -> None:
    from kit.screen.wall import WallScreen

    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "enter")
        row = next(index for index, line in enumerate(painted(pilot).splitlines()) if "First vote" in line)
        await pilot.click(offset=(12, row))
        await settle(pilot)
        chosen = plan_of(pilot).chosen
        assert chosen is not None
        assert chosen.part == "vote-before"
        await pilot.click(offset=(12, row))
        await settle(pilot)
        assert screen(pilot, WallScreen).course.index == 3

"""“What fits today?” in the library: answers change the list at once, and Enter leads to a plan."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from kit.screen.choose import ChooseDialog
from kit.screen.planview import PlanScreen
from tests.screen.rooms import library_in, opened, painted, press, screen


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (100, 28), (160, 45)])
async def test_the_questions_the_list_and_the_keys_are_in_sight(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(library_in(tmp_path), size) as pilot:
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, ChooseDialog)
        text = " ".join(painted(pilot).replace("│", " ").split())
        for words in ("Minutes", "Printer", "Hot topic", "Many hands or few?", "Esc goes back"):
            assert words in text, words


async def test_answers_change_the_list_at_once(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path), (100, 40)) as pilot:
        await press(pilot, "c", "left", "left")
        text = painted(pilot)
        assert "No lesson fits." in text
        assert "Snowball" in text
        await press(pilot, "down", "right")
        text = painted(pilot)
        assert "brings a quiet class to talk" in text
        await press(pilot, "down", "right", "down", "right")
        text = painted(pilot)
        assert "Four corners" not in text, "it needs signs"


async def test_enter_on_a_lesson_shows_its_plan_and_escape_goes_back(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path), (100, 28)) as pilot:
        await press(pilot, "c")
        dialog = screen(pilot, ChooseDialog)
        dialog.query_one(OptionList).focus()
        await press(pilot, "enter")
        assert screen(pilot, PlanScreen).lesson.id == "many-hands"
        await press(pilot, "escape", "c", "escape")
        assert not isinstance(pilot.app.screen, ChooseDialog)


async def test_enter_takes_the_marked_row_from_the_questions_too(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path), (100, 28)) as pilot:
        await press(pilot, "c", "down", "enter")
        assert screen(pilot, PlanScreen).lesson.id == "many-hands"

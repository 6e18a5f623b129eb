"""The print dialog: for how many pupils, in which print, on which paper."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.widgets import Input

from kit.files import bundled
from kit.files.cache import Cache
from kit.lesson.home import Home
from kit.lesson.library import Library
from kit.screen.library import LibraryScreen
from kit.screen.print_dialog import PrintDialog
from kit.screen.printing import Order
from tests.screen.rooms import library_in, opened, painted, press, screen, settle


@pytest.mark.pdf
async def test_who_says_how_many_pupils_there_are_is_told_how_many_sheets(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path), size=(120, 36)) as pilot:
        await press(pilot, "p", "right", "tab", "tab", "tab", "tab")  # a worksheet in standard print, for …
        await press(pilot, "2", "8", "tab", "3", "0", "tab")
        screen(pilot, PrintDialog).query_one("#folder", Input).value = str(tmp_path)
        await press(pilot, "enter")
        assert "Of how many pupils?" in painted(pilot)
        await press(pilot, "3", "enter")  # over what was typed
        await settle(pilot)
        job = screen(pilot, LibraryScreen).print_desk.job
        assert job is not None
        assert job.said[-1] == "28 pupils → 96 sheets, 3 pupils in large print"
        assert "28 pupils → 96 sheets" in painted(pilot)


async def test_only_signs_come_on_a3(tmp_path: Path) -> None:
    shipped = tmp_path / "lessons"
    shutil.copytree(bundled.folder("lessons") / "reasons-and-causes", shipped / "reasons-and-causes")
    async with opened(Library(Home(tmp_path / "home"), Cache(tmp_path / "cache"), shipped)) as pilot:
        await press(pilot, "p", "right", "tab", "tab", "left")
        assert "● A3 for signs" in painted(pilot)
        await press(pilot, "enter")
        assert "Only signs come on A3." in painted(pilot)


async def test_a_lesson_without_signs_needs_no_a3(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "p")
        assert "A3" not in painted(pilot)


def test_an_order_says_what_was_chosen(tmp_path: Path) -> None:
    order = Order(lesson=tmp_path, kind="all", language="fr", page="a4", folder=tmp_path, profile="giant", pupils=9)
    assert order.arguments()[-6:] == ["--profile", "giant", "--pupils", "9", "--large", "0"]

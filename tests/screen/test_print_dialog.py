"""The print dialog: for how many pupils, in which print, on which paper."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from kit.files import bundled
from kit.files.cache import Cache
from kit.lesson.home import Home
from kit.lesson.library import Library
from kit.screen.library import LibraryScreen
from kit.screen.print_dialog import PrintDialog
from kit.screen.printing import Order, PrintDesk
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


async def counted(pilot: Pilot[int]) -> str:
    """The row about the sheets, once they are counted."""
    row = screen(pilot, PrintDialog).query_one("#sheets", Static)
    while "Counting" in str(row.content):
        await asyncio.sleep(0.05)
        await settle(pilot)
    return str(row.content)


@pytest.mark.pdf
async def test_the_sheets_are_counted_before_anything_is_printed(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path), size=(120, 36)) as pilot:
        await press(pilot, "p", "right")
        assert "Kit counts the sheets before you print" in painted(pilot)
        screen(pilot, PrintDialog).query_one("#folder", Input).value = str(tmp_path / "out")
        await press(pilot, "tab", "tab", "tab", "tab", "2", "8")
        assert await counted(pilot) == "28 pupils → 84 sheets"
        await press(pilot, "tab", "3")
        assert await counted(pilot) == "28 pupils → 96 sheets, 3 pupils in large print"
        assert "28 pupils → 96 sheets, 3 pupils in large print" in painted(pilot)
        assert not (tmp_path / "out").exists()


def counting(desk: PrintDesk) -> bool:
    """Whether the sheets of an order are being counted, or were."""
    return desk._counting is not None


@pytest.mark.pdf
@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_nobody_has_to_wait_for_the_counting(key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_CACHE", str(tmp_path / "nothing-made-before"))
    async with opened(library_in(tmp_path), size=(120, 36)) as pilot:
        desk = screen(pilot, LibraryScreen).print_desk
        await press(pilot, "p")
        screen(pilot, PrintDialog).query_one("#folder", Input).value = str(tmp_path / "out")
        await pilot.press("tab", "tab", "tab", "tab", "2", "8")
        while not counting(desk):
            await asyncio.sleep(0.02)
        await press(pilot, key)
        assert not counting(desk)
        if key == "escape":
            assert desk.job is None
            assert not (tmp_path / "out").exists()
        else:
            assert desk.job is not None
            assert desk.job.code == 0
            assert len(list((tmp_path / "out").iterdir())) == 4


@pytest.mark.parametrize("size", [(100, 28), (80, 24), (60, 18)])
async def test_the_button_is_there_however_small_the_terminal(size: tuple[int, int], tmp_path: Path) -> None:
    async with opened(library_in(tmp_path), size=size, interface="fr") as pilot:
        await press(pilot, "p")
        assert "╰────────────╯" in painted(pilot), "the foot of the button"
        assert "Tab avance" in painted(pilot)


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
    assert replace(order, only_count=True).arguments() == [*order.arguments(), "--count"]

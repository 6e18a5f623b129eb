"""From the library to a lesson of her own: she names an article, or pastes it, and finds the lesson in the list."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import cast

import pytest
from textual import events
from textual.pilot import Pilot

from kit.screen.app import KitApp
from kit.screen.article_dialog import ArticleDialog, path_of
from kit.screen.drafting import DraftScreen
from kit.screen.library import LibraryScreen
from tests.screen.rooms import library_in, opened, painted, press, screen, settle
from tests.screen.test_contrast import assert_readable
from tests.screen.test_drafting import SCHOOL


async def until_drafting(pilot: Pilot[int]) -> None:
    await pilot.app.workers.wait_for_complete()
    await settle(pilot)
    screen(pilot, DraftScreen)


async def paste(pilot: Pilot[int], text: str) -> None:
    """As the terminal does it: all lines at once."""
    pilot.app.post_message(events.Paste(text))
    await settle(pilot)


async def told(pilot: Pilot[int]) -> str:
    await pilot.app.workers.wait_for_complete()
    await settle(pilot)
    screen(pilot, ArticleDialog)
    return " ".join(painted(pilot).split())


async def test_from_the_library_to_a_lesson_of_her_own(tmp_path: Path) -> None:
    article = tmp_path / "sleep.txt"
    article.write_text(SCHOOL, encoding="utf-8")
    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "a")
        await paste(pilot, str(article))
        await press(pilot, "enter")
        await until_drafting(pilot)
        await press(pilot, "w", "enter", "enter", "escape")
        library = screen(pilot, LibraryScreen)
        assert library.chosen is not None
        assert library.chosen.id == "a-bell-for-sleep"
        assert "A bell for sleep" in painted(pilot)
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "enter")
        assert "50 minutes" in painted(pilot) or "50 min" in painted(pilot), "its plan"


async def test_a_pasted_article_opens_at_once_and_escape_goes_back(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "a")
        await paste(pilot, SCHOOL)
        await until_drafting(pilot)
        assert screen(pilot, DraftScreen).draft.article.text == SCHOOL
        await press(pilot, "t", "ctrl+u", *"Sleep", "enter", "escape")
        assert "Leave without writing?" in painted(pilot)
        await press(pilot, "right", "enter")
        screen(pilot, LibraryScreen)
    assert not [*tmp_path.rglob("sleep*")]


async def test_a_pasted_path_is_a_path(tmp_path: Path) -> None:
    article = tmp_path / "my article.txt"
    article.write_text(SCHOOL, encoding="utf-8")
    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "a")
        await paste(pilot, f"'{article}' ")
        await press(pilot, "enter")
        await until_drafting(pilot)


def test_terminals_write_a_dragged_path_in_their_own_ways(tmp_path: Path) -> None:
    article = tmp_path / "my article (2).txt"
    article.write_text(SCHOOL, encoding="utf-8")
    escaped = str(article).replace(" ", "\\ ").replace("(", "\\(").replace(")", "\\)")
    for typed in (str(article), f'"{article}"', f"'{article}' ", article.as_uri(), escaped):
        assert path_of(typed) == article, typed


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for a clipboard is a shell script")
async def test_ctrl_v_takes_what_was_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "a", "ctrl+v")
        assert "kit draft -" in await told(pilot), "where nothing reads the clipboard, what to do instead"
        program = tmp_path / "wl-paste"
        program.write_text(f"#!/bin/sh\necho '{SCHOOL.replace(chr(39), '’')}'\n", encoding="utf-8")
        program.chmod(0o755)
        await press(pilot, "ctrl+v")
        await until_drafting(pilot)


async def test_what_is_no_article_is_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data.txt").write_bytes(bytes(range(256)) * 20)
    monkeypatch.chdir(tmp_path)  # short paths: every sentence comes onto one row
    (tmp_path / "home").mkdir()
    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "a", "enter")
        screen(pilot, ArticleDialog)
        for name, sentence in {"none.txt": "There is no file", "home": "is a folder", "data.txt": "not a text"}.items():
            await press(pilot, "ctrl+u")
            await paste(pilot, f"./{name}")
            await press(pilot, "enter")
            assert sentence in await told(pilot)
        await press(pilot, "escape")
        screen(pilot, LibraryScreen)


@pytest.mark.parametrize("size", [(60, 18), (100, 28)])
@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_every_painted_letter(tmp_path: Path, size: tuple[int, int], theme: str) -> None:
    async with opened(library_in(tmp_path), size, theme=theme) as pilot:
        await press(pilot, "a")
        assert_readable(cast(KitApp, pilot.app))
        await press(pilot, *"/none", "enter")
        assert "There is no file" in await told(pilot)
        assert_readable(cast(KitApp, pilot.app))
        assert all(len(line) <= size[0] for line in painted(pilot).splitlines())

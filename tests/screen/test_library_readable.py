"""Library, plan and their dialogs: contrast on painted cells, every action doable, the real program in a terminal."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot

from kit.files.bundled import folder
from kit.screen.actions import actions_of
from kit.screen.app import KitApp
from kit.screen.library import LibraryScreen
from kit.screen.planview import PlanScreen
from kit.screen.printing import Job, Order
from tests.screen.rooms import HOSTILE, library_in, opened, press, screen
from tests.screen.test_contrast import assert_readable


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_every_painted_letter_of_the_library_and_what_it_opens(tmp_path: Path, theme: str) -> None:
    async with opened(library_in(tmp_path, ["books", "park"]), theme=theme) as pilot:
        for keys in (
            (),  # a lesson with errors under the cursor
            ("enter",),  # what is wrong with it
            ("escape", "down", "m"),  # a filter that is on
            ("escape", "slash"),  # an empty search: its hint
            ("x", "x"),  # nothing found
            ("escape", "tab"),  # the details have the focus
            ("shift+tab", "down", "p"),  # the print dialog
            ("tab", "tab", "tab"),  # its folder
            ("ctrl+a", "ctrl+k", "enter"),  # without one
            ("tab",),  # its button
        ):
            await press(pilot, *keys)
            assert_readable(cast(KitApp, pilot.app))


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_every_painted_letter_of_the_plan(tmp_path: Path, theme: str) -> None:
    async with opened(library_in(tmp_path), theme=theme) as pilot:
        for keys in (("enter",), ("minus",) * 8, ("m",), ("tab",)):
            await press(pilot, *keys)
            assert_readable(cast(KitApp, pilot.app))


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_every_painted_letter_about_the_printing(tmp_path: Path, theme: str) -> None:
    order = Order(lesson=tmp_path, kind="all", language="en", page="a4", folder=tmp_path)
    async with opened(library_in(tmp_path), theme=theme) as pilot:
        desk = screen(pilot, LibraryScreen).print_desk
        for job in (
            Job(order, said=["1/2 Worksheet …"]),
            Job(order, code=0, paths=[tmp_path / "a.pdf"]),
            Job(order, code=1, said=["The disk is full."]),
        ):
            desk.job = job
            for listener in desk.listeners:
                listener()
            await pilot.pause()
            assert_readable(cast(KitApp, pilot.app))


async def test_a_pointed_at_row_is_readable(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path, ["books", "park"])) as pilot:
        await hover(pilot)
        assert_readable(cast(KitApp, pilot.app))


async def hover(pilot: Pilot[int]) -> None:
    """Move the mouse over the second row."""
    lessons = screen(pilot, LibraryScreen).lessons
    await pilot.hover("#lessons", offset=(5, 1))
    await pilot.pause()
    assert lessons.region.height > 1


@pytest.mark.parametrize(("place", "owner"), [("library", LibraryScreen), ("plan", PlanScreen)])
def test_every_action_can_be_done(place: str, owner: type) -> None:
    for action in actions_of(place):  # type: ignore[arg-type]
        assert callable(getattr(KitApp if action.place == "everywhere" else owner, f"action_{action.name}"))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals here")
def test_kit_in_a_real_terminal_from_the_first_frame_to_the_shell(tmp_path: Path) -> None:
    from tests.screen.terminal import Terminal, kit

    shutil.copytree(HOSTILE, tmp_path / "lessons")
    whole = len(list(tmp_path.glob("lessons/*/lesson.yaml"))) + len(list(folder("lessons").glob("*/lesson.yaml")))
    with Terminal(kit(), env={"KIT_HOME": str(tmp_path), "KIT_LANGUAGE": "en"}) as terminal:
        terminal.until(f"{whole} lessons")
        terminal.until("to mend")
        terminal.press("enter")
        terminal.until("Mend the file")
        terminal.press("escape")
        terminal.until_gone("Mend the file")
        terminal.press("/many/hands")  # in one go: no letter may be taken for a key
        terminal.until("many/hands")
        terminal.until(f"Shown: 0 of {whole}")
        terminal.press("escape")
        terminal.until(f"{whole} lessons")
        terminal.press("/hands or few")
        terminal.until(f"Shown: 1 of {whole}")
        terminal.press("enter")  # into the list
        terminal.until_quiet()
        terminal.press("enter")
        terminal.until("ends at 1:15")
        terminal.press("+")
        terminal.until("80 minutes")
        terminal.press("q")
        assert terminal.exit_code() == 0
    for unwanted in (b"\x1b]0;", b"stolen\x07", "\u202e".encode()):
        assert unwanted not in terminal.output

"""What the wall says about its files: damaged ones, those of a newer Kit, and one that cannot be written."""

from __future__ import annotations

import os
import re
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from kit.lesson.plan import plan
from kit.screen.app import KitApp
from kit.screen.classroom import Attendance
from kit.screen.dialogs import Picker
from kit.screen.notice import Notice
from kit.screen.wall import WallScreen
from kit.session.course import begin
from kit.session.events import TimeAdded, Went
from kit.session.sessions import start, unfinished
from tests.screen.wall_lessons import many_hands
from tests.screen.walls import Clock, painted, wall_of


def a_wall(folder: Path) -> KitApp:
    lesson = many_hands()
    course = begin(plan(lesson, 50), lesson.languages)
    return KitApp(lambda: WallScreen(lesson, course, Attendance(lesson, course, folder)), theme="light", clock=Clock())


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """The file of a class that stopped in its third step, an hour ago."""
    lesson = many_hands()
    room = start(lesson, plan(lesson, 50), "en", folder=tmp_path / "sessions")
    room.do(Went(index=2), TimeAdded())
    room.close()
    return next((tmp_path / "sessions").glob("*.class"))


def an_hour_ago(path: Path) -> None:
    os.utime(path, (time.time() - 3600, time.time() - 3600))


async def settled(pilot: Pilot[int]) -> None:
    for _ in range(3):
        await pilot.pause()


def notice(app: KitApp) -> str:
    """What the notice on the wall says, as it is painted."""
    assert isinstance(app.screen, Notice)
    return " ".join(re.sub("[│╭╮╰╯─]", " ", painted(app)).split())


def top(app: KitApp) -> Screen[Any]:
    return app.screen


async def test_a_damaged_class_is_salvaged_said_and_gone_on_with(saved: Path) -> None:
    saved.write_bytes(b"\xff" * 100 + saved.read_bytes()[100:])
    an_hour_ago(saved)
    async with (app := a_wall(saved.parent)).run_test(size=(100, 28)) as pilot:
        await settled(pilot)
        assert "was damaged" in notice(app)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(top(app), Picker)
        await pilot.press("enter")
        await settled(pilot)
        assert wall_of(app).course.index == 2
    assert saved.with_name(saved.name + ".damaged").exists()


async def test_a_class_whose_opening_is_lost_is_said_and_a_new_one_begins(saved: Path) -> None:
    with sqlite3.connect(saved) as connection:
        connection.execute("UPDATE event SET data = substr(data, 1, 1000) WHERE seq = 1")
    connection.close()
    an_hour_ago(saved)
    async with (app := a_wall(saved.parent)).run_test(size=(100, 28)) as pilot:
        await settled(pilot)
        await pilot.press("enter")  # the offer: whether a class can be read is seen when it is
        await settled(pilot)
        assert "nothing of the class can be read" in notice(app)
        await pilot.press("escape")
        await settled(pilot)
        wall = wall_of(app)
        assert top(app) is wall
        assert (wall.course.index, wall.room.trouble) == (0, None)
    assert unfinished(saved.parent, "many-hands") == []


async def test_a_class_of_a_newer_kit_is_said_and_left_alone(saved: Path) -> None:
    with sqlite3.connect(saved) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = saved.read_bytes()
    async with (app := a_wall(saved.parent)).run_test(size=(100, 28)) as pilot:
        await settled(pilot)
        assert "newer Kit" in notice(app)
        await pilot.press("enter")
        await settled(pilot)
        assert top(app) is wall_of(app)
    assert saved.read_bytes() == before


async def test_while_nothing_can_be_saved_the_wall_says_so_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "sessions").write_text("", encoding="utf-8")
    async with (app := a_wall(tmp_path / "sessions")).run_test(size=(100, 28)) as pilot:
        await settled(pilot)
        await pilot.press("right")
        await settled(pilot)
        assert "Not saved: Kit may not write in its folder." in painted(app)
        assert wall_of(app).course.index == 0 or wall_of(app).page >= 0
        (tmp_path / "sessions").unlink()
        wall_of(app).room.beat()
        await settled(pilot)
        assert "Not saved" not in painted(app)

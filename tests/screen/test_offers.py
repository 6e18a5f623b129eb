"""The offer to go on with a class: whole rows in every language, however long ago it was."""

from __future__ import annotations

import sqlite3
import time
from datetime import datetime
from pathlib import Path

import pytest

from kit.lesson.plan import plan
from kit.screen.app import KitApp
from kit.screen.classroom import Attendance
from kit.screen.desk import DeskScreen
from kit.screen.dialogs import Picker
from kit.screen.wall import WallScreen
from kit.session.course import begin
from kit.session.events import ClockStarted, Went
from kit.session.sessions import leave, start
from kit.words import LANGUAGES
from tests.screen.wall_lessons import many_hands
from tests.screen.walls import Clock, painted

DAY = 86400.0


def held(folder: Path, ago: float, *, running: bool = False) -> datetime:
    """A class that stopped at step 11, `ago` seconds before now; when that was."""
    lesson, alive = many_hands(), time.time() - ago
    room = start(lesson, plan(lesson, 50), "en", folder=folder, clock=Clock(), calendar=lambda: alive)
    room.do(Went(index=10), *([ClockStarted()] if running else []))
    assert room.journal is not None
    path = room.journal.path
    leave(room)
    with sqlite3.connect(path) as journal:
        journal.execute("update pulse set wall = ?", (alive,))
    journal.close()
    return datetime.fromtimestamp(alive).astimezone()


async def offered(folder: Path, language: str, size: tuple[int, int] = (100, 28)) -> list[str]:
    """What is offered when the lesson is put on the wall, row by row."""
    lesson = many_hands()
    course = begin(plan(lesson, 50), lesson.languages, language=language)
    app = KitApp(
        lambda: WallScreen(lesson, course, Attendance(lesson, course, folder)), interface=language, clock=Clock()
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        return [row[row.index("│") + 1 : row.rindex("│")].strip() for row in painted(app).splitlines() if "│" in row]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (100, 28)])
async def test_weeks_later_the_offer_says_day_step_and_time_left(
    language: str, size: tuple[int, int], tmp_path: Path
) -> None:
    moment = held(tmp_path, 17 * DAY)
    rows = await offered(tmp_path, language, size)
    row = next(row for row in rows if f"{moment:%H:%M}" in row)
    assert "…" not in row
    assert " 11 " in row
    assert f"{moment.day} " in row
    assert "7:00" in row
    assert str(moment.year) not in row


async def test_long_ago_the_year_is_said(tmp_path: Path) -> None:
    moment = held(tmp_path, 400 * DAY)
    assert any(f"{moment:%Y, %H:%M}, step 11 of 14" in row for row in await offered(tmp_path, "en"))


async def test_the_time_gone_counts_only_where_some_would_be_left(tmp_path: Path) -> None:
    minus = "The same, minus the time gone"
    held(tmp_path / "now", 65, running=True)
    held(tmp_path / "paused", 65)
    held(tmp_path / "late", 8 * 60, running=True)
    assert any(minus in row for row in await offered(tmp_path / "now", "en"))
    assert not any(minus in row for row in await offered(tmp_path / "paused", "en"))
    assert not any(minus in row for row in await offered(tmp_path / "late", "en"))


async def test_of_several_classes_the_latest_comes_first(tmp_path: Path) -> None:
    moments = [held(tmp_path, days * DAY) for days in (3, 1, 2)]
    rows = [row for row in await offered(tmp_path, "en") if row.startswith("Go on")]
    latest_first = sorted(moments, reverse=True)
    assert [f"{moment.day} {moment:%B}" in row for moment, row in zip(latest_first, rows, strict=True)] == [True] * 3


@pytest.mark.parametrize("screen", [WallScreen, DeskScreen])
async def test_it_is_asked_once(screen: type[WallScreen | DeskScreen], tmp_path: Path) -> None:
    held(tmp_path, 60)
    lesson = many_hands()
    course = begin(plan(lesson, 50), lesson.languages)
    app = KitApp(lambda: screen(lesson, course, Attendance(lesson, course, tmp_path)), clock=Clock())
    async with app.run_test(size=(100, 28)) as pilot:
        for _ in range(5):
            await pilot.pause()
        assert isinstance(app.screen, Picker)
        await pilot.press("enter")
        await pilot.pause()
        assert len(app.screen_stack) == 1
        assert "Think together" in painted(app)

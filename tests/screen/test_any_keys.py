"""Whatever is pressed, clicked and resized in whatever order, wall and desk go on: a teacher may fumble."""

from __future__ import annotations

import contextlib
import random
from pathlib import Path

import pytest
from textual.pilot import OutOfBounds, Pilot

from kit.lesson.plan import plan
from kit.screen.app import KitApp
from kit.screen.classroom import Attendance
from kit.screen.desk import DeskScreen
from kit.screen.wall import WallScreen
from kit.session.class_list import ClassList, Pupil
from kit.session.course import begin
from tests.screen.wall_lessons import many_hands

KEYS = [
    *"abcdefghijklmnoprstuvwxyz0123456789+-éàW",
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab", "f1", "f5", "ctrl+p"),
    *("space", "backspace", "delete", "comma", "full_stop", "question_mark", "number_sign"),
    *("enter", "escape", "right", "v", "t", "a", "x", "1", "2") * 3,  # what opens, fills and closes the tools
]
SIZES = [(1, 1), (20, 5), (60, 18), (80, 24), (100, 28), (160, 45)]
CLASS = ClassList(name="3B", pupils=(Pupil(name="Zoé Quill", first="Zoé", seat=1), Pupil(name="Yvo Marsh", seat=2)))
COUNT = 90


@pytest.mark.parametrize(("kind", "language"), [("wall", "en"), ("desk", "fr"), ("wall", "es"), ("desk", "it")])
async def test_the_class_goes_on_whatever_is_pressed(
    kind: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIT_STATE", str(tmp_path))
    monkeypatch.chdir(tmp_path)  # where the class's page would be written
    lesson = many_hands()
    course = begin(plan(lesson, 75), lesson.languages, language=language)
    kept = Attendance(lesson, course, tmp_path / "sessions")
    screen = WallScreen(lesson, course, kept) if kind == "wall" else DeskScreen(lesson, course, kept, class_list=CLASS)
    app = KitApp(lambda: screen, theme="light", interface=language)
    chance = random.Random(f"{kind} {language}")
    async with app.run_test(size=(100, 28)) as pilot:
        await pilot.pause()
        for _ in range(COUNT):
            if not screen.is_attached:
                break  # the class was ended on the way
            await fumble(pilot, chance)
        await pilot.pause()


async def fumble(pilot: Pilot[int], chance: random.Random) -> None:
    """One key, click or new size."""
    what = chance.random()
    if what < 0.05:
        await pilot.resize_terminal(*chance.choice(SIZES))
    elif what < 0.15:
        columns, rows = pilot.app.size
        with contextlib.suppress(OutOfBounds):  # a resize was still under way
            await pilot.click(offset=(chance.randrange(columns), chance.randrange(rows)))
    else:
        await pilot.press(chance.choice(KEYS))

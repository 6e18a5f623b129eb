"""The key that writes what the class thought: on wall and desk, in the background, while the class goes on."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from textual.pilot import Pilot

from kit.lesson.plan import plan
from kit.screen.app import KitApp
from kit.screen.classroom import Attendance
from kit.screen.desk import DeskScreen
from kit.screen.recap import RecapJob
from kit.screen.teaching import TeachingScreen
from kit.screen.wall import WallScreen
from kit.session.course import begin
from tests import recorded
from tests.screen.walls import Clock, painted


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The teacher's documents; no program here opens anything unless a test brings one."""
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "documents"))
    monkeypatch.setenv("PATH", str(tmp_path / "programs"))
    (tmp_path / "documents").mkdir()
    return tmp_path / "documents"


def app_of(screen: type[TeachingScreen], folder: Path | None) -> KitApp:
    lesson = recorded.lesson_called("many-hands")
    course = begin(plan(lesson, 50), lesson.languages, language="fr")
    attendance = Attendance(lesson, course, folder) if folder is not None else None
    return KitApp(lambda: screen(lesson, course, attendance), theme="light", clock=Clock())


def teaching(pilot: Pilot[int]) -> TeachingScreen:
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, TeachingScreen)
    return screen


async def written(pilot: Pilot[int]) -> None:
    """Wait until the process has done."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.pdf
@pytest.mark.skipif(sys.platform != "linux", reason="the documents folder has another name")
@pytest.mark.parametrize("screen", [WallScreen, DeskScreen])
async def test_one_key_writes_the_page_while_the_class_goes_on(
    screen: type[TeachingScreen], tmp_path: Path, documents: Path
) -> None:
    async with (app := app_of(screen, tmp_path / "sessions")).run_test(size=(100, 28)) as pilot:
        await pilot.pause()
        for event in recorded.hands()[:-1]:
            teaching(pilot).room.do(event)
        await pilot.press("y")
        assert "Writing what the class thought" in painted(app)
        await pilot.press("pagedown")  # nothing waits for it
        await written(pilot)
        (path,) = (documents / "Kit").iterdir()
        assert path.read_bytes().startswith(b"%PDF-")
        assert ".fr.recap." in path.name
        assert "What the class thought:" in painted(app)
        assert not teaching(pilot).room.state.ended


@pytest.mark.pdf
@pytest.mark.skipif(sys.platform != "linux", reason="the documents folder has another name")
@pytest.mark.parametrize("screen", [WallScreen, DeskScreen])
async def test_the_class_is_ended_and_its_page_written_at_once(
    screen: type[TeachingScreen], tmp_path: Path, documents: Path
) -> None:
    async with (app := app_of(screen, tmp_path / "sessions")).run_test(size=(100, 28)) as pilot:
        await pilot.pause()
        for event in recorded.hands()[:-1]:
            teaching(pilot).room.do(event)
        await pilot.press("q", "down", "down", "down", "enter")
        await pilot.pause()
        assert teaching(pilot).room.state.ended
        await written(pilot)
        (path,) = (documents / "Kit").iterdir()
        assert path.read_bytes().startswith(b"%PDF-")
        assert "The class has ended" in painted(app)
        assert "What the class thought:" in painted(app)
        await pilot.press("enter")
    assert app.return_code == 0


@pytest.mark.skipif(sys.platform != "linux", reason="the documents folder has another name")
async def test_a_class_ends_although_its_page_cannot_be_written(tmp_path: Path, documents: Path) -> None:
    (documents / "Kit").write_text("a file where the folder should be", encoding="utf-8")
    async with (app := app_of(DeskScreen, tmp_path / "sessions")).run_test(size=(100, 28)) as pilot:
        await pilot.press("n", "q", "down", "down", "down", "enter")
        await pilot.pause()
        assert "Nothing can be written into" in painted(app)
        assert teaching(pilot).room.state.ended
        await pilot.press("enter")
    assert app.return_code == 0


@pytest.mark.pdf
@pytest.mark.skipif(sys.platform != "linux", reason="the opener has another name")
async def test_the_page_is_opened_where_a_program_can(tmp_path: Path, documents: Path) -> None:
    programs, seen = tmp_path / "programs", tmp_path / "seen"
    programs.mkdir()
    os.mkfifo(seen)
    (programs / "xdg-open").write_text(f'#!/bin/sh\nprintf %s "$1" > "{seen}"\n', encoding="utf-8")
    (programs / "xdg-open").chmod(0o755)
    async with app_of(DeskScreen, tmp_path / "sessions").run_test(size=(100, 28)) as pilot:
        await pilot.press("y")
        await written(pilot)
        assert seen.read_text(encoding="utf-8") == str(next((documents / "Kit").iterdir()))


@pytest.mark.skipif(sys.platform != "linux", reason="the documents folder has another name")
async def test_why_there_is_no_page_is_a_sentence(tmp_path: Path, documents: Path) -> None:
    async with (app := app_of(DeskScreen, None)).run_test(size=(100, 28)) as pilot:
        await pilot.press("y")
        assert "Nothing of this class is kept" in painted(app)
    (documents / "Kit").write_text("a file where the folder should be", encoding="utf-8")
    async with (app := app_of(DeskScreen, tmp_path / "sessions")).run_test(size=(100, 28)) as pilot:
        await pilot.press("y")
        assert "Nothing can be written into" in painted(app)


async def test_a_process_that_fails_says_why(tmp_path: Path) -> None:
    from kit.screen.printing import run

    job = RecapJob(tmp_path / "gone.class", "en", tmp_path)
    await run(job, "en", lambda: None)
    assert job.code == 2
    assert "There is no class" in " ".join(job.said)

"""Printing from the screen: a dialog, a process in the background, and files that can be opened."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from kit.files import bundled
from kit.paper.printable import printable
from kit.screen import print_worker
from kit.screen.library import LibraryScreen
from kit.screen.print_dialog import PrintDialog, can_hold_files
from kit.screen.print_worker import PrintWorker
from kit.screen.printing import Job, Order, open_path
from kit.screen.widgets.one_of import OneOf
from kit.words import words
from tests.screen.rooms import library_in, opened, painted, press, screen, settle

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes the Linux way")


def order(folder: Path, lesson: Path | None = None) -> Order:
    """A worksheet of the bundled lesson, into `folder`."""
    lesson = lesson or bundled.folder("lessons") / "many-hands"
    return Order(lesson=lesson, kind="worksheet", language="fr", page="a4", folder=folder)


async def into(pilot: Pilot[int], folder: Path) -> None:
    """Type another folder into the open dialog."""
    line = screen(pilot, PrintDialog).query_one("#folder", Input)
    line.focus()
    line.value = str(folder)
    await pilot.pause()


@pytest.mark.pdf
async def test_a_worksheet_is_printed_in_the_background_while_the_library_goes_on(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "p", "right", "tab", "right", "tab", "right")  # worksheet, French, Letter
        await into(pilot, tmp_path / "handouts")
        await pilot.press("enter")
        library = screen(pilot, LibraryScreen)
        job = library.print_desk.job
        assert job is not None
        assert job.running
        await pilot.press("l")  # the screen does not wait
        assert library.language == "fr"
        assert "Printing…" in painted(pilot)
        await settle(pilot)
        assert [path.name for path in job.paths] == ["many-hands.fr.worksheet.letter.pdf"]
        assert job.paths[0].read_bytes().startswith(b"%PDF-")
        assert job.paths[0].parent == tmp_path / "handouts"
        assert "Printed into" in painted(pilot)


@pytest.mark.pdf
async def test_leaving_the_plan_does_not_end_the_printing(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "enter", "minus", "p")
        screen(pilot, PrintDialog).query_one("#kind", OneOf).value = "teacher"
        await into(pilot, tmp_path)
        await pilot.press("enter", "escape")
        library = screen(pilot, LibraryScreen)
        job = library.print_desk.job
        assert job is not None
        assert job.order.minutes == 70
        await settle(pilot)
        assert [path.name for path in job.paths] == ["many-hands.en.teacher.a4.pdf"]
        assert "many-hands.en.teacher.a4.pdf" in painted(pilot)


async def test_what_the_dialog_offers_is_what_there_is(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path, ["park"])) as pilot:
        await press(pilot, "p")
        text = painted(pilot)
        assert "[/]Close the park" in text
        assert "A4" in text
        assert "English" in text
        assert "Français" not in text  # this lesson has no French
        dialog = screen(pilot, PrintDialog)
        kinds = dialog.query_one("#kind", OneOf)
        assert kinds.values == ["all", *(kind.id for kind in printable(dialog.lesson))]
        assert "ballots" not in kinds.values, "this class does not vote"
        assert all(label in text for label in kinds.labels)
        await press(pilot, "escape")
        assert screen(pilot, LibraryScreen).print_desk.job is None
        await press(pilot, "o")
        assert "Nothing has been printed yet." in painted(pilot)


async def test_a_word_in_the_dialog_can_be_clicked(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "p")
        rows = painted(pilot).splitlines()
        row = next(index for index, line in enumerate(rows) if "Letter" in line)
        await pilot.click(offset=(rows[row].index("Letter"), row))
        await pilot.pause()
        assert "● Letter" in painted(pilot)
        assert "○ A4" in painted(pilot)


async def test_a_folder_nothing_can_be_written_into_is_said_and_asked_for_again(tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("", encoding="utf-8")
    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "p")
        for folder in ("", str(tmp_path / "a-file" / "handouts")):
            await into(pilot, Path(folder))
            screen(pilot, PrintDialog).query_one("#folder", Input).value = folder
            await press(pilot, "enter")
            assert "Nothing can be written into this folder" in painted(pilot)
    assert can_hold_files(tmp_path / "not" / "there" / "yet")


@pytest.fixture
async def worker() -> AsyncIterator[PrintWorker]:
    """A printing process, started with its first order."""
    made = PrintWorker()
    yield made
    await made.end()


def alive(pid: int | None) -> bool:
    """Whether there is such a process, and it is not one of the dead."""
    status = Path(f"/proc/{pid}/status")
    return status.exists() and "State:\tZ" not in status.read_text(encoding="utf-8")


async def test_why_nothing_was_printed_is_a_sentence(worker: PrintWorker, tmp_path: Path) -> None:
    steps: list[bool] = []
    job = Job(order(tmp_path, tmp_path / "no-lesson"))
    await worker.do(job, "en", lambda: steps.append(job.running))
    assert job.failed
    assert job.said
    assert "no-lesson" in " ".join(job.said)
    assert "Traceback" not in " ".join(job.said)
    assert steps[-1] is False


async def test_a_process_that_cannot_be_started_is_a_failed_job(
    worker: PrintWorker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    job = Job(order(tmp_path))
    await worker.do(job, "en", lambda: None)
    assert job.failed
    assert job.said


@pytest.mark.pdf
async def test_one_process_prints_one_order_after_the_other_and_says_what_is_left(
    worker: PrintWorker, tmp_path: Path
) -> None:
    first, second = Job(order(tmp_path)), Job(replace(order(tmp_path), kind="all", language="en"))
    for job, interface in ((first, "it"), (second, "en")):
        await worker.do(job, interface, lambda: None)
        assert job.code == 0, job.said
    assert first.pid == second.pid == worker.pid
    assert [path.name for path in first.paths] == ["many-hands.fr.worksheet.a4.pdf"]
    assert "Scheda" in first.said[0]
    counts = [told.split(" ")[0] for told in second.said if "/" in told]
    total = len(second.paths)
    assert counts[::2] == [f"{number}/{total}" for number in range(1, total + 1)]


@linux
@pytest.mark.pdf
async def test_a_process_that_breaks_off_is_one_sentence_and_the_next_order_is_printed(
    worker: PrintWorker, tmp_path: Path
) -> None:
    job = Job(order(tmp_path))

    def kill() -> None:
        assert job.pid is not None
        if job.running and job.said:
            os.kill(job.pid, signal.SIGKILL)

    await worker.do(job, "en", kill)
    assert job.failed
    assert "broke off" in job.said[-1]
    again = Job(order(tmp_path))
    await worker.do(again, "en", lambda: None)
    assert again.code == 0
    assert again.paths[0].exists()


@linux
@pytest.mark.pdf
async def test_a_process_that_died_while_it_waited_is_nobody_s_fault(worker: PrintWorker, tmp_path: Path) -> None:
    process = await worker.start()
    os.kill(process.pid, signal.SIGKILL)
    job = Job(order(tmp_path))
    await worker.do(job, "en", lambda: None)
    assert job.code == 0
    assert job.pid != process.pid


@linux
async def test_leaving_kit_ends_the_printing_process_in_the_middle_of_an_order(
    worker: PrintWorker, tmp_path: Path
) -> None:
    job = Job(order(tmp_path))
    said_something = asyncio.Event()
    task = asyncio.create_task(worker.do(job, "en", said_something.set))
    await said_something.wait()
    assert alive(job.pid)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not alive(job.pid)
    assert worker.pid is None
    assert not list(tmp_path.glob(".*")), "nothing half-written is left lying about"


@linux
async def test_a_process_nobody_needs_is_ended(worker: PrintWorker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(print_worker, "REST", 0.0)
    process = await worker.start()
    await process.wait()
    assert worker.pid is None


@linux
async def test_one_that_says_nothing_for_too_long_is_ended(
    worker: PrintWorker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    process = await worker.start()
    os.kill(process.pid, signal.SIGSTOP)
    monkeypatch.setattr(print_worker, "PATIENCE", 0.01)
    monkeypatch.setattr(print_worker, "PARTING", 0.01)
    job = Job(order(tmp_path))
    await worker.do(job, "en", lambda: None)
    assert job.failed
    assert "did not go on" in job.said[-1]
    assert not alive(process.pid)


@pytest.mark.pdf
async def test_x_stops_the_printing_and_the_next_order_is_printed(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "p")
        await into(pilot, tmp_path / "handouts")
        await pilot.press("enter")
        desk = screen(pilot, LibraryScreen).print_desk
        first = desk.job
        assert first is not None
        await press(pilot, "x")
        assert first.stopped
        assert not first.running
        assert "Printing stopped. Finished: –" in painted(pilot)
        assert not list(tmp_path.glob("handouts/*"))
        await press(pilot, "p", "right")
        await into(pilot, tmp_path / "handouts")
        await press(pilot, "enter")
        assert "Printed into" in painted(pilot)


@pytest.mark.skipif(sys.platform != "linux", reason="the opener has another name")
def test_opening_uses_the_system_s_own_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opener, seen = tmp_path / "xdg-open", tmp_path / "seen"
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not open_path(tmp_path / "a.pdf")
    opener.write_text(f'#!/bin/sh\nprintf %s "$1" > "{seen}.part"\n/bin/mv "{seen}.part" "{seen}"\n', encoding="utf-8")
    opener.chmod(0o755)
    assert open_path(tmp_path / "a.pdf")
    while not seen.exists():  # a process of its own; the test runner's patience is the limit
        time.sleep(0.01)
    assert seen.read_text(encoding="utf-8") == str(tmp_path / "a.pdf")


def test_the_language_of_the_sentences_is_the_interface_s(tmp_path: Path) -> None:
    from kit.screen.printing import PrintDesk

    desk = PrintDesk()
    assert desk.status(words("fr")) == ""
    desk.job = Job(order(tmp_path), code=0, paths=[tmp_path / "a.pdf", tmp_path / "b.pdf"])
    assert "a.pdf, b.pdf" in desk.status(words("en"))
    desk.job = Job(order(tmp_path), code=1)
    assert "without a word" in desk.status(words("en"))

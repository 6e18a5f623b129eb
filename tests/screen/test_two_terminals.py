"""One class in two real terminals: counted, written, talked, killed twice, gone on with, re-planned, and recorded."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.screen.terminal import Terminal, kit

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

PRESENT = ("present", "many-hands", "--minutes", "50")
SAID = "Nobody should hold every key"


def killed(terminal: Terminal) -> None:
    """The battery is empty."""
    os.kill(terminal.pid, signal.SIGKILL)
    os.waitpid(terminal.pid, 0)


def test_a_class_in_two_terminals_survives_both_and_leaves_its_record(tmp_path: Path) -> None:
    with Terminal(kit(*PRESENT)) as wall:
        wall.until("Step 1 of 14")
        wall.until_quiet()  # the class begins after the first picture of it
        with Terminal(kit("desk")) as desk:
            desk.until("Step 1 of 14")
            desk.press("f5")
            wall.until_gone("Not started")
            the_first_vote(wall, desk)
            a_note(wall, desk)
            two_speakers(wall, desk)

            killed(wall)
            desk.press("pagedown")  # the desk does not need the wall
            desk.until("Step 5 of")
            with Terminal(kit(*PRESENT)) as wall_again:
                wall_again.until("Join the class that is going on")
                wall_again.press("enter")
                wall_again.until("Step 5 of 14")
                killed(desk)
                wall_again.press("pagedown")
                wall_again.until("Step 6 of 14")
                with Terminal(kit("desk")) as desk_again:
                    desk_again.until("Step 6 of 14")
                    a_new_plan(wall_again, desk_again)
                    the_second_vote(wall_again, desk_again)
                    killed(desk_again)
                killed(wall_again)

    with Terminal(kit(*PRESENT)) as wall:  # the next lesson, or the next week
        wall.until("A class of this lesson is not finished")
        wall.press("enter")
        wall.until("Step 12 of 13")
        wall.until("+3")  # and so does what it was showing
        wall.press("q")
        wall.until("End this class?")
        wall.press("right")
        wall.until_quiet()
        wall.press("right")
        wall.until_quiet()
        wall.press("enter")
        assert wall.exit_code() == 0
    the_record(tmp_path)


def the_first_vote(wall: Terminal, desk: Terminal) -> None:
    """Counted at the desk, seen on the wall only when it is shown."""
    desk.press("4")
    desk.until("Type")
    desk.press("enter")
    wall.until("First vote")
    desk.until_quiet()
    desk.press("v")
    wall.until("0 of 3 counted")
    desk.press("12", "enter", "9", "enter", "6", "enter")
    wall.until("3 of 3 counted")
    assert "12" not in wall.text
    desk.press("r")
    wall.until("█ 12")
    closed(desk)
    wall.until_gone("█ 12")


def closed(terminal: Terminal) -> None:
    """Escape, and a moment: a letter right behind it would be Alt and that letter."""
    terminal.press("escape")
    terminal.until_quiet()


def a_note(wall: Terminal, desk: Terminal) -> None:
    """Typed at the desk, read on the wall."""
    desk.press("a")
    wall.until("Claims")
    desk.until_quiet()
    desk.press("n")
    desk.until_quiet()
    desk.press(f"{SAID} #3", "enter")
    wall.until(SAID[:12])
    closed(desk)
    closed(desk)
    wall.until_gone("Claims")


def two_speakers(wall: Terminal, desk: Terminal) -> None:
    """One key each; the wall knows no seat."""
    desk.press("t")
    desk.until_quiet()
    desk.press("f", "j", ",")
    desk.until("Quiet")
    closed(desk)


def a_new_plan(wall: Terminal, desk: Terminal) -> None:
    """Asked for at the desk; the wall has it too."""
    desk.press("R")
    desk.until("How many minutes are left?")
    desk.press("30")
    desk.until("Typed: 30")
    desk.press("enter")
    desk.until("New plan: 30 minutes left")
    wall.until("Step 6 of 13")


def the_second_vote(wall: Terminal, desk: Terminal) -> None:
    """On the same statement: what both say together is shown with one key."""
    desk.press("g")
    desk.until("Type")
    desk.press("second")
    desk.until("Typed: second")
    desk.press("enter")
    wall.until("Second vote")
    desk.until_quiet()
    desk.press("v")
    desk.until("Enter Count")
    desk.press("15", "enter", "7", "enter", "5", "enter", "r")
    wall.until("█ 15")
    desk.press("s")
    wall.until("+3")


def the_record(folder: Path) -> None:
    """What the class thought, from nothing but the journal."""
    command = kit("recap", "--format", "md", "--out", str(folder))
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    (page,) = folder.glob("*.md")
    text = page.read_text(encoding="utf-8")
    assert SAID in text
    for count in ("12", "9", "15", "7"):
        assert count in text

"""`kit doctor` tells a teacher what to do, in a real terminal too."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from kit import doctor
from kit.doctor import State
from kit.words import Message, words


def says(finding: doctor.Finding) -> str:
    return "\n".join(doctor.report([finding], words("en")))


@pytest.mark.parametrize(
    ("columns", "rows", "state"),
    [(100, 28, State.OK), (60, 18, State.OK), (59, 28, State.WARNING), (100, 17, State.WARNING)],
)
def test_the_wall_needs_some_room(columns: int, rows: int, state: State) -> None:
    assert doctor.judge_size(columns, rows).state is state


def test_many_rows_mean_letters_too_small_for_the_back_row() -> None:
    assert doctor.judge_size(160, 34).state is State.OK
    finding = doctor.judge_size(160, 48)
    assert finding.state is State.WARNING
    assert "Enlarge the letters" in says(finding)


@pytest.mark.parametrize(
    ("environment", "state"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, State.OK),
        ({"TERM": "screen-256color"}, State.OK),
        ({"WT_SESSION": "1"}, State.OK),
        ({"TERM": "linux"}, State.WARNING),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, State.WARNING),
        ({}, State.WARNING),
    ],
)
def test_colours_are_what_the_terminal_says(environment: dict[str, str], state: State) -> None:
    assert doctor.judge_colours(environment).state is state


def test_a_folder_is_good_when_it_can_be_written_or_made(tmp_path: Path) -> None:
    assert doctor.judge_folder("Settings", tmp_path).state is State.OK
    assert "made when it is needed" in says(doctor.judge_folder("Settings", tmp_path / "a" / "b"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_inside_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("not a folder")
    finding = doctor.judge_folder("Your own lessons", tmp_path / "notes", "KIT_HOME")
    assert finding.state is State.WARNING
    assert "KIT_HOME" in says(finding)


@pytest.mark.skipif(sys.platform != "linux", reason="the table of file systems is that of Linux")
def test_classes_kept_on_another_computer_are_said_to_be(tmp_path: Path) -> None:
    table = tmp_path / "mounts"
    table.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/homes {tmp_path / 'home'} nfs4 rw 0 0\n", encoding="utf-8")
    here = list(doctor.judge_journals(tmp_path / "sessions", table))
    there = list(doctor.judge_journals(tmp_path / "home" / "sessions", table))
    assert [finding.state for finding in here] == [State.OK]
    assert [finding.state for finding in there] == [State.OK, State.OK]
    assert "lies on another computer" in says(there[1])


def test_the_report_is_in_the_language_of_the_interface_and_leaves_commands_alone() -> None:
    finding = doctor.Finding(State.OK, Message.of("Letters: UTF-8"), command="brew install pango")
    assert list(doctor.report([finding], words("en"))) == ["ok       Letters: UTF-8", " " * 13 + "brew install pango"]


def test_in_a_terminal_doctor_measures_that_terminal() -> None:
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 48, 132, 0, 0))
    command = [sys.executable, "-m", "kit", "doctor"]
    environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    with subprocess.Popen(command, stdin=its, stdout=subprocess.PIPE, stderr=its, env=environment) as process:
        os.close(its)
        text = process.communicate()[0].decode()
    os.close(ours)
    assert "132 columns and 48 rows" in text
    assert "Colours: all (xterm-256color)" in text
    assert "Traceback" not in text


def test_a_weasyprint_whose_tags_kit_does_not_know_is_named() -> None:
    assert list(doctor.judge_tags("70.3")) == []
    (finding,) = doctor.judge_tags("71.0")
    assert finding.state is State.WARNING
    assert "71.0 is installed" in says(finding)

"""The commands as a teacher types them: a real process, real files, what it prints and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import ROOT, Kit
from tests.lesson.faults import HERE, whole


def test_without_a_terminal_kit_lists_the_lessons(kit: Kit) -> None:
    done = kit()
    assert done.returncode == 0
    assert "many-hands" in done.stdout
    assert "Many hands or few?" in done.stdout
    assert done.stderr == ""


def test_the_list_speaks_the_interface_language_and_marks_her_own(kit: Kit) -> None:
    kit("new", "ma-leçon", "--language", "fr")
    done = kit("--interface", "fr", "list")
    hers = next(line for line in done.stdout.splitlines() if line.startswith("ma-lecon"))
    assert hers.split()[-2:] != ["en", "yours"]
    assert " fr " in hers


def test_the_list_as_json(kit: Kit) -> None:
    kit("new", "mine")
    entries = {entry["id"]: entry for entry in json.loads(kit("list", "--format", "json").stdout)}
    assert entries["many-hands"]["own"] is False
    assert entries["many-hands"]["minutes"] == 75
    assert entries["mine"]["own"] is True
    assert entries["mine"]["titles"] == {"en": "Mine"}


def test_protocols_by_name(kit: Kit) -> None:
    assert "four-corners  " in kit("list", "--protocols").stdout
    assert json.loads(kit("list", "--protocols", "--format", "json").stdout)["four-corners"]["en"] == "Four corners"


@pytest.mark.parametrize("language", ["en", "fr", "es", "it"])
def test_a_new_lesson_passes_the_check(kit: Kit, language: str) -> None:
    done = kit("--interface", language, "new", "Où va l'IA ?", "--language", language)
    assert done.returncode == 0, done.stderr
    path = kit.home / "lessons" / "ou-va-l-ia" / "lesson.yaml"
    assert str(path) in done.stdout
    assert (kit.home / "lessons" / "lesson.schema.json").is_file()
    done = kit("check", "ou-va-l-ia")
    assert (done.returncode, done.stdout) == (0, "Nothing is wrong.\n")


def test_new_never_overwrites(kit: Kit) -> None:
    kit("new", "mine")
    path = kit.home / "lessons" / "mine" / "lesson.yaml"
    path.write_text("title: weeks of work\n")
    done = kit("new", "mine")
    assert done.returncode == 1
    assert "choose another name" in done.stderr
    assert path.read_text() == "title: weeks of work\n"


def test_a_name_without_a_letter(kit: Kit) -> None:
    assert kit("new", "???").returncode == 2


def test_the_lesson_that_comes_with_kit_is_clean(kit: Kit) -> None:
    done = kit("check", "many-hands")
    assert done.returncode == 0, done.stdout


def test_check_of_twelve_faults_ends_with_1_and_counts_them(kit: Kit) -> None:
    done = kit("check", HERE / "twelve-faults")
    assert done.returncode == 1
    assert done.stdout.endswith("11 errors, 1 warning.\n")
    assert "   26 |     needs: [control, cots 1]\n      |                      ^^^^^^\n" in done.stdout
    assert "Did you mean “cost”?" in done.stdout


def test_check_takes_a_name_a_folder_a_file_and_a_folder_of_lessons(kit: Kit, tmp_path: Path) -> None:
    lesson = whole(tmp_path)
    for wanted in (lesson, lesson / "lesson.yaml", lesson / "fr.yaml", tmp_path, "many-hands"):
        assert kit("check", wanted).returncode == 0
    assert kit("check", lesson, "twelve").returncode == 2


def test_warnings_are_allowed_unless_strict(kit: Kit, tmp_path: Path) -> None:
    lesson = whole(tmp_path, ("    lines: [wall]\n", ""))
    assert kit("check", lesson).returncode == 0
    assert kit("check", lesson, "--strict").returncode == 1


def test_check_for_programs(kit: Kit) -> None:
    done = kit("check", HERE / "twelve-faults", "--format", "json")
    assert done.returncode == 1
    assert len(json.loads(done.stdout)) == 12
    done = kit("check", HERE / "twelve-faults", "--format", "github")
    assert len(done.stdout.splitlines()) == 12
    assert done.stdout.startswith("::error file=")


@pytest.mark.parametrize(
    "arguments",
    [
        ["chekc"],
        ["check", "--stritc"],
        ["check", "no-such-lesson"],
        ["new"],
        ["translate", "many-hands", "xx"],
        ["present", "no-such-lesson"],
        ["print", "many-hands", "--kind", "poster"],
        ["--interface", "klingon", "list"],
        ["present", "many-hands", "--lang", "la"],
    ],
)
def test_what_is_not_understood_ends_with_2(kit: Kit, arguments: list[str]) -> None:
    done = kit(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_translate_writes_and_refreshes(kit: Kit) -> None:
    kit("new", "mine")
    done = kit("translate", "mine", "fr")
    assert done.returncode == 0, done.stderr
    path = kit.home / "lessons" / "mine" / "fr.yaml"
    assert done.stdout == f"{path}\n5 texts to translate, 0 stale translations.\n"
    before = path.stat().st_mtime_ns
    kit("translate", "mine", "fr")
    assert path.stat().st_mtime_ns == before


def test_what_comes_with_kit_is_not_written_to(kit: Kit) -> None:
    done = kit("translate", "many-hands", "fr")
    assert done.returncode == 1
    assert "never written to" in done.stderr


def test_a_lesson_with_errors_is_not_presented_but_explained(kit: Kit) -> None:
    done = kit("present", HERE / "twelve-faults")
    assert done.returncode == 1
    assert "[side-without-lines]" in done.stderr


def test_a_folder_that_cannot_be_written_to(kit: Kit) -> None:
    kit.home.write_text("a file where the folder should be")
    done = kit("new", "mine")
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_nobody_foresaw_is_one_sentence_and_a_log(kit: Kit, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "sitecustomize.py").write_text(
        "import kit.lesson.library as l\n"
        "def fails(self):\n    secret = 'on the class list'\n    raise ZeroDivisionError('boom')\n"
        "l.Library.entries = fails\n"
    )
    path = f"{broken}{os.pathsep}{ROOT}"
    done = kit("list", PYTHONPATH=path)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    log = Path(done.stderr.split()[-1].rstrip("."))
    assert "ZeroDivisionError: boom" in log.read_text(encoding="utf-8")
    assert "on the class list" not in log.read_text(encoding="utf-8")
    assert "Traceback" in kit("list", PYTHONPATH=path, KIT_DEBUG="1").stderr


def test_a_pipe_that_closes_early_is_no_crash(kit: Kit) -> None:
    command = f"'{sys.executable}' -m kit list --format json | head -1"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        capture_output=True,
        text=True,
        env=kit.environment,
        cwd=kit.folder,
        check=False,
    )
    assert done.stdout == "[\n"
    assert "mistake of its own" not in done.stderr


def test_a_terminal_without_utf_8_gets_question_marks(kit: Kit) -> None:
    done = kit("check", "nowhere", PYTHONIOENCODING="cp850", PYTHONUTF8="0")
    assert done.returncode == 2
    assert "There is no lesson ?nowhere?." in done.stderr


def test_help_speaks_the_interface_language_to_its_last_line(kit: Kit) -> None:
    english, french = kit("--help").stdout, kit("--interface", "fr", "--help").stdout
    assert {"Show", "Check", "List"} & set(english.split())
    assert not {"Show", "Check", "List"} & set(french.split())
    assert kit("--help", LANGUAGE="fr", KIT_LANGUAGE="").stdout == french


def test_doctor_says_what_it_finds(kit: Kit) -> None:
    done = kit("doctor")
    assert done.returncode in (0, 1)
    assert str(kit.home) in done.stdout
    assert done.stderr == ""


def test_a_list_with_hostile_lessons_in_it_is_still_a_list(kit: Kit) -> None:
    lessons = kit.home / "lessons"
    titles = {
        "escape": '"\\e[2J\\e]0;x\\a"',
        "bidi": '"\\u202egnp"',
        "markup": '"[/] {x} %s"',
        "broken": "'it's'",
        "list": "[a]",
    }
    for name, title in titles.items():
        (lessons / name).mkdir(parents=True)
        (lessons / name / "lesson.yaml").write_text(f"title: {title}\nlanguage: en\n", encoding="utf-8")
    (lessons / "pipe").mkdir()
    os.mkfifo(lessons / "pipe" / "lesson.yaml")
    done = kit("list")
    assert done.returncode == 0
    assert all(line.isprintable() for line in done.stdout.splitlines())
    assert "[/] {x} %s" in done.stdout
    assert [line.split()[0] for line in done.stdout.splitlines() if "kit check" in line] == ["broken", "pipe"]

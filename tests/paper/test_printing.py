"""`kit print`: files where the teacher wants them, complete or not at all, and sentences when that cannot be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kit.paper.printing import print_lesson
from kit.paper.refused import Refused
from kit.words import words
from tests.paper.conftest import lesson_called


@pytest.mark.pdf
def test_the_command_prints_paths_for_programs_and_sentences_for_people(tmp_path: Path) -> None:
    out = tmp_path / "to print"
    done = subprocess.run(
        [sys.executable, "-m", "kit", "print", "many-hands", "--kind", "worksheet", "--lang", "fr", "--out", str(out)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [str(out / "many-hands.fr.worksheet.a4.pdf")]
    assert (out / "many-hands.fr.worksheet.a4.pdf").read_bytes().startswith(b"%PDF-")
    assert "Worksheet" in done.stderr
    assert [path.name for path in out.iterdir()] == ["many-hands.fr.worksheet.a4.pdf"]


@pytest.mark.pdf
def test_the_sheets_can_be_counted_before_anything_is_written(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "kit",
        "print",
        "many-hands",
        "--kind",
        "worksheet",
        "--out",
        str(tmp_path / "out"),
    ]
    count = [*command, "--count"]
    done = subprocess.run([*count, "--pupils", "28"], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert done.stderr.splitlines()[-1] == "28 pupils → 84 sheets"
    assert list(tmp_path.iterdir()) == []
    refused = subprocess.run(count, capture_output=True, encoding="utf-8")
    assert refused.returncode == 2
    assert "for how many are the sheets?" in refused.stderr


@pytest.mark.pdf
def test_progress_comes_before_and_after_each_file_and_the_same_name_is_replaced(tmp_path: Path) -> None:
    old = tmp_path / "fair-play.en.worksheet.letter.pdf"
    old.write_bytes(b"last year's")
    seen = list(print_lesson(lesson_called("fair-play"), ["worksheet", "teacher"], "en", "letter", tmp_path))
    assert [(p.done, p.path is not None) for p in seen] == [(0, False), (1, True), (1, False), (2, True)]
    assert seen[1].path == old
    assert seen[1].pages == 1
    assert old.read_bytes().startswith(b"%PDF-")
    assert all(progress.warnings == () for progress in seen)


def test_a_file_in_the_folders_place_is_refused_in_a_sentence(tmp_path: Path) -> None:
    taken = tmp_path / "notes.txt"
    taken.write_text("mine")
    with pytest.raises(Refused, match=r"notes\.txt is a file, not a folder"):
        list(print_lesson(lesson_called("fair-play"), ["worksheet"], "en", "a4", taken))
    assert taken.read_text() == "mine"


def test_without_pango_the_command_says_what_to_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kit import native
    from kit.paper import engine

    engine._tools.cache_clear()
    monkeypatch.setattr(native, "missing_libraries", lambda: ["pango-1.0"])
    monkeypatch.setattr(native, "install_command", lambda: "apt-get install libpango-1.0-0")
    code, said = run_here(tmp_path)
    assert code == 1
    assert "apt-get install libpango-1.0-0" in said
    assert list(tmp_path.iterdir()) == []


def run_here(out: Path) -> tuple[int, str]:
    import contextlib
    import io

    from kit.paper.command import run

    stderr = io.StringIO()
    with contextlib.redirect_stderr(stderr):
        code = run(
            lesson_called("fair-play"), kind="all", language="en", page="a4", out=out, minutes=None, tr=words("en")
        )
    return code, stderr.getvalue()


def test_asking_what_can_be_printed_loads_nothing_heavy() -> None:
    program = (
        "import sys, kit.paper.kinds, kit.paper.fonts, kit.paper.command, kit.paper.printing\n"
        "heavy = {'jinja2', 'weasyprint', 'textual', 'pydantic', 'yaml'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr

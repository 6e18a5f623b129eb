"""Lessons that mean harm, or were typed by somebody in a hurry: Kit says what is wrong and does nothing else."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest

from kit.files import report
from kit.files.problems import Problem
from kit.words import words
from tests.lesson.faults import checked, told, whole


def _only(path: Path, content: bytes) -> list[Problem]:
    path.mkdir()
    (path / "lesson.yaml").write_bytes(content)
    reading = checked(path)
    assert reading.lesson is None
    return reading.problems


@pytest.mark.parametrize(
    "text",
    [
        "[/]",
        "[@click=app.quit]x[/]",
        "[bold red]x",
        "<script>alert(1)</script>",
        "{{ 7*7 }}",
        "{% raw %}",
        "%s {0} {x}",
    ],
)
def test_markup_of_any_kind_is_text_like_any_other(tmp_path: Path, text: str) -> None:
    lesson = checked(whole(tmp_path, ("title: Who decides?", f"title: '{text}'"))).lesson
    assert lesson is not None
    assert lesson.editions["en"].title == text


@pytest.mark.parametrize(
    "text", ["\x1b]0;owned\x07", "\x9b2J", "\u202egnp.exe", "\u2066x", "\u200f", "\u2028", "\x00", "\x7f"]
)
def test_raw_control_characters_are_refused_and_never_repeated(tmp_path: Path, text: str) -> None:
    problems = checked(whole(tmp_path, ("Who decides?", f"Who {text} decides?"))).problems
    assert ("lesson.yaml", 2, "control-character") in told(problems)
    tr = words("en")
    for written in (report.as_text(problems, tr), report.as_github(problems, tr)):
        assert all(line.isprintable() for line in written.split("\n")), written


@pytest.mark.parametrize("escape", ["\\e[2J", "\\x1b", "\\u202e", "\\0", "\\L"])
def test_escaped_control_characters_are_refused_too(tmp_path: Path, escape: str) -> None:
    problems = checked(whole(tmp_path, ("title: Who decides?", f'title: "Who {escape} decides?"'))).problems
    assert ("lesson.yaml", 2, "control-character") in told(problems)


def test_a_key_with_control_characters_is_told_without_them(tmp_path: Path) -> None:
    problems = checked(whole(tmp_path, ("language: en\nat_a", 'language: en\n"\\e[31mx": 1\nat_a'))).problems
    assert "unknown-key" in [problem.rule for problem in problems]
    assert "\x1b" not in report.as_text(problems, words("en"))
    assert "\x1b" not in report.as_json(problems, words("en"))


def test_an_alias_is_refused_however_harmless(tmp_path: Path) -> None:
    assert "alias" in {problem.rule for problem in _only(tmp_path / "alias", b"title: &a x\nlanguage: *a\n")}


def test_a_bomb_of_aliases(tmp_path: Path) -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{after}: &{after} [{', '.join(['*' + before] * 9)}]\n"
        for before, after in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert {problem.rule for problem in _only(tmp_path / "bomb", bomb.encode())} == {"alias"}


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"[" * 5000, "too-deep"),
        (b"a: " * 3, "syntax"),
        (b"\n".join(b"  " * n + b"a:" for n in range(200)), "too-deep"),
        (b"!!python/object/apply:os.system ['touch owned']", "tag"),
        (b"title: !!binary aGVsbG8=", "tag"),
        (b"", "empty-file"),
        (b"\n\n# only a comment\n", "empty-file"),
        (b"just words", "wrong-type"),
        (b"- a\n- b", "wrong-type"),
        (b"42", "wrong-type"),
        ("title: déçu".encode("latin-1"), "not-utf-8"),
        ("title: déçu".encode("utf-16"), "not-utf-8"),
        (b"\x00\x01\x02\x03", "control-character"),
        (b"? [a, b]\n: c\n", "syntax"),
        (b"{a: b", "syntax"),
        (b"%YAML 9.9\n---\na: b\n", "syntax"),
    ],
)
def test_what_is_no_lesson_at_all(tmp_path: Path, content: bytes, rule: str) -> None:
    problems = _only(tmp_path / "lesson", content)
    assert rule in [problem.rule for problem in problems]
    assert not (tmp_path / "owned").exists()
    assert not Path("owned").exists()


def test_ten_megabytes_are_not_even_read_to_the_end(tmp_path: Path) -> None:
    began = time.process_time()
    problems = _only(tmp_path / "large", b"title: x\n" + b"# padding\n" * 1_000_000)
    assert told(problems) == [("lesson.yaml", 1, "file-too-large")]
    assert time.process_time() - began < 60  # not a measurement: only that it ends


def test_a_pipe_that_nobody_writes_to_does_not_hang_kit(tmp_path: Path) -> None:
    lesson = whole(tmp_path)
    (lesson / "lesson.yaml").unlink()
    os.mkfifo(lesson / "lesson.yaml")
    assert told(checked(lesson).problems) == [("lesson.yaml", 1, "not-a-file")]


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "odd" / "lesson.yaml").mkdir(parents=True)
    assert told(checked(tmp_path / "odd").problems) == [("lesson.yaml", 1, "not-a-file")]


@pytest.mark.parametrize("target", ["../secret.yaml", "/etc/passwd", "nowhere.yaml/../../x", "lesson.yaml"])
def test_links_out_of_the_folder_and_in_circles(tmp_path: Path, target: str) -> None:
    lesson = whole(tmp_path)
    (tmp_path / "secret.yaml").write_text("title: a secret\n")
    (lesson / "lesson.yaml").unlink()
    (lesson / "lesson.yaml").symlink_to(target)
    reading = checked(lesson)
    assert reading.lesson is None
    assert "secret" not in report.as_text(reading.problems, words("en")).replace(str(tmp_path), "")


def test_a_link_inside_the_folder_is_fine(tmp_path: Path) -> None:
    lesson = whole(tmp_path)
    (lesson / "lesson.yaml").rename(lesson / "first.yaml")
    (lesson / "lesson.yaml").symlink_to("first.yaml")
    assert checked(lesson).lesson is not None


def test_windows_line_ends_and_a_byte_order_mark_are_fine(tmp_path: Path) -> None:
    lesson = whole(tmp_path)
    for path in lesson.glob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert checked(lesson).problems == []


def test_the_other_files_are_read_after_a_syntax_error(tmp_path: Path) -> None:
    lesson = whole(tmp_path, ("title: Who decides?", "title: 'Who's there?'"))
    path = lesson / "fr.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('"Qui décide ?"', '"Qui \\e décide ?"'), encoding="utf-8")
    assert told(checked(lesson).problems) == [("fr.yaml", 5, "control-character"), ("lesson.yaml", 2, "syntax")]


BITS = (
    *"[]{}:#\"'|>?~-&*!@%`",
    *("\t", "  ", "- ", "null", "[]", "{}", "12", "no", "!x", "- - ", "x: y", '""', "cost 1-", "-1", "1e9", "true"),
)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_typed_ends_in_sentences_or_in_a_lesson(tmp_path: Path, seed: int) -> None:
    """A hundred slips of the fingers each; a lesson comes out exactly where no error is told."""
    slips = random.Random(seed)
    lesson = whole(tmp_path)
    path = lesson / "lesson.yaml"
    lines = path.read_text(encoding="utf-8").split("\n")
    for _ in range(100):
        slipped = list(lines)
        for _ in range(slips.randint(1, 4)):
            number = slips.randrange(len(slipped))
            line, bit = slipped[number], slips.choice(BITS)
            at = slips.randrange(len(line) + 1)
            slipped[number : number + 1] = slips.choice(
                [[], [line, slips.choice(lines)], [line[:at] + bit + line[at:]], [line[:at] + line[at + 2 :]],
                 [f"{line.split(':')[0]}: {bit}"], [slips.randint(0, 4) * "  " + line.strip()]]
            )  # fmt: skip
        text = "\n".join(slipped)
        path.write_text(text, encoding="utf-8")
        reading = checked(lesson, strict=True)
        told_of_errors = any(problem.is_error for problem in reading.problems)
        assert (reading.lesson is None) == told_of_errors, text
        assert all(0 < problem.place.line <= len(slipped) + 60 for problem in reading.problems)
        for problem in reading.problems:
            assert report.as_text([problem], words("fr"))

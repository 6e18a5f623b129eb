"""Problems on a terminal, as JSON and as GitHub annotations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kit.files import report
from kit.files.problems import Place, Problem, Severity
from kit.words import Message, words

TR = words("en")


def problem(text: str = "", column: int = 1, width: int = 1, what: str = "It is wrong.") -> Problem:
    place = Place(Path("lesson.yaml"), 7, column, text, width)
    return Problem("some-rule", Severity.ERROR, place, Message.of(what), Message.of("Write it right."))


def test_the_place_is_underlined() -> None:
    assert report.as_text([problem("titel: Many hands", 1, 5)], TR) == (
        "lesson.yaml:7:1: error [some-rule]\n"
        "    7 | titel: Many hands\n"
        "      | ^^^^^\n"
        "It is wrong.\nWrite it right.\n\n1 error.\n"
    )


@pytest.mark.parametrize(
    ("text", "column", "width", "before", "marked"),
    [
        ("\tkey: x", 2, 3, 4, 3),  # a tab is shown as four blanks
        ("題名: x", 5, 1, 6, 1),  # a wide character takes two columns
        ("e\u0301te\u0301: x", 8, 1, 5, 1),  # a combining accent takes none
        ("x: 題名", 4, 2, 3, 4),
        ("short", 99, 5, 5, 1),  # a place behind the end of the line
    ],
)
def test_the_caret_stands_under_the_place(text: str, column: int, width: int, before: int, marked: int) -> None:
    carets = report.as_text([problem(text, column, width)], TR).split("\n")[2]
    assert carets == "      | " + " " * before + "^" * marked


def test_a_long_line_is_cut_around_the_place() -> None:
    text = "a" * 300 + "HERE" + "b" * 300
    _, line, carets, *_ = report.as_text([problem(text, 301, 4)], TR).split("\n")
    assert line[carets.index("^") : carets.rindex("^") + 1] == "HERE"
    assert len(line) < 120


def test_both_are_counted() -> None:
    warning = Problem("r", Severity.WARNING, Place(Path("x")), Message.of("x"))
    assert report.summary([problem(), problem(), warning], TR) == "2 errors, 1 warning."
    assert report.summary([], TR) == "Nothing is wrong."


def test_json_is_a_list_of_objects() -> None:
    assert json.loads(report.as_json([problem("x: y", 4, 1)], TR)) == [
        {
            "file": "lesson.yaml",
            "line": 7,
            "column": 4,
            "width": 1,
            "severity": "error",
            "rule": "some-rule",
            "what": "It is wrong.",
            "instead": "Write it right.",
            "page": "docs/rules/some-rule.md",
        }
    ]
    assert json.loads(report.as_json([], TR)) == []


def test_github_reads_what_was_meant() -> None:
    place = Place(Path("odd,name:x%.yaml"), 7, 3)
    odd = Problem("some-rule", Severity.WARNING, place, Message.of("100 %: a\nb"))
    assert report.as_github([odd], TR) == (
        "::warning file=odd%2Cname%3Ax%25.yaml,line=7,col=3,title=some-rule::100 %25: a%0Ab\n"
    )


def test_a_file_name_cannot_move_the_cursor() -> None:
    odd = Problem("r", Severity.ERROR, Place(Path("x\x1b[2J.yaml")), Message.of("x"))
    for written in (report.as_text([odd], TR), report.as_github([odd], TR), report.as_json([odd], TR)):
        assert "\x1b" not in written

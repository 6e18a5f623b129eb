"""A small lesson on disk that tests break, and what Kit then says."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from kit.files.bundled import folder
from kit.files.problems import Problem
from kit.lesson.check import check
from kit.lesson.read import Reading
from kit.sources.catalogue import Catalogue, read_catalogue

HERE = Path(__file__).parent
WHOLE = HERE / "whole"


@cache
def seeds() -> Catalogue:
    catalogue, problems = read_catalogue(folder("seeds"))
    assert not problems
    return catalogue


def whole(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    """A copy of the whole lesson, with each old text replaced by the new one."""
    copy = tmp_path / "whole"
    shutil.copytree(WHOLE, copy)
    path = copy / "lesson.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands in the lesson {text.count(old)} times"
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return copy


def checked(lesson: Path, *, bundled: bool = False, strict: bool = False) -> Reading:
    return check(lesson, seeds(), bundled=bundled, strict=strict)


def told(problems: list[Problem]) -> list[tuple[str, int, str]]:
    """File, line and rule of each."""
    return [(problem.place.file.name, problem.place.line, problem.rule) for problem in problems]

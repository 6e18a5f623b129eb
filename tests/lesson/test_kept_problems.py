"""A lesson nobody has changed is not looked at twice, and the answer is the same."""

from __future__ import annotations

import shutil
from pathlib import Path

from kit.files.cache import Cache
from kit.files.kept_problems import from_data, to_data
from kit.files.report import as_text
from kit.lesson.home import Home
from kit.lesson.library import Library
from kit.words import words
from tests.lesson.faults import HERE, checked, seeds


def test_twelve_faults_are_told_the_same_from_the_cache(tmp_path: Path) -> None:
    found = checked(HERE / "twelve-faults").problems
    assert as_text(from_data(to_data(found)), words("fr")) == as_text(found, words("fr"))

    folder = tmp_path / "home" / "lessons" / "twelve"
    shutil.copytree(HERE / "twelve-faults", folder)
    library = Library(Home(tmp_path / "home"), Cache(tmp_path / "cache"))
    first, second = library.problems(folder, seeds()), library.problems(folder, seeds())
    assert as_text(second, words("it")) == as_text(first, words("it"))
    assert len(second) == len(found)


def test_a_change_is_seen_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "home" / "lessons" / "whole"
    shutil.copytree(HERE / "whole", folder)
    library = Library(Home(tmp_path / "home"), Cache(tmp_path / "cache"))
    before = library.problems(folder, seeds())
    path = folder / "lesson.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("language: en\nat", "langage: en\nat"), encoding="utf-8")
    after = library.problems(folder, seeds())
    assert {problem.rule for problem in after} - {problem.rule for problem in before} >= {"unknown-key"}
    assert {problem.rule for problem in library.problems(folder, seeds(), strict=True)} >= {"unknown-key"}

"""What is kept from one check to the next never changes what the next one says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kit.files.cache import Cache
from kit.files.compiled import to_plain
from kit.files.problems import Problem
from kit.files.report import as_text
from kit.lesson.check import check
from kit.lesson.home import Home
from kit.lesson.library import Library
from kit.words import words
from tests.lesson.faults import HERE, WHOLE, seeds

ROOT = Path(__file__).parent.parent.parent
ROW = "      2. They have full board control\n"


def copied(home: Path, name: str, lesson: Path = WHOLE) -> Path:
    folder = home / "lessons" / name
    shutil.copytree(lesson, folder)
    return folder


def told(problems: list[Problem]) -> str:
    return as_text(problems, words("en"))


CHANGES = [
    ("lesson.yaml", "a comment", "\nexit_ticket:", "\n# seen again\nexit_ticket:"),
    ("lesson.yaml", "a sentence, so that its translation is stale", "Who should decide,", "Who must decide,"),
    ("lesson.yaml", "a row that is not in the article", ROW, ROW.replace("full", "half")),
    ("lesson.yaml", "a row less", ROW, ""),
    ("lesson.yaml", "a row more", ROW, ROW + "      The concentration of power in AI is bad for us all\n"),
    ("lesson.yaml", "a gap", ROW, "      […]\n" + ROW),
    ("lesson.yaml", "a row in two places", "      dépensait selon environ 8 millions de dollars par mois", "      IA"),
    ("lesson.yaml", "another article", "source: fr-resignation\n    status", "source: it-resignation\n    status"),
    ("lesson.yaml", "words lost to a comment", "minutes: 60", "minutes: 60\n  room: rows # or groups"),
    ("lesson.yaml", "what other programs misread", "title: A poster in our corridor", "title: no"),
    ("lesson.yaml", "a word that is unknown", "statement:", "statment:"),
    ("lesson.yaml", "a mistake of syntax", "title: Who decides?", "title: Who: decides?"),
    ("lesson.yaml", "a reference that leads nowhere", "needs: [control, cost 1]", "needs: [control, cost 9]"),
    ("fr.yaml", "a comment", "\nquestions:", "\n# vu\nquestions:"),
    ("fr.yaml", "a text that does not exist", "\nquestions:", "\nquestion:"),
    ("fr.yaml", "nothing at all", None, ""),
]


@pytest.mark.parametrize(("name", "old", "new"), [(n, o, c) for n, _, o, c in CHANGES], ids=[c[1] for c in CHANGES])
def test_every_change_is_seen_and_so_is_its_end(tmp_path: Path, name: str, old: str | None, new: str) -> None:
    folder, library = copied(tmp_path, "whole"), Library(Home(tmp_path), Cache(tmp_path / "cache"))
    before = library.problems(folder, seeds())
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old is None or text.count(old) == 1
    path.write_text(text.replace(old, new) if old else new, encoding="utf-8")
    reading = check(folder, seeds())
    assert told(library.problems(folder, seeds())) == told(reading.problems)
    kept = check(folder, seeds(), cache=library.cache)
    assert to_plain(kept.lesson) == to_plain(reading.lesson)
    path.write_text(text, encoding="utf-8")
    assert told(library.problems(folder, seeds())) == told(before)
    assert to_plain(check(folder, seeds(), cache=library.cache).lesson) == to_plain(check(folder, seeds()).lesson)


def test_twelve_faults_are_told_at_their_lines_though_the_other_file_is_kept(tmp_path: Path) -> None:
    folder = copied(tmp_path, "twelve", HERE / "twelve-faults")
    library = Library(Home(tmp_path), Cache(tmp_path / "cache"))
    for path in sorted(folder.glob("*.yaml")):
        library.problems(folder, seeds())
        path.write_text(path.read_text(encoding="utf-8") + "\n# once more\n", encoding="utf-8")
        assert told(library.problems(folder, seeds())) == told(check(folder, seeds()).problems)


def test_two_lessons_do_not_mix(tmp_path: Path) -> None:
    one, two = copied(tmp_path, "one"), copied(tmp_path, "two")
    path = two / "lesson.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Ask before you decide.", "Ask before you speak."), encoding="utf-8")
    (two / "fr.yaml").unlink()
    library = Library(Home(tmp_path), Cache(tmp_path / "cache"))
    for _ in range(2):
        for folder, row, languages in ((one, "decide", ("en", "fr")), (two, "speak", ("en",))):
            lesson = check(folder, seeds(), cache=library.cache).lesson
            assert lesson is not None
            assert (lesson.id, lesson.languages) == (folder.name, languages)
            assert lesson.lines[-1].text == f"Ask before you {row}."


CATALOGUE = """\
language: en
articles:
  note:
    language: en
    kind: letter
    title: A note
    file: note.txt
"""


def test_a_changed_article_is_searched_anew(tmp_path: Path) -> None:
    folder = copied(tmp_path, "whole")
    path = folder / "lesson.yaml"
    text = path.read_text(encoding="utf-8")
    excerpt = "excerpts:\n  note:\n    source: note\n    original: |\n      We shall meet again.\n"
    path.write_text(text.replace("excerpts:\n", excerpt), encoding="utf-8")
    note = tmp_path / "seeds" / "note.txt"
    note.parent.mkdir()
    (note.parent / "catalogue.yaml").write_text(CATALOGUE, encoding="utf-8")
    library = Library(Home(tmp_path), Cache(tmp_path / "cache"))

    def rules_and_line(article: str) -> tuple[set[str], int]:
        note.write_text(article, encoding="utf-8")
        catalogue, problems = library.catalogue()
        assert problems == []
        reading = check(folder, catalogue, cache=library.cache)
        line = next((line for line in reading.lines if line.excerpt == "note"), None)
        assert line is None or line.text == "We shall meet again."
        return {problem.rule for problem in library.problems(folder, catalogue)}, line.source_line if line else 0

    sound = rules_and_line("Dear all.\nWe shall meet again.\n")
    assert sound[1] == 2
    assert "not-verbatim" not in sound[0]
    assert rules_and_line("We shall meet again.\nDear all.\n")[1] == 1  # as long as before
    assert "not-verbatim" in rules_and_line("Dear all.\nWe shall part again.\n")[0]
    assert "two-places" in rules_and_line("We shall meet again.\nWe shall meet again.\n")[0]
    assert rules_and_line("Dear all.\nWe shall meet again.\n") == sound


def test_words_that_a_question_may_repeat_are_no_excerpt(tmp_path: Path) -> None:
    """A question may be made from words that stand twice; an excerpt of the same words must name one place."""
    folder = copied(tmp_path, "whole")
    path = folder / "lesson.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("    needs:", "    adapted_from: [{source: fr-resignation, text: Mostaque}]\n    needs:")
    path.write_text(text, encoding="utf-8")
    library = Library(Home(tmp_path), Cache(tmp_path / "cache"))
    assert {"not-verbatim", "two-places"}.isdisjoint(p.rule for p in library.problems(folder, seeds()))
    excerpt = "excerpts:\n  name:\n    source: fr-resignation\n    original: Mostaque\n"
    path.write_text(text.replace("excerpts:\n", excerpt), encoding="utf-8")
    assert "two-places" in {problem.rule for problem in library.problems(folder, seeds())}


def test_places_are_told_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, library = copied(tmp_path, "twelve", HERE / "twelve-faults"), Library(Home(tmp_path), Cache(tmp_path / "c"))
    monkeypatch.chdir(folder.parent)
    near = told(library.problems(Path("twelve"), seeds()))
    monkeypatch.chdir(tmp_path)
    assert "\nlessons/twelve/lesson.yaml:" in told(library.problems(folder, seeds()))
    assert told(library.problems(Path("lessons/twelve"), seeds())) == told(library.problems(folder, seeds())) != near


def test_a_damaged_cache_does_no_harm(tmp_path: Path) -> None:
    folder, library = copied(tmp_path, "whole"), Library(Home(tmp_path), Cache(tmp_path / "cache"))
    sound = told(library.problems(folder, seeds()))
    kept = sorted((tmp_path / "cache").glob("*.json"))
    assert len(kept) >= 4
    for path in kept:
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert told(library.problems(folder, seeds())) == sound


def test_the_cache_does_not_grow_with_every_change(tmp_path: Path) -> None:
    folder, library = copied(tmp_path, "whole"), Library(Home(tmp_path), Cache(tmp_path / "cache"))
    path, counts = folder / "lesson.yaml", []
    for _ in range(4):
        path.write_text(path.read_text(encoding="utf-8") + "# once more\n", encoding="utf-8")
        library.problems(folder, seeds())
        library.open(folder)
        library.entries()
        counts.append(len(list((tmp_path / "cache").iterdir())))
    assert counts == counts[:1] * 4


COMMAND = "from kit.cli import main; main(['check', '--format', 'json', 'whole'])"


def test_changed_code_is_seen_too(tmp_path: Path) -> None:
    """In a checkout the rules change without the version: what an older rule said must not stay."""
    shutil.copytree(ROOT / "kit", tmp_path / "kit", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("lessons", "seeds"):
        (tmp_path / name).symlink_to(ROOT / name, target_is_directory=True)
    copied(tmp_path / "home", "whole")
    environment = os.environ | {
        "KIT_CACHE": str(tmp_path / "cache"),
        "KIT_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(tmp_path),
    }

    def checked() -> str:
        return subprocess.run(
            [sys.executable, "-c", COMMAND], env=environment, cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout

    assert checked() == checked()
    assert "text-too-long" not in checked()
    rule = tmp_path / "kit" / "lesson" / "rules" / "sizes.py"
    rule.write_text(rule.read_text(encoding="utf-8").replace("ROW = 160", "ROW = 30"), encoding="utf-8")
    assert "text-too-long" in checked()

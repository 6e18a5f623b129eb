"""What was printed once is not made again: until something that goes into it changes."""

from __future__ import annotations

import dataclasses
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kit.files import bundled
from kit.lesson.model import Lesson
from kit.paper import ingredients
from kit.paper.ingredients import Digests
from kit.paper.kept import Kept, Made
from kit.paper.printing import Progress, print_lesson
from kit.words import Message
from tests.paper.conftest import HERE, lesson_called

ASKED = {"kind": "worksheet", "language": "en", "page": "a4", "minutes": None, "copies": None}


def made(size: int = 10) -> Made:
    return Made(b"%PDF-" + bytes(size), 2, (Message("Only {count}", {"count": 3}),))


def printed(lesson: Lesson, out: Path, kept: Kept, kinds: tuple[str, ...] = ("worksheet",)) -> list[Progress]:
    return [progress for progress in print_lesson(lesson, kinds, "en", "a4", out, kept=kept) if progress.path]


def test_what_is_kept_comes_back_whole_with_its_pages_and_warnings(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "not" / "there")
    assert kept.get("a") is None
    kept.put("a", made())
    assert kept.get("a") == made()
    assert kept.get("b") is None
    assert kept.usage() == (1, sum(path.stat().st_size for path in (tmp_path / "not" / "there").iterdir()))


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: data[:3], lambda data: data[:-2] + b"xx"])
def test_what_is_damaged_is_not_used(tmp_path: Path, damage: object) -> None:
    kept = Kept(tmp_path)
    kept.put("a", made())
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage(file.read_bytes()))  # type: ignore[operator]
    assert kept.get("a") is None


def test_where_there_is_no_room_what_was_not_used_for_longest_goes(tmp_path: Path) -> None:
    kept = Kept(tmp_path, most=4_000)
    for second, name in enumerate("abc"):
        kept.put(name, made(1_000))
        os.utime(tmp_path / f"{name}.handout", (second, second))
    assert kept.get("a") is not None  # used again, so it is the newest of them
    kept.put("d", made(1_000))
    assert {name for name in "abcd" if kept.get(name)} == {"a", "c", "d"}


def test_a_folder_that_cannot_be_written_to_keeps_nothing_and_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    for kept in (Kept(tmp_path / "taken"), Kept(None)):
        kept.put("a", made())
        assert kept.get("a") is None
        assert kept.usage() == (0, 0)
        kept.clear()


@pytest.mark.pdf
def test_the_second_print_makes_nothing_and_writes_nothing_anew(tmp_path: Path) -> None:
    kept, lesson = Kept(tmp_path / "kept"), lesson_called("fair-play")
    (first,) = printed(lesson, tmp_path / "out", kept)
    assert first.path is not None
    stamp = first.path.stat().st_mtime_ns
    (second,) = printed(lesson, tmp_path / "out", kept)
    assert second == first
    assert first.path.stat().st_mtime_ns == stamp
    pdf = first.path.read_bytes()
    first.path.write_bytes(b"%PDF- somebody else's")
    printed(lesson, tmp_path / "out", kept)
    assert first.path.read_bytes() == pdf


@pytest.mark.pdf
def test_of_a_changed_lesson_only_its_own_files_are_made_again(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept")
    one, other = lesson_called("fair-play"), lesson_called("many-hands")
    for lesson in (one, other):
        printed(lesson, tmp_path / "out", kept)
    assert kept.usage()[0] == 2
    edition = one.edition("en")
    changed = dataclasses.replace(one, editions={**one.editions, "en": dataclasses.replace(edition, title="Foul play")})
    for lesson in (changed, other):
        printed(lesson, tmp_path / "out", kept)
    assert kept.usage()[0] == 3


def test_everything_that_is_asked_for_and_everything_around_it_has_its_own_digest(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lesson = lesson_called("many-hands")
    usual = Digests().of(lesson, ASKED)
    assert usual == Digests().of(lesson, dict(reversed(ASKED.items())))
    others = [
        Digests().of(lesson, {**ASKED, **other})
        for other in ({"kind": "teacher"}, {"language": "fr"}, {"page": "letter"}, {"minutes": 50}, {"copies": 28})
    ]
    others.append(Digests().of(lesson_called("fair-play"), ASKED))
    shutil.copytree(ingredients.PACKAGE / "paper", tmp_path / "paper")
    template = tmp_path / "paper" / "templates" / "worksheet.html.j2"
    monkeypatch.setattr(ingredients, "PACKAGE", tmp_path)
    for change in ("a copy", "a changed template", "another version of a library"):
        if change == "a changed template":
            template.write_text(template.read_text(encoding="utf-8") + " ", encoding="utf-8")
        elif change == "another version of a library":
            monkeypatch.setattr(ingredients, "_installed", lambda: iter(["weasyprint-99.dist-info"]))
        ingredients._surroundings.cache_clear()
        others.append(Digests().of(lesson, ASKED))
    ingredients._surroundings.cache_clear()
    assert len({usual, *others}) == len(others) + 1


def test_the_versions_of_what_makes_a_pdf_are_known_without_loading_it() -> None:
    names = " ".join(ingredients._installed()).lower()
    for library in ("weasyprint-", "jinja2-", "pydyf-", "fontpkg_atkinson_hyperlegible-"):
        assert library in names


@pytest.mark.pdf
def test_an_unchanged_print_loads_neither_weasyprint_nor_jinja(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom kit.cli import main\n"
        "try:\n    main(['print', 'many-hands', '--kind', 'worksheet', '--out', 'out'])\n"
        "except SystemExit as end:\n    assert not end.code\n"
        "print('LOADED', *sorted({'weasyprint', 'jinja2', 'yaml', 'pydantic', 'textual'} & set(sys.modules)))"
    )
    environment = {**os.environ, "KIT_CACHE": str(tmp_path / "cache"), "PYTHONPATH": str(HERE.parent.parent)}
    said = []
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, encoding="utf-8", cwd=tmp_path, env=environment
        )
        assert done.returncode == 0, done.stderr
        said.append((done.stdout.split("LOADED")[0], done.stderr))
        loaded = done.stdout.split("LOADED")[1].split()
    assert said[0] == said[1]
    assert loaded == []


@pytest.mark.pdf
def test_what_no_font_could_draw_is_not_kept_so_that_a_font_installed_later_is_found(tmp_path: Path) -> None:
    kept, one = Kept(tmp_path / "kept"), lesson_called("fair-play")
    edition = dataclasses.replace(one.edition("en"), title="\U00013080 play")  # an Egyptian hieroglyph
    (progress,) = printed(dataclasses.replace(one, editions={**one.editions, "en": edition}), tmp_path, kept)
    assert "\U00013080" in str(progress.warnings[0].values["characters"])
    assert kept.usage() == (0, 0)


@pytest.mark.pdf
def test_the_command_says_how_much_is_kept_and_deletes_only_that(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    environment = {**os.environ, "KIT_CACHE": str(cache), "KIT_LANGUAGE": "en"}

    def kit(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "kit", *arguments], capture_output=True, encoding="utf-8", env=environment
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "0 files, 0.0 MB" in kit("cache")
    kit("print", str(bundled.folder("lessons") / "many-hands"), "--kind", "worksheet", "--out", str(tmp_path))
    (cache / "notes.txt").write_text("hers")
    assert "Finished handouts: 1 file, " in kit("cache")
    assert str(cache) in kit("cache")
    assert "Deleted: " in kit("cache", "clear")
    assert "0 files, 0.0 MB" in kit("cache")
    left = [path.name for path in cache.rglob("*") if path.is_file() and path.parent.name != "fonts"]
    assert left == ["notes.txt"]

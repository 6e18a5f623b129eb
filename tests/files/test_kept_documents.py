"""A file nobody has changed is not parsed again, and says the same as if it had been."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kit.files.cache import Cache
from kit.files.document import Document, read_document
from kit.files.kept_documents import read_kept

TEXT = """\
title: Who decides?   # to be discussed
answer: no
minutes: {least: 5, most: 7.5}
lines: [one, two]
text: |
  A first row

  and a third, with a # in it.
empty:
"""


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "lesson.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def read(path: Path, cache: Cache) -> Document:
    document, problems = read_kept(path, cache)
    assert document is not None
    assert problems == []
    return document


def test_a_kept_file_holds_the_same_at_the_same_places(file: Path, cache: Cache) -> None:
    first, second = read(file, cache), read(file, cache)
    fresh, _ = read_document(file)
    assert fresh is not None
    for document in (first, second):
        assert document.value == fresh.value
        assert document.is_doubtful
        assert document.nodes.keys() == fresh.nodes.keys()
        for keys in fresh.nodes:
            assert document.place(keys) == fresh.place(keys)
            assert document.key_place(keys) == fresh.key_place(keys)
            assert document.row_place(keys, 2) == fresh.row_place(keys, 2)
            assert document.lost_to_comment(keys) == fresh.lost_to_comment(keys)
            assert document.is_plain(keys) == fresh.is_plain(keys)


def test_what_was_kept_is_really_used(file: Path, cache: Cache) -> None:
    read(file, cache)
    (kept,) = (cache.folder or file).glob("*.json")
    kept.write_text(kept.read_text(encoding="utf-8").replace("Who decides?", "From the cache"), encoding="utf-8")
    assert read(file, cache).value["title"] == "From the cache"


@pytest.mark.parametrize(
    "changed",
    [
        TEXT.replace("no", "on"),  # as long as before
        TEXT + "# a comment\n",
        "\n" + TEXT,
        "other: file\n",
        "",
    ],
)
def test_a_change_is_seen(file: Path, cache: Cache, changed: str) -> None:
    read(file, cache)
    file.write_text(changed, encoding="utf-8")
    fresh, _ = read_document(file)
    assert fresh is not None
    for document in (read(file, cache), read(file, cache)):
        assert (document.value, document.lines) == (fresh.value, fresh.lines)
        assert document.place(("text",)) == fresh.place(("text",))


def test_files_with_the_same_name_do_not_mix(tmp_path: Path, file: Path, cache: Cache) -> None:
    other = tmp_path / "other" / "lesson.yaml"
    other.parent.mkdir()
    other.write_text("title: Another\n", encoding="utf-8")
    for _ in range(2):
        assert read(file, cache).value["title"] == "Who decides?"
        assert read(other, cache).value["title"] == "Another"
        assert read(other, cache).path == other


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", '{"key": 1}', "\x00\xff", "keep the key"])
def test_a_damaged_cache_does_no_harm(file: Path, cache: Cache, damage: str) -> None:
    read(file, cache)
    (kept,) = (cache.folder or file).glob("*.json")
    if damage == "keep the key":
        damage = json.dumps(json.loads(kept.read_bytes()) | {"data": {"text": "lost"}})
    kept.write_text(damage, encoding="latin-1")
    assert read(file, cache).value["title"] == "Who decides?"
    assert json.loads(kept.read_bytes())["data"]["value"]["title"] == "Who decides?"  # mended


def test_a_file_with_a_problem_is_never_kept(file: Path, cache: Cache) -> None:
    file.write_text("title: one\ntitle: two\n", encoding="utf-8")
    for _ in range(2):
        _, problems = read_kept(file, cache)
        assert [problem.rule for problem in problems] == ["duplicate-key"]
    assert cache.folder is not None
    assert not list(cache.folder.glob("*"))


def test_a_cache_that_cannot_be_written_does_no_harm(file: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be", encoding="utf-8")
    cache = Cache(tmp_path / "taken")
    assert read(file, cache).value == read(file, cache).value


def test_nothing_old_and_nothing_half_written_stays_behind(file: Path, cache: Cache) -> None:
    for number in range(5):
        file.write_text(TEXT + f"# {number}\n", encoding="utf-8")
        read(file, cache)
    assert cache.folder is not None
    assert [path.suffix for path in cache.folder.iterdir()] == [".json"]

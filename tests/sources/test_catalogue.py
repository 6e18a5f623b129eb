"""The catalogue keeps the articles as they came, in every language, and says what is wrong with a teacher's own."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from kit.files.problems import Problem
from kit.sources.catalogue import Catalogue, read_catalogue, read_editions_of
from kit.words import LANGUAGES, say, words
from tests.sources.seeds import SEEDS

IDS = ["fr-questions", "fr-resignation", "fr-researchers-leave", "it-resignation", "es-resignation"]
ENGLISH = words("en")


@pytest.fixture(scope="module")
def bundled() -> Catalogue:
    catalogue, problems = read_catalogue(SEEDS)
    assert problems == []
    return catalogue


def told(problem: Problem) -> str:
    return say(ENGLISH, problem.what)


def test_five_articles_byte_for_byte(bundled: Catalogue) -> None:
    assert list(bundled.articles) == IDS
    for name, article in bundled.articles.items():
        data = (SEEDS / f"{name}.txt").read_bytes()
        assert hashlib.sha256(data).hexdigest() == article.source.sha256
        assert data.decode("utf-8") == article.text
        assert article.path == SEEDS / f"{name}.txt"


def test_every_source_head_speaks_four_languages(bundled: Catalogue) -> None:
    editions = read_editions_of(SEEDS)
    assert set(editions.by_language()) == set(LANGUAGES)
    assert editions.missing == {"fr": [], "es": [], "it": []}
    assert editions.stale == {"fr": [], "es": [], "it": []}
    for name in IDS:
        assert set(bundled.sources[name]) == set(LANGUAGES)
        assert len({bundled.source(name, language).unknown for language in LANGUAGES}) == 4


def test_a_language_without_a_translation_gets_the_first_one(bundled: Catalogue) -> None:
    assert bundled.source("es-resignation", "de") == bundled.source("es-resignation", "en")


def test_a_text_is_called_ai_written_only_where_it_declares_so_itself(bundled: Catalogue) -> None:
    [name] = [name for name, article in bundled.articles.items() if article.source.kind == "ai-written"]
    disclosure = bundled.articles[name].source.notes["disclosure"]
    assert disclosure.grade == "certain"
    assert disclosure.words == ("Les articles de ce site sont tous écrits par des intelligences artificielles",)
    for heads in bundled.sources.values():
        for head in heads.values():
            assert "is AI" not in " ".join(
                [head.title, head.author, head.unknown, *(n.says for n in head.notes.values())]
            )


def test_a_title_of_ours_is_marked(bundled: Catalogue) -> None:
    for article in bundled.articles.values():
        assert (article.source.title in article.text) is not article.source.title_is_ours


CATALOGUE = """
language: en
articles:
  reef:
    file: reef.txt
    language: en
    kind: news
    title: The reef in August
"""
REEF = "The reef was white in August. In June it had been red."


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "reef.txt").write_text(REEF, encoding="utf-8")
    (folder / "catalogue.yaml").write_text(CATALOGUE.lstrip(), encoding="utf-8")
    return folder


def test_her_own_articles_stand_beside_the_bundled_ones(own: Path) -> None:
    catalogue, problems = read_catalogue(SEEDS, own=own)
    assert problems == []
    assert list(catalogue.articles) == [*IDS, "reef"]
    assert catalogue.articles["reef"].text == REEF
    assert catalogue.own == {"reef"}
    assert catalogue.shadowed == frozenset()


def test_her_article_of_the_same_name_wins_and_the_catalogue_knows(own: Path) -> None:
    changed = CATALOGUE.replace("  reef:", "  fr-questions:")
    (own / "catalogue.yaml").write_text(changed, encoding="utf-8")
    catalogue, problems = read_catalogue(SEEDS, own=own)
    assert problems == []
    assert catalogue.articles["fr-questions"].text == REEF
    assert list(catalogue.sources["fr-questions"]) == ["en"]
    assert catalogue.shadowed == {"fr-questions"}


def test_a_folder_without_a_catalogue_adds_nothing(tmp_path: Path) -> None:
    catalogue, problems = read_catalogue(SEEDS, own=tmp_path)
    assert problems == []
    assert list(catalogue.articles) == IDS


@pytest.mark.parametrize(
    ("typed", "rule", "line", "sentence"),
    [
        ("file: riff.txt", "missing-article", 4, "There is no file “riff.txt” in this folder."),
        ("file: ../reef.txt", "link-out-of-folder", 4, "“../reef.txt” lies outside the catalogue's folder."),
        (
            'file: reef.txt\n    sha256: "00"',
            "changed-article",
            4,
            "“reef.txt” is no longer the file that was catalogued: its checksum differs.",
        ),
        (
            'file: reef.txt\n    dates: {summer: {words: "In July it had been red"}}',
            "not-verbatim",
            5,
            "The article says “June” (line 1, column 34), you wrote “July”.",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line(own: Path, typed: str, rule: str, line: int, sentence: str) -> None:
    shutil.copy(own / "reef.txt", own.parent / "reef.txt")
    (own / "catalogue.yaml").write_text(CATALOGUE.lstrip().replace("file: reef.txt", typed), encoding="utf-8")
    catalogue, [problem] = read_catalogue(SEEDS, own=own)
    assert (problem.rule, problem.place.file, problem.place.line) == (rule, own / "catalogue.yaml", line)
    assert told(problem) == sentence
    assert ("reef" in catalogue.articles) is (rule == "not-verbatim")
    assert set(IDS) <= set(catalogue.articles)


def test_an_unknown_kind_of_text_is_named_with_the_nearest_known_one(own: Path) -> None:
    (own / "catalogue.yaml").write_text(CATALOGUE.lstrip().replace("kind: news", "kind: new"), encoding="utf-8")
    _, [problem] = read_catalogue(SEEDS, own=own)
    assert (problem.rule, problem.place.line) == ("unknown-value", 6)
    assert problem.instead is not None
    assert "news" in say(ENGLISH, problem.instead)


def test_an_article_in_another_encoding_is_refused_with_the_line(own: Path) -> None:
    (own / "reef.txt").write_bytes(b"A reef.\nEl a\xf1o pasado.\n")
    catalogue, [problem] = read_catalogue(SEEDS, own=own)
    assert (problem.rule, problem.place.file, problem.place.line) == ("not-utf-8", own / "reef.txt", 2)
    assert "reef" not in catalogue.articles


def test_a_hostile_article_is_refused_at_every_such_line(own: Path) -> None:
    (own / "reef.txt").write_text("A reef.\x1b[2J\nIt was\u202e white.\nSo it was.", encoding="utf-8")
    catalogue, problems = read_catalogue(SEEDS, own=own)
    assert [(p.rule, p.place.line, p.place.column) for p in problems] == [
        ("control-character", 1, 8),
        ("control-character", 2, 7),
    ]
    assert all(problem.place.text.isprintable() for problem in problems)
    assert "reef" not in catalogue.articles


def test_a_link_out_of_the_folder_is_refused(own: Path) -> None:
    (own / "reef.txt").unlink()
    secret = own.parent / "secret.txt"
    secret.write_text("Not for the class.", encoding="utf-8")
    (own / "reef.txt").symlink_to(secret)
    catalogue, [problem] = read_catalogue(SEEDS, own=own)
    assert problem.rule == "link-out-of-folder"
    assert "reef" not in catalogue.articles


def test_a_file_that_begins_with_a_byte_order_mark_is_read_without_it(own: Path) -> None:
    (own / "reef.txt").write_bytes(b"\xef\xbb\xbf" + REEF.encode())
    catalogue, problems = read_catalogue(SEEDS, own=own)
    assert problems == []
    assert catalogue.articles["reef"].text == REEF

"""A draft: from an article to a lesson that Kit can check, plan and teach; nothing hidden, nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.draft.article import read_article, read_file
from kit.draft.proposal import proposal
from kit.draft.propose import Draft
from kit.draft.write import DamagedCatalogueError, Written, write
from kit.lesson.home import Home
from kit.lesson.library import Library
from kit.lesson.plan import plan
from kit.words import words
from tests.cli.program import Kit
from tests.draft.evaluate import HERE

ROOT = Path(__file__).parent.parent.parent
LONG = ROOT / "seeds" / "fr-resignation.txt"
ARTICLES = sorted((HERE / "articles").iterdir())


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    return Kit(tmp_path)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def drafted(path: Path = LONG) -> Draft:
    return proposal(read_file(path), 50)


def written(draft: Draft, home: Home, name: str = "") -> Written:
    return write(draft, home, words(draft.article.language), words("en"), name)


def test_the_long_french_seed_becomes_a_lesson_by_one_command(kit: Kit) -> None:
    done = kit("draft", LONG, "--yes", "--name", "many hands")
    assert done.returncode == 0, done.stderr
    assert "7 questions for the class" in done.stdout
    stored = kit.home / "seeds" / "fr-resignation-2.txt"
    assert stored.read_bytes() == LONG.read_bytes()
    check = kit("check", "many-hands")
    assert check.returncode == 0, check.stdout
    assert "[guessed]" in check.stdout
    assert "error" not in check.stdout
    assert "many-hands" in kit("list").stdout


def test_without_yes_nothing_is_written(kit: Kit) -> None:
    done = kit("draft", LONG)
    assert done.returncode == 0, done.stderr
    assert "Nothing has been written" in done.stdout
    assert not kit.home.exists()


def test_a_draft_from_standard_input_goes_where_it_is_told(kit: Kit, tmp_path: Path) -> None:
    import subprocess
    import sys

    command = [
        sys.executable,
        "-m",
        "kit",
        "draft",
        "-",
        "--yes",
        "--into",
        str(tmp_path / "there"),
        "--name",
        "pasted",
    ]
    done = subprocess.run(command, input=LONG.read_bytes(), capture_output=True, env=kit.environment, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "there" / "lessons" / "pasted" / "lesson.yaml").is_file()
    assert not kit.home.exists()


def test_every_article_makes_a_lesson_with_nothing_wrong_but_what_was_guessed(home: Home) -> None:
    for path in ARTICLES:
        done = written(drafted(path), home)
        library = Library(home)
        catalogue, problems = library.catalogue()
        problems += library.problems(done.lesson.parent, catalogue)
        assert {problem.rule for problem in problems} == {"guessed"}, path.name


def test_a_drafted_lesson_can_be_taught(home: Home) -> None:
    done = written(drafted(), home)
    lesson, problems = Library(home).open(done.lesson.parent)
    assert lesson is not None, problems
    assert plan(lesson, 50).fits
    assert all(line.proved for line in lesson.lines)


def test_a_draft_is_changed_by_making_another(home: Home) -> None:
    draft = drafted()
    changed = draft.drop(0).reword(3, "Who  gains?").choose(3, [1]).relabel(4, "rhetorical").with_title("Two hands")
    assert draft == drafted()
    assert (changed.title, changed.items[3].asks, changed.items[3].chosen) == ("Two hands", "Who gains?", (1,))
    assert [changed.items[number].accepted for number in (0, 3, 4)] == [False, True, False]
    assert changed.accept(0).items[0].accepted
    with pytest.raises(IndexError):
        draft.choose(3, [99])
    text = written(changed.with_protocol("snowball"), home).lesson.read_text(encoding="utf-8")
    assert "Who gains?" in text
    assert "protocol: snowball" in text
    assert draft.items[0].asks not in text


def test_an_article_that_asks_nothing_gets_a_question_of_ours() -> None:
    draft = proposal(read_article(b"The bridge was closed on Monday, and nobody has missed it since.", "a.txt"), 50)
    assert [item.asks for item in draft.accepted] == [draft.own_question]
    assert draft.own_question


def test_the_same_article_is_stored_once_and_a_lesson_never_overwritten(home: Home) -> None:
    first, second = written(drafted(), home, "one"), written(drafted(), home, "two")
    assert first.article == second.article
    with pytest.raises(FileExistsError):
        written(drafted(), home, "two")
    assert len(list(home.seeds.glob("*.txt"))) == 1


def test_what_stands_in_the_catalogue_already_stays_character_for_character(home: Home) -> None:
    written(drafted(), home, "one")
    catalogue = home.seeds / "catalogue.yaml"
    before = "# mine\n" + catalogue.read_text(encoding="utf-8") + "\n# the end\n"
    catalogue.write_text(before, encoding="utf-8")
    written(drafted(ARTICLES[0]), home, "two")
    after = catalogue.read_text(encoding="utf-8")
    assert after.startswith("# mine\n")
    assert "\n# the end\n" in after
    library = Library(home)
    assert len(library.catalogue()[0].own) == 2


def test_a_damaged_catalogue_is_left_alone_and_nothing_else_is_written(home: Home) -> None:
    home.seeds.mkdir(parents=True)
    (home.seeds / "catalogue.yaml").write_text("articles: [", encoding="utf-8")
    with pytest.raises(DamagedCatalogueError):
        written(drafted(), home)
    assert [path.name for path in home.seeds.iterdir()] == ["catalogue.yaml"]
    assert not home.lessons.exists()


def test_an_old_encoding_is_kept_beside_its_text(home: Home) -> None:
    data = "Le pont est fermé depuis lundi.\r\nQue feriez-vous à leur place ?".encode("cp1252")
    done = written(proposal(read_article(data, "pont.txt"), 50), home)
    assert done.article.read_bytes().decode("utf-8") == data.decode("cp1252")
    assert (home.seeds / "originals" / "pont.txt").read_bytes() == data


def test_signs_that_steer_a_terminal_never_reach_the_lesson(home: Home) -> None:
    data = "The \x1b[31mbridge\u202e is closed, and nobody knows for how long it will be. Would you \x07cross it?"
    done = written(proposal(read_article(data.encode(), "bridge.txt"), 50), home)
    for path in (done.lesson, done.article, home.seeds / "catalogue.yaml"):
        assert not set("\x1b\u202e\x07") & set(path.read_text(encoding="utf-8"))
    library = Library(home)
    catalogue, problems = library.catalogue()
    assert not [p for p in problems + library.problems(done.lesson.parent, catalogue) if p.is_error]

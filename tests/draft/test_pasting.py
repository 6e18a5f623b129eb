"""Articles without a file: from the clipboard, from standard input, pasted into the terminal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kit.draft.pasting import READERS
from tests.cli.program import Kit

ARTICLE = """The bridge was opened on Monday after nine years of work, and nobody has crossed it on foot since then.

Would you have built it, and in this place?
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins for clipboards are shell scripts")


class Clipboards:
    """A folder of programs in which some of those that read a clipboard stand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "programs"
        self.folder.mkdir()
        self.kit = Kit(folder)

    def add(self, name: str, body: str) -> None:
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        path.chmod(0o755)

    def draft(self, *options: str) -> subprocess.CompletedProcess[str]:
        return self.kit("draft", *options, PATH=str(self.folder))


@pytest.fixture
def clipboards(tmp_path: Path) -> Clipboards:
    (tmp_path / "copied").write_text(ARTICLE, encoding="utf-8")
    return Clipboards(tmp_path)


@pytest.mark.parametrize("name", [reader[0] for reader in READERS])
def test_what_was_copied_becomes_a_lesson(clipboards: Clipboards, tmp_path: Path, name: str) -> None:
    clipboards.add(name, f"while IFS= read -r line; do echo \"$line\"; done < '{tmp_path / 'copied'}'")
    done = clipboards.draft("--paste", "--yes")
    assert done.returncode == 0, done.stderr
    (article,) = clipboards.kit.home.glob("seeds/*.txt")
    assert article.read_text(encoding="utf-8") == ARTICLE
    assert len([*clipboards.kit.home.glob("lessons/*/lesson.yaml")]) == 1


def test_a_program_that_has_no_clipboard_here_is_passed_over(clipboards: Clipboards) -> None:
    clipboards.add("wl-paste", "echo 'Failed to connect to a Wayland server' >&2; exit 1")
    clipboards.add("xsel", "echo 'Would you have built a bridge in this place?'")
    done = clipboards.draft("--paste", "--questions")
    assert done.stderr == ""
    assert "Would you have built a bridge in this place?" in done.stdout


def test_without_such_a_program_one_sentence_says_what_to_do(clipboards: Clipboards) -> None:
    done = clipboards.draft("--paste", "--yes")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "Copy the article, then run “kit draft -”, paste it, and end with Ctrl-D" in done.stderr
    assert not clipboards.kit.home.exists()


@pytest.mark.parametrize("body", ["exit 0", "echo", "exit 1", "printf 'a\\000b'"])
def test_an_empty_clipboard_and_a_picture_are_no_article(clipboards: Clipboards, body: str) -> None:
    clipboards.add("xclip", body)
    done = clipboards.draft("--paste", "--yes")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert not clipboards.kit.home.exists()


def test_either_a_file_or_the_clipboard(clipboards: Clipboards) -> None:
    both, neither = clipboards.draft("article.txt", "--paste"), clipboards.draft()
    assert both.returncode == neither.returncode == 2
    assert "Name an article, or take the one you have copied with --paste." in both.stderr
    assert "Name an article, or take the one you have copied with --paste." in neither.stderr


def test_standard_input_is_an_article(tmp_path: Path) -> None:
    kit = Kit(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "kit", "draft", "-", "--yes"],
        input=ARTICLE,
        capture_output=True,
        encoding="utf-8",
        env=kit.environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (article,) = kit.home.glob("seeds/*.txt")
    assert article.read_text(encoding="utf-8") == ARTICLE


def test_an_article_pasted_into_the_terminal_opens_the_draft_whole(tmp_path: Path) -> None:
    from tests.screen.terminal import Terminal, kit

    long = "The bridge has stood in the middle of the town for a hundred years and more. " * 80
    home = {"KIT_HOME": str(tmp_path / "home"), "KIT_LANGUAGE": "en", "KIT_CACHE": str(tmp_path / "cache")}
    with Terminal(kit("draft", "-"), env=home) as terminal:
        terminal.until("Paste the article, then press Ctrl-D.")
        terminal.press(f"{long}Would you cross it twice a day?\r", "\x04")
        terminal.until("1 question in the lesson")
        terminal.press("w")
        terminal.until("under the name")
        terminal.press("enter")
        terminal.until("The lesson is written")
    (article,) = tmp_path.glob("home/seeds/*.txt")
    assert article.read_text(encoding="utf-8") == f"{long}Would you cross it twice a day?\n"
    assert len(article.read_bytes()) > 4_096

"""The draft screen: the article left, the lesson right, and nothing in a file before the teacher says so."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot

from kit.draft.article import read_article, read_file
from kit.draft.listing import KIND
from kit.draft.proposal import proposal
from kit.files import bundled
from kit.files.cache import Cache
from kit.lesson.home import Home
from kit.lesson.library import Library
from kit.screen.actions import actions_of
from kit.screen.app import KitApp
from kit.screen.dialogs import Ask
from kit.screen.drafting import DraftScreen
from kit.screen.keys import bindings
from kit.screen.layout.draft_words import SIGN
from kit.words import LANGUAGES
from tests.screen.rooms import painted, press, screen, settle
from tests.screen.test_contrast import assert_readable

SEED = bundled.folder("seeds") / "fr-resignation.txt"

SCHOOL = """\
A bell for sleep

The school of Aldbury will begin at ten o'clock next year, said the headteacher, Mrs Hale. Is that wise?

“Who has ever learned anything at eight?” asked one mother. Pupils sleep longer, and their marks in the morning
lessons went up by a tenth in the first trial, the school says.

The buses cost 40,000 pounds more each year, and nobody has said who will pay. Teachers get home later than before.

What do you think: who should decide when school begins?

What would you give up for an hour of sleep?
"""

HOSTILE = """\
[bold]Title[/] \x1b]0;stolen\x07 {{ 7*7 }}

The \x1b[31mred\x1b[0m word [red]says[/red] \u202enothing\u202c of [@click=app.quit]interest[/] to anybody in the town,
said the mayor, and the price of bread went up by 12 percent last year [/].

What do you think [/] about \x1b[2J the price [bold]of bread[/bold] in the town?
"""


def library_in(folder: Path) -> Library:
    """A library with a folder of the teacher's own that holds nothing yet."""
    return Library(Home(folder / "home"), Cache(folder / "cache"))


@asynccontextmanager
async def drafting(
    folder: Path,
    article: str | Path = SCHOOL,
    size: tuple[int, int] = (100, 28),
    *,
    interface: str = "en",
    theme: str = "light",
) -> AsyncIterator[Pilot[int]]:
    """The draft screen as `kit draft` opens it."""
    opened = read_file(article) if isinstance(article, Path) else read_article(article.encode(), "sleep.txt")
    made, library = proposal(opened, 50), library_in(folder)
    app = KitApp(lambda: DraftScreen(made, library), interface=interface, theme=theme)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield pilot


def drafted(pilot: Pilot[int]) -> DraftScreen:
    """The draft screen that is open."""
    return screen(pilot, DraftScreen)


def files(folder: Path) -> list[str]:
    """What the teacher has in her own folder."""
    return sorted(path.relative_to(folder / "home").as_posix() for path in folder.glob("home/**/*") if path.is_file())


def lesson(folder: Path) -> str:
    """The one lesson she has."""
    (path,) = folder.glob("home/lessons/*/lesson.yaml")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("size", [(80, 24), (100, 28), (160, 45)])
async def test_the_article_stands_on_the_left_and_the_lesson_on_the_right(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with drafting(tmp_path, size=size) as pilot:
        rows = painted(pilot).splitlines()
        half = next(row.index("Questions") for row in rows if "Questions" in row)
        assert half > size[0] // 3
        assert any("asked of the reader" in row[:half] for row in rows), "its kind by sign and word"
        assert any("# guessed" in row.replace("\N{NO-BREAK SPACE}", " ")[half:] for row in rows)
        assert "50 minutes" in painted(pilot)


async def test_every_question_of_the_article_is_marked_with_its_kind(tmp_path: Path) -> None:
    async with drafting(tmp_path, size=(160, 60)) as pilot:
        text, draft = painted(pilot), drafted(pilot).draft
        kinds = [item.kind for item in draft.items]
        assert "quoted" in kinds
        assert "prompt" in kinds
        for number, item in enumerate(draft.items, 1):
            sign = "●" if item.accepted else "○"
            assert f"{number} {sign} {SIGN[item.kind]} {KIND[item.kind]}" in text
    assert set(SIGN) == set(KIND)
    assert len(set(SIGN.values())) == len(SIGN), "no two kinds have the same sign"


async def test_arrows_go_through_the_questions_and_both_sides_follow(tmp_path: Path) -> None:
    async with drafting(tmp_path, SEED, (80, 24)) as pilot:
        await press(pilot, "home")
        assert "Question 1 of 9" in painted(pilot)
        await press(pilot, "end")
        assert "Question 9 of 9" in painted(pilot)
        assert painted(pilot).count("équilibrer") == 2, "in the article and in the lesson"
        await press(pilot, "down", "up", "up")
        assert drafted(pilot).chosen == 6
        await press(pilot, "pageup", "pageup")
        assert drafted(pilot).chosen == 6


async def test_a_click_on_either_side_chooses_a_question(tmp_path: Path) -> None:
    async with drafting(tmp_path, SEED) as pilot:
        await click(pilot, "5 ● ?")
        assert drafted(pilot).chosen == 4
        await press(pilot, "home")
        await click(pilot, "+ Y croyez-vous")
        assert drafted(pilot).chosen == 1


async def test_the_whole_lesson_can_be_read_by_keys_alone(tmp_path: Path) -> None:
    async with drafting(tmp_path, SEED, (80, 24)) as pilot:
        await press(pilot, "home")
        seen = ""
        for _ in range(12):
            seen += painted(pilot)
            await press(pilot, "tab")
        assert "Steps" in seen
        assert "Exit ticket" in seen
        pane = drafted(pilot).query_one("#lesson")
        while pane.scroll_offset.y:
            await press(pilot, "m")
        assert "50 minutes" in painted(pilot), "and from its end back to its beginning"


async def click(pilot: Pilot[int], words: str) -> None:
    """Click on the first place where `words` stand."""
    row = next(number for number, line in enumerate(painted(pilot).splitlines()) if words in line)
    await pilot.click(offset=(painted(pilot).splitlines()[row].index(words) + 2, row))
    await settle(pilot)


async def test_what_she_leaves_out_is_not_in_the_lesson_and_comes_back(tmp_path: Path) -> None:
    async with drafting(tmp_path) as pilot:
        before = len(drafted(pilot).draft.accepted)
        await press(pilot, "x")
        assert len(drafted(pilot).draft.accepted) == before - 1
        assert "○ left out" in painted(pilot)
        await press(pilot, "a")
        assert "● in the lesson" in painted(pilot)
        assert "in the lesson, guessed" not in painted(pilot)
        assert len(drafted(pilot).draft.accepted) == before


async def test_a_question_kit_took_for_another_kind_is_relabelled_and_gets_lines(tmp_path: Path) -> None:
    async with drafting(tmp_path) as pilot:
        await press(pilot, "home")
        item = drafted(pilot).draft.items[0]
        assert not item.question.is_for_class
        await press(pilot, "k", *"reader", "enter")
        changed = drafted(pilot).draft.items[0]
        assert changed.kind == "prompt"
        assert changed.accepted
        assert changed.chosen
        assert f"you say so; Kit took it for “{KIND[item.kind]}”" in painted(pilot)


async def test_other_words_for_the_class(tmp_path: Path) -> None:
    async with drafting(tmp_path) as pilot:
        await press(pilot, "e", "end", *[" ", "N", "o", "w", "?"], "enter")
        assert drafted(pilot).draft.items[drafted(pilot).chosen].asks.endswith("? Now?")
        assert "This asks two things at once." in painted(pilot), "the linter looks at her words too"
        await press(pilot, "e", "ctrl+u", "enter")
        assert "A question needs words" in painted(pilot)
        await press(pilot, "escape")
        assert drafted(pilot).draft.items[drafted(pilot).chosen].asks.endswith("? Now?")


async def test_she_chooses_the_lines_among_passages_best_first(tmp_path: Path) -> None:
    async with drafting(tmp_path, SEED) as pilot:
        item = drafted(pilot).draft.items[drafted(pilot).chosen]
        assert len(item.passages) > 2
        await press(pilot, "l")
        assert "● 1. " in painted(pilot)
        await press(pilot, "enter", "down", "down", "space")
        assert "○ 1. " in painted(pilot)
        assert "● 3. " in painted(pilot)
        await press(pilot, "w")
        now = drafted(pilot).draft.items[drafted(pilot).chosen]
        assert now.chosen == tuple(sorted({*item.chosen} ^ {0, 2}))
        assert now.lines_confirmed
        await press(pilot, "l", "enter", "escape")
        assert drafted(pilot).draft.items[drafted(pilot).chosen].chosen == now.chosen


async def test_only_looking_changes_nothing(tmp_path: Path) -> None:
    async with drafting(tmp_path) as pilot:
        await press(pilot, "home", "l", "escape", "k", "escape", "e", "enter", "p", "escape", "w", "escape", "q")
        assert pilot.app.return_code == 0
        assert cast(KitApp, pilot.app).last_words == "Nothing has been written."


async def test_the_protocol_is_chosen_by_the_chooser_for_the_time_there_is(tmp_path: Path) -> None:
    async with drafting(tmp_path) as pilot:
        await press(pilot, "minus", "minus", "p")
        assert "● 40" in painted(pilot)
        await press(pilot, *["down"] * 6, "down", "enter")
        draft = drafted(pilot).draft
        assert draft.minutes == 40
        assert {"minutes", "protocol"} <= draft.confirmed
        assert draft.protocol
        await press(pilot, "end")
        assert drafted(pilot).draft == draft


async def test_nothing_is_written_before_she_says_so_and_then_what_she_confirmed_is_no_guess(tmp_path: Path) -> None:
    async with drafting(tmp_path) as pilot:
        await press(pilot, "a", "t", "ctrl+u", *"Sleep", "enter", "l", "w", "x", "a")
        assert files(tmp_path) == []
        await press(pilot, "w")
        assert "under the name" in painted(pilot)
        await press(pilot, "escape")
        assert files(tmp_path) == []
        await press(pilot, "w", "enter")
        assert "The lesson is written" in painted(pilot)
        assert files(tmp_path) == [
            "lessons/lesson.schema.json",
            "lessons/sleep/lesson.yaml",
            "seeds/catalogue.yaml",
            "seeds/sleep.txt",
        ]
    text = lesson(tmp_path)
    assert 'title: "Sleep"\n' in text
    assert "  q1:\n" in text
    assert "  q2:  # guessed\n" in text
    assert "minutes: 50  # guessed\n" in text
    assert (tmp_path / "home/seeds/sleep.txt").read_text(encoding="utf-8") == SCHOOL


async def test_the_written_lesson_is_checked_and_held(tmp_path: Path) -> None:
    from kit.screen.wall import WallScreen

    async with drafting(tmp_path) as pilot:
        await press(pilot, "w", "enter", "right", "enter")
        assert "things to look at" in painted(pilot)
        assert "nobody has confirmed it" in painted(pilot)
        await press(pilot, "escape")
        assert "The lesson is written" in painted(pilot)
        await press(pilot, "right", "right", "enter")
        wall = screen(pilot, WallScreen)
        assert wall.lesson.id == "a-bell-for-sleep"


async def test_a_lesson_she_has_is_never_written_over(tmp_path: Path) -> None:
    mine = tmp_path / "home/lessons/a-bell-for-sleep/lesson.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine", encoding="utf-8")
    async with drafting(tmp_path) as pilot:
        await press(pilot, "w", "enter")
        assert "You have a lesson “a-bell-for-sleep” already" in painted(pilot)
        await press(pilot, "end", "-", "2", "enter")
        assert "The lesson is written" in painted(pilot)
    assert mine.read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "home/lessons/a-bell-for-sleep-2/lesson.yaml").is_file()


async def test_a_lesson_without_a_question_is_not_written(tmp_path: Path) -> None:
    async with drafting(tmp_path) as pilot:
        for _ in drafted(pilot).draft.items:
            await press(pilot, "x", "down")
        assert "None yet: a lesson needs one." in painted(pilot)
        await press(pilot, "w")
        assert "The lesson has no question yet." in painted(pilot)
    assert files(tmp_path) == []


async def test_an_article_that_asks_nothing_still_becomes_a_lesson(tmp_path: Path) -> None:
    async with drafting(
        tmp_path, SCHOOL.split("What do you")[0].replace("Is that wise?", "").split("“Who")[0]
    ) as pilot:
        assert "What does the text want us to believe" in painted(pilot)
        await press(pilot, "w", "enter")
        assert "The lesson is written" in painted(pilot)
    assert "Which line will you remember" in lesson(tmp_path)


async def test_leaving_asks_only_where_something_would_be_lost(tmp_path: Path) -> None:
    async with drafting(tmp_path) as pilot:
        await press(pilot, "a", "q")
        screen(pilot, Ask)
        assert "Leave without writing?" in painted(pilot)
        await press(pilot, "enter")  # the careful answer has the focus
        drafted(pilot)
        await press(pilot, "w", "enter", "enter", "q")
        assert pilot.app.return_code == 0
    async with drafting(tmp_path) as pilot:
        await press(pilot, "q")
        assert pilot.app.return_code == 0
        assert cast(KitApp, pilot.app).last_words == "Nothing has been written."


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (160, 45)])
async def test_an_article_cannot_speak_to_the_terminal_or_to_textual(tmp_path: Path, size: tuple[int, int]) -> None:
    async with drafting(tmp_path, HOSTILE, size) as pilot:
        for keys in ((), ("l",), ("escape", "e"), ("escape", "k"), ("escape", "t"), ("escape", "w"), ("enter",)):
            await press(pilot, *keys)
            text = painted(pilot)
            assert "\x1b" not in text
            assert "\u202e" not in text
            assert "\x07" not in text
        await press(pilot, "enter")
        assert "[bold]of bread[/bold]" in " ".join(painted(pilot).replace("▎", " ").split()) or size[0] == 60
    assert files(tmp_path)


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_every_painted_letter(tmp_path: Path, theme: str) -> None:
    async with drafting(tmp_path, SEED, theme=theme) as pilot:
        for keys in (
            (),
            ("down", "a"),
            ("x",),
            ("l",),
            ("escape", "k"),
            ("escape", "e"),
            ("escape", "p"),
            ("escape", "w"),
            ("enter",),
            ("right", "enter"),
        ):
            await press(pilot, *keys)
            assert_readable(cast(KitApp, pilot.app))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_footer_and_the_screen_speak_four_languages(tmp_path: Path, language: str) -> None:
    async with drafting(tmp_path, interface=language) as pilot:
        tr = cast(KitApp, pilot.app).tr
        footer = painted(pilot).splitlines()[-1]
        assert tr("Accept") in footer
        assert tr("Write it") in footer
        assert tr("in the lesson, guessed") in painted(pilot)
        await press(pilot, "question_mark")
        assert tr("The chosen question") in painted(pilot)


def test_every_action_can_be_done_and_every_binding_comes_from_the_registry() -> None:
    own = [action for action in actions_of("draft") if action.place == "draft"]
    for action in own:
        assert callable(getattr(DraftScreen, f"action_{action.name}"))
    bound = {(binding.key, binding.action) for binding in bindings("draft")}  # type: ignore[union-attr]
    assert bound == {(key, action.name) for action in own for key in action.keys}


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals here")
def test_kit_draft_in_a_real_terminal_and_without_one(tmp_path: Path) -> None:
    from tests.screen.terminal import ROOT, Terminal, kit

    article = tmp_path / "town.txt"
    article.write_text(HOSTILE, encoding="utf-8")
    home = {"KIT_HOME": str(tmp_path / "home"), "KIT_LANGUAGE": "en", "KIT_CACHE": str(tmp_path / "cache")}
    with Terminal(kit("draft", str(article)), env=home) as terminal:
        terminal.until("1 question in the lesson")
        terminal.press("a", "w")
        terminal.until("under the name")
        terminal.press("enter")
        terminal.until("The lesson is written")
        terminal.press("enter")
        terminal.until_gone("The lesson is written")
        terminal.press("q")
        assert terminal.exit_code() == 0
    for unwanted in (b"\x1b]0;stolen", b"stolen\x07", "\u202e".encode()):
        assert unwanted not in terminal.output
    assert lesson(tmp_path)
    before = files(tmp_path)
    done = subprocess.run(
        kit("draft", str(article)),
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, **home, "PYTHONPATH": str(ROOT)},
    )
    assert "Nothing has been written. “kit draft" in done.stdout
    assert "--yes" in done.stdout
    assert files(tmp_path) == before

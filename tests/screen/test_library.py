"""The library: the first thing a teacher sees."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from textual.pilot import Pilot

from kit.screen.library import LibraryScreen
from kit.screen.planview import PlanScreen
from kit.screen.problems import ProblemsScreen
from tests.screen.rooms import library_in, opened, painted, press, screen

SIZES = [(60, 18), (80, 24), (100, 28), (160, 45), (240, 70)]


async def test_the_first_frame_already_lists_every_lesson(tmp_path: Path) -> None:
    from kit.screen.app import KitApp

    app = KitApp(lambda: LibraryScreen(library_in(tmp_path, ["park"])))
    async with app.run_test(size=(120, 28)) as pilot:
        text = painted(pilot)
    assert "Many hands or few?" in text
    assert "Structured academic controversy" in text
    assert "yours" in text


@pytest.mark.parametrize("size", SIZES)
async def test_every_size_shows_the_list_and_the_keys(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(library_in(tmp_path, ["park", "books"]), size) as pilot:
        text = painted(pilot)
        assert "Many hands or few?" in text
        assert "75" in text
        for word in ("Search", "Theme", "Minutes", "Plan", "Help"):
            assert word in text
        assert pilot.app.screen.query_one("#lessons").has_focus
        assert all(len(line) <= size[0] for line in text.splitlines())


@pytest.mark.parametrize(("size", "where"), [((60, 18), None), ((100, 28), "beneath"), ((160, 45), "beside")])
async def test_details_stand_where_there_is_room(tmp_path: Path, size: tuple[int, int], where: str | None) -> None:
    async with opened(library_in(tmp_path), size) as pilot:
        details, listed = pilot.app.screen.query_one("#details"), pilot.app.screen.query_one("#lessons")
        assert details.display is (where is not None)
        if where:
            text = painted(pilot)
            assert "Who should run the most powerful AI?" in text
            assert "To print: Worksheet" in text
            assert (details.region.y >= listed.region.bottom) is (where == "beneath")
            assert (details.region.x >= listed.region.right) is (where == "beside")


async def test_a_search_finds_titles_questions_and_themes_however_they_are_typed(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path, ["park"])) as pilot:
        for typed, found in {
            "HANDS": ["many-hands"],
            "power": ["many-hands"],  # in its essential question
            "cafe": ["park"],  # in a question of the lesson, with an accent there
            "dècent": ["many-hands"],  # a theme
            "gouv": ["park", "many-hands"],  # a theme in French
        }.items():
            await press(pilot, "slash", *typed, "enter")
            assert shown_lessons(pilot) == found, typed
            assert f"Shown: {len(found)} of 2" in painted(pilot)
            await press(pilot, "escape")
        assert len(shown_lessons(pilot)) == 2
        assert not pilot.app.screen.query("#search")


async def test_an_empty_search_says_what_to_do_and_escape_does_it(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "slash", *"xyzzy")
        assert "press Esc to see all lessons again" in painted(pilot)
        await press(pilot, "enter", "p", "s")  # there is nothing to print or to start
        screen(pilot, LibraryScreen)
        await press(pilot, "escape")
        assert "Many hands or few?" in painted(pilot)


async def test_letters_typed_into_the_search_are_letters_and_the_arrow_leads_into_the_list(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "slash", *"spq?")
        assert screen(pilot, LibraryScreen).shelf.filters.search == "spq?"
        await press(pilot, "escape", "slash", "m", "a", "down")
        assert pilot.app.screen.query_one("#lessons").has_focus


async def test_filters_go_round_and_together(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path, ["park"])) as pilot:
        await press(pilot, "m")
        assert "Minutes: up to 45 min" in painted(pilot)
        assert shown_lessons(pilot) == ["park"]
        await press(pilot, "m")
        assert len(shown_lessons(pilot)) == 2
        await press(pilot, "m", "t")
        assert "Theme: Centralised or decentralised" in painted(pilot)
        assert shown_lessons(pilot) == ["many-hands"]
        await press(pilot, "m")
        assert shown_lessons(pilot) == []
        await press(pilot, "escape", "g", "g")
        assert "In language: Français" in painted(pilot)
        assert shown_lessons(pilot) == ["many-hands"]


async def test_a_filter_can_be_clicked(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path, ["park"])) as pilot:
        column = painted(pilot).splitlines()[2].index("Minutes")
        await pilot.click(offset=(column, 2))
        await pilot.pause()
        assert shown_lessons(pilot) == ["park"]


async def test_lesson_language_and_interface_language_are_two_things(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path)) as pilot:
        await press(pilot, "l")
        text = painted(pilot)
        assert "Peu de mains ou beaucoup" in text
        assert "Lesson language" not in text
        assert "Search" in text
        await press(pilot, "L")
        text = painted(pilot)
        assert "Peu de mains ou beaucoup" in text
        assert "Search" not in text


async def test_a_lesson_with_errors_is_listed_with_a_sign_and_says_what_is_wrong(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path, ["books"])) as pilot:
        row = next(line for line in painted(pilot).splitlines() if "Banned" in line)
        assert row.strip().startswith("!")
        assert "to mend" in row
        for key in ("s", "p", "enter"):  # none of them can be done with it: all say why
            await press(pilot, key)
            screen(pilot, ProblemsScreen)
            text = painted(pilot)
            assert "lesson.yaml, line 3:" in text
            assert "“titel” is not a key" in text
            assert "kit check books" in text
            await press(pilot, "escape")
            screen(pilot, LibraryScreen)


async def test_no_text_of_a_lesson_is_taken_for_markup_or_moves_the_cursor(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path, ["books", "park"])) as pilot:
        await press(pilot, "down")
        text = painted(pilot)
        assert "[/]Close the park [@click=app.quit]at night?[/] {{ 7*7 }} <b>x</b>" in text
        assert "Who is a park for [bold]really[/bold]?" in text
        assert not set(text) & {"\x1b", "\x07", "\u202e"}
        await press(pilot, "up", "enter")
        assert not set(painted(pilot)) & {"\x1b", "\x07", "\u202e"}


async def test_a_mended_lesson_is_read_again(tmp_path: Path) -> None:
    library = library_in(tmp_path, ["books"])
    async with opened(library) as pilot:
        mended = tmp_path / "home" / "lessons" / "books" / "lesson.yaml"
        text = (Path(__file__).parent / "own" / "park" / "lesson.yaml").read_text(encoding="utf-8")
        mended.write_text(text, encoding="utf-8")
        await press(pilot, "r")
        assert "to mend" not in painted(pilot)
        await press(pilot, "enter")
        screen(pilot, PlanScreen)


async def test_her_own_lesson_of_the_same_name_wins_and_says_so(tmp_path: Path) -> None:
    library = library_in(tmp_path, ["park"])
    (tmp_path / "home" / "lessons" / "park").rename(tmp_path / "home" / "lessons" / "many-hands")
    async with opened(library) as pilot:
        text = painted(pilot)
        assert "Many hands or few?" not in text
        assert "in place of the one of this name that comes with Kit" in text


async def test_where_her_own_lessons_lie_is_always_said(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path), (200, 30)) as pilot:
        text = painted(pilot)
        assert str(tmp_path / "home" / "lessons") in text
        assert "kit new" in text


async def test_the_plan_and_back_again_to_the_same_lesson(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path, ["books", "park"])) as pilot:
        await press(pilot, "down", "enter")
        screen(pilot, PlanScreen)
        await press(pilot, "escape")
        chosen = screen(pilot, LibraryScreen).chosen
        assert chosen is not None
        assert chosen.id == "park"


async def test_quitting_leaves_at_once_for_nothing_is_lost_here(tmp_path: Path) -> None:
    async with opened(library_in(tmp_path)) as pilot:
        await pilot.press("q")
    assert pilot.app.return_code == 0


def test_the_library_waits_for_no_heavy_library() -> None:
    code = "import kit.screen.library, kit.screen.planview, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pydantic", "jinja2", "weasyprint"} & set(loaded)


def shown_lessons(pilot: Pilot[int]) -> list[str | None]:
    """The ids of the lessons in the list."""
    return [option.id for option in screen(pilot, LibraryScreen).lessons.options]

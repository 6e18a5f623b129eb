"""One registry: keys, footer, help, palette and the manual say the same."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from kit.screen.actions import ACTIONS, actions_of, key_names
from kit.screen.actions.manual import manual
from kit.screen.app import KitApp
from kit.screen.dialogs import Ask, Item, Picker
from kit.screen.keys import bindings
from kit.screen.wall import WallScreen
from kit.words import LANGUAGES, words
from tests.screen.wall_lessons import many_hands
from tests.screen.walls import painted, painted_cells, wall_app, wall_of

MANUAL = Path(__file__).parents[2] / "docs" / "keys.md"


def test_the_manual_is_the_registry() -> None:
    """To refresh it: python -m kit.screen.actions.manual > docs/keys.md"""
    assert MANUAL.read_text(encoding="utf-8") == manual(words("en"))


def test_no_key_means_two_things_in_one_place() -> None:
    for place in {action.place for action in ACTIONS}:
        counted = Counter(key for action in actions_of(place) for key in action.keys)
        assert not [key for key, count in counted.items() if count > 1], place
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)


def test_every_action_of_the_wall_can_be_done() -> None:
    for action in actions_of("wall"):
        owner = KitApp if action.place == "everywhere" else WallScreen
        assert callable(getattr(owner, f"action_{action.name}"))


def test_every_binding_comes_from_the_registry() -> None:
    for place in ("wall", "library", "plan", "everywhere"):
        bound = {(binding.key, binding.action) for binding in bindings(place)}  # type: ignore[union-attr]
        assert bound == {(key, action.name) for action in ACTIONS if action.place == place for key in action.keys}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_help_shows_every_action(language: str) -> None:
    app = wall_app(many_hands())
    async with app.run_test(size=(100, 76)) as pilot:
        app.set_interface(language)
        await pilot.press("question_mark")
        shown = " ".join(painted(app).split())
        tr = words(language)
        for action in actions_of("wall"):
            assert key_names(action, tr)[0] in shown
            assert " ".join(tr(action.help).split())[:30] in shown
        await pilot.press("question_mark")
        assert app.screen is wall_of(app)


async def test_the_palette_does_what_it_lists() -> None:
    app = wall_app(many_hands())
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("ctrl+p")
        for action in actions_of("wall"):
            assert action.name == "palette" or action.help[:30] in painted(app)
        await pilot.press(*"the", "space", *"last", "space", *"step", "enter")
        await pilot.pause()
        assert wall_of(app).course.is_last


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_palette_finds_an_action_by_its_word_in_the_footer(language: str) -> None:
    app = wall_app(many_hands())
    async with app.run_test(size=(100, 40)) as pilot:
        app.set_interface(language)
        tr = words(language)
        for action in actions_of("wall"):
            if action.footer and action.name != "palette":
                await pilot.press("ctrl+p", *tr(action.label))
                assert tr(action.help)[:30] in painted(app), action.id
                await pilot.press("escape")
                await pilot.pause()


@pytest.mark.parametrize(("columns", "count"), [(60, 6), (100, 9), (160, 14)])
async def test_the_footer_shows_what_fits_and_keeps_the_most_needed(columns: int, count: int) -> None:
    app = wall_app(many_hands())
    async with app.run_test(size=(columns, 28)):
        footer = painted(app).splitlines()[-1]
        shown = [action for action in actions_of("wall") if action.footer and action.label in footer]
        assert len(shown) == count
        assert sorted(action.footer for action in shown) == list(range(1, count + 1))


async def test_whoever_teaches_with_it_for_the_first_time_finds_the_tools() -> None:
    async with (app := wall_app(many_hands())).run_test(size=(100, 28)) as pilot:
        footer = painted(app).splitlines()[-1]
        assert all(f"{key} {tool}" in footer for key, tool in (("v", "Vote"), ("t", "Talk"), ("a", "Board")))
        await pilot.press("question_mark")
        rows = [row.strip(" │") for row in painted(app).splitlines()]
        assert rows.index("Through the lesson") < rows.index("With the class")
        assert any(row.startswith("x ") for row in rows[rows.index("With the class") :])
        await pilot.press("escape", "v", "question_mark")
        assert "While the class votes" in painted(app)
    headed = [action.group for action in actions_of("wall")]
    groups = list(dict.fromkeys(headed))
    assert headed == sorted(headed, key=groups.index), "those of one group stand together"


async def test_the_footer_shows_what_the_mouse_is_on() -> None:
    app = wall_app(many_hands())
    async with app.run_test(size=(100, 28)) as pilot:
        label = app.tr("Steps")
        standing = {style.bgcolor for text, style in painted_cells(app) if label in text}
        column = painted(app).splitlines()[27].index(label)
        await pilot.hover(offset=(column, 27))
        pointed_at = {style.bgcolor for text, style in painted_cells(app) if label in text}
        await pilot.hover(offset=(column, 5))
        assert len(standing) == len(pointed_at) == 1
        assert standing != pointed_at
        assert {style.bgcolor for text, style in painted_cells(app) if label in text} == standing


async def test_a_click_on_the_footer_and_on_the_strip_does_what_its_key_does() -> None:
    app = wall_app(many_hands())
    async with app.run_test(size=(100, 28)) as pilot:
        footer = painted(app).splitlines()[-1]
        await pilot.click(offset=(footer.index("Next") + 1, 27))
        assert "Step 2 of" in painted(app)
        strip = painted(app).splitlines()[1]
        await pilot.click(offset=(len(strip.rstrip()) - 1, 1))
        assert wall_of(app).course.is_last
        column, row, columns, rows = wall_of(app).sheet.clock_place
        await pilot.click(offset=(column + columns - 1, row + 2))
        assert wall_of(app).course.countdown.running
        await pilot.click(offset=(footer.index("Quit") + 1, 27))
        assert "End this class?" in painted(app)
        await pilot.click("#answer-yes")
    assert app.return_code == 0
    assert rows == 6


@pytest.mark.parametrize("heavy", ["textual", "rich", "yaml", "pydantic"])
def test_the_registry_needs_no_terminal(heavy: str) -> None:
    code = f"import sys, kit.screen.actions.manual, kit.screen.run; print({heavy!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


async def test_a_typed_number_means_the_number_of_a_label_and_not_its_place() -> None:
    app = wall_app(many_hands())
    chosen: list[str | None] = []
    items = [Item(str(minutes), f"{minutes} min") for minutes in (5, 10, 15, 20, 25)]
    async with app.run_test(size=(100, 28)) as pilot:
        app.push_screen(Picker("How long?", items), chosen.append)
        await pilot.press("5", "enter")
        app.push_screen(Picker("How long?", items), chosen.append)
        await pilot.press("2", "5", "enter")
        app.push_screen(Picker("How long?", items), chosen.append)
        await pilot.press("2", "8", "enter")  # no label has it, so it chooses nothing
        await pilot.pause()
    assert chosen == ["5", "25"]


@pytest.mark.parametrize("columns", [60, 80, 100])
async def test_every_answer_to_a_question_is_shown_whole(columns: int) -> None:
    app = wall_app(many_hands())
    answers = ("Terminer la séance maintenant", "Reprendre une autre fois", "Continuer la séance")
    async with app.run_test(size=(columns, 24)) as pilot:
        app.push_screen(Ask("?", "…", yes=answers[0], no=answers[2], other=(answers[1], lambda: None)))
        await pilot.pause()
        rows = painted(app).splitlines()
        for answer in answers:
            assert any(f"│  {answer}  │" in row for row in rows), answer

"""A lesson's words are only ever shown: no markup, no link, no terminal command in them does anything."""

from __future__ import annotations

import unicodedata

from kit.screen.dialogs import Picker
from kit.screen.notes import NotesScreen
from tests.screen.wall_lessons import hostile
from tests.screen.walls import painted, painted_cells, wall_app, wall_of

VISIBLE = ("[/]", "[/foo]", "[bold]loud[/bold]", "[@click=app.quit]x[/]", "\\[ok]", "$primary", "{curly}", "%s")


def assert_harmless(text: str) -> None:
    for letter in text.replace("\n", ""):
        assert unicodedata.category(letter) not in {"Cc", "Cf"}, f"U+{ord(letter):04X} reached the terminal"


async def test_hostile_words_are_shown_letter_by_letter_on_every_step() -> None:
    app = wall_app(hostile(), minutes=20)
    async with app.run_test(size=(160, 45)) as pilot:
        wall = wall_of(app)
        for _ in wall.course.plan.steps:
            seen = ""
            step = wall.course.index
            while wall.course.index == step:
                seen += painted(app)
                for text, style in painted_cells(app):
                    click = str(style.meta.get("@click", "")) if style.meta else ""
                    assert "quit" not in click or text.strip() in {"q", "Quit"}
                if wall.course.is_last and wall.page == len(wall.sheet.pages) - 1:
                    break
                await pilot.press("pagedown")
            assert_harmless(seen)
            squeezed = " ".join(seen.split())
            for command in VISIBLE:
                assert command in squeezed
            assert "�[2J�]0;PWNED�" in squeezed
        assert app.is_running


async def test_hostile_words_in_dialogs_and_lists() -> None:
    app = wall_app(hostile(), minutes=20)
    async with app.run_test(size=(100, 28)) as pilot:
        await pilot.press("g")
        assert isinstance(app.screen, Picker)
        assert "[/] [/foo] [bold]" in painted(app)
        assert_harmless(painted(app))
        await pilot.press(*"[/zzz")
        assert "[/zzz" in painted(app)
        await pilot.press("escape", "m", "tab", "enter")
        assert isinstance(app.screen, NotesScreen)
        assert "[/] [/foo] [bold]" in painted(app)
        assert_harmless(painted(app))
        assert app.is_running

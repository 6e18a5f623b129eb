"""Both themes can be read from the last desk: contrast is computed on the cells that are really painted."""

from __future__ import annotations

import itertools

import pytest
from rich.color import Color
from rich.style import Style

from kit.screen.app import KitApp
from kit.screen.themes import GROUNDS, TEXT, THEMES
from tests.screen.wall_lessons import many_hands
from tests.screen.walls import painted_cells, wall_app

WORDS, DRAWINGS = 7.0, 3.0
KEYS_TO = {
    "a question": (),
    "a running clock": ("f5",),
    "a paused clock": ("f5", "escape"),
    "lines": ("6", "enter"),
    "a vote": ("4", "enter"),
    "roles": ("7", "enter"),
    "the end": ("end",),
    "help": ("question_mark",),
    "palette": ("ctrl+p",),
    "a search without result": ("ctrl+p", "z", "z"),
    "steps": ("g",),
    "quitting": ("q",),
    "the question before notes": ("m",),
    "notes": ("m", "tab", "enter"),
}


def luminance(colour: Color) -> float:
    """Relative luminance as WCAG 2 defines it, from 0 to 1."""
    channels = [value / 255 for value in colour.get_truecolor()]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def assert_readable(app: KitApp) -> None:
    checked = 0
    for text, style in painted_cells(app):
        for letter in "".join(text.split()):
            least = DRAWINGS if "\u2500" <= letter <= "\u259f" else WORDS
            assert _ratio(style) >= least, f"{letter!r} in {text!r}: {style}"
            checked += 1
    assert checked > 50


def _ratio(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    assert not style.dim
    return contrast(style.color, style.bgcolor)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("screen", KEYS_TO)
async def test_every_painted_letter_and_rule(theme: str, screen: str) -> None:
    app = wall_app(many_hands(), theme=theme)
    async with app.run_test(size=(100, 28)) as pilot:
        await pilot.press(*KEYS_TO[screen])
        assert_readable(app)


async def test_one_key_changes_the_theme_and_every_cell_with_it() -> None:
    app = wall_app(many_hands(), theme="light")
    async with app.run_test(size=(100, 28)) as pilot:
        light = {style.bgcolor for _, style in painted_cells(app)}
        await pilot.press("d")
        await pilot.pause()
        dark = {style.bgcolor for _, style in painted_cells(app)}
        assert not light & dark
        assert_readable(app)


@pytest.mark.parametrize("name", THEMES)
def test_every_text_colour_on_every_ground(name: str) -> None:
    theme = THEMES[name]
    colours = {**theme.variables, **{key: getattr(theme, key) for key in ("primary", "accent", "foreground")}}
    colours |= {key: getattr(theme, key) for key in ("warning", "error", "success", *GROUNDS)}
    parsed = {key: Color.parse(colours[key].lower()) for key in {*TEXT, *GROUNDS, "border", "on-primary"}}
    for text, ground in itertools.product(TEXT, GROUNDS):
        assert contrast(parsed[text], parsed[ground]) >= WORDS, (text, ground)
    for ground in GROUNDS:
        assert contrast(parsed["border"], parsed[ground]) >= DRAWINGS, ground
    assert contrast(parsed["on-primary"], parsed["primary"]) >= WORDS
    assert contrast(parsed["background"], parsed["error"]) >= WORDS

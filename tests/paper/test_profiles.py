"""The same worksheet for every reader: set anew, larger or wider, and no line with another number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from kit.lesson.model import Lesson
from kit.paper import engine, lint
from kit.paper.engine import Laid
from kit.paper.handouts import file_name, handout
from kit.paper.kinds import KINDS, Page
from kit.paper.profiles import PROFILES, ProfileName
from kit.paper.rulings import RULINGS, drawing, usual
from tests.paper.conftest import lesson_called, printed_once

pytestmark = pytest.mark.pdf

each_profile = pytest.mark.parametrize("profile", PROFILES)
READ = [kind.id for kind in KINDS.values() if kind.profiles]


def laid_out(kind: str, profile: ProfileName) -> Laid:
    return printed_once("many-hands", kind, "fr", "a4", profile).laid


def texts(laid: Laid) -> Iterator[Any]:
    """Every laid-out run of text, running heads apart."""
    from weasyprint.formatting_structure import boxes

    def walk(box: Any) -> Iterator[Any]:
        box = getattr(box, "_box", box)
        if isinstance(box, boxes.TextBox) and box.text.strip():
            yield box
        if not isinstance(box, boxes.MarginBox):
            for child in getattr(box, "children", ()):
                yield from walk(child)

    for sheet in laid.document.pages:
        yield from walk(sheet._page_box)


@each_profile
def test_lines_keep_their_numbers_whoever_reads_them(lesson: Lesson, profile: ProfileName) -> None:
    html = handout(lesson, "worksheet", "it", "a4", profile=profile).html
    numbered = re.findall(
        r'class="number">(\d+)</th>\s*<td[^>]*>(?:<p[^>]*>)?(?:<span[^>]*>\[…\]</span> )?(.{12})', html
    )
    assert [int(number) for number, _ in numbered] == [line.number for line in lesson.lines]


@pytest.mark.parametrize("kind", READ)
@each_profile
def test_type_is_as_large_as_promised_and_nothing_is_lost(kind: str, profile: ProfileName) -> None:
    laid = laid_out(kind, profile)
    asked = PROFILES[profile]
    sizes = [round(box.style["font_size"] * 0.75, 2) for box in texts(laid)]
    usual_size = max(set(sizes), key=sizes.count)
    assert usual_size == pytest.approx(asked.points, rel=0.08)
    assert min(sizes) >= asked.least
    assert lint.examine(laid) == []


@pytest.mark.parametrize("profile", ["large", "giant", "dyslexia", "plain"])
def test_no_row_is_longer_than_seventy_characters(profile: ProfileName) -> None:
    from weasyprint.formatting_structure import boxes

    def rows(box: Any) -> Iterator[str]:
        box = getattr(box, "_box", box)
        if isinstance(box, boxes.LineBox):
            yield "".join(part.text for part in box.descendants() if isinstance(part, boxes.TextBox))
        elif not isinstance(box, boxes.MarginBox):
            for child in getattr(box, "children", ()):
                yield from rows(child)

    laid = laid_out("worksheet", profile)
    assert max(len(row) for sheet in laid.document.pages for row in rows(sheet._page_box)) <= 74


def test_wider_letters_come_with_wider_words() -> None:
    """Spaced letters alone make words run together."""
    box = next(texts(laid_out("worksheet", "dyslexia")))
    assert box.style["word_spacing"] >= 3.5 * box.style["letter_spacing"] > 0


@pytest.mark.parametrize("width", [36.92, 36.96, 37.0])
def test_a_row_of_spaced_letters_is_not_broken_after_its_first_word(width: float) -> None:
    """At the first of these widths the row is just full: WeasyPrint alone would leave one word on it."""
    text = "Credo fermamente nella missione di Stability AI e ritengo che l’azienda sia in mani capaci."
    style = f"letter-spacing: 0.05em; word-spacing: 0.2em; width: {width}em"
    laid = engine.lay_out(f"<html lang=it><title>x</title><body><div style='{style}'>{text}</div>", "reading", "a4")
    assert [box.text for box in texts(laid)] == [text[: text.index(" sia")], "sia in mani capaci."]


def test_large_print_is_not_an_enlarged_copy() -> None:
    """Set anew, rows break elsewhere; the paper stays A4 and nothing stands beside anything."""
    laid = laid_out("worksheet", "large")
    assert {round(sheet.width * 25.4 / 96) for sheet in laid.document.pages} == {210}
    assert 'class="notes"' not in handout(lesson_called("many-hands"), "worksheet", "fr", "a4", profile="large").html


def test_what_pupils_do_not_read_comes_in_one_form(lesson: Lesson) -> None:
    assert handout(lesson, "teacher", "en", "a4", profile="giant") == handout(lesson, "teacher", "en", "a4")
    assert file_name("x", "en", "teacher", "a4", "giant") == "x.en.teacher.a4.pdf"
    assert file_name("x", "en", "worksheet", "a4", "giant") == "x.en.worksheet.giant.a4.pdf"


@pytest.mark.parametrize(
    ("language", "page", "ruling"),
    [("fr", "a4", "seyes"), ("en", "a4", "8mm"), ("en", "letter", "college"), ("es", "a4", "8mm"), ("it", "a4", "8mm")],
)
def test_rows_are_ruled_as_pupils_know_them(lesson: Lesson, language: str, page: Page, ruling: str) -> None:
    assert usual(language, page) == ruling
    assert f"kit:rules-{ruling}-" in handout(lesson, "worksheet", language, page).html


def test_another_ruling_can_be_asked_for_and_large_print_has_thick_ones(lesson: Lesson) -> None:
    assert "kit:rules-grid-" in handout(lesson, "worksheet", "fr", "a4", ruling="grid").html
    assert "kit:rules-12mm-" in handout(lesson, "worksheet", "fr", "a4", profile="large").html
    assert "kit:rules-wide-" in handout(lesson, "worksheet", "fr", "a4", profile="large", ruling="wide").html


@pytest.mark.parametrize("ruling", RULINGS.values(), ids=RULINGS)
def test_a_ruling_is_drawn_to_measure(ruling: Any) -> None:
    svg = drawing(ruling, 4).decode()
    feet = [float(foot) for foot in re.findall(r"M0 ([\d.]+)H", svg.split("/>")[0])]
    assert len(feet) == 4
    assert [b - a for a, b in pairwise(feet)] == pytest.approx([ruling.row] * 3, abs=0.02)
    assert f'height="{4 * ruling.row:g}mm"' in svg

"""Columns, paragraphs and the shelf: what the library and the plan are laid out with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from kit.lesson.library import Entry
from kit.screen.library_text import columns, nothing, row
from kit.screen.plan_text import columns as plan_columns
from kit.screen.shelf import Filters, Shelf, fold, next_of, short_path, shown
from kit.screen.widgets.columns import Column, Row, fit, widths
from kit.screen.widgets.flow import Flow
from kit.screen.widgets.prose import Prose
from kit.words import LANGUAGES, words

PRINTABLE = st.text(st.characters(exclude_categories=("C", "Z", "M")), max_size=40)


@given(PRINTABLE, st.integers(1, 30), st.sampled_from(["left", "right"]))
def test_a_cell_is_exactly_as_wide_as_its_column(text: str, width: int, align: str) -> None:
    cell = fit(Content(text), width, align)  # type: ignore[arg-type]
    assert cell.cell_length == width
    if Content(text).cell_length <= width:
        assert cell.plain.strip() == text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [56, 76, 97, 110, 236])
def test_columns_fit_their_list_in_every_language(language: str, width: int) -> None:
    tr = words(language)
    named = {"jigsaw": {"en": "A protocol with a name that is rather long indeed"}}
    hers = replace(entry("A title as long as they come, with a second half after it", 50, ""), protocols=("jigsaw",))
    for listed in (columns([hers], named, "en", tr), columns([], {}, "en", tr), plan_columns(tr)):
        heads = Row(listed, [Content("x")] * len(listed))
        assert heads.content(width).cell_length <= width
        growing = [w for column, w in zip(listed, widths(listed, width - 2), strict=True) if not column.width and w]
        assert growing[0] >= 16  # a title one can recognise


def test_a_protocol_is_named_in_full_where_the_titles_leave_room() -> None:
    named = {"jigsaw": {"en": "Structured academic controversy"}}
    listed = [replace(entry("Many hands or few?", 75, ""), protocols=("jigsaw",))]
    shown_columns = columns(listed, named, "en", words("en"))
    assert (
        "Structured academic controversy"
        in row(listed[0], shown_columns, named, "en", words("en"), broken=False).content(96).plain
    )


def test_what_one_growing_column_cannot_use_goes_to_the_other() -> None:
    assert widths((Column("a", most=60), Column("b", most=10)), 62) == [50, 10]
    assert widths((Column("a", share=3), Column("b", share=1)), 42) == [30, 10]


@given(st.lists(PRINTABLE, max_size=6), st.integers(8, 60))
def test_no_word_of_a_paragraph_or_a_chip_is_lost(texts: list[str], width: int) -> None:
    for lines in (
        Prose([Content(text) for text in texts]).lines(width),
        Flow([Content(t) for t in texts]).lines(width),
    ):
        assert all(line.cell_length <= width for line in lines)
        assert "".join("".join(line.plain for line in lines).split()) == "".join("".join(texts).split())


def test_a_bullet_hangs_and_a_french_sign_stays_with_its_word() -> None:
    lines = Prose([Content("· Que voulez-vous dire\N{NO-BREAK SPACE}?")]).lines(23)
    assert [line.plain for line in lines] == ["· Que voulez-vous", "  dire\N{NO-BREAK SPACE}?"]


def test_folding_forgives_accents_capitals_and_signs() -> None:
    assert fold("L’Œuvre Élevée") == fold("l'oeuvre elevee")
    assert fold("¿Cuántas?") == "¿cuantas?"


def test_a_ring_of_values_comes_back_to_none() -> None:
    seen, current = [], 0
    for _ in range(4):
        current = next_of([45, 50, 75], current, 1, 0)
        seen.append(current)
    assert seen == [45, 50, 75, 0]
    assert next_of([], "gone", 1, "") == ""


def test_filters_work_together_and_an_unknown_theme_is_searched_as_it_is() -> None:
    shelf = Shelf([entry("a", 45, "governance"), entry("b", 60, "governance"), entry("c", 45, "odd [/] theme")])
    shelf.filters = Filters(theme="governance", minutes=50)
    assert [found.id for found in shelf.wanted("en")] == ["a"]
    assert shelf.themes() == ["governance", "odd [/] theme"]
    assert shelf.minutes() == [45, 60]


def test_the_lesson_with_the_words_in_its_title_comes_first() -> None:
    first, second = entry("about", 45, ""), entry("hands", 45, "")
    shelf = Shelf(
        [
            replace(first, titles={"en": "A lesson"}, essential_questions={"en": "How many hands?"}),
            replace(second, titles={"en": "Many hands"}),
        ],
        Filters(search="many hands"),
    )
    assert [found.id for found in shelf.wanted("en")] == ["hands", "about"]


def test_an_empty_library_says_how_to_begin(tmp_path: Path) -> None:
    text = nothing(Shelf(), tmp_path, words("en")).plain
    assert "kit new" in text
    assert str(tmp_path) in text


def test_what_is_shown_of_a_header_stays_on_its_line_and_moves_no_cursor() -> None:
    assert shown(" a\n\tb\r\x1b[2J\u202e\x9b ") == "a b \ufffd[2J\ufffd\ufffd"
    assert shown("dire\N{NO-BREAK SPACE}?") == "dire\N{NO-BREAK SPACE}?"


def test_the_home_folder_is_a_tilde() -> None:
    assert short_path(Path.home() / "Kit") == str(Path("~") / "Kit")


def entry(name: str, minutes: int, theme: str) -> Entry:
    """A header."""
    return Entry(id=name, folder=name, own=True, language="en", languages=("en",), minutes=minutes, themes=(theme,))

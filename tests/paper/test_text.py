"""A lesson's text on its way into HTML."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from kit.paper.labels import DASH, line_label, ranges
from kit.paper.text import french_spaces, line, paragraphs, quoted
from kit.words import words

NARROW = "\u202f"


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Pourquoi ?", f"Pourquoi{NARROW}?"),
        ("Non ! Si ; peut-être : oui", f"Non{NARROW}! Si{NARROW}; peut-être\u00a0: oui"),
        ("« Oui »", "«\u00a0Oui\u00a0»"),
        ("Déjà\u202f? «\u00a0Oui\u00a0»", "Déjà\u202f? «\u00a0Oui\u00a0»"),
        ("à 12:30, https://example.org", "à 12:30, https://example.org"),
        ("40 % des voix", "40\u00a0% des voix"),
    ],
)
def test_french_marks_keep_their_word(typed: str, set_: str) -> None:
    assert french_spaces(typed, "fr") == set_


def test_other_languages_are_left_as_typed() -> None:
    assert french_spaces("¿ Qué ?", "es") == "¿ Qué ?"


def test_a_narrow_space_is_drawn_because_the_font_has_none() -> None:
    assert line("Qui\u202f?") == 'Qui<span class="narrow">\u00a0</span>?'
    assert quoted("Qui\u202f?") == 'Qui<span class="narrow">\u00a0</span>?'


def test_a_blank_line_begins_a_paragraph_and_a_line_break_does_not() -> None:
    assert paragraphs("one\ntwo\n\n_three_\n") == "<p>one two</p><p><em>three</em></p>"


def test_articles_are_never_interpreted() -> None:
    assert quoted("_a_ <b> & “c”") == "_a_ &lt;b&gt; &amp; “c”"


@pytest.mark.parametrize(
    ("numbers", "written"),
    [([], ""), ([4], "4"), ([3, 4, 5, 8], f"3{DASH}5, 8"), ([9, 1, 2, 2], f"1{DASH}2, 9")],
)
def test_line_numbers_are_written_as_ranges(numbers: list[int], written: str) -> None:
    assert ranges(numbers) == written


def test_a_range_stays_together_in_our_texts_too() -> None:
    assert line("righe 12–14, e 8 – 9") == f"righe 12{DASH}14, e 8 – 9"


def test_one_line_or_several() -> None:
    assert line_label(words("en"), [4]) == "line 4"
    assert line_label(words("en"), [4, 5]) == f"lines 4{DASH}5"
    assert line_label(words("en"), []) == ""


def test_a_straight_apostrophe_of_ours_is_printed_as_in_print_and_that_of_an_article_as_it_is() -> None:
    assert line("Say the other side's reason; the pupils' own.") == "Say the other side’s reason; the pupils’ own."
    assert line("'too' l'autre", "fr") == Markup("&#39;too&#39; l’autre")
    assert quoted("l'IA") == Markup("l&#39;IA")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("In line … the text says …", "In line\u00a0… the text says\u00a0…"),
        ("about 8 million dollars", "about 8\u00a0million dollars"),
        ("one can look it up (line 35).", "one can look it up (line\u00a035)."),
        ("28 pupils write", "28 pupils write"),
    ],
)
def test_what_would_look_lost_at_the_beginning_of_a_row_stays_with_its_word(typed: str, printed: str) -> None:
    assert line(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("phase de croissance ».", 'phase de<span> </span><span class="nowrap">croissance ».</span>'),
        ("« Nous n'allons pas", '<span class="nowrap">« Nous</span> n&#39;allons pas'),
        ("sur le sujet ?", 'sur le<span> </span><span class="nowrap">sujet ?</span>'),
        ("« Oui »", '<span class="nowrap">« Oui »</span>'),
    ],
)
def test_no_row_of_a_quotation_begins_with_a_lonely_mark(typed: str, printed: str) -> None:
    assert quoted(typed) == printed

"""Seat cards: eight to a sheet, both faces the same, nobody's name, and readable aloud."""

from __future__ import annotations

import io
from functools import cache

import page as pdf_validation
import pikepdf
import pypdfium2
import pytest

from kit.paper import engine, lint, seat_cards
from kit.paper.kinds import Page
from kit.words import LANGUAGES, words

pytestmark = pytest.mark.pdf

EVERY = pytest.mark.parametrize(
    ("language", "page"), [(language, page) for language in LANGUAGES for page in ("a4", "letter")]
)


@cache
def laid(language: str, page: Page) -> engine.Laid:
    """Cards of the widest labels there are among those a class has."""
    return engine.lay_out(seat_cards.html([*map(str, range(92, 108)), "W"], language), seat_cards.SHEET, page)


@EVERY
def test_they_keep_the_rules_of_pdf_ua(language: str, page: Page) -> None:
    pdf = engine.write(laid(language, page))
    report = pdf_validation.validate_pdf_bytes(pdf, profile=pdf_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]
    document = pikepdf.open(io.BytesIO(pdf))
    assert str(document.Root.Lang) == language
    assert str(document.docinfo.Title) == words(language)("Seat cards")


@EVERY
def test_eight_stand_on_a_sheet_and_every_word_on_the_paper(language: str, page: Page) -> None:
    made = laid(language, page)
    assert made.pages == 3
    assert lint.examine(made) == []
    texts = [sheet.get_textpage().get_text_bounded() for sheet in pypdfium2.PdfDocument(engine.write(made))]
    numbers = [[part for part in text.split() if part.isdigit() and len(part) > 1] for text in texts]
    assert [sorted(set(found), key=int) for found in numbers] == [
        [str(seat) for seat in range(92, 100)],
        [str(seat) for seat in range(100, 108)],
        [],
    ]
    assert all(found.count(seat) == 2 for found in numbers for seat in found)
    assert words(language)("Cut along the solid lines, fold along the dotted ones.") in texts[0].replace("\r\n", " ")
    assert lint.missing_characters(made) == ""


def test_letters_are_for_the_same_seats() -> None:
    pdf = seat_cards.make_pdf([1, 2, 27], letters=True, language="en", page="a4")
    (sheet,) = pypdfium2.PdfDocument(pdf)
    there = [part for part in sheet.get_textpage().get_text_bounded().split() if part.isupper()]
    assert sorted(there) == ["A", "A", "AA", "AA", "B", "B"]

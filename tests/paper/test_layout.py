"""Every word stands on the paper, large enough, in black."""

from __future__ import annotations

import pytest

from kit.paper import engine, lint
from kit.paper.kinds import KINDS, Page
from kit.paper.lint import Fault, Finding
from kit.paper.proof import SAYS, proof, said
from kit.words import LANGUAGES, say, words
from tests.paper.conftest import Print

pytestmark = pytest.mark.pdf

TO_BE_CUT = ("cards", "signs", "exit-tickets")
"""Kinds whose pages need no head: nobody keeps them as pages."""

SIZES = {"a4": (210, 297), "letter": (215.9, 279.4)}


@pytest.mark.parametrize("page", SIZES)
def test_the_sheet_has_the_size_asked_for(printed: Print, page: Page) -> None:
    import pypdfium2

    for sheet in pypdfium2.PdfDocument(printed("worksheet", page=page).pdf):
        assert [side * 25.4 / 72 for side in sheet.get_size()] == pytest.approx(SIZES[page], abs=0.1)


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_nothing_but_black(printed: Print, kind: str) -> None:
    import pypdfium2
    from PIL import ImageChops

    for page in pypdfium2.PdfDocument(printed(kind).pdf):
        red, green, blue = page.render(scale=0.6).to_pil().convert("RGB").split()
        assert ImageChops.difference(red, green).getbbox() is None
        assert ImageChops.difference(green, blue).getbbox() is None
        assert red.getextrema()[0] < 64, "an empty page"


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_has_its_number_and_every_later_one_its_head(printed: Print, kind: str) -> None:
    pages = printed(kind).pages
    for number, text in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in text
    if kind not in TO_BE_CUT:
        for text in pages[1:]:
            assert "Many hands or few?" in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", SIZES)
def test_the_blueprint_is_one_page_and_the_timetable_begins_the_next(printed: Print, language: str, page: Page) -> None:
    document = printed("teacher", language, page).laid.document
    headings = [
        (number, level) for number, sheet in enumerate(document.pages) for level, *_ in sheet.bookmarks if level == 1
    ]
    assert headings == [(0, 1)]
    second = [title for level, title, *_ in document.pages[1].bookmarks if level == 2]
    first = [title for level, title, *_ in document.pages[0].bookmarks if level == 2]
    assert first
    assert second
    assert not set(first) & set(second)
    assert document.pages[1].bookmarks[0][0] == 2


def lay_out(body: str) -> engine.Laid:
    return engine.lay_out(f"<html lang=en><title>x</title><body>{body}</body>", "worksheet", "a4")


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p style='margin-left: 300mm'>gone</p>", "off-page"),
        ("<p style='margin-left: -12mm'>into the binding</p>", "beyond-margin"),
        ("<p style='width: 10mm; white-space: nowrap'>too long for its column</p>", "beyond-column"),
        ("<p style='width: 10mm; white-space: nowrap; overflow: hidden'>cut off at the end</p>", "clipped"),
        ("<p style='font-size: 7pt'>small print</p>", "too-small"),
        ("<div style='height: 9mm'><p>one</p><p>two</p><p>three</p></div>", "overfull"),
        ("<p>these words</p><p style='margin-top: -7mm'>and these on top of them</p>", "overprinted"),
        ("<p style='color: #999'>hard to copy</p>", "faint"),
        ("<p style='background: #777'>black on grey</p>", "faint"),
    ],
)
def test_the_printers_eye_sees_each_fault(body: str, fault: str) -> None:
    assert fault in {finding.fault for finding in lint.examine(lay_out(body))}


def test_a_character_the_font_lacks_is_named() -> None:
    laid = lay_out("<p>\U0010f00d and Łódź</p>")
    engine.write(laid)
    assert lint.missing_characters(laid) == "\U0010f00d"
    assert "missing" in {finding.fault for finding in proof(laid)}


def test_a_face_that_stands_in_is_named() -> None:
    laid = lay_out("<p>東京 and Łódź</p>")
    engine.write(laid)
    assert {finding.fault for finding in proof(laid)} & {"stand-in", "missing"}


ROOM = "<div style='height: {}mm'></div>"
RULED = "<div class=ruled style='height: 24mm'></div>"


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (f"{ROOM.format(252)}<p class=prompt style='break-after: auto'>Why?</p>{RULED}", "split"),
        (f"<p>one</p>{ROOM.format(258)}<p>one row too many</p>", "bare-page"),
    ],
)
def test_whole_pages_are_looked_at_too(body: str, fault: str) -> None:
    laid = lay_out(body)
    engine.write(laid)
    assert laid.pages == 2
    assert fault in {finding.fault for finding in proof(laid)}


def test_a_page_that_was_begun_on_purpose_may_be_short() -> None:
    laid = lay_out("<p>one</p><section style='break-before: page'><p>A poster</p></section>")
    engine.write(laid)
    assert proof(laid) == []


def test_a_handout_of_another_length_than_promised_is_noticed() -> None:
    laid = lay_out("<p>one</p>")
    engine.write(laid)
    assert {finding.fault for finding in proof(laid, pages=2)} == {"page-count"}


@pytest.mark.parametrize("fault", SAYS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_is_a_sentence(fault: Fault, language: str) -> None:
    sentence = say(words(language), said(Finding(fault=fault, page=3, text="somewhat")))
    assert "somewhat" in sentence
    assert "{" not in sentence

"""Texts side by side on paper: the sheet keeps its answer back, the key shows the stemma and calls it a hypothesis."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import page as pdf_validation
import pikepdf
import pypdfium2
import pytest

from kit.draft.article import read_article, read_file
from kit.draft.compare.comparison import Comparison, compare
from kit.draft.compare.saying import Saying
from kit.draft.compare.text import Text
from kit.paper import comparison as paper
from kit.paper import engine, lint
from kit.paper.kinds import Page
from kit.paper.stemma_drawing import drawing
from kit.words import LANGUAGES, words

pytestmark = pytest.mark.pdf

SEEDS = Path(__file__).parent.parent.parent / "seeds"
FIVE = ("fr-resignation", "fr-researchers-leave", "fr-questions", "it-resignation", "es-resignation")


@cache
def five() -> Comparison:
    return compare([Text(name, name, read_file(SEEDS / f"{name}.txt")) for name in FIVE])


@cache
def html(template: str, language: str) -> str:
    return paper.html(paper.Sheet(five(), Saying(five(), words(language))), template)


@cache
def made(template: str, language: str, page: Page) -> tuple[engine.Laid, bytes]:
    laid = engine.lay_out(html(template, language), paper.SHEET, page)
    return laid, engine.write(laid)


def text_of(pdf: bytes) -> str:
    sheets = (sheet.get_textpage().get_text_bounded() for sheet in pypdfium2.PdfDocument(pdf))
    return " ".join(" ".join(sheets).replace("\ufffe", "-").split())


@pytest.mark.parametrize("template", ["comparison", "comparison-key"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_on_the_paper_and_can_be_read_aloud(template: str, language: str) -> None:
    laid, pdf = made(template, language, "letter" if language == "en" else "a4")
    assert lint.examine(laid) == []
    assert lint.missing_characters(laid) == ""
    assert laid.pages <= 4
    report = pdf_validation.validate_pdf_bytes(pdf, profile=pdf_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]
    document = pikepdf.open(io.BytesIO(pdf))
    assert str(document.Root.Lang) == language
    assert words(language)("Who copied from whom?") in str(document.docinfo.Title)


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_articles_fill_one_sheet_of_paper(language: str) -> None:
    """The two French ones, as the media lesson has them: front and back."""
    found = compare(five().texts[:2])
    page: Page = "letter" if language == "en" else "a4"
    sheet = paper.Sheet(found, Saying(found, words(language)))
    assert engine.lay_out(paper.html(sheet, "comparison"), paper.SHEET, page).pages == 2


def test_the_sheet_shows_the_evidence_and_not_the_answer() -> None:
    text = text_of(made("comparison", "en", "letter")[1])
    for shown in (
        "comme Forbes l'a précédemment rapporté",
        "environ 8 millions",
        "How do you know?",
        "Text A",
        "Text B",
    ):
        assert shown in text, shown
    for kept_back in ("1,152", "credits Forbes", "suggests", "farther from the first"):
        assert kept_back not in text, kept_back


def test_the_key_gives_the_answer_and_calls_it_a_hypothesis() -> None:
    text = text_of(made("comparison-key", "en", "letter")[1])
    for said in (
        "1,152 characters; 12% of A, 35% of B",
        "B credits Forbes here; A does not",
        "It is a hypothesis",
        "do not count them as two witnesses",
        "environ (about)",
        "a person or a program",
    ):
        assert said in text, said


def test_the_drawing_shows_what_is_shared_who_is_named_and_which_way() -> None:
    svg = str(drawing(five(), Saying(five(), words("en"))))
    assert svg.count("<circle") == 5
    for part in (">1,152<", ">108<", ">Forbes<", ">Techcrunch<", ">?<", "<title>What the texts share"):
        assert part in svg, part
    empty = str(drawing(five(), Saying(five(), words("en")), empty=True))
    assert empty.count("<circle") == 5
    assert "1,152" not in empty
    assert "Forbes" not in empty


@pytest.mark.parametrize("template", ["comparison", "comparison-key"])
def test_the_drawing_is_drawn_on_the_paper_and_told_to_whoever_cannot_see_it(template: str) -> None:
    pdf = made(template, "en", "letter")[1]
    told = (
        "The texts, to be joined by arrows" if template == "comparison" else "What the texts share, and whom they name"
    )
    document = pikepdf.open(io.BytesIO(pdf))
    tags = [
        thing for thing in document.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"
    ]
    assert [str(figure.get("/Alt")) for figure in tags] == [told]
    drawn = [one.operator for sheet in document.pages for one in pikepdf.parse_content_stream(sheet)]
    curves = drawn.count(pikepdf.Operator("c"))
    assert curves >= 5 * 4  # each circle is four


def test_what_stands_around_a_passage_is_the_texts_own_words() -> None:
    sheet = paper.Sheet(five(), Saying(five(), words("en")))
    for left, right in sheet.passages:
        for piece, name in ((left, FIVE[0]), (right, FIVE[1])):
            whole = " ".join((SEEDS / f"{name}.txt").read_text(encoding="utf-8").split())
            joined = (piece.before + piece.words + piece.after).removeprefix("… ").removesuffix(" …")
            assert all(part in whole for part in joined.strip().split(" […] "))


HOSTILE = (
    "Forbes reported <script>alert(1)</script> {{ 7*7 }} &amp; that 8 million dollars a month _is_ gone, " + "W" * 300
)


def test_hostile_text_is_nothing_but_text() -> None:
    texts = [
        Text("a<b>.txt", "<i>One</i>", read_article(f"One. {HOSTILE}".encode(), "a.txt", "en")),
        Text("b.txt", "{{ two }}" * 30, read_article(f"Two. {HOSTILE}".encode(), "b.txt", "en")),
    ]
    found = compare(texts)
    for template in ("comparison", "comparison-key"):
        made_of_it = paper.html(paper.Sheet(found, Saying(found, words("fr"))), template)
        assert "<script" not in made_of_it
        assert "<i>" not in made_of_it
        assert "<em>is" not in made_of_it
        laid = engine.lay_out(made_of_it, paper.SHEET, "a4")
        assert [finding for finding in lint.examine(laid) if finding.fault in ("off-page", "clipped")] == []


def test_texts_that_share_nothing_have_a_sheet_too() -> None:
    texts = [
        Text(name, "", read_article(said.encode(), f"{name}.txt", "en"))
        for name, said in (("a", "One."), ("b", "Two."))
    ]
    found = compare(texts)
    for template in ("comparison", "comparison-key"):
        laid = engine.lay_out(paper.html(paper.Sheet(found, Saying(found, words("es"))), template), paper.SHEET, "a4")
        assert laid.pages == 1

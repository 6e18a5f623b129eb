"""Every handout can be read aloud by a machine, in the right language, and looks the same on every computer."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

import page as pdf_validation
import pikepdf
import pytest

from kit.lesson.lines import passage_language
from kit.lesson.model import Lesson
from kit.paper import tags
from kit.paper.kinds import KINDS, Page
from kit.paper.profiles import PROFILES, ProfileName
from kit.paper.proof import proof
from kit.words import LANGUAGES
from tests.paper.conftest import Print, lesson_called, lesson_with, paper_of, printed_once

pytestmark = pytest.mark.pdf

FAMILY = [
    (kind.id, profile, language, paper_of(language))
    for kind in KINDS.values()
    for profile in (PROFILES if kind.profiles else ("standard",))
    for language in LANGUAGES
]
"""Every kind in every print it comes in and in every language."""

FAMILY += [
    (kind, "standard", language, "a4" if paper_of(language) == "letter" else "letter")
    for kind in ("worksheet", "teacher")
    for language in LANGUAGES
]
"""And the two that every class needs on the other paper too."""

PROMISED = {"blueprint": 1, "exit-tickets": 1, "rubric": 2, "observer": 2}
"""Pages of kinds that always have as many, in usual print."""


def elements(node: Any) -> Iterator[Any]:
    """Every element of a tag tree."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        if "/K" in node:
            yield from elements(node.K)


def tag_tree(document: pikepdf.Pdf) -> list[Any]:
    return list(elements(document.Root.StructTreeRoot.K))


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


@pytest.mark.parametrize(("kind", "profile", "language", "page"), FAMILY)
def test_every_handout_keeps_the_rules_and_stands_on_its_pages(
    kind: str, profile: ProfileName, language: str, page: Page
) -> None:
    """Read by a validator and by the proof reader: nothing to mend in any kind, print and language."""
    made = printed_once(lesson_with(kind), kind, language, page, profile)
    report = pdf_validation.validate_pdf_bytes(made.pdf, profile=pdf_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]
    assert proof(made.laid, pages=PROMISED.get(kind, 0) if profile == "standard" else 0) == []
    carries_title_language_and_fonts(opened(made.pdf), lesson_called(lesson_with(kind)), language)


def carries_title_language_and_fonts(document: pikepdf.Pdf, lesson: Lesson, language: str) -> None:
    assert str(document.Root.Lang) == language
    assert lesson.edition(language).title.strip() in str(document.docinfo.Title)
    assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
    fonts = [
        thing
        for thing in document.objects
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
    ]
    assert fonts
    for font in fonts:
        assert "Atkinson" in str(font.FontName)
        assert "/FontFile2" in font or "/FontFile3" in font


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_passage_says_its_language(printed: Print, lesson: Lesson, language: str) -> None:
    document = opened(printed("worksheet", language).pdf)
    cells = [element for element in tag_tree(document) if element.S == "/TD"]
    marked = Counter(str(cell.Lang) for cell in cells if "/Lang" in cell)
    assert marked == Counter(passage_language(lesson, line.excerpt) for line in lesson.lines)


@pytest.mark.parametrize("kind", ["worksheet", "teacher"])  # the update cards have no table
def test_every_header_cell_says_what_it_heads(printed: Print, kind: str) -> None:
    document = opened(printed(kind).pdf)
    headers = [element for element in tag_tree(document) if element.S == "/TH"]
    assert headers
    assert {str(header.A.Scope) for header in headers} == {"/Row", "/Column"}


@pytest.mark.parametrize("kind", KINDS)
def test_running_heads_are_not_read_out_as_text(printed: Print, kind: str) -> None:
    document = opened(printed(kind).pdf)
    numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
    owners = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
    for page in document.pages:
        marks = [
            (str(instruction.operands[0]), instruction.operands[1])
            for instruction in pikepdf.parse_content_stream(page)
            if str(instruction.operator) == "BDC"
        ]
        assert any(name == "/Artifact" and mark.get("/Type") == "/Pagination" for name, mark in marks)
        for name, mark in marks:
            if "/MCID" in mark:
                owner = owners[int(page.StructParents)][int(mark.MCID)]
                assert isinstance(owner, pikepdf.Dictionary), f"{name} {mark} belongs to nothing"


def test_kit_knows_the_weasyprint_it_completes() -> None:
    """A new WeasyPrint may close the gaps itself or move its functions: look at `kit.paper.tags` first."""
    assert tags.gaps_left() is None


def test_a_weasyprint_kit_does_not_know_is_left_alone_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import weasyprint

    monkeypatch.setattr(weasyprint, "VERSION", "71.2")
    gap = tags.gaps_left()
    assert gap is not None
    assert gap.values["version"] == "71.2"
    with tags.completed() as finisher:
        assert finisher is None


def test_the_same_lesson_makes_the_same_bytes(printed: Print) -> None:
    from kit.paper.handouts import make_pdf

    once = printed("worksheet")
    assert make_pdf(once.handout) == once.pdf

"""Ballots of two stubs: the same code twice, no code on two ballots, and every word on the piece it belongs to."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from weasyprint.formatting_structure import boxes

from kit.paper import engine, lint
from kit.paper.handouts import handout
from kit.paper.kinds import Page
from kit.paper.printable import everything, printable
from kit.paper.printing import print_lesson
from kit.paper.refused import Refused
from kit.session.ballots import paired_votes
from kit.session.codes import codes
from kit.words import LANGUAGES
from tests.paper.conftest import lesson_called, squeezed

pytestmark = pytest.mark.pdf

CODE = re.compile(r"(?<![\w/])[A-HJ-NP-Z][2-9](?!\w)")
WITH_BALLOTS = ("many-hands", "reasons-and-causes", "turning-point", "vision-or-invoice", "who-made-it")
PAGES: tuple[Page, ...] = ("a4", "letter")


def children(box: Any) -> list[Any]:
    return [getattr(child, "_box", child) for child in getattr(box, "children", ())]


def stubs(box: Any) -> list[Any]:
    """Every half of a ballot on a page."""
    element = getattr(box, "element", None)
    if isinstance(box, boxes.BlockBox) and element is not None and "stub" in element.get("class", "").split():
        return [box]
    return [stub for child in children(box) for stub in stubs(child)]


def texts(box: Any) -> list[Any]:
    own = [box] if isinstance(box, boxes.TextBox) and box.text.strip() else []
    return [*own, *(text for child in children(box) for text in texts(child))]


def words_of(stub: Any) -> str:
    return " ".join(text.text for text in texts(stub))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WITH_BALLOTS)
def test_every_word_stands_inside_its_own_stub(name: str, language: str, page: Page) -> None:
    made = handout(lesson_called(name), "ballots", language, page, copies=12)
    laid = engine.lay_out(made.html, "ballots", page)
    assert laid.pages == (3 if name == "vision-or-invoice" else 2), "eight or four to a page"
    for sheet in laid.document.pages:
        for stub in stubs(sheet._page_box):
            left, top = stub.position_x, stub.position_y
            for text in texts(stub):
                assert left <= text.position_x
                assert text.position_x + text.width <= left + stub.margin_width()
                assert top <= text.position_y
                assert text.position_y + text.height <= top + stub.margin_height() + 1


def test_a_code_stands_on_both_stubs_of_one_ballot_and_on_no_other() -> None:
    made = handout(lesson_called("many-hands"), "ballots", "en", "a4", copies=28)
    laid = engine.lay_out(made.html, "ballots", "a4")
    found = [CODE.findall(words_of(stub)) for sheet in laid.document.pages for stub in stubs(sheet._page_box)]
    assert all(len(codes) == 1 for codes in found)
    one_by_one = [codes[0] for codes in found]
    assert one_by_one[::2] == one_by_one[1::2]
    assert tuple(one_by_one[::2]) == codes("many-hands", "deliberate", 28)
    assert len(set(one_by_one)) == 28


def test_both_stubs_ask_the_same_and_only_the_second_asks_for_the_line() -> None:
    made = handout(lesson_called("many-hands"), "ballots", "fr", "a4", copies=1)
    first, second = stubs(engine.lay_out(made.html, "ballots", "a4").document.pages[0]._page_box)
    for stub in (first, second):
        assert "Les modèles d’IA les plus puissants" in words_of(stub)
        assert all(option in words_of(stub) for option in ("Pour", "Contre", "Indécis"))
    assert "Premier vote" in words_of(first)
    assert "Second vote" in words_of(second)
    assert "La ligne décisive" in words_of(second)
    assert "La ligne décisive" not in words_of(first)


def test_corners_and_scales_carry_the_letters_of_the_wall() -> None:
    made = handout(lesson_called("vision-or-invoice"), "ballots", "en", "a4", copies=1)
    text = words_of(stubs(engine.lay_out(made.html, "ballots", "a4").document.pages[0]._page_box)[0])
    for letter, label in zip("ABCD", ("Right, for as long", "Rather right", "Rather wrong", "Wrong from"), strict=True):
        assert re.search(rf"{letter}\s+{label}", text)


@pytest.mark.parametrize(
    "statement", ['<script>alert(1)</script> {{ 7*7 }} [/] & "quoted"', "x" * 400, "A long statement indeed. " * 60]
)
def test_any_statement_stands_on_the_paper_as_it_is(statement: str) -> None:
    lesson = lesson_called("many-hands")
    edition = lesson.edition("en")
    steps = tuple(replace(step, statement=statement) for step in edition.steps)
    changed = replace(lesson, editions={"en": replace(edition, steps=steps)})
    laid = engine.lay_out(handout(changed, "ballots", "en", "a4", copies=5).html, "ballots", "a4")
    assert lint.examine(laid) == []
    found = [stub for sheet in laid.document.pages for stub in stubs(sheet._page_box)]
    assert len(found) == 10
    for stub in found:
        assert squeezed(statement) in squeezed(words_of(stub))


def test_without_ballots_everything_else_is_printed(tmp_path: Path) -> None:
    lesson = lesson_called("empty-chair")
    assert paired_votes(lesson) == ()
    assert "ballots" not in [kind.id for kind in (*printable(lesson), *everything(lesson))]
    with pytest.raises(Refused):
        list(print_lesson(lesson, ["ballots"], "en", "a4", tmp_path))

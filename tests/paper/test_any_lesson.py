"""A lesson of three lines prints beautifully, and one that attacks prints as text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kit.lesson.model import Starter
from kit.paper import engine, lint
from kit.paper.handouts import handout
from kit.paper.printable import printable
from kit.paper.refused import Refused
from tests.paper.conftest import Print, lesson_called, squeezed

pytestmark = pytest.mark.pdf

TOLD = {
    ("worksheet", "organiser", "teacher", "blueprint", "blackout", "bilingual"): '<img src="file:///etc/passwd">',
    ("worksheet", "teacher", "answer-key", "blackout"): "Is {{ 7*7 }} the same as <sup>49</sup>?",
    ("exit-tickets", "worksheet"): 'What does `{{ tr("Name") }}` say?',
    ("reading", "bilingual", "cards", "worksheet"): "<h1>Not a heading</h1>",
}
"""What attacks in which kinds, besides the title, which stands on all of them."""

each_kind = pytest.mark.parametrize("kind", [kind.id for kind in printable(lesson_called("hostile"))])


def test_the_smallest_lesson_is_one_page_and_says_what_is_not_proved(printed: Print) -> None:
    made = printed("worksheet", lesson="fair-play")
    assert made.laid.pages == 1
    assert lint.examine(made.laid) == []
    assert "not proved" in made.pages[0]
    assert "The poster in the gym" in made.pages[0]
    assert "Why thank the others?" in made.pages[0]


def test_an_empty_section_leaves_no_heading_behind(printed: Print) -> None:
    worksheet = printed("worksheet", lesson="fair-play").pages[0]
    assert "Words you need" not in worksheet
    assert "Exit ticket" not in worksheet
    guide = " ".join(printed("teacher", lesson="fair-play").pages)
    for heading in ("Rubric", "Vocabulary", "Answer key", "Take care", "Curriculum", "Background", "Pupils can"):
        assert heading not in guide
    assert lint.examine(printed("teacher", lesson="fair-play").laid) == []


@each_kind
def test_hostile_text_is_printed_as_it_stands(printed: Print, kind: str) -> None:
    made = printed(kind, lesson="hostile")
    assert squeezed("""<script>alert(1)</script> {{ 7*7 }} [/] {% raw %} & "quoted" 'too'""") in made.text
    for kinds, words in TOLD.items():
        assert kind not in kinds or squeezed(words) in made.text
    assert "root:" not in made.text


def test_only_underscores_stress_and_only_in_our_own_words(printed: Print) -> None:
    html = printed("worksheet", lesson="hostile").handout.html
    assert "<em>stressed</em> and snake_case_name and __init__ and _ alone" in html
    assert "_not stressed_" in html
    assert "<script>" not in html
    assert html.count("<h1>") == 1


@each_kind
def test_words_without_an_end_stay_on_the_paper(printed: Print, kind: str) -> None:
    assert lint.examine(printed(kind, lesson="hostile").laid) == []


@each_kind
def test_nothing_is_attached_linked_or_loaded(printed: Print, kind: str) -> None:
    pdf = printed(kind, lesson="hostile").pdf
    for trace in (b"/EmbeddedFile", b"/URI", b"/Launch", b"/JavaScript"):
        assert trace not in pdf


@pytest.mark.parametrize(
    "html",
    [
        "<img src='file:///etc/passwd' alt=x>",
        "<img src='https://example.org/x.png' alt=x>",
        "<img src='data:image/png;base64,AAAA' alt=x>",
        "<p style='background: url(kit:../engine.py)'>x</p>",
        "<link rel=stylesheet href='http://127.0.0.1/x.css'>",
        "<style>@font-face { font-family: x; src: url(file:///etc/passwd) } p { font-family: x }</style><p>x</p>",
    ],
)
def test_no_address_is_ever_fetched(html: str) -> None:
    with pytest.raises(Refused, match="asks for a file"):
        engine.lay_out(f"<html lang=en><title>x</title><body>{html}", "worksheet", "a4")


@each_kind
def test_a_lesson_far_too_long_flows_over_its_pages(kind: str) -> None:
    """Nothing is cut off where a column, a box or a table is longer than a page."""
    lesson = lesson_called("many-hands")
    edition = lesson.edition("en")
    term = next(iter(edition.vocabulary.values()))
    long = replace(
        edition,
        balance_note=f"{edition.balance_note} first-mark {edition.overview * 8} last-mark",
        norms={str(n): f"norm-{n} {edition.essential_question}" for n in range(90)},
        vocabulary={str(n): replace(term, term=f"term-{n}") for n in range(80)},
        starters={str(n): Starter(text=f"starter-{n}") for n in range(120)},
        guiding_questions={str(n): f"guiding-{n} {edition.hook}" for n in range(30)},
        claims={"one": replace(next(iter(edition.claims.values())), counter=f"{edition.overview * 12} claim-end")},
    )
    made = handout(replace(lesson, editions={"en": long}), kind, "en", "a4")
    laid = engine.lay_out(made.html, kind, "a4")
    assert lint.examine(laid) == []
    import pypdfium2

    text = " ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(engine.write(laid)))
    marks = {
        "worksheet": ["first-mark", "last-mark", "norm-89", "term-79", "starter-119"],
        "teacher": ["guiding-29", "term-79", "claim-end"],
    }
    for mark in marks.get(kind, []):
        assert squeezed(mark) in squeezed(text)

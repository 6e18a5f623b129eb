"""What our class thought, on paper: always one page, readable aloud, the same without colour, and nothing but text."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import cache

import page as pdf_validation
import pikepdf
import pypdfium2
import pytest

from kit.paper import engine, lint
from kit.paper import recap as paper
from kit.paper.kinds import Page
from kit.paper.recap_fit import Fit, first_fitting, forms
from kit.session.board import NoteMarked
from kit.session.events import Event
from kit.session.recap import Recap, recap
from kit.words import LANGUAGES, words
from tests import recorded
from tests.paper.conftest import paper_of

pytestmark = pytest.mark.pdf

CLASSES: dict[str, Callable[[], Sequence[Event]]] = {
    "everything": recorded.everything,
    "hands": recorded.hands,
    "nothing": recorded.nothing,
}


@cache
def made(name: str, language: str, page: Page) -> engine.Laid:
    return paper.lay_out(record(name, language), page)


@cache
def record(name: str, language: str) -> Recap:
    return recap(recorded.state_of(CLASSES[name]()), language)


def text_of(pdf: bytes) -> str:
    """What a PDF reader finds, without the white space of rows."""
    (sheet,) = pypdfium2.PdfDocument(pdf)
    return " ".join(sheet.get_textpage().get_text_bounded().replace("\ufffe", "-").split())


@pytest.mark.parametrize(
    ("name", "language", "page"),
    [
        *(("everything", language, paper_of(language)) for language in LANGUAGES),
        ("everything", "en", "letter"),
        *(("nothing", language, "a4") for language in LANGUAGES),
    ],
)
def test_it_is_one_page_with_every_word_on_the_paper(name: str, language: str, page: Page) -> None:
    laid = made(name, language, page)
    assert laid.pages == 1
    assert lint.examine(laid) == []
    pdf = engine.write(laid)
    assert lint.missing_characters(laid) == ""
    report = pdf_validation.validate_pdf_bytes(pdf, profile=pdf_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]
    document = pikepdf.open(io.BytesIO(pdf))
    assert str(document.Root.Lang) == language
    assert words(language)("What our class thought") in str(document.docinfo.Title)


def test_what_matters_stands_on_a_full_page() -> None:
    text = text_of(engine.write(made("everything", "en", "a4")))
    for part in (
        "The most powerful AI models should be run by many independent groups",
        "Nobody can be held to account when everybody runs a copy.",
        "Who decides who counts as “independent”? [line 12]",
        "Perhaps nobody should run them yet, neither few nor many. [our own]",
        "How much does a model of today cost to run for one day?",
        "I still think many, but with a licence.",
        "26 pairs of votes",
        "line 9",
        "(our translation)",
    ):
        assert part in text, part


def test_a_page_of_little_is_set_large() -> None:
    assert 'class="poster"' in paper.html(forms(record("nothing", "en"))[0])
    text = text_of(engine.write(made("nothing", "en", "a4")))
    assert "What we talked about" in text


def test_the_bars_of_before_and_after_differ_in_form_and_have_numbers() -> None:
    html = paper.html(forms(record("hands", "en"))[0])
    assert html.count('class="bar first"') == html.count('class="bar"') == 3
    for count in (14, 8, 6, 9, 16, 3):
        assert f'<b class="count">{count}</b>' in html


HOSTILE = "<script>alert(1)</script> {{ 7*7 }} _no_ &amp; \x00\x1b[2J\u202e =1+1"


def crowded() -> list[Event]:
    """More than any page holds, in long words, some of them meant to break it."""
    kinds = ("claim", "evidence", "question", "exit", "need")
    columns = ("agree", "differ", "need-to-know", "")
    words_of_it = f"{HOSTILE} {'W' * 90} {'long ' * 20}"
    notes = [
        recorded.note(f"x{n}", kinds[n % 5], f"{n} {words_of_it}", n % 28 + 1, columns[n % 4], "against")
        for n in range(120)
    ]
    events = [*recorded.everything()[:-1], *notes]
    return [*events, NoteMarked(note="x0", mark="strongest-for"), NoteMarked(note="x2", mark="best-question")]


def test_a_crowded_board_is_shortened_and_says_so() -> None:
    laid = paper.lay_out(recap(recorded.state_of(crowded()), "fr"), "letter")
    assert laid.pages == 1
    assert lint.examine(laid) == []
    text = text_of(engine.write(laid))
    assert "et " in text
    assert " de plus" in text
    assert "[ligne 3]" in text  # the best question keeps its line


def test_typed_text_is_nothing_but_text() -> None:
    html = paper.html(forms(recap(recorded.state_of(crowded()), "en"))[-1])
    assert "<script" not in html
    assert "<em>no" not in html
    assert "49" not in html.split("<body", 1)[1].split("&lt;script")[1][:60]
    assert not set("\x00\x1b\u202e") & set(html)


def test_every_form_is_shorter_than_the_one_before() -> None:
    whole = recap(recorded.state_of(crowded()), "en")
    every = forms(whole)
    lengths = [len(paper.html(form)) for form in every[3:]]
    assert lengths == sorted(lengths, reverse=True)
    assert [form.size for form in every[:5]] == ["poster", "large", "usual", "small", "small"]
    assert any(form.more["exit"] and form.recap.exit for form in every)
    last = every[-1]
    assert not last.recap.exit
    assert last.more["exit"] == len(whole.exit) > 12
    assert last.recap.best_question is not None


def test_the_fullest_form_that_fits_is_found() -> None:
    every = forms(record("everything", "en"))
    for first in range(len(every)):
        tried: list[int] = []

        def fits(number: int, form: Fit, first: int = first, tried: list[int] = tried) -> bool:
            assert form is every[number]
            tried.append(number)
            return number >= first

        assert first_fitting(every, fits) == first
        assert first in tried
        assert len(tried) < 12


@pytest.mark.parametrize("lesson", ["five-articles", "empty-chair", "vision-or-invoice", "who-can-stop-it"])
def test_other_lessons_have_a_page_too(lesson: str) -> None:
    laid = paper.lay_out(recap(recorded.state_of(recorded.board(), lesson=lesson), "es"), "a4")
    assert laid.pages == 1
    assert lint.examine(laid) == []

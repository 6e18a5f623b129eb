"""Handouts made once a run, from the lesson that comes with Kit and from two that do not."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from kit.files.report import as_text
from kit.lesson.home import Home
from kit.lesson.library import Library
from kit.lesson.model import Lesson
from kit.paper import engine
from kit.paper.engine import Laid
from kit.paper.handouts import Handout, handout
from kit.paper.kinds import Page
from kit.paper.printable import has
from kit.paper.profiles import ProfileName
from kit.words import words

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Printed:
    """A handout on its whole way: HTML, laid-out pages, PDF."""

    handout: Handout
    laid: Laid
    pdf: bytes

    @property
    def pages(self) -> list[str]:
        """The text of each page as a PDF reader finds it."""
        return _pages(self.pdf)

    @property
    def text(self) -> str:
        """All of it, without the white space that line breaks leave."""
        return squeezed(" ".join(self.pages))


Print = Callable[..., Printed]


def squeezed(text: str) -> str:
    """`text` without white space and hyphens, apostrophes straight: what is left does not depend on how it was set."""
    return "".join(text.split()).replace("’", "'").translate(dict.fromkeys(map(ord, "-\x02\ufffe")))


@cache
def lesson_called(name: str) -> Lesson:
    """A lesson by its folder's name, from the bundled ones or from those beside this file."""
    library = Library(Home(HERE))
    folder = library.find(name)
    assert folder is not None, name
    lesson, problems = library.open(folder)
    assert lesson is not None, as_text(problems, words("en"))
    return lesson


def lesson_with(kind: str) -> str:
    """“Many hands or few?”, or where it gives nothing for this kind, a lesson that does."""
    return "many-hands" if has(lesson_called("many-hands"), kind) else "reasons-and-causes"


def paper_of(language: str) -> Page:
    """The paper a language is tried on: the two with the longest texts on the shorter one."""
    return "letter" if language in {"es", "it"} else "a4"


@cache
def printed_once(name: str, kind: str, language: str, page: Page, profile: ProfileName) -> Printed:
    made = handout(lesson_called(name), kind, language, page, profile=profile)
    laid = engine.lay_out(made.html, kind, made.page, made.profile)
    pdf = engine.write(laid)
    gc.freeze()  # the boxes of so many pages stay until the end, and the collector need not look at them any more
    return Printed(made, laid, pdf)


@cache
def _pages(pdf: bytes) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded() for page in document]


@pytest.fixture
def lesson() -> Lesson:
    """“Many hands or few?”, in all its languages."""
    return lesson_called("many-hands")


@pytest.fixture
def printed() -> Print:
    """`printed(kind, language, page, lesson)`: made at the first call, the same at every other."""

    def make(kind: str = "worksheet", language: str = "en", page: Page = "a4", lesson: str = "") -> Printed:
        return printed_once(lesson or lesson_with(kind), kind, language, page, "standard")

    return make

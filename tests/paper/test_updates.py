"""Update cards: dated, from outside the articles, and sealed until somebody asks for them by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.files import bundled
from kit.lesson.home import Home
from kit.lesson.library import Library
from kit.lesson.model import Lesson
from kit.lesson.plan import plan
from kit.lesson.scene import scene
from kit.paper.handouts import handout
from kit.paper.kinds import KINDS
from kit.paper.printable import has
from kit.paper.refused import Refused
from kit.words import words
from kit.words.dates import written


def lesson(name: str) -> Lesson:
    opened, problems = Library(Home(bundled.folder("nowhere"))).open(bundled.folder("lessons") / name)
    assert opened is not None, problems
    return opened


@pytest.mark.parametrize("language", ["en", "fr", "es", "it"])
def test_cards_stand_on_their_own_sheet_and_nowhere_else(language: str) -> None:
    many = lesson("many-hands")
    (card,) = many.edition(language).updates.values()
    told = " ".join(card.says.split()[:3])
    assert told in handout(many, "updates", language, "a4").html
    for kind in KINDS:
        if not KINDS[kind].sealed and has(many, kind):
            assert told not in handout(many, kind, language, "a4").html
    for step in plan(many, 75).steps:
        assert told not in repr(scene(many, step, language))


def test_a_lesson_without_cards_says_so() -> None:
    bare = Library(Home(bundled.folder("nowhere"))).open(Path(__file__).parent / "lessons" / "fair-play")[0]
    assert bare is not None
    with pytest.raises(Refused):
        handout(bare, "updates", "en", "a4")


@pytest.mark.parametrize(
    ("language", "date", "said"),
    [
        ("en", "2025-11-04", "4 November 2025"),
        ("fr", "2025-11-01", "1er novembre 2025"),
        ("es", "2024-06", "junio de 2024"),
        ("it", "2024-06-30", "30 giugno 2024"),
        ("en", "spring", "spring"),
        ("en", "2025-13", "2025-13"),
    ],
)
def test_dates_are_written_as_people_write_them(language: str, date: str, said: str) -> None:
    assert written(words(language), date) == said

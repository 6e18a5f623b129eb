"""A busy teacher says what she has; the chooser answers with what fits, and why."""

from __future__ import annotations

import pytest

from kit.files import bundled
from kit.lesson import chooser
from kit.lesson.chooser import Situation
from kit.lesson.home import Home
from kit.lesson.library import Library
from kit.protocols.model import Protocol, Suits
from kit.protocols.reading import by_language, names
from kit.words import say, words


def every_protocol() -> dict[str, Protocol]:
    return {name: by_language(name)["en"] for name in names()}


def test_twenty_five_minutes_a_quiet_class_rows_and_no_printer() -> None:
    situation = Situation(minutes=25, needs=frozenset({"quiet-class", "no-space", "no-printer"}))
    choices = chooser.protocols(every_protocol(), situation)
    assert choices[0].id == "think-pair-share"
    offered = {choice.id for choice in choices}
    assert "save-the-last-word" not in offered, "it needs cards"
    assert "four-corners" not in offered, "it needs signs"
    assert "formal-debate" not in offered, "it needs 28 minutes"


@pytest.mark.parametrize("minutes", [5, 25, 35, 50, 90])
@pytest.mark.parametrize("need", ["quiet-class", "talkative-class", "no-space", "language-class", "hot-topic"])
def test_whatever_is_offered_can_be_held_and_says_why(minutes: int, need: Suits) -> None:
    known = every_protocol()
    for choice in chooser.protocols(known, Situation(minutes=minutes, needs=frozenset({need}))):
        assert chooser.minutes(known[choice.id])[0] <= minutes
        assert choice.reasons
        assert not known[choice.id].wrapper
        for language in ("en", "fr", "es", "it"):
            assert all(say(words(language), reason) for reason in choice.reasons)


def test_what_suits_stands_before_what_only_fits() -> None:
    situation = Situation(minutes=45, needs=frozenset({"talkative-class"}))
    known = every_protocol()
    suited = [("talkative-class" in known[c.id].suits) for c in chooser.protocols(known, situation)]
    assert suited[0]
    assert any(suited)
    assert not all(suited)


def test_lessons_are_ranked_by_their_own_length() -> None:
    library = Library(Home(bundled.folder("nowhere")))
    lessons = [lesson for folder, _ in library.folders().values() if (lesson := library.open(folder)[0])]
    choices = chooser.lessons(lessons, Situation(minutes=75))
    assert {choice.id for choice in choices} == {lesson.id for lesson in lessons}
    assert chooser.lessons(lessons, Situation(minutes=10)) == []

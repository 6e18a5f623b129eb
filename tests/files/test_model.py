"""Models compare by what they hold, and show it."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from kit.lesson.model import Objective, Range


def test_what_holds_the_same_is_equal() -> None:
    assert Range(least=1, most=2) == Range(least=1, most=2)
    assert Range(least=1, most=2) != Range(least=1, most=3)
    assert Range(least=1, most=2) != Objective(pupils_can="1", evidence="2")
    assert len({Range(least=1, most=2), Range(least=1, most=2), Range(least=2, most=2)}) == 2


def test_it_shows_what_it_holds() -> None:
    assert repr(Range(least=1, most=2)) == "Range(least=1, most=2)"


def test_it_cannot_be_changed_but_copied() -> None:
    given = Range(least=1, most=2)
    with pytest.raises(FrozenInstanceError):
        given.least = 3  # type: ignore[misc]
    assert replace(given, least=2) == Range(least=2, most=2)

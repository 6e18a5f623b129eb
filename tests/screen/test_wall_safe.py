"""Whatever is pressed at the desk, nothing that is the teacher's alone is ever painted on the wall."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kit.lesson.model import Lesson, Question
from kit.protocols.model import Protocol
from kit.screen.actions import ACTIONS
from kit.screen.dialogs import Dialog
from tests.screen.pairs import side_by_side
from tests.screen.wall_lessons import many_hands

MARK = "PRIVATE"
"""Stands in every private text of the lesson, and nowhere else."""

LEAVES = {"q", "ctrl+q", "ctrl+c", "ctrl+z", "y"}
"""Keys that end the desk, or start another program."""

KEYS = sorted({key for action in ACTIONS if action.place in ("desk", "vote", "talk", "board", "draw", "everywhere")
               for key in action.keys} - LEAVES)  # fmt: skip
TYPED = ["enter", "escape", "1", "2", "a", "hash", "tab"]


@lru_cache(maxsize=1)
def marked() -> Lesson:
    """*Many hands or few?* with the mark in everything only the teacher may see."""
    lesson = many_hands()
    editions = {
        language: replace(
            edition,
            questions={name: _question(question) for name, question in edition.questions.items()},
            steps=tuple(replace(step, if_silent=MARK, if_heated=MARK, if_short=MARK) for step in edition.steps),
        )
        for language, edition in lesson.editions.items()
    }
    protocols = {
        name: {language: _protocol(protocol) for language, protocol in languages.items()}
        for name, languages in lesson.protocols.items()
    }
    return replace(lesson, editions=editions, protocols=protocols)


def _question(question: Question) -> Question:
    marks = dict.fromkeys(question.look_for, MARK), dict.fromkeys(question.follow_ups, MARK)
    return replace(question, look_for=marks[0], follow_ups=marks[1])


def _protocol(protocol: Protocol) -> Protocol:
    return replace(protocol, steps={name: replace(step, cue=MARK) for name, step in protocol.steps.items()})


@given(keys=st.lists(st.sampled_from(KEYS) | st.sampled_from(TYPED), min_size=5, max_size=25))
@settings(max_examples=8)
async def test_no_key_of_the_desk_brings_a_private_word_onto_the_wall(keys: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with side_by_side(marked(), Path(folder)) as pair:
            seen_at_desk = MARK in pair.desk.text
            for key in keys:
                await pair.at_desk(key)
                assert MARK not in pair.wall.text
                assert not isinstance(pair.wall.app.screen, Dialog)
                seen_at_desk = seen_at_desk or MARK in pair.desk.text
            assert seen_at_desk  # or the test could not fail
            assert pair.wall.app.broken is None
            assert pair.desk.app.broken is None
            assert pair.wall.screen.room.log == pair.desk.screen.room.log

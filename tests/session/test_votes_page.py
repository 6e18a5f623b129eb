"""docs/votes.md is true: its ballots are typed, its matrix and its codes worked out again."""

from __future__ import annotations

import re
from pathlib import Path

from kit.lesson.plan import plan
from kit.session.ballot_text import read_ballot
from kit.session.ballots import vote_for
from kit.session.codes import LOOK_ALIKE, UNKIND, codes
from kit.session.events import Logged
from kit.session.vote_words import MOVE
from kit.session.votes import BallotTyped, Votes, apply, moved
from tests.session.test_ballots import lesson_called

PAGE = (Path(__file__).parents[2] / "docs" / "votes.md").read_text(encoding="utf-8")


def test_the_worked_example_is_what_kit_works_out() -> None:
    lesson = lesson_called("many-hands")
    step = next(one for one in plan(lesson, 75).steps if one.part == "vote-before")
    votes = apply(Votes(), Logged(1, 0, 0, vote_for(lesson, step, Votes())))
    typed = re.findall(r"^    ([A-Z]\d .*)$", PAGE, re.MULTILINE)
    assert len(typed) == 7
    for seq, line in enumerate(typed, 2):
        assert votes.vote is not None
        ballot = read_ballot(
            line, votes.vote, ("For", "Against", "Undecided"), codes(lesson.id, "deliberate"), range(1, 29)
        )
        assert isinstance(ballot, BallotTyped), line
        votes = apply(votes, Logged(seq, 0, 0, ballot))
    assert votes.vote is not None
    found = moved(votes.vote)
    rows = re.findall(r"^\| \*\*\w+\*\* \| (\d) \| (\d) \| (\d) \|$", PAGE, re.MULTILINE)
    assert found.matrix == tuple(tuple(map(int, row)) for row in rows)
    assert ", ".join(f"{count} {MOVE[move]}" for move, count in found.moves.items()) in PAGE.replace("\n", " ")
    assert found.lines == ((14, 2, 0), (3, 0, 1), (7, 1, 0))
    assert (found.only_before, found.only_after, found.net) == (1, 1, (0, 0, 0))


def test_the_page_names_every_code_that_is_left_out() -> None:
    words = set(re.findall(r"\b[A-Z]\d\b", PAGE.split("## The codes")[1].split("for code in")[0]))
    assert words == LOOK_ALIKE | UNKIND


def test_the_page_explains_every_word_for_a_move() -> None:
    for said in MOVE.values():
        assert f"| {said} |" in PAGE

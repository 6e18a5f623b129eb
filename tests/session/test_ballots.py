"""The right vote for every step of every lesson, the codes on the ballots, and ballots as they are typed."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.lesson.home import Home
from kit.lesson.library import Library
from kit.lesson.model import Edition, Excerpt, Lesson, LessonStep, Question
from kit.lesson.plan import plan
from kit.protocols import reading
from kit.session.ballot_text import read_ballot
from kit.session.ballots import USUAL, paired_votes, vote_for
from kit.session.codes import LOOK_ALIKE, UNKIND, codes
from kit.session.events import Logged
from kit.session.movement import Ballot
from kit.session.vote_words import LABELS, wording
from kit.session.votes import BallotRemoved, BallotTyped, Counted, Vote, VoteOpened, Votes, apply
from kit.words import LANGUAGES, Message, words

BUNDLED = sorted(folder.name for folder in (Path(__file__).parents[2] / "lessons").iterdir() if folder.is_dir())


@cache
def lesson_called(name: str) -> Lesson:
    library = Library(Home(Path("nowhere")))
    folder = library.find(name)
    assert folder is not None
    lesson, problems = library.open(folder)
    assert lesson is not None, problems
    return lesson


def opened(name: str, step: str) -> VoteOpened:
    lesson = lesson_called(name)
    planned = next(one for one in plan(lesson, 90).steps if one.id == step)
    return vote_for(lesson, planned, Votes())


@pytest.mark.parametrize("name", BUNDLED)
class TestEveryLesson:
    def test_one_key_opens_a_vote_in_every_step(self, name: str) -> None:
        lesson = lesson_called(name)
        for step in plan(lesson, 90).steps:
            vote = vote_for(lesson, step, Votes())
            votes = apply(Votes(), Logged(2, 0.0, 0.0, vote))
            assert votes.vote is not None
            assert len(vote.options) >= 3
            assert 1 <= vote.round <= vote.rounds
            if vote.scale:
                assert sum(vote.scale) == 0, "a scale has its middle in the middle"

    def test_its_words_are_there_in_four_languages(self, name: str) -> None:
        lesson = lesson_called(name)
        for step in plan(lesson, 90).steps:
            vote = vote_for(lesson, step, Votes())
            for language in LANGUAGES:
                said = wording(lesson, vote.kind, vote.lesson_step, vote.options, words(language))
                assert all(said.labels)
                assert len(set(said.labels)) == len(said.labels)
                assert said.asks or vote.kind in ("headings", "piles", "lines", "letters")

    def test_a_step_that_counts_twice_has_a_before_and_an_after(self, name: str) -> None:
        lesson = lesson_called(name)
        for step in plan(lesson, 90).steps:
            part = next(iter(lesson.protocols[step.protocol].values())).steps[step.part]
            if part.records == "paired-count":
                assert vote_for(lesson, step, Votes()).rounds == 2


@pytest.mark.parametrize("name", reading.names())
def test_every_protocol_counts_what_its_steps_promise(name: str) -> None:
    """A small lesson that runs this protocol and nothing else."""
    protocols = {name: reading.by_language(name)}
    edition = Edition(
        title="Small",
        language="en",
        excerpts={"e": Excerpt(source="s", original="One line")},
        questions={"q": Question(asks="Why?")},
        steps=(LessonStep(id="only", protocol=name, question="q", statement="It is so."),),
    )
    lesson = Lesson(id="small", language="en", editions={"en": edition}, lines=(), protocols=protocols, sources={})
    rounds: dict[str, list[int]] = {}
    for step in plan(lesson, 120).steps:
        part = protocols[name]["en"].steps[step.part]
        vote = vote_for(lesson, step, Votes())
        if part.records in USUAL and vote.options:
            rounds.setdefault(vote.vote, []).append(vote.round)
        if "vote" in part.shows:
            assert vote.kind == "statement"
        if "positions" in part.shows and name != "options-role-play":
            assert vote.kind in ("positions", "scale")
    for numbers in rounds.values():
        assert numbers == list(range(1, len(numbers) + 1))


class TestTheRightVote:
    def test_the_oxford_vote_asks_the_statement_before_and_after(self) -> None:
        before, after = (opened("many-hands", f"deliberate.vote-{when}") for when in ("before", "after"))
        assert (before.vote, before.kind, before.options) == (
            "deliberate/statement",
            "statement",
            tuple(LABELS["statement"]),
        )
        assert (before.round, after.round, after.vote, after.rounds) == (1, 2, before.vote, 2)

    def test_four_corners_inside_an_oxford_vote_are_a_vote_of_their_own(self) -> None:
        move, again = (opened("reasons-and-causes", f"corners.{part}") for part in ("move", "move-again"))
        assert move.options == ("conviction", "money", "people", "unknown")
        assert move.scale == (), "reasons side by side have no middle"
        assert (move.round, again.round) == (1, 2)
        assert opened("reasons-and-causes", "corners.vote-after").kind == "statement"

    def test_a_barometer_stands_on_the_lessons_own_places(self) -> None:
        stand = opened("vision-or-invoice", "barometer.stand")
        assert stand.scale == (3, 1, -1, -3)
        assert opened("vision-or-invoice", "barometer.move").round == 2

    def test_while_the_class_talks_the_key_takes_up_the_vote_before(self) -> None:
        assert opened("who-made-it", "chairs.second-half").round == 1
        assert opened("many-hands", "deliberate.prepare").vote == "deliberate/statement"

    def test_lines_are_counted_where_the_class_chooses_lines(self) -> None:
        share = opened("one-sentence", "last-word.share")
        assert share.kind == "lines"
        assert share.options[:2] == ("1", "2")

    def test_ballots_are_cut_for_votes_that_come_twice(self) -> None:
        with_ballots = {name: [vote.vote for vote in paired_votes(lesson_called(name))] for name in BUNDLED}
        assert {name: votes for name, votes in with_ballots.items() if votes} == {
            "many-hands": ["deliberate/statement"],
            "reasons-and-causes": ["corners/statement"],
            "turning-point": ["debate/statement"],
            "vision-or-invoice": ["barometer/scale"],
            "who-made-it": ["chairs/statement"],
        }

    def test_a_vote_that_has_begun_keeps_its_options(self) -> None:
        lesson = lesson_called("many-hands")
        step = next(one for one in plan(lesson, 75).steps if one.part == "vote-after")
        begun = VoteOpened(
            vote="deliberate/statement", kind="statement", lesson_step="deliberate", options=("for", "against")
        )
        votes = apply(Votes(), Logged(2, 0.0, 0.0, begun))
        assert len(vote_for(lesson, step, votes).options) == 3
        one_hand = Counted(vote="deliberate/statement", round=1, option="for", count=1)
        votes = apply(votes, Logged(3, 0.0, 0.0, one_hand))
        assert vote_for(lesson, step, votes).options == ("for", "against")

    def test_a_barometer_has_five_places_or_seven(self) -> None:
        lesson = lesson_called("vision-or-invoice")
        step = next(one for one in plan(lesson, 75).steps if one.part == "stand")
        edition = lesson.edition("en")
        plain = replace(edition, steps=tuple(replace(one, positions={}) for one in edition.steps))
        unnamed = replace(lesson, editions={"en": plain})
        assert vote_for(unnamed, step, Votes()).scale == (4, 2, 0, -2, -4)
        assert len(vote_for(unnamed, step, Votes(), fine=True).options) == 7
        assert len(vote_for(lesson, step, Votes(), fine=True).options) == 4, "the lesson's own places stay"


class TestCodes:
    def test_a_class_of_sixty_has_sixty_different_codes(self) -> None:
        assert len(set(codes("many-hands", "deliberate"))) == 60

    def test_none_can_be_misread_or_hurts(self) -> None:
        for lesson in BUNDLED:
            for code in codes(lesson, "step"):
                assert code[0] not in "IO"
                assert code[1] not in "01"
                assert code not in LOOK_ALIKE | UNKIND

    def test_a_reprint_matches_and_a_larger_class_only_adds_to_it(self) -> None:
        assert codes("many-hands", "deliberate", 28) == codes("many-hands", "deliberate", 60)[:28]
        assert codes("many-hands", "deliberate", 3) == ("L3", "P9", "Z8")

    def test_another_lesson_has_another_order(self) -> None:
        assert codes("many-hands", "deliberate") != codes("turning-point", "deliberate")


STATEMENT = Vote(
    id="deliberate/statement",
    kind="statement",
    lesson_step="deliberate",
    options=("for", "against", "undecided"),
    scale=(1, -1, 0),
    rounds=(),
    round=2,
)
FRENCH = ("Pour", "Contre", "Indécis")
KNOWN = ("K7", "R5")


def typed(text: str, vote: Vote = STATEMENT) -> BallotTyped | BallotRemoved | Message:
    return read_ballot(text, vote, FRENCH, KNOWN, range(1, 29))


class TestTyping:
    @pytest.mark.parametrize(
        "text", ["K7 1 2 14", "k7 for against 14", "K7 pour contre 14", " K7, p, c, 14", "K7 1 against 14"]
    )
    def test_numbers_and_words_all_mean_the_same(self, text: str) -> None:
        assert typed(text) == BallotTyped(vote=STATEMENT.id, code="K7", before="for", after="against", line=14)

    def test_a_corner_has_a_letter_whatever_it_is_called(self) -> None:
        corners = replace(STATEMENT, kind="positions", options=("conviction", "money", "people"), scale=())
        assert typed("K7 c a", corners) == BallotTyped(
            vote=STATEMENT.id, code="K7", before="people", after="conviction"
        )

    def test_a_missing_stub_is_a_minus_and_one_vote_belongs_to_the_open_round(self) -> None:
        assert typed("K7 - 2") == BallotTyped(vote=STATEMENT.id, code="K7", after="against")
        assert typed("K7 2") == BallotTyped(vote=STATEMENT.id, code="K7", after="against")

    @pytest.mark.parametrize(
        ("text", "meant"),
        [
            ("kè & é &'", "K7 1 2 14"),
            ("K7 & é &-", "K7 1 2 16"),
            ("kè & é -", "K7 1 2 6"),
            ("KÈ - é", "K7 - 2"),
            ("r( pour contre &-", "R5 pour contre 16"),
            ("K7 1 2 -", "K7 1 2"),
        ],
    )
    def test_an_azerty_keyboard_needs_no_shift_for_its_digits(self, text: str, meant: str) -> None:
        """The 6 is a minus there: in the place of the line it is the 6, for a line that is missing is left out."""
        assert typed(text) == typed(meant)

    def test_an_azerty_keyboard_takes_a_ballot_out(self) -> None:
        counted = replace(STATEMENT, ballots={"K7": Ballot(before="for")})
        assert typed("kè-", counted) == BallotRemoved(vote=STATEMENT.id, code="K7")

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", "Type the code and the two votes, for example K7 2 1 14."),
            ("77 1 2", "77 is no code: a code is a letter and a digit, such as K7."),
            ("B3 1 2", "B3 is on no ballot of this vote: look at the stub again."),
            ("K7", "What did K7 vote? Type the number of the option after the code."),
            ("K7 - -", "What did K7 vote? Type the number of the option after the code."),
            ("K7 1 4", "4 is not one of the 3 options: type a number from 1 to 3."),
            ("K7 1 maybe", "maybe is not one of the 3 options: type a number from 1 to 3."),
            ("K7 1 2 99", "There is no line 99 in this lesson."),
            ("K7 1 2 3 4", "That is too much: type code, vote before, vote after and line, for example K7 2 1 14."),
        ],
    )
    def test_what_cannot_be_is_refused_with_a_sentence(self, text: str, said: str) -> None:
        refused = typed(text)
        assert isinstance(refused, Message)
        assert words("en")(refused.text, **refused.values) == said

    def test_a_code_counts_once(self) -> None:
        votes = apply(
            Votes(),
            Logged(
                1,
                0,
                0,
                VoteOpened(
                    vote=STATEMENT.id, kind="statement", lesson_step="deliberate", options=STATEMENT.options, rounds=2
                ),
            ),
        )
        first = typed("K7 1 -")
        assert isinstance(first, BallotTyped)
        votes = apply(votes, Logged(2, 0, 0, first))
        assert votes.vote is not None
        assert isinstance(typed("K7 2 2", votes.vote), Message)
        assert isinstance(typed("K7 - 2", votes.vote), BallotTyped)
        assert typed("K7-", votes.vote) == typed("k7 -", votes.vote) == BallotRemoved(vote=STATEMENT.id, code="K7")
        assert isinstance(typed("R5-", votes.vote), Message)

    @given(st.text(max_size=30))
    def test_whatever_is_typed_is_a_ballot_or_a_sentence(self, text: str) -> None:
        assert isinstance(typed(text), BallotTyped | BallotRemoved | Message)

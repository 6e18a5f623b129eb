"""Votes: counting, hiding, typing ballots; and nothing hidden has a place in what the wall may know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from kit.session.events import Event, Logged
from kit.session.vocabulary import restored, written
from kit.session.votes import (
    BallotRemoved,
    BallotTyped,
    Counted,
    OptionChosen,
    PublicVote,
    Revealed,
    VoteOpened,
    Votes,
    apply,
    public,
)

VOTE = "deliberate/statement"
OPTIONS = ("for", "against", "undecided")
BEFORE = VoteOpened(
    vote=VOTE, kind="statement", lesson_step="deliberate", options=OPTIONS, scale=(1, -1, 0), round=1, rounds=2
)
AFTER = VoteOpened(
    vote=VOTE, kind="statement", lesson_step="deliberate", options=OPTIONS, scale=(1, -1, 0), round=2, rounds=2
)


def votes_after(*happened: Event) -> Votes:
    votes = Votes()
    for seq, event in enumerate(happened, 1):
        votes = apply(votes, Logged(seq, 0.0, 0.0, event))
    return votes


def counts(number: int, *hands: int) -> list[Event]:
    return [
        Counted(vote=VOTE, round=number, option=option, count=count)
        for option, count in zip(OPTIONS, hands, strict=True)
    ]


def shown(votes: Votes) -> PublicVote:
    seen = public(votes).vote
    assert seen is not None
    return seen


class TestCounting:
    def test_each_count_moves_on_to_the_next_option(self) -> None:
        votes = votes_after(BEFORE, *counts(1, 12, 9, 6)[:2])
        assert votes.vote is not None
        assert votes.vote.counts(1) == {"for": 12, "against": 9}
        assert votes.vote.options[votes.vote.cursor] == "undecided"

    def test_the_wall_knows_only_how_many_options_are_counted(self) -> None:
        seen = shown(votes_after(BEFORE, *counts(1, 12, 9, 6)))
        assert (seen.counted, seen.shown) == (3, {})

    def test_revealed_counts_go_up_and_come_down_again(self) -> None:
        up = votes_after(BEFORE, *counts(1, 12, 9, 6), Revealed(vote=VOTE, rounds=(1,)))
        assert shown(up).shown == {1: {"for": 12, "against": 9, "undecided": 6}}
        down = votes_after(
            BEFORE, *counts(1, 12, 9, 6), Revealed(vote=VOTE, rounds=(1,)), Revealed(vote=VOTE, rounds=(1,), on=False)
        )
        assert shown(down).shown == {}

    def test_the_second_round_leaves_the_first_alone(self) -> None:
        votes = votes_after(BEFORE, *counts(1, 12, 9, 6), AFTER, *counts(2, 15, 7, 5))
        assert votes.vote is not None
        assert votes.vote.round == 2
        assert votes.vote.counts(1) == {"for": 12, "against": 9, "undecided": 6}
        assert votes.vote.counts(2) == {"for": 15, "against": 7, "undecided": 5}

    def test_opening_again_goes_on_where_counting_stopped(self) -> None:
        votes = votes_after(BEFORE, *counts(1, 12, 9, 6)[:1], OptionChosen(vote=VOTE, option="undecided"), BEFORE)
        assert votes.vote is not None
        assert votes.vote.counts(1) == {"for": 12}
        assert votes.vote.options[votes.vote.cursor] == "against"

    def test_a_count_can_be_taken_away(self) -> None:
        votes = votes_after(BEFORE, *counts(1, 12, 9, 6), Counted(vote=VOTE, round=1, option="against", count=None))
        assert votes.vote is not None
        assert votes.vote.counts(1) == {"for": 12, "undecided": 6}


class TestBallots:
    def test_the_two_stubs_may_be_typed_on_two_days(self) -> None:
        votes = votes_after(
            BEFORE,
            BallotTyped(vote=VOTE, code="K7", before="against"),
            BallotTyped(vote=VOTE, code="K7", after="for", line=14),
        )
        assert votes.vote is not None
        ballot = votes.vote.ballots["K7"]
        assert (ballot.before, ballot.after, ballot.line) == ("against", "for", 14)

    def test_nobody_votes_twice(self) -> None:
        votes = votes_after(
            BEFORE,
            BallotTyped(vote=VOTE, code="K7", before="against", after="against"),
            BallotTyped(vote=VOTE, code="K7", before="for", after="for"),
        )
        assert votes.vote is not None
        assert votes.vote.counts(1) == {"for": 0, "against": 1, "undecided": 0}

    def test_ballots_are_counts_where_no_hands_were_counted(self) -> None:
        typed = [BallotTyped(vote=VOTE, code=f"K{n}", before="for", after="undecided") for n in (3, 4, 5)]
        votes = votes_after(BEFORE, *typed, BallotRemoved(vote=VOTE, code="K4"))
        assert votes.vote is not None
        assert votes.vote.counts(1) == {"for": 2, "against": 0, "undecided": 0}
        assert votes.vote.counts(2) == {"for": 0, "against": 0, "undecided": 2}

    def test_hands_are_not_compared_with_ballots(self) -> None:
        typed = [BallotTyped(vote=VOTE, code=f"K{n}", before="for", after="undecided") for n in (3, 4, 5)]
        only_after = votes_after(BEFORE, AFTER, *counts(2, 15, 7, 5))
        assert only_after.vote is not None
        assert only_after.vote.before_after is None
        mixed = votes_after(BEFORE, AFTER, *counts(2, 15, 7, 5), *typed)
        assert mixed.vote is not None
        assert mixed.vote.before_after is not None
        assert [sum(side.values()) for side in mixed.vote.before_after] == [3, 3]
        both = votes_after(BEFORE, *counts(1, 12, 9, 6), AFTER, *counts(2, 15, 7, 5), *typed)
        assert both.vote is not None
        assert both.vote.before_after is not None
        assert [sum(side.values()) for side in both.vote.before_after] == [27, 27]

    def test_who_moved_is_shown_only_when_both_rounds_are(self) -> None:
        typed = [BEFORE, AFTER, BallotTyped(vote=VOTE, code="K7", before="for", after="against")]
        assert shown(votes_after(*typed, Revealed(vote=VOTE, rounds=(1,)))).movement is None
        movement = shown(votes_after(*typed, Revealed(vote=VOTE, rounds=(1, 2)))).movement
        assert movement is not None
        assert movement.moves == {"crossed": 1}


names = st.sampled_from([VOTE, "corners/positions", "", "nowhere"])
options = st.sampled_from([*OPTIONS, "", "elsewhere"])
numbers = st.integers(-2, 5)
EVENT: st.SearchStrategy[Event] = st.one_of(
    st.builds(
        VoteOpened,
        vote=names,
        kind=st.just("statement"),
        lesson_step=st.just("deliberate"),
        options=st.sampled_from([OPTIONS, (), ("for", "for"), ("a",)]),
        scale=st.sampled_from([(), (1, -1, 0), (1,)]),
        round=numbers,
        rounds=numbers,
    ),
    st.builds(OptionChosen, vote=names, option=options),
    st.builds(Counted, vote=names, round=numbers, option=options, count=st.none() | st.integers(-3, 2000)),
    st.builds(Revealed, vote=names, rounds=st.lists(numbers, max_size=3).map(tuple), on=st.booleans()),
    st.builds(
        BallotTyped,
        vote=names,
        code=st.sampled_from(["K7", "A2", ""]),
        before=options,
        after=options,
        line=st.none() | st.integers(1, 30),
    ),
    st.builds(BallotRemoved, vote=names, code=st.sampled_from(["K7", "A2", ""])),
)


@given(st.lists(EVENT, max_size=30))
def test_no_order_of_events_breaks_a_vote_or_shows_what_is_hidden(happened: Sequence[Event]) -> None:
    seen = public(votes_after(*happened)).vote
    if seen is None:
        return
    votes = votes_after(*happened)
    vote = votes.votes[seen.id]
    assert 0 <= seen.cursor < len(seen.options)
    assert 1 <= seen.round <= seen.rounds
    for number, one in enumerate(vote.rounds, 1):
        assert (number in seen.shown) == one.revealed
    if seen.movement is not None:
        assert {1, 2} <= set(seen.shown)


@given(EVENT)
def test_the_journal_gives_back_every_event(event: Event) -> None:
    assert restored(event.KIND, written(event)) == event


def test_the_public_vote_has_no_field_that_could_hold_a_hidden_count() -> None:
    kept = {field.name for field in fields(PublicVote)}
    assert kept == {
        *("id", "kind", "lesson_step", "options", "scale", "round", "rounds", "cursor"),
        *("counted", "ballots", "shown", "before_after", "movement"),
    }


@given(st.lists(st.integers(0, 40), min_size=3, max_size=3), st.lists(st.integers(0, 40), min_size=3, max_size=3))
def test_until_it_is_revealed_the_wall_is_the_same_whatever_was_counted(one: list[int], other: list[int]) -> None:
    assert public(votes_after(BEFORE, *counts(1, *one))) == public(votes_after(BEFORE, *counts(1, *other)))

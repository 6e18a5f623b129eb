"""Votes: what was put to the class, the counts of each round, the ballots, and what of it the wall may show.

A vote has one or two rounds (before and after a discussion). Counts come from hands or cards, option by option, or
from ballots whose two stubs carry the same code. What is asked, in which words, is not kept here: the journal has the
lesson, and `kit.session.ballots` says it in any of its languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kit.session.events import Event, Logged
from kit.session.movement import Ballot, Movement, movement
from kit.session.vote_events import (
    LISTS,
    MOST_COUNTED,
    BallotRemoved,
    BallotTyped,
    Counted,
    Kind,
    OptionChosen,
    Revealed,
    VoteOpened,
)

__all__ = [
    "LISTS",
    "Ballot",
    "BallotRemoved",
    "BallotTyped",
    "Counted",
    "Kind",
    "OptionChosen",
    "PublicVote",
    "PublicVotes",
    "Revealed",
    "Round",
    "Vote",
    "VoteOpened",
    "Votes",
    "apply",
    "moved",
    "public",
    "public_vote",
]

EVENTS: tuple[type[Event], ...] = (VoteOpened, OptionChosen, Counted, Revealed, BallotTyped, BallotRemoved)
"""The events of this tool."""

HEARS: tuple[type[Event], ...] = ()
"""Events of others that change it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What was counted once."""

    counts: Mapping[str, int] = field(default_factory=dict)
    """Hands or cards by option; one that is not here has not been counted."""
    revealed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One vote with all its rounds."""

    id: str
    kind: Kind
    lesson_step: str
    options: tuple[str, ...]
    scale: tuple[int, ...]
    rounds: tuple[Round, ...]
    round: int = 1
    """The round that is, or was last, open; from 1."""
    cursor: int = 0
    """The index of the option the next count is for."""
    ballots: Mapping[str, Ballot] = field(default_factory=dict)
    """By code."""

    def counts(self, number: int) -> Mapping[str, int]:
        """The counts of a round: hands and cards where any were entered, else what the ballots add up to."""
        return self.rounds[number - 1].counts or self._on_ballots(number)

    def _on_ballots(self, number: int) -> Mapping[str, int]:
        if number > 2:
            return {}
        marks = [ballot.before if number == 1 else ballot.after for ballot in self.ballots.values()]
        return {option: marks.count(option) for option in self.options} if any(marks) else {}

    @property
    def before_after(self) -> tuple[Mapping[str, int], Mapping[str, int]] | None:
        """The first two counts, both of hands or both of ballots, for others cannot be compared; None without both."""
        if len(self.rounds) < 2:
            return None
        for before, after in (
            (self.rounds[0].counts, self.rounds[1].counts),
            (self._on_ballots(1), self._on_ballots(2)),
        ):
            if before and after:
                return before, after
        return None

    @property
    def begun(self) -> bool:
        """Whether anything has been counted or typed."""
        return bool(self.ballots) or any(one.counts for one in self.rounds)

    @property
    def current(self) -> Round:
        """The round that is open."""
        return self.rounds[self.round - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """Every vote of the class so far."""

    votes: Mapping[str, Vote] = field(default_factory=dict)
    open: str = ""
    """The id of the vote that was opened last; "" before the first."""

    @property
    def vote(self) -> Vote | None:
        """The vote that was opened last."""
        return self.votes.get(self.open)


def apply(votes: Votes, logged: Logged) -> Votes:
    """The votes after an event; one that does not fit the votes there are changes nothing."""
    event = logged.event
    if isinstance(event, VoteOpened):
        return _opened(votes, event)
    if not isinstance(event, EVENTS):
        return votes
    vote = votes.votes.get(getattr(event, "vote", ""))
    if vote is None:
        return votes
    return replace(votes, votes={**votes.votes, vote.id: _changed(vote, event)})


def _opened(votes: Votes, event: VoteOpened) -> Votes:
    rounds = max(1, event.rounds, event.round)
    vote = votes.votes.get(event.vote)
    if vote is None or not vote.begun:
        if not event.vote or not event.options or len(set(event.options)) != len(event.options):
            return votes
        fits = len(event.scale) == len(event.options)
        vote = Vote(
            id=event.vote,
            kind=event.kind,
            lesson_step=event.lesson_step,
            options=event.options,
            scale=event.scale if fits else (),
            rounds=(),
        )
    # A vote that has begun keeps its options: what was counted belongs to them.
    vote = replace(vote, rounds=vote.rounds + (Round(),) * (rounds - len(vote.rounds)), round=max(1, event.round))
    vote = replace(vote, cursor=_first_uncounted(vote))
    return replace(votes, votes={**votes.votes, vote.id: vote}, open=vote.id)


def _changed(vote: Vote, event: Event) -> Vote:
    match event:
        case OptionChosen(option=option) if option in vote.options:
            return replace(vote, cursor=vote.options.index(option))
        case Counted(round=number, option=option) if option in vote.options and 0 < number <= len(vote.rounds):
            return _counted(vote, event)
        case Revealed(rounds=numbers, on=on):
            return replace(
                vote,
                rounds=tuple(
                    replace(one, revealed=on) if number in numbers else one for number, one in enumerate(vote.rounds, 1)
                ),
            )
        case BallotTyped(code=code) if code:
            return _typed(vote, event)
        case BallotRemoved(code=code):
            return replace(vote, ballots={c: ballot for c, ballot in vote.ballots.items() if c != code})
        case _:
            return vote


def _counted(vote: Vote, event: Counted) -> Vote:
    counts = dict(vote.rounds[event.round - 1].counts)
    if event.count is None:
        counts.pop(event.option, None)
    elif 0 <= event.count <= MOST_COUNTED:
        counts[event.option] = event.count
    else:
        return vote
    index = event.round - 1
    changed = (*vote.rounds[:index], replace(vote.rounds[index], counts=counts), *vote.rounds[index + 1 :])
    here = vote.options.index(event.option)
    cursor = here if event.count is None else (here + 1) % len(vote.options)
    return replace(vote, rounds=changed, cursor=cursor)


def _typed(vote: Vote, event: BallotTyped) -> Vote:
    """A second typing fills in what was missing; what is there stays, for nobody votes twice."""
    known = vote.ballots.get(event.code, Ballot())
    before = known.before or (event.before if event.before in vote.options else "")
    after = known.after or (event.after if event.after in vote.options else "")
    if not before and not after:
        return vote
    line = known.line if known.line is not None else event.line
    return replace(vote, ballots={**vote.ballots, event.code: Ballot(before=before, after=after, line=line)})


def _first_uncounted(vote: Vote) -> int:
    counts = vote.current.counts
    return next((index for index, option in enumerate(vote.options) if option not in counts), 0)


def moved(vote: Vote) -> Movement:
    """Who moved in `vote`, as its paired ballots tell it."""
    return movement(vote.options, vote.scale, vote.ballots.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicVote:
    """A vote as the class may see it: counts have a place only where they were revealed."""

    id: str
    kind: Kind
    lesson_step: str
    options: tuple[str, ...]
    scale: tuple[int, ...]
    round: int
    rounds: int
    cursor: int
    counted: int
    """How many options of the open round have been counted; not which, and not how many hands."""
    ballots: int
    """How many ballots of the open round have been read."""
    shown: Mapping[int, Mapping[str, int]]
    """Round (from 1) to counts by option: the revealed rounds, and no others."""
    before_after: tuple[Mapping[str, int], Mapping[str, int]] | None = None
    """The two counts to be compared, once both rounds have been revealed."""
    movement: Movement | None = None
    """Who moved, once both rounds have been revealed and ballots of two stubs were typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicVotes:
    """What the wall may show of the votes."""

    vote: PublicVote | None = None
    """The vote that was opened last."""


def public(votes: Votes) -> PublicVotes:
    """What the wall may show."""
    return PublicVotes() if votes.vote is None else PublicVotes(vote=public_vote(votes.vote))


def public_vote(vote: Vote) -> PublicVote:
    """What the class may see of `vote`."""
    marks = [ballot.before if vote.round == 1 else ballot.after for ballot in vote.ballots.values()]
    shown = {number: vote.counts(number) for number, one in enumerate(vote.rounds, 1) if one.revealed}
    return PublicVote(
        id=vote.id,
        kind=vote.kind,
        lesson_step=vote.lesson_step,
        options=vote.options,
        scale=vote.scale,
        round=vote.round,
        rounds=len(vote.rounds),
        cursor=vote.cursor,
        counted=len(vote.current.counts),
        ballots=sum(bool(mark) for mark in marks) if vote.round <= 2 else 0,
        shown=shown,
        before_after=vote.before_after if {1, 2} <= shown.keys() else None,
        movement=moved(vote) if vote.ballots and {1, 2} <= shown.keys() else None,
    )

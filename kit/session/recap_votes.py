"""The votes of a class as its record tells them: what was asked, what was counted, and who moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kit.lesson.model import Lesson
from kit.session.movement import Movement, net_shift
from kit.session.state import ClassState
from kit.session.vote_words import round_name, wording
from kit.session.votes import LISTS, Kind, Vote, Votes, moved
from kit.words import Words

OFF_THE_PAGE: tuple[Kind, ...] = ("headings", "piles", "lines")
"""Counts that say nothing of what the class thought: how it talked, how well it wrote, at which line it stopped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRecord:
    """An option with its counts."""

    option: str
    label: str
    index: int
    """Its place among the options of the vote, from 0: the letter it has on wall and ballots."""
    counts: tuple[int, ...]
    """Of the rounds told; an option nobody counted had nobody."""
    net: int | None
    """By how much it has grown from before to after; None where there are no two counts of the same kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteRecord:
    """One vote with everything that was counted in it; of two counts that can be compared, those two."""

    id: str
    kind: Kind
    asks: str
    is_statement: bool
    rounds: tuple[str, ...]
    """What the rounds told are called; "" where the vote came only once."""
    options: tuple[OptionRecord, ...]
    compared: bool = False
    """Whether before and after are of the same kind, both hands or both ballots, so that they can be compared."""
    movement: Movement | None = None
    """Who moved, where ballots of two parts were typed in pairs."""

    @property
    def totals(self) -> tuple[int, ...]:
        """How many voted, in each of the rounds told."""
        return tuple(sum(option.counts[n] for option in self.options) for n in range(len(self.rounds)))

    @property
    def most(self) -> int:
        """The largest count, which has the longest bar."""
        return max((count for option in self.options for count in option.counts), default=0)

    @property
    def twice(self) -> bool:
        """Whether it was counted more than once."""
        return len(self.rounds) > 1


def vote_records(state: ClassState, tr: Words) -> tuple[VoteRecord, ...]:
    """The votes in which something was counted, in the language of `tr`: those with a before and an after first."""
    made = [record(state.lesson, vote, tr) for vote in state.votes.votes.values() if vote.kind not in OFF_THE_PAGE]
    told = [one for one in made if one is not None]
    return tuple(sorted(told, key=lambda one: (not one.twice, one.kind != "statement")))


def record(lesson: Lesson, vote: Vote, tr: Words) -> VoteRecord | None:
    """A vote as the record tells it; None where nothing was counted."""
    compared = vote.before_after
    if compared is not None and any(any(one.values()) for one in compared):
        numbers, counts = [1, 2], list(compared)
    else:
        compared = None
        numbers = [number for number in range(1, len(vote.rounds) + 1) if any(vote.counts(number).values())]
        counts = [vote.counts(number) for number in numbers]
    if not numbers:
        return None
    net = net_shift(vote.options, *compared) if compared is not None else None
    said = wording(lesson, vote.kind, vote.lesson_step, vote.options, tr)
    labels = dict(zip(vote.options, said.labels, strict=False))
    options = [
        OptionRecord(
            option=option,
            label=labels.get(option, option),
            index=index,
            counts=tuple(one.get(option, 0) for one in counts),
            net=net[index] if net is not None else None,
        )
        for index, option in enumerate(vote.options)
    ]
    if vote.kind in LISTS:
        options = sorted((one for one in options if any(one.counts)), key=lambda one: -one.counts[-1])
    movement = moved(vote)
    return VoteRecord(
        id=vote.id,
        kind=vote.kind,
        asks=said.asks,
        is_statement=said.is_statement,
        rounds=tuple(round_name(number, len(vote.rounds), tr) for number in numbers),
        options=tuple(options),
        compared=compared is not None,
        movement=movement if movement.pairs else None,
    )


def hands_for_lines(votes: Votes) -> Mapping[int, int]:
    """How many hands or cards were counted for each line, where the class voted on lines."""
    found: Counter[int] = Counter()
    for vote in votes.votes.values():
        if vote.kind == "lines":
            for number in range(1, len(vote.rounds) + 1):
                found.update({int(o): count for o, count in vote.counts(number).items() if o.isdecimal()})
    return found

"""The ledger of a discussion: turns, seconds, silences, who follows whom, and how evenly it was spread."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kit.session.turns import Talk, Turn

SILENCE = 3.0
"""Seconds without a speaker that make a silence: less is breathing."""

LOUDEST = 3
"""How many of those who talk most are looked at together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What was counted; seats are numbers, times are seconds, shares are from 0 to 1."""

    turns: Mapping[int, int]
    """Turns of every seat that is taken today, and of every other that has spoken."""
    seconds: Mapping[int, float]
    teacher_turns: int
    teacher_seconds: float
    longest: float
    """The longest turn of a pupil."""
    silences: int
    """Pauses of more than three seconds between two turns."""
    silent: float
    """All of them together."""
    longest_silence: float
    follows: Mapping[tuple[int, int], int]
    """How often the second seat spoke right after the first; 0 is the teacher."""
    unheard: tuple[int, ...]
    """Seats that are taken today and have not spoken."""
    evenness: float | None
    """1 where the turns could not be spread more evenly, 0 where one pupil has them all; None before there are two."""
    loudest: float | None
    """The share of the pupils' turns that the three have who have most; None before any."""
    waits: tuple[float, ...]
    wait: float | None
    """The median wait from a question to the first answer."""

    @property
    def pupil_turns(self) -> int:
        """Turns of all pupils."""
        return sum(self.turns.values())

    @property
    def pupil_seconds(self) -> float:
        """Speaking time of all pupils."""
        return sum(self.seconds.values())

    @property
    def teacher_share(self) -> float | None:
        """The teacher's share of the speaking time; None before anybody has spoken."""
        spoken = self.teacher_seconds + self.pupil_seconds
        return self.teacher_seconds / spoken if spoken else None

    @property
    def teacher_turn_share(self) -> float | None:
        """The teacher's share of the turns; None before there are any."""
        every = self.teacher_turns + self.pupil_turns
        return self.teacher_turns / every if every else None


def ledger(talk: Talk, now: float) -> Ledger:
    """The ledger until `now`, in seconds of this run's monotonic clock; the turn that goes on is in it."""
    turns = talk.until(now)
    counts: Counter[int] = Counter(dict.fromkeys(talk.present, 0))
    seconds: dict[int, float] = dict.fromkeys(talk.present, 0.0)
    for turn in turns:
        if not turn.teacher:
            counts[turn.seat] += 1
            seconds[turn.seat] = seconds.get(turn.seat, 0.0) + turn.seconds
    pauses = [turn.gap for turn in turns if turn.gap is not None and turn.gap > SILENCE]
    if talk.floor is None and talk.quiet_since is not None and now - talk.quiet_since > SILENCE:
        pauses.append(now - talk.quiet_since)
    return Ledger(
        turns=counts,
        seconds=seconds,
        teacher_turns=sum(turn.teacher for turn in turns),
        teacher_seconds=sum(turn.seconds for turn in turns if turn.teacher),
        longest=max((turn.seconds for turn in turns if not turn.teacher), default=0.0),
        silences=len(pauses),
        silent=sum(pauses),
        longest_silence=max(pauses, default=0.0),
        follows=follows(turns),
        unheard=tuple(seat for seat in talk.present if not counts[seat]),
        evenness=evenness(tuple(counts.values())),
        loudest=share_of(tuple(counts.values()), LOUDEST),
        waits=talk.waits,
        wait=median(talk.waits),
    )


def follows(turns: Sequence[Turn]) -> Mapping[tuple[int, int], int]:
    """Who speaks after whom, and how often; somebody who goes on speaking follows nobody, nor does a new step."""
    pairs = itertools.pairwise(turns)
    return Counter((one.seat, two.seat) for one, two in pairs if one.seat != two.seat and one.step == two.step)


def evenness(counts: Sequence[int]) -> float | None:
    """How evenly turns are spread over so many seats: 1 as evenly as whole turns can be, 0 all with one seat.

    It is 1 less the turns that would have to go to somebody else, as a part of those that would if one seat had them
    all (the Hoover index, for whole turns). None where fewer than two seats, or two turns, leave nothing to compare.
    """
    total, seats = sum(counts), len(counts)
    if total < 2 or seats < 2:
        return None
    each, over = divmod(total, seats)
    fair = [each + 1] * over + [each] * (seats - over)
    too_many = sum(max(0, had - due) for had, due in zip(sorted(counts, reverse=True), fair, strict=True))
    return 1.0 - too_many / (total - fair[0])


def share_of(counts: Sequence[int], most: int) -> float | None:
    """The share of the turns that the `most` busiest seats have; None where there are no turns."""
    total = sum(counts)
    return sum(sorted(counts, reverse=True)[:most]) / total if total else None


def median(values: Sequence[float]) -> float | None:
    """The middle value; None where there is none."""
    if not values:
        return None
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2

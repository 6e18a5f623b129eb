"""What a step puts to the vote: kind, options and round follow from lesson and protocol.

A protocol step that records a count says what it counts; its place among the steps of the same protocol that count the
same thing is the round. Any other step takes up the vote nearest before it, so that one key opens the right vote
wherever the class is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kit.lesson.lines import resolve
from kit.lesson.model import Edition, Lesson, LessonStep
from kit.lesson.plan import PlannedStep
from kit.protocols.model import ProtocolStep
from kit.session.vote_words import DEGREES, FINE_SCALE, LABELS, OWN_OPTION, SCALE
from kit.session.votes import Kind, VoteOpened, Votes
from kit.words.terms import VOTES

SPECIAL: Mapping[tuple[str, str], Kind] = {
    ("big-paper", "read-back"): "lines",
    ("save-the-last-word", "share"): "lines",
    ("fishbowl", "feedback-1"): "headings",
    ("fishbowl", "feedback-2"): "headings",
    ("formal-debate", "jury"): "jury",
    ("question-formulation", "share"): "groups",
    ("spar", "look-back"): "change",
    ("tug-of-war", "place"): "places",
    ("tug-of-war", "test"): "places",
    ("barometer", "stand"): "scale",
    ("barometer", "move"): "scale",
}
"""Steps that count something else than what their record is usually about."""

STANCE = ("statement", "positions", "scale")
"""Where the class stands: what the vote key opens in the steps around such a count."""

USUAL: Mapping[str, Kind] = {
    "count": "statement",
    "paired-count": "statement",
    "bins": "positions",
    "consensus": "consensus",
    "exit-tally": "piles",
}
"""What each record counts; one that is not here is not counted."""

MOST_GROUPS = 8
"""Groups whose questions are voted on."""


def vote_for(lesson: Lesson, step: PlannedStep, votes: Votes, *, fine: bool = False) -> VoteOpened:
    """What the vote key opens in `step`; with `fine`, a barometer that has not begun gets seven places instead of five.

    There is always something to count: a show of hands for A to D where neither lesson nor protocol asks for a vote.
    """
    edition = lesson.edition(lesson.language)
    own = next((one for one in edition.steps if one.id == step.lesson_step), None)
    found = _counting(lesson, step, own)
    options, scale = _options(lesson, step.protocol, own, found.kind, lines=step.lines, fine=fine)
    opened = _opening(step.lesson_step, found, options, scale)
    known = votes.votes.get(opened.vote)
    return replace(opened, options=known.options, scale=known.scale) if known and known.begun else opened


def paired_votes(lesson: Lesson) -> tuple[VoteOpened, ...]:
    """The votes of a lesson for which ballots of two stubs are worth cutting: the class stands somewhere twice.

    One for each lesson step; where a protocol asks for ballots, theirs.
    """
    found = []
    for own in lesson.edition(lesson.language).steps:
        twice: list[tuple[bool, VoteOpened]] = []
        for protocol in dict.fromkeys((own.around, own.protocol)):
            kinds, steps = _kinds(lesson, protocol), _steps(lesson, protocol)
            for part, kind in kinds.items():
                counting = _at(kinds, part)
                if kind in STANCE and (counting.round, counting.rounds) == (1, 2):
                    options, scale = _options(lesson, protocol, own, kind)
                    vote = _opening(own.id, counting, options, scale)
                    twice.append(("ballots" in steps[part].prints, vote))
        found += [vote for _, vote in sorted(twice, key=lambda one: not one[0])[:1]]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Counting:
    """What a step counts, and for which time."""

    kind: Kind
    round: int
    rounds: int


def _counting(lesson: Lesson, step: PlannedStep, own: LessonStep | None) -> _Counting:
    """What the step itself counts; else where the class stands; else what was counted last; else a show of hands."""
    kinds = _kinds(lesson, step.protocol)
    steps = list(_steps(lesson, step.protocol))
    here = steps.index(step.part) if step.part in steps else 0
    if step.part in kinds:
        return _at(kinds, step.part)
    before = [part for part in kinds if steps.index(part) < here]
    stance = [part for part in kinds if kinds[part] in STANCE]
    if stance:
        # Writing a place down comes before standing in it: the first count is also what leads up to it.
        return _at(kinds, next((part for part in reversed(before) if part in stance), stance[0]))
    if own is not None and own.around and own.around != step.protocol:
        wrapped = _kinds(lesson, own.around)
        if wrapped:
            return _at(wrapped, next(iter(wrapped)))
    if before:
        return _at(kinds, before[-1])
    return _Counting("statement" if own is not None and own.statement else "letters", 1, 1)


def _at(kinds: Mapping[str, Kind], part: str) -> _Counting:
    """The round of `part` is its place among the parts that count the same."""
    same = [one for one, kind in kinds.items() if kind == kinds[part]]
    return _Counting(kinds[part], same.index(part) + 1, len(same))


def _steps(lesson: Lesson, protocol: str) -> Mapping[str, ProtocolStep]:
    editions = lesson.protocols.get(protocol)
    return next(iter(editions.values())).steps if editions else {}


def _kinds(lesson: Lesson, protocol: str) -> dict[str, Kind]:
    """What the steps of a protocol count, by step; those that count nothing are absent."""
    return {
        part: SPECIAL.get((protocol, part), USUAL[step.records])
        for part, step in _steps(lesson, protocol).items()
        if step.records in USUAL
    }


Options = tuple[tuple[str, ...], tuple[int, ...]]
"""The options, and where each stands on a scale (nothing where they have no order)."""


def _opening(lesson_step: str, counting: _Counting, options: tuple[str, ...], scale: tuple[int, ...]) -> VoteOpened:
    return VoteOpened(
        vote=f"{lesson_step}/{counting.kind}",
        kind=counting.kind,
        lesson_step=lesson_step,
        options=options,
        scale=scale,
        round=counting.round,
        rounds=counting.rounds,
    )


def _options(
    lesson: Lesson,
    protocol: str,
    own: LessonStep | None,
    kind: Kind,
    *,
    lines: tuple[int, ...] = (),
    fine: bool = False,
) -> Options:
    if kind == "statement":
        return tuple(VOTES), (1, -1, 0)
    if kind == "positions":
        return _positions(protocol, own)
    if kind == "scale":
        named = own.positions if own is not None else {}
        return _ordered(tuple(named or (FINE_SCALE if fine else SCALE)))
    if kind == "places":
        return _ordered(tuple(LABELS[kind]))
    if kind == "lines":
        return tuple(str(number) for number in lines or _lines(lesson, own)), ()
    if kind == "groups":
        return tuple(str(number) for number in range(1, MOST_GROUPS + 1)), ()
    return tuple(LABELS[kind]), ()


def _positions(protocol: str, own: LessonStep | None) -> Options:
    """A lesson's own corners are reasons side by side; the usual four are degrees of one thing."""
    if own is None or not own.positions:
        return _ordered(tuple(DEGREES))
    extra = (OWN_OPTION,) if protocol == "options-role-play" and OWN_OPTION not in own.positions else ()
    return (*own.positions, *extra), ()


def _ordered(options: tuple[str, ...]) -> Options:
    """Options from one end to the other; the middle is 0, and between the ends of an even number nobody stands."""
    count = len(options)
    return options, tuple(count - 1 - 2 * index for index in range(count))


def _lines(lesson: Lesson, own: LessonStep | None) -> tuple[int, ...]:
    edition: Edition = lesson.edition(lesson.language)
    references = own.lines if own else ()
    if not references and own and own.question in edition.questions:
        references = edition.questions[own.question].needs
    found = tuple(line.number for line in resolve(references, lesson.lines))
    return found or tuple(line.number for line in lesson.lines)

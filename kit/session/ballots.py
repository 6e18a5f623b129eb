"""What a step puts to the vote, and in which words: kind, options, round and statement follow from lesson and protocol.

A protocol step that records a count says what it counts; its place among the steps of the same protocol that count the
same thing is the round. Any other step takes up the vote nearest before it, so that one key opens the right vote
wherever the class is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kit.lesson.lines import resolve
from kit.lesson.model import Edition, Lesson, LessonStep
from kit.lesson.plan import PlannedStep
from kit.protocols.model import ProtocolStep
from kit.session.votes import Kind, VoteOpened, Votes
from kit.words import N_, Words
from kit.words.terms import AGREEMENT, COLUMNS, VOTES

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

DEGREES = {
    "agree-strongly": AGREEMENT[0],
    "agree": AGREEMENT[1],
    "disagree": AGREEMENT[2],
    "disagree-strongly": AGREEMENT[3],
}
"""The four corners, where a lesson names none of its own."""

SCALE = {
    "agree-strongly": AGREEMENT[0],
    "agree": AGREEMENT[1],
    "between": N_("In between"),
    "disagree": AGREEMENT[2],
    "disagree-strongly": AGREEMENT[3],
}
"""The five places of a barometer, where a lesson names none of its own."""

FINE_SCALE = {
    "agree-strongly": AGREEMENT[0],
    "agree": AGREEMENT[1],
    "agree-somewhat": N_("Agree somewhat"),
    "between": SCALE["between"],
    "disagree-somewhat": N_("Disagree somewhat"),
    "disagree": AGREEMENT[2],
    "disagree-strongly": AGREEMENT[3],
}
"""The seven places of a barometer that is read more finely."""

LABELS: Mapping[Kind, Mapping[str, str]] = {
    "statement": VOTES,
    "positions": DEGREES,
    "scale": FINE_SCALE,
    "places": {
        "for-strongly": N_("Strongly for"),
        "for": VOTES["for"],
        "between": N_("In the middle"),
        "against": VOTES["against"],
        "against-strongly": N_("Strongly against"),
    },
    "jury": {"for": N_("The team for"), "against": N_("The team against"), "equal": N_("Both as well")},
    "consensus": {"agree": COLUMNS[0], "differ": COLUMNS[1], "know": COLUMNS[2]},
    "change": {
        "same": N_("Same view as before"),
        "better": N_("Same view, better reasons"),
        "changed": N_("Changed my mind"),
    },
    "headings": {
        "evidence": N_("Pointed to a line"),
        "builds": N_("Took up what was said"),
        "asks": N_("Asked a question"),
        "invites": N_("Drew somebody in"),
    },
    "piles": {"clear": N_("Clear"), "nearly": N_("Nearly"), "not-yet": N_("Not yet")},
    "letters": {letter: letter for letter in "ABCD"},
}
"""The options of each kind that does not take them from the lesson, and what they are called."""

OWN_OPTION = "own"
"""What is chosen beside the options of a role-play: an option of one's own."""

MOST_GROUPS = 8
"""Groups whose questions are voted on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A vote in one language."""

    asks: str
    """The statement or question the class votes on."""
    is_statement: bool
    labels: tuple[str, ...]
    """What each option is called, in the order of the options."""


def vote_for(lesson: Lesson, step: PlannedStep, votes: Votes, *, fine: bool = False) -> VoteOpened:
    """What the vote key opens in `step`; with `fine`, a barometer that has not begun gets seven places instead of five.

    There is always something to count: a show of hands for A to D where neither lesson nor protocol asks for a vote.
    """
    edition = lesson.edition(lesson.language)
    own = next((one for one in edition.steps if one.id == step.lesson_step), None)
    found = _counting(lesson, step, own)
    options, scale = _options(lesson, step, own, found.kind, fine=fine)
    opened = VoteOpened(
        vote=f"{step.lesson_step}/{found.kind}",
        kind=found.kind,
        lesson_step=step.lesson_step,
        options=options,
        scale=scale,
        round=found.round,
        rounds=found.rounds,
    )
    known = votes.votes.get(opened.vote)
    return replace(opened, options=known.options, scale=known.scale) if known else opened


def wording(lesson: Lesson, kind: Kind, lesson_step: str, options: tuple[str, ...], tr: Words) -> Wording:
    """A vote in the language of `tr`, or in the lesson's first language where it lacks that one."""
    edition = lesson.edition(tr.language)
    own = next((one for one in edition.steps if one.id == lesson_step), None)
    asks = own.statement if own else ""
    if not asks and own and own.question in edition.questions:
        asks = edition.questions[own.question].asks
    return Wording(
        asks="" if kind in ("headings", "piles", "lines") else asks,
        is_statement=bool(own and own.statement),
        labels=tuple(_label(kind, option, own, tr) for option in options),
    )


def _label(kind: Kind, option: str, own: LessonStep | None, tr: Words) -> str:
    if own is not None and kind in ("positions", "scale") and option in own.positions:
        return own.positions[option]
    if kind == "lines":
        return tr("Line {number}", number=option)
    if kind == "groups":
        return tr("Question of group {number}", number=option)
    if kind == "positions" and option == OWN_OPTION:
        return tr("An option of my own")
    return tr(LABELS[kind].get(option, option)) if kind != "letters" else option


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


def _options(lesson: Lesson, step: PlannedStep, own: LessonStep | None, kind: Kind, *, fine: bool) -> Options:
    special: Mapping[Kind, Callable[[], Options]] = {
        "statement": lambda: (tuple(VOTES), (1, -1, 0)),
        "lines": lambda: (tuple(str(number) for number in _lines(lesson, step, own)), ()),
        "groups": lambda: (tuple(str(number) for number in range(1, MOST_GROUPS + 1)), ()),
        "positions": lambda: _positions(step, own),
        "scale": lambda: _scale(own, fine=fine),
        "places": lambda: _ordered(tuple(LABELS["places"])),
    }
    return special[kind]() if kind in special else (tuple(LABELS[kind]), ())


def _positions(step: PlannedStep, own: LessonStep | None) -> Options:
    """A lesson's own corners are reasons side by side; the usual four are degrees of one thing."""
    if own is None or not own.positions:
        return _ordered(tuple(DEGREES))
    extra = (OWN_OPTION,) if step.protocol == "options-role-play" and OWN_OPTION not in own.positions else ()
    return (*own.positions, *extra), ()


def _scale(own: LessonStep | None, *, fine: bool) -> Options:
    if own is not None and own.positions:
        return _ordered(tuple(own.positions))
    return _ordered(tuple(FINE_SCALE if fine else SCALE))


def _ordered(options: tuple[str, ...]) -> Options:
    """Options from one end to the other; the middle is 0, and between the ends of an even number nobody stands."""
    count = len(options)
    return options, tuple(count - 1 - 2 * index for index in range(count))


def _lines(lesson: Lesson, step: PlannedStep, own: LessonStep | None) -> tuple[int, ...]:
    if step.lines:
        return step.lines
    edition: Edition = lesson.edition(lesson.language)
    references = own.lines if own else ()
    if not references and own and own.question in edition.questions:
        references = edition.questions[own.question].needs
    found = tuple(dict.fromkeys(line.number for line in resolve(references, lesson.lines)))
    return found or tuple(line.number for line in lesson.lines)

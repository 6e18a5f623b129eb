"""Which handouts a lesson has, and which of them a teacher means who asks for all."""

from __future__ import annotations

from kit.lesson.model import Lesson
from kit.lesson.plan import plan
from kit.paper.kinds import KINDS, Kind

WHOLE = 240
"""Minutes in which no lesson leaves a step out."""


def everything(lesson: Lesson, minutes: int | None = None) -> tuple[Kind, ...]:
    """What `all` prints: worksheet, guide, and whatever the steps of the plan ask for."""
    asked = _asked_for(lesson, minutes)
    return tuple(
        kind for kind in KINDS.values() if (kind.usual or kind.id in asked) and not kind.sealed and has(lesson, kind.id)
    )


def printable(lesson: Lesson) -> tuple[Kind, ...]:
    """Every kind there is anything to print of; sealed ones are asked for by name."""
    return tuple(kind for kind in KINDS.values() if not kind.sealed and has(lesson, kind.id))


def asked(lesson: Lesson, kind: str, minutes: int | None = None) -> list[str]:
    """The ids of the kinds meant by a `kind` on the command line: "all", "every", or one of them."""
    if kind == "every":
        return [known.id for known in printable(lesson)]
    return [known.id for known in everything(lesson, minutes)] if kind == "all" else [kind]


def has(lesson: Lesson, kind: str) -> bool:
    """Whether there is anything to print as this `kind` (a key of `KINDS`)."""
    edition = lesson.edition(lesson.language)
    if kind == "ballots":
        from kit.session.ballots import paired_votes

        return bool(paired_votes(lesson))
    if kind == "signs":
        return "signs" in _asked_for(lesson, WHOLE)
    if kind == "updates":
        return bool(edition.updates)
    if kind == "exit-tickets":
        return bool(edition.exit_ticket)
    if kind == "rubric":
        return bool(edition.rubric or edition.objectives)
    if kind == "answer-key":
        return bool(edition.answer_key or any(question.look_for for question in edition.questions.values()))
    if kind == "bilingual":
        return any(excerpt.translation for other in lesson.editions.values() for excerpt in other.excerpts.values())
    return True


def _asked_for(lesson: Lesson, minutes: int | None) -> frozenset[str]:
    """What the steps of the plan have on the tables, by kind."""
    planned = plan(lesson, minutes or lesson.edition(lesson.language).at_a_glance.minutes)
    parts = (next(iter(lesson.protocols[step.protocol].values())).steps[step.part] for step in planned.steps)
    return frozenset(name for part in parts for name in part.prints)

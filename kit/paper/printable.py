"""Which handouts a lesson has: a kind that it gives nothing for is not printed with the others."""

from __future__ import annotations

from kit.lesson.model import Lesson
from kit.paper.kinds import KINDS, Kind


def printable(lesson: Lesson) -> tuple[Kind, ...]:
    """The kinds that are printed when everything is asked for; sealed ones never are."""
    return tuple(kind for kind in KINDS.values() if not kind.sealed and has(lesson, kind.id))


def has(lesson: Lesson, kind: str) -> bool:
    """Whether there is anything to print as this `kind` (a key of `KINDS`)."""
    if kind == "ballots":
        from kit.session.ballots import paired_votes

        return bool(paired_votes(lesson))
    if kind == "updates":
        return bool(lesson.edition(lesson.language).updates)
    return True

"""“I have 25 minutes, a quiet class, rows, no printer”: which protocols and lessons fit, best first, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kit.lesson.model import Lesson
from kit.lesson.plan import plan
from kit.protocols.model import Protocol, Suits
from kit.words import N_, Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What a teacher has before her."""

    minutes: int
    needs: frozenset[Suits] = frozenset()
    """What holds of her class, room and topic; “no-printer” and “no-space” are conditions, the others wishes."""
    pupils: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A protocol or lesson that can be held, with how well it fits and why."""

    id: str
    score: int
    away: int
    """Minutes between what it takes as a rule and what there is."""
    reasons: tuple[Message, ...]


_GOOD_FOR: dict[Suits, str] = {
    "quiet-class": N_("brings a quiet class to talk"),
    "talkative-class": N_("gives a talkative class its turns"),
    "no-space": N_("nobody leaves the seat"),
    "language-class": N_("good for learning a language"),
    "hot-topic": N_("keeps a hot topic cool"),
    "no-printer": N_("needs no printer"),
}


NEEDS: tuple[Suits, ...] = tuple(_GOOD_FOR)
"""Everything a teacher can be asked about."""


def protocols(available: Mapping[str, Protocol], situation: Situation) -> list[Choice]:
    """The protocols that can be held, best first. Wrappers go around others and are no choice of their own."""
    found = (_protocol(name, protocol, situation) for name, protocol in available.items() if not protocol.wrapper)
    return _ranked(choice for choice in found if choice is not None)


def lessons(available: Iterable[Lesson], situation: Situation) -> list[Choice]:
    """The lessons that can be held in the time, by their longest protocol, best first."""
    return _ranked(choice for lesson in available if (choice := _lesson(lesson, situation)) is not None)


def minutes(protocol: Protocol) -> tuple[int, int, int]:
    """What the whole protocol takes: at least (what may be skipped left out), as a rule, at most."""
    steps = protocol.steps.values()
    return (
        sum(step.minutes.least for step in steps if not step.skippable),
        sum(step.minutes.plan for step in steps),
        sum(step.minutes.most for step in steps),
    )


def _protocol(name: str, protocol: Protocol, situation: Situation) -> Choice | None:
    least, planned, most = minutes(protocol)
    if least > situation.minutes:
        return None
    score = 0
    reasons: list[Message] = []
    if planned <= situation.minutes <= most:
        score += 2
        reasons.append(Message.of(N_("fills the time as planned ({minutes} min)"), minutes=planned))
    elif planned > situation.minutes:
        score -= (planned - situation.minutes) // 5
        reasons.append(Message.of(N_("shortened from {minutes} min"), minutes=planned))
    else:
        score -= 1 + (situation.minutes - most) // 10
        reasons.append(Message.of(N_("leaves {minutes} min for something else"), minutes=situation.minutes - most))
    fitting = _suits(protocol, situation)
    if fitting is None:
        return None
    reasons += fitting
    score += _weight(protocol, situation, fitting)
    size = protocol.group_size
    if situation.pupils is not None and situation.pupils < size.least:
        return None
    return Choice(id=name, score=score, away=abs(planned - situation.minutes), reasons=tuple(reasons))


def _suits(protocol: Protocol, situation: Situation) -> list[Message] | None:
    """What speaks for the protocol; None where a condition does not hold."""
    reasons = [Message.of(_GOOD_FOR[need]) for need in _GOOD_FOR if need in situation.needs & set(protocol.suits)]
    missing = situation.needs - set(protocol.suits)
    if "no-space" in missing:
        if not protocol.seated_variant:
            return None
        reasons.append(Message.of(N_("can be held seated")))
    if "no-printer" in missing:
        printed = {item for step in protocol.steps.values() for item in step.prints}
        if printed - {"worksheet", "exit-tickets"}:
            return None
        reasons.append(Message.of(N_("needs only the lines, which the wall can show")))
    return reasons


def _weight(protocol: Protocol, situation: Situation, reasons: list[Message]) -> int:
    """What a protocol is made for counts three times as much as what it can be bent to."""
    return 2 * len(situation.needs & set(protocol.suits)) + len(reasons)


def _lesson(lesson: Lesson, situation: Situation) -> Choice | None:
    if not plan(lesson, situation.minutes).fits:
        return None
    used = {name: next(iter(editions.values())) for name, editions in lesson.protocols.items() if editions}
    main = max((name for name in used if not used[name].wrapper), key=lambda name: minutes(used[name])[1], default=None)
    if main is None:
        return None
    fitting = _suits(used[main], situation)
    if fitting is None:
        return None
    wanted = lesson.edition(lesson.language).at_a_glance.minutes
    away = abs(wanted - situation.minutes)
    reasons = [Message.of(N_("written for {minutes} min"), minutes=wanted), *fitting]
    score = _weight(used[main], situation, fitting) - away // 10
    return Choice(id=lesson.id, score=score, away=away, reasons=tuple(reasons))


def _ranked(choices: Iterator[Choice] | Iterable[Choice]) -> list[Choice]:
    return sorted(choices, key=lambda choice: (-choice.score, choice.away, choice.id))

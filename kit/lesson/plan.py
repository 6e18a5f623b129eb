"""Protocol and lesson become timed steps that fit the minutes a teacher has; free of any language."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kit.lesson.lines import resolve
from kit.lesson.model import Edition, Lesson, LessonStep
from kit.protocols.model import Block, Minutes, Protocol, ProtocolStep

EXIT_TICKET = "exit-ticket"
"""The protocol, and the step, that closes every lesson that has an exit ticket."""

SHORTEST, LONGEST = 35, 90
"""Minutes a bundled lesson must be able to fill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """One thing the class does: what, for how long, and what the wall shows meanwhile."""

    id: str
    """`lesson-step.protocol-step`, unique in the plan."""
    lesson_step: str
    protocol: str
    part: str
    """The protocol's own step."""
    minutes: int
    starts: int
    """Minutes after the beginning of the lesson."""
    shows: tuple[Block, ...]
    question: str = ""
    lines: tuple[int, ...] = ()
    """Numbers of the lines on the wall, where the step shows any."""
    side: str = ""
    skippable: bool = False
    protected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The steps of one class period."""

    lesson: str
    minutes: int
    steps: tuple[PlannedStep, ...]
    dropped: tuple[str, ...] = ()
    """Ids of the steps left out because the time is short, the first to go first."""
    spare: int = 0
    """Minutes nobody has planned: every step is at its most."""
    missing: int = 0
    """Minutes that are missing even when everything that may be dropped is dropped; 0 where the plan fits."""

    @property
    def fits(self) -> bool:
        """Whether the class can be held in this time."""
        return self.missing == 0

    def position(self, step: str) -> int | None:
        """The index of a step by its id, by its lesson step or by its number from 1; None where there is none."""
        if step.isdecimal() and 0 < int(step) <= len(self.steps):
            return int(step) - 1
        for index, planned in enumerate(self.steps):
            if step in (planned.id, planned.lesson_step, planned.part):
                return index
        return None


@dataclass(frozen=True, slots=True)
class _Unit:
    """A step before it has its minutes."""

    step: PlannedStep
    range: Minutes


def plan(lesson: Lesson, minutes: int) -> Plan:
    """Fit `lesson` into `minutes`.

    Steps shrink towards their least and grow towards their most in proportion. Where even the least does not fit, the
    lesson's own short cut goes first, then what its protocols call skippable, the last of them first. The exit ticket
    and other protected steps shrink only after everything else has. Where something is dropped, or there is hardly time
    to read, the class reads the short cut's selection of lines.
    """
    edition = lesson.edition(lesson.language)
    units = list(_units(lesson, edition))
    dropped: list[str] = []
    for candidate in _droppable(edition, units):
        if sum(unit.range.least for unit in units) <= minutes:
            break
        remaining = [unit for unit in units if not _belongs(unit.step, candidate)]
        if remaining and len(remaining) < len(units):
            dropped += [unit.step.id for unit in units if _belongs(unit.step, candidate)]
            units = remaining
    given = _share_out(units, minutes)
    hurried = dropped or _reading_is_short(units, given)
    kept_numbers = {line.number for line in resolve(edition.short_cut.lines, lesson.lines)} if hurried else set()
    steps, clock = [], 0
    for unit, length in zip(units, given, strict=True):
        lines = unit.step.lines
        if kept_numbers:
            lines = tuple(number for number in lines if number in kept_numbers) or lines
        steps.append(replace(unit.step, minutes=length, starts=clock, lines=lines))
        clock += length
    return Plan(
        lesson=lesson.id,
        minutes=minutes,
        steps=tuple(steps),
        dropped=tuple(dropped),
        spare=max(0, minutes - clock),
        missing=max(0, clock - minutes),
    )


def recut(lesson: Lesson, before: Plan, index: int, *, minutes: float, used: float) -> Plan:
    """Cut what is left of a plan anew, from step `index` on, into the `minutes` there are until the bell.

    `used` minutes of the current step are gone and stay its own. Later steps shrink, grow and are dropped by the rules
    of `plan`; nothing that was dropped comes back. What lies behind is not touched.
    """
    edition = lesson.edition(lesson.language)
    ahead = {step.id for step in before.steps[index:]}
    units = [unit for unit in _units(lesson, edition) if unit.step.id in ahead]
    current = before.steps[index]
    gone = math.ceil(used)
    units[0] = _Unit(units[0].step, _not_under(units[0].range, gone))
    whole = max(0, math.floor(minutes)) + gone
    dropped: list[str] = []
    for candidate in _droppable(edition, units):
        if sum(unit.range.least for unit in units) <= whole:
            break
        if _belongs(current, candidate):
            continue
        dropped += [unit.step.id for unit in units if _belongs(unit.step, candidate)]
        units = [unit for unit in units if not _belongs(unit.step, candidate)]
    given = _share_out(units, whole)
    lines = {step.id: step.lines for step in before.steps}
    kept = {line.number for line in resolve(edition.short_cut.lines, lesson.lines)} if dropped else set[int]()
    clock = sum(step.minutes for step in before.steps[:index])
    steps = list(before.steps[:index])
    for unit, length in zip(units, given, strict=True):
        read = lines[unit.step.id]
        if unit.step.id != current.id:
            read = tuple(number for number in read if number in kept) or read
        steps.append(replace(unit.step, minutes=length, starts=clock, lines=read))
        clock += length
    return replace(
        before,
        steps=tuple(steps),
        dropped=(*before.dropped, *dropped),
        spare=max(0, whole - sum(given)),
        missing=max(0, sum(given) - whole),
    )


def _not_under(minutes: Minutes, floor: int) -> Minutes:
    """The same range, nothing in it under `floor`."""
    return Minutes(least=max(minutes.least, floor), plan=max(minutes.plan, floor), most=max(minutes.most, floor))


def shortest(lesson: Lesson) -> int:
    """The least number of minutes the lesson can be held in, with everything dropped that may be."""
    edition = lesson.edition(lesson.language)
    units = list(_units(lesson, edition))
    candidates = list(_droppable(edition, units))
    return sum(u.range.least for u in units if not any(_belongs(u.step, c) for c in candidates))


def _units(lesson: Lesson, edition: Edition) -> Iterable[_Unit]:
    steps = list(edition.steps)
    if edition.exit_ticket and not any(step.protocol == EXIT_TICKET for step in steps):
        steps.append(LessonStep(id=EXIT_TICKET, protocol=EXIT_TICKET))
    for step in steps:
        wrapper = _parts(lesson, step.around)
        inside = _parts(lesson, step.protocol)
        ordered = [(step.around, *part) for part in wrapper if part[1].when == "before"]
        ordered += [(step.protocol, *part) for part in inside]
        ordered += [(step.around, *part) for part in wrapper if part[1].when == "after"]
        for protocol, part_id, part in ordered:
            yield _Unit(
                _planned(lesson, edition, step, protocol, part_id, part),
                step.minutes.get(part_id, part.minutes),
            )


def _parts(lesson: Lesson, protocol: str) -> list[tuple[str, ProtocolStep]]:
    if not protocol or protocol not in lesson.protocols:
        return []
    first: Protocol = next(iter(lesson.protocols[protocol].values()))
    return list(first.steps.items())


def _planned(
    lesson: Lesson, edition: Edition, step: LessonStep, protocol: str, part_id: str, part: ProtocolStep
) -> PlannedStep:
    references: Sequence[str]
    if part.side and part.side in step.sides:
        references = step.sides[part.side]
    elif step.lines:
        references = step.lines
    elif step.question in edition.questions and edition.questions[step.question].needs:
        references = edition.questions[step.question].needs
    else:
        references = [reference for side in step.sides.values() for reference in side]
    return PlannedStep(
        id=f"{step.id}.{part_id}",
        lesson_step=step.id,
        protocol=protocol,
        part=part_id,
        minutes=0,
        starts=0,
        shows=part.shows,
        question=step.question,
        lines=tuple(line.number for line in resolve(references, lesson.lines)) if "lines" in part.shows else (),
        side=part.side,
        skippable=part.skippable,
        protected=part.protected,
    )


def _reading_is_short(units: Sequence[_Unit], given: Sequence[int]) -> bool:
    """Whether the first step in which the class reads has no more than its least minutes, and could have more."""
    for unit, minutes in zip(units, given, strict=True):
        if "lines" in unit.step.shows:
            return minutes <= unit.range.least < unit.range.plan
    return False


def _droppable(edition: Edition, units: Sequence[_Unit]) -> Iterable[str]:
    yield from edition.short_cut.skip
    for unit in reversed(units):
        if unit.step.skippable and not unit.step.protected:
            yield unit.step.id


def _belongs(step: PlannedStep, candidate: str) -> bool:
    return not step.protected and candidate in (step.id, step.lesson_step)


def _share_out(units: Sequence[_Unit], minutes: int) -> list[int]:
    """Whole minutes for each unit; never under its least, never over its most."""
    least = [unit.range.least for unit in units]
    planned = [unit.range.plan for unit in units]
    most = [unit.range.most for unit in units]
    if sum(least) >= minutes:
        return least
    if sum(planned) <= minutes:
        return _towards(planned, most, minutes - sum(planned))
    # Too long as planned: everything starts from its least, protected steps from their plan where that fits.
    floor = [p if unit.step.protected else low for unit, p, low in zip(units, planned, least, strict=True)]
    start = floor if sum(floor) <= minutes else least
    return _towards(start, planned, minutes - sum(start))


def _towards(start: Sequence[int], goal: Sequence[int], extra: int) -> list[int]:
    """Add `extra` minutes to `start` in proportion to what each lacks to its `goal`, by largest remainder."""
    lacking = [max(0, high - low) for low, high in zip(start, goal, strict=True)]
    total = sum(lacking)
    if total == 0 or extra <= 0:
        return list(start)
    extra = min(extra, total)
    shares = [extra * lack / total for lack in lacking]
    given = [int(share) for share in shares]
    rest = sorted(range(len(shares)), key=lambda i: (given[i] - shares[i], i))
    for index in rest[: extra - sum(given)]:
        given[index] += 1
    return [low + add for low, add in zip(start, given, strict=True)]

"""The timed side of the teacher guide: each step with its times, what is printed for it, and other lengths."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from kit.lesson.model import Edition, Lesson
from kit.lesson.plan import LONGEST, SHORTEST, Plan, PlannedStep, plan
from kit.lesson.scene import Notes, Scene, notes, scene
from kit.paper.labels import BLOCK
from kit.protocols.model import Protocol, ProtocolStep
from kit.words import Words
from kit.words.terms import GROUPING, PRINT, VOICE

LENGTHS = (SHORTEST, 50, 75, LONGEST)
"""Minutes the guide shows the lesson in, besides those it is planned for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduledStep:
    """One step of the plan as the guide shows it."""

    number: int
    planned: PlannedStep
    scene: Scene
    notes: Notes
    grouping: str
    voice: str
    wall: str
    """What the wall shows, in words."""
    prints: str
    """What lies on the tables, in words; "" for nothing."""
    share: float
    """Its part of the whole period, in per cent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """The steps of one lesson step: a protocol from its first part to its last."""

    title: str
    starts: int
    minutes: int
    steps: tuple[ScheduledStep, ...]
    if_silent: str
    if_heated: str
    if_short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """The same lesson in another number of minutes: each step's minutes, None where it is left out."""

    minutes: int
    parts: tuple[int | None, ...]
    missing: int


@dataclass(frozen=True, slots=True)
class Cut:
    """Steps of one protocol that are left out one after the other; several protocols have a step of the same title."""

    protocol: str
    steps: tuple[str, ...]


class Schedule:
    """The plan of one period, with words for everything in it."""

    def __init__(self, lesson: Lesson, edition: Edition, planned: Plan, tr: Words) -> None:
        self._lesson = lesson
        self._edition = edition
        self._tr = tr
        self.plan = planned

    @cached_property
    def steps(self) -> tuple[ScheduledStep, ...]:
        """The steps in order."""
        total = sum(step.minutes for step in self.plan.steps) or 1
        return tuple(self._step(number, step, total) for number, step in enumerate(self.plan.steps, 1))

    @cached_property
    def phases(self) -> tuple[Phase, ...]:
        """The steps gathered by the lesson step they belong to."""
        gathered: dict[str, list[ScheduledStep]] = {}
        for step in self.steps:
            gathered.setdefault(step.planned.lesson_step, []).append(step)
        return tuple(self._phase(steps) for steps in gathered.values())

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The titles of all steps of the longest plan, which leaves out the fewest."""
        return tuple(self._title(step) for step in self._longest.steps)

    @cached_property
    def lengths(self) -> tuple[Length, ...]:
        """The lesson in other lengths, the shortest first; the planned one is among them."""
        wanted = sorted({*LENGTHS, self.plan.minutes})
        return tuple(self._length(minutes) for minutes in wanted)

    @cached_property
    def begins_phase(self) -> tuple[bool, ...]:
        """Whether each of `names` is the first step of another lesson step."""
        steps = self._longest.steps
        return tuple(bool(i) and step.lesson_step != steps[i - 1].lesson_step for i, step in enumerate(steps))

    @cached_property
    def dropped(self) -> tuple[Cut, ...]:
        """The steps this plan leaves out."""
        return self._cuts(step for step in self._longest.steps if step.id in self.plan.dropped)

    @cached_property
    def skippable(self) -> tuple[Cut, ...]:
        """The steps that may be left out, the first to go first."""
        steps = {step.id: step for step in self._longest.steps}
        return self._cuts(steps[id] for id in plan(self._lesson, 1).dropped if id in steps)

    @cached_property
    def prints(self) -> tuple[str, ...]:
        """Everything that must be printed for this plan, each once."""
        found = {name: self._tr(PRINT[name]) for step in self.plan.steps for name in self._part(step).prints}
        return tuple(found.values())

    @cached_property
    def protocols(self) -> tuple[Protocol, ...]:
        """The protocols this plan uses, each once, in the handout's language."""
        ids = dict.fromkeys(step.protocol for step in self.plan.steps)
        return tuple(self._protocol(id) for id in ids)

    @cached_property
    def _longest(self) -> Plan:
        return plan(self._lesson, 24 * 60)

    def _length(self, minutes: int) -> Length:
        other = plan(self._lesson, minutes)
        given = {step.id: step.minutes for step in other.steps}
        return Length(
            minutes=minutes,
            parts=tuple(given.get(step.id) for step in self._longest.steps),
            missing=other.missing,
        )

    def _step(self, number: int, step: PlannedStep, total: int) -> ScheduledStep:
        tr, shown = self._tr, scene(self._lesson, step, self._edition.language)
        return ScheduledStep(
            number=number,
            planned=step,
            scene=shown,
            notes=notes(self._lesson, step, self._edition.language),
            grouping=tr(GROUPING[shown.grouping]),
            voice=tr(VOICE[shown.voice]),
            wall=", ".join(tr(BLOCK[block]) for block in step.shows),
            prints=", ".join(tr(PRINT[name]) for name in self._part(step).prints),
            share=100 * step.minutes / total,
        )

    def _phase(self, steps: list[ScheduledStep]) -> Phase:
        inside = next((s for s in steps if self._part(s.planned).when == "inside"), steps[0])
        return Phase(
            title=inside.scene.protocol,
            starts=steps[0].planned.starts,
            minutes=sum(step.planned.minutes for step in steps),
            steps=tuple(steps),
            if_silent=inside.notes.if_silent,
            if_heated=inside.notes.if_heated,
            if_short=inside.notes.if_short,
        )

    def _cuts(self, steps: Iterable[PlannedStep]) -> tuple[Cut, ...]:
        together = groupby(steps, key=lambda step: (step.lesson_step, step.protocol))
        return tuple(
            Cut(self._protocol(protocol).title, tuple(self._title(step) for step in parts))
            for (_, protocol), parts in together
        )

    def _title(self, step: PlannedStep) -> str:
        return self._part(step).title

    def _part(self, step: PlannedStep) -> ProtocolStep:
        return self._protocol(step.protocol).steps[step.part]

    def _protocol(self, id: str) -> Protocol:
        editions = self._lesson.protocols[id]
        return editions.get(self._edition.language) or next(iter(editions.values()))

"""Where a class is: the step, the language, and each step's countdown; immutable, every change makes a new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kit.lesson.plan import Plan, PlannedStep
from kit.session.clock import Countdown

MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Course:
    """The course of one class period through its plan."""

    plan: Plan
    language: str
    """The lesson's language now."""
    languages: tuple[str, ...]
    """The languages the lesson can be taught in."""
    index: int = 0
    countdowns: Mapping[str, Countdown] = field(default_factory=dict)
    """By step id; a step that is not here has not been started."""

    def __post_init__(self) -> None:
        if not self.plan.steps:
            raise ValueError("a plan without steps cannot be taught")

    @property
    def step(self) -> PlannedStep:
        """The step the class is in."""
        return self.plan.steps[self.index]

    @property
    def is_first(self) -> bool:
        """Whether nothing comes before this step."""
        return self.index == 0

    @property
    def is_last(self) -> bool:
        """Whether nothing comes after this step."""
        return self.index == len(self.plan.steps) - 1

    @property
    def countdown(self) -> Countdown:
        """The countdown of this step."""
        return self.countdown_of(self.step)

    def countdown_of(self, step: PlannedStep) -> Countdown:
        """The countdown of any step: ready, running or paused."""
        return self.countdowns.get(step.id) or Countdown.of(step.minutes)

    @property
    def running_elsewhere(self) -> int | None:
        """The index of another step whose time still runs, so that looking back never hides a clock."""
        for index, step in enumerate(self.plan.steps):
            if index != self.index and self.countdown_of(step).running:
                return index
        return None

    def go_to(self, index: int) -> Course:
        """Go to a step by its index; beyond the ends, to the end. Clocks go on as they are."""
        return replace(self, index=max(0, min(index, len(self.plan.steps) - 1)))

    def speak(self, language: str) -> Course:
        """Teach on in another of the lesson's languages; an unknown one changes nothing."""
        return replace(self, language=language) if language in self.languages else self

    def next_language(self) -> Course:
        """The lesson's next language, round and round."""
        after = (self.languages.index(self.language) + 1) % len(self.languages)
        return self.speak(self.languages[after])

    def start(self, now: float) -> Course:
        """Let this step's time run; any other step's time is held, for a class does one thing at a time."""
        held = {name: countdown.pause(now) for name, countdown in self.countdowns.items()}
        return replace(self, countdowns={**held, self.step.id: self.countdown.start(now)})

    def pause(self, now: float) -> Course:
        """Hold whatever time is running."""
        return replace(self, countdowns={name: c.pause(now) for name, c in self.countdowns.items()})

    def add(self, seconds: float = MINUTE) -> Course:
        """Give this step more time; one minute unless told."""
        return replace(self, countdowns={**self.countdowns, self.step.id: self.countdown.add(seconds)})

    def replanned(self, plan: Plan) -> Course:
        """Go on with another plan of the same lesson, in the same step; clocks gain or lose what the plan did.

        A plan without the step the class is in changes nothing.
        """
        index = plan.position(self.step.id)
        if index is None:
            return self
        before = {step.id: step.minutes for step in self.plan.steps}
        gained = {step.id: (step.minutes - before.get(step.id, step.minutes)) * MINUTE for step in plan.steps}
        countdowns = {name: countdown.add(gained.get(name, 0.0)) for name, countdown in self.countdowns.items()}
        return replace(self, plan=plan, index=index, countdowns=countdowns)


def begin(
    plan: Plan, languages: tuple[str, ...], *, language: str | None = None, from_step: str | None = None
) -> Course:
    """The beginning of a class: at the first step or at `from_step`, in `language` where the lesson has it.

    Raises LookupError where the plan has no such step, and ValueError where it has no step at all.
    """
    course = Course(plan, language if language in languages and language else languages[0], languages)
    if from_step is None:
        return course
    index = plan.position(from_step)
    if index is None:
        raise LookupError(from_step)
    return course.go_to(index)

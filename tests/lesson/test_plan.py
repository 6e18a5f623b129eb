"""A lesson and the minutes there are become timed steps: everything fits, and the exit ticket is safe."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.files import bundled
from kit.lesson.home import Home
from kit.lesson.library import Library
from kit.lesson.model import Edition, Excerpt, Lesson, LessonStep, Question, ShortCut
from kit.lesson.plan import EXIT_TICKET, LONGEST, SHORTEST, plan, shortest
from kit.protocols.model import GroupSize, Minutes, Protocol, ProtocolStep


def a_step(least: int, planned: int, most: int, **more: object) -> ProtocolStep:
    """A protocol step of which only the minutes matter."""
    return ProtocolStep(
        title="step",
        instruction="do it",
        minutes=Minutes(least=least, plan=planned, most=most),
        grouping="alone",
        voice="silent",
        shows=("question",),
        **more,  # type: ignore[arg-type]
    )


def a_lesson(steps: dict[str, ProtocolStep], ticket: ProtocolStep | None = None, skip: tuple[str, ...] = ()) -> Lesson:
    """A lesson of one protocol with these steps, and an exit ticket."""
    size = GroupSize(least=1, best=2, most=4)

    def protocol(parts: dict[str, ProtocolStep]) -> Protocol:
        return Protocol(title="P", language="en", purpose="", origin="", steps=parts, group_size=size)

    edition = Edition(
        title="A lesson",
        language="en",
        excerpts={"text": Excerpt(source="book", original="One line")},
        questions={"why": Question(asks="Why?", needs=("text",))},
        steps=(LessonStep(id="talk", protocol="talking", question="why"),),
        exit_ticket={"one": "What remains?"} if ticket else {},
        short_cut=ShortCut(skip=skip),
    )
    protocols = {"talking": {"en": protocol(steps)}}
    if ticket:
        protocols[EXIT_TICKET] = {"en": protocol({"write": ticket})}
    return Lesson(id="a", language="en", editions={"en": edition}, lines=(), protocols=protocols, sources={})


ticket = a_step(3, 5, 6, protected=True)


@st.composite
def minutes_of_steps(draw: st.DrawFn) -> dict[str, ProtocolStep]:
    """One to eight steps with any rising minutes, some of them skippable."""
    steps = {}
    for number in range(draw(st.integers(1, 8))):
        least = draw(st.integers(1, 10))
        planned = draw(st.integers(least, 15))
        most = draw(st.integers(planned, 25))
        steps[f"s{number}"] = a_step(least, planned, most, skippable=draw(st.booleans()))
    return steps


@given(minutes_of_steps(), st.integers(10, 120))
def test_a_plan_fills_the_time_and_no_step_leaves_its_range(steps: dict[str, ProtocolStep], minutes: int) -> None:
    lesson = a_lesson(steps, ticket)
    made = plan(lesson, minutes)
    ranges = {f"talk.{name}": step.minutes for name, step in steps.items()} | {"exit-ticket.write": ticket.minutes}
    for step in made.steps:
        assert ranges[step.id].least <= step.minutes <= ranges[step.id].most
    for before, after in pairwise(made.steps):
        assert after.starts == before.starts + before.minutes
    total = sum(step.minutes for step in made.steps)
    assert total + made.spare - made.missing == minutes
    assert made.spare == 0 or all(step.minutes == ranges[step.id].most for step in made.steps)
    assert made.missing == 0 or all(step.minutes == ranges[step.id].least for step in made.steps)
    assert made.fits == (shortest(lesson) <= minutes)


@given(minutes_of_steps(), st.integers(10, 120))
def test_the_exit_ticket_is_always_there_and_shrinks_last(steps: dict[str, ProtocolStep], minutes: int) -> None:
    made = plan(a_lesson(steps, ticket), minutes)
    last = made.steps[-1]
    assert last.lesson_step == EXIT_TICKET
    others_at_least = all(
        step.minutes == steps[step.part].minutes.least for step in made.steps if step.lesson_step != EXIT_TICKET
    )
    assert last.minutes >= ticket.minutes.plan or others_at_least


def test_the_lessons_own_short_cut_goes_before_what_protocols_call_skippable() -> None:
    steps = {"a": a_step(10, 12, 15), "b": a_step(10, 12, 15), "c": a_step(10, 12, 15, skippable=True)}
    lesson = a_lesson(steps, ticket, skip=("talk.b",))
    assert plan(lesson, 33).dropped == ()
    assert plan(lesson, 32).dropped == ("talk.b",)
    assert plan(lesson, 22).dropped == ("talk.b", "talk.c")
    assert plan(lesson, 12).missing == 1


def test_a_step_is_found_by_number_or_name() -> None:
    made = plan(a_lesson({"a": a_step(1, 2, 3), "b": a_step(1, 2, 3)}, ticket), 20)
    assert made.position("2") == made.position("b") == made.position("talk.b") == 1
    assert made.position("exit-ticket") == 2
    assert made.position("9") is None
    assert made.position("nowhere") is None


@pytest.mark.parametrize("minutes", [35, 40, 45, 50, 55, 60, 75, 90])
def test_every_bundled_lesson_fits_every_period(minutes: int) -> None:
    library = Library(Home(bundled.folder("nowhere")))
    assert library.folders()
    for folder, _ in library.folders().values():
        lesson, problems = library.open(folder)
        assert lesson is not None, problems
        made = plan(lesson, minutes)
        assert made.fits, (folder.name, minutes, made.missing)
        assert made.spare == 0, (folder.name, minutes, made.spare)
        assert made.steps[-1].lesson_step == EXIT_TICKET
        assert shortest(lesson) <= SHORTEST < LONGEST


def test_a_short_period_reads_the_lessons_short_selection_of_lines() -> None:
    library = Library(Home(bundled.folder("nowhere")))
    lesson, _ = library.open(bundled.folder("lessons") / "many-hands")
    assert lesson is not None
    reading = {minutes: next(s for s in plan(lesson, minutes).steps if s.part == "read") for minutes in (35, 75)}
    assert len(reading[75].lines) == len(lesson.lines)
    assert 0 < len(reading[35].lines) < len(lesson.lines)
    for minutes in (35, 75):
        for step in plan(lesson, minutes).steps:
            assert bool(step.lines) == ("lines" in step.shows)

"""The desk as text: the step with the teacher's notes, the clocks, and the plan as the day has changed it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

from kit.lesson.emphasis import plain
from kit.lesson.model import Lesson
from kit.lesson.scene import Scene, notes, scene
from kit.screen.layout.deck import STATE_COLOUR, State, thinking_bar
from kit.screen.layout.digits import digits
from kit.screen.layout.rows import EMPTY, ends, flow, hang, ours, verbatim, wrap
from kit.screen.notes import notes_text
from kit.session.clock import shown
from kit.session.course import Course
from kit.session.state import ClassState
from kit.words import Words
from kit.words.terms import GROUPING, SIDES, VOICE

MINUTE = 60.0

WITH_BOTH = 40
"""Columns from which the plan has room for the time of day and the minutes of a step; below it shows one of them."""

BEFORE_NAME = 5
"""Columns before a step's name in the plan: its sign and its number."""

ABOUT = re.compile(r" · \D+ (\d+)$")
"""What `step_names` adds to a name that two steps share: the question it is about, by its number."""


def head(lesson: Lesson, state: ClassState, tr: Words, width: int, listed: str = "") -> Content:
    """The lesson, the class list that is in use, and which step of how many."""
    course = state.course
    step = tr("Step {number} of {count}", number=course.index + 1, count=len(course.plan.steps))
    title = ours(plain(lesson.edition(course.language).title), "bold $primary")
    told = [verbatim(listed, "bold $accent")] if listed else []
    return ends(title, Content("  ·  ").join([*told, Content.styled(step, "bold")]), width)


def now_and_next(lesson: Lesson, state: ClassState, tr: Words, width: int) -> list[Content]:
    """What the class does, what only the teacher knows of it, and what comes after."""
    course = state.course
    seen = scene(lesson, course.step, course.language)
    # What pupils read is in the lesson's language, labels are in the teacher's.
    rows = [
        *wrap(ours(plain(seen.title), "bold $primary"), width),
        *wrap(ours(seen.instruction, "bold"), width),
        *wrap(Content.styled(_how(seen, tr), "$text-muted"), width),
    ]
    for label, text in (
        (tr("Question"), seen.question),
        (tr("The statement"), seen.statement),
        (tr("Rule"), seen.rule),
    ):
        if text:
            rows += [EMPTY, *hang(Content.styled(f"{label}  ", "bold $accent"), ours(text), width)]
    if seen.step.lines:
        rows += [EMPTY, Content.styled(f"{tr('Lines')}  ", "bold $accent") + Content(numbers(seen.step.lines))]
    if not course.is_last:
        after = scene(lesson, course.plan.steps[course.index + 1], course.language)
        coming = Content("  ").join([ours(after.title, "bold"), ours(after.instruction, "$text-muted")])
        then = Content.styled(f"{tr('Then')}  ", "bold $accent")
        rows += [EMPTY, then + coming.truncate(max(8, width - then.cell_length), ellipsis=True)]
    rows += [EMPTY, Content.styled("─" * width, "$border")]
    return [*rows, *notes_text(notes(lesson, course.step, course.language), tr).lines(width)]


def _how(seen: Scene, tr: Words) -> str:
    parts = [tr(GROUPING[seen.grouping]), tr(VOICE[seen.voice])]
    if seen.step.side:
        parts.append(tr(SIDES[seen.step.side]) if seen.step.side in SIDES else seen.step.side)
    return " · ".join(parts)


def numbers(lines: tuple[int, ...]) -> str:
    """`1, 2, 3, 7` as `1–3, 7`."""
    runs: list[list[int]] = []
    for number in sorted(lines):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def clocks(
    state: ClassState, now: float, tr: Words, width: int, *, time_of_day: float, low: bool = False
) -> list[Content]:
    """The countdown of the step, and what is left of the lesson until the bell; in few rows where the screen is `low`.

    `time_of_day` is now in seconds since 1970.
    """
    course = state.course
    countdown = course.countdown
    left = countdown.left(now)
    face: State = "ready"
    if countdown.paused:
        face = "paused"
    elif countdown.running:
        face = "over" if left <= 0 else "running"
    said = {
        "ready": Content.styled(tr("Not started"), "$text-muted"),
        "paused": Content.styled(f" ▌▌ {tr('Paused')} ", "bold $on-primary on $primary"),
        "over": Content.styled(f" ■ {tr('Time is up')} ", "bold $background on $error"),
        "running": Content.styled(tr("of {minutes} min", minutes=round(countdown.length / MINUTE)), "$text-muted"),
    }[face]
    # A clock that stands is painted in the colour of rules on the wall, as a drawing; as a word it needs more.
    colour = STATE_COLOUR[face] if face != "paused" or not low else "$foreground"
    drawn = [Content.styled(row, f"bold {colour}") for row in digits(shown(left), 1 if low else 3)]
    rows = [drawn[0] + Content("  ") + said] if low else [*drawn, said]
    rows = [row.stylize(Style.from_meta({"@click": "screen.toggle_clock"})) for row in rows]
    if not low:
        rows.append(EMPTY)
    parts = _bell(state, now, time_of_day, tr)
    if (other := course.running_elsewhere) is not None:
        time = shown(course.countdown_of(course.plan.steps[other]).left(now))
        parts.append(Content.styled(tr("Step {number}: {time}", number=other + 1, time=time), "bold $primary"))
    if state.pages > 1:
        place = tr("The wall: page {number} of {count}", number=min(state.page + 1, state.pages), count=state.pages)
        parts.append(Content.styled(place, "$text-muted"))
    if state.blank:
        parts.append(Content.styled(tr("The wall is empty: b shows it again"), "bold"))
    rows += flow(parts, " · ", width) if low else [row for part in parts for row in wrap(part, width)]
    return rows


def thinking(left: float, whole: float, width: int, tr: Words) -> list[Content]:
    """How long everybody still thinks before the floor opens, as the wall shows it."""
    return [thinking_bar(left, whole, max(4, width - len(tr("Think first")) - 1), tr)]


def _bell(state: ClassState, now: float, time_of_day: float, tr: Words) -> list[Content]:
    """Minutes until the bell, when that is, and by how much the rest of the plan is too long for them."""
    course = state.course
    if state.ended:
        return [Content.styled(tr("The class has ended"), "bold")]
    if state.began is None and not state.spent:
        planned = tr.plural("{count} minute planned", "{count} minutes planned", course.plan.minutes)
        return [Content.styled(planned, "$text-muted")]
    until = course.plan.minutes * MINUTE - state.elapsed(now)
    if until <= 0:
        return [Content.styled(tr("The bell has gone"), "bold $error")]
    text = Content(tr.plural("bell in {count} minute", "bell in {count} minutes", int(until // MINUTE)))
    parts = [text + Content.styled(f" · {_time(time_of_day + until)}", "$text-muted")]
    late = int((_needed(course, now) - until) // MINUTE)
    if late > 0:
        more = tr.plural("{count} minute late: r re-plans", "{count} minutes late: r re-plans", late)
        parts.append(Content.styled(more, "bold").stylize(Style.from_meta({"@click": "screen.replan"})))
    return parts


def _time(seconds: float) -> str:
    """The time of day, `seconds` being since 1970."""
    return f"{datetime.fromtimestamp(seconds).astimezone():%H:%M}"


def _needed(course: Course, now: float) -> float:
    """Seconds the plan still wants: the rest of this step, and the steps after it."""
    return sum(step.minutes * MINUTE for step in course.plan.steps[course.index + 1 :]) + _rest(course, now)


def _rest(course: Course, now: float) -> float:
    """Seconds this step still has."""
    return max(0.0, course.countdown.left(now))


def begins_next(state: ClassState, now: float, time_of_day: float) -> float | None:
    """When the next step begins if nothing changes, in seconds since 1970; None while no time has run."""
    begun = state.began is not None and not state.ended
    return time_of_day + _rest(state.course, now) if begun else None


def steps(
    names: Sequence[str], course: Course, begins: float | None, tr: Words, width: int, rows: int
) -> list[Content]:
    """The plan: what is done, where the class is, what comes and when; at most `rows` rows, this step among them.

    `names` are those of the plan's steps, and `begins` is what `begins_next` says. A click on a step goes there.
    """
    listed = []
    times = 12 if begins is not None and width >= WITH_BOTH else 6
    names = _fitting(names, width - BEFORE_NAME - times - 2)
    for index, (step, name) in enumerate(zip(course.plan.steps, names, strict=True)):
        sign = "✓" if index < course.index else "▶" if index == course.index else " "
        style = "bold $primary" if index == course.index else "$text-muted" if index < course.index else ""
        title = ours(name, style)
        aside = [tr("{count} min", count=step.minutes)]
        if begins is not None and index > course.index:
            aside = [_time(begins), *(f"{minutes:>6}" for minutes in aside)] if width >= WITH_BOTH else [_time(begins)]
            begins += step.minutes * MINUTE
        row = ends(
            Content.styled(f"{sign} {index + 1:>2} ", style) + title, Content.styled(" ".join(aside), style), width
        )
        listed.append(row.stylize(Style.from_meta({"@click": f"screen.go_to({index})"})))
    first = max(0, min(course.index - 1, len(listed) - rows))
    return listed[first : first + rows]


def _fitting(names: Sequence[str], room: int) -> Sequence[str]:
    """The names as they are, or, where one is too long, all with no more than the number of their question."""
    if all(cell_len(name) <= room for name in names):
        return names
    return [ABOUT.sub(r" · \1", name) for name in names]

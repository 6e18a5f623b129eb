"""The desk as text: the step with the teacher's notes, the clocks, and the plan as the day has changed it."""

from __future__ import annotations

from textual.content import Content

from kit.lesson.emphasis import plain
from kit.lesson.model import Lesson
from kit.lesson.scene import Scene, notes, scene
from kit.screen.layout.deck import STATE_COLOUR, State
from kit.screen.layout.digits import digits
from kit.screen.layout.rows import EMPTY, ends, hang, ours, wrap
from kit.screen.notes import notes_text
from kit.session.clock import shown
from kit.session.course import Course
from kit.session.state import ClassState
from kit.words import Words, words
from kit.words.terms import GROUPING, SIDES, VOICE

MINUTE = 60.0


def head(lesson: Lesson, state: ClassState, tr: Words, width: int) -> Content:
    """The lesson, and which step of how many."""
    course = state.course
    step = tr("Step {number} of {count}", number=course.index + 1, count=len(course.plan.steps))
    title = ours(plain(lesson.edition(course.language).title), "bold $primary")
    return ends(title, Content.styled(step, "bold"), width)


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


def clocks(state: ClassState, now: float, tr: Words, width: int) -> list[Content]:
    """The countdown of the step, and what is left of the lesson until the bell."""
    course = state.course
    countdown = course.countdown
    left = countdown.left(now)
    face: State = "ready"
    if countdown.paused:
        face = "paused"
    elif countdown.running:
        face = "over" if left <= 0 else "running"
    said = {
        "ready": tr("Not started"),
        "paused": tr("Paused"),
        "over": tr("Time is up"),
        "running": tr("of {minutes} min", minutes=round(countdown.length / MINUTE)),
    }[face]
    rows = [Content.styled(row, f"bold {STATE_COLOUR[face]}") for row in digits(shown(left), 3)]
    rows += [Content.styled(said, "bold" if face in ("paused", "over") else "$text-muted"), EMPTY]
    rows += wrap(_bell(state, now, tr), width)
    if (other := course.running_elsewhere) is not None:
        time = shown(course.countdown_of(course.plan.steps[other]).left(now))
        rows += wrap(Content.styled(tr("Step {number}: {time}", number=other + 1, time=time), "bold $primary"), width)
    if state.pages > 1:
        place = tr("The wall: page {number} of {count}", number=min(state.page + 1, state.pages), count=state.pages)
        rows += wrap(Content.styled(place, "$text-muted"), width)
    if state.blank:
        rows += wrap(Content.styled(tr("The wall is empty: b shows it again"), "bold"), width)
    if state.ended:
        rows += wrap(Content.styled(tr("The class has ended"), "bold"), width)
    return rows


def _bell(state: ClassState, now: float, tr: Words) -> Content:
    """Minutes until the bell, and by how much the rest of the plan is too long for them."""
    course = state.course
    if state.began is None and not state.spent:
        return Content.styled(
            tr.plural("{count} minute planned", "{count} minutes planned", course.plan.minutes), "$text-muted"
        )
    until = course.plan.minutes * MINUTE - state.elapsed(now)
    if until <= 0:
        return Content.styled(tr("The bell has gone"), "bold $error")
    text = Content(tr.plural("bell in {count} minute", "bell in {count} minutes", int(until // MINUTE)))
    late = int((_needed(course, now) - until) // MINUTE)
    if late > 0:
        more = tr.plural("{count} minute late: r re-plans", "{count} minutes late: r re-plans", late)
        text += Content.styled(f" · {more}", "bold")
    return text


def _needed(course: Course, now: float) -> float:
    """Seconds the plan still wants: the rest of this step, and the steps after it."""
    rest = max(0.0, course.countdown.left(now))
    return rest + sum(step.minutes * MINUTE for step in course.plan.steps[course.index + 1 :])


def steps(lesson: Lesson, course: Course, tr: Words, width: int, rows: int) -> list[Content]:
    """The plan: what is done, where the class is, what comes; at most `rows` rows, this step among them."""
    language = course.language
    listed = []
    for index, step in enumerate(course.plan.steps):
        sign = "✓" if index < course.index else "▶" if index == course.index else " "
        style = "bold $primary" if index == course.index else "$text-muted" if index < course.index else ""
        title = ours(plain(scene(lesson, step, language).title), style)
        minutes = Content.styled(tr("{count} min", count=step.minutes), style)
        listed.append(ends(Content.styled(f"{sign} {index + 1:>2} ", style) + title, minutes, width))
    first = max(0, min(course.index - 1, len(listed) - rows))
    return listed[first : first + rows]


def lesson_words(course: Course) -> Words:
    """The words pupils read."""
    return words(course.language)

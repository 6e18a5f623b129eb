"""What the plan screen says: the timed steps, what was left out, and the teacher's notes on one step."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from kit.lesson.emphasis import plain
from kit.lesson.model import Edition, Lesson
from kit.lesson.plan import LONGEST, SHORTEST, Plan, PlannedStep, shortest
from kit.lesson.scene import Notes, scene
from kit.lesson.step_names import full_names
from kit.protocols.model import ProtocolStep
from kit.screen.layout.rows import ours
from kit.screen.library_text import chip
from kit.screen.shelf import shown
from kit.screen.widgets.columns import Column, Row
from kit.screen.widgets.prose import BULLET, Prose
from kit.words import LANGUAGE_NAMES, Words, terms

STEP = 5
"""Minutes by which a plan is made longer or shorter."""


def columns(tr: Words) -> tuple[Column, ...]:
    """The columns of the plan, as wide as their words are in this language; the step takes what is left."""
    starts, minutes = tr("At"), tr("Min")
    groups = max(cell_len(tr(word)) for word in terms.GROUPING.values())
    sides = max(cell_len(tr(word)) for word in terms.SIDES.values())
    return (
        Column(starts, width=max(4, cell_len(starts)), align="right"),
        Column(minutes, width=max(3, cell_len(minutes)), align="right"),
        Column(tr("Step"), most=44),
        Column(tr("Who"), width=max(groups, cell_len(tr(terms.GROUPING["fours"])) + 3 + sides), from_width=52),
        Column(tr("Voice"), width=max(cell_len(tr(word)) for word in terms.VOICE.values()), from_width=84),
        Column(tr("Printed"), width=24, from_width=112),
    )


def column_heads(tr: Words) -> Row:
    """The words above the steps."""
    shown_columns = columns(tr)
    return Row(shown_columns, [Content(column.head) for column in shown_columns])


def row(lesson: Lesson, step: PlannedStep, name: str, language: str, tr: Words) -> Row:
    """One step of the plan, under its name."""
    shown_step = scene(lesson, step, language)
    who = tr(terms.GROUPING[shown_step.grouping])
    if step.side:
        side = tr(terms.SIDES[step.side]) if step.side in terms.SIDES else step.side
        who = f"{who} · {side}"
    part = _part(lesson, step.protocol, step.part, language)
    printed = ", ".join(tr(terms.PRINT[kind]) for kind in part.prints) if part else ""
    return Row(
        columns(tr),
        [
            Content(clock(step.starts)),
            Content(str(step.minutes)),
            Content.styled(shown(plain(name)), "bold"),
            Content(shown(who)),
            Content(tr(terms.VOICE[shown_step.voice])),
            Content(printed),
        ],
    )


def head(lesson: Lesson, plan: Plan, language: str, tr: Words) -> Row:
    """The lesson's title, and how long it takes."""
    title = shown(plain(lesson.edition(language).title))
    length = tr.plural("{count} step", "{count} steps", len(plan.steps))
    ends = clock(sum(step.minutes for step in plan.steps))
    total = tr("{steps} · ends at {time}", steps=length, time=ends)
    return Row(
        (Column(""), Column("", width=cell_len(total), align="right")),
        [Content.styled(title, "bold $primary"), Content(total)],
        margin=0,
    )


def chips(minutes: int, language: str, tr: Words) -> list[Content]:
    """The length, with the keys that change it, and the other things that can be changed here."""
    spoken = LANGUAGE_NAMES.get(language, language)
    return [
        *([chip("plan.shorter", tr, label=tr("5 less"))] if minutes > SHORTEST else []),
        Content.styled(tr("{minutes} minutes", minutes=minutes), "bold"),
        *([chip("plan.longer", tr, label=tr("5 more"))] if minutes < LONGEST else []),
        chip("plan.lesson_language", tr, spoken, label=tr("Taught in"), filters=False),
        chip("plan.notes", tr),
    ]


def remarks(lesson: Lesson, plan: Plan, language: str, tr: Words) -> Prose:
    """Sentences about what does not fit, what was left out and what is left over; empty where all is as planned."""
    lines: list[Content] = []
    if not plan.fits:
        text = tr.plural(
            "This does not fit: {count} minute is missing. The shortest this lesson can be is {shortest} minutes.",
            "This does not fit: {count} minutes are missing. The shortest this lesson can be is {shortest} minutes.",
            plan.missing,
            shortest=shortest(lesson),
        )
        lines.append(Content.styled(text, "bold $error"))
    if plan.dropped:
        names = full_names(lesson, language)
        titles = ", ".join(
            shown(plain(names[step])) if step in names else _title_of(lesson, step, language) for step in plan.dropped
        )
        lines.append(
            Content.assemble(
                (tr("{name}: {value}", name=tr("Left out, because time is short"), value=""), "$warning"), titles
            )
        )
    if plan.spare:
        lines.append(
            Content(
                tr.plural(
                    "{count} minute is left over: every step already has the most it can use.",
                    "{count} minutes are left over: every step already has the most it can use.",
                    plan.spare,
                )
            )
        )
    return Prose(lines)


def notes(title: str, told: Notes, tr: Words) -> Prose:
    """The private side of one step."""
    parts = [Content.styled(tr("For you alone: {step}", step=shown(plain(title))), "bold $accent")]
    if not told:
        parts.append(Content(tr("There are no notes on this step.")))
    for label, texts in (
        ("", [told.cue]),
        (tr("Listen for"), told.look_for),
        (tr("Ask next"), told.follow_ups),
        (tr("If nobody speaks"), [told.if_silent]),
        (tr("If it gets heated"), [told.if_heated]),
        (tr("If time is short"), [told.if_short]),
    ):
        parts += _paragraph(label, [text for text in texts if text], tr)
    return Prose(parts)


def clock(minutes: int) -> str:
    """Minutes after the beginning as hours and minutes, 0:05."""
    return f"{minutes // 60}:{minutes % 60:02}"


def _paragraph(label: str, texts: Sequence[str], tr: Words) -> list[Content]:
    if not texts:
        return []
    sentences = [ours(shown(text)) for text in texts]
    if not label:
        return sentences
    if len(sentences) == 1:
        return [Content.assemble((tr("{name}: {value}", name=label, value=""), "bold"), sentences[0])]
    return [Content.styled(label, "bold"), *(BULLET + text for text in sentences)]


def _part(lesson: Lesson, protocol: str, part: str, language: str) -> ProtocolStep | None:
    editions = lesson.protocols.get(protocol, {})
    edition = editions.get(language) or next(iter(editions.values()), None)
    return edition.steps.get(part) if edition else None


def _title_of(lesson: Lesson, step_id: str, language: str) -> str:
    """What a step that is not in the plan is called; its id where nothing says."""
    edition: Edition = lesson.edition(language)
    lesson_step, _, part = step_id.partition(".")
    for step in edition.steps:
        if step.id == lesson_step:
            for protocol in (step.around, step.protocol):
                found = _part(lesson, protocol, part, language)
                if found is not None:
                    return shown(plain(found.title))
    return shown(step_id)

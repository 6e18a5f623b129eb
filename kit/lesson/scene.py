"""What the class may see of a planned step, and, apart from it by type, what only the teacher may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kit.lesson.lines import passage_language, translations
from kit.lesson.model import Edition, Lesson, LessonStep, Line, LooseSource, Status
from kit.lesson.plan import PlannedStep
from kit.protocols.model import Block, Grouping, Protocol, ProtocolStep, Voice
from kit.sources.model import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneLine:
    """A numbered line as shown: the original, and our translation where it is in another language ("" otherwise)."""

    number: int
    text: str
    translation: str
    gap_before: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Lines of one excerpt under their source head."""

    excerpt: str
    language: str
    """Of the original."""
    source: Source | LooseSource | None
    """The source head, in the language of the scene and without its private notes; a loose one cannot be proved."""
    speaker: str
    status: Status
    about: str
    lines: tuple[SceneLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Everything the wall may show of one step, in one language. Nothing private has a field here."""

    step: PlannedStep
    language: str
    title: str
    protocol: str
    """The protocol's title."""
    instruction: str
    rule: str
    grouping: Grouping
    voice: Voice
    shows: tuple[Block, ...]
    """Which of the following are on the wall, in order."""
    question: str = ""
    statement: str = ""
    positions: tuple[str, ...] = ()
    norms: tuple[str, ...] = ()
    starters: tuple[str, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    """Name and task of each role."""
    exit: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What the teacher alone sees of a step, in one language; empty strings and tuples where nothing was written."""

    cue: str = ""
    look_for: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    if_silent: str = ""
    if_heated: str = ""
    if_short: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything to read."""
        return any((self.cue, self.look_for, self.follow_ups, self.if_silent, self.if_heated, self.if_short))


def scene(lesson: Lesson, step: PlannedStep, language: str) -> Scene:
    """The wall's side of `step` in `language` (the lesson's first language where it lacks that one)."""
    edition = lesson.edition(language)
    lesson_step = _lesson_step(edition, step)
    protocol, part = _protocol(lesson, step, edition.language)
    question = edition.questions[step.question].asks if step.question in edition.questions else ""
    return Scene(
        step=step,
        language=edition.language,
        title=part.title,
        protocol=protocol.title,
        instruction=part.instruction,
        rule=part.rule,
        grouping=part.grouping,
        voice=part.voice,
        shows=step.shows,
        question=question,
        statement=lesson_step.statement if lesson_step else "",
        positions=tuple(lesson_step.positions.values()) if lesson_step else (),
        norms=tuple(edition.norms.values()),
        starters=tuple(starter.text for starter in edition.starters.values()),
        roles=tuple((role.name, role.does) for role in edition.roles.values()),
        exit=tuple(edition.exit_ticket.values()),
        passages=passages(lesson, step.lines, edition.language),
    )


def notes(lesson: Lesson, step: PlannedStep, language: str) -> Notes:
    """The teacher's side of `step`: never on the wall without a confirmed key."""
    edition = lesson.edition(language)
    lesson_step = _lesson_step(edition, step)
    _, part = _protocol(lesson, step, edition.language)
    question = edition.questions.get(step.question)
    return Notes(
        cue=part.cue,
        look_for=tuple(question.look_for.values()) if question else (),
        follow_ups=tuple(question.follow_ups.values()) if question else (),
        if_silent=lesson_step.if_silent if lesson_step else "",
        if_heated=lesson_step.if_heated if lesson_step else "",
        if_short=lesson_step.if_short if lesson_step else "",
    )


def passages(lesson: Lesson, numbers: tuple[int, ...] | None, language: str) -> tuple[Passage, ...]:
    """The lines with these numbers (all where None) under their source heads, excerpt by excerpt."""
    edition = lesson.edition(language)
    translated = translations(lesson, edition)
    wanted = None if numbers is None else set(numbers)
    result: list[Passage] = []
    for excerpt_id, excerpt in edition.excerpts.items():
        shown = [
            line for line in lesson.lines if line.excerpt == excerpt_id and (wanted is None or line.number in wanted)
        ]
        if not shown:
            continue
        heads = lesson.sources.get(excerpt.source)
        result.append(
            Passage(
                excerpt=excerpt_id,
                language=passage_language(lesson, excerpt_id),
                source=_public_head(heads, edition.language) if heads else edition.sources.get(excerpt.source),
                speaker=excerpt.speaker,
                status=excerpt.status,
                about=excerpt.about,
                lines=tuple(_scene_line(line, translated, previous) for previous, line in _with_previous(shown)),
            )
        )
    return tuple(result)


def _public_head(heads: Mapping[str, Source], language: str) -> Source:
    head = heads.get(language) or next(iter(heads.values()))
    return replace(head, notes={})


def _with_previous(lines: list[Line]) -> list[tuple[Line | None, Line]]:
    return list(zip([None, *lines], lines, strict=False))


def _scene_line(line: Line, translated: Mapping[int, str], previous: Line | None) -> SceneLine:
    skipped = previous is not None and previous.number != line.number - 1
    return SceneLine(
        number=line.number,
        text=line.text,
        translation=translated.get(line.number, ""),
        gap_before=(line.gap_before and previous is not None) or skipped,
    )


def _lesson_step(edition: Edition, step: PlannedStep) -> LessonStep | None:
    return next((candidate for candidate in edition.steps if candidate.id == step.lesson_step), None)


def _protocol(lesson: Lesson, step: PlannedStep, language: str) -> tuple[Protocol, ProtocolStep]:
    editions = lesson.protocols[step.protocol]
    protocol = editions.get(language) or next(iter(editions.values()))
    return protocol, protocol.steps[step.part]

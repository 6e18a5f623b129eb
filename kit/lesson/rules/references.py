"""What the lesson points to must be there: lines, questions, steps."""

from __future__ import annotations

from collections.abc import Iterator

from kit.files.document import Keys
from kit.files.problems import Problem
from kit.files.validate import did_you_mean, nearest
from kit.lesson.lines import parse_reference, sense_rows
from kit.lesson.model import Edition
from kit.lesson.plan import EXIT_TICKET
from kit.lesson.read import Reading
from kit.lesson.rules.common import all_references, error
from kit.protocols import reading as protocols
from kit.words import N_, Message


def unknown_references(reading: Reading) -> Iterator[Problem]:
    """`cots 1` where the excerpt is called `cost`, or `cost 9` where it has two rows."""
    edition = reading.editions.first
    for keys, reference in all_references(edition) if edition is not None else ():
        assert edition is not None
        yield from _unknown_reference(reading, edition, keys, reference)


def unknown_questions(reading: Reading) -> Iterator[Problem]:
    """A step that works on a question the lesson does not have."""
    edition = reading.editions.first
    for step in edition.steps if edition is not None else ():
        assert edition is not None
        if step.question and step.question not in edition.questions:
            yield error(
                "unknown-question",
                reading.editions.place(("steps", step.id, "question")),
                Message.of(N_("There is no question “{name}”."), name=step.question),
                did_you_mean(step.question, edition.questions),
            )


def unknown_steps(reading: Reading) -> Iterator[Problem]:
    """Minutes for, or a short cut over, a step that no lesson step and no protocol has."""
    edition = reading.editions.first
    if edition is None:
        return
    known: list[str] = []
    for step in edition.steps:
        parts = _parts(step.protocol, step.around)
        known += [step.id, *(f"{step.id}.{part}" for part in parts)]
        for part in step.minutes:
            if parts and part not in parts:
                yield error(
                    "unknown-step",
                    reading.editions.place(("steps", step.id, "minutes", part)),
                    Message.of(
                        N_("The protocol “{protocol}” has no step “{name}”."), protocol=step.protocol, name=part
                    ),
                    did_you_mean(part, parts),
                )
    for index, name in enumerate(edition.short_cut.skip):
        if name not in known and name != EXIT_TICKET:
            yield error(
                "unknown-step",
                reading.editions.place(("short_cut", "skip", index)),
                Message.of(N_("The lesson has no step “{name}”."), name=name),
                did_you_mean(name, known),
            )


def _parts(*names: str) -> list[str]:
    """The steps of these protocols; nothing where one of them is unknown or broken."""
    result: list[str] = []
    for name in names:
        if not name:
            continue
        editions = protocols.by_language(name) if name in protocols.names() else {}
        if not editions:
            return []
        result += next(iter(editions.values())).steps
    return result


def _unknown_reference(reading: Reading, edition: Edition, keys: Keys, reference: str) -> Iterator[Problem]:
    parsed = parse_reference(reference)
    if parsed is None:
        yield error(
            "unknown-reference",
            reading.editions.place(keys),
            Message.of(N_("“{reference}” does not name lines."), reference=reference),
            Message.of(
                N_("Write the name of an excerpt, alone or with its rows: {name}, {name} 2 or {name} 2-3."),
                name=nearest(reference.split(" ")[0], edition.excerpts) or next(iter(edition.excerpts), "text"),
            ),
        )
        return
    excerpt, first, last = parsed
    if excerpt not in edition.excerpts:
        yield error(
            "unknown-reference",
            reading.editions.place(keys),
            Message.of(N_("There is no excerpt “{name}”."), name=excerpt),
            did_you_mean(excerpt, edition.excerpts),
        )
        return
    count = len(sense_rows(edition.excerpts[excerpt].original))
    if first is not None and last is not None and not 1 <= first <= last <= count and count:
        yield error(
            "unknown-reference",
            reading.editions.place(keys),
            Message.of(
                N_("“{reference}” names rows that “{name}” does not have: its rows run from 1 to {count}."),
                reference=reference,
                name=excerpt,
                count=count,
            ),
        )

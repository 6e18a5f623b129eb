"""A protocol can only run with what it asks for: a question, a statement, two sides, places to stand."""

from __future__ import annotations

from collections.abc import Iterator

from kit.files.problems import Problem
from kit.lesson.model import LessonStep
from kit.lesson.plan import EXIT_TICKET
from kit.lesson.read import Reading
from kit.lesson.rules.common import error, key_place
from kit.protocols import reading as protocols
from kit.protocols.model import Protocol, Requirement
from kit.words import N_, Message

ASKED_FOR = {
    "question": N_("“{protocol}” needs a question, and this step names none."),
    "statement": N_("“{protocol}” needs a statement to take sides on, and this step has none."),
    "sides": N_("“{protocol}” needs lines for two sides, and this step does not have both."),
    "positions": N_("“{protocol}” needs the places pupils choose between, and this step has none."),
}
REPAIR = {
    "question": N_("Add a line “question:” with the name of one of the lesson's questions."),
    "statement": N_("Add a line “statement:” with a sentence one can be for or against."),
    "sides": N_("Add “sides:” and beneath it “for:” and “against:”, each with lines in brackets."),
    "positions": N_("Add “positions:” with a name and a text for each place."),
}


def protocol_needs(reading: Reading) -> Iterator[Problem]:
    """What the protocols of a step ask for and the step does not have."""
    edition = reading.editions.first
    for step in edition.steps if edition is not None else ():
        assert edition is not None
        for key in ("protocol", "around"):
            name: str = getattr(step, key)
            protocol = _protocol(name)
            if protocol is None:
                continue
            for requirement in protocol.requires:
                if not _has(step, requirement):
                    yield error(
                        "protocol-needs",
                        reading.editions.place(("steps", step.id, key)),
                        Message.of(ASKED_FOR[requirement], protocol=name),
                        Message.of(REPAIR[requirement]),
                    )
            if name == EXIT_TICKET and not edition.exit_ticket:
                yield error(
                    "protocol-needs",
                    reading.editions.place(("steps", step.id, key)),
                    Message.of(N_("The lesson has no exit ticket to hand out.")),
                    Message.of(N_("Add “exit_ticket:” with one to three questions.")),
                )


def wrappers(reading: Reading) -> Iterator[Problem]:
    """`around:` takes a wrapper, `protocol:` anything else."""
    edition = reading.editions.first
    for step in edition.steps if edition is not None else ():
        around, inside = _protocol(step.around), _protocol(step.protocol)
        if around is not None and not around.wrapper:
            yield error(
                "not-a-wrapper",
                reading.editions.place(("steps", step.id, "around")),
                Message.of(N_("“{protocol}” cannot be put around another protocol."), protocol=step.around),
                Message.of(N_("Make it a step of its own: a line “protocol:” instead of “around:”.")),
            )
        if inside is not None and inside.wrapper:
            yield error(
                "not-a-wrapper",
                key_place(reading, ("steps", step.id, "protocol")),
                Message.of(N_("“{protocol}” only goes around another protocol."), protocol=step.protocol),
                Message.of(N_("Write “around: {protocol}”, and name the protocol inside it."), protocol=step.protocol),
            )


def _protocol(name: str) -> Protocol | None:
    if not name or name not in protocols.names():
        return None
    return next(iter(protocols.by_language(name).values()), None)


def _has(step: LessonStep, requirement: Requirement) -> bool:
    if requirement == "question":
        return bool(step.question)
    if requirement == "statement":
        return bool(step.statement)
    if requirement == "sides":
        return {"for", "against"} <= set(step.sides)
    return bool(step.positions)

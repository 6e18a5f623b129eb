"""The minutes of a lesson: in order, and able to fit the time it says it takes."""

from __future__ import annotations

from collections.abc import Iterator

from kit.files.problems import Place, Problem
from kit.lesson.model import Edition
from kit.lesson.plan import LONGEST, SHORTEST, plan, shortest
from kit.lesson.read import Reading, assemble, used_protocols
from kit.lesson.rules.common import error, key_place, warning
from kit.protocols import reading as protocols
from kit.words import N_, Message


def minutes_in_order(reading: Reading) -> Iterator[Problem]:
    """Minutes that do not rise from least to plan to most."""
    edition = reading.editions.first
    for step in edition.steps if edition is not None else ():
        for part, minutes in step.minutes.items():
            if not 0 < minutes.least <= minutes.plan <= minutes.most:
                yield error(
                    "minutes-order",
                    reading.editions.place(("steps", step.id, "minutes", part)),
                    Message.of(
                        N_("The minutes of “{step}” do not rise: least {least}, plan {plan}, most {most}."),
                        step=part,
                        least=minutes.least,
                        plan=minutes.plan,
                        most=minutes.most,
                    ),
                    Message.of(N_("Write at least 1, and never less than the number before it.")),
                )


def minutes_that_fit(reading: Reading) -> Iterator[Problem]:
    """Steps that need more time than the lesson has, or fill less; lessons that come with Kit fit 35 to 90 minutes."""
    edition = reading.editions.first
    if edition is None or not _plannable(edition):
        return
    lesson = assemble(reading, {edition.language: edition})
    own = edition.at_a_glance.minutes
    lengths = [SHORTEST, own, LONGEST] if reading.bundled else [own]
    for minutes in dict.fromkeys(lengths):
        planned = plan(lesson, minutes)
        if planned.missing:
            yield error(
                "minutes-do-not-fit",
                _place(reading),
                Message.of(
                    N_("The steps need at least {shortest} minutes; they do not fit into {minutes}."),
                    shortest=shortest(lesson),
                    minutes=minutes,
                ),
                Message.of(
                    N_("Leave a step out, give steps a smaller “least:”, or name steps under “short_cut: skip:”.")
                ),
            )
            return
        if planned.spare:
            yield warning(
                "minutes-to-spare",
                _place(reading),
                Message.of(
                    N_("With every step at its longest, {spare} of {minutes} minutes are left without a plan."),
                    spare=planned.spare,
                    minutes=minutes,
                ),
                Message.of(N_("Add a step, or give steps a larger “most:”.")),
            )


def _plannable(edition: Edition) -> bool:
    """Whether every protocol is known and every step's minutes make sense: else that is what has to be told."""
    known = set(protocols.names())
    return (
        bool(edition.steps)
        and all(name in known and protocols.by_language(name) for name in used_protocols(edition))
        and all(step.protocol for step in edition.steps)
        and all(0 < m.least <= m.plan <= m.most for step in edition.steps for m in step.minutes.values())
    )


def _place(reading: Reading) -> Place:
    document = reading.editions.document
    assert document is not None
    for keys in (("at_a_glance", "minutes"), ("at_a_glance",)):
        if keys in document.nodes:
            return document.place(keys) if len(keys) == 2 else document.key_place(keys)
    return key_place(reading, ("steps",))

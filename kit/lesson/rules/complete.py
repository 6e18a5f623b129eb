"""What a lesson that comes with Kit must have, and a teacher's own need not: `kit check --strict`."""

from __future__ import annotations

from collections.abc import Iterator

from kit.files.document import Keys
from kit.files.problems import Problem
from kit.lesson.lines import resolve
from kit.lesson.model import Edition
from kit.lesson.read import Reading
from kit.lesson.rules.common import key_place, warning
from kit.words import N_, Message

COUNTED = {
    "guiding_questions": (2, 4),
    "objectives": (2, 4),
    "norms": (3, 5),
    "exit_ticket": (1, 3),
    "claims": (1, 99),
    "vocabulary": (1, 99),
    "starters": (1, 99),
    "rubric": (4, 4),
    "answer_key": (1, 99),
    "standards": (1, 99),
    "preparation": (1, 99),
    "themes": (1, 9),
}
"""How many entries each list of a complete lesson has, from and to."""

TEXTS = (
    "subtitle",
    "essential_question",
    "overview",
    "hook",
    "background",
    "balance_note",
    "extension",
    "safety_note",
    "sources_note",
    "credits",
)
GLANCE = ("ages", "level", "school_level", "subjects", "class_size", "room")
DIFFERENTIATION = ("support", "core", "stretch", "language_support", "access")
QUESTION_KEYS = ("position", "kind", "mode", "look_for", "follow_ups", "minutes")
STEP_KEYS = ("if_silent", "if_heated", "if_short")


def missing_fields(reading: Reading) -> Iterator[Problem]:
    """Fields of the full list that are absent or too few, each at the part of the lesson it belongs to."""
    edition, document = reading.editions.first, reading.editions.document
    if edition is None or document is None or reading.editions.salvaged:
        return
    for keys in _absent(edition, document.keys.keys()):
        yield warning(
            "missing-for-strict",
            key_place(reading, keys[:-1]) if len(keys) > 1 else document.place_of_line(1),
            Message.of(N_("A complete lesson also has “{name}”."), name=".".join(map(str, keys))),
        )
    for name, (least, most) in COUNTED.items():
        count = len(getattr(edition, name))
        if 0 < count < least or count > most:
            yield warning(
                "missing-for-strict",
                key_place(reading, (name,)),
                Message.of(
                    N_("“{name}” has {count} entries; a complete lesson has {least} to {most}."),
                    name=name,
                    count=count,
                    least=least,
                    most=most,
                ),
            )


def balanced_sides(reading: Reading) -> Iterator[Problem]:
    """Each side of a statement has lines the other has not, and not many fewer."""
    edition = reading.editions.first
    for step in edition.steps if edition is not None else ():
        lines = {side: {line.number for line in resolve(refs, reading.lines)} for side, refs in step.sides.items()}
        for side, numbers in lines.items():
            others = set().union(*(other for name, other in lines.items() if name != side))
            if numbers and others and len(numbers - others) * 3 < len(others - numbers):
                yield warning(
                    "unbalanced-sides",
                    key_place(reading, ("steps", step.id, "sides", side)),
                    Message.of(
                        N_("The side “{side}” has {count} lines of its own, the other has {others}."),
                        side=side,
                        count=len(numbers - others),
                        others=len(others - numbers),
                    ),
                    Message.of(N_("Give it more lines, or the other fewer: the class must be able to win with both.")),
                )


def _absent(edition: Edition, typed: object) -> Iterator[Keys]:
    assert hasattr(typed, "__contains__")
    for name in ("version", "status"):
        if (name,) not in typed:
            yield (name,)
    yield from ((name,) for name in TEXTS if not getattr(edition, name))
    yield from ((name,) for name in COUNTED if not getattr(edition, name))
    yield from (("at_a_glance", name) for name in GLANCE if not getattr(edition.at_a_glance, name))
    yield from (("differentiation", name) for name in DIFFERENTIATION if not getattr(edition.differentiation, name))
    if not edition.short_cut.skip and not edition.short_cut.advice:
        yield ("short_cut",)
    for objective_id, objective in edition.objectives.items():
        if not objective.evidence:
            yield ("objectives", objective_id, "evidence")
    for excerpt_id, excerpt in edition.excerpts.items():
        yield from (
            ("excerpts", excerpt_id, name)
            for name in ("about", "status")
            if ("excerpts", excerpt_id, name) not in typed or not getattr(excerpt, name)
        )
    for question_id in edition.questions:
        yield from (
            ("questions", question_id, name) for name in QUESTION_KEYS if ("questions", question_id, name) not in typed
        )
    for step in edition.steps:
        yield from (("steps", step.id, name) for name in STEP_KEYS if not getattr(step, name))

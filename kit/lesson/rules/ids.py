"""Names that other places of the lesson, the command line and the translations refer to."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator, Mapping

from kit.files.document import Keys
from kit.files.problems import Problem
from kit.files.translated import field_types
from kit.lesson.model import Edition
from kit.lesson.read import Reading
from kit.lesson.rules.common import error, key_place
from kit.words import N_, Message

NAME = re.compile(r"[^\W_][\w-]{0,39}$")
"""Letters of any language, digits, hyphens: no spaces (rows follow one), no points (steps have them)."""


def bad_ids(reading: Reading) -> Iterator[Problem]:
    """Names with spaces, points or other signs in them."""
    edition = reading.editions.first
    if edition is None:
        return
    places: list[tuple[Keys, str]] = [
        ((field, name), name)
        for field, annotation in field_types(Edition).items()
        if _is_mapping(annotation)
        for name in getattr(edition, field)
    ]
    places += [
        (("questions", question_id, field, name), name)
        for question_id, question in edition.questions.items()
        for field in ("look_for", "follow_ups")
        for name in getattr(question, field)
    ]
    places += [(("steps", step.id), step.id) for step in edition.steps]
    for keys, name in places:
        if not NAME.match(name):
            place = key_place(reading, keys) if keys[0] != "steps" else reading.editions.place((*keys, "id"))
            yield error(
                "bad-id",
                place,
                Message.of(N_("“{name}” cannot be a name here."), name=name),
                Message.of(
                    N_("Use up to 40 letters, digits and hyphens, for example “{example}”."), example=_mended(name)
                ),
            )


def repeated_steps(reading: Reading) -> Iterator[Problem]:
    """Two steps with one id: nobody could jump to the second."""
    edition = reading.editions.first
    seen: set[str] = set()
    for index, step in enumerate(edition.steps if edition is not None else ()):
        if step.id in seen:
            yield error(
                "duplicate-id",
                reading.editions.place(("steps", index, "id")),
                Message.of(N_("Another step is already called “{name}”."), name=step.id),
                Message.of(N_("Give each step a name of its own.")),
            )
        seen.add(step.id)


def _is_mapping(annotation: object) -> bool:
    origin = typing.get_origin(annotation)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _mended(name: str) -> str:
    return re.sub(r"[\W_]+", "-", name).strip("-").lower()[:40].rstrip("-") or "name"

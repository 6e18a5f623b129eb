"""A lesson needs something to read, something to ask and something to do; and an end."""

from __future__ import annotations

from collections.abc import Iterator

from kit.files.problems import Problem
from kit.lesson.lines import sense_rows
from kit.lesson.read import Reading
from kit.lesson.rules.common import error, key_place, warning
from kit.words import N_, Message

EMPTY = {
    "excerpts": N_("The lesson has no excerpt to read."),
    "questions": N_("The lesson has no question to discuss."),
    "steps": N_("The lesson has no step."),
}
MOST_PROMPTS = 3


def empty_sections(reading: Reading) -> Iterator[Problem]:
    """No excerpt, no question, no step, or an excerpt without a row."""
    edition, document = reading.editions.first, reading.editions.document
    if edition is None or document is None:
        return
    for name, sentence in EMPTY.items():
        if (name,) in document.keys and not getattr(edition, name) and not reading.editions.salvaged:
            yield error("empty-section", document.key_place((name,)), Message.of(sentence))
    for excerpt_id, excerpt in edition.excerpts.items():
        keys = ("excerpts", excerpt_id, "original")
        if keys in document.keys and not sense_rows(excerpt.original) and not reading.editions.salvaged:
            yield error(
                "empty-section",
                document.key_place(keys),
                Message.of(N_("The excerpt “{name}” has no row."), name=excerpt_id),
                Message.of(N_("Copy the passage from the article, one row for each line the class should see.")),
            )
    if not edition.title.strip() and ("title",) in document.keys and not reading.editions.salvaged:
        yield error("empty-section", document.key_place(("title",)), Message.of(N_("The lesson has no title.")))


def exit_ticket(reading: Reading) -> Iterator[Problem]:
    """No exit ticket, or one that takes the class longer than the bell allows."""
    edition, document = reading.editions.first, reading.editions.document
    if edition is None or document is None or reading.editions.salvaged:
        return
    if not edition.exit_ticket:
        yield warning(
            "no-exit-ticket",
            document.place_of_line(1),
            Message.of(N_("The lesson has no exit ticket.")),
            Message.of(N_("Add “exit_ticket:” with one to three questions that show what pupils take with them.")),
        )
    elif len(edition.exit_ticket) > MOST_PROMPTS:
        yield warning(
            "exit-ticket-too-long",
            key_place(reading, ("exit_ticket",)),
            Message.of(N_("The exit ticket asks {count} questions."), count=len(edition.exit_ticket)),
            Message.of(N_("Keep the one to three that matter: the bell is about to ring.")),
        )

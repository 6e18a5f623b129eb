"""How questions are asked and how long sentences are, in every language of a lesson: `kit check --strict`."""

from __future__ import annotations

from collections.abc import Iterator

from kit.files.document import Document
from kit.files.editions import positions
from kit.files.problems import Problem
from kit.files.translated import get
from kit.lesson.read import Reading
from kit.lesson.rules.common import warning
from kit.words import N_, Message

HARDEST = 75
"""LIX of an article's lines; newspapers stay under 60, laws and forms go beyond."""

LONGEST_SENTENCE = 32
"""Words of a sentence that pupils read."""

READ_BY_PUPILS = {"asks", "about", "means", "does", "statement", "balance_note", "essential_question"}
READ_LISTS = {"norms", "exit_ticket", "positions"}


def question_quality(reading: Reading) -> Iterator[Problem]:
    """Each question of each language against the tests of `kit.lesson.quality`."""
    from kit.lesson.quality import findings

    edition = reading.editions.first
    if edition is None or reading.editions.salvaged:
        return
    for language, document in _documents(reading):
        for question_id, question in edition.questions.items():
            asks = get(document.value, ("questions", question_id, "asks"))
            if not isinstance(asks, str) or not asks.strip():
                continue
            lines = None if question.kind == "meta" else bool(question.needs)
            for finding in findings(asks, language, lines=lines):
                place = document.place(("questions", question_id, "asks"))
                yield warning("question-quality", place, finding.why, finding.instead)


def long_sentences(reading: Reading) -> Iterator[Problem]:
    """Sentences pupils read that are too long to be taken in at once."""
    from kit.lesson.reading_load import reading_load

    if reading.editions.salvaged:
        return
    for _, document in _documents(reading):
        for text in reading.editions.texts:
            if text.keys[-1] not in READ_BY_PUPILS and (len(text.keys) < 2 or text.keys[-2] not in READ_LISTS):
                continue
            keys = positions(document.value, text.keys)
            value = get(document.value, text.keys)
            longest = reading_load(value).longest if isinstance(value, str) else 0
            if longest > LONGEST_SENTENCE:
                yield warning(
                    "long-sentence",
                    document.place(keys),
                    Message.of(
                        N_("A sentence here has {count} words; pupils take in up to {most}."),
                        count=longest,
                        most=LONGEST_SENTENCE,
                    ),
                    Message.of(N_("Make two of it.")),
                )


def hard_to_read(reading: Reading) -> Iterator[Problem]:
    """Articles whose lines are heavier than a newspaper's; nothing is said of CEFR levels."""
    from kit.lesson.reading_load import load_of_lines

    edition = reading.editions.first
    if edition is None:
        return
    for source in dict.fromkeys(excerpt.source for excerpt in edition.excerpts.values()):
        own = [line for line in reading.lines if edition.excerpts[line.excerpt].source == source]
        lix = load_of_lines(own).lix
        if lix > HARDEST:
            yield warning(
                "reading-load",
                reading.editions.place(("excerpts", own[0].excerpt, "original")),
                Message.of(N_("The lines of “{source}” are very heavy to read (LIX {lix})."), source=source, lix=lix),
                Message.of(N_("Choose shorter passages, or leave out what the questions do not need.")),
            )


def _documents(reading: Reading) -> Iterator[tuple[str, Document]]:
    if reading.editions.document is not None:
        yield reading.editions.language, reading.editions.document
    yield from reading.editions.translations.items()

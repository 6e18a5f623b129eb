"""The language a lesson is written in, and its translations' file names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.files.problems import Problem
from kit.lesson.read import Reading
from kit.lesson.rules.common import error, warning
from kit.words import LANGUAGES, N_, Message

CODE = re.compile(r"[a-z]{2,3}$")


def known_language(reading: Reading) -> Iterator[Problem]:
    """A language code nobody knows, or one Kit itself does not speak."""
    edition, document = reading.editions.first, reading.editions.document
    if edition is None or document is None or "language" not in document.value or not edition.language:
        return
    if not CODE.match(edition.language):
        yield error(
            "unknown-language",
            document.place(("language",)),
            Message.of(N_("“{code}” is not the code of a language."), code=edition.language),
            Message.of(N_("Write two letters, for example {codes}."), codes=", ".join(LANGUAGES)),
        )
    elif edition.language not in LANGUAGES:
        yield warning(
            "unknown-language",
            document.place(("language",)),
            Message.of(
                N_("Kit does not speak “{code}”: its own words on the wall and on paper will be English."),
                code=edition.language,
            ),
        )


def translation_of_itself(reading: Reading) -> Iterator[Problem]:
    """`fr.yaml` beside a lesson that is written in French."""
    document = reading.editions.translations.get(reading.editions.language)
    if document is not None:
        yield error(
            "translation-of-itself",
            document.place_of_line(1),
            Message.of(
                N_("This file translates the lesson into the language it is written in (“{code}”)."),
                code=reading.editions.language,
            ),
            Message.of(N_("Delete the file, or correct “language:” in lesson.yaml.")),
        )

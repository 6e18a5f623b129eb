"""Translations: complete, up to date, and row for row beside the original."""

from __future__ import annotations

from collections.abc import Iterator

from kit.files.document import Document, Keys
from kit.files.editions import positions
from kit.files.problems import Place, Problem
from kit.files.translated import TextField, get
from kit.lesson.lines import sense_rows
from kit.lesson.optional_texts import optional_texts
from kit.lesson.read import Reading
from kit.lesson.rules.common import error, warning
from kit.words import LANGUAGES, N_, Message

MOST_NAMED = 8
"""Missing texts of a file told one by one; more are told together."""


def rows_of_translations(reading: Reading) -> Iterator[Problem]:
    """An excerpt's translation must have the rows of the original: line 3 is line 3 in every language."""
    edition, first = reading.editions.first, reading.editions.document
    if edition is None or first is None:
        return
    for document in (first, *reading.editions.translations.values()):
        for excerpt_id, excerpt in edition.excerpts.items():
            keys: Keys = ("excerpts", excerpt_id, "translation")
            translation = get(document.value, keys)
            if not isinstance(translation, str) or not translation.strip():
                continue
            wanted, found = len(sense_rows(excerpt.original)), len(sense_rows(translation))
            if wanted and wanted != found:
                yield error(
                    "translation-rows",
                    document.key_place(keys),
                    Message.of(
                        N_("The original of “{name}” has {wanted} rows, this translation has {found}."),
                        name=excerpt_id,
                        wanted=wanted,
                        found=found,
                    ),
                    Message.of(N_("Translate row by row, so that a line keeps its number in every language.")),
                )


def missing_translations(reading: Reading) -> Iterator[Problem]:
    """Texts nobody has translated: in every language of a bundled lesson, in a teacher's own where she has begun."""
    editions = reading.editions
    if editions.first is None or editions.document is None or editions.salvaged:
        return
    yield from _missing_in_first(reading, editions.document)
    for language in LANGUAGES:
        if language == editions.language:
            continue
        if language not in editions.translations:
            if reading.bundled and not (reading.folder / f"{language}.yaml").exists():
                yield warning(
                    "missing-translation",
                    Place(editions.document.path.with_name(f"{language}.yaml")),
                    Message.of(N_("The lesson has not been translated into “{code}”."), code=language),
                    _repair(reading, language),
                )
            continue
        document = editions.translations[language]
        optional = optional_texts(editions, reading.catalogue, language)
        missing = [text for text in editions.missing.get(language, []) if text.keys not in optional]
        if len(missing) > MOST_NAMED:
            yield warning(
                "missing-translation",
                _place(document, missing[0]),
                Message.of(
                    N_("{count} texts have not been translated; the first one is “{name}”."),
                    count=len(missing),
                    name=missing[0].name,
                ),
                _repair(reading, language),
            )
            continue
        for text in missing:
            yield warning(
                "missing-translation",
                _place(document, text),
                Message.of(N_("“{name}” has not been translated."), name=text.name),
                _repair(reading, language)
                if positions(document.value, text.keys) not in document.keys
                else Message.of(N_("Write it here; the text it translates stands above it.")),
            )


def stale_translations(reading: Reading) -> Iterator[Problem]:
    """Translations of a sentence that has changed since."""
    for language, texts in reading.editions.stale.items():
        document = reading.editions.translations[language]
        for text in texts:
            yield warning(
                "stale-translation",
                document.key_place(positions(document.value, text.keys)),
                Message.of(N_("The text that “{name}” translates has changed since."), name=text.name),
                Message.of(
                    N_("Compare the two, then run: kit translate {lesson} {code} --accept"),
                    lesson=reading.id,
                    code=language,
                ),
            )


def _missing_in_first(reading: Reading, document: Document) -> Iterator[Problem]:
    """Excerpts in another language than the lesson's that nobody has translated for the class."""
    editions = reading.editions
    optional = optional_texts(editions, reading.catalogue, editions.language)
    for text in editions.texts:
        if text.of and text.keys not in optional and not (get(document.value, text.keys) or "").strip():
            yield warning(
                "missing-translation",
                document.key_place(positions(document.value, text.keys[:-1])),
                Message.of(N_("The excerpt “{name}” has no translation for the class."), name=text.keys[-2]),
                Message.of(N_("Add “translation: |” with the same number of rows.")),
            )


def _place(document: Document, text: TextField) -> Place:
    return document.key_place(positions(document.value, text.keys))


def _repair(reading: Reading, language: str) -> Message:
    return Message.of(
        N_("Run “kit translate {lesson} {code}”: it writes what is missing into {code}.yaml."),
        lesson=reading.id,
        code=language,
    )

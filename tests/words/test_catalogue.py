"""Every word Kit shows exists in four languages, and the compiled catalogues are those of the files beside them."""

from __future__ import annotations

from functools import cache

import pytest
from babel.messages.catalog import Catalog

from kit.words import LANGUAGES, Message, interface_language, say, words
from kit.words import catalogue as kept

TRANSLATED = [language for language in LANGUAGES if language != "en"]


@cache
def in_the_code() -> Catalog:
    """Every message of the code and the templates, looked for once."""
    return kept.template()


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language: str) -> None:
    assert list(kept.faults(language)) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_files_hold_exactly_the_messages_of_the_code(language: str) -> None:
    on_disk = {(message.context, message.id) for message in kept.read(language) if message.id}
    said = {(message.context, message.id) for message in in_the_code() if message.id}
    assert on_disk == said, "run: python -m kit.words.catalogue"


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalogue_is_that_of_its_file(language: str) -> None:
    compiled = kept.po_file(language).with_suffix(".mo").read_bytes()
    assert compiled == kept.mo_bytes(kept.read(language)), "run: python -m kit.words.catalogue"


def test_a_message_says_the_messages_inside_it_in_the_same_language() -> None:
    outer = Message.of("{first} {second}", first=Message.of("Agree"), second="x")
    assert say(words("fr"), outer) == f"{words('fr')('Agree')} x"
    assert words("fr")("Agree") != "Agree"


@pytest.mark.parametrize(
    ("wanted", "environment", "language"),
    [
        ("it", {"LANG": "fr_FR.UTF-8"}, "it"),
        (None, {"KIT_LANGUAGE": "es", "LANG": "fr_FR.UTF-8"}, "es"),
        (None, {"LANGUAGE": "de:fr", "LANG": "en_GB.UTF-8"}, "fr"),
        (None, {"LC_ALL": "it_IT", "LANG": "fr_FR"}, "it"),
        (None, {"LANG": "C.UTF-8"}, "en"),
        (None, {}, "en"),
        ("klingon", {"LANG": "es-ES"}, "es"),
    ],
)
def test_the_interface_speaks_the_language_asked_for(
    wanted: str | None, environment: dict[str, str], language: str
) -> None:
    assert interface_language(wanted, environment) == language


def test_words_inside_an_f_string_are_messages_too() -> None:
    """Babel finds them only from Python 3.12 on, and a message that is not found is shown in English for ever."""
    said = {message.id for message in in_the_code()}
    assert {"Think first", "Somebody has the floor", ("{count} not heard yet", "{count} not heard yet")} <= said

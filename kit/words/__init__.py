"""The words Kit shows, in four languages: gettext catalogues behind one small callable.

Every message is written in English where it is used, marked by the call itself::

    tr = words("fr")
    tr("Print")                                   # « Imprimer »
    tr("{minutes} min left", minutes=6)
    tr.plural("{count} page", "{count} pages", 3)
    tr.in_context("of a door", "Open")            # one English word, two meanings

`N_` marks a message that is translated later. The catalogues live in ``locale/``; the ``.mo`` files are made from
the ``.po`` files by ``python -m kit.words.catalogue`` and kept beside them, so that a checkout needs no tool.
"""

from __future__ import annotations

import gettext
import locale
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["LANGUAGES", "LANGUAGE_NAMES", "Message", "N_", "Words", "interface_language", "say", "words"]

LANGUAGES = ("en", "fr", "es", "it")
"""The interface and lesson languages Kit speaks, by their ISO 639-1 codes; English is the source."""

LANGUAGE_NAMES = {"en": "English", "fr": "Français", "es": "Español", "it": "Italiano"}
"""Each language in its own words, for menus: nobody should have to read English to leave English."""

LOCALE_FOLDER = Path(__file__).parent / "locale"
DOMAIN = "kit"


def N_(message: str) -> str:
    """Mark `message` for the catalogue without translating it yet."""
    return message


class Words:
    """The messages of one interface language. Call it with the English message."""

    def __init__(self, language: str, catalogue: gettext.NullTranslations) -> None:
        self.language = language
        self._catalogue = catalogue

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in this language, its ``{names}`` replaced by `values`.

        Values that are `Message` objects are said in this language first.
        """
        return self._fill(self._catalogue.gettext(message), values)

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The form of the message that fits `count`, which also replaces ``{count}``."""
        return self._fill(self._catalogue.ngettext(one, many, count), {"count": count, **values})

    def in_context(self, context: str, message: str, /, **values: object) -> str:
        """The message where one English word needs two translations; `context` tells them apart."""
        return self._fill(self._catalogue.pgettext(context, message), values)

    def _fill(self, text: str, values: Mapping[str, object]) -> str:
        if not values:
            return text
        said = {name: say(self, value) if isinstance(value, Message) else value for name, value in values.items()}
        return text.format(**said)


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence that is not yet in any language: an English message id and what fills its places."""

    text: str
    values: Mapping[str, object]

    @classmethod
    def of(cls, text: str, /, **values: object) -> Message:
        """``Message.of(N_("{count} lines"), count=3)``."""
        return cls(text, values)


def say(tr: Words, message: Message) -> str:
    """`message` in the language of `tr`."""
    return tr(message.text, **message.values)


@cache
def words(language: str) -> Words:
    """The words of `language`; English where there is no catalogue for it."""
    if language == "en" or language not in LANGUAGES:
        return Words("en", gettext.NullTranslations())
    return Words(language, gettext.translation(DOMAIN, LOCALE_FOLDER, [language], fallback=True))


def interface_language(wanted: str | None = None, environment: Mapping[str, str] | None = None) -> str:
    """The language Kit itself speaks: `wanted`, else ``KIT_LANGUAGE``, else the computer's own, else English."""
    env = os.environ if environment is None else environment
    candidates = [wanted, env.get("KIT_LANGUAGE")]
    # LANGUAGE may be a list ("fr:en"); LC_ALL outranks LC_MESSAGES, which outranks LANG, as in gettext itself.
    candidates += env.get("LANGUAGE", "").split(":")
    candidates += [env.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    if environment is None and os.name == "nt":
        candidates.append(locale.getlocale()[0])  # Windows sets none of these variables
    for candidate in candidates:
        code = (candidate or "").replace("-", "_").split("_")[0].split(".")[0].lower()
        if code in LANGUAGES:
            return code
    return "en"

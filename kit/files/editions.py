"""One structure in several languages: a first-language file, and beside it one file of texts for each translation.

Lessons, protocols and the catalogue of sources are all kept this way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from kit.files.cache import NOTHING_KEPT, Cache
from kit.files.document import Document, Keys
from kit.files.kept_documents import read_kept
from kit.files.problems import Place, Problem, Severity
from kit.files.translated import DIGESTS_KEY, TextField, get, lay_over, name_of, text_fields
from kit.files.validate import did_you_mean, fitting, validate
from kit.words import N_, Message

T = TypeVar("T")

EMPTY_LINE = re.compile(r"\n[ \t]*\n")
BLANKS = re.compile(r"[ \t\n]+")


@dataclass(slots=True)
class Editions(Generic[T]):
    """What reading found: the model in each language, the documents it came from, and what is wrong or undone."""

    model: type[T]
    language: str = ""
    first: T | None = None
    document: Document | None = None
    """The first-language file."""
    translations: dict[str, Document] = field(default_factory=dict)
    texts: list[TextField] = field(default_factory=list)
    """Every text of the first-language file, in its order."""
    missing: dict[str, list[TextField]] = field(default_factory=dict)
    """By language: texts nobody has translated yet."""
    stale: dict[str, list[TextField]] = field(default_factory=dict)
    """By language: texts whose first-language text has changed since."""
    problems: list[Problem] = field(default_factory=list)
    salvaged: bool = False
    """Whether `first` is only what could be saved of a file with errors: good for finding more of them."""
    value: dict[str, Any] = field(default_factory=dict)
    """The first-language file, its prose tidied."""
    translated: dict[str, dict[Keys, str]] = field(default_factory=dict)
    """By language: the texts somebody has translated, as they were typed."""

    def by_language(self) -> dict[str, T]:
        """The model in each language, the first one first; empty where the first-language file has errors.

        Only texts are laid over what fits already, so a translation always fits too.
        """
        if self.first is None or self.salvaged:
            return {}
        rows = {text.keys for text in self.texts if text.of}
        result = {self.language: self.first}
        for language, texts in self.translated.items():
            prose = {keys: text if keys in rows else tidy(text) for keys, text in texts.items()}
            result[language] = fitting(self.model, lay_over(self.value, prose) | {"language": language})
        return result

    def place(self, keys: Keys) -> Place:
        """Where the text or value with these keys (ids, not positions) stands in the first-language file."""
        assert self.document is not None
        return self.document.place(positions(self.document.value, keys))


def read_editions(
    model: type[T], base: Path, translations: Mapping[str, Path], cache: Cache = NOTHING_KEPT
) -> Editions[T]:
    """Read the first-language file `base` and the translation files, by language.

    A file with errors never hides the errors of the others. A missing text falls back to the first language's. What
    `cache` holds of files that have not changed is not read again.
    """
    result: Editions[T] = Editions(model)
    result.document, problems = read_kept(base, cache)
    result.problems += problems
    for language, path in translations.items():
        document, problems = read_kept(path, cache)
        result.problems += problems
        if document is not None:
            result.translations[language] = document
    if result.document is None:
        return result
    value = result.document.value
    if value is None:
        result.problems.append(
            Problem(
                "empty-file",
                Severity.ERROR,
                result.document.place_of_line(1),
                Message.of(N_("There is nothing in this file but blank lines and comments.")),
            )
        )
        return result
    if not isinstance(value, dict):
        result.problems.append(
            Problem(
                "wrong-type",
                Severity.ERROR,
                result.document.place_of_line(1),
                Message.of(N_("This file must be a list of keys, each with a colon and a value.")),
            )
        )
        return result
    result.texts = list(text_fields(model, value))
    result.value = lay_over(value, {text.keys: tidy(text.source) for text in result.texts if not text.of})
    result.first, problems = validate(model, result.value, result.document)
    result.problems += problems
    result.language = str(value.get("language") or "")
    if result.first is None:
        from kit.files.salvage import salvage

        result.first = salvage(model, result.value)
        result.salvaged = True
    _read_translations(result)
    return result


def tidy(text: str) -> str:
    """Prose as it is shown: lines joined, paragraphs kept; no-break spaces stay what they are."""
    return "\n\n".join(BLANKS.sub(" ", paragraph).strip() for paragraph in EMPTY_LINE.split(text.strip()))


def positions(value: Any, keys: Keys) -> Keys:
    """`keys` with the ids of list entries replaced by their positions, as documents count them."""
    result: list[str | int] = []
    for key in keys:
        if isinstance(value, list):
            for index, item in enumerate(value):
                if key in (index, name_of(index, item)):
                    key = index
                    break
        result.append(key)
        value = get(value, (key,))
    return tuple(result)


def _read_translations(editions: Editions[T]) -> None:
    if not editions.translations:
        return
    now = {text.keys: (text.name, text.digest) for text in editions.texts}
    for language, document in editions.translations.items():
        editions.translated[language] = _texts_of_translation(editions, language, document, now)


def _texts_of_translation(
    editions: Editions[T], language: str, document: Document, now: Mapping[Keys, tuple[str, str]]
) -> dict[Keys, str]:
    """The texts of a translation file that belong somewhere; notes what is missing, unknown, or stale.

    `now` holds the name and the digest of every text of the first language, by its keys.
    """
    value = document.value if isinstance(document.value, dict) else {}
    digests = value.get(DIGESTS_KEY)
    digests = digests if isinstance(digests, dict) else {}
    texts: dict[Keys, str] = {}
    for keys, leaf in leaves({key: item for key, item in value.items() if key != DIGESTS_KEY}):
        if keys not in now:
            editions.problems.append(_unknown_text(editions, document, keys))
        elif isinstance(leaf, str) and leaf.strip():
            texts[keys] = leaf
        elif leaf is not None and not isinstance(leaf, str):
            editions.problems.append(
                Problem(
                    "wrong-type",
                    Severity.ERROR,
                    document.place(keys),
                    Message.of(N_("A translation is a text, and this is read as a number or as true/false.")),
                    Message.of(N_("Put it in quotes.")),
                )
            )
    editions.missing[language] = [text for text in editions.texts if text.keys not in texts]
    stale = {keys for keys in texts if str(digests.get(now[keys][0], now[keys][1])) != now[keys][1]}
    editions.stale[language] = [text for text in editions.texts if text.keys in stale]
    return texts


def _unknown_text(editions: Editions[T], document: Document, keys: Keys) -> Problem:
    depth = 1  # of the first key that leads nowhere: a renamed question is told once, not for each of its texts
    while depth < len(keys) and any(text.keys[:depth] == keys[:depth] for text in editions.texts):
        depth += 1
    keys = keys[:depth]
    siblings = dict.fromkeys(
        text.keys[depth - 1]
        for text in editions.texts
        if text.keys[: depth - 1] == keys[:-1] and len(text.keys) >= depth
    )
    return Problem(
        "unknown-text",
        Severity.ERROR,
        document.key_place(keys),
        Message.of(N_("“{name}” translates a text that the lesson does not have."), name=".".join(map(str, keys))),
        did_you_mean(str(keys[-1]), map(str, siblings)),
    )


def leaves(value: Any, keys: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    """Every value of plain YAML data that is no list and no mapping, with its keys; list entries by id."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*keys, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            name = name_of(index, item)
            yield from leaves(item, (*keys, name))
    else:
        yield keys, value

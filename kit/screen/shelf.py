"""Which lessons the library shows: searching and filtering, free of Textual."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kit.lesson.library import Entry
from kit.words import LANGUAGES, terms, words

if TYPE_CHECKING:
    from kit.lesson.model import Lesson

T = TypeVar("T")

LOOK_ALIKES = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "œ": "oe", "æ": "ae", "\N{NO-BREAK SPACE}": " "}
)
"""Characters that a keyboard hardly has, and what is typed for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the teacher looks for; empty values let everything through."""

    search: str = ""
    theme: str = ""
    language: str = ""
    minutes: int = 0
    """The longest lesson wanted, in minutes; 0 for any."""

    def __bool__(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.search.strip() or self.theme or self.language or self.minutes)


@dataclass(slots=True)
class Shelf:
    """The lessons of the library, what is known of them so far, and which of them are wanted."""

    entries: Sequence[Entry] = ()
    filters: Filters = field(default_factory=Filters)
    questions: dict[str, str] = field(default_factory=dict)
    """All questions of the lessons that have been opened, ready to be searched, by lesson id."""

    def learn(self, lesson: Lesson) -> None:
        """Remember the questions of a lesson, so that a search finds them."""
        asked = [question.asks for edition in lesson.editions.values() for question in edition.questions.values()]
        self.questions[lesson.id] = fold(" ".join(asked))

    def wanted(self, language: str) -> list[Entry]:
        """The lessons that pass the filters and contain every word of the search, by their titles in `language`.

        Those that have all the words in the title come first: who types it and presses Enter means that lesson.
        """
        filters, sought = self.filters, fold(self.filters.search).split()
        found = [
            entry
            for entry in self.entries
            if (not filters.theme or filters.theme in entry.themes)
            and (not filters.language or filters.language in entry.languages)
            and (not filters.minutes or entry.minutes <= filters.minutes)
            and (not sought or all(word in self._text(entry) for word in sought))
        ]

        def order(entry: Entry) -> tuple[bool, str]:
            title = fold(entry.title(language))
            return not all(word in title for word in sought), in_a_dictionary(title)

        return sorted(found, key=order)

    def themes(self) -> list[str]:
        """The themes the lessons have, in the order of the standard list."""
        return _in_order(terms.THEME, {theme for entry in self.entries for theme in entry.themes})

    def languages(self) -> list[str]:
        """The languages the lessons speak."""
        spoken = {language for entry in self.entries for language in entry.languages if language}
        return _in_order(dict.fromkeys(LANGUAGES, ""), spoken)

    def minutes(self) -> list[int]:
        """The lengths the lessons were written for, the shortest first."""
        return sorted({entry.minutes for entry in self.entries if entry.readable})

    def _text(self, entry: Entry) -> str:
        themes = [
            words(code)(terms.THEME[theme]) for theme in entry.themes if theme in terms.THEME for code in LANGUAGES
        ]
        own = [entry.id, *entry.titles.values(), *entry.essential_questions.values(), *themes]
        return f"{fold(' '.join(own))} {self.questions.get(entry.id, '')}"


def fold(text: str) -> str:
    """`text` without accents, capitals and typographic signs, to compare what was typed with what was printed."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(LOOK_ALIKES))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def in_a_dictionary(title: str) -> str:
    """What a title is sorted by: its letters and digits, whatever sign it begins with."""
    return "".join(character for character in fold(title) if character.isalnum() or character == " ").strip()


def next_of(values: Sequence[T], current: T, step: int, none: T) -> T:
    """The value after `current` (before it where `step` is -1), round and round; `none` stands before the first."""
    ring = [none, *values]
    position = ring.index(current) if current in ring else 0
    return ring[(position + step) % len(ring)]


def shown(text: str) -> str:
    """`text` on one line and without characters that would move a terminal's cursor: a header is not yet checked."""
    line = re.sub(r"[ \t\r\n]+", " ", text).strip(" ")
    return "".join("\N{REPLACEMENT CHARACTER}" if _moves_the_cursor(character) else character for character in line)


def short_path(path: Path) -> str:
    """A path with the home folder as ~."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except ValueError:
        return str(path)


def _moves_the_cursor(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs", "Cf", "Zl", "Zp", "Co")


def _in_order(known: Mapping[str, str], found: Iterable[str]) -> list[str]:
    rest = set(found)
    return [*(value for value in known if value in rest), *sorted(rest - set(known))]

"""Which listed names a typed text contains: it is held back before it could reach the wall.

It errs on the side of holding back: accents and capitals do not matter, a first name or a family name alone counts, and
what looks like a name but is a word is held back too. The teacher lets it through with one key.
"""

from __future__ import annotations

import re
import unicodedata

from kit.session.class_list import ClassList, Pupil

PARTICLES = frozenset(
    {"da", "das", "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "e", "el", "i", "la", "las"}
    | {"le", "les", "los", "ten", "ter", "und", "van", "von", "y"}
)
"""Parts of names that stand in every text; alone they are nobody's name."""

SHORTEST_PIECE = 3
"""Letters a piece of “Jean-Pierre” or “D’Angelo” needs to count alone."""

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
)
"""Letters whose stroke is no accent to Unicode, as people type them who do not have them."""

_WORD = re.compile(r"[^\W_]+")


def names_in(text: str, listed: ClassList) -> tuple[str, ...]:
    """The names of the list that `text` contains, as whole words, whole or in part, in the order of the list."""
    there = parts(text)
    together = "".join(there)
    return tuple(dict.fromkeys(pupil.name for pupil in listed.pupils if _is_in(pupil, there, together)))


def _is_in(pupil: Pupil, there: list[str], together: str) -> bool:
    return any(
        follows(words, there) or (_without_blanks(words) and "".join(words) in together) for words in forms(pupil)
    )


def forms(pupil: Pupil) -> list[list[str]]:
    """What a pupil may be called, each as its words: the whole name, the first name, every part that stands alone."""
    found = [parts(pupil.name), parts(pupil.first)]
    for part in pupil.name.split():
        words = parts(part)
        if "".join(words) not in PARTICLES and len("".join(words)) > 1:
            found.append(words)
        found += [[word] for word in words if word not in PARTICLES and len(word) >= SHORTEST_PIECE]
    return [form for form in found if form]


def follows(words: list[str], there: list[str]) -> bool:
    """Whether `words` stand one after another in `there`."""
    return any(there[start : start + len(words)] == words for start in range(len(there) - len(words) + 1))


def _without_blanks(words: list[str]) -> bool:
    """Whether the name is in a script that puts no blanks between words, where whole words cannot be asked for."""
    letters = unicodedata.normalize("NFC", "".join(words))
    return all(unicodedata.east_asian_width(letter) == "W" for letter in letters)


def parts(text: str) -> list[str]:
    """The words of `text` as they are compared: apostrophes and hyphens part words, accents and capitals are gone."""
    visible = "".join(character for character in text if unicodedata.category(character) != "Cf")
    letters = unicodedata.normalize("NFKD", visible).casefold().translate(_LETTERS)
    # Once more, since folding may bring new accents (“İ” becomes an i with a point above).
    letters = unicodedata.normalize("NFKD", letters)
    return _WORD.findall("".join(character for character in letters if not unicodedata.combining(character)))

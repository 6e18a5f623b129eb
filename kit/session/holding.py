"""Typed text that names somebody of the class list is held back: who it names, and the same text with seats instead."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from kit.session.class_list import ClassList, Pupil
from kit.session.names import follows, forms, names_in, parts
from kit.words import Words

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Held:
    """A text that waits for the teacher. It is in no journal, and on no wall."""

    text: str
    names: tuple[str, ...]
    """The listed names in it."""
    replaced: str
    """The same text with seats in the place of names; "" where that cannot be done."""
    whole: bool = False
    """Whether a name stands there with all its parts, which is no chance."""


def held(text: str, listed: ClassList | None, tr: Words) -> Held | None:
    """`text` held back, where it names anybody of `listed`; `tr` says "seat" as the class reads it."""
    names = names_in(text, listed) if listed is not None else ()
    if listed is None or not names:
        return None
    replaced = _with_seats(unicodedata.normalize("NFC", text), listed, tr)
    there = parts(text)
    whole = any(len(own) > 1 and follows(own, there) for pupil in listed.pupils if (own := parts(pupil.name)))
    return Held(text, names, "" if names_in(replaced, listed) else replaced, whole)


def _with_seats(text: str, listed: ClassList, tr: Words) -> str:
    """`text` with a seat for every name in it, the longest first; where several have the name, "somebody"."""
    known: dict[tuple[str, ...], list[Pupil]] = {}
    for pupil in listed.pupils:
        for form in forms(pupil):
            known.setdefault(tuple(form), []).append(pupil)
    there = [(word, match.span()) for match in _WORD.finditer(text) for word in parts(match.group())]
    longest = max(map(len, known), default=0)
    pieces, done, index = [], 0, 0
    while index < len(there):
        size = next((n for n in range(longest, 0, -1) if tuple(w for w, _ in there[index : index + n]) in known), 0)
        if not size:
            index += 1
            continue
        start, end = there[index][1][0], there[index + size - 1][1][1]
        seats = {pupil.seat for pupil in known[tuple(word for word, _ in there[index : index + size])]}
        first = not text[:start].strip()
        if len(seats) == 1:
            who = tr("Seat {number}", number=seats.pop()) if first else tr("seat {number}", number=seats.pop())
        else:
            who = tr("Somebody") if first else tr("somebody")
        pieces += [text[done:start], who]
        done, index = end, index + size
    return "".join([*pieces, text[done:]])

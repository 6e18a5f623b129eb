"""What is typed at the desk, judged before it can reach journal or wall: text that names a pupil is held back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from kit.session.board import NoteKind
from kit.session.class_list import ClassList, Pupil
from kit.session.draws import LONGEST_CODE, CodeError, code_word
from kit.session.names import follows, forms, names_in, parts
from kit.session.noting import Typed, read_note
from kit.words import N_, Message, Words

_WORD = re.compile(r"[^\W_]+")

Answer = Literal["replace", "word"]
"""What the teacher decides: seats instead of names, or that it is a word and names nobody."""


@dataclass(frozen=True, slots=True)
class Held:
    """A note that waits for the teacher. It is in no journal, and on no wall."""

    typed: Typed
    names: tuple[str, ...]
    """The listed names in it."""
    replaced: str
    """Its text with seats in the place of names; "" where that cannot be done."""
    whole: bool
    """Whether a name stands there with all its parts, which is no chance: such a note never goes up as it is."""

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What the teacher can decide, beside changing the text."""
        replace_it: tuple[Answer, ...] = ("replace",) if self.replaced else ()
        return replace_it if self.whole else (*replace_it, "word")

    def after(self, answer: str) -> Typed | None:
        """The note that goes up after this answer; None where it goes on waiting."""
        if answer not in self.answers:
            return None
        return self.typed if answer == "word" else replace(self.typed, text=self.replaced)


def judged(
    typed: str, kind: NoteKind, lines: Collection[int], listed: ClassList | None, tr: Words
) -> Typed | Held | Message:
    """A note as it was typed: it may go up, it waits, or the sentence that says what is wrong with it.

    `lines` are the numbers of the lesson's lines; `tr` says "seat" as the class reads it.
    """
    read = read_note(typed, kind, lines)
    if isinstance(read, Message) or listed is None:
        return read
    names = names_in(read.text, listed)
    if not names:
        return read
    replaced = _with_seats(unicodedata.normalize("NFC", read.text), listed, tr)
    there = parts(read.text)
    whole = any(len(own) > 1 and follows(own, there) for pupil in listed.pupils if (own := parts(pupil.name)))
    return Held(read, names, "" if names_in(replaced, listed) else replaced, whole)


def judged_code(typed: str, listed: ClassList | None) -> str | Message:
    """A typed text as a code word, which stands on the wall; or the sentence that says why it can be none."""
    try:
        code = code_word(typed)
    except CodeError:
        return Message.of(
            N_("A code word is a word or a few, {count} characters at most, all of them visible."), count=LONGEST_CODE
        )
    if listed is not None and names_in(code, listed):
        return Message.of(N_("A code word stands on the wall: take one that names nobody of the class."))
    return code


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
        most = min(longest, len(there) - index)
        size = next((n for n in range(most, 0, -1) if tuple(w for w, _ in there[index : index + n]) in known), 0)
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

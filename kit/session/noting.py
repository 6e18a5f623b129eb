"""A typed note understood: which side it speaks for, which line it rests on, and what is missing."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from dataclasses import dataclass

from kit.lesson.model import Lesson
from kit.lesson.plan import PlannedStep
from kit.session.board import LONGEST_NOTE, OURS, Column, NoteKind, Side
from kit.words import LANGUAGES, N_, Message, words

OURS_WORD = N_("ours")
"""What stands in the place of a line number where a note is the class's own."""

NEEDS_A_LINE: tuple[NoteKind, ...] = ("claim", "evidence")
"""Kinds that must say what they rest on; a question, an exit ticket or an open fact is ours unless it says more."""

_TAG = re.compile(r"\s*#\s*(?P<tag>[^#]*)$")
_SIDES: dict[str, Side] = {"+": "for", "-": "against", "−": "against"}


@dataclass(frozen=True, slots=True)
class Typed:
    """A note as it was typed, without its signs."""

    text: str
    line: int | None
    """None: ours."""
    side: Side = ""


def read_note(typed: str, kind: NoteKind, lines: Collection[int]) -> Typed | Message:
    """What ``+ they pay the bill #14`` means in a lesson with these `lines`; or the sentence that says what is wrong.

    A plus or minus in front is the side, ``#14`` at the end the line, ``#ours`` (in any of Kit's languages) none.
    """
    text = " ".join(typed.split())
    side: Side = ""
    if text[:2].strip() in _SIDES and text[1:2] == " ":
        side, text = _SIDES[text[0]], text[2:].strip()
    found = _TAG.search(text)
    tag = found["tag"].strip() if found is not None else ""
    if found is not None:
        text = text[: found.start()]
    if not text:
        return Message.of(N_("Type what the class said, then #14 for line 14."))
    if len(text) > LONGEST_NOTE:
        return Message.of(N_("A note has {count} characters at most. Say it shorter."), count=LONGEST_NOTE)
    if not tag:
        if kind in NEEDS_A_LINE:
            return Message.of(N_("Which line is it from? End with its number, such as #14, or with #ours."))
        return Typed(text, OURS, side)
    if tag.casefold() in _ours():
        return Typed(text, OURS, side)
    if not (tag.isascii() and tag.isdecimal() and len(tag) <= 4):
        return Message.of(N_("“#{tag}” is no line: end with a number, such as #14, or with #ours."), tag=tag[:20])
    if int(tag) not in lines:
        return Message.of(N_("This lesson has no line {number}."), number=int(tag))
    return Typed(text, int(tag), side)


def usual(lesson: Lesson, step: PlannedStep) -> tuple[NoteKind, Column]:
    """What a note typed in `step` most likely is, and where it goes."""
    protocol = next(iter(lesson.protocols.get(step.protocol, {}).values()), None)
    records = protocol.steps[step.part].records if protocol is not None and step.part in protocol.steps else "nothing"
    if "exit" in step.shows or records == "exit-tally":
        return "exit", ""
    if "columns" in step.shows or records == "consensus":
        return "claim", "agree"
    if step.protocol == "question-formulation":
        return "question", ""
    return "claim", ""


def column_of(kind: NoteKind, usually: Column) -> Column:
    """Where a note of `kind` goes in a step whose claims go to `usually`: nobody agrees on a question."""
    if not usually or kind == "exit":
        return ""
    return "need-to-know" if kind in ("question", "need") else usually


def new_id() -> str:
    """An id no other note has, whichever of two desks makes it."""
    return os.urandom(4).hex()


def _ours() -> set[str]:
    return {"0", *(words(language)(OURS_WORD).casefold() for language in LANGUAGES)}

"""Printing a lesson: its handouts as files in a folder, one after the other, with progress.

A handout that was made before from exactly the same things is taken from where it was kept, and a file that already
holds it is left as it is: neither Jinja2 nor WeasyPrint is loaded then.
"""

from __future__ import annotations

import binascii
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kit.lesson.model import Lesson
from kit.paper.handouts import Handout, file_name, handout
from kit.paper.ingredients import Digests
from kit.paper.kept import Kept, Made
from kit.paper.kinds import KINDS, Kind, Page
from kit.paper.profiles import ProfileName
from kit.paper.saving import make_folder, save, warnings_of
from kit.words import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far printing has come: `done` of `total` files; `path` is the one just written."""

    done: int
    total: int
    kind: Kind
    """The kind that is being made, or has just been."""
    path: Path | None = None
    pages: int = 0
    """Sides of the handout just made; 0 before it is."""
    sheets: int = 0
    """Sheets of paper it takes, where it holds the copies of a whole class."""
    warnings: tuple[Message, ...] = ()
    """What the teacher should know about the file just written."""


_digests = Digests()


def print_lesson(
    lesson: Lesson,
    kinds: Sequence[str],
    language: str,
    page: Page,
    out: Path | None,
    minutes: int | None = None,
    copies: int | None = None,
    *,
    profile: ProfileName = "standard",
    ruling: str = "",
    folder: Path | None = None,
    kept: Kept | None = None,
) -> Iterator[Progress]:
    """Write the handouts of these `kinds` into the folder `out`, made where it is missing; same names are replaced.

    Without a folder they are made and kept all the same, so that their pages are known and printing them is quick.
    Of what every pupil gets a piece of, there are `copies`. The lesson's `folder` is put into the documents for
    teachers, so that whoever has one has the lesson. `kept` is where finished handouts are kept (the user's
    cache folder where absent).

    Yields a `Progress` before each file and after it. A file is complete or not there at all.
    Errors: `Refused`, with a sentence for the teacher.
    """
    kept = Kept.of_user() if kept is None else kept
    if out is not None:
        make_folder(out)
    packed = _packed(folder) if any(map(carries_lesson, kinds)) else b""
    for done, kind in enumerate(kinds):
        yield Progress(done=done, total=len(kinds), kind=KINDS[kind])
        asked: dict[str, Any] = {
            "kind": kind,
            "language": language,
            "page": page,
            "minutes": minutes,
            "copies": copies,
            "profile": profile,
            "ruling": ruling,
        }
        made = _made(lesson, asked, kept, packed if carries_lesson(kind) else b"")
        path = None
        if out is not None:
            path = out / file_name(lesson.id, lesson.edition(language).language, kind, page, profile)
            _deliver(made.pdf, path)
        yield Progress(
            done=done + 1, total=len(kinds), kind=KINDS[kind], path=path, pages=made.pages, warnings=made.warnings
        )


def carries_lesson(kind: str) -> bool:
    """Whether the lesson is put into this kind: documents for the teacher alone, never what a pupil may be sent."""
    return KINDS[kind].private and not KINDS[kind].sealed


def _packed(folder: Path | None) -> bytes:
    from kit.paper.enclosed import pack

    try:
        return pack(folder) if folder is not None else b""
    except OSError:  # it has just been moved away: the guide is worth more than what is in it
        return b""


def _made(lesson: Lesson, asked: dict[str, Any], kept: Kept, packed: bytes) -> Made:
    """What is `asked` for (the arguments of `handout`), kept from an earlier time or made now."""
    digest = _digests.of(lesson, {**asked, "enclosed": binascii.crc32(packed)})
    made = kept.get(digest)
    if made is None:
        made, complete = _fresh(handout(lesson, **asked), packed)
        if complete:
            kept.put(digest, made)
    return made


def _fresh(handed: Handout, packed: bytes) -> tuple[Made, bool]:
    """The handout made now, and whether every character was drawn: else a font installed later may draw it."""
    from kit.paper import engine, lint
    from kit.paper.enclosed import attachment

    laid = engine.lay_out(handed.html, handed.kind.id, handed.page, handed.profile)
    pdf = engine.write(laid, attachments=[attachment(handed.lesson, packed)] if packed else None)
    return Made(pdf, laid.pages, warnings_of(laid)), not lint.missing_characters(laid)


def _deliver(pdf: bytes, path: Path) -> None:
    """Write the file, unless it is there already."""
    if not _holds(path, pdf):
        save(pdf, path)


def _holds(path: Path, pdf: bytes) -> bool:
    try:
        return path.stat().st_size == len(pdf) and path.read_bytes() == pdf
    except OSError:
        return False

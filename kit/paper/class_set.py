"""A class set: a handout made once for every profile, and everybody's name on a copy of it.

Nothing with a name on it is kept: not in the cache, and in no file but those the teacher asked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import ceil
from pathlib import Path

from kit.files.writing import write_together
from kit.lesson.model import Lesson
from kit.paper import assembly, stamps
from kit.paper.assembly import Base, Portion
from kit.paper.copies import Copy
from kit.paper.handouts import file_name, handout
from kit.paper.kinds import KINDS, Page
from kit.paper.printing import Progress
from kit.paper.profiles import ProfileName
from kit.paper.refused import Refused
from kit.paper.saving import make_folder, not_written, warnings_of
from kit.words import N_, Message

PORTION = 60
"""Copies whose names are drawn together: two classes, so that a whole school takes little more memory than a class."""

TOGETHER = 10
"""Files the disk is waited for at once."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What every copy of the set is."""

    lesson: Lesson
    kind: str
    language: str
    page: Page
    minutes: int | None = None
    ruling: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The names of a class, drawn before anything is printed."""

    portions: tuple[Portion, ...]
    undrawn: tuple[str, ...]
    """Names no font here can draw; their copies have a line to write on."""


def draw_names(copies: Sequence[Copy]) -> Drawn:
    """Draw what is set on the copies. Errors: `Refused`."""
    portions = []
    for first in range(0, len(copies), PORTION):
        part = copies[first : first + PORTION]
        texts = [text for copy in part for text in (copy.name, copy.class_name, copy.part)]
        portions.append(Portion(part, stamps.draw(texts)))
    undrawn = [
        copy.name
        for portion in portions
        for copy in portion.copies
        if copy.name and stamps.clean(copy.name) not in portion.stamps.names
    ]
    return Drawn(tuple(portions), tuple(dict.fromkeys(undrawn)))


def base(asked: Asked, profile: ProfileName) -> tuple[Base, tuple[Message, ...]]:
    """The handout all copies of one profile are made from, and what the teacher should know about it.

    Errors: `Refused`.
    """
    from kit.paper import engine
    from kit.paper.spots import spots

    made = handout(
        asked.lesson,
        asked.kind,
        asked.language,
        asked.page,
        minutes=asked.minutes,
        profile=profile,
        ruling=asked.ruling,
    )
    laid = engine.lay_out(made.html, made.kind.id, made.page, made.profile)
    pdf = engine.write(laid)
    return Base(pdf=pdf, pages=laid.pages, spots=spots(laid)), warnings_of(laid)


def print_set(
    asked: Asked, copies: Sequence[Copy], drawn: Drawn, out: Path, *, called: str, separately: bool
) -> Iterator[Progress]:
    """Write the set into the folder `out`: one file to print, or `separately` a folder with a file for every copy.

    `called` is what its file name says of the class: “3B”, “28”. Yields a `Progress` before and after each file.
    Errors: `Refused`.
    """
    kind = KINDS[asked.kind]
    stem = file_name(asked.lesson.id, asked.lesson.edition(asked.language).language, asked.kind, asked.page)
    path = out / f"{stem.removesuffix('.pdf')}.{called}{'' if separately else '.pdf'}"
    total = len(copies) if separately else 1
    yield Progress(done=0, total=total, kind=kind)
    profiles = tuple(dict.fromkeys(copy.profile for copy in copies))
    bases: dict[ProfileName, Base] = {}
    told: list[Message] = []
    for profile in profiles:
        bases[profile], warnings = base(asked, profile)
        told += warnings
    if separately:
        yield from _write_separately(asked, bases, drawn, path, total, tuple(told))
        return
    title = asked.lesson.edition(asked.language).title.strip()
    pdf = assembly.bundle(
        bases, drawn.portions, both_sides=kind.both_sides, title=f"{title} – {called}", language=asked.language
    )
    make_folder(out)
    _write([(path, pdf)])
    pages = [bases[copy.profile].pages for copy in copies]
    yield Progress(
        done=1,
        total=1,
        kind=kind,
        path=path,
        pages=sum(pages),
        sheets=sum(ceil(own / 2) if kind.both_sides else own for own in pages),
        warnings=tuple(dict.fromkeys(told)),
    )


def _write_separately(
    asked: Asked, bases: dict[ProfileName, Base], drawn: Drawn, folder: Path, total: int, told: tuple[Message, ...]
) -> Iterator[Progress]:
    make_folder(folder)
    done = 0
    for profile, made in bases.items():
        copies = assembly.separate(made, profile, drawn.portions)
        while together := list(islice(copies, TOGETHER)):
            files = [
                (folder / f"{file_stem(copy, number)}.pdf", pdf)
                for number, (copy, pdf) in enumerate(together, done + 1)
            ]
            _write(files)
            for path, _ in files:
                done += 1
                yield Progress(
                    done=done, total=total, kind=KINDS[asked.kind], path=path, pages=made.pages, warnings=told
                )
                told = ()


def file_stem(copy: Copy, number: int) -> str:
    """What a pupil's own file is called: the seat and the name, “07 Łukasz Nowak”, on every computer."""
    name = "".join(
        mark if mark.isalnum() or unicodedata.combining(mark) or mark in " -’'" else " " for mark in copy.name
    )
    name = re.sub(r"\s+", " ", stamps.clean(name))
    return f"{copy.seat or number:02} {name}"[:60].strip()


def _write(files: Sequence[tuple[Path, bytes]]) -> None:
    try:
        write_together(files)
    except OSError as error:
        raise Refused(not_written(files[0][0], error)) from None


def without_letters(names: Sequence[str]) -> Message:
    """What is said of names that no font can draw, before anything is printed."""
    return Message.of(
        N_("No font on this computer has the letters of these names, so their copies have a line to write on: {names}"),
        names=", ".join(names),
    )

"""Printing a lesson: its handouts as files in a folder, one after the other, with progress."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kit.files.writing import write_whole
from kit.lesson.model import Lesson
from kit.paper.handouts import Handout, handout
from kit.paper.kinds import Kind, Page
from kit.paper.refused import Refused
from kit.words import N_, Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far printing has come: `done` of `total` files; `path` is the one just written."""

    done: int
    total: int
    kind: Kind
    """The kind that is being made, or has just been."""
    path: Path | None = None
    pages: int = 0
    """Sides of the file just written."""
    warnings: tuple[Message, ...] = ()
    """What the teacher should know about the file just written."""


def print_lesson(
    lesson: Lesson,
    kinds: Sequence[str],
    language: str,
    page: Page,
    out: Path,
    minutes: int | None = None,
    copies: int | None = None,
) -> Iterator[Progress]:
    """Write the handouts of these `kinds` into the folder `out`, made where it is missing; same names are replaced.

    Of what every pupil gets a piece of, there are `copies`.

    Yields a `Progress` before each file and after it. A file is complete or not there at all.
    Errors: `Refused`, with a sentence for the teacher.
    """
    _make_folder(out)
    for done, kind in enumerate(kinds):
        made = handout(lesson, kind, language, page, minutes, copies)
        yield Progress(done=done, total=len(kinds), kind=made.kind)
        yield _printed(made, out, done + 1, len(kinds))


def _printed(made: Handout, out: Path, done: int, total: int) -> Progress:
    from kit.paper import engine, lint, tags

    laid = engine.lay_out(made.html, made.kind.id, made.page)
    pdf = engine.write(laid)
    path = out / made.file_name
    try:
        write_whole(path, pdf)
    except OSError as error:
        raise Refused(_not_written(path, error)) from None
    warnings = [gap for gap in (tags.gaps_left(),) if gap is not None]
    if missing := lint.missing_characters(laid):
        warnings.append(
            Message.of(N_("The font has no form for these characters: {characters}"), characters=" ".join(missing))
        )
    warnings += [
        Message.of(
            N_("On page {page} this does not stand on the paper as it should: “{text}”"),
            page=finding.page,
            text=finding.text[:60],
        )
        for finding in lint.examine(laid)
    ]
    return Progress(done=done, total=total, kind=made.kind, path=path, pages=laid.pages, warnings=tuple(warnings))


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise Refused(Message.of(N_("{path} is a file, not a folder: choose another place."), path=out)) from None
    except OSError as error:
        raise Refused(_not_written(out, error)) from None


def _not_written(path: Path, error: OSError) -> Message:
    return Message.of(
        N_("{path} could not be written ({reason}). Is it open in another program, or the disk full?"),
        path=path,
        reason=error.strerror or error,
    )

"""`kit print`: paths of the finished files on stdout, everything a person reads on stderr."""

from __future__ import annotations

import sys
from pathlib import Path

from kit.lesson.model import Lesson
from kit.paper.kinds import KINDS, Page
from kit.paper.printable import asked
from kit.paper.printing import Progress, print_lesson
from kit.paper.profiles import ProfileName
from kit.paper.refused import Refused
from kit.paper.sheet_count import Count, count, pieces_on_a_sheet, said
from kit.words import Words, say


def run(
    lesson: Lesson,
    *,
    kind: str,
    language: str,
    page: Page,
    out: Path | None,
    minutes: int | None,
    tr: Words,
    copies: int | None = None,
    profile: ProfileName = "standard",
    ruling: str = "",
    pupils: int | None = None,
    large: int = 0,
    folder: Path | None = None,
) -> int:
    """Print `lesson` and say how it goes in the words of `tr`. Exit code 0; 1 where it was refused.

    With `pupils`, say how many sheets the class needs; `large` of them read large print, which is made as well. Without
    the folder `out` nothing is written: the sheets are only counted.
    The lesson's `folder` is put into documents for teachers.
    """
    kinds = asked(lesson, kind, minutes)
    again = [kind for kind in kinds if KINDS[kind].profiles and profile == "standard"] if large else []
    counts: list[Count] = []
    try:
        for set_in, wanted in ((profile, kinds), ("large", again)):
            for progress in print_lesson(
                lesson,
                wanted,
                language,
                page,
                out,
                minutes,
                copies or pupils,
                profile=set_in,
                ruling=ruling,
                folder=folder,
            ):
                tell(progress, tr)
                if pupils and progress.pages:
                    own = set_in if progress.kind.profiles else "standard"
                    readers = large if wanted is again else pupils - (large if progress.kind.id in again else 0)
                    pieces = pieces_on_a_sheet(lesson, progress.kind, language, page, own)
                    counts.append(count(progress.kind, progress.pages, readers, profile=own, pieces=pieces))
    except Refused as refused:
        sys.stderr.write(say(tr, refused.message) + "\n")
        return 1
    if pupils:
        sys.stderr.write("\n".join(said(counts, pupils, large, tr)) + "\n")
    return 0


def tell(progress: Progress, tr: Words) -> None:
    """Say how far printing has come: what a person reads on stderr, the path of a finished file on stdout."""
    name = tr(progress.kind.name)
    if not progress.pages:
        sys.stderr.write(f"{progress.done + 1}/{progress.total} {name} …\n")
        sys.stderr.flush()
        return
    pages = tr.plural("{count} page", "{count} pages", progress.pages)
    sheets = tr.plural("{count} sheet", "{count} sheets", progress.sheets)
    told = tr("{name}: {value}", name=name, value=f"{pages}, {sheets}" if progress.sheets else pages)
    sys.stderr.write(f"{progress.done}/{progress.total} {told}\n")
    for warning in progress.warnings:
        sys.stderr.write(say(tr, warning) + "\n")
    sys.stderr.flush()
    if progress.path is not None:
        sys.stdout.write(f"{progress.path}\n")
        sys.stdout.flush()

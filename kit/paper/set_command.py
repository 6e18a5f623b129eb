"""`kit print` for a whole class: what is worth knowing first, then a set of each handout, then everything else."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from kit.lesson.model import Lesson
from kit.paper.class_set import Asked, Drawn, draw_names, print_set, without_letters
from kit.paper.command import tell
from kit.paper.copies import Copy, counted, named, of_class
from kit.paper.kinds import KINDS, Page
from kit.paper.printing import Progress, print_lesson
from kit.paper.profiles import ProfileName
from kit.paper.refused import Refused
from kit.paper.sheet_count import count, pieces_on_a_sheet, said
from kit.session.class_list import ClassList
from kit.session.codes import MOST
from kit.words import N_, Message, Words, say

LARGE: tuple[ProfileName, ...] = ("large", "giant")


def run(
    lesson: Lesson,
    *,
    kinds: Sequence[str],
    language: str,
    page: Page,
    out: Path | None,
    minutes: int | None,
    tr: Words,
    classes: Sequence[ClassList] = (),
    copies: int | None = None,
    profile: ProfileName = "standard",
    ruling: str = "",
    separately: bool = False,
    folder: Path | None = None,
) -> int:
    """Print a set for each of the `classes`, or `copies` without names. Exit code 0; 1 where it was refused.

    Of handouts that bear no name, the class gets what it needs. Without the folder `out` the sheets are only counted.
    """
    sets: list[tuple[str, Sequence[Copy]]] = []
    told: list[Message] = []
    for listed in classes:
        made, problems = of_class(listed, lesson, language, profile)
        sets.append((_free(listed.name.replace(" ", "-"), [called for called, _ in sets]), made))
        told += problems
    if not classes and copies:
        sets.append((f"x{copies}", counted(copies, lesson, language, profile)))
    mine = [kind for kind in kinds if named(KINDS[kind])]
    try:
        drawn = [draw_names(made) for _, made in sets] if mine else []
        told += [without_letters(found.undrawn) for found in drawn if found.undrawn]
        if classes and not mine:
            told.append(Message.of(N_("Nothing of this bears a name.")))
        for message in told:
            sys.stderr.write(say(tr, message) + "\n")
        if out is None:
            everybody = [copy for _, made in sets for copy in made]
            _count(lesson, kinds, mine, everybody, language, page, minutes, tr, profile=profile, ruling=ruling)
            return 0
        asked = [Asked(lesson, kind, language, page, minutes, ruling) for kind in mine]
        sheets, pupils = 0, sum(len(made) for _, made in sets)
        for progress in _sets(asked, sets, drawn, out, separately=separately):
            tell(progress, tr)
            sheets += progress.sheets
        rest = [kind for kind in kinds if kind not in mine]
        ballots = min(MOST, max(len(made) for _, made in sets))
        for progress in print_lesson(
            lesson, rest, language, page, out, minutes, ballots, profile=profile, ruling=ruling, folder=folder
        ):
            tell(progress, tr)
            if progress.path is not None:
                pieces = pieces_on_a_sheet(lesson, progress.kind, language, page, profile)
                sheets += count(progress.kind, progress.pages, pupils, profile=profile, pieces=pieces).sheets
        if not separately:
            whom = tr.plural("{count} pupil", "{count} pupils", pupils)
            sys.stderr.write(f"{whom} → {tr.plural('{count} sheet', '{count} sheets', sheets)}\n")
    except Refused as refused:
        sys.stderr.write(say(tr, refused.message) + "\n")
        return 1
    return 0


def _count(
    lesson: Lesson,
    kinds: Sequence[str],
    mine: Sequence[str],
    copies: Sequence[Copy],
    language: str,
    page: Page,
    minutes: int | None,
    tr: Words,
    *,
    profile: ProfileName,
    ruling: str,
) -> None:
    """Say how many sheets the `copies` are; of kinds that are `mine`, everybody gets one in an own profile."""
    readers = Counter(copy.profile for copy in copies)
    rest = [kind for kind in kinds if kind not in mine]
    runs = [(own, mine, count) for own, count in readers.items()] + [(profile, rest, len(copies))]
    counts = []
    for set_in, wanted, pupils in runs:
        for progress in print_lesson(
            lesson, wanted, language, page, None, minutes, min(MOST, pupils), profile=set_in, ruling=ruling
        ):
            tell(progress, tr)
            if progress.pages:
                pieces = (
                    1 if progress.kind.id in mine else pieces_on_a_sheet(lesson, progress.kind, language, page, set_in)
                )
                counts.append(count(progress.kind, progress.pages, pupils, profile=set_in, pieces=pieces))
    large = sum(count for own, count in readers.items() if own in LARGE)
    sys.stderr.write("\n".join(said(counts, len(copies), large, tr)) + "\n")


def _free(called: str, taken: Sequence[str]) -> str:
    """`called`, with a number behind it where another list of this run has the same name."""
    same = sum(other == called or other.startswith(f"{called}-") for other in taken)
    return f"{called}-{same + 1}" if called in taken else called


def _sets(
    asked: Sequence[Asked],
    sets: Sequence[tuple[str, Sequence[Copy]]],
    drawn: Sequence[Drawn],
    out: Path,
    *,
    separately: bool,
) -> Iterator[Progress]:
    for one in asked:
        for (called, copies), names in zip(sets, drawn, strict=True):
            yield from print_set(one, copies, names, out, called=called, separately=separately)

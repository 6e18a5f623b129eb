"""`kit print --format`: handouts to read and fill in on a screen, or to go on working with."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from kit.lesson.model import Lesson
from kit.paper.formats import FORMATS, FormatName, formats_of, make, name_of_file
from kit.paper.handouts import handout
from kit.paper.kinds import KINDS, Page
from kit.paper.profiles import ProfileName
from kit.paper.refused import Refused
from kit.paper.saving import make_folder, save
from kit.words import N_, Message, Words, say


def run(
    lesson: Lesson,
    *,
    kinds: Sequence[str],
    form: FormatName,
    language: str,
    page: Page,
    out: Path,
    minutes: int | None,
    tr: Words,
    profile: ProfileName = "standard",
    ruling: str = "",
) -> int:
    """Write those of `kinds` that come in this format, and say how it goes. Exit code 0; 1 where it was refused."""
    fitting = [kind for kind in kinds if FORMATS[form] in formats_of(KINDS[kind])]
    try:
        if not fitting:
            raise Refused(
                Message.of(
                    N_("“{kind}” comes as PDF only. In other formats there are: {kinds}"),
                    kind=", ".join(kinds),
                    kinds=", ".join(kind.id for kind in KINDS.values() if len(formats_of(kind)) > 1),
                )
            )
        make_folder(out)
        for done, kind in enumerate(fitting, 1):
            sys.stderr.write(f"{done}/{len(fitting)} {tr(KINDS[kind].name)} …\n")
            sys.stderr.flush()
            made = handout(lesson, kind, language, page, minutes, profile=profile, ruling=ruling)
            path = out / name_of_file(made, form)
            save(make(made, form), path)
            sys.stdout.write(f"{path}\n")
            sys.stdout.flush()
    except Refused as refused:
        sys.stderr.write(say(tr, refused.message) + "\n")
        return 1
    return 0

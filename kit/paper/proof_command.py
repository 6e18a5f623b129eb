"""`kit print --proof`: looks at every page as a printer would, says what it finds, and writes nothing."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from kit.lesson.model import Lesson
from kit.paper.handouts import handout
from kit.paper.kinds import KINDS, Page
from kit.paper.profiles import ProfileName
from kit.paper.refused import Refused
from kit.words import Words, say


def run(
    lesson: Lesson,
    kinds: Sequence[str],
    *,
    language: str,
    page: Page,
    minutes: int | None,
    profile: ProfileName,
    ruling: str,
    tr: Words,
) -> int:
    """Read the proofs of these `kinds`. Exit code 0 where nothing was found, else 1."""
    from kit.paper import engine
    from kit.paper.proof import proof, said

    code = 0
    for kind in kinds:
        try:
            made = handout(lesson, kind, language, page, minutes, profile=profile, ruling=ruling)
            laid = engine.lay_out(made.html, made.kind.id, made.page, made.profile)
            engine.write(laid)
        except Refused as refused:
            sys.stderr.write(say(tr, refused.message) + "\n")
            return 1
        found = proof(laid)
        name = tr(KINDS[kind].name)
        pages = tr.plural("{count} page", "{count} pages", laid.pages)
        value = pages if found else tr("{pages}, nothing to mend", pages=pages)
        sys.stdout.write(tr("{name}: {value}", name=name, value=value) + "\n")
        for finding in found:
            code = 1
            sys.stdout.write(f"  {say(tr, said(finding))}\n")
        sys.stdout.flush()
    return code

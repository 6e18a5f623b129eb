"""Everything that is wrong with one lesson folder: what reading found, and what the rules say."""

from __future__ import annotations

from pathlib import Path

from kit.files.problems import errors, in_reading_order
from kit.lesson.read import Reading, read
from kit.sources.catalogue import Catalogue


def check(folder: Path, catalogue: Catalogue, *, bundled: bool = False, strict: bool = False) -> Reading:
    """Read the lesson in `folder` and apply every rule; `strict` asks for the full list of fields too.

    The reading has no lesson where a rule found an error.
    """
    from kit.lesson.rules import check as apply_rules

    reading = read(folder, catalogue, bundled=bundled)
    reading.problems = in_reading_order([*reading.problems, *apply_rules(reading, strict=strict)])
    if errors(reading.problems):
        reading.lesson = None
    return reading

"""Everything that is wrong with one lesson folder: what reading found, and what the rules say."""

from __future__ import annotations

from pathlib import Path

from kit.files.cache import NOTHING_KEPT, Cache
from kit.files.problems import in_reading_order
from kit.lesson.read import Reading, read
from kit.sources.catalogue import Catalogue


def check(
    folder: Path, catalogue: Catalogue, *, bundled: bool = False, strict: bool = False, cache: Cache = NOTHING_KEPT
) -> Reading:
    """Read the lesson in `folder` and apply every rule; `strict` asks for the full list of fields too.

    The reading has no lesson where a rule found an error. `cache` holds what need not be read again.
    """
    from kit.lesson.rules import check as apply_rules

    reading = read(folder, catalogue, bundled=bundled, cache=cache)
    reading.problems = in_reading_order([*reading.problems, *apply_rules(reading, strict=strict)])
    return reading

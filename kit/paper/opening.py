"""Puts a lesson that came in a PDF into the teacher's own folder, beside what is there and never over it."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from kit.lesson.library import Library
from kit.paper.enclosed import Enclosed

MOST_OF_A_NAME = 1000


@dataclass(frozen=True, slots=True)
class Opened:
    """Where the lesson is now."""

    folder: Path
    new: bool
    """Whether it was written; else the very same lesson was there already."""


def put_away(library: Library, found: Enclosed) -> Opened:
    """Write the lesson into the teacher's own folder; under another name where its own is taken.

    The same lesson, byte for byte, is not written twice. Errors: OSError, with nothing half-written left.
    """
    known = library.folders()
    for name, (folder, _) in known.items():
        if (name == found.name or name.rpartition("-")[0] == found.name) and _is_same(folder, found):
            return Opened(folder, new=False)
    home = library.home.lessons
    home.mkdir(parents=True, exist_ok=True)
    half = Path(tempfile.mkdtemp(prefix=".opening-", dir=home))
    try:
        for file, content in found.files.items():
            (half / file).write_bytes(content)
        half.chmod(0o755)
        for number in range(1, MOST_OF_A_NAME):
            name = found.name if number == 1 else f"{found.name}-{number}"
            place = home / name
            if name not in known and not os.path.lexists(place):
                half.rename(place)
                return Opened(place, new=True)
        raise FileExistsError(17, os.strerror(17), str(home / found.name))
    finally:
        shutil.rmtree(half, ignore_errors=True)


def _is_same(folder: Path, found: Enclosed) -> bool:
    try:
        there = {path.name: path.read_bytes() for path in folder.glob("*.yaml")}
    except OSError:
        return False
    return {name: content for name, content in there.items() if name in found.files} == found.files

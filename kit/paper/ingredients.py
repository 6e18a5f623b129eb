"""Everything that goes into a handout, as one digest: where nothing of it has changed, neither has the PDF.

Nothing heavy is imported for it. Of code, templates, style sheets, words and libraries the stamps are enough; of the
lesson it is the content, since a lesson may come from anywhere.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from kit import __version__, native
from kit.files.cache import stamps
from kit.lesson.model import Lesson

PACKAGE = Path(__file__).parent.parent

ROOMS = ("words", "files", "sources", "protocols", "lesson", "session", "paper")
"""The rooms a handout is made in."""

MADE_OF = {".py", ".j2", ".css", ".mo"}
"""What in those rooms decides how it looks; protocols come with the lesson."""

LIBRARIES = ("weasyprint", "jinja2", "fontpkg_atkinson_hyperlegible")
"""Where they lie, all others lie that a PDF is made with."""

FEW = 16
"""Lessons whose digest is remembered: a run goes through one after the other."""


class Digests:
    """The digests of one process, each lesson read once."""

    def __init__(self) -> None:
        self._lessons: dict[int, tuple[Lesson, str]] = {}

    def of(self, lesson: Lesson, asked: Mapping[str, object]) -> str:
        """The digest (64 hexadecimal digits) of the handout of `lesson` with what is `asked` for: kind, language …

        The order in which things are asked for does not matter. Values must be written out alike wherever they are
        alike: texts, numbers, None.
        """
        told = repr((_surroundings(), self._lesson(lesson), sorted(asked.items())))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()

    def _lesson(self, lesson: Lesson) -> str:
        known = self._lessons.get(id(lesson))
        if known is None or known[0] is not lesson:
            while len(self._lessons) >= FEW:
                del self._lessons[next(iter(self._lessons))]
            digest = hashlib.sha256(repr(lesson).encode("utf-8", "surrogatepass")).hexdigest()
            # The lesson itself is kept with it, so that its id cannot come to belong to another.
            known = self._lessons[id(lesson)] = (lesson, digest)
        return known[1]


@cache
def _surroundings() -> tuple[object, ...]:
    """Kit's own code and files, the libraries by their versions, the native ones by their stamps: once a process."""
    code = [stamp for room in ROOMS for stamp in stamps(_files(PACKAGE / room))]
    return __version__, sys.version_info[:3], code, sorted(_installed()), native.stamp()


def _files(room: Path) -> Iterator[Path]:
    return (path for path in sorted(room.rglob("*")) if path.suffix in MADE_OF)


def _installed() -> Iterator[str]:
    """Names and versions of what is installed, as the folders of pip, uv and their kin write them: `jinja2-3.1.6`."""
    places = set()
    for name in LIBRARIES:
        spec = find_spec(name)
        if spec is not None and spec.origin is not None:
            places.add(Path(spec.origin).parent.parent)
    for place in sorted(places):
        yield from (path.name for path in place.iterdir() if path.suffix in (".dist-info", ".egg-info"))

"""Handouts that were made before, kept under the digest of what they were made from, in the user's cache folder.

Losing them costs time, never work. Whatever bears a name of a class list is never put here: callers keep only what is
made from a lesson alone.
"""

from __future__ import annotations

import binascii
import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kit.files.cache import Cache
from kit.words import Message

FOLDER = "handouts"

MOST_BYTES = 150_000_000
"""Room for every handout of the bundled lessons in all languages several times over; of more, the oldest go."""

ROOM_MADE = 0.9
"""How full the folder is left when something had to go, so that not every new handout pushes one out."""

SUFFIX = ".handout"


@dataclass(frozen=True, slots=True)
class Made:
    """A finished handout."""

    pdf: bytes
    pages: int
    """Its sides."""
    warnings: tuple[Message, ...] = ()
    """What the teacher should know about it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The folder they lie in; None keeps nothing. One file each: a line that describes it, then the PDF."""

    folder: Path | None
    most: int = MOST_BYTES
    """Bytes it may hold."""

    @classmethod
    def of_user(cls) -> Kept:
        """The one of this user, or that in ``KIT_CACHE``."""
        place = Cache.of_user().folder
        return cls(None if place is None else place / FOLDER)

    def get(self, digest: str) -> Made | None:
        """What was put under `digest`; None where nothing was, or it is damaged."""
        if self.folder is None:
            return None
        file = self.folder / f"{digest}{SUFFIX}"
        try:
            head, _, pdf = file.read_bytes().partition(b"\n")
            told = json.loads(head)
            if told["crc"] != binascii.crc32(pdf):
                return None
            made = Made(pdf, told["pages"], tuple(Message(text, values) for text, values in told["warnings"]))
        except (OSError, ValueError, TypeError, KeyError):
            return None
        with contextlib.suppress(OSError):
            os.utime(file)  # what is used stays longest
        return made

    def put(self, digest: str, made: Made) -> None:
        """Keep `made` under `digest`: whole or not at all; a full disk is no reason to stop."""
        if self.folder is None:
            return
        head = {
            "crc": binascii.crc32(made.pdf),
            "pages": made.pages,
            "warnings": [(warning.text, dict(warning.values)) for warning in made.warnings],
        }
        file = self.folder / f"{digest}{SUFFIX}"
        half = file.with_name(f"{digest}.{os.urandom(4).hex()}.part")
        # Unlike `write_whole`, this does not wait for the disk: what a power cut leaves is damaged, so it is not used.
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            half.write_bytes(json.dumps(head, default=str).encode() + b"\n" + made.pdf)
            half.replace(file)
        except OSError:
            with contextlib.suppress(OSError):
                half.unlink()
        self._make_room()

    def usage(self) -> tuple[int, int]:
        """How many files there are, and their bytes."""
        sizes = [size for _, size, _ in self._files()]
        return len(sizes), sum(sizes)

    def clear(self) -> None:
        """Delete them all. Errors: OSError."""
        for _, _, path in self._files():
            path.unlink(missing_ok=True)

    def _make_room(self) -> None:
        """Delete what was not used for longest, until there is room."""
        files = sorted(self._files())
        total = sum(size for _, size, _ in files)
        if total <= self.most:
            return
        for _, size, path in files:
            with contextlib.suppress(OSError):
                path.unlink()
                total -= size
            if total <= ROOM_MADE * self.most:
                break

    def _files(self) -> Iterator[tuple[int, int, Path]]:
        """When each was last used (ns), its bytes, and where it is; also halves a killed process left."""
        if self.folder is None or not self.folder.is_dir():
            return
        with os.scandir(self.folder) as entries:
            for entry in entries:
                if entry.name.endswith((SUFFIX, ".part")):
                    with contextlib.suppress(OSError):  # another process has just deleted it
                        stat = entry.stat()
                        yield stat.st_mtime_ns, stat.st_size, Path(entry.path)

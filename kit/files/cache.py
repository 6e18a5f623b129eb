"""JSON data kept under its digest in the user's cache folder: losing it costs time, never work."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kit import __version__
from kit.files.writing import write_whole

PACKAGE = Path(__file__).parent.parent
READING_ROOMS = ("files", "sources", "protocols", "lesson")
"""The rooms whose code decides what a compiled form looks like."""


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of JSON files; `folder` None keeps nothing."""

    folder: Path | None

    @classmethod
    def of_user(cls) -> Cache:
        """The one of this user, or ``KIT_CACHE``."""
        chosen = os.environ.get("KIT_CACHE")
        if chosen:
            return cls(Path(chosen))
        import platformdirs

        return cls(platformdirs.user_cache_path("kit"))

    def get(self, key: str) -> Any:
        """What was put under `key`; None where nothing was, or it is damaged."""
        if self.folder is None:
            return None
        try:
            return json.loads((self.folder / f"{key}.json").read_bytes())
        except (OSError, ValueError):
            return None

    def put(self, key: str, data: Any) -> None:
        """Keep `data` under `key`, whole or not at all; a full or read-only disk is no reason to stop."""
        if self.folder is None:
            return
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            write_whole(self.folder / f"{key}.json", json.dumps(data, ensure_ascii=False))


def key(*parts: object) -> str:
    """The digest of `parts` (JSON data or paths), and of the version of Kit that asks."""
    return hashlib.sha256(json.dumps([__version__, _code(), *parts], default=str).encode()).hexdigest()


def stamps(paths: Iterable[Path]) -> list[tuple[str, int, int]]:
    """Name, size in bytes and time of change in ns of each file there is: cheaper than reading it."""
    found = []
    for path in paths:
        with contextlib.suppress(OSError):
            stat = path.stat()
            found.append((str(path), stat.st_size, stat.st_mtime_ns))
    return found


@cache
def _code() -> list[tuple[str, int, int]]:
    """The stamps of the code itself: in a checkout it changes without its version."""
    return [stamp for room in READING_ROOMS for stamp in stamps(sorted((PACKAGE / room).glob("*.py")))]

"""JSON data kept under a key in the user's cache folder: losing it costs time, never work."""

from __future__ import annotations

import binascii
import contextlib
import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kit import __version__

PACKAGE = Path(__file__).parent.parent
READING_ROOMS = ("files", "sources", "protocols", "lesson", "lesson/rules")
"""The rooms whose code decides what a compiled form looks like."""

_NAME = re.compile(r"[0-9a-f]{8}\.json")

Key = str
"""What the kept data is about, and the version of the code that made it. There is one file for each."""

State = str
"""What the kept data was made from: if any of it changes, the data is made anew and takes the old one's place."""


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

    def get(self, key: Key, state: State = "") -> Any:
        """What was put under `key`; None where nothing was, it was made from another `state`, or it is damaged."""
        if self.folder is None:
            return None
        try:
            kept = json.loads(self._file(key).read_bytes())
            return kept["data"] if (kept["key"], kept["state"]) == (key, state) else None
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def put(self, key: Key, data: Any, state: State = "") -> None:
        """Keep `data`, made from `state`, under `key`: whole or not at all; a full disk is no reason to stop."""
        if self.folder is None:
            return
        content = json.dumps({"key": key, "state": state, "data": data}, ensure_ascii=False)
        file = self._file(key)
        half = file.with_name(f"{file.name}.{os.urandom(4).hex()}.part")
        # Unlike `write_whole`, this does not wait for the disk: what a power cut leaves is damaged, so it is not used.
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            half.write_text(content, encoding="utf-8", errors="surrogatepass")
            half.replace(file)
        except OSError:
            with contextlib.suppress(OSError):
                half.unlink()

    def usage(self) -> tuple[int, int]:
        """How many files there are, and their bytes."""
        sizes = [path.stat().st_size for path in self._files()]
        return len(sizes), sum(sizes)

    def clear(self) -> None:
        """Delete everything kept. Errors: OSError."""
        for path in self._files():
            path.unlink(missing_ok=True)

    def _files(self) -> list[Path]:
        return [] if self.folder is None else [path for path in self.folder.glob("*.json") if _NAME.match(path.name)]

    def _file(self, key: Key) -> Path:
        # A checksum is enough for the name, since the whole key stands inside; OpenSSL would cost every start 3 ms.
        assert self.folder is not None
        return self.folder / f"{binascii.crc32(key.encode()):08x}.json"


NOTHING_KEPT = Cache(None)


def key(*parts: object) -> Key:
    """What `parts` (JSON data or paths) and this version of Kit are called in the cache."""
    return json.dumps([__version__, _code(), *parts], default=str)


def state(*parts: object) -> State:
    """The state of things that `parts` (JSON data or paths) describe: their checksums or stamps."""
    return json.dumps(parts, default=str)


def checksum(path: Path) -> tuple[str, int, int]:
    """Name, size in bytes and CRC-32 of a file's content."""
    data = path.read_bytes()
    return path.name, len(data), binascii.crc32(data)


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

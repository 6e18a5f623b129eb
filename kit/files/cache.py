"""JSON data kept under its digest in the user's cache folder: losing it costs time, never work."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kit.files.writing import write_whole


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

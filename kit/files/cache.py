"""JSON data kept under its digest in the user's cache folder: losing it costs time, never work."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any


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
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
        except OSError:
            return
        temporary = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(data, file, ensure_ascii=False)
            temporary.replace(self.folder / f"{key}.json")
        except OSError:
            temporary.unlink(missing_ok=True)

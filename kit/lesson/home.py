"""The teacher's own folder: her lessons and articles, laid out like the ones that come with Kit."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Home:
    """A folder with `lessons/` and `seeds/` in it; either may be missing, and a bare folder of lessons will do."""

    folder: Path

    @property
    def lessons(self) -> Path:
        """Where her lesson folders lie."""
        inner = self.folder / "lessons"
        return self.folder if not inner.is_dir() and any(self.folder.glob("*/lesson.yaml")) else inner

    @property
    def seeds(self) -> Path:
        """Where her articles and their catalogue lie."""
        return self.folder / "seeds"


def own_home(chosen: Path | None = None, environment: Mapping[str, str] | None = None) -> Home:
    """`chosen`, else ``KIT_HOME``, else the folder “Kit” among her documents. It need not exist."""
    env = os.environ if environment is None else environment
    if chosen is not None:
        return Home(chosen)
    if env.get("KIT_HOME"):
        return Home(Path(env["KIT_HOME"]).expanduser())
    import platformdirs

    return Home(platformdirs.user_documents_path() / "Kit")

"""`kit` as a teacher's computer runs it: a process of its own, with a home, a state and a cache of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
OURS = ("LANGUAGE", "LC_ALL", "NO_COLOR")
"""What the computer of the test must not decide."""


class Kit:
    """Runs `kit` in `folder`, with `pasted` on its standard input."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.classes = folder / "state" / "sessions"
        self.lists = folder / "state" / "classes"
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in OURS},
            "KIT_CACHE": str(folder / "cache"),
            "KIT_HOME": str(self.home),
            "KIT_LANGUAGE": "en",
            "KIT_SETUP": "off",
            "KIT_STATE": str(folder / "state"),
            "PYTHONPATH": str(ROOT),
        }

    def __call__(
        self, *arguments: str | Path, pasted: str = "", language: str = "en", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "kit", *map(str, arguments)],
            input=pasted,
            capture_output=True,
            encoding="utf-8",
            cwd=self.folder,
            env={**self.environment, "KIT_LANGUAGE": language, **environment},
            check=False,
        )

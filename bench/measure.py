"""What every part of the bench measures with: figures, interleaved rounds, and a teacher's environment."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
LESSON = "many-hands"
SIZE = {"columns": 100, "rows": 28}
KIT = [sys.executable, "-c", "from kit.cli import main; main()"]
"""What the launcher `kit` runs."""


@dataclass(frozen=True)
class Figure:
    """One line of the table."""

    name: str
    measured: float
    unit: str
    limit: float
    against: str = ""

    @property
    def kept(self) -> bool:
        """Whether the budget is kept."""
        return self.measured <= self.limit

    def row(self) -> str:
        """As printed."""
        sign = "ok  " if self.kept else "OVER"
        return f"{sign}  {self.name:<44} {self.measured:8.2f} {self.unit:<4} (at most {self.limit:g})  {self.against}"


@dataclass(frozen=True)
class Missing:
    """A line of the table whose yardstick is not on this machine: it says so, and breaks no budget."""

    name: str
    yardstick: str
    kept = True

    def row(self) -> str:
        """As printed."""
        return f"–     {self.name:<44} not measured: {self.yardstick} is not on this machine"


def environment(folder: Path) -> dict[str, str]:
    """A teacher's environment with folders of its own; bytecode is used and kept."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return env | {
        "KIT_CACHE": str(folder / "cache"),
        "KIT_HOME": str(folder / "home"),
        "KIT_LANGUAGE": "en",
        "XDG_STATE_HOME": str(folder / "state"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "PYTHONPATH": str(ROOT),
    }


def first_words_on_the_wall(env: dict[str, str]) -> list[str]:
    """A piece of text each of the first two steps shows: the first three words of its instruction."""
    code = (
        "from pathlib import Path\n"
        "from kit.files import bundled\n"
        "from kit.lesson.home import own_home\n"
        "from kit.lesson.library import Library\n"
        "from kit.lesson.plan import plan\n"
        "from kit.lesson.scene import scene\n"
        f"lesson, _ = Library(own_home()).open(bundled.folder('lessons') / '{LESSON}')\n"
        "for step in plan(lesson, 50).steps[:2]:\n"
        "    print(' '.join(scene(lesson, step, 'en').instruction.split()[:3]))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], env=env, check=True, capture_output=True, text=True)
    return done.stdout.splitlines()


def seconds_of(command: list[str], env: dict[str, str]) -> float:
    """Wall time of one run. Errors: CalledProcessError where it fails."""
    start = time.perf_counter()
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    return time.perf_counter() - start


def rounds(count: int, *sides: Callable[[], float]) -> list[float]:
    """The medians of each side over `count` interleaved rounds, after one that does not count."""
    results: list[list[float]] = [[] for _ in sides]
    for number in range(count + 1):
        for side, values in zip(sides, results, strict=True):
            value = side()
            if number:
                values.append(value)
    return [statistics.median(values) for values in results]

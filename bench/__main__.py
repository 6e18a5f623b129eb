"""Kit against its yardsticks: ``python -m bench`` prints each figure, its ratio and the budget it must keep.

Everything is measured in interleaved rounds of one run, so that a noisy machine slows both sides alike. Bytecode is
compiled first, as an installation does. Exit code 1 where a budget is broken.
"""

from __future__ import annotations

import argparse
import compileall
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.class_sets import class_set_figures
from bench.comparing import comparing_figures
from bench.desk import desk_figures
from bench.drafting import drafting_figures
from bench.measure import KIT, LESSON, ROOT, SIZE, Figure, environment, first_words_on_the_wall, rounds, seconds_of
from bench.paper import paper_figures
from bench.sessions import session_figures
from bench.terminal import Terminal

BARE = [sys.executable, "-m", "bench.bare"]


def terminal_figures(env: dict[str, str], count: int) -> Iterator[Figure]:
    """First paint, key to paint, idle processor time and memory of the wall."""
    first, second = first_words_on_the_wall(env)
    present = [*KIT, "present", LESSON, "--minutes", "50"]

    def paint(command: list[str], text: str) -> float:
        terminal = Terminal(command, environment=env, **SIZE)
        try:
            return terminal.wait_for(text) - terminal.started
        finally:
            terminal.close()

    bare, wall = rounds(count, lambda: paint(BARE, "YARDSTICK"), lambda: paint(present, first))
    yield Figure(
        "present: first paint / bare Textual", wall / bare, "x", 1.3, f"{wall * 1e3:.0f} / {bare * 1e3:.0f} ms"
    )

    terminal = Terminal(present, environment=env, **SIZE)
    try:
        terminal.wait_for(first)
        terminal.drain(1.0)
        keys = []
        for _ in range(count * 3):
            pressed = terminal.press(b"\x1b[C")
            keys.append(terminal.wait_for(second) - pressed)
            terminal.drain(0.2)
            pressed = terminal.press(b"\x1b[D")
            keys.append(terminal.wait_for(first) - pressed)
            terminal.drain(0.2)
        yield Figure("present: key to paint, next and previous step", statistics.median(keys) * 1e3, "ms", 15)
        terminal.press(b"\x1b[15~")  # F5: the countdown runs
        terminal.drain(1.0)
        before = terminal.processor_seconds()
        terminal.drain(20.0)
        idle = (terminal.processor_seconds() - before) / 20.0 * 100
        yield Figure("present: processor while the countdown runs", idle, "%", 1.0)
        yield Figure("present: peak memory", terminal.peak_memory(), "MiB", 60)
    finally:
        terminal.close()


def command_figures(env: dict[str, str], count: int) -> Iterator[Figure]:
    """`check`, against importing what it needs: of a lesson nobody has changed, and right after a change."""
    libraries = [sys.executable, "-c", "import click, yaml, pydantic; from pydantic import TypeAdapter"]
    lesson = Path(env["KIT_HOME"]) / "lessons" / "copy"
    shutil.copytree(ROOT / "lessons" / LESSON, lesson)
    check = [*KIT, "check", "copy"]

    text = (lesson / "lesson.yaml").read_text(encoding="utf-8")
    before, sentence, after_it = text.partition("overview: |\n  ")
    assert sentence

    def changed() -> float:
        """A word more in one text, which makes its translations stale."""
        (lesson / "lesson.yaml").write_text(f"{before}{sentence}{time.perf_counter()} {after_it}", encoding="utf-8")
        return seconds_of(check, env)

    base, after, again = rounds(count, lambda: seconds_of(libraries, env), changed, lambda: seconds_of(check, env))
    told = f"{again * 1e3:.0f} / {base * 1e3:.0f} ms"
    yield Figure("check one unchanged lesson / importing its libraries", again / base, "x", 1.3, told)
    told = f"{after * 1e3:.0f} / {base * 1e3:.0f} ms"
    yield Figure("the same, the lesson changed since", after / base, "x", 1.3, told)
    shutil.rmtree(lesson)


def main() -> int:
    """Measure, print, and say by the exit code whether every budget is kept."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="interleaved rounds of each comparison (default 9)")
    parser.add_argument(
        "--only",
        choices=["terminal", "desk", "commands", "paper", "class-sets", "sessions", "compare", "draft"],
        help="one part of the table",
    )
    options = parser.parse_args()
    count = options.rounds
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(ROOT / "kit", quiet=1)
    compileall.compile_dir(ROOT / "bench", quiet=1)
    kept = True
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        env = environment(folder)
        parts = {
            "terminal": terminal_figures(env, count),
            "desk": desk_figures(env, count, folder),
            "commands": command_figures(env, count),
            "paper": paper_figures(env, count, folder),
            "class-sets": class_set_figures(env, count),
            "sessions": session_figures(env, count, folder),
            "compare": comparing_figures(env, count, folder),
            "draft": drafting_figures(env, count, folder),
        }
        for name, figures in parts.items():
            for figure in figures if options.only in (None, name) else ():
                print(figure.row(), flush=True)
                kept = kept and figure.kept
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())

"""What the desk costs beside the wall: its own keys, the way from a key there to the wall, and both at rest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.measure import KIT, LESSON, SIZE, Figure, first_words_on_the_wall
from bench.terminal import Terminal

RIGHT, LEFT, F5 = b"\x1b[C", b"\x1b[D", b"\x1b[15~"
REST = 20.0
"""Seconds both are watched for at rest."""


def desk_figures(env: dict[str, str], count: int, folder: Path) -> Iterator[Figure]:
    """Key to paint at the desk and, through the journal, on the wall; processor time while the countdown runs."""
    first, second = first_words_on_the_wall(env)
    place = env | {"KIT_STATE": str(folder / "two-screens")}
    wall = Terminal([*KIT, "present", LESSON, "--minutes", "50"], environment=place, **SIZE)
    try:
        wall.wait_for(first)
        wall.drain(1.0)
        desk = Terminal([*KIT, "desk"], environment=place, **SIZE)
        try:
            desk.wait_for("Step 1 of")
            desk.drain(1.0)
            ways, keys = [], []
            for number in range(count * 4):
                key, words, step = (LEFT, first, "Step 1 of") if number % 2 else (RIGHT, second, "Step 2 of")
                if number % 4 < 2:
                    ways.append(_way(desk, wall, key, words))
                else:
                    pressed = desk.press(key)
                    keys.append(desk.wait_for(step) - pressed)
                for one in (desk, wall):
                    one.drain(0.2)
            slowest = sorted(ways)[len(ways) * 95 // 100]
            yield Figure("desk: key to the wall's paint, the slowest of twenty", slowest * 1e3, "ms", 100)
            yield Figure("desk: key to paint, next and previous step", sorted(keys)[len(keys) // 2] * 1e3, "ms", 15)
            desk.press(F5)
            for one in (desk, wall):
                one.drain(1.0)
            before = [one.processor_seconds() for one in (desk, wall)]
            # Read in turns: what nobody reads would fill the terminal and stop the program.
            for _ in range(int(REST * 2)):
                for one in (desk, wall):
                    one.drain(0.25)
            for name, one, start in zip(("desk", "wall"), (desk, wall), before, strict=True):
                busy = (one.processor_seconds() - start) / REST * 100
                yield Figure(f"{name} beside the other: processor while the countdown runs", busy, "%", 1.0)
        finally:
            desk.close()
    finally:
        wall.close()


def _way(desk: Terminal, wall: Terminal, key: bytes, words: str) -> float:
    """Seconds from a key at the desk to `words` on the wall."""
    pressed = desk.press(key)
    return wall.wait_for(words) - pressed

"""What comparing articles costs: the five that come with Kit, and two hundred that share passages."""

from __future__ import annotations

import random
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

from bench.measure import KIT, ROOT, Figure, seconds_of

FIVE = ("fr-resignation", "fr-researchers-leave", "fr-questions", "it-resignation", "es-resignation")
MANY = 200
LENGTH = 8_000
"""Characters of each of the many."""


def comparing_figures(env: dict[str, str], count: int, folder: Path) -> Iterator[Figure]:
    """`kit compare` from a cold process, all sections."""
    five = [seconds_of([*KIT, "compare", *FIVE], env) for _ in range(count)]
    yield Figure("compare: five articles, cold", statistics.median(five), "s", 1.0)
    names = [str(path) for path in many(folder)]
    yield Figure(f"compare: {MANY} articles", seconds_of([*KIT, "compare", *names], env), "s", 30.0)


def many(folder: Path) -> Iterator[Path]:
    """Articles of words in no order, with eight sentences of the real ones in each; always the same."""
    chance = random.Random(2)
    whole = " ".join((ROOT / "seeds" / f"{name}.txt").read_text(encoding="utf-8") for name in FIVE)
    sentences = [sentence for sentence in re.split(r"(?<=[.?!])\s*", whole) if sentence]
    words = whole.split()
    for number in range(MANY):
        pieces: list[str] = []
        while sum(map(len, pieces)) < LENGTH:
            pieces.append(" ".join(chance.sample(words, 14)).capitalize() + ".")
        path = folder / f"article-{number}.txt"
        path.write_text(" ".join(pieces + chance.sample(sentences, 8)), encoding="utf-8")
        yield path

"""What a draft costs: an article of 10,000 characters from a cold process, and how the cost grows to a megabyte."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.measure import KIT, ROOT, Figure, seconds_of

ARTICLE = ROOT / "seeds" / "fr-resignation.txt"

IN_ONE_PROCESS = """
import sys, time
from pathlib import Path
from kit.draft.article import read_file
from kit.draft.listing import listed
listed(read_file(Path(sys.argv[1])))
begun = time.process_time()
listed(read_file(Path(sys.argv[2])))
print(time.process_time() - begun)
"""


def drafting_figures(env: dict[str, str], count: int, folder: Path) -> Iterator[Figure]:
    """`kit draft` from a cold process, then ten times the text against one."""
    cold = [seconds_of([*KIT, "draft", str(ARTICLE)], env) for _ in range(count)]
    yield Figure("draft: an article of 10,000 characters, cold", statistics.median(cold), "s", 1.0)
    articles = [(ROOT / "seeds" / f"{name}.txt").read_text("utf-8") for name in ("fr-questions", "fr-resignation")]
    for what, unit in (
        ("a megabyte", "\n\n".join([*articles, ""])),
        ("a megabyte in quotation marks that nobody closes", "“Who? "),
        ("a megabyte of questions on lines of their own", "Why?\n"),
    ):
        tenth, whole = (_processor_seconds(folder, env, unit, characters) for characters in (100_000, 1_000_000))
        told = f"{tenth:.2f} / {whole:.2f} s"
        yield Figure(f"draft: {what} / a tenth of it (10 is linear)", whole / tenth, "x", 14.0, told)


def _processor_seconds(folder: Path, env: dict[str, str], unit: str, characters: int) -> float:
    """Of one process that has read the article itself before, so that nothing is loaded on the way."""
    import subprocess

    path = folder / f"article-{characters}.txt"
    path.write_text((unit * (characters // len(unit) + 1))[:characters], encoding="utf-8")
    command = [sys.executable, "-c", IN_ONE_PROCESS, str(ARTICLE), str(path)]
    return min(float(subprocess.run(command, env=env, capture_output=True, check=True).stdout) for _ in range(3))

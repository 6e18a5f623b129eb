"""The seed articles and 118 quotations from them whose places are known, as the other tests use them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from kit.files.bundled import folder
from kit.sources.model import Article, Source

SEEDS = folder("seeds")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that stand in `source` once, from `start` to `end` (exclusive), beginning in `line`."""

    source: str
    start: int
    end: int
    line: int
    text: str

    @property
    def article(self) -> str:
        return ARTICLES[self.source]


def read(name: str) -> str:
    """An article, decoded and otherwise untouched."""
    return (SEEDS / f"{name}.txt").read_bytes().decode("utf-8")


ARTICLES = {path.stem: read(path.stem) for path in sorted(SEEDS.glob("*.txt"))}
QUOTATIONS = [
    Quotation(**data) for data in json.loads((Path(__file__).parent / "quotations.json").read_text(encoding="utf-8"))
]


def article(text: str, name: str = "article") -> Article:
    """A text as an article of the catalogue."""
    return Article(Source(id=name, language="en", kind="news", title=name), text, Path(f"{name}.txt"))


def seed(name: str) -> Article:
    """One of the seed articles."""
    return article(ARTICLES[name], name)

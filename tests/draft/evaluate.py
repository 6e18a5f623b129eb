"""How well questions are found and judged: `python -m tests.draft.evaluate` prints precision and recall.

`python -m tests.draft.evaluate FOLDER` reads another folder with articles/ and labels.yaml.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from kit.draft.article import read_file
from kit.draft.questions import FOR_CLASS, questions

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Pair:
    """A question as it is labelled and as it was found; one of the two may be missing."""

    article: str
    language: str
    held_out: bool
    labelled: tuple[str, str] | None
    found: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Score:
    """How many were found, of how many there are."""

    hits: int
    found: int
    there: int

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.hits / self.there if self.there else 1.0


def pairs(folder: Path = HERE) -> list[Pair]:
    """Every labelled and every found question, matched by its words."""
    labels = yaml.safe_load((folder / "labels.yaml").read_text(encoding="utf-8"))
    return [pair for name, entry in labels.items() for pair in _pairs(folder / "articles" / name, entry)]


def _pairs(path: Path, entry: dict[str, object]) -> Iterator[Pair]:
    article = read_file(path)
    found = [(question.kind, _flat(question.text)) for question in questions(article)]
    said = entry["questions"]
    assert isinstance(said, list)
    labelled = [(kind, _flat(text)) for item in said for kind, text in item.items()]
    language, held_out = str(entry["language"]), bool(entry.get("held_out"))
    for label in labelled:
        match = next((one for one in found if one[1].endswith(label[1]) or label[1].endswith(one[1])), None)
        if match is not None:
            found.remove(match)
        yield Pair(path.name, language, held_out, label, match)
    for rest in found:
        yield Pair(path.name, language, held_out, None, rest)


def _flat(text: str) -> str:
    return " ".join(text.split())


def score(among: list[Pair], kinds: frozenset[str]) -> Score:
    """Precision and recall of `kinds`, taken together."""
    found = [pair for pair in among if pair.found is not None and pair.found[0] in kinds]
    there = [pair for pair in among if pair.labelled is not None and pair.labelled[0] in kinds]
    hits = [pair for pair in found if pair.labelled is not None and pair.labelled[0] in kinds]
    return Score(len(hits), len(found), len(there))


def clean(among: list[Pair]) -> Score:
    """Questions whose words are exactly those of the label."""
    both = [pair for pair in among if pair.labelled and pair.found]
    exact = [pair for pair in both if pair.labelled and pair.found and pair.labelled[1] == pair.found[1]]
    return Score(len(exact), len([p for p in among if p.found]), len([p for p in among if p.labelled]))


def table(among: list[Pair]) -> list[str]:
    """The scores as lines of a table."""
    every = Counter(pair.labelled[0] for pair in among if pair.labelled)
    rows: list[tuple[str, Score]] = [("for the class", score(among, frozenset(FOR_CLASS)))]
    rows += [(kind, score(among, frozenset([kind]))) for kind in sorted(every)]
    rows += [
        (f"for the class, {language}", score([p for p in among if p.language == language], frozenset(FOR_CLASS)))
        for language in ("en", "fr", "es", "it")
    ]
    rows.append(("clean borders", clean(among)))
    return [f"| {name} | {one.precision:.2f} | {one.recall:.2f} | {one.there} |" for name, one in rows]


def main(arguments: list[str]) -> int:
    found = pairs(Path(arguments[0]) if arguments else HERE)
    for title, among in (
        ("All articles", found),
        ("Held out", [pair for pair in found if pair.held_out]),
    ):
        if among:
            sys.stdout.write(f"{title}: {len({pair.article for pair in among})} articles\n\n")
            sys.stdout.write("| questions | precision | recall | labelled |\n|---|---|---|---|\n")
            sys.stdout.write("\n".join(table(among)) + "\n\n")
    if "--wrong" in sys.argv:
        for pair in found:
            if not pair.held_out and (not pair.labelled or not pair.found or pair.labelled[0] != pair.found[0]):
                sys.stdout.write(f"{pair.article} {pair.labelled} {pair.found}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main([argument for argument in sys.argv[1:] if not argument.startswith("--")]))

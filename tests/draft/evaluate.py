"""How well questions are found and judged: `python -m tests.draft.evaluate` prints precision and recall of all sets.

`python -m tests.draft.evaluate FOLDER` reads another folder with articles/ and labels.yaml; `--wrong` lists what is
not as it is labelled. Where a label names several kinds (`prompt/quoted`), each of them is right.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from kit.draft.article import read_file
from kit.draft.questions import FOR_CLASS, questions

HERE = Path(__file__).parent
SECOND = HERE / "second"
THIRD = HERE / "third"
FOURTH = HERE / "fourth"
OTHERS = {"Second": SECOND, "Third": THIRD, "Fourth": FOURTH}
"""Articles by people who did not know the rules, scored before the rules were mended."""


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
    for kinds, text in labelled:
        match = next((one for one in found if one[1] == text), None) or next(
            (one for one in found if one[1].endswith(text) or text.endswith(one[1])), None
        )
        if match is not None:
            found.remove(match)
        fair = kinds.split("/")
        label = (match[0] if match is not None and match[0] in fair else fair[0], text)
        yield Pair(path.name, language, held_out, label, match)
    for rest in found:
        yield Pair(path.name, language, held_out, None, rest)


def _flat(text: str) -> str:
    """One blank for each run of them; a word that was broken at the end of a line is whole."""
    return re.sub(r"(?<=[a-zà-ÿ])- (?=[a-zà-ÿ])", "", " ".join(text.split()))


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
    if arguments:
        return _print([("All articles", pairs(Path(arguments[0])))])
    first = pairs()
    held_out = [pair for pair in first if pair.held_out]
    sets = [("First set", first), ("Of these held out", held_out)]
    sets += [(f"{name} set", pairs(folder)) for name, folder in OTHERS.items()]
    return _print(sets)


def _print(sets: list[tuple[str, list[Pair]]]) -> int:
    for title, among in sets:
        sys.stdout.write(f"{title}: {len({pair.article for pair in among})} articles\n\n")
        sys.stdout.write("| questions | precision | recall | labelled |\n|---|---|---|---|\n")
        sys.stdout.write("\n".join(table(among)) + "\n\n")
    if "--wrong" in sys.argv:
        for pair in dict.fromkeys(pair for _, among in sets for pair in among):
            if not pair.labelled or not pair.found or pair.labelled != pair.found:
                sys.stdout.write(f"{pair.article} {pair.labelled} {pair.found}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main([argument for argument in sys.argv[1:] if not argument.startswith("--")]))

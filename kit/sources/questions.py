"""The questions the articles ask, in their own words: where each stands, of what kind it is, what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kit.files.editions import read_editions
from kit.files.problems import Problem, Severity
from kit.files.validate import did_you_mean
from kit.sources.catalogue import Catalogue
from kit.sources.model import Span
from kit.sources.prove import NearMiss, prove
from kit.words import N_, Message

FILE = "questions.yaml"

QuestionKind = Literal["prompt", "open", "rhetorical", "heading"]
"""Put to the reader; closing the article and left open; rhetorical, inside the text; a headline or heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """A question an article asks."""

    __pydantic_config__ = {"extra": "forbid"}

    source: str
    kind: QuestionKind
    text: str
    theme: str = ""
    """What it is about; nothing where it is only “what do you think?”."""
    follows: str = ""
    """The question it leans on, where it has no content of its own (“To what extent?”)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsFile:
    """The fields of `questions.yaml`."""

    __pydantic_config__ = {"extra": "forbid"}

    language: str
    questions: Mapping[str, AskedQuestion]


@dataclass(frozen=True, slots=True)
class PlacedQuestion:
    """A question with the place it was proved at."""

    id: str
    asked: AskedQuestion
    span: Span


def read_questions(folder: Path, catalogue: Catalogue) -> tuple[list[PlacedQuestion], list[Problem]]:
    """The questions of `questions.yaml` in `folder`, article by article in reading order; none where it has no file."""
    if not (folder / FILE).is_file():
        return [], []
    editions = read_editions(QuestionsFile, folder / FILE, {})
    problems = list(editions.problems)
    placed: list[PlacedQuestion] = []
    for name, asked in editions.first.questions.items() if editions.first else ():
        article = catalogue.articles.get(asked.source)
        if article is None:
            place = editions.place(("questions", name, "source"))
            what = Message.of(N_("There is no article “{name}” in the catalogue."), name=asked.source)
            near = did_you_mean(asked.source, catalogue.articles)
            problems.append(Problem("unknown-source", Severity.ERROR, place, what, near))
            continue
        proof = prove(article, asked.text)
        if isinstance(proof, NearMiss):
            place = editions.place(("questions", name, "text"))
            problems.append(Problem("not-verbatim", Severity.ERROR, place, proof.sentences()[0]))
        else:
            placed.append(PlacedQuestion(name, asked, proof.spans[0]))
    order = {source: index for index, source in enumerate(catalogue.sources)}
    return sorted(placed, key=lambda question: (order[question.asked.source], question.span.start)), problems

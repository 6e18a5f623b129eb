"""What is printed of an article's questions and of a draft: for a teacher and for a program."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kit.draft.article import Article
from kit.draft.excerpts import Passage, Passages
from kit.draft.propose import OPENING, Draft
from kit.draft.questions import Kind, Question, questions
from kit.draft.sentences import sentences
from kit.words import N_, Words, say
from kit.words.plain import printable

KIND: dict[Kind, str] = {
    "prompt": N_("asked of the reader"),
    "open": N_("closes the article, left open"),
    "rhetorical": N_("rhetorical"),
    "heading": N_("heading"),
    "interview": N_("asked in an interview"),
    "quoted": N_("quoted"),
    "boilerplate": N_("not of the article"),
}
"""How an article asks."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A question with its passages."""

    question: Question
    passages: tuple[Passage, ...]


def listed(article: Article) -> list[Listed]:
    """Every question of `article` with the passages that go with it."""
    found = sentences(article)
    asked = questions(article, found)
    passages = Passages(article, found, asked)
    texts = {question.start: question for question in asked}
    return [Listed(one, tuple(passages.best(texts.get(one.follows or -1, one)))) for one in asked]


def as_json(article: Article, found: Sequence[Listed]) -> str:
    """The list `kit draft --questions --format json` promises; `start` and `end` count in the decoded file."""
    plain = []
    for one in found:
        start, end = article.in_file(one.question.start, one.question.end)
        follows = one.question.follows
        plain.append(
            {
                "text": one.question.text,
                "start": start,
                "end": end,
                "kind": one.question.kind,
                "follows": None if follows is None else article.in_file(follows, follows + 1)[0],
                "reasons": [reason.text.format(**reason.values) for reason in one.question.reasons],
                "excerpts": [_place(article, passage) for passage in one.passages],
            }
        )
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _place(article: Article, passage: Passage) -> dict[str, Any]:
    start, end = article.in_file(passage.start, passage.end)
    return {"text": passage.text, "start": start, "end": end}


def as_text(article: Article, found: Sequence[Listed], tr: Words) -> str:
    """Every question with its kind and why, those for the class marked by an arrow."""
    if not found:
        return tr("The article asks no questions.") + "\n"
    lines = []
    for one in found:
        mark = ">" if one.question.is_for_class else " "
        leaning = "  " if one.question.follows is not None else ""
        lines.append(f"{mark} {leaning}{_flat(one.question.text)}")
        reasons = ", ".join(say(tr, reason) for reason in one.question.reasons)
        lines.append(f"    {leaning}{tr(KIND[one.question.kind])}: {reasons}")
    count = sum(one.question.is_for_class for one in found)
    last = tr.plural("{count} question for the class", "{count} questions for the class", count)
    del article
    return "\n".join(lines) + f"\n\n{last}\n"


def draft_as_text(draft: Draft, tr: Words) -> str:
    """What would be written: title, questions with their passages, protocol, facts."""
    minutes = tr.plural("{count} minute", "{count} minutes", draft.minutes)
    lines = [f"{_flat(draft.title)} ({draft.article.language}, {minutes})", ""]
    for item in draft.accepted:
        lines.append(f"> {_flat(item.asks)}")
        lines += [f"    + {_flat(other.asks)}" for other in draft.leaning_on(item)]
        lines += [f"    | {_flat(item.passages[number].text)}" for number in item.chosen]
    dropped = sum(not item.accepted for item in draft.items)
    if dropped:
        lines.append(
            tr.plural(
                "{count} question left out: --questions says why",
                "{count} questions left out: --questions says why",
                dropped,
            )
        )
    lines += ["", tr("Opening: {protocol}", protocol=OPENING)]
    for choice in draft.choices[:3]:
        why = ", ".join(say(tr, reason) for reason in choice.reasons)
        mark = ">" if choice.id == draft.protocol else " "
        lines.append(f"{mark} {choice.id}: {why}")
    figures = list(dict.fromkeys(_flat(fact.text) for fact in draft.facts if fact.kind != "name"))[:8]
    names = [_flat(fact.text) for fact in draft.facts if fact.kind == "name"][:8]
    lines += ["", *(", ".join(found) for found in (names, figures) if found), ""]
    return "\n".join(lines) + "\n"


def draft_as_json(draft: Draft) -> str:
    """The draft for a program: what would be written."""
    plain = {
        "title": draft.title,
        "language": draft.article.language,
        "minutes": draft.minutes,
        "protocol": draft.protocol,
        "questions": [
            {
                "asks": item.asks,
                "kind": item.kind,
                "follow_ups": [other.asks for other in draft.leaning_on(item)],
                "excerpts": [_place(draft.article, item.passages[number]) for number in item.chosen],
            }
            for item in draft.accepted
        ],
        "facts": [
            {"kind": fact.kind, "text": fact.text, "start": start, "end": end, "by": fact.by}
            for fact in draft.facts
            for start, end in [draft.article.in_file(fact.start, fact.end)]
        ],
    }
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _flat(text: str) -> str:
    return printable(" ".join(text.split()))

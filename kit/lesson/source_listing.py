"""The articles and the questions they ask, as a list on a plain terminal or as JSON.

The JSON form of the questions is a list of objects: `id`, `source`, `line`, `column`, `start`, `end` (offsets into the
decoded file, end exclusive), `kind`, `theme`, `follows`, `text`, `lessons`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from kit.sources.catalogue import Catalogue
from kit.sources.questions import PlacedQuestion
from kit.words import Words
from kit.words.plain import padded, printable
from kit.words.terms import ASKED, LANGUAGE, SOURCE_KIND, THEME


def articles_as_text(catalogue: Catalogue, tr: Words) -> str:
    """Each article: id, title, then what is known of it in the interface language."""
    blocks = []
    for name in catalogue.sources:
        head = catalogue.source(name, tr.language)
        rows = [
            (tr("Language"), tr(LANGUAGE[head.language]) if head.language in LANGUAGE else head.language),
            (tr("Kind of text"), tr(SOURCE_KIND[head.kind])),
            (tr("Who"), head.author),
            (tr("When"), head.date),
            (tr("Its own sources"), head.upstream),
            (tr("What we do not know"), head.unknown),
        ]
        told = [(label, printable(value)) for label, value in rows if value]
        width = max(len(label) for label, _ in told)
        lines = [f"{name}  {printable(head.title)}", *(f"    {padded(label, width)}  {value}" for label, value in told)]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def questions_as_text(questions: Sequence[PlacedQuestion], lessons: Mapping[str, Sequence[str]], tr: Words) -> str:
    """Each question with its place, its kind, its theme and the lessons that have adapted it, article by article."""
    lines: list[str] = []
    source = ""
    for question in questions:
        asked = question.asked
        if asked.source != source:
            source = asked.source
            lines += ([""] if lines else []) + [source]
        about = [tr(ASKED[asked.kind])]
        if asked.theme in THEME:
            about.append(tr(THEME[asked.theme]))
        if asked.follows:
            about.append(tr("follows {question}", question=asked.follows))
        place = tr("line {line}, column {column}", line=question.span.line, column=question.span.column)
        used = ", ".join(lessons.get(question.id, ())) or tr("in no lesson")
        lines.append(f"  {question.id}  {printable(question.span.text)}")
        lines.append(f"       {place} · {' · '.join(about)} · {used}")
    return "\n".join(lines) + "\n"


def questions_as_json(questions: Sequence[PlacedQuestion], lessons: Mapping[str, Sequence[str]]) -> str:
    """Every question with its offsets."""
    rows = [
        {
            "id": question.id,
            "source": question.asked.source,
            "line": question.span.line,
            "column": question.span.column,
            "start": question.span.start,
            "end": question.span.end,
            "kind": question.asked.kind,
            "theme": question.asked.theme,
            "follows": question.asked.follows,
            "text": question.span.text,
            "lessons": list(lessons.get(question.id, ())),
        }
        for question in questions
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"

"""The question linter on any text: what each question fails, and what to try instead."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from kit.draft.languages import of_words
from kit.lesson.quality import Finding, findings
from kit.words import LANGUAGES, N_, Words, say
from kit.words.plain import printable
from kit.words.terms import LANGUAGE


@dataclass(frozen=True, slots=True)
class Looked:
    """A question with what it fails; nothing where it passes all tests."""

    question: str
    language: str
    findings: tuple[Finding, ...]


def look(question: str, language: str | None = None, *, lines: bool | None = None) -> Looked:
    """What `question` fails in `language`, guessed where it is not given.

    `lines` says whether it points to lines of a text; by itself a question does where it names a line.
    """
    text = " ".join(question.split())
    spoken = language or of_words(text)
    if spoken not in LANGUAGES:
        spoken = "en"
    return Looked(text, spoken, tuple(findings(text, spoken, lines=lines)))


def as_text(looked: Sequence[Looked], tr: Words) -> str:
    """For a teacher: each question, and below it what it fails and what to try."""
    blocks = []
    for one in looked:
        lines = [f"{printable(one.question)}  ({tr(LANGUAGE[one.language])})"]
        for finding in one.findings:
            lines += [f"  {tr(FAULT[finding.fault])}: {say(tr, finding.why)}", f"    {say(tr, finding.instead)}"]
        if not one.findings:
            lines.append(f"  {tr('Nothing to object to.')}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


FAULT = {
    "closed": N_("Closed"),
    "double": N_("Two questions in one"),
    "presupposes": N_("Presupposing"),
    "false-alternative": N_("False alternative"),
    "too-long": N_("Too long to say"),
    "no-line": N_("No line of a text needed"),
}
"""The tests by name."""


def as_json(looked: Sequence[Looked], tr: Words) -> str:
    """For a program: `question`, `language`, `findings` with `fault`, `why`, `instead`."""
    plain = [
        {
            "question": one.question,
            "language": one.language,
            "findings": [
                {"fault": finding.fault, "why": say(tr, finding.why), "instead": say(tr, finding.instead)}
                for finding in one.findings
            ],
        }
        for one in looked
    ]
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"

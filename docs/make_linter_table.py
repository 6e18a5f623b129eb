"""Writes docs/question-linter.md: what `kit ask` says of every question the five articles ask (for developers).

``python docs/make_linter_table.py`` writes the page; a test holds that it is up to date.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from kit.draft.linter import FAULT, look  # noqa: E402
from kit.sources.catalogue import read_catalogue  # noqa: E402
from kit.sources.questions import read_questions  # noqa: E402

PAGE = ROOT / "docs" / "question-linter.md"

HEAD = """\
# The question linter

    kit ask "Was it a mistake, or a strategy?"
    kit ask --lang fr < questions.txt        one question a line
    kit ask --format json "Why is it so bad?"

It looks at a question's words alone, in English, French, Spanish and Italian, and says what it fails and what to try
instead. It ends with 1 where a question fails a test (with `--format json` always with 0), and never calls anything an
error: a good question may fail one test, and a dull one may pass them all.

| test | what it sees | what to try |
|---|---|---|
| Closed | yes or no answers it, and it is not about what ought to be | ask how far, how, for whom; or vote on it |
| Two questions in one | two marks, or a second demand joined by “and” | ask the first, keep the second as a follow-up |
| Presupposing | asks why or how something is good, bad, important | ask first whether it is so |
| False alternative | offers two answers as if there were no third | let pupils stand on a line between the two |
| Too long to say | more than 25 words | say first what it is about, then ask |
| No line of a text needed | only inside a lesson, where `needs` names no line | name the lines |

`kit check --strict` runs the same tests on a lesson's questions, and `kit draft` on those of an article.

## What it says of the five articles

Every question the articles ask, in their order. Follow-ups lean on the question above them.

| question | fails |
|---|---|
"""


def page() -> str:
    """The whole page."""
    catalogue, _ = read_catalogue(ROOT / "seeds")
    placed, _ = read_questions(ROOT / "seeds", catalogue)
    rows = []
    for one in placed:
        looked = look(one.span.shown, catalogue.articles[one.asked.source].source.language)
        fails = ", ".join(FAULT[finding.fault].lower() for finding in looked.findings) or "–"
        rows.append(f"| {one.span.shown.replace('|', '/')} | {fails} |")
    return HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

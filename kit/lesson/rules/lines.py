"""Every line is there for somebody: used by a question, a side or a step; and every side has some."""

from __future__ import annotations

from collections.abc import Iterator

from kit.files.problems import Problem
from kit.lesson.lines import resolve, rows
from kit.lesson.model import Excerpt, Line
from kit.lesson.read import Reading
from kit.lesson.rules.common import error, key_place, needed_lines, row_place, warning
from kit.words import N_, Message


def unused_lines(reading: Reading) -> Iterator[Problem]:
    """Lines that are read and never spoken about, told once for each run of them."""
    edition, document = reading.editions.first, reading.editions.document
    if edition is None or document is None or reading.editions.salvaged:
        return
    used = {line.number for line in resolve([r for _, r in needed_lines(edition)], reading.lines)}
    for excerpt_id, excerpt in edition.excerpts.items():
        unused = [line for line in reading.lines if line.excerpt == excerpt_id and line.number not in used]
        for run in _runs(unused):
            first, last = run[0].row, run[-1].row
            rows_named = str(first) if first == last else f"{first}-{last}"
            reference = f"{excerpt_id} {rows_named}"
            yield warning(
                "unused-lines",
                row_place(document, ("excerpts", excerpt_id, "original"), excerpt.original, _typed(excerpt, first)),
                Message.of(N_("No question, side or step uses these lines ({reference})."), reference=reference),
                Message.of(N_("Name them in the “needs:” of a question, or leave them out.")),
            )


def sides_without_lines(reading: Reading) -> Iterator[Problem]:
    """A side that has nothing to stand on."""
    edition = reading.editions.first
    for step in edition.steps if edition is not None else ():
        for side, references in step.sides.items():
            if not references:
                yield error(
                    "side-without-lines",
                    key_place(reading, ("steps", step.id, "sides", side)),
                    Message.of(N_("The side “{side}” has no line to argue from."), side=side),
                    Message.of(N_("Name at least one excerpt or line in its brackets.")),
                )


def _runs(lines: list[Line]) -> Iterator[list[Line]]:
    run: list[Line] = []
    for line in lines:
        if run and line.number != run[-1].number + 1:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _typed(excerpt: Excerpt, row: int) -> int:
    """The position among the typed rows, gaps included, of sense row `row` (from 1)."""
    positions = [index for index, text in enumerate(rows(excerpt.original)) if text is not None]
    return positions[row - 1]

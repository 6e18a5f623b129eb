"""What a lesson must keep to. Every rule always runs; a new one is a function and a line in `RULES`, and a page.

A rule takes the `Reading` of a lesson folder and yields problems. It must stand a lesson that has other errors:
`reading.editions.first` is then what could be saved of it, or None. Its page is docs/rules/NAME.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kit.files.problems import Problem
from kit.lesson.read import Reading
from kit.lesson.rules import (
    complete,
    endings,
    guessed,
    ids,
    languages,
    lines,
    minutes,
    numbers,
    protocols,
    references,
    sizes,
    translations,
    typed,
    wording,
)

Rule = Callable[[Reading], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    guessed.guessed,
    typed.ambiguous_values,
    typed.lost_texts,
    ids.bad_ids,
    ids.repeated_steps,
    references.unknown_references,
    references.unknown_questions,
    references.unknown_steps,
    lines.unused_lines,
    lines.sides_without_lines,
    protocols.protocol_needs,
    protocols.wrappers,
    minutes.minutes_in_order,
    minutes.minutes_that_fit,
    numbers.out_of_range,
    sizes.texts_too_long,
    endings.empty_sections,
    endings.exit_ticket,
    languages.known_language,
    languages.translation_of_itself,
    translations.rows_of_translations,
    translations.missing_translations,
    translations.stale_translations,
)

STRICT: tuple[Rule, ...] = (
    complete.missing_fields,
    complete.balanced_sides,
    wording.question_quality,
    wording.long_sentences,
    wording.hard_to_read,
)
"""Rules for the lessons that come with Kit, and for whoever wants hers to be as complete."""


def check(reading: Reading, *, strict: bool = False) -> list[Problem]:
    """Everything the rules say about a lesson, in no particular order."""
    return [problem for rule in (*RULES, *(STRICT if strict else ())) for problem in rule(reading)]

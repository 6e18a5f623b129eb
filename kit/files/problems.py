"""What can be wrong with a file: a place, a rule's name, and sentences a teacher can act on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kit.words import Message


class Severity(StrEnum):
    """An error keeps a lesson from being used; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file: `line` and `column` count from 1, in characters; `text` is that line as it stands there."""

    file: Path
    line: int = 1
    column: int = 1
    text: str = ""
    width: int = 1
    """How many characters the caret underlines."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: which rule says so, where, what, and what to write instead."""

    rule: str
    severity: Severity
    place: Place
    what: Message
    instead: Message | None = None

    @property
    def is_error(self) -> bool:
        """Whether the file cannot be used as it is."""
        return self.severity is Severity.ERROR


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Only the problems that keep a file from being used."""
    return [problem for problem in problems if problem.is_error]


def in_reading_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems file by file, from the top of each to its end; each said once."""
    unique = {(p.rule, p.place, p.what.text, repr(p.what.values)): p for p in problems}
    return sorted(unique.values(), key=lambda p: (str(p.place.file), p.place.line, p.place.column, p.rule))

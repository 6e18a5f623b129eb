"""What several commands share: their options, and how they open the library, speak and refuse."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from kit.usage import option
from kit.words import N_, Words

if TYPE_CHECKING:
    from kit.files.problems import Problem
    from kit.lesson.library import Library
    from kit.lesson.model import Lesson

BAD_CONTENT = 1

LESSONS = option(
    "--lessons",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help=N_("The folder of your own lessons; without it, KIT_HOME or “Kit” among your documents."),
)
MINUTES = option(
    "--minutes",
    metavar="MINUTES",
    type=click.IntRange(1, 240),
    help=N_("The length of the period; without it, the lesson's own."),
)
LESSON_LANGUAGE = option(
    "--lang",
    "language",
    metavar="LANGUAGE",
    help=N_("The language of the lesson; without it, Kit's own if the lesson has it."),
)


def library_of(lessons: Path | None) -> Library:
    """The library with the teacher's own folder, `lessons` where it was named."""
    from kit.lesson.home import own_home
    from kit.lesson.library import Library

    return Library(own_home(lessons))


def find(tr: Words, library: Library, lesson: str) -> Path:
    """The folder of a lesson by its name or path; ends in a usage error where there is none."""
    folder = library.find(lesson)
    if folder is None:
        raise click.UsageError(no_lesson(tr, lesson))
    return folder


def open_lesson(tr: Words, library: Library, lesson: str) -> Lesson:
    """The lesson by its name or path, read; ends in its errors where it cannot be taught."""
    opened, problems = library.open(find(tr, library, lesson))
    if opened is None:
        refuse(sentences(tr, problems))
    return opened


def every_lesson(library: Library) -> list[Lesson]:
    """Every lesson of the library that can be taught."""
    opened = (library.open(folder)[0] for folder, _ in library.folders().values())
    return [lesson for lesson in opened if lesson is not None]


def sentences(tr: Words, problems: Sequence[Problem]) -> str:
    """The errors among `problems`, as a teacher reads them."""
    from kit.files import report
    from kit.files.problems import errors

    return report.as_text(errors(problems), tr, colours()).rstrip()


def lesson_language(tr: Words, lesson: Lesson, wanted: str | None) -> str | None:
    """The language asked for, else the interface's if the lesson has it, else None: its first."""
    if wanted is None:
        return tr.language if tr.language in lesson.languages else None
    if wanted not in lesson.languages:
        known = ", ".join(lesson.languages)
        raise click.UsageError(tr("The lesson has these languages: {languages}.", languages=known))
    return wanted


def no_lesson(tr: Words, name: str) -> str:
    """What is said of a name no lesson has."""
    return tr("There is no lesson “{name}”. “kit list” names them all.", name=name)


def not_written(tr: Words, error: OSError) -> str:
    """What is said of a file that cannot be written."""
    return tr("{path} cannot be written: {reason}.", path=error.filename, reason=error.strerror)


def say(text: str) -> None:
    """Print `text` as it is on stdout."""
    click.echo(text, nl=False, color=True if colours() else None)


def refuse(sentence: str) -> NoReturn:
    """Print `sentence` on stderr and end with exit code 1."""
    click.echo(sentence, err=True)
    sys.exit(BAD_CONTENT)


def colours() -> bool:
    """Whether stdout is a terminal whose user wants colours."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")

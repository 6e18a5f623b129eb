"""The commands of Kit: each one parses, calls and prints, and knows nothing else.

Exit codes: 0 done, 1 something is wrong with a lesson or went wrong, 2 the command was not understood.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from kit import __version__
from kit.paper.kinds import KINDS, PAGES, Page
from kit.usage import Group, interface_option, option, speak, version_option, words_of
from kit.words import LANGUAGES, N_, Words, interface_language

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


@click.group(cls=Group, invoke_without_command=True, help=N_("Discussion lessons from articles: plan, print, present."))
@interface_option
@version_option(__version__)
@click.pass_context
def kit(context: click.Context) -> None:
    """Open the library; without a terminal, list the lessons."""
    if context.invoked_subcommand is not None:
        return
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        context.invoke(list_)
        return
    from kit.screen import run

    context.exit(run.library(interface=words_of(context).language, library=_library(None)))


@kit.command("list", help=N_("List the lessons: yours and those that come with Kit."))
@LESSONS
@option("--format", "form", type=click.Choice(["text", "json"]), default="text", help=N_("For people or for programs."))
@option("--protocols", is_flag=True, help=N_("List the protocols instead: ways of discussing, by name."))
@option("--counts", is_flag=True, help=N_("Count what the lessons hold instead: questions, lines, words."))
@click.pass_context
def list_(
    context: click.Context,
    lessons: Path | None = None,
    form: str = "text",
    protocols: bool = False,
    counts: bool = False,
) -> None:
    """Headers only: no lesson is read, unless they are counted."""
    from kit.lesson import listing
    from kit.protocols.titles import titles

    library = _library(lessons)
    tr, known = words_of(context), titles(library.cache)
    if counts:
        from kit.lesson.uses import counts as count

        _say(listing.counts_as_text([count(lesson) for lesson in _every_lesson(library)], len(known), tr))
    elif protocols:
        _say(listing.protocols_as_json(known) if form == "json" else listing.protocols_as_text(known, tr))
    elif form == "json":
        _say(listing.as_json(library.entries()))
    else:
        _say(listing.as_text(library.entries(), known, tr))


@kit.command("check", help=N_("Check lessons: by name, folder or file; without one, the whole library."))
@click.argument("paths", nargs=-1, metavar="[LESSON]...")
@LESSONS
@option("--strict", is_flag=True, help=N_("Ask for everything a complete lesson has, and let no warning pass."))
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help=N_("For people, for programs, or for GitHub's pull requests."),
)
@click.pass_context
def check(context: click.Context, paths: tuple[str, ...], lessons: Path | None, strict: bool, form: str) -> None:
    """Every problem of every file in one run."""
    from kit.files import report
    from kit.files.problems import errors, in_reading_order
    from kit.lesson.targets import NothingThereError, targets

    tr, library = words_of(context), _library(lessons)
    try:
        folders = targets(library, paths)
    except NothingThereError as error:
        raise click.UsageError(_no_lesson(tr, str(error))) from None
    _, problems = library.catalogue()
    for folder in folders:
        problems += library.problems(folder, strict=strict)
    problems = in_reading_order(problems)
    _say(report.FORMATS[form](problems, tr) if form != "text" else report.as_text(problems, tr, _colours()))
    context.exit(BAD_CONTENT if errors(problems) or (strict and problems) else 0)


@kit.command("new", help=N_("Write a small lesson of your own to begin with."))
@click.argument("name")
@option("--language", type=click.Choice(LANGUAGES), help=N_("The language it is written in; without it, Kit's own."))
@LESSONS
@click.pass_context
def new(context: click.Context, name: str, language: str | None, lessons: Path | None) -> None:
    """A lesson that passes `kit check` as it stands."""
    from kit.lesson.new import NotANameError
    from kit.lesson.new import new as write_new
    from kit.words import words

    tr, home = words_of(context), _library(lessons).home
    try:
        path = write_new(home, name, words(language or tr.language), tr)
    except NotANameError:
        raise click.UsageError(tr("A name needs at least one letter or digit.")) from None
    except FileExistsError as error:
        _refuse(tr("There is already something at {path}; choose another name.", path=error.filename))
    except OSError as error:
        _refuse(_not_written(tr, error))
    _say(tr("Your lesson is ready: {path}", path=path) + "\n")


@kit.command("translate", help=N_("Write or refresh the file with a lesson's texts in another language."))
@click.argument("lesson")
@click.argument("language", type=click.Choice(LANGUAGES))
@LESSONS
@option("--accept", is_flag=True, help=N_("Say that translations marked as stale have been compared and are right."))
@click.pass_context
def translate(context: click.Context, lesson: str, language: str, lessons: Path | None, accept: bool) -> None:
    """No translation is ever lost."""
    from kit.files import report
    from kit.lesson.translate import OwnLanguageError
    from kit.lesson.translate import translate as write_translation

    tr, library = words_of(context), _library(lessons)
    folder = _find(tr, library, lesson)
    if library.is_bundled(folder) and not Path(lesson).exists():
        _refuse(
            tr(
                "“{lesson}” comes with Kit and is never written to. Copy its folder to {home} first.",
                lesson=lesson,
                home=library.home.lessons,
            )
        )
    catalogue, _ = library.catalogue()
    try:
        done = write_translation(folder, language, catalogue, tr, accept=accept)
    except OwnLanguageError:
        raise click.UsageError(tr("The lesson is written in that language: there is nothing to translate.")) from None
    except OSError as error:
        _refuse(_not_written(tr, error))
    if done.refreshed is None:
        _refuse(report.as_text(done.problems, tr, _colours()).rstrip())
    counts = [
        tr.plural("{count} text to translate", "{count} texts to translate", done.refreshed.missing),
        tr.plural("{count} stale translation", "{count} stale translations", done.refreshed.stale),
    ]
    _say(f"{done.path}\n{', '.join(counts)}.\n")


@kit.command("present", help=N_("Show a lesson on the wall and start the class."))
@click.argument("lesson")
@LESSONS
@LESSON_LANGUAGE
@MINUTES
@option("--from", "from_step", metavar="STEP", help=N_("The step to begin with: its number or its name."))
@option("--theme", type=click.Choice(["light", "dark"]), help=N_("For a bright or a dark room."))
@click.pass_context
def present(
    context: click.Context,
    lesson: str,
    lessons: Path | None,
    language: str | None,
    minutes: int | None,
    from_step: str | None,
    theme: str | None,
) -> None:
    """The lesson comes from its compiled form where nothing has changed since."""
    tr = words_of(context)
    opened = _open(tr, _library(lessons), lesson)
    from kit.screen import run

    try:
        code = run.present(
            opened,
            language=_lesson_language(tr, opened, language),
            minutes=minutes,
            from_step=from_step,
            interface=tr.language,
            theme=theme,
        )
    except LookupError:
        raise click.UsageError(tr("The lesson has no step “{step}”.", step=from_step)) from None
    context.exit(code)


@kit.command("print", help=N_("Make the handouts of a lesson as PDF files."))
@click.argument("lesson")
@LESSONS
@option("--kind", type=click.Choice([*KINDS, "all"]), default="all", help=N_("What to print."))
@LESSON_LANGUAGE
@option("--page", type=click.Choice(list(PAGES)), default="a4", help=N_("The size of the paper."))
@option(
    "--out",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help=N_("The folder for the files; without it, this one."),
)
@MINUTES
@click.pass_context
def print_(
    context: click.Context,
    lesson: str,
    lessons: Path | None,
    kind: str,
    language: str | None,
    page: Page,
    out: Path,
    minutes: int | None,
) -> None:
    """The paths of the files on stdout, everything else on stderr."""
    tr = words_of(context)
    opened = _open(tr, _library(lessons), lesson)
    from kit.paper.command import run

    chosen = _lesson_language(tr, opened, language) or opened.language
    context.exit(run(opened, kind=kind, language=chosen, page=page, out=out, minutes=minutes, tr=tr))


@kit.command("sources", help=N_("List the articles, or the questions they ask and the lessons that use them."))
@LESSONS
@option("--questions", is_flag=True, help=N_("List every question of the articles, where it stands and who uses it."))
@option("--format", "form", type=click.Choice(["text", "json"]), default="text", help=N_("For people or for programs."))
@click.pass_context
def sources(context: click.Context, lessons: Path | None, questions: bool, form: str) -> None:
    """What the catalogue knows."""
    import json

    from kit.files.compiled import to_plain
    from kit.lesson import source_listing as listing
    from kit.lesson.uses import lessons_by_question

    tr, library = words_of(context), _library(lessons)
    catalogue, problems = library.catalogue()
    if questions:
        asked, found = library.questions(catalogue)
        problems += found
        used = lessons_by_question(asked, _every_lesson(library), catalogue)
        text = listing.questions_as_text(asked, used, tr)
        _say(listing.questions_as_json(asked, used) if form == "json" else text)
    elif form == "json":
        _say(json.dumps(to_plain(catalogue.sources), ensure_ascii=False, indent=2) + "\n")
    else:
        _say(listing.articles_as_text(catalogue, tr))
    if problems:
        _refuse(_problems(tr, problems))


@kit.command("doctor", help=N_("Say what Kit finds on this computer, and what is missing."))
@click.pass_context
def doctor(context: click.Context) -> None:
    """Fonts, the native library for PDF, terminal, folders."""
    from kit.doctor import State, examine, report

    findings = examine()
    _say("".join(f"{line}\n" for line in report(findings, words_of(context))))
    context.exit(int(any(finding.state is State.MISSING for finding in findings)))


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line; whatever nobody foresaw ends in one sentence and a log file."""
    gc.disable()  # imports make many objects and no garbage; a screen collects again once it is painted
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a Windows code page has no “ or é; a question mark is better than a crash
            reconfigure(errors="replace")
    tr = speak(interface_language())
    try:
        kit(list(arguments) if arguments is not None else None, prog_name="kit")
    except Exception as error:
        if os.environ.get("KIT_DEBUG"):
            raise
        from kit.files.crash import sentence

        sys.stderr.write(sentence(error, tr) + "\n")
    sys.exit(BAD_CONTENT)


def _library(lessons: Path | None) -> Library:
    from kit.lesson.home import own_home
    from kit.lesson.library import Library

    return Library(own_home(lessons))


def _find(tr: Words, library: Library, lesson: str) -> Path:
    folder = library.find(lesson)
    if folder is None:
        raise click.UsageError(_no_lesson(tr, lesson))
    return folder


def _open(tr: Words, library: Library, lesson: str) -> Lesson:
    opened, problems = library.open(_find(tr, library, lesson))
    if opened is None:
        _refuse(_problems(tr, problems))
    return opened


def _every_lesson(library: Library) -> list[Lesson]:
    """Every lesson of the library that can be taught."""
    opened = (library.open(folder)[0] for folder, _ in library.folders().values())
    return [lesson for lesson in opened if lesson is not None]


def _problems(tr: Words, problems: Sequence[Problem]) -> str:
    from kit.files import report
    from kit.files.problems import errors

    return report.as_text(errors(problems), tr, _colours()).rstrip()


def _lesson_language(tr: Words, lesson: Lesson, wanted: str | None) -> str | None:
    """The language asked for, else the interface's if the lesson has it, else None: its first."""
    if wanted is None:
        return tr.language if tr.language in lesson.languages else None
    if wanted not in lesson.languages:
        known = ", ".join(lesson.languages)
        raise click.UsageError(tr("The lesson has these languages: {languages}.", languages=known))
    return wanted


def _no_lesson(tr: Words, name: str) -> str:
    return tr("There is no lesson “{name}”. “kit list” names them all.", name=name)


def _not_written(tr: Words, error: OSError) -> str:
    return tr("{path} cannot be written: {reason}.", path=error.filename, reason=error.strerror)


def _say(text: str) -> None:
    click.echo(text, nl=False, color=True if _colours() else None)


def _refuse(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(BAD_CONTENT)


def _colours() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")

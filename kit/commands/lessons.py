"""Commands for lessons as files: list, check, new, translate."""

from __future__ import annotations

from pathlib import Path

import click

from kit.commands.common import (
    BAD_CONTENT,
    LESSONS,
    colours,
    every_lesson,
    find,
    library_of,
    no_lesson,
    not_written,
    refuse,
    say,
)
from kit.usage import Command, option, words_of
from kit.words import LANGUAGES, N_


@click.command("list", cls=Command, help=N_("List the lessons: yours and those that come with Kit."))
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

    library = library_of(lessons)
    tr, known = words_of(context), titles(library.cache)
    if counts:
        from kit.lesson.uses import counts as count

        say(listing.counts_as_text([count(lesson) for lesson in every_lesson(library)], len(known), tr))
    elif protocols:
        say(listing.protocols_as_json(known) if form == "json" else listing.protocols_as_text(known, tr))
    elif form == "json":
        say(listing.as_json(library.entries()))
    else:
        say(listing.as_text(library.entries(), known, tr))


@click.command("check", cls=Command, help=N_("Check lessons: by name, folder or file; without one, the whole library."))
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

    tr, library = words_of(context), library_of(lessons)
    try:
        folders = targets(library, paths)
    except NothingThereError as error:
        raise click.UsageError(no_lesson(tr, str(error))) from None
    catalogue, problems = library.catalogue()
    for folder in folders:
        problems += library.problems(folder, catalogue, strict=strict)
    problems = in_reading_order(problems)
    say(report.FORMATS[form](problems, tr) if form != "text" else report.as_text(problems, tr, colours()))
    context.exit(BAD_CONTENT if errors(problems) or (strict and problems) else 0)


@click.command("new", cls=Command, help=N_("Write a small lesson of your own to begin with."))
@click.argument("name")
@option("--language", type=click.Choice(LANGUAGES), help=N_("The language it is written in; without it, Kit's own."))
@LESSONS
@click.pass_context
def new(context: click.Context, name: str, language: str | None, lessons: Path | None) -> None:
    """A lesson that passes `kit check` as it stands."""
    from kit.lesson.new import NotANameError
    from kit.lesson.new import new as write_new
    from kit.words import words

    tr, home = words_of(context), library_of(lessons).home
    try:
        path = write_new(home, name, words(language or tr.language), tr)
    except NotANameError:
        raise click.UsageError(tr("A name needs at least one letter or digit.")) from None
    except FileExistsError as error:
        refuse(tr("There is already something at {path}; choose another name.", path=error.filename))
    except OSError as error:
        refuse(not_written(tr, error))
    say(tr("Your lesson is ready: {path}", path=path) + "\n")


@click.command(
    "translate", cls=Command, help=N_("Write or refresh the file with a lesson's texts in another language.")
)
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

    tr, library = words_of(context), library_of(lessons)
    folder = find(tr, library, lesson)
    if library.is_bundled(folder) and not Path(lesson).exists():
        refuse(
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
        refuse(not_written(tr, error))
    if done.refreshed is None:
        refuse(report.as_text(done.problems, tr, colours()).rstrip())
    counts = [
        tr.plural("{count} text to translate", "{count} texts to translate", done.refreshed.missing),
        tr.plural("{count} stale translation", "{count} stale translations", done.refreshed.stale),
    ]
    say(f"{done.path}\n{', '.join(counts)}.\n")

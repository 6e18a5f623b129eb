"""The command for paper: print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kit.commands.common import LESSON_LANGUAGE, LESSONS, MINUTES, find, lesson_language, library_of, open_lesson
from kit.commands.paper_options import OUT
from kit.paper.kinds import KINDS, PAGES, POSTER_PAGES, Page, pages_of
from kit.paper.profiles import PROFILES, ProfileName
from kit.paper.region import usual_page
from kit.paper.rulings import OFFERED
from kit.session.codes import MOST
from kit.usage import Command, option, words_of
from kit.words import N_, Words

if TYPE_CHECKING:
    from kit.paper.formats import FormatName
    from kit.session.class_list import ClassList


@click.command("print", cls=Command, help=N_("Make the handouts of a lesson as PDF files."))
@click.argument("lesson")
@LESSONS
@option(
    "--kind",
    type=click.Choice([*KINDS, "all", "every"]),
    default="all",
    help=N_("What to print: one kind, what the steps need (all), or every kind there is."),
)
@LESSON_LANGUAGE
@option(
    "--page",
    type=click.Choice(list(POSTER_PAGES)),
    default=usual_page,
    help=N_("The size of the paper; without it, the usual one of your country. Only signs come on A3."),
)
@option(
    "--profile",
    type=click.Choice(list(PROFILES)),
    default="standard",
    help=N_("How pupils' handouts are set: in large or giant print, with wider spacing, or plainly."),
)
@option(
    "--ruling",
    type=click.Choice(OFFERED),
    help=N_("How the rows to write on are ruled; without it, as usual in the country."),
)
@OUT
@MINUTES
@option(
    "--copies",
    type=click.IntRange(1, MOST),
    metavar="N",
    help=N_("How many copies of what every pupil gets, as one file to print; without it, one, and 28 ballots."),
)
@option(
    "--class",
    "classes",
    metavar="CLASS",
    multiple=True,
    help=N_("A copy for everybody in a class list, with the name on it: its name, or a CSV file. May be repeated."),
)
@option("--separate", is_flag=True, help=N_("A file for every pupil instead of one to print."))
@option(
    "--pupils",
    type=click.IntRange(1, 2000),
    metavar="N",
    help=N_("How many pupils there are: says how many sheets to copy of what."),
)
@option(
    "--large",
    type=click.IntRange(0, 2000),
    default=0,
    metavar="N",
    help=N_("How many of the pupils read large print, which is made for them."),
)
@option(
    "--count",
    "only_count",
    is_flag=True,
    help=N_("With --pupils, --class or --copies: say how many sheets it will be, write nothing."),
)
@option(
    "--format",
    "form",
    type=click.Choice(["pdf", "fillable", "html", "md", "docx"]),
    default="pdf",
    help=N_("To print, to fill in on a screen, as a web page, as Markdown, or as a Word document."),
)
@option("--proof", is_flag=True, help=N_("Look at every page as a printer would, say what is wrong, write nothing."))
@click.pass_context
def print_(
    context: click.Context,
    lesson: str,
    lessons: Path | None,
    kind: str,
    language: str | None,
    page: Page,
    profile: ProfileName,
    ruling: str | None,
    out: Path,
    minutes: int | None,
    copies: int | None,
    classes: tuple[str, ...],
    separate: bool,
    pupils: int | None,
    large: int,
    only_count: bool,
    form: FormatName,
    proof: bool,
) -> None:
    """The paths of the files on stdout, everything else on stderr."""
    tr = words_of(context)
    if separate and not classes:
        raise click.UsageError(tr("--separate needs --class: whose files are they to be?"))
    if form != "pdf" and (classes or copies or pupils or proof):
        raise click.UsageError(tr("--class, --copies, --pupils and --proof are about paper: they need --format pdf."))
    if pupils and (classes or copies):
        raise click.UsageError(
            tr("--pupils counts what you copy yourself; with --class or --copies Kit makes the copies.")
        )
    if only_count and (not (pupils or classes or copies) or proof):
        raise click.UsageError(tr("--count needs --pupils, --class or --copies: for how many are the sheets?"))
    if large > (pupils or 0):
        raise click.UsageError(tr("--large says how many of --pupils read large print."))
    if page not in PAGES and kind in KINDS and page not in pages_of(KINDS[kind]):
        raise click.UsageError(tr("Only signs come on A3."))
    listed = [_class_list(name, tr) for name in classes]
    library = library_of(lessons)
    folder, opened = find(tr, library, lesson), open_lesson(tr, library, lesson)
    from kit.paper.command import run
    from kit.paper.limits import limit_memory

    limit_memory()
    chosen = lesson_language(tr, opened, language) or opened.language
    if proof:
        from kit.paper.printable import asked
        from kit.paper.proof_command import run as read_proofs

        context.exit(
            read_proofs(
                opened,
                asked(opened, kind, minutes),
                language=chosen,
                page=page,
                minutes=minutes,
                profile=profile,
                ruling=ruling or "",
                tr=tr,
            )
        )
    if form != "pdf":
        from kit.paper.format_command import run as write_format
        from kit.paper.printable import asked

        context.exit(
            write_format(
                opened,
                kinds=asked(opened, kind, minutes),
                form=form,
                language=chosen,
                page=page,
                out=out,
                minutes=minutes,
                tr=tr,
                profile=profile,
                ruling=ruling or "",
            )
        )
    if listed or copies:
        from kit.paper.printable import asked
        from kit.paper.set_command import run as run_for_class

        context.exit(
            run_for_class(
                opened,
                kinds=asked(opened, kind, minutes),
                language=chosen,
                page=page,
                out=None if only_count else out,
                minutes=minutes,
                tr=tr,
                classes=listed,
                copies=copies,
                profile=profile,
                ruling=ruling or "",
                separately=separate,
                folder=folder,
            )
        )
    context.exit(
        run(
            opened,
            kind=kind,
            language=chosen,
            page=page,
            out=None if only_count else out,
            minutes=minutes,
            tr=tr,
            copies=copies,
            profile=profile,
            ruling=ruling or "",
            folder=folder,
            pupils=pupils,
            large=large,
        )
    )


def _class_list(wanted: str, tr: Words) -> ClassList:
    """The class list called `wanted`, or in a file of that name; ends in its problems where it cannot be used."""
    from kit.commands import classes
    from kit.session.class_list import file_of
    from kit.session.places import classes_folder

    path = Path(wanted).expanduser()
    if file_of(classes_folder(), wanted) is None and path.is_file():
        return classes.read_file(path, tr)
    return classes.opened(wanted, tr)

"""The command that gets a lesson back out of a PDF: open."""

from __future__ import annotations

from pathlib import Path

import click

from kit.commands.common import BAD_CONTENT, LESSONS, colours, library_of, not_written, refuse, say
from kit.usage import Command, words_of
from kit.words import N_


@click.command(
    "open", cls=Command, help=N_("Get the lesson out of a teacher guide, into your own folder; nothing is overwritten.")
)
@click.argument("file", metavar="FILE.pdf", type=click.Path(path_type=Path, dir_okay=False))
@LESSONS
@click.pass_context
def open_(context: click.Context, file: Path, lessons: Path | None) -> None:
    """The folder of the lesson on stdout, then what is wrong with it."""
    from kit.files import report
    from kit.files.problems import errors, in_reading_order
    from kit.paper.enclosed import unpack
    from kit.paper.limits import limit_memory
    from kit.paper.opening import put_away
    from kit.paper.refused import Refused
    from kit.words import say as spoken

    tr, library = words_of(context), library_of(lessons)
    limit_memory()  # a stranger's file may unpack to anything
    try:
        opened = put_away(library, unpack(file))
    except Refused as refused:
        refuse(spoken(tr, refused.message))
    except OSError as error:
        refuse(not_written(tr, error))
    if not opened.new:
        click.echo(tr("You have this lesson already."), err=True)
        say(f"{opened.folder}\n")
        return
    say(f"{opened.folder}\n")
    catalogue, problems = library.catalogue()
    problems = in_reading_order([*problems, *library.problems(opened.folder, catalogue)])
    say(report.as_text(problems, tr, colours()))
    context.exit(BAD_CONTENT if errors(problems) else 0)

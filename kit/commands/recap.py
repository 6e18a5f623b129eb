"""The command that writes what a class thought: recap."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kit.commands.common import not_written, refuse, say
from kit.commands.held import classes_meant, named_file
from kit.commands.paper_options import OUT, PAGE
from kit.paper.kinds import Page
from kit.usage import Command, option, words_of
from kit.words import LANGUAGES, N_, Words

if TYPE_CHECKING:
    from kit.session.recap import Recap
    from kit.session.sessions import Summary

FORMATS = ("pdf", "md", "csv", "all")

LONGEST = 50
"""Characters of a lesson's id in a file name."""


@click.command("recap", cls=Command, help=N_("Write what a class thought on one page: to hang up, or as a table."))
@click.argument("name", metavar="[CLASS]", required=False)
@option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="pdf",
    help=N_("A page to print, text, a table for the teacher, or all three."),
)
@option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    help=N_("The language of the page; without it, the one the class was held in."),
)
@PAGE
@OUT
@click.pass_context
def recap(context: click.Context, name: str | None, form: str, language: str | None, page: Page, out: Path) -> None:
    """The paths of the files on stdout; without CLASS, the latest class that has ended."""
    from kit.session.faults import JournalError, told
    from kit.session.held import at_its_end, moment
    from kit.session.recap import recap as record

    tr = words_of(context)
    path = named_file(name) or _recorded(name, tr).path
    try:
        state, now = at_its_end(path)
    except JournalError as fault:
        refuse(told(fault, tr))
    made = record(state, language or state.course.language)
    # Date and time: two classes may have the same lesson on one day.
    when = moment(state.opened).replace(":", "").replace(" ", "-")
    # A class may come from another computer: whatever its lesson is called, the file lies in this folder.
    lesson = re.sub(r"[^\w-]", "-", made.lesson)[:LONGEST]
    base = out / f"{lesson}.{when}.{made.language}.recap"
    _look_for_names(made, tr)
    if form in ("pdf", "all"):
        _print(made, page, base.with_name(f"{base.name}.{page}.pdf"), tr)
    if form in ("md", "all"):
        from kit.session.recap_markdown import markdown

        _write(base.with_name(f"{base.name}.md"), markdown(made), tr)
    if form in ("csv", "all"):
        from kit.session.recap_table import table

        _write(base.with_name(f"{base.name}.csv"), table(state, made, now), tr)


def _look_for_names(made: Recap, tr: Words) -> None:
    """Say which sentences may name somebody of a class list on this computer; the teacher decides.

    At the desk such a sentence is held back, but a list may be newer than the class, or none was chosen.
    """
    from kit.session.class_list import class_names
    from kit.session.class_reading import read
    from kit.session.names import names_in
    from kit.session.places import classes_folder

    folder = classes_folder()
    for name in class_names(folder):
        try:
            listed, _ = read((folder / f"{name}.csv").read_bytes(), name)
        except OSError:
            continue
        for sentence in made.sentences if listed is not None else ():
            if listed is not None and names_in(sentence, listed):
                told = tr("This sentence may name somebody of {name}: “{text}”", name=name, text=sentence)
                click.echo(told, err=True)


def _recorded(name: str | None, tr: Words) -> Summary:
    """The latest class of that name, rather one that has ended."""
    from kit.session.places import sessions_folder
    from kit.session.sessions import survey

    classes = [one for one in survey(sessions_folder())[0] if not one.is_empty]
    found = classes_meant(name, tr) if name is not None else classes
    if not found:
        refuse(tr("No class has been held yet. To hold one: {command}", command="kit present LESSON"))
    return next((one for one in found if one.ended), found[0])


def _print(made: Recap, page: Page, path: Path, tr: Words) -> None:
    from kit.paper.recap import print_recap
    from kit.paper.refused import Refused
    from kit.words import say as spoken

    try:
        warnings = print_recap(made, page, path)
    except Refused as refused:
        refuse(spoken(tr, refused.message))
    for warning in warnings:
        click.echo(spoken(tr, warning), err=True)
    say(f"{path}\n")


def _write(path: Path, text: str, tr: Words) -> None:
    from kit.files.writing import write_whole

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text)
    except OSError as error:
        refuse(not_written(tr, error))
    say(f"{path}\n")

"""Commands for class lists: classes (and add, show, cards), forget."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kit.commands.common import not_written, refuse, say
from kit.commands.paper_options import OUT, PAGE
from kit.paper.kinds import Page
from kit.usage import Command, Group, option, words_of
from kit.words import LANGUAGES, N_, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.session.class_list import ClassList
    from kit.session.class_reading import Trouble

SUBCOMMANDS = {"add": "classes:add", "show": "classes:show", "cards": "classes:cards"}


@click.group(
    "classes",
    cls=Group,
    commands_in="kit.commands",
    lazy=SUBCOMMANDS,
    invoke_without_command=True,
    help=N_("List your class lists: who sits where, on this computer only. You need none."),
)
@click.pass_context
def classes(context: click.Context) -> None:
    """One class a line: its name, how many pupils, which seats."""
    if context.invoked_subcommand is not None:
        return
    from kit.session.class_list import class_names
    from kit.session.draws import seats_text
    from kit.session.places import classes_folder
    from kit.words.plain import padded

    tr, folder = words_of(context), classes_folder()
    names = class_names(folder)
    if not names:
        command = "kit classes add 3B names.csv"
        say(tr("There is no class list, and you need none. To add one: {command}", command=command) + "\n")
    for name in names:
        listed, troubles = _read(folder / f"{name}.csv", name)
        if listed is None:
            told = tr.plural("{count} error", "{count} errors", sum(trouble.fatal for trouble in troubles))
        else:
            count = tr.plural("{count} pupil", "{count} pupils", len(listed.pupils))
            seats = tr("{name}: {value}", name=tr("Seats"), value=seats_text(listed.seats))
            told = f"{count}  {seats}"
        say(f"{padded(name, 12)}  {told}\n")


@click.command("add", cls=Command, help=N_("Add a class list, or replace it: a CSV file, or “-” for lines you paste."))
@click.argument("name", metavar="CLASS")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.pass_context
def add(context: click.Context, name: str, file: Path) -> None:
    """Nothing is kept unless the whole list can be read."""
    from kit.session.class_list import ClassNameError, class_name, file_of, save
    from kit.session.class_reading import read
    from kit.session.places import classes_folder

    tr, folder = words_of(context), classes_folder()
    try:
        name = class_name(name)
    except ClassNameError:
        raise click.UsageError(
            tr("“{name}” cannot be the name of a class: use letters, digits, blanks and hyphens.", name=name)
        ) from None
    pasted = str(file) == "-"
    try:
        data = sys.stdin.buffer.read() if pasted else file.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise click.UsageError(tr("{path} cannot be read: {reason}.", path=file, reason=reason)) from None
    listed, troubles = read(data, name)
    _tell(tr("pasted lines") if pasted else str(file), troubles, tr)
    if listed is None:
        refuse(tr("Nothing was added."))
    replaced = file_of(folder, name) is not None
    try:
        path = save(folder, listed)
    except OSError as error:
        refuse(not_written(tr, error))
    count = tr.plural("{count} pupil", "{count} pupils", len(listed.pupils))
    if replaced:
        told = tr("The list of {name} was replaced: {pupils}.", name=name, pupils=count)
    else:
        told = tr("{name} has a list now: {pupils}.", name=name, pupils=count)
    say(f"{told}\n{path}\n")
    say(
        tr(
            "To delete it and every name in it: {command}",
            command=f"kit forget “{name}”" if " " in name else f"kit forget {name}",
        )
        + "\n"
    )


@click.command("show", cls=Command, help=N_("Show a class list: seats and names."))
@click.argument("name", metavar="CLASS")
@click.pass_context
def show(context: click.Context, name: str) -> None:
    """Seat by seat, in ascending order."""
    from kit.words.plain import columns, padded, printable

    tr = words_of(context)
    listed = opened(name, tr)
    pupils = sorted(listed.pupils, key=lambda pupil: pupil.seat)
    width = max(columns(pupil.name) for pupil in pupils)
    for pupil in pupils:
        say(f"{pupil.seat:>3}  {padded(printable(pupil.name), width)}  {printable(pupil.profile)}".rstrip() + "\n")
    for wish in listed.wishes:
        one, other = (printable(listed.name_of(seat)) for seat in wish.pair)
        apart = wish.kind == "apart"
        told = (
            tr("{one} and {other} apart", one=one, other=other)
            if apart
            else tr("{one} and {other} together", one=one, other=other)
        )
        say(told + "\n")


@click.command("cards", cls=Command, help=N_("Make seat cards to cut out and fold: numbers or letters, never names."))
@click.argument("seats", metavar="[SEATS | CLASS]")
@option("--letters", is_flag=True, help=N_("Letters instead of numbers: for the circle in the middle, or for groups."))
@option(
    "--lang", "language", type=click.Choice(LANGUAGES), help=N_("The language of the cards; without it, Kit's own.")
)
@PAGE
@OUT
@click.pass_context
def cards(context: click.Context, seats: str, letters: bool, language: str | None, page: Page, out: Path) -> None:
    """The path of the file on stdout."""
    from kit.commands.draws import seats_of
    from kit.paper.refused import Refused
    from kit.paper.seat_cards import print_cards
    from kit.session.class_list import file_of
    from kit.session.places import classes_folder
    from kit.words import say as spoken

    tr = words_of(context)
    if file_of(classes_folder(), seats) is not None:
        chosen = opened(seats, tr).seats
    else:
        chosen = seats_of(f"1-{seats}" if seats.isdigit() else seats, tr)
    try:
        path = print_cards(chosen, letters=letters, language=language or tr.language, page=page, out=out)
    except Refused as refused:
        refuse(spoken(tr, refused.message))
    say(f"{path}\n")


@click.command("forget", cls=Command, help=N_("Delete a class list, and with it every name of that class."))
@click.argument("name", metavar="CLASS")
@option("--yes", is_flag=True, help=N_("Do not ask."))
@click.pass_context
def forget(context: click.Context, name: str, yes: bool) -> None:
    """One file; nothing else on this computer holds a name of the list."""
    from kit.session.class_list import file_of
    from kit.session.class_list import forget as forget_list

    tr = words_of(context)
    path = _file(name, tr)
    if not yes:
        question = tr("To delete every name of {name}, type the name of the class again", name=path.stem)
        if file_of(path.parent, click.prompt(question, default="", show_default=False)) != path:
            refuse(tr("Nothing was deleted."))
    try:
        forget_list(path)
    except OSError as error:
        refuse(tr("{path} cannot be deleted: {reason}.", path=path, reason=error.strerror))
    say(tr("The list of {name} is deleted.", name=path.stem) + "\n")
    say(tr("What was recorded in class holds seats only, so every name of this list is gone from Kit.") + "\n")


def opened(name: str, tr: Words) -> ClassList:
    """The class list called `name`; ends in a usage error where there is none, in its problems where it is damaged."""
    path = _file(name, tr)
    listed, troubles = _read(path, path.stem)
    if listed is None:
        _tell(str(path), troubles, tr)
        refuse(tr("The list of {name} cannot be used as it is.", name=path.stem))
    return listed


def read_file(path: Path, tr: Words) -> ClassList:
    """The class list in a file that is not kept; ends in its problems where it cannot be used."""
    listed, troubles = _read(path, path.stem)
    _tell(str(path), troubles, tr)
    if listed is None:
        refuse(tr("The list of {name} cannot be used as it is.", name=path.stem))
    return listed


def _file(name: str, tr: Words) -> Path:
    from kit.session.class_list import file_of
    from kit.session.places import classes_folder

    path = file_of(classes_folder(), name)
    if path is None:
        raise click.UsageError(tr("There is no list of a class “{name}”. “kit classes” names them all.", name=name))
    return path


def _read(path: Path, name: str) -> tuple[ClassList | None, Sequence[Trouble]]:
    from kit.session.class_reading import Trouble, read
    from kit.words import Message

    try:
        return read(path.read_bytes(), name)
    except OSError as error:
        reason = error.strerror or str(error)
        return None, [Trouble(1, Message.of(N_("The file cannot be read: {reason}."), reason=reason))]


def _tell(file: str, troubles: Sequence[Trouble], tr: Words) -> None:
    """Every problem with its place, on stderr."""
    from kit.words import say as spoken
    from kit.words.plain import printable

    for trouble in troubles:
        kind = tr("error") if trouble.fatal else tr("warning")
        click.echo(printable(f"{file}:{trouble.line}: {kind}: {spoken(tr, trouble.what)}"), err=True)

"""Commands for classes that were held: sessions (and export, delete, repair)."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kit.commands.common import not_written, refuse, say
from kit.commands.held import moment_of, named_file, one_line, only_one, title_of
from kit.commands.paper_options import OUT
from kit.usage import Command, Group, option, words_of
from kit.words import N_, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.session.faults import JournalError
    from kit.session.sessions import Summary

SUBCOMMANDS = {"export": "sessions:export", "delete": "sessions:delete", "repair": "sessions:repair"}


@click.group(
    "sessions",
    cls=Group,
    commands_in="kit.commands",
    lazy=SUBCOMMANDS,
    invoke_without_command=True,
    help=N_("List the classes you have held; all of it is on this computer only."),
)
@click.pass_context
def sessions(context: click.Context) -> None:
    """One class a line, the latest first: number, date, minutes, steps, whether it has ended, size, lesson."""
    if context.invoked_subcommand is not None:
        return
    from kit.session.places import sessions_folder
    from kit.session.sessions import survey

    tr, folder = words_of(context), sessions_folder()
    classes, faults = survey(folder)
    if not classes and not faults:
        say(tr("No class has been held yet. To hold one: {command}", command="kit present LESSON") + "\n")
        return
    say(_listed(classes, tr))
    for fault in faults:
        say(f"{_of_fault(fault, tr)}\n")
    say(tr("All of it lies in {folder}", folder=folder) + "\n")


@click.command("export", cls=Command, help=N_("Copy a class as one file that can be moved, and its events as JSON."))
@click.argument("name", metavar="CLASS")
@OUT
@click.pass_context
def export(context: click.Context, name: str, out: Path) -> None:
    """The paths of the two files on stdout. They hold seats, never names."""
    from kit.session.export import export as export_class
    from kit.session.faults import JournalError, told

    tr = words_of(context)
    path = named_file(name) or only_one(name, tr).path
    try:
        for file in export_class(path, out):
            say(f"{file}\n")
    except JournalError as fault:
        refuse(told(fault, tr))
    except OSError as error:
        refuse(not_written(tr, error))


@click.command("delete", cls=Command, help=N_("Delete a class for good, or all those before a day."))
@click.argument("name", metavar="[CLASS]", required=False)
@option("--before", metavar="DATE", help=N_("Delete every class before this day, for example 2026-09-01."))
@option("--yes", is_flag=True, help=N_("Do not ask."))
@click.pass_context
def delete(context: click.Context, name: str | None, before: str | None, yes: bool) -> None:
    """A class that is going on is never deleted."""
    from kit.session.sessions import is_alive

    tr = words_of(context)
    if (name is None) == (before is None):
        raise click.UsageError(tr("Say which class to delete, or --before a day."))
    doomed = _before(before, tr) if before is not None else _doomed(name or "", tr)
    alive = [one for one in doomed if not isinstance(one, Path) and is_alive(one, time.time())]
    if alive:
        refuse(tr("This class is going on: {title}. End it first.", title=title_of(alive[0])))
    paths = [one if isinstance(one, Path) else one.path for one in doomed]
    if not paths:
        say(tr("There is nothing to delete.") + "\n")
        return
    say("".join(f"{one.name if isinstance(one, Path) else one_line(one, tr)}\n" for one in doomed))
    if not yes:
        word = tr("yes")
        question = tr.plural(
            "To delete this class for good, type “{word}”",
            "To delete these {count} classes for good, type “{word}”",
            len(paths),
            word=word,
        )
        if click.prompt(question, default="", show_default=False).strip().casefold() != word.casefold():
            refuse(tr("Nothing was deleted."))
    _delete(paths, tr)


@click.command("repair", cls=Command, help=N_("Save what is still readable of a damaged class."))
@click.argument("name", metavar="[FILE]", required=False)
@click.pass_context
def repair(context: click.Context, name: str | None) -> None:
    """The damaged file is kept beside the new one."""
    from kit.session.faults import DamagedJournalError, JournalError, told
    from kit.session.held import damaged
    from kit.session.places import sessions_folder
    from kit.session.salvage import salvage
    from kit.session.sessions import survey

    tr = words_of(context)
    faults = survey(sessions_folder())[1]
    faults = (
        [fault for fault in faults if isinstance(fault, DamagedJournalError)] if name is None else damaged(name, faults)
    )
    path = named_file(name) or (faults[0].path if faults else None)
    if path is None:
        raise click.UsageError(tr("There is no damaged class of that name. “kit sessions” lists them all."))
    try:
        saved = salvage(path)
    except DamagedJournalError:
        refuse(tr("Nothing in {path} can be read any more.", path=path))
    except JournalError as fault:
        refuse(told(fault, tr))
    say(saved.told(tr) + "\n")


def _doomed(name: str, tr: Words) -> Sequence[Summary | Path]:
    """What is to be deleted: one class, or a file that can no longer be read."""
    from kit.session.held import damaged, meant
    from kit.session.places import sessions_folder
    from kit.session.sessions import survey

    classes, faults = survey(sessions_folder())
    broken = damaged(name, faults)
    return [fault.path for fault in broken] if broken and not meant(name, classes) else [only_one(name, tr)]


def _before(date: str, tr: Words) -> list[Summary]:
    from kit.session.places import sessions_folder
    from kit.session.sessions import survey

    if not re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        raise click.UsageError(tr("“{date}” is no day: write it as 2026-09-01.", date=date))
    return [one for one in survey(sessions_folder())[0] if moment_of(one)[:10] < date]


def _delete(paths: Sequence[Path], tr: Words) -> None:
    from kit.session.faults import JournalError
    from kit.session.sessions import discard

    for path in paths:
        try:
            discard(path)
        except JournalError as fault:
            refuse(tr("{path} cannot be deleted: {reason}.", path=path, reason=fault.reason))
    say(tr.plural("{count} class deleted.", "{count} classes deleted.", len(paths)) + "\n")


def _listed(classes: Sequence[Summary], tr: Words) -> str:
    """The classes as a table without rules."""
    from kit.words.plain import columns, padded

    rows = [_cells(number, one, tr) for number, one in enumerate(classes, 1)]
    widths = [max(columns(row[n]) for row in rows) for n in range(len(rows[0]) if rows else 0)]
    return "".join("  ".join(map(padded, row, widths)).rstrip() + "\n" for row in rows)


def _cells(number: int, one: Summary, tr: Words) -> tuple[str, ...]:
    from kit.session.faults import JournalError
    from kit.session.held import held
    from kit.words.dates import written

    date, clock = moment_of(one).split(" ")
    try:
        there = held(one.path)
    except JournalError:  # deleted, or damaged, since it was listed
        minutes, kilobytes = "", ""
    else:
        minutes = tr("{minutes} min", minutes=round(there.seconds / 60))
        kilobytes = tr("{count} kB", count=max(1, round(there.bytes / 1000)))
    place = f"{one.index + 1}/{one.steps}" if one.steps else ""
    when = f"{written(tr, date)}, {clock}"
    return f"{number:>3}", when, minutes, place, _standing(one, tr), kilobytes, title_of(one)


def _standing(one: Summary, tr: Words) -> str:
    from kit.session.sessions import is_alive

    if is_alive(one, time.time()) and not one.ended:  # a wall may still say that the class is over
        return tr("going on")
    if one.is_empty:
        return tr("nothing recorded")
    return tr("ended") if one.ended else tr("not finished")


def _of_fault(fault: JournalError, tr: Words) -> str:
    from kit.session.faults import DamagedJournalError, told

    sentence = told(fault, tr)
    if isinstance(fault, DamagedJournalError):
        command = f"kit sessions repair {fault.path.name}"
        return f"{sentence} {tr('To save what can still be read: {command}', command=command)}"
    return sentence

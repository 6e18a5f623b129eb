"""What the commands for classes that were held share: finding the class a teacher means, and naming it to her."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kit.commands.common import refuse
from kit.words import Words

if TYPE_CHECKING:
    from kit.session.sessions import Summary


def named_file(name: str | None) -> Path | None:
    """The journal a path names: one that was exported, say."""
    from kit.session.sessions import ENDING

    path = Path(name) if name is not None and name.endswith(ENDING) else None
    return path if path is not None and path.is_file() else None


def classes_meant(name: str, tr: Words) -> list[Summary]:
    """The classes a name means, at least one; ends in a usage error where there is none."""
    from kit.session.faults import told
    from kit.session.held import damaged, meant
    from kit.session.places import sessions_folder
    from kit.session.sessions import survey

    classes, faults = survey(sessions_folder())
    found = meant(name, classes)
    if not found:
        for fault in damaged(name, faults):
            refuse(told(fault, tr))
        raise click.UsageError(tr("There is no class “{name}”. “kit sessions” lists them all.", name=name))
    return found


def only_one(name: str, tr: Words) -> Summary:
    """The class a name means; ends in a usage error where there are several."""
    found = classes_meant(name, tr)
    if len(found) > 1:
        raise click.UsageError(
            tr(
                "“{name}” means {count} classes. Name one by its number in “kit sessions” or by its time: {moment}",
                name=name,
                count=len(found),
                moment=moment_of(found[0]),
            )
        )
    return found[0]


def one_line(one: Summary, tr: Words) -> str:
    """A class in a sentence: when, and which lesson."""
    from kit.words.dates import written

    date, clock = moment_of(one).split(" ")
    return f"{written(tr, date)}, {clock}  {title_of(one)}"


def title_of(one: Summary) -> str:
    """The lesson's title as a terminal may have it."""
    from kit.words.plain import printable

    return printable(" ".join(one.title.split())) or one.lesson


def moment_of(one: Summary) -> str:
    """When it was opened, in local time: ``2026-11-04 10:15``."""
    from kit.session.held import moment

    return moment(one.opened)

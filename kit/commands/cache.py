"""Commands for what Kit keeps between starts: cache (and clear)."""

from __future__ import annotations

import click

from kit.commands.common import not_written, refuse, say
from kit.usage import Command, Group, words_of
from kit.words import N_

SUBCOMMANDS = {"clear": "cache:clear"}


@click.group(
    "cache",
    cls=Group,
    commands_in="kit.commands",
    lazy=SUBCOMMANDS,
    invoke_without_command=True,
    help=N_("Say how much Kit keeps to be quicker next time; all of it can be deleted."),
)
@click.pass_context
def cache(context: click.Context) -> None:
    """Where it lies, finished handouts, and lessons read before."""
    if context.invoked_subcommand is not None:
        return
    from kit.files.cache import Cache
    from kit.paper.kept import Kept

    tr, lessons, handouts = words_of(context), Cache.of_user(), Kept.of_user()
    if lessons.folder is None:
        return
    what, most = _amount(context, *handouts.usage()), handouts.most // 1_000_000
    say(tr("Finished handouts: {what}; beyond {most} MB those not used for longest go", what=what, most=most) + "\n")
    say(tr("Lessons and articles as they were read: {what}", what=_amount(context, *lessons.usage())) + "\n")
    say(tr("All of it lies in {folder}", folder=lessons.folder) + "\n")
    say(
        tr("Nothing is lost if it is deleted; the next print takes longer: {command}", command="kit cache clear") + "\n"
    )


@click.command("clear", cls=Command, help=N_("Delete what Kit keeps to be quicker; lessons and classes stay."))
@click.pass_context
def clear(context: click.Context) -> None:
    """Only files Kit has put there itself."""
    from kit.files.cache import Cache
    from kit.paper.kept import Kept

    lessons, handouts = Cache.of_user(), Kept.of_user()
    counts = [one + other for one, other in zip(lessons.usage(), handouts.usage(), strict=True)]
    try:
        lessons.clear()
        handouts.clear()
    except OSError as error:
        refuse(not_written(words_of(context), error))
    say(words_of(context)("Deleted: {what}", what=_amount(context, *counts)) + "\n")


def _amount(context: click.Context, count: int, size: int) -> str:
    """“12 files, 1.4 MB”."""
    tr = words_of(context)
    return tr.plural("{count} file, {size} MB", "{count} files, {size} MB", count, size=f"{size / 1_000_000:.1f}")

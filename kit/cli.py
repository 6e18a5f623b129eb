"""Kit's command line: the program itself, and where each command is found when it is called.

Exit codes: 0 done, 1 something is wrong with a lesson or went wrong, 2 the command was not understood.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from kit import __version__
from kit.usage import Group, interface_option, speak, version_option, words_of
from kit.words import N_, interface_language

BROKEN = 1

COMMANDS = {
    "list": "lessons:list_",
    "check": "lessons:check",
    "new": "lessons:new",
    "translate": "lessons:translate",
    "draft": "drafting:draft",
    "ask": "drafting:ask",
    "present": "teaching:present",
    "desk": "teaching:desk",
    "recap": "recap:recap",
    "sessions": "sessions:sessions",
    "print": "handouts:print_",
    "open": "opening:open_",
    "draw": "draws:draw",
    "classes": "classes:classes",
    "forget": "classes:forget",
    "sources": "articles:sources",
    "compare": "comparing:compare",
    "cache": "cache:cache",
    "doctor": "computer:doctor",
}
"""The module of `kit.commands` and the function of each command, in the order of ``kit --help``."""


@click.group(
    cls=Group,
    commands_in="kit.commands",
    lazy=COMMANDS,
    invoke_without_command=True,
    help=N_("Discussion lessons from articles: plan, print, present."),
)
@interface_option
@version_option(__version__)
@click.pass_context
def kit(context: click.Context) -> None:
    """Open the library; without a terminal, list the lessons."""
    if context.invoked_subcommand is not None:
        return
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        from kit.commands.lessons import list_

        context.invoke(list_)
        return
    from kit.commands.common import library_of
    from kit.screen import run

    context.exit(run.library(interface=words_of(context).language, library=library_of(None)))


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line; whatever nobody foresaw ends in one sentence and a log file."""
    gc.disable()  # imports make many objects and no garbage; a screen collects again once it is painted
    atexit.register(gc.freeze)  # nor is garbage looked for at the end, when the system takes everything back
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
    sys.exit(BROKEN)

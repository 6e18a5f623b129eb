"""Commands for the class: present and desk."""

from __future__ import annotations

from pathlib import Path

import click

from kit.commands.common import LESSON_LANGUAGE, LESSONS, MINUTES, lesson_language, library_of, open_lesson, refuse
from kit.usage import Command, option, words_of
from kit.words import N_

THEME = option("--theme", type=click.Choice(["light", "dark"]), help=N_("For a bright or a dark room."))
BELL = option("--bell", is_flag=True, help=N_("Ring the terminal's bell at the end of a step."))


@click.command("present", cls=Command, help=N_("Show a lesson on the wall and start the class."))
@click.argument("lesson")
@LESSONS
@LESSON_LANGUAGE
@MINUTES
@option("--from", "from_step", metavar="STEP", help=N_("The step to begin with: its number or its name."))
@THEME
@BELL
@click.pass_context
def present(
    context: click.Context,
    lesson: str,
    lessons: Path | None,
    language: str | None,
    minutes: int | None,
    from_step: str | None,
    theme: str | None,
    bell: bool,
) -> None:
    """The lesson comes from its compiled form where nothing has changed since."""
    tr = words_of(context)
    opened = open_lesson(tr, library_of(lessons), lesson)
    from kit.screen import run

    try:
        code = run.present(
            opened,
            language=lesson_language(tr, opened, language),
            minutes=minutes,
            from_step=from_step,
            interface=tr.language,
            theme=theme,
            bell=bell,
        )
    except LookupError:
        raise click.UsageError(tr("The lesson has no step “{step}”.", step=from_step)) from None
    context.exit(code)


@click.command("desk", cls=Command, help=N_("Open your own screen beside the wall: notes, clocks, tools."))
@click.argument("lesson", required=False)
@LESSONS
@LESSON_LANGUAGE
@MINUTES
@option("--class", "class_name", metavar="CLASS", help=N_("A class list: its names stand beside the seats, here only."))
@THEME
@BELL
@click.pass_context
def desk(
    context: click.Context,
    lesson: str | None,
    lessons: Path | None,
    language: str | None,
    minutes: int | None,
    class_name: str | None,
    theme: str | None,
    bell: bool,
) -> None:
    """Without a lesson: the desk of the class that is going on."""
    tr = words_of(context)
    opened = open_lesson(tr, library_of(lessons), lesson) if lesson is not None else None
    listed = None
    if class_name is not None:
        from kit.commands.classes import opened as opened_list

        listed = opened_list(class_name, tr)
    from kit.screen import run
    from kit.session.faults import JournalError, told

    try:
        code = run.desk(
            opened,
            language=lesson_language(tr, opened, language) if opened is not None else None,
            minutes=minutes,
            interface=tr.language,
            theme=theme,
            bell=bell,
            class_list=listed,
        )
    except LookupError:
        refuse(tr("No class is going on. Start one with “kit present LESSON”, or name the lesson here."))
    except JournalError as fault:
        refuse(told(fault, tr))
    context.exit(code)

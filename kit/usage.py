"""Click in four languages: help texts go through the catalogue when they are shown, Click's own words likewise."""

from __future__ import annotations

import gettext
import importlib
import os
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from kit.words import DOMAIN, LANGUAGES, LOCALE_FOLDER, N_, Words, interface_language, words

F = TypeVar("F", bound=Callable[..., Any])


def plural(one: str, many: str) -> tuple[str, str]:
    """Mark both forms of a message for the catalogue without translating it."""
    return one, many


HELP = N_("Show this message and exit.")
VERSION = N_("Show the version and exit.")

CLICK_SAYS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Error: {message}"),
    N_("Aborted!"),
    N_("Missing command."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("Invalid value for {param_hint}: {message}"),
    N_("{value!r} is not a valid {number_type}."),
    N_("Try '{command} {option}' for help."),
    plural("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    plural("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    plural("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    plural("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
)
"""What Click itself may say in Kit, so that the catalogue has it."""


def speak(language: str) -> Words:
    """Make Click speak the interface language, and give back its words."""
    os.environ["LANGUAGE"] = language  # what gettext looks at first
    gettext.bindtextdomain(DOMAIN, str(LOCALE_FOLDER))
    gettext.textdomain(DOMAIN)
    return words(language)


def words_of(context: click.Context) -> Words:
    """The interface's words: of ``--interface``, else of the environment."""
    found = context.find_root().obj
    return found if isinstance(found, Words) else words(interface_language())


class Command(click.Command):
    """A command whose help text is a message of the catalogue."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = words_of(ctx)(HELP)
        return found

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - one sentence, whole
        return words_of(click.get_current_context())(self.short_help or self.help or "").split("\n")[0]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(words_of(ctx)(self.help or ""))


class Group(Command, click.Group):
    """The program: its commands are imported when they are called, `lazy` naming `module:function` in `commands_in`."""

    command_class = Command

    def __init__(self, *arguments: Any, commands_in: str, lazy: Mapping[str, str], **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._package = commands_in
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click's signature
        return list(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in self._lazy:
            return None
        module, function = self._lazy[cmd_name].split(":")
        found: click.Command = getattr(importlib.import_module(f"{self._package}.{module}"), function)
        return found


class Option(click.Option):
    """An option whose help text is a message of the catalogue."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        return (record[0], words_of(ctx)(self.help or "")) if record is not None else None


def option(*names: str, **settings: Any) -> Callable[[F], F]:
    """`click.option` with a translated help text."""
    return click.option(*names, cls=Option, **settings)


def version_option(version: str) -> Callable[[F], F]:
    """``--version``: one line, the same in every language."""

    def show(context: click.Context, _: click.Parameter, wanted: bool) -> None:
        if wanted:
            click.echo(f"kit {version}")
            context.exit()

    return option("--version", is_flag=True, is_eager=True, expose_value=False, callback=show, help=VERSION)


def interface_option(command: F) -> F:
    """``--interface LANGUAGE``, which decides about every word that follows."""

    def chosen(context: click.Context, _: click.Parameter, value: str | None) -> str:
        language = interface_language(value)
        context.obj = speak(language)
        return language

    return option(
        "--interface",
        type=click.Choice(LANGUAGES),
        is_eager=True,
        expose_value=False,
        callback=chosen,
        help=N_("The language Kit itself speaks; without it, KIT_LANGUAGE or the computer's own."),
    )(command)

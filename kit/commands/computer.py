"""Commands for the computer Kit runs on: doctor."""

from __future__ import annotations

import click

from kit.commands.common import say
from kit.usage import Command, words_of
from kit.words import N_


@click.command("doctor", cls=Command, help=N_("Say what Kit finds on this computer, and what is missing."))
@click.pass_context
def doctor(context: click.Context) -> None:
    """Fonts, the native library for PDF, terminal, folders."""
    from kit.doctor import State, examine, report

    findings = examine()
    say("".join(f"{line}\n" for line in report(findings, words_of(context))))
    context.exit(int(any(finding.state is State.MISSING for finding in findings)))

"""Options of every command that writes pages: onto which paper, and into which folder."""

from __future__ import annotations

from pathlib import Path

import click

from kit.paper.kinds import PAGES
from kit.paper.region import usual_page
from kit.usage import option
from kit.words import N_

PAGE = option(
    "--page",
    type=click.Choice(list(PAGES)),
    default=usual_page,
    help=N_("The size of the paper; without it, the usual one of your country."),
)
OUT = option(
    "--out",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help=N_("The folder for the files; without it, this one."),
)

"""Commands for articles: sources."""

from __future__ import annotations

from pathlib import Path

import click

from kit.commands.common import LESSONS, every_lesson, library_of, refuse, say, sentences
from kit.usage import Command, option, words_of
from kit.words import N_


@click.command(
    "sources", cls=Command, help=N_("List the articles, or the questions they ask and the lessons that use them.")
)
@LESSONS
@option("--questions", is_flag=True, help=N_("List every question of the articles, where it stands and who uses it."))
@option("--format", "form", type=click.Choice(["text", "json"]), default="text", help=N_("For people or for programs."))
@click.pass_context
def sources(context: click.Context, lessons: Path | None, questions: bool, form: str) -> None:
    """What the catalogue knows."""
    import json

    from kit.files.compiled import to_plain
    from kit.lesson import source_listing as listing
    from kit.lesson.uses import lessons_by_question

    tr, library = words_of(context), library_of(lessons)
    catalogue, problems = library.catalogue()
    if questions:
        asked, found = library.questions(catalogue)
        problems += found
        used = lessons_by_question(asked, every_lesson(library), catalogue)
        text = listing.questions_as_text(asked, used, tr)
        say(listing.questions_as_json(asked, used) if form == "json" else text)
    elif form == "json":
        say(json.dumps(to_plain(catalogue.sources), ensure_ascii=False, indent=2) + "\n")
    else:
        say(listing.articles_as_text(catalogue, tr))
    if problems:
        refuse(sentences(tr, problems))

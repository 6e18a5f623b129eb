"""The command that sets texts side by side: compare."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kit.commands.common import LESSONS, library_of, refuse, say, sentences
from kit.commands.paper_options import OUT, PAGE
from kit.paper.kinds import Page
from kit.usage import Command, option, words_of
from kit.words import LANGUAGES, N_, Words

if TYPE_CHECKING:
    from kit.draft.compare.comparison import Comparison
    from kit.draft.compare.text import Text
    from kit.sources.catalogue import Catalogue


@click.command(
    "compare",
    cls=Command,
    help=N_("Compare articles: what they share word for word, which credits were cut, which figures changed."),
)
@click.argument("sources", metavar="SOURCE SOURCE…", nargs=-1)
@LESSONS
@option("--all", "everything", is_flag=True, help=N_("Show every passage and every claim, in full."))
@option("--format", "form", type=click.Choice(["text", "json"]), default="text", help=N_("For people or for programs."))
@option("--print", "printed", is_flag=True, help=N_("Make the pupils' sheet and its key as PDF files."))
@option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    help=N_("The language of the sheet; without it, Kit's own."),
)
@PAGE
@OUT
@click.pass_context
def compare(
    context: click.Context,
    sources: tuple[str, ...],
    lessons: Path | None,
    everything: bool,
    form: str,
    printed: bool,
    language: str | None,
    page: Page,
    out: Path,
) -> None:
    """What was found on stdout; with --print, the paths of the files instead."""
    tr = words_of(context)
    if len(set(sources)) < 2:
        raise click.UsageError(tr("Name two different articles or more: ids of “kit sources”, or files."))
    if printed and form == "json":
        raise click.UsageError(tr("Either --print or --format json, not both."))
    shown_in = (language if printed else None) or tr.language
    if printed:
        from kit.paper.comparison import MOST

        if len(set(sources)) > MOST:
            raise click.UsageError(
                tr("On paper there is room for {count} articles. Name those that matter.", count=MOST)
            )
    texts = _texts(sources, lessons, shown_in, tr)
    if form == "json":
        from kit.draft.compare.comparison import passages_as_json
        from kit.draft.compare.shared import shared

        say(passages_as_json(texts, shared([text.text for text in texts])))
        return
    from kit.draft.compare.comparison import compare as compared

    found = compared(texts)
    if printed:
        _print(found, shown_in, page, out, tr)
    else:
        from kit.draft.compare.report import as_text

        say(as_text(found, tr, everything=everything))


def _texts(sources: tuple[str, ...], lessons: Path | None, language: str, tr: Words) -> list[Text]:
    """The articles that were named, each once; ends in a sentence where one cannot be had."""
    catalogue, problems = library_of(lessons).catalogue()
    texts = []
    for name in dict.fromkeys(sources):
        if name in catalogue.articles:
            texts.append(_of_catalogue(name, catalogue, language))
        elif Path(name).is_file():
            texts.append(_of_file(Path(name), tr))
        elif name in catalogue.sources:
            refuse(sentences(tr, problems))  # it is in the catalogue, and its file cannot be used
        else:
            raise click.UsageError(
                tr("There is no article “{name}”: neither a file nor an id of “kit sources”.", name=name)
            )
    return texts


def _of_catalogue(name: str, catalogue: Catalogue, language: str) -> Text:
    from kit.draft.article import read_article
    from kit.draft.compare.text import Text

    article = catalogue.articles[name]
    read = read_article(article.path.read_bytes(), article.path.name, article.source.language)
    return Text(name, catalogue.source(name, language).title.strip(), read)


def _of_file(path: Path, tr: Words) -> Text:
    from kit.draft.article import UnreadableArticleError, read_file
    from kit.draft.compare.text import Text
    from kit.words import say as spoken

    try:
        article = read_file(path)
    except UnreadableArticleError as error:
        refuse(f"{path}: {spoken(tr, error.message)}")
    except OSError as error:
        refuse(tr("{path} cannot be read: {reason}.", path=path, reason=error.strerror))
    return Text(str(path), article.title, article)


def _print(found: Comparison, language: str, page: Page, out: Path, tr: Words) -> None:
    from kit.paper.comparison import print_comparison
    from kit.paper.refused import Refused
    from kit.words import say as spoken

    try:
        for path, warnings in print_comparison(found, language, page, out):
            for warning in warnings:
                click.echo(spoken(tr, warning), err=True)
            say(f"{path}\n")
    except Refused as refused:
        refuse(spoken(tr, refused.message))

"""Commands that make lessons from articles: draft, ask."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kit.commands.common import BAD_CONTENT, LESSONS, library_of, not_written, refuse, say
from kit.usage import Command, option, words_of
from kit.words import LANGUAGES, N_, Words

if TYPE_CHECKING:
    from kit.draft.article import Article
    from kit.draft.propose import Draft

FORMAT = option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help=N_("For people or for programs.")
)

PASTED = "article.txt"
"""What an article is called that came without a file."""


@click.command(
    "draft",
    cls=Command,
    help=N_("Draft a lesson from an article: .txt, .md, .html, .docx, .pdf, or - for standard input."),
)
@click.argument("article", required=False)
@option("--paste", is_flag=True, help=N_("Take the article that you have copied, from the clipboard."))
@option("--questions", is_flag=True, help=N_("Only list the questions the article asks, each with its kind and why."))
@FORMAT
@option("--yes", is_flag=True, help=N_("Write the lesson without asking."))
@option("--name", default="", help=N_("The name of the lesson's folder; without it, made from the title."))
@option(
    "--minutes",
    "length",
    metavar="MINUTES",
    type=click.IntRange(15, 240),
    default=50,
    help=N_("The length of the period."),
)
@option(
    "--lang",
    "language",
    metavar="LANGUAGE",
    type=click.Choice(LANGUAGES),
    help=N_("The language of the article; without it, guessed."),
)
@option(
    "--into",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help=N_("Write into this folder instead of your own."),
)
@LESSONS
@click.pass_context
def draft(
    context: click.Context,
    article: str | None,
    paste: bool,
    questions: bool,
    form: str,
    yes: bool,
    name: str,
    length: int,
    language: str | None,
    into: Path | None,
    lessons: Path | None,
) -> None:
    """Nothing is written before the teacher says so: on the draft screen, or by --yes where there is none."""
    tr = words_of(context)
    if paste == (article is not None):
        raise click.UsageError(tr("Name an article, or take the one you have copied with --paste."))
    opened = _opened(tr, article, language)
    if questions:
        from kit.draft import listing

        found = listing.listed(opened)
        say(listing.as_json(opened, found) if form == "json" else listing.as_text(opened, found, tr))
        return
    from kit.draft.proposal import proposal

    proposed = proposal(opened, length)
    if form == "json":
        from kit.draft import listing

        say(listing.draft_as_json(proposed))
    elif not yes and sys.stdin.isatty() and sys.stdout.isatty():
        from kit.screen import run

        context.exit(run.draft(proposed, library_of(into or lessons), name=name, interface=tr.language))
    elif not yes:
        from kit.draft import listing

        say(listing.draft_as_text(proposed, tr))
        source = article or "--paste"
        say(tr("Nothing has been written. “kit draft {article} --yes” writes this lesson.", article=source) + "\n")
    if yes:
        _write(tr, proposed, into or lessons, name, quiet=form == "json")


def _opened(tr: Words, article: str | None, language: str | None) -> Article:
    """The article at a path, on standard input or, without either, on the clipboard; else it ends in one sentence."""
    from kit.draft.article import UnreadableArticleError, read_article, read_file
    from kit.draft.pasting import clipboard, standard_input

    try:
        if article is None:
            return read_article(clipboard(), PASTED, language)
        if article == "-":
            return read_article(standard_input(tr("Paste the article, then press Ctrl-D.") + "\n"), PASTED, language)
        path = Path(article).expanduser()
        if not path.exists():
            raise click.UsageError(tr("There is no file “{path}”.", path=article))
        if path.is_dir():
            raise click.UsageError(tr("“{path}” is a folder; name the article itself.", path=article))
        return read_file(path, language)
    except UnreadableArticleError as error:
        sentence = tr(error.message.text, **error.message.values)
        refuse(sentence if article is None else f"{article}: {sentence}")
    except OSError as error:
        refuse(tr("{path} cannot be read: {reason}.", path=article or "--paste", reason=error.strerror))


def _write(tr: Words, proposed: Draft, folder: Path | None, name: str, *, quiet: bool) -> None:
    from kit.draft.write import DamagedCatalogueError, write
    from kit.lesson.new import NotANameError
    from kit.words import words

    home = library_of(folder).home
    try:
        written = write(proposed, home, words(proposed.article.language), tr, name)
    except NotANameError:
        raise click.UsageError(tr("A name needs at least one letter or digit.")) from None
    except DamagedCatalogueError as error:
        refuse(tr("{path} has errors, so nothing was added to it. “kit check” says where.", path=error))
    except FileExistsError as error:
        refuse(tr("There is already something at {path}; choose another name with --name.", path=error.filename))
    except OSError as error:
        refuse(not_written(tr, error))
    if quiet:
        return
    count = len(proposed.accepted)
    say(
        tr.plural(
            "{count} question for the class: {path}",
            "{count} questions for the class: {path}",
            count,
            path=written.lesson,
        )
        + "\n"
        + tr("The article lies beside it, untouched: {path}", path=written.article)
        + "\n"
        + tr(
            "What Kit guessed is marked “# guessed” in the file; “kit check {name}” lists it.",
            name=written.lesson.parent.name,
        )
        + "\n"
    )


@click.command(
    "ask",
    cls=Command,
    help=N_("Look at questions: closed, double, presupposing, false alternative, too long, without a line?"),
)
@click.argument("questions", nargs=-1, metavar="[QUESTION]...")
@option(
    "--lang",
    "language",
    metavar="LANGUAGE",
    type=click.Choice(LANGUAGES),
    help=N_("The language of the questions; without it, guessed."),
)
@FORMAT
@click.pass_context
def ask(context: click.Context, questions: tuple[str, ...], language: str | None, form: str) -> None:
    """What a question fails and what to try instead; from standard input one question a line."""
    from kit.draft import linter

    tr = words_of(context)
    asked = [line for question in (questions or _lines(tr)) for line in question.splitlines() if line.strip()]
    if not asked:
        raise click.UsageError(tr("Give a question, or one a line on standard input."))
    looked = [linter.look(question, language) for question in asked]
    say(linter.as_json(looked, tr) if form == "json" else linter.as_text(looked, tr))
    context.exit(BAD_CONTENT if form != "json" and any(one.findings for one in looked) else 0)


def _lines(tr: Words) -> list[str]:
    if sys.stdin.isatty():
        return []
    data = sys.stdin.buffer.read(1_000_001)
    if len(data) > 1_000_000:
        refuse(tr("That is too much text for questions; “kit draft” looks through articles."))
    from kit.draft.article import UnreadableArticleError
    from kit.draft.decode import decode

    try:
        return [decode(data)]
    except UnreadableArticleError as error:
        refuse(tr(error.message.text, **error.message.values))

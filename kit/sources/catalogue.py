"""The catalogue: which articles there are, what pupils are told about each, and their texts, untouched.

A folder holds the articles as UTF-8 files, `catalogue.yaml`, and one `catalogue.fr.yaml` for each translation of the
source heads. A teacher's own folder has the same layout; her article of the same name wins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kit.files.compiled import from_plain, to_plain
from kit.files.document import is_forbidden
from kit.files.editions import Editions, read_editions
from kit.files.problems import Place, Problem, Severity
from kit.sources.model import Article, Source
from kit.words import LANGUAGES, N_, Message

FILE = "catalogue.yaml"

SIZE_LIMIT = 2 * 1024 * 1024
"""Bytes of one article; a long book chapter has a tenth of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueFile:
    """The fields of `catalogue.yaml`."""

    __pydantic_config__ = {"extra": "forbid"}

    language: str
    """The language of the source heads in this file."""
    articles: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every article Kit knows."""

    sources: Mapping[str, Mapping[str, Source]] = field(default_factory=dict)
    """By id, then by language: the source heads."""
    articles: Mapping[str, Article] = field(default_factory=dict)
    """By id: the texts, with the source head in the first language. Those that cannot be read are not among them."""
    own: frozenset[str] = frozenset()
    """Ids of the teacher's own articles."""
    shadowed: frozenset[str] = frozenset()
    """Ids of bundled articles that stand behind one of hers."""

    def source(self, name: str, language: str) -> Source:
        """The source head of `name` in `language`, else in the language it was first written in.

        Errors: KeyError for a name that is not in the catalogue.
        """
        heads = self.sources[name]
        return heads.get(language) or next(iter(heads.values()))


def read_catalogue(folder: Path, *, own: Path | None = None) -> tuple[Catalogue, list[Problem]]:
    """Read the catalogue in `folder`, and the teacher's `own` on top of it.

    Never raises for what the files contain; an article with an error is left out, and the problems say why.
    """
    bundled, problems = _read_folder(folder)
    if own is None or not (own / FILE).is_file():
        return bundled, problems
    hers, her_problems = _read_folder(own)
    return (
        Catalogue(
            sources={**bundled.sources, **hers.sources},
            articles={**bundled.articles, **hers.articles},
            own=frozenset(hers.sources),
            shadowed=frozenset(hers.sources) & frozenset(bundled.sources),
        ),
        problems + her_problems,
    )


def compiled(catalogue: Catalogue) -> dict[str, Any]:
    """A catalogue without problems as JSON data: the source heads, and where the articles lie."""
    return {
        "sources": to_plain(catalogue.sources),
        "files": {name: str(article.path) for name, article in catalogue.articles.items()},
        "own": sorted(catalogue.own),
        "shadowed": sorted(catalogue.shadowed),
    }


def restored(data: Mapping[str, Any]) -> Catalogue:
    """The catalogue that `compiled` wrote; the articles' texts are read anew.

    Errors: MisfitError or KeyError where another version wrote it, OSError where an article is gone.
    """
    sources = {
        name: {language: from_plain(Source, head) for language, head in heads.items()}
        for name, heads in data["sources"].items()
    }
    articles = {
        name: Article(next(iter(sources[name].values())), _decoded(Path(path).read_bytes()), Path(path))
        for name, path in data["files"].items()
    }
    return Catalogue(sources, articles, frozenset(data["own"]), frozenset(data["shadowed"]))


def _decoded(data: bytes) -> str:
    """The text of an article with its own line ends: offsets count these characters."""
    return data.decode("utf-8-sig")


def read_editions_of(folder: Path) -> Editions[CatalogueFile]:
    """The catalogue files of `folder` in all their languages, with what is missing or stale in the translations."""
    files = {language: folder / f"catalogue.{language}.yaml" for language in LANGUAGES}
    return read_editions(CatalogueFile, folder / FILE, {code: path for code, path in files.items() if path.is_file()})


def _read_folder(folder: Path) -> tuple[Catalogue, list[Problem]]:
    editions = read_editions_of(folder)
    problems = list(editions.problems)
    sources: dict[str, dict[str, Source]] = {}
    articles: dict[str, Article] = {}
    for language, edition in editions.by_language().items():
        for name, source in edition.articles.items():
            sources.setdefault(name, {})[language] = replace(source, id=name)
    for name, heads in sources.items():
        first = next(iter(heads.values()))
        place = editions.place(("articles", name, "file"))
        article, found = _read_article(folder, first, place)
        problems += found
        if article is not None:
            articles[name] = article
            problems += _unproved(editions, article)
    return Catalogue(sources=sources, articles=articles), problems


def _read_article(folder: Path, source: Source, place: Place) -> tuple[Article | None, list[Problem]]:
    path = folder / source.file
    if not source.file or not path.is_file():
        return None, [
            _problem(
                "missing-article",
                place,
                N_("There is no file “{name}” in this folder."),
                N_("Put the article there as a text file, and write its name behind “file:”."),
                name=source.file,
            )
        ]
    if path.resolve().parent != folder.resolve():
        return None, [
            _problem(
                "link-out-of-folder",
                place,
                N_("“{name}” lies outside the catalogue's folder."),
                N_("Copy the file itself into the folder."),
                name=source.file,
            )
        ]
    if path.stat().st_size > SIZE_LIMIT:
        return None, [
            _problem(
                "file-too-large",
                place,
                N_("“{name}” is larger than {limit} MB."),
                N_("Keep only the pages you quote from."),
                name=source.file,
                limit=SIZE_LIMIT // 1024 // 1024,
            )
        ]
    data = path.read_bytes()
    import hashlib  # loads OpenSSL: only where an article is really looked at anew

    if source.sha256 and hashlib.sha256(data).hexdigest() != source.sha256:
        return None, [
            _problem(
                "changed-article",
                place,
                N_("“{name}” is no longer the file that was catalogued: its checksum differs."),
                N_("Bring the file back as it was; if it was changed on purpose, delete the line “sha256:”."),
                name=source.file,
            )
        ]
    try:
        text = _decoded(data)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [
            _problem(
                "not-utf-8",
                Place(path, line),
                N_("The file is not stored as UTF-8."),
                N_("Save it once more and choose the encoding “UTF-8” in your editor's save dialogue."),
            )
        ]
    hidden = list(_hidden_characters(path, text))
    return (None if hidden else Article(source, text, path)), hidden


def _hidden_characters(path: Path, text: str) -> Iterator[Problem]:
    """Characters that could move a terminal's cursor or turn a line round: the lines they stand in, each once."""
    if text.isprintable():
        return
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if line.isprintable():
            continue
        column = next((column for column, character in enumerate(line, 1) if is_forbidden(character)), 0)
        if column:
            shown = "".join("\N{REPLACEMENT CHARACTER}" if is_forbidden(character) else character for character in line)
            yield _problem(
                "control-character",
                Place(path, number, column, shown),
                N_("There is an invisible control character here ({code})."),
                N_("Delete it: it could change what the screen shows. Typing the line anew is the surest way."),
                code=f"U+{ord(line[column - 1]):04X}",
            )


def _unproved(editions: Editions[CatalogueFile], article: Article) -> Iterator[Problem]:
    """Words that a date or a note gives as the article's own, and are not."""
    from kit.sources.find import find
    from kit.sources.prove import NearMiss, prove

    quoted = [(("dates", name, "words"), date.words) for name, date in article.source.dates.items()]
    quoted += [(("notes", name, "words"), words) for name, note in article.source.notes.items() for words in note.words]
    for keys, words in quoted:
        if find(article.text, words, 1):
            continue
        miss = prove(article, words)
        assert isinstance(miss, NearMiss)
        place = editions.place(("articles", article.source.id, *keys))
        yield Problem("not-verbatim", Severity.ERROR, place, miss.sentences()[0])


def _problem(rule: str, place: Place, what: str, instead: str, **values: object) -> Problem:
    return Problem(rule, Severity.ERROR, place, Message(what, values), Message(instead, {}))

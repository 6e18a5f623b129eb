"""Writing a draft: the article untouched with its entry in the catalogue, and the lesson; all of it or nothing."""

from __future__ import annotations

import contextlib
import hashlib
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kit.draft.article import Article
from kit.draft.lesson_text import MARK, quoted, text_of
from kit.draft.propose import Draft
from kit.files import bundled
from kit.files.writing import write_whole
from kit.lesson.home import Home
from kit.lesson.library import FILE
from kit.lesson.new import SCHEMA, NotANameError, folder_name
from kit.sources.catalogue import FILE as CATALOGUE
from kit.sources.catalogue import CatalogueFile, read_editions_of
from kit.words import Words

ORIGINALS = "originals"
"""The folder beside the articles for files that are no plain text: pages, documents, PDFs, old encodings."""


class DamagedCatalogueError(ValueError):
    """The teacher's own catalogue has errors; nothing is added to it until `kit check` is content."""


@dataclass(frozen=True, slots=True)
class Written:
    """Where everything lies now."""

    lesson: Path
    article: Path
    source: str
    """The article's id in the catalogue."""


def write(draft: Draft, home: Home, content: Words, comments: Words, name: str = "") -> Written:
    """Write `draft` into the teacher's own folder.

    Texts are in the language of `content`, remarks in that of `comments`; `name` names the lesson's folder. Errors:
    FileExistsError where she has such a lesson, NotANameError, DamagedCatalogueError, OSError; then nothing is left.
    """
    folder = home.lessons / lesson_name(draft, name)
    if folder.exists():
        raise FileExistsError(17, "exists", str(folder))
    with _undone_on_error() as made:
        home.seeds.mkdir(parents=True, exist_ok=True)
        source, article = _store(draft, home.seeds, comments, made)
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir()
        made.append(folder)
        path = folder / FILE
        write_whole(path, text_of(draft, source, content, comments))
        schema = bundled.folder("lessons") / SCHEMA
        if schema.is_file():
            write_whole(folder.parent / SCHEMA, schema.read_bytes())
    return Written(path, article, source)


def lesson_name(draft: Draft, name: str = "") -> str:
    """The name of the lesson's folder: `name`, else of its title, else of the article's file."""
    for wanted in (name, draft.title, draft.article.name):
        with contextlib.suppress(NotANameError):
            if wanted:
                return folder_name(wanted)
    return "lesson"


@contextlib.contextmanager
def _undone_on_error() -> Iterator[list[Path]]:
    """What was made is taken away again where something fails."""
    made: list[Path] = []
    try:
        yield made
    except BaseException:
        for path in reversed(made):
            with contextlib.suppress(OSError):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        raise


def _store(draft: Draft, seeds: Path, comments: Words, made: list[Path]) -> tuple[str, Path]:
    """The article in `seeds` and its entry; an article that lies there already is not stored twice."""
    article = draft.article
    data = article.data if article.is_as_filed() else article.text.encode()
    digest = hashlib.sha256(data).hexdigest()
    catalogue = seeds / CATALOGUE
    known: CatalogueFile | None = None
    if catalogue.is_file():
        editions = read_editions_of(seeds)
        known = editions.first
        if known is None or any(problem.is_error for problem in editions.problems):
            raise DamagedCatalogueError(str(catalogue))
        for source, head in known.articles.items():
            if head.sha256 == digest and (seeds / head.file).is_file():
                return source, seeds / head.file
    source = _free_id(draft, seeds, known)
    path = seeds / f"{source}.txt"
    _create(path, data, made)
    if data != article.data:
        originals = seeds / ORIGINALS
        originals.mkdir(exist_ok=True)
        _create(originals / f"{source}{Path(article.name).suffix or '.txt'}", article.data, made)
    entry = _entry(draft, source, path.name, digest)
    before = catalogue.read_text(encoding="utf-8") if known is not None else ""
    write_whole(catalogue, _added(before, entry, comments.language))
    if known is None:
        made.append(catalogue)
    elif (again := read_editions_of(seeds)).first is None or source not in again.first.articles:
        write_whole(catalogue, before)  # written in a way Kit can read and not add to
        raise DamagedCatalogueError(str(catalogue))
    return source, path


def _create(path: Path, data: bytes, made: list[Path]) -> None:
    if path.exists():
        raise FileExistsError(17, "exists", str(path))
    write_whole(path, data)
    made.append(path)


def _free_id(draft: Draft, seeds: Path, known: CatalogueFile | None) -> str:
    """An id no article has, neither hers nor one of Kit's own: hers would stand before it."""
    stem = Path(draft.article.name).stem
    base = "article"
    for wanted in (stem, draft.title):
        with contextlib.suppress(NotANameError):
            base = folder_name(wanted)
            break
    taken = {path.stem for folder in (seeds, bundled.folder("seeds")) for path in folder.glob("*.txt")}
    taken |= set(known.articles) if known is not None else set()
    number, result = 2, base
    while result in taken:
        result, number = f"{base[:36]}-{number}", number + 1
    return result


def _entry(draft: Draft, source: str, file: str, digest: str) -> list[str]:
    article: Article = draft.article
    interview = sum(item.kind == "interview" for item in draft.items) > 1
    lines = [
        f"  {source}:",
        f"    file: {file}",
        f"    original_file: {quoted(article.name)}",
        f'    sha256: "{digest}"',
        f"    language: {article.language}{MARK}",
        f"    kind: {'interview' if interview else 'other'}{MARK}",
        f"    title: {quoted((article.title or draft.title)[:200])}{MARK}",
    ]
    if not article.title:
        lines.append("    title_is_ours: true")
    if article.date:
        lines.append(f'    date: "{article.date}"{MARK}')
    return lines


def _added(before: str, entry: list[str], language: str) -> str:
    """The catalogue with one more entry, every other character as it was."""
    if not before:
        return "\n".join([f"language: {language}", "articles:", *entry]) + "\n"
    lines = before.split("\n")
    start = next(number for number, line in enumerate(lines) if re.match(r"articles\s*:", line))
    end = next((n for n in range(start + 1, len(lines)) if re.match(r"[^\s#]", lines[n])), len(lines))
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    lines[start] = re.sub(r":\s*\{\s*\}", ":", lines[start])
    return "\n".join([*lines[:end], *entry, *lines[end:]]).rstrip("\n") + "\n"

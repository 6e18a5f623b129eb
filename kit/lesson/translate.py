"""`kit translate`: writes or refreshes a lesson's file of texts in another language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kit.files.document import Document, read_document
from kit.files.problems import Problem, errors
from kit.files.translated import text_fields
from kit.files.translation_file import Refreshed, refresh
from kit.files.writing import write_whole
from kit.lesson.model import Edition
from kit.lesson.optional_texts import optional_in
from kit.sources.catalogue import Catalogue
from kit.words import Words

FILE = "lesson.yaml"


class OwnLanguageError(ValueError):
    """The language asked for is the one the lesson is written in."""


@dataclass(frozen=True, slots=True)
class Translation:
    """What `kit translate` did: the file, or the problems that kept it from writing one."""

    path: Path
    refreshed: Refreshed | None
    problems: tuple[Problem, ...] = ()
    changed: bool = False
    """Whether the file is another than before."""


def translate(folder: Path, language: str, catalogue: Catalogue, tr: Words, *, accept: bool = False) -> Translation:
    """Write or refresh the texts of the lesson in `folder` in `language`; comments in the language of `tr`.

    A file with a syntax error is left alone, and the problems say why: no translation may be lost. With `accept`,
    stale translations count as compared and right. Errors: OSError where the file cannot be written,
    OwnLanguageError where there is nothing to translate.
    """
    path = folder / f"{language}.yaml"
    base, problems = read_document(folder / FILE)
    old: Document | None = None
    if path.exists() or path.is_symlink():
        old, more = read_document(path)
        problems += more
    value = base.value if base is not None else None
    if errors(problems) or base is None or not isinstance(value, dict):
        return Translation(path, None, tuple(problems))
    own = str(value.get("language") or "")
    if own == language:
        raise OwnLanguageError(language)
    texts = list(text_fields(Edition, value))
    optional = optional_in(value, own, catalogue, language)
    refreshed = refresh(texts, old, tr, optional=optional, accept=accept)
    before = path.read_bytes() if old is not None else None
    changed = before != refreshed.content.encode("utf-8")
    if changed:
        write_whole(path, refreshed.content)
    return Translation(path, refreshed, (), changed)

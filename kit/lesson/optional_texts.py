"""Which texts of a lesson need no translation: passages that are in that language already."""

from __future__ import annotations

from kit.files.document import Keys
from kit.files.editions import Editions
from kit.lesson.model import Edition
from kit.sources.catalogue import Catalogue


def optional_texts(editions: Editions[Edition], catalogue: Catalogue, language: str) -> set[Keys]:
    """The texts that need no translation into `language`: of excerpts that are in that language already."""
    value = editions.document.value if editions.document is not None else {}
    return optional_in(value, editions.language, catalogue, language)


def optional_in(value: dict[str, object], own: str, catalogue: Catalogue, language: str) -> set[Keys]:
    """The same of the plain `value` of a lesson's first file, which is written in the language `own`."""
    excerpts, loose = value.get("excerpts"), value.get("sources")
    if not isinstance(excerpts, dict):
        return set()
    result: set[Keys] = set()
    for name, excerpt in excerpts.items():
        if isinstance(excerpt, dict):
            spoken = excerpt.get("language") or _source_language(loose, catalogue, excerpt.get("source")) or own
            if spoken == language:
                result.add(("excerpts", name, "translation"))
    return result


def _source_language(loose: object, catalogue: Catalogue, source: object) -> str:
    name = str(source)
    if isinstance(loose, dict) and isinstance(loose.get(name), dict):
        return str(loose[name].get("language") or "")
    heads = catalogue.sources.get(name)
    return next(iter(heads.values())).language if heads else ""

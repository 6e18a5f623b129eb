"""Parsed files kept from one run to the next: what nobody has changed since need not be parsed again."""

from __future__ import annotations

import binascii
from pathlib import Path

from kit.files.cache import Cache, key, state
from kit.files.document import Document, parse, read_document, read_text
from kit.files.problems import Problem


def read_kept(path: Path, cache: Cache) -> tuple[Document | None, list[Problem]]:
    """What `read_document` says of the file at `path`, from `cache` where its text is still the same.

    Only documents without a problem are kept, one for each path; their places are found again when one is asked for.
    """
    if cache.folder is None:
        return read_document(path)
    text, problems = read_text(path)
    if text is None:
        return None, problems
    named, now = key("document", path.absolute()), state(len(text), binascii.crc32(text.encode()))
    kept = cache.get(named, now)
    if isinstance(kept, dict) and kept.keys() >= {"value", "doubtful"}:
        return Document(path, text.split("\n"), kept["value"], bool(kept["doubtful"])), []
    document, problems = parse(path, text)
    if document is not None and not problems:
        cache.put(named, {"value": document.value, "doubtful": document.is_doubtful}, now)
    return document, problems

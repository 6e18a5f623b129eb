"""Bytes to text: UTF-8, UTF-16 with its mark, what a page declares, else Windows-1252; or it is no text at all."""

from __future__ import annotations

import codecs
import re

from kit.draft.article import UnreadableArticleError
from kit.words import N_, Message

DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE)
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")

MOST_CONTROL = 0.002
"""Share of control characters above which something is no text; old files have a few by accident."""

ACCIDENTS = 3
"""Control characters that any text may hold."""


def decode(data: bytes, *, is_page: bool = False) -> str:
    """The text in `data`. Errors: `UnreadableArticleError` where it is not text."""
    text = _decoded(data, is_page=is_page)
    if "\x00" in text or len(CONTROL.findall(text)) > max(ACCIDENTS, MOST_CONTROL * len(text)):
        raise UnreadableArticleError(
            Message.of(
                N_("This is not a text. Kit reads .txt, .md, .html, .docx and .pdf; save the article as one of these.")
            )
        )
    return text


def _decoded(data: bytes, *, is_page: bool) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass  # most often Windows-1252, from an old editor or an old page
    declared = DECLARED.search(data[:4096]) if is_page else None
    for name in (declared[1].decode("ascii") if declared else "", "cp1252"):
        try:
            return data.decode(name) if name else data.decode("cp1252")
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("latin-1")

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

MOST_ACCENTS = 0.3
"""Share of letters beyond A to Z above which a text is in none of the languages that Windows-1252 is for."""

LETTERS = 30
"""Letters too few to tell."""

SAMPLE = 20_000
"""Characters that settle it."""

ACCIDENTS = 3
"""Control characters that any text may hold."""


def decode(data: bytes, *, is_page: bool = False) -> str:
    """The text in `data`. Errors: `UnreadableArticleError` where it is not text."""
    text = _decoded(data, is_page=is_page)
    if _is_binary(text):
        raise UnreadableArticleError(
            Message.of(
                N_("This is not a text. Kit reads .txt, .md, .html, .docx and .pdf; save the article as one of these.")
            )
        )
    return text


def _is_binary(text: str) -> bool:
    """Whether this is a picture or a program, which has no letters that could be saved another way."""
    return "\x00" in text or len(CONTROL.findall(text)) > max(ACCIDENTS, MOST_CONTROL * len(text))


def _is_guessed_wrong(text: str) -> bool:
    """Whether a text that was read as Windows-1252 is in another alphabet: accents in nearly every word."""
    letters = [character for character in text[:SAMPLE] if character.isalpha()]
    if len(letters) < LETTERS:
        return False
    return sum(character > "\x7f" for character in letters) > MOST_ACCENTS * len(letters)


def _decoded(data: bytes, *, is_page: bool) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass  # most often Windows-1252, from an old editor or an old page
    declared = DECLARED.search(data[:4096]) if is_page else None
    for name in (*([declared[1].decode("ascii")] if declared else []), "cp1252"):
        try:
            text = data.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
        if name != "cp1252" or not _is_guessed_wrong(text):
            return text
    text = data.decode("latin-1")
    if _is_guessed_wrong(text) and not _is_binary(text):
        raise UnreadableArticleError(
            Message.of(N_("The letters of this file cannot be made out. Save it once more as a text in UTF-8."))
        )
    return text

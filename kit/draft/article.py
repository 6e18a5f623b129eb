"""An article from a file, a paste or standard input: its text, its blocks, its language, its title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from kit.words import N_, Message

Form = Literal["text", "markdown", "html", "docx", "pdf"]
Role = Literal["paragraph", "heading", "item"]
Zone = Literal["body", "credit", "furniture", "comments", "code"]

FILE_LIMIT = 20 * 1024 * 1024
"""Bytes of a file; a saved page with its pictures inside has a few million."""

TEXT_LIMIT = 2 * 1024 * 1024
"""Bytes of an article's text, as `kit.sources.catalogue` takes them."""


class UnreadableArticleError(ValueError):
    """There is no article in these bytes; `message` says so to a teacher."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text that the file itself sets apart; `role` and `zone` where the file says what it is."""

    start: int
    end: int
    role: Role | None = None
    zone: Zone | None = None
    level: int = 0
    """Of a heading, 1 the highest; 0 where the file does not say."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or an entry of a list: offsets into the article's text, end exclusive."""

    start: int
    end: int
    role: Role
    zone: Zone
    """Where it belongs: the article proper, a credit line, the page's furniture (menus, boxes, footer), comments."""
    begins: int
    """Where its words begin, past a bullet, a number or a label."""
    level: int = 0
    for_class: bool = False
    """Whether it stands below a heading such as “Questions for discussion”."""


@dataclass(frozen=True, slots=True)
class Places:
    """For each character of a text where it begins and ends in the decoded file."""

    starts: Sequence[int]
    ends: Sequence[int]


@dataclass(frozen=True, slots=True)
class Extract:
    """What a file holds: its text, and the lines it is made of."""

    text: str
    lines: Sequence[Line]
    places: Places | None = None
    """Where its characters stand in the decoded file; None where the text is that file."""
    title: str = ""
    date: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as Kit reads it. Every offset counts the characters of `text`."""

    name: str
    """Of the file it came from, without folder."""
    form: Form
    data: bytes
    """The file, untouched."""
    text: str
    """The decoded file; of a page, a document or a PDF the text it holds."""
    blocks: tuple[Block, ...]
    language: str
    """An ISO 639-1 code, guessed from its words unless the file declares one Kit can believe."""
    title: str
    date: str
    places: Places | None = None

    def in_file(self, start: int, end: int) -> tuple[int, int]:
        """The offsets of a passage in the decoded file, end exclusive.

        A page's text is its words without the markup, so there a passage may hold tags in the file. Documents and
        PDFs have no decoded file: the offsets are those of the text.
        """
        if self.places is None or start >= end:
            return start, end
        return self.places.starts[start], self.places.ends[end - 1]

    def visible(self) -> Article:
        """The article with a blank for each character that could steer a terminal; every offset stays."""
        from kit.files.document import is_forbidden

        if all(line.isprintable() for line in self.text.splitlines()):
            return self
        text = "".join(" " if is_forbidden(c) and c not in "\r\n" else c for c in self.text)
        return self if text == self.text else replace(self, text=text, title=" ".join(self.title.split()))

    def is_as_filed(self) -> bool:
        """Whether the text is the file itself, byte for byte: UTF-8 with nothing to take off."""
        return self.form in ("text", "markdown") and self.text.encode("utf-8", "replace") == self.data


def read_file(path: Path, language: str | None = None) -> Article:
    """The article in the file at `path`. Errors: `UnreadableArticleError`, OSError."""
    if path.stat().st_size > FILE_LIMIT:
        raise too_large()
    return read_article(path.read_bytes(), path.name, language)


def read_article(data: bytes, name: str, language: str | None = None) -> Article:
    """The article in `data`, a file called `name`; its form is seen in the bytes, then in the name.

    Errors: `UnreadableArticleError` where it is no text, holds none, or is too large.
    """
    from kit.draft.languages import guess
    from kit.draft.layout import blocks, date_of, title_of

    if len(data) > FILE_LIMIT:
        raise too_large()
    form = form_of(data, name)
    found = extract(data, form)
    if not any(character.isalpha() for character in found.text):
        raise UnreadableArticleError(Message.of(_EMPTY[form]))
    if len(found.text) > TEXT_LIMIT:  # characters: the cheap question first
        raise too_large()
    body = blocks(found, form)
    words = language or guess(found.text, body, found.language)
    return Article(
        name=name,
        form=form,
        data=data,
        text=found.text,
        blocks=body,
        language=words,
        title=found.title or title_of(found.text, body, words),
        date=found.date or date_of(found.text, body),
        places=found.places,
    )


_EMPTY: dict[Form, str] = {
    "text": N_("The file is empty."),
    "markdown": N_("The file is empty."),
    "html": N_("The page holds no text. Save it again once it is fully loaded, or copy its text into a .txt file."),
    "docx": N_("The document holds no text."),
    "pdf": N_("The PDF holds pictures of pages and no text. Let a scanner program recognise the text first."),
}


def too_large() -> UnreadableArticleError:
    """What is said of a file nobody discusses in one lesson."""
    return UnreadableArticleError(
        Message.of(
            N_("This is too large for an article: up to {limit} MB of text. Keep only the pages you want to discuss."),
            limit=TEXT_LIMIT // 1024 // 1024,
        )
    )


def form_of(data: bytes, name: str) -> Form:
    """Which kind of file this is."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    suffix = Path(name).suffix.lower()
    if head.startswith(b"%pdf-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    if suffix in (".html", ".htm", ".xhtml") or head.startswith((b"<!doctype html", b"<html")):
        return "html"
    return "markdown" if suffix in (".md", ".markdown") else "text"


def extract(data: bytes, form: Form) -> Extract:
    """The text in `data`, and its lines. Errors: `UnreadableArticleError`."""
    if form == "pdf":
        from kit.draft.pdf import extract as of_pdf

        return of_pdf(data)
    if form == "docx":
        from kit.draft.docx import extract as of_docx

        return of_docx(data)
    from kit.draft.decode import decode

    text = decode(data, is_page=form == "html")
    if form == "html":
        from kit.draft.page import extract as of_page

        return of_page(text)
    from kit.draft.plain import lines_of, markdown_lines

    return Extract(text, markdown_lines(text) if form == "markdown" else lines_of(text))

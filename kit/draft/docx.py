"""The text of a .docx: its paragraphs, headings and lists; no library needed, and no bomb unpacked."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from kit.draft.article import Extract, Line, Role, UnreadableArticleError, too_large
from kit.words import N_, Message

XML_LIMIT = 30 * 1024 * 1024
"""Bytes of the unpacked text; a novel has a tenth of it."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADING = re.compile(r"(?i)^(heading|titre|título|titulo|titolo|title|überschrift|berschrift)\s*(\d?)")


def extract(data: bytes) -> Extract:
    """The text of the document, a paragraph a line. Errors: `UnreadableArticleError`."""
    import xml.etree.ElementTree as ET  # a document with entities of its own is refused before it is parsed

    xml = _document(data)
    try:
        root = ET.fromstring(xml)  # noqa: S314 - no DTD gets here, so nothing can be expanded
    except ET.ParseError:
        raise _damaged() from None
    pieces: list[str] = []
    lines: list[Line] = []
    at = 0
    for paragraph in root.iter(f"{W}p"):
        text = "".join(_texts(paragraph)).strip()
        if not text:
            continue
        if pieces:
            pieces.append("\n\n")
            at += 2
        role, level = _role(paragraph)
        lines.append(Line(at, at + len(text), role, None, level))
        pieces.append(text)
        at += len(text)
    return Extract("".join(pieces), lines)


def _document(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("word/document.xml") as file:
            xml = file.read(XML_LIMIT + 1)  # what the archive says of its size is not believed
    except KeyError:
        raise UnreadableArticleError(
            Message.of(N_("This is a packed file and no Word document. Kit reads .txt, .md, .html, .docx and .pdf."))
        ) from None
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError):
        raise _damaged() from None
    if len(xml) > XML_LIMIT:
        raise too_large()
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or xml.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _damaged()
    return xml


def _damaged() -> UnreadableArticleError:
    return UnreadableArticleError(
        Message.of(
            N_("The document is damaged. Open it in your word processor and save it once more, or as plain text.")
        )
    )


def _texts(paragraph: object) -> Iterator[str]:
    for node in paragraph.iter():  # type: ignore[attr-defined]
        if node.tag == f"{W}t":
            yield (node.text or "").replace("\n", " ")
        elif node.tag in (f"{W}tab", f"{W}br", f"{W}cr"):
            yield " "
        elif node.tag == f"{W}noBreakHyphen":
            yield "-"


def _role(paragraph: object) -> tuple[Role | None, int]:
    style = paragraph.find(f"{W}pPr/{W}pStyle")  # type: ignore[attr-defined]
    name = HEADING.match(style.get(f"{W}val") or "") if style is not None else None
    if name is not None:
        return "heading", int(name[2] or 1)
    if paragraph.find(f"{W}pPr/{W}numPr") is not None:  # type: ignore[attr-defined]
        return "item", 0
    return None, 0

"""The text of a PDF, where the optional library that reads PDFs is installed."""

from __future__ import annotations

import re

from kit.draft.article import TEXT_LIMIT, Extract, UnreadableArticleError, too_large
from kit.words import N_, Message

BROKEN_WORD = re.compile("[\ufffe\x02\u00ad]\r?\n?")
"""What PDFium writes for a hyphen at the end of a line."""


def extract(data: bytes) -> Extract:
    """The text of all its pages, in reading order as far as the file has one. Errors: `UnreadableArticleError`."""
    try:
        import pypdfium2
    except ImportError:
        raise UnreadableArticleError(
            Message.of(
                N_("To read PDFs, Kit needs one more library: {command}. Or copy the article's text into a .txt file."),
                command="pip install pypdfium2",
            )
        ) from None
    pages: list[str] = []
    try:
        with pypdfium2.PdfDocument(data) as document:
            for page in document:
                pages.append(page.get_textpage().get_text_range())
                if sum(map(len, pages)) > TEXT_LIMIT:
                    raise too_large()
    except pypdfium2.PdfiumError:
        raise UnreadableArticleError(
            Message.of(N_("The PDF cannot be opened: it is damaged or locked with a password."))
        ) from None
    from kit.draft.plain import lines_of

    text = BROKEN_WORD.sub("", "\n\n".join(pages)).replace("\r\n", "\n").replace("\r", "\n")
    return Extract(text, lines_of(text))

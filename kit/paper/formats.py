"""The formats a handout comes in, which kind comes in which, and how each is made from the same HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from kit.paper.handouts import Handout, file_name
from kit.paper.kinds import Kind
from kit.words import N_, words

FormatName = Literal["pdf", "fillable", "html", "md", "docx"]


@dataclass(frozen=True, slots=True)
class Format:
    """One format; `name` is its English message."""

    id: FormatName
    name: str
    suffix: str
    """What the names of its files end with."""


FORMATS: dict[str, Format] = {
    known.id: known
    for known in (
        Format("pdf", N_("PDF, to print"), ".pdf"),
        Format("fillable", N_("PDF, to fill in on a screen"), ".fillable.pdf"),
        Format("html", N_("Web page in one file"), ".html"),
        Format("md", N_("Markdown"), ".md"),
        Format("docx", N_("Word document"), ".docx"),
    )
}
"""Every format by its id, which is also its name on the command line."""

IN_EVERY_FORMAT = ("worksheet", "reading", "teacher")
"""The kinds somebody reads or writes on a screen. All others are made to be cut, hung up or filled in by hand."""


def formats_of(kind: Kind) -> tuple[Format, ...]:
    """The formats this kind comes in."""
    return tuple(FORMATS.values()) if kind.id in IN_EVERY_FORMAT else (FORMATS["pdf"],)


def name_of_file(handed: Handout, form: FormatName) -> str:
    """What the file of a handout in this format is called: ``many-hands.fr.worksheet.a4.docx``."""
    stem = file_name(handed.lesson, handed.language, handed.kind.id, handed.page, handed.profile)
    return stem.removesuffix(".pdf") + FORMATS[form].suffix


def make(handed: Handout, form: FormatName) -> bytes:
    """The handout in this format. Errors: `kit.paper.refused.Refused`."""
    return _MAKERS[form](handed)


def _pdf(handed: Handout) -> bytes:
    from kit.paper.handouts import make_pdf

    return make_pdf(handed)


def _fillable(handed: Handout) -> bytes:
    from kit.paper import engine
    from kit.paper.form_fields import add_fields
    from kit.paper.tree import parse, write

    root = parse(handed.html)
    add_fields(root, words(handed.language))
    laid = engine.lay_out(write(root), handed.kind.id, handed.page, handed.profile, forms=True)
    return engine.write(laid, pdf_forms=True)


def _html(handed: Handout) -> bytes:
    from kit.paper.engine import css
    from kit.paper.webpage import webpage

    return webpage(handed.html, css("web"), words(handed.language)).encode("utf-8")


def _markdown(handed: Handout) -> bytes:
    from kit.paper.blocks import blocks
    from kit.paper.markdown import markdown
    from kit.paper.tree import parse

    return markdown(blocks(parse(handed.html))).encode("utf-8")


def _word(handed: Handout) -> bytes:
    from kit.paper.blocks import blocks
    from kit.paper.tree import parse, text_of
    from kit.paper.word import word

    root = parse(handed.html)
    title = root.find("head/title")
    told = text_of(title) if title is not None else handed.lesson
    return word(blocks(root), title=told, language=handed.language, page=handed.page)


_MAKERS: dict[FormatName, Callable[[Handout], bytes]] = {
    "pdf": _pdf,
    "fillable": _fillable,
    "html": _html,
    "md": _markdown,
    "docx": _word,
}

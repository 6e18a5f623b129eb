"""A handout as a Word document, for teachers who want to change it. Needs python-docx, which is an extra of Kit."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.util import find_spec
from typing import Any

from kit.paper.blocks import Block, Run, Runs
from kit.paper.fonts import FAMILY
from kit.paper.kinds import Page
from kit.paper.refused import Refused
from kit.words import N_, Message

EXTRA = "pip install python-docx"
"""What to type where it is missing."""

_SIZES: dict[Page, tuple[float, float]] = {"a4": (210, 297), "letter": (215.9, 279.4), "a3": (297, 420)}
"""Millimetres."""

_WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
"""The date in every document, so that the same lesson makes the same file."""

_NUMBERS = 16
"""Millimetres for a column of line numbers."""

_BLANK = " " * 30
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""


def word(blocks: Iterable[Block], *, title: str, language: str, page: Page) -> bytes:
    """The blocks as a document in `language` on `page`. Errors: `Refused` where python-docx is not installed."""
    if find_spec("docx") is None:
        raise Refused(Message.of(N_("For Word documents Kit needs python-docx. Type: {command}"), command=EXTRA))
    import docx

    document = docx.Document()
    _set_up(document, title, language, page)
    for block in blocks:
        _add(document, block, language)
    out = io.BytesIO()
    document.save(out)
    return _dated(out)


def _dated(saved: io.BytesIO) -> bytes:
    """The same file with one date for everything in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            told = zipfile.ZipInfo(entry.filename, _WRITTEN.timetuple()[:6])
            told.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(told, source.read(entry))
    return out.getvalue()


def _set_up(document: Any, title: str, language: str, page: Page) -> None:
    from docx.shared import Mm, Pt

    about = document.core_properties
    about.title, about.language, about.author, about.comments = _clean(title), language, "", ""
    about.created = about.modified = _WRITTEN
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in _SIZES[page])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(18)
    for name, size in (("Normal", 12), ("Heading 1", 22), ("Heading 2", 15), ("Heading 3", 12)):
        style = document.styles[name]
        style.font.name, style.font.size = FAMILY, Pt(size)
        style.font.color.rgb = None
        _speak(style.element.get_or_add_rPr(), language)
        fonts = style.element.rPr.rFonts
        for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(_name(f"w:{kind}"), FAMILY)
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(_name(f"w:{theme}"), None)


def _add(document: Any, block: Block, language: str) -> None:
    if block.kind == "heading":
        _write(document.add_heading(level=min(block.level, 3)), block.runs, language)
    elif block.kind == "item":
        style = "List Number" if block.ordinal else "List Bullet"
        _write(document.add_paragraph(style=style), block.runs, language)
    elif block.kind == "rows":
        for _ in range(block.rows):
            _rule(document.add_paragraph())
    elif block.kind == "table":
        _table(document, block, language)
    else:
        _write(document.add_paragraph(), block.runs, language)


def _table(document: Any, block: Block, language: str) -> None:
    wide = max(len(row) for row in (block.heads, *block.cells))
    table = document.add_table(rows=0, cols=wide, style="Table Grid")
    for row in filter(None, (block.heads, *block.cells)):
        cells = table.add_row().cells
        for cell, runs in zip(cells, row, strict=False):
            _write(cell.paragraphs[0], runs, language)
    _narrow_numbers(table, document.sections[0])
    if block.heads:
        table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))
    for row in table.rows:
        row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
    document.add_paragraph()


def _narrow_numbers(table: Any, section: Any) -> None:
    """Where the first column holds the numbers of lines, give its room to the lines."""
    from docx.shared import Mm

    first, *others = table.columns
    numbers = [cell.text.strip() for cell in first.cells[1:]]
    if not others or not numbers or not all(number.isdigit() for number in numbers):
        return
    table.autofit = False
    rest = (section.page_width - section.left_margin - section.right_margin - Mm(_NUMBERS)) // len(others)
    for column, width in ((first, Mm(_NUMBERS)), *((column, rest) for column in others)):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _write(paragraph: Any, runs: Runs, language: str) -> None:
    for run in runs:
        _run(paragraph, run, language)


def _run(paragraph: Any, run: Run, language: str) -> None:
    made = paragraph.add_run(_BLANK if run.blank else _clean(run.text))
    made.bold, made.italic = run.bold or None, run.italic or None
    made.underline = run.blank or None
    if run.language and run.language != language:
        _speak(made._r.get_or_add_rPr(), run.language)


def _speak(properties: Any, language: str) -> None:
    """Say which language something is in: a screen reader and the spelling checker need to know."""
    for old in properties.findall(_name("w:lang")):
        properties.remove(old)
    properties.append(_element("w:lang", val=language))


def _rule(paragraph: Any) -> None:
    """Make the foot of a paragraph a line to write on."""
    borders = _element("w:pBdr")
    borders.append(_element("w:between", val="single", sz="6", space="1", color="auto"))
    borders.append(_element("w:bottom", val="single", sz="6", space="1", color="auto"))
    paragraph._p.get_or_add_pPr().append(borders)


def _element(name: str, **values: str) -> Any:
    from docx.oxml import OxmlElement

    made = OxmlElement(name)
    for key, value in values.items():
        made.set(_name(f"w:{key}"), value)
    return made


def _name(short: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(short))


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)

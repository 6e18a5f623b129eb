"""The same handout in other formats: to fill in, as a web page, as Markdown, as a Word document."""

from __future__ import annotations

import dataclasses
import io
import os
import re
import subprocess
import sys
import zipfile
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import docx
import page as pdf_validation
import pikepdf
import pytest
from markdown_it import MarkdownIt

from kit.lesson.model import Lesson
from kit.paper import blocks, tree
from kit.paper.form_fields import add_fields, rows_of
from kit.paper.formats import FORMATS, IN_EVERY_FORMAT, FormatName, formats_of, make, name_of_file
from kit.paper.handouts import Handout, handout
from kit.paper.kinds import KINDS
from kit.paper.kinds import Page as Paper
from kit.paper.markdown import escaped
from kit.paper.printable import printable
from kit.words import LANGUAGES, words
from tests.paper.conftest import HERE, lesson_called, squeezed

pytestmark = pytest.mark.pdf

HOSTILE = "<script>alert(1)</script> *so* [x](javascript:1) `y` | z &amp; \\ _ <b>"


@cache
def handed(kind: str, language: str = "en", lesson: str = "many-hands") -> Handout:
    return handout(lesson_called(lesson), kind, language, "a4")


@cache
def made(kind: str, form: FormatName, language: str = "en") -> bytes:
    return make(handed(kind, language), form)


def hostile(lesson: Lesson) -> Lesson:
    """The lesson with a title that tries everything."""
    return dataclasses.replace(
        lesson,
        editions={code: dataclasses.replace(edition, title=HOSTILE) for code, edition in lesson.editions.items()},
    )


class Page(HTMLParser):
    """What a browser would find: elements, attributes, text."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_which_kind_comes_in_which_format() -> None:
    for kind in KINDS.values():
        names = [form.id for form in formats_of(kind)]
        assert names == (list(FORMATS) if kind.id in IN_EVERY_FORMAT else ["pdf"])
    assert name_of_file(handed("worksheet"), "docx") == "many-hands.en.worksheet.a4.docx"
    assert len({name_of_file(handed("worksheet"), form.id) for form in FORMATS.values()}) == len(FORMATS)


def test_every_handout_can_be_read_as_a_tree_and_written_again() -> None:
    kinds = [kind.id for kind in printable(lesson_called("many-hands"))]
    assert set(IN_EVERY_FORMAT) < set(kinds)
    for kind in kinds:
        html = handed(kind).html
        once = tree.write(tree.parse(html))
        assert tree.write(tree.parse(once)) == once
        assert squeezed(Page(once.encode()).text) == squeezed(Page(html.encode()).text)


@pytest.mark.parametrize("kind", IN_EVERY_FORMAT)
def test_fields_of_a_pdf_have_names_and_tooltips_and_it_keeps_the_rules_of_pdf_ua(kind: str) -> None:
    pdf = made(kind, "fillable")
    report = pdf_validation.validate_pdf_bytes(pdf, profile=pdf_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fields = list(document.Root.AcroForm.Fields)
        assert fields
        assert len({str(field.T) for field in fields}) == len(fields)
        assert all(len(str(field.TU)) > 3 for field in fields)
        if kind == "worksheet":
            said = [str(field.TU) for field in fields]
            assert said[:3] == ["Name", "Class", "Date"]
            first = next(iter(lesson_called("many-hands").edition("en").questions.values()))
            assert any(first.asks.strip() in text for text in said)
            assert len([text for text in said if text.endswith((": For lines 3–14", ": Against lines 15–28"))]) <= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_blank_becomes_a_field_and_nothing_else_changes(language: str) -> None:
    html = handed("worksheet", language).html
    root = tree.parse(html)
    blanks = [
        element
        for element in root.iter()
        if rows_of(element)
        or tree.has_class(element, "field", "tick")
        or (element.tag == "td" and tree.has_class(element, "notes"))
    ]
    assert add_fields(root, words(language)) == len(blanks) > 30
    assert squeezed(Page(tree.write(root).encode()).text) == squeezed(Page(html.encode()).text)


@pytest.mark.parametrize("kind", IN_EVERY_FORMAT)
def test_a_web_page_has_everything_in_it_and_loads_nothing(kind: str) -> None:
    html = made(kind, "html")
    page = Page(html)
    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & {tag for tag, _ in page.found}
    assert not any(name in attributes for _, attributes in page.found for name in ("src", "href", "action", "onclick"))
    assert b"url(" not in html
    assert b"@import" not in html
    policy = next(a for tag, a in page.found if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy")
    assert (policy["content"] or "").startswith("default-src 'none'")
    assert next(attributes for tag, attributes in page.found if tag == "html")["lang"] == "en"
    fields = [attributes for tag, attributes in page.found if tag in ("input", "textarea")]
    assert fields
    assert all(attributes.get("aria-label") for attributes in fields)
    languages = {attributes["lang"] for tag, attributes in page.found if tag in ("td", "p") and "lang" in attributes}
    assert kind == "teacher" or {"fr", "es", "it"} <= languages


@pytest.mark.parametrize("kind", IN_EVERY_FORMAT)
@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_and_word_have_every_line_question_and_heading(kind: str, language: str) -> None:
    lesson, edition = lesson_called("many-hands"), lesson_called("many-hands").edition(language)
    shown = MarkdownIt("commonmark").enable("table").render(made(kind, "md", language).decode())
    document = docx.Document(io.BytesIO(made(kind, "docx", language)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    for text in (Page(shown.encode()).text, "\n".join([*(p.text for p in document.paragraphs), *cells])):
        plain = squeezed(text).replace("\u202f", "").replace("\u00a0", "")
        wanted = [question.asks for question in edition.questions.values()] if kind != "reading" else []
        wanted += [line.text for line in lesson.lines] if kind != "teacher" else [edition.overview]
        for sentence in wanted:
            assert squeezed(sentence.replace("_", "")) in plain.replace("_", ""), sentence
    styles = [str(paragraph.style.name) for paragraph in document.paragraphs if paragraph.style is not None]
    headings = re.findall(r"<h(\d)>", shown)
    assert headings == [name[-1] for name in styles if name.startswith("Heading")]
    assert headings.count("1") == 1


def test_a_word_document_says_its_title_and_which_language_each_passage_is_in() -> None:
    data = made("worksheet", "docx")
    document = docx.Document(io.BytesIO(data))
    assert "Many hands or few?" in document.core_properties.title
    assert document.core_properties.language == "en"
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    for language in ("fr", "es", "it"):
        assert f'<w:lang w:val="{language}"/>' in xml
    assert xml.count("<w:tblHeader/>") >= len(document.tables) - 1
    assert {entry.date_time[:3] for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()} == {(2026, 1, 1)}
    assert make(handed("worksheet"), "docx") == data


@pytest.mark.parametrize(("page", "wide", "high"), [("a4", 210, 297), ("letter", 216, 279)])
def test_a_word_document_has_its_paper_and_narrow_columns_for_the_numbers(page: Paper, wide: int, high: int) -> None:
    made = make(handout(lesson_called("many-hands"), "worksheet", "fr", page), "docx")
    document = docx.Document(io.BytesIO(made))
    (section,) = document.sections
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (wide, high)
    lines = [table for table in document.tables if table.rows[0].cells[0].text == "Ligne"]
    numbers = [int(row.cells[0].text) for table in lines for row in table.rows[1:]]
    assert numbers == [line.number for line in lesson_called("many-hands").lines]
    for table in lines:
        widths = [cell.width.mm for cell in table.rows[1].cells if cell.width is not None]
        assert round(widths[0]) == 16
        assert min(widths[1:]) > 3 * widths[0]


@pytest.mark.parametrize("form", FORMATS)
def test_no_text_of_a_lesson_is_taken_for_markup(form: FormatName) -> None:
    content = make(handout(hostile(lesson_called("fair-play")), "worksheet", "en", "a4"), form)
    if form == "html":
        assert HOSTILE.replace("_", "") in Page(content).text.replace("_", "")
        assert "script" not in {tag for tag, _ in Page(content).found}
    elif form == "md":
        shown = Page(MarkdownIt("commonmark").enable("table").render(content.decode()).encode())
        assert HOSTILE in shown.text
        assert not {"script", "a", "code"} & {tag for tag, _ in shown.found}
    elif form == "docx":
        assert any(HOSTILE in paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)
    else:
        assert content.startswith(b"%PDF")


@pytest.mark.parametrize(
    "text", ["1. first", "- not a list", "# not a heading", "+ plus", "> said", "12) twelve", "=== x"]
)
def test_the_beginning_of_a_paragraph_is_not_taken_for_a_list(text: str) -> None:
    from kit.paper.markdown import markdown

    written = markdown([blocks.Block(kind="paragraph", runs=(blocks.Run(text=text),))])
    assert MarkdownIt("commonmark").render(written) == f"<p>{text.replace('>', '&gt;')}</p>\n"
    assert escaped("A & B") == "A & B"


def kit(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "KIT_LANGUAGE": "en", "KIT_CACHE": str(tmp_path / "cache")}
    environment["PYTHONPATH"] = str(HERE.parent.parent)
    return subprocess.run(
        [sys.executable, "-m", "kit", *arguments], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8"
    )


def test_the_command_writes_the_kinds_that_come_in_a_format_and_refuses_the_others(tmp_path: Path) -> None:
    done = kit(tmp_path, "print", "many-hands", "--format", "md", "--page", "a4")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["many-hands.en.worksheet.a4.md", "many-hands.en.teacher.a4.md"]
    done = kit(tmp_path, "print", "many-hands", "--format", "docx", "--kind", "ballots")
    assert done.returncode == 1
    assert "worksheet, reading, teacher" in done.stderr
    assert kit(tmp_path, "print", "many-hands", "--format", "html", "--copies", "3").returncode == 2


def test_without_python_docx_the_teacher_is_told_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    from kit.paper import word
    from kit.paper.refused import Refused

    monkeypatch.setattr(word, "find_spec", lambda _: None)
    with pytest.raises(Refused, match="pip install python-docx"):
        make(handed("worksheet"), "docx")

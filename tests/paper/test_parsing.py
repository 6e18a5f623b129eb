"""Kit's own HTML is read quickly, and exactly as a browser would read it."""

from __future__ import annotations

from typing import Any

import pytest
import tinyhtml5  # type: ignore[import-untyped]

from kit.paper import engine, parsing
from kit.paper.handouts import handout
from kit.paper.kinds import KINDS
from kit.paper.refused import Refused
from tests.paper.conftest import lesson_called


def long_way(html: str) -> Any:
    return tinyhtml5.parse(html, namespace_html_elements=False)


def dump(element: Any, *, outside: bool = True) -> Any:
    """The tree as plain data, without the white space between head and body that no renderer keeps."""
    outside = outside and element.tag in ("html", "head")
    text = [element.text, *(child.tail for child in element)]
    kept = [(part or "") if not outside or (part or "").strip() else "" for part in text]
    if element.tag == "body":
        kept[-1] = kept[-1].rstrip()
    return element.tag, dict(element.attrib), kept, [dump(child, outside=outside) for child in element]


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("lesson", ["many-hands", "hostile"])
def test_every_handout_is_read_as_a_browser_reads_it(kind: str, lesson: str, monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        html = handout(lesson_called(lesson), kind, "en", "a4").html
    except Refused:
        pytest.skip("this lesson has none of it")
    wanted = dump(long_way(html))
    monkeypatch.setattr(tinyhtml5, "parse", lambda *_, **__: pytest.fail("it went the long way"))
    assert dump(parsing.tree(html)) == wanted


@pytest.mark.parametrize("html", ["<p>one<p>two", "<p class=a>&notaname; &lt;&nbsp;", "<b><i>x</b></i>", "", "\x00"])
def test_whatever_is_no_xml_goes_the_long_way(html: str) -> None:
    assert dump(parsing.tree(html)) == dump(long_way(html))


def test_names_of_characters_are_known_and_what_is_escaped_stays_so() -> None:
    (paragraph,) = parsing.tree("<body><p>a&nbsp;b&amp;nbsp;&lt;br&gt;<br></p></body>")
    assert paragraph.text == "a\u00a0b&nbsp;<br>"
    assert [child.tag for child in paragraph] == ["br"]


@pytest.mark.pdf
@pytest.mark.parametrize("kind", ["worksheet", "teacher"])
def test_it_makes_the_same_pdf_byte_for_byte(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    html = handout(lesson_called("many-hands"), kind, "fr", "a4").html
    quick = engine.write(engine.lay_out(html, kind, "a4"))
    monkeypatch.setattr(parsing, "tree", long_way)
    assert engine.write(engine.lay_out(html, kind, "a4")) == quick

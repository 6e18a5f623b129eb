"""Whatever stands in a lesson or an article is printed as text: it commands nothing, loads nothing, hides nothing.

One test a rule. Each is written so that it fails where the rule is not kept.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import jinja2
import pytest

from kit.lesson.model import Lesson
from kit.paper import engine, limits, stamps
from kit.paper.engine import Laid
from kit.paper.handouts import handout
from kit.paper.html import environment
from kit.paper.kinds import KINDS
from kit.paper.refused import Refused
from kit.paper.text import line, quoted
from kit.words import LANGUAGES
from tests.paper.conftest import HERE, lesson_called

EVIL = (
    '"\'; } @page { size: 20mm } * { display: none } </style><b style="position:fixed"> {{ 7*7 }} \\22 url(file:///x)'
)


def laid_out(body: str) -> Laid:
    return engine.lay_out(f"<html lang=en><title>x</title><body>{body}", "worksheet", "a4")


def titled(title: str) -> Lesson:
    lesson = lesson_called("many-hands")
    editions = {name: replace(edition, title=title) for name, edition in lesson.editions.items()}
    return replace(lesson, editions=editions)


# 1. Lesson text is data, never a template, and templates escape it.


def test_a_lesson_s_words_are_no_template() -> None:
    html = handout(titled("{{ 7*7 }}{% for i in range(9) %}x{% endfor %}"), "worksheet", "en", "a4").html
    assert "{{ 7*7 }}{% for i in range(9) %}x{% endfor %}" in html
    assert "49" not in html.split("</title>")[0]


def test_templates_escape_and_miss_nothing_silently() -> None:
    assert environment().from_string("{{ text }}").render(text="<b>&'\"") == "&lt;b&gt;&amp;&#39;&#34;"
    with pytest.raises(jinja2.UndefinedError):
        environment().from_string("{{ forgotten }}").render()


# 3. WeasyPrint gets Kit's own drawings and nothing else.


@pytest.mark.pdf
@pytest.mark.parametrize(
    "body",
    [
        "<link rel=attachment href='{}'>x",
        "<a rel=attachment href='{}'>x</a>",
        "<object data='{}'>x</object>",
        "<embed src='{}'>x",
        "<style>@import url({});</style>x",
        "<style>@color-profile --x {{ src: url({}) }}</style>x",
        "<p style='list-style-image: url({}); display: list-item'>x",
    ],
)
def test_no_file_comes_into_a_pdf_by_any_door(body: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the grades of 3B")
    with pytest.raises(Refused, match="asks for a file"):
        engine.write(laid_out(body.format((tmp_path / "secret.txt").as_uri())))


@pytest.mark.pdf
def test_nor_into_the_names_that_are_set_on_copies(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the grades of 3B")
    secret = (tmp_path / "secret.txt").as_uri()
    with pytest.raises(Refused, match="asks for a file"):
        engine.draw(f"<html lang=en><title>x</title><link rel=attachment href='{secret}'>x", "names")
    (name,) = stamps.draw([f"<link rel=attachment href='{secret}'>"]).names
    assert name.startswith("<link"), "a name is text like any other"


opened: list[object] = []
sys.addaudithook(lambda event, arguments: opened.append(arguments[0]) if event == "open" else None)


@pytest.mark.pdf
def test_nor_by_a_drawing_which_weasyprint_merely_leaves_out(tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    opened.clear()
    engine.write(laid_out(f"<svg width=9 height=9><image href='{secret.as_uri()}' width=9 height=9 /></svg>"))
    assert str(secret) not in map(str, opened)
    assert secret.read_text() and str(secret) in map(str, opened), "the hook sees what is opened"  # noqa: PT018


# 5. Nothing of a lesson reaches a style sheet.


@pytest.mark.pdf
@pytest.mark.parametrize("kind", ["worksheet", "teacher"])
def test_a_title_cannot_change_the_style_and_stands_in_the_running_head_as_it_is(kind: str) -> None:
    made = handout(titled(EVIL), kind, "en", "a4")
    usual = handout(lesson_called("many-hands"), kind, "en", "a4")
    assert styles(made.html) == styles(usual.html)
    assert "<style" not in made.html
    laid = engine.lay_out(made.html, kind, "a4")
    assert {round(page.width) for page in laid.document.pages} == {794}  # 210 mm in CSS pixels
    assert abs(laid.pages - engine.lay_out(usual.html, kind, "a4").pages) <= 1
    import pypdfium2

    text = pypdfium2.PdfDocument(engine.write(laid))[1].get_textpage().get_text_bounded()
    assert "{{ 7*7 }}" in text


def styles(html: str) -> list[str]:
    """What stands in `style` attributes, which are the templates' own: measures and drawings."""
    return re.findall(r'<[a-z][^<>]*?\sstyle="([^"]*)"', html)


MEASURE = r"[a-z-]+: ([0-9. ]|mm|pt|%|fr)+"
DRAWING = r"background-image: url\(kit:rules-[a-z0-9]+-\d+\.svg\)"


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_style_attributes_hold_measures_and_drawings_of_ours_only(kind: str, language: str) -> None:
    for name in ("many-hands", "hostile"):
        try:
            html = handout(lesson_called(name), kind, language, "a4").html
        except Refused:
            continue  # this lesson has none of it
        for style in styles(html):
            assert re.fullmatch(rf"(({MEASURE}|{DRAWING})(; |;?$))+", style), style


@pytest.mark.pdf
def test_attributes_of_old_html_style_nothing() -> None:
    (page,) = laid_out("<p bgcolor=red align=right><font size=7 color=red>x</font></p>").document.pages
    html = page._page_box.children[0]
    for box in html.descendants():
        assert box.style["background_color"].alpha == 0
        assert box.style["text_align_all"] != "right"


# 6 is the reader's: see tests/lesson/test_hostile.py. 7. No handout occupies the computer.


@pytest.mark.pdf
def test_a_handout_that_takes_too_long_is_given_up_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "limited", partial(limits.limited, 0.05))
    with pytest.raises(Refused, match="was not finished after"):
        laid_out("<p>far too long</p>" * 20_000)


@pytest.mark.pdf
def test_one_that_is_nested_too_deeply_is_given_up_in_a_sentence() -> None:
    with pytest.raises(Refused, match="far too long"):
        laid_out("<div>" * 3_000)


@pytest.mark.pdf
@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory in other ways")
def test_one_that_needs_too_much_memory_is_given_up_in_a_sentence() -> None:
    code = (
        "from kit.paper import engine, limits\n"
        "from kit.paper.refused import Refused\n"
        "engine.lay_out('<html lang=en><title>x</title>x', 'worksheet', 'a4')\n"
        "taken = int(open('/proc/self/statm').read().split()[0]) * 4096\n"
        "limits.limit_memory(taken + 20_000_000)\n"
        "try:\n    engine.lay_out('<p>long</p>' * 50_000, 'worksheet', 'a4')\n"
        "except Refused as refused:\n    print(refused)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent.parent)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", env=environment)
    assert "more memory than Kit may use" in done.stdout, done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory in other ways")
@pytest.mark.parametrize("command", [["print", "fair-play", "--proof"], ["open", "nothing.pdf"]])
def test_whoever_prints_or_opens_a_file_has_no_more_memory_than_that(command: list[str], tmp_path: Path) -> None:
    code = (
        "import resource, sys\n"
        "from kit.cli import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "except SystemExit:\n    print(resource.getrlimit(resource.RLIMIT_AS)[0])\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent.parent), "KIT_HOME": str(HERE)}
    run = [sys.executable, "-c", code, *command]
    done = subprocess.run(run, capture_output=True, encoding="utf-8", env=environment, cwd=tmp_path)
    assert done.stdout.splitlines()[-1] == str(limits.MEMORY), done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such clock")
def test_after_it_was_given_up_nothing_rings_any_more() -> None:
    def spin() -> None:
        with limits.limited(0.01):
            while True:
                pass

    before = signal.getsignal(signal.SIGPROF)
    with pytest.raises(Refused):
        spin()
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGPROF) is before


# Marks of direction.


def test_what_turns_a_line_around_is_kept_in_the_article_and_never_printed() -> None:
    article = "They said \u202eyes\u202c and \u2067no\u2069.\u200f"
    assert quoted(article) == "They said yes and no."
    assert line(article) == "They said yes and no."

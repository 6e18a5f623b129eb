"""Saved pages that say nothing of their parts: what is the article, with trafilatura and without it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kit.draft.article import read_article
from kit.draft.questions import questions
from tests.cli.program import ROOT, Kit

SOUP = """<html><head><title>The ferry</title></head><body><div class="c7">
<div class="a1"><div><a href="/3">Is the Monday paper late again?</a></div></div>
<div class="b2"><h1>The last ferry</h1>
<div>The ferry to the island has crossed the sound every hour since 1931, and on Sunday it will cross it for the last
time, said the company, because a bridge of two kilometres has been opened beside it at a cost of 300 million.</div>
<div>The islanders are of two minds. The doctor comes sooner now, and so do the visitors, who leave their cars in front
of the church and are gone by five o'clock, with nothing left behind but paper.</div>
<div>Four men lose their work. The youngest of them will drive the bus over the bridge, and the others have not said
what they will do. Who has a right to an island, those who live on it or those who come to see it?</div>
<div>What would you have built?</div></div>
<div class="z9"><div><a href="/1">Why do cats always come home?</a></div><div><a href="/2">Nine soups for May</a></div>
<div>The Coast Courier, 4 Quay Street, open from nine to five</div></div></div></body></html>"""


def kinds(page: str) -> list[tuple[str, str]]:
    return [(question.kind, question.text) for question in questions(read_article(page.encode(), "ferry.html"))]


def asked(found: list[tuple[str, str]]) -> list[str]:
    return [text for kind, text in found if kind in ("prompt", "open")]


def test_a_line_that_is_one_link_leads_away_from_the_article() -> None:
    found = kinds(SOUP)
    assert ("boilerplate", "Is the Monday paper late again?") in found
    assert ("boilerplate", "Why do cats always come home?") in found
    assert "What would you have built?" in asked(found)


def test_trafilatura_says_which_lines_are_the_article() -> None:
    pytest.importorskip("trafilatura")
    article = read_article(SOUP.encode(), "ferry.html")
    inside = [article.text[block.start : block.end] for block in article.blocks if block.zone == "body"]
    assert inside[0] == "The last ferry"
    assert inside[-1] == "What would you have built?", "and not the address of the paper"
    assert asked(kinds(SOUP))[-1] == "What would you have built?"


def test_questions_below_the_article_stay_whatever_trafilatura_thinks_of_them() -> None:
    pytest.importorskip("trafilatura")
    asks = "<ul><li>Who pays for a bridge?</li><li>Who does not?</li></ul>"
    below = f'<div class="q"><h4>Discussion questions</h4>{asks}</div>'
    found = kinds(SOUP.replace('<div class="z9">', f'{below}<div class="z9">'))
    assert ("prompt", "Who pays for a bridge?") in found
    assert ("prompt", "Who does not?") in found


def test_a_page_is_read_without_trafilatura_too(tmp_path: Path) -> None:
    """As on a computer where the extra was not installed: in a process in which it cannot be imported."""
    (tmp_path / "ferry.html").write_text(SOUP, encoding="utf-8")
    code = (
        "import sys; sys.modules['trafilatura'] = None; sys.modules['lxml'] = None\n"
        "from pathlib import Path; from kit.draft.article import read_file; from kit.draft.questions import questions\n"
        "print([q.text for q in questions(read_file(Path('ferry.html'))) if q.is_for_class][-1])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == ("What would you have built?", "")


def test_only_a_page_costs_the_time_to_load_trafilatura(tmp_path: Path) -> None:
    code = (
        "import sys; from kit.draft.article import read_article; from kit.draft.questions import questions\n"
        "questions(read_article(b'A bridge stood here. Why?', 'a.txt'))\n"
        "print([name for name in ('trafilatura', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.strip() == "[]"


HOSTILE = {
    "script": "<script>document.write('Why?')</script><img src=x onerror=alert(1)><p>A bridge. Would you cross it?</p>",
    "deep": "<div>" * 10_000 + "<p>A bridge. Would you cross it?</p>",
    "laughs": '<!DOCTYPE a [<!ENTITY b "Why? "><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    "<html><p>A bridge &c;&c;. Would you cross it?</p></html>",
    "declared": '<?xml version="1.0" encoding="utf-7"?><html><p>A bridge. Would you cross it?</p></html>',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_text_like_any_other_and_nothing_is_said_about_it(tmp_path: Path, name: str) -> None:
    kit, path = Kit(tmp_path), tmp_path / "page.html"
    path.write_text(HOSTILE[name], encoding="utf-8")
    done = kit("draft", path, "--questions")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "> Would you cross it?" in done.stdout
    assert "Why?" not in done.stdout

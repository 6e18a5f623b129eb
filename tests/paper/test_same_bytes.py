"""The same lesson makes the same bytes: in any process, time zone and language, whatever fonts the computer has."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from kit.paper import engine, fonts, lint
from tests.paper.conftest import HERE

pytestmark = pytest.mark.pdf

PROGRAM = """
import hashlib
from pathlib import Path
from kit.lesson.home import Home
from kit.lesson.library import Library
from kit.paper.handouts import handout, make_pdf
library = Library(Home(Path("own")))
lesson, _ = library.open(library.find("many-hands"))
for kind, language in (("worksheet", "fr"), ("teacher", "en"), ("ballots", "it")):
    print(kind, hashlib.sha256(make_pdf(handout(lesson, kind, language, "a4"))).hexdigest())
"""


def made(program: str, folder: Path, **environment: str) -> list[str]:
    """What `program` prints, as a process of its own with a cache of its own."""
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(HERE.parent.parent),
            "KIT_CACHE": str(folder / "cache"),
            "XDG_DATA_HOME": str(folder / "data"),
            **environment,
        },
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_in_any_process_time_zone_and_language(tmp_path: Path) -> None:
    here = made(PROGRAM, tmp_path / "one", PYTHONHASHSEED="1", TZ="Europe/Paris", LC_ALL="C.UTF-8")
    there = made(PROGRAM, tmp_path / "other", PYTHONHASHSEED="2", TZ="Pacific/Apia", LC_ALL="C", KIT_LANGUAGE="it")
    assert len(here) == 3
    assert here == there


ONE_LINE = """
import hashlib
from kit.paper import engine
html = "<html lang=en><title>x</title><p>Who decides? <b>All of us.</b>"
print(hashlib.sha256(engine.write(engine.lay_out(html, "worksheet", "a4"))).hexdigest())
"""


def test_another_edition_of_the_family_on_this_computer_does_not_step_in(tmp_path: Path) -> None:
    """A newer one, which fontconfig would take before ours, and with other widths."""
    usual = made(ONE_LINE, tmp_path / "usual")
    installed = tmp_path / "with-another" / "data" / "fonts"
    installed.mkdir(parents=True)
    for path in fonts.folder().glob("*.ttf"):
        font = TTFont(path)
        font["head"].fontRevision = 9.0
        for glyph, (width, bearing) in font["hmtx"].metrics.items():
            font["hmtx"].metrics[glyph] = (width + 90, bearing)
        font.save(installed / path.name)
    assert made(ONE_LINE, tmp_path / "with-another") == usual


def test_a_face_of_the_computer_draws_only_what_the_family_lacks() -> None:
    html = "<html lang=en><title>x</title><p>Nguyễn Thị and Łukasz"
    laid = engine.lay_out(html, "worksheet", "a4")
    engine.write(laid)
    if lint.missing_characters(laid):
        pytest.skip("none of the faces that step in is installed here")
    drawn = {str(font.name): "".join(font.to_unicode.values()) for font in laid.document.fonts.values()}
    assert any("ễ" in text and "Atkinson" not in name for name, text in drawn.items())
    assert all("Atkinson" in name for name, text in drawn.items() if "Ł" in text)


def test_what_a_file_is_called_and_when_it_is_made_is_not_in_it() -> None:
    pdf = engine.write(engine.lay_out("<html lang=en><title>x</title><p>x", "worksheet", "a4"))
    assert b"/CreationDate" not in pdf
    assert b"/ModDate" not in pdf
    assert b"/ID" not in pdf

"""Paper against its yardsticks: the weasyprint command, WeasyPrint in a warm process, Typst, and Chromium where it is.

The limits hold against the first two. Typst is a compiler of another kind and much faster on one sheet; its figure
stands there to be seen.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from math import inf
from pathlib import Path

from bench.measure import KIT, LESSON, ROOT, Figure, Missing, rounds, seconds_of

SHEETS = """
import base64, re, sys
from pathlib import Path
from bench.typst_sheet import source
from kit.files import bundled
from kit.lesson.home import own_home
from kit.lesson.library import Library
from kit.paper import handout
from kit.paper.rulings import RULINGS, drawing

def drawn(rows):
    return "data:image/svg+xml;base64," + base64.b64encode(drawing(RULINGS[rows[1]], int(rows[2]))).decode()

RULED = '<div class="ruled" style="[^"]*kit:rules-([a-z0-9]+)-([0-9]+)[.]svg[^"]*"></div>'

def rows(wanted):
    ruling = RULINGS[wanted[1]]
    return f'<div style="height: {ruling.row}mm; border-bottom: 0.75pt solid"></div>' * int(wanted[2])

lesson, _ = Library(own_home()).open(bundled.folder("lessons") / sys.argv[1])
made, file = handout(lesson, "worksheet", "en", "a4"), Path(sys.argv[2])
# The drawings Kit serves by an address of its own stand in the file itself, so that all sides set the same sheet.
file.write_text(re.sub(r"kit:rules-([a-z0-9]+)-([0-9]+)\\.svg", drawn, made.with_style), encoding="utf-8")
# And as one writes it who does not know what is slow: a box for every row, tables that measure every cell.
plain = made.with_style.replace("table-layout: fixed", "table-layout: auto")
file.with_suffix(".plain.html").write_text(re.sub(RULED, rows, plain), encoding="utf-8")
file.with_suffix(".bare.html").write_text(made.html, encoding="utf-8")
file.with_suffix(".typ").write_text(source(made.html, lesson.edition("en").title.strip(), "en"), encoding="utf-8")
"""

LIBRARY = """
import sys
from pathlib import Path
from kit.lesson.home import own_home
from kit.lesson.library import Library
from kit.paper import print_lesson
from kit.paper.printable import printable
library, count = Library(own_home()), 0
for folder, _ in library.folders().values():
    lesson, _ = library.open(folder)
    kinds = [kind.id for kind in printable(lesson)]
    for language in lesson.languages:
        done = [told for told in print_lesson(lesson, kinds, language, "a4", Path(sys.argv[1])) if told.path]
        count += len(done)
print(count)
"""

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "chrome", "microsoft-edge", "msedge")


def paper_figures(env: dict[str, str], count: int, folder: Path) -> Iterator[Figure | Missing]:
    """A worksheet cold, unchanged and warm; then every handout of the library when nothing has changed."""
    html = folder / "worksheet.html"
    subprocess.run([sys.executable, "-c", SHEETS, LESSON, str(html)], env=env, check=True)
    yield from _cold(env, count, folder, html)
    yield from _warm(env, count, html)
    yield from _library(env, count, folder)


def _cold(env: dict[str, str], count: int, folder: Path, html: Path) -> Iterator[Figure | Missing]:
    command = [str(Path(sys.executable).parent / "weasyprint"), "--pdf-variant", "pdf/ua-1", str(html)]
    command.append(str(folder / "w.pdf"))
    kit = [*KIT, "print", LESSON, "--kind", "worksheet", "--lang", "en", "--page", "a4", "--out", str(folder)]

    def fresh() -> float:
        shutil.rmtree(Path(env["KIT_CACHE"]) / "handouts", ignore_errors=True)
        return seconds_of(kit, env)

    sides: list[Callable[[], float]] = [lambda: seconds_of(command, env), fresh, lambda: seconds_of(kit, env)]
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if chromium is not None:
        page = _web_page(env, folder).as_uri()
        to_pdf = [chromium, "--headless", "--no-sandbox", f"--print-to-pdf={folder / 'c.pdf'}", page]
        sides.append(lambda: seconds_of(to_pdf, env))
    base, cold, again, *others = rounds(count, *sides)
    yield _against("one worksheet, cold / the weasyprint command", cold, base, 0.75)
    yield _against("the same, unchanged / the weasyprint command", again, base, 0.25)
    for other in others:
        yield _against("the same, cold / Chromium printing Kit's web page", cold, other, inf)
    if chromium is None:
        yield Missing("the same, cold / Chromium printing Kit's web page", "Chromium")


def _web_page(env: dict[str, str], folder: Path) -> Path:
    """The worksheet as ``--format html`` writes it."""
    web = [*KIT, "print", LESSON, "--kind", "worksheet", "--lang", "en", "--format", "html", "--out", str(folder)]
    done = subprocess.run(web, env=env, check=True, capture_output=True, text=True)
    return Path(done.stdout.strip())


def _warm(env: dict[str, str], count: int, html: Path) -> Iterator[Figure | Missing]:
    names = ["naive", "alone", "kit", *(["typst"] if find_spec("typst") else [])]
    sides = {name: _Side(name, html, env) for name in names}
    try:
        naive, alone, kit, *typst = rounds(3 * count, *(side.once for side in sides.values()))
    finally:
        for side in sides.values():
            side.close()
    yield _against("a worksheet, warm / by WeasyPrint, plainly written", kit, naive, 0.7)
    yield _against("the same / by WeasyPrint alone from the same HTML", kit, alone, 1.0)
    for other in typst:
        yield _against("the same / by Typst", kit, other, inf)
    if not typst:
        yield Missing("the same / by Typst", "Typst (pip install typst)")


class _Side:
    """A renderer in a process of its own that stays warm."""

    def __init__(self, name: str, html: Path, env: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.render", name, str(html)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=env,
            cwd=ROOT,
        )

    def once(self) -> float:
        """The seconds one sheet takes."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    def close(self) -> None:
        """End it."""
        self._process.communicate()


def _library(env: dict[str, str], count: int, folder: Path) -> Iterator[Figure]:
    """All lessons, languages and kinds: made once, which is not measured against anything; unchanged; one changed.

    The one that changes is a copy of a bundled lesson in the teacher's own folder.
    """
    own, out = Path(env["KIT_HOME"]) / "lessons" / "copy", folder / "library"
    shutil.copytree(ROOT / "lessons" / LESSON, own)
    every = [sys.executable, "-c", LIBRARY, str(out)]
    start = time.perf_counter()
    done = subprocess.run(every, env=env, check=True, capture_output=True, text=True)
    first, files = time.perf_counter() - start, done.stdout.strip()
    (again,) = rounds(count, lambda: seconds_of(every, env))
    yield Figure(f"the whole library unchanged, {files} handouts", again, "s", 0.5, f"made in {first:.0f} s")

    before = {path: path.stat().st_mtime_ns for path in out.iterdir()}
    text = (own / "lesson.yaml").read_text(encoding="utf-8")
    (own / "lesson.yaml").write_text(text.replace("title: ", "title: Again, ", 1), encoding="utf-8")
    seconds = seconds_of(every, env)
    anew = {path for path, written in before.items() if path.stat().st_mtime_ns != written}
    others = [path for path in anew if not path.name.startswith("copy.")]
    assert len(anew) > len(others)
    told = f"{len(anew) - len(others)} of its own made again in {seconds:.0f} s"
    yield Figure("one lesson changed: files of other lessons made again", len(others), "", 0, told)
    shutil.rmtree(own)


def _against(name: str, one: float, other: float, limit: float) -> Figure:
    return Figure(name, one / other, "x", limit, f"{one * 1e3:.0f} / {other * 1e3:.0f} ms")

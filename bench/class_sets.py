"""A class set against rendering every copy anew, and a school against a class: time and memory.

``python -m bench.class_sets WHAT`` is one process of it, which the bench starts; it prints numbers.
"""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from bench.measure import LESSON, ROOT, Figure, Missing, rounds

if TYPE_CHECKING:
    from kit.lesson.model import Lesson
    from kit.paper.class_set import Drawn
    from kit.paper.copies import Copy

CLASS = 30
CLASSES, SCHOOL = 120, 1200
"""Pupils of four classes and of a school: their time for a pupil must be the same."""

NAMES = ("Łukasz Nowak", "Ingrid Øvergård", "Seán O’Brien", "Zoë Martin", "Ada Rossi", "Gökçe Şahin")


def class_set_figures(env: dict[str, str], count: int) -> Iterator[Figure | Missing]:
    """Warm figures of one process, then a school beside four classes, each in a process of its own."""
    told = _run(["class", str(count)], env)
    naive, files, bundle, sheet = told["naive"] * CLASS, told["files"], told["bundle"], told["sheet"]
    yield Figure(
        f"class of {CLASS} as PDF/UA files / rendering each", files / naive, "x", 0.05,
        f"{files * 1e3:.0f} / {naive * 1e3:.0f} ms, {naive / files:.0f} times as fast",
    )  # fmt: skip
    against_typst = f"the same / Typst, {CLASS} times"
    if "typst" in told:
        typst = told["typst"]
        yield Figure(
            against_typst, files / typst, "x", 1.0,
            f"{files * 1e3:.0f} / {typst * 1e3:.0f} ms for a worksheet neither has set before",
        )  # fmt: skip
    else:
        yield Missing(against_typst, "Typst (pip install typst)")
    yield Figure(
        f"class of {CLASS} as one bundle / one sheet", bundle / sheet, "x", 1.6,
        f"{bundle * 1e3:.0f} / {sheet * 1e3:.0f} ms",
    )  # fmt: skip
    for what in ("files", "bundle"):
        few, many = _run([what, str(CLASSES)], env), _run([what, str(SCHOOL)], env)
        ratio = (many["seconds"] / SCHOOL) / (few["seconds"] / CLASSES)
        told_times = f"{many['seconds']:.1f} s for {SCHOOL}, {few['seconds']:.1f} s for {CLASSES}"
        yield Figure(f"a school as {what}: processor a pupil / four classes", ratio, "x", 1.2, told_times)
        more = many["memory"] - few["memory"]
        told_memory = f"{many['memory']:.0f} / {few['memory']:.0f} MiB"
        yield Figure(f"a school as {what}: memory beyond four classes", more, "MiB", 40, told_memory)


def _run(arguments: list[str], env: dict[str, str]) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.class_sets", *arguments],
        env=env,
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _warm(count: int) -> dict[str, float]:
    """Seconds: one naive copy, one sheet of Kit's, a class as files, a class as a bundle; a class by Typst."""
    import weasyprint

    from kit.paper.class_set import draw_names
    from kit.paper.copies import Copy
    from kit.paper.engine import lay_out, write
    from kit.paper.handouts import handout

    made = handout(_lesson(), "worksheet", "en", "a4")
    blank = '<span class="field" data-for="name"></span>'
    assert blank in made.html
    styled = made.with_style.replace("kit:rules", "data:,")

    def naive() -> float:
        """A copy as anybody would make it: the name in the HTML, and WeasyPrint called on it."""
        start = time.perf_counter()
        named = styled.replace(blank, f'<span class="field">{NAMES[0]}</span>')
        weasyprint.HTML(string=named).write_pdf(pdf_variant="pdf/ua-1")
        return time.perf_counter() - start

    def sheet() -> float:
        start = time.perf_counter()
        write(lay_out(handout(_lesson(), "worksheet", "en", "a4").html, "worksheet", "a4"))
        return time.perf_counter() - start

    copies = [Copy(name=f"{NAMES[number % len(NAMES)]} {number}", class_name="3B") for number in range(CLASS)]

    def a_set(separately: bool) -> Callable[[], float]:
        def measured() -> float:
            start = time.perf_counter()
            _set(copies, draw_names(copies), separately=separately)
            return time.perf_counter() - start

        return measured

    sides = {"naive": naive, "sheet": sheet, "files": a_set(True), "bundle": a_set(False)}
    if find_spec("typst"):
        sides["typst"] = _by_typst(made.html, [copy.name for copy in copies])
    return dict(zip(sides, rounds(count, *sides.values()), strict=True))


def _by_typst(html: str, names: Sequence[str]) -> Callable[[], float]:
    """The same worksheet with the same names by Typst, a tagged file each, as its users make copies: by an input.

    It remembers what it has set, so from the second copy on only the name is new to it.
    """
    import typst

    from bench.typst_sheet import source
    from kit.paper import fonts

    text, sizes = source(html, _lesson().edition("en").title.strip(), "en"), itertools.count()

    def measured() -> float:
        with tempfile.TemporaryDirectory() as place:
            file = Path(place) / "sheet.typ"
            file.write_text(text, encoding="utf-8")
            compiler = typst.Compiler(file, font_paths=[fonts.folder()], ignore_system_fonts=True)
            size = str(next(sizes))
            start = time.perf_counter()
            for number, name in enumerate(names):
                pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"], sys_inputs={"n": size, "name": name})
                assert isinstance(pdf, bytes)
                (file.parent / f"{number}.pdf").write_bytes(pdf)
            return time.perf_counter() - start

    return measured


def _many(count: int, *, separately: bool) -> dict[str, float]:
    """Processor seconds and peak memory (MiB) for so many pupils; what comes once a process is done before."""
    import resource

    from kit.paper.class_set import draw_names
    from kit.paper.copies import Copy

    def done(pupils: int) -> float:
        start = time.process_time()
        copies = [Copy(name=f"{NAMES[number % len(NAMES)]} {number}", class_name="3B") for number in range(pupils)]
        _set(copies, draw_names(copies), separately=separately)
        return time.process_time() - start

    done(CLASS)
    seconds = done(count)
    return {"seconds": seconds, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def _set(copies: Sequence[Copy], drawn: Drawn, *, separately: bool) -> None:
    from kit.paper.class_set import Asked, print_set

    with tempfile.TemporaryDirectory() as out:
        asked = Asked(_lesson(), "worksheet", "en", "a4")
        for _ in print_set(asked, copies, drawn, Path(out), called="3B", separately=separately):
            pass


@cache
def _lesson() -> Lesson:
    from kit.files import bundled
    from kit.lesson.home import own_home
    from kit.lesson.library import Library

    lesson, _ = Library(own_home()).open(bundled.folder("lessons") / LESSON)
    assert lesson is not None
    return lesson


def main(arguments: list[str]) -> None:
    """One part of it, as JSON."""
    what, count = arguments[0], int(arguments[1])
    print(json.dumps(_warm(count) if what == "class" else _many(count, separately=what == "files")))


if __name__ == "__main__":
    main(sys.argv[1:])

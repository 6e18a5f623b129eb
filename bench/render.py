"""One side of a comparison of renderers, in a process of its own that stays warm: ``python -m bench.render SIDE FILE``.

For every line of its input it makes the sheet once and prints the seconds it took. FILE is the worksheet as HTML with
its style; the sides are WeasyPrint as its documentation has it, Kit, and Typst.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from bench.measure import LESSON


def naive(file: Path) -> Callable[[], bytes]:
    """WeasyPrint with nothing shared between documents, on HTML that was written without a thought for its speed."""
    from weasyprint import HTML

    return lambda: bytes(HTML(filename=file.with_suffix(".plain.html")).write_pdf(pdf_variant="pdf/ua-1"))


def alone(file: Path) -> Callable[[], bytes]:
    """The same, on the very HTML Kit sets."""
    from weasyprint import HTML

    return lambda: bytes(HTML(filename=file).write_pdf(pdf_variant="pdf/ua-1"))


def kit(file: Path) -> Callable[[], bytes]:
    """Kit's printing process: the same HTML without its style, laid out and written."""
    from kit.paper import engine
    from kit.paper.ready import make_ready

    make_ready()
    gc.collect()
    gc.freeze()
    html = file.with_suffix(".bare.html").read_text(encoding="utf-8")
    return lambda: engine.write(engine.lay_out(html, "worksheet", "a4"))


def typst(file: Path) -> Callable[[], bytes]:
    """Typst on a sheet with the same lines, questions, rules and words, its fonts the same."""
    import typst as binding  # type: ignore[import-not-found,unused-ignore]

    from kit.paper import fonts

    source = file.with_suffix(".typ")
    compiler = binding.Compiler(source, font_paths=[fonts.folder()], ignore_system_fonts=True)
    sizes = count()  # it remembers what it has set before; another size each time, by a thousandth of a point
    return lambda: bytes(compiler.compile(format="pdf", pdf_standards=["ua-1"], sys_inputs={"n": str(next(sizes))}))


def typst_source() -> str:
    """The English worksheet of the bench's lesson, set the way a Typst user would."""
    from kit.files import bundled
    from kit.lesson.home import own_home
    from kit.lesson.library import Library

    lesson, _ = Library(own_home()).open(bundled.folder("lessons") / LESSON)
    assert lesson is not None
    edition = lesson.edition("en")
    title, quote = edition.title.strip(), _text
    parts = [
        f"#set document(title: {quote(title)})",
        '#set page(paper: "a4", margin: 20mm, numbering: "1", header: text(9pt, ' + quote(title) + "))",
        '#set text(font: "Atkinson Hyperlegible", size: 12pt + 0.001pt * int(sys.inputs.n), lang: "en")',
        f"= #{quote(title)}",
        f"#{quote(edition.essential_question.strip())}",
        "#table(columns: (auto, 1fr), stroke: none,",
        *(f"[{number}], {quote(line.text)}," for number, line in enumerate(lesson.lines, 1)),
        ")",
        "== Questions",
    ]
    for question in edition.questions.values():
        parts.append(f"+ #{quote(question.asks.strip())}")
        parts += ["  #v(6mm) #line(length: 100%, stroke: 0.5pt)"] * 4
    parts.append("== Words you need\n#table(columns: (1fr, 2fr),")
    parts += [f"{quote(term.term)}, {quote(term.means)}," for term in edition.vocabulary.values()]
    return "\n".join([*parts, ")"])


def _text(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


SIDES = {"naive": naive, "alone": alone, "kit": kit, "typst": typst}


def main() -> None:
    """Make the sheet once for nothing, then once for every line."""
    make = SIDES[sys.argv[1]](Path(sys.argv[2]))
    assert make().startswith(b"%PDF-")
    for _ in sys.stdin:
        start = time.perf_counter()
        make()
        print(time.perf_counter() - start, flush=True)


if __name__ == "__main__":
    main()

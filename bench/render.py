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
    """Typst on a sheet with the same words, lines and rows, its fonts the same."""
    import typst as binding

    from kit.paper import fonts

    source = file.with_suffix(".typ")
    compiler = binding.Compiler(source, font_paths=[fonts.folder()], ignore_system_fonts=True)
    sizes = count()  # it remembers what it has set before, so it gets another size each time

    def once() -> bytes:
        pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"], sys_inputs={"n": str(next(sizes))})
        assert isinstance(pdf, bytes)
        return pdf

    return once


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

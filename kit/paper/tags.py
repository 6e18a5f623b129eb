"""Completes the tags of a PDF where WeasyPrint leaves gaps a screen reader would fall into.

Three gaps, in WeasyPrint 70: the language of a passage (``lang=``) is dropped, ``<th scope>`` is not written, and
running heads are tagged like text without belonging to it. They are closed while the tag tree is built. The
functions used are WeasyPrint's own and private, so another version is left alone, and `gaps_left` says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from kit.words import N_, Message

WEASYPRINT = "70."
"""The versions whose tag tree is known."""

_SCOPES = {"row": "/Row", "col": "/Column", "rowgroup": "/Row", "colgroup": "/Column"}

Finisher = Callable[[Any, Any], None]


def gaps_left() -> Message | None:
    """Why the tags cannot be completed with the WeasyPrint that is installed; None where they can."""
    import weasyprint
    from weasyprint.pdf import tags as tree

    if callable(getattr(tree, "_build_box_tree", None)):
        return gaps_of(weasyprint.VERSION)
    return _left(weasyprint.VERSION)


def gaps_of(version: str) -> Message | None:
    """The same, judged by the `version` of WeasyPrint alone, without loading it: for `kit doctor`."""
    return None if version.startswith(WEASYPRINT) else _left(version)


def _left(version: str) -> Message:
    return Message.of(
        N_(
            "This PDF does not say which language each passage is in: Kit knows WeasyPrint {known}, and "
            "{version} is installed. For screen readers, install the version Kit was tested with."
        ),
        known=WEASYPRINT + "x",
        version=version,
    )


@contextmanager
def completed() -> Iterator[Finisher | None]:
    """While a document is written: build its tag tree completely, and give the finisher that goes with it."""
    if gaps_left():
        yield None
        return

    import pydyf  # type: ignore[import-untyped]
    from weasyprint.formatting_structure import boxes
    from weasyprint.pdf import tags as tree

    build = tree._build_box_tree
    heads: dict[int, set[int]] = {}

    def build_completely(
        box: Any, parent: Any, pdf: Any, page_number: int, nums: dict[int, Any], annotations: Any, marks: Any
    ) -> Iterator[Any]:
        box = getattr(box, "_box", box)  # an absolutely positioned box stands behind a placeholder
        if isinstance(box, boxes.MarginBox):
            for text in _texts(box, boxes.TextBox):
                number = marks.pop(text)["mcid"]
                nums[number] = "null"  # its place in the page's list must stay, but nothing stands there
                heads.setdefault(page_number, set()).add(number)
            return
        for element in build(box, parent, pdf, page_number, nums, annotations, marks):
            if box.element is not None:
                _complete(element, box.element, pydyf)
            yield element

    def finish(document: Any, pdf: Any) -> None:  # noqa: ARG001
        by_number = {thing.number: thing for thing in pdf.objects}
        pages = [by_number[int(reference)] for reference in pdf.pages["Kids"][::3]]
        for page_number, numbers in heads.items():
            contents = by_number[int(pages[page_number]["Contents"].split()[0])]
            _as_artifacts(contents.stream, numbers, pydyf)

    tree._build_box_tree = build_completely
    try:
        yield finish
    finally:
        tree._build_box_tree = build


def _texts(box: Any, text_box: type) -> Iterator[Any]:
    if isinstance(box, text_box):
        yield box
    for child in getattr(box, "children", ()):
        yield from _texts(child, text_box)


def _complete(element: Any, html: Any, pydyf: Any) -> None:
    """Write the language of a passage and the scope of a header cell on its element of the tag tree."""
    language = html.get("lang")
    if language and element["S"] != "/Document":
        element["Lang"] = pydyf.String(language)
    scope = _SCOPES.get(html.get("scope", ""))
    if scope and element["S"] == "/TH":
        element["A"]["Scope"] = scope


def _as_artifacts(stream: list[Any], numbers: set[int], pydyf: Any) -> None:
    """Mark a page's running heads as what they are: no part of the text."""
    for index, operand in enumerate(stream):
        if isinstance(operand, dict) and operand.get("MCID") in numbers and stream[index + 1] == b"BDC":
            stream[index - 1] = "/Artifact"
            stream[index] = pydyf.Dictionary({"Type": "/Pagination"})

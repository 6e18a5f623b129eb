"""Handouts: a lesson as paper a class can hold.

What other rooms use::

    from kit.paper import handout, make_pdf, print_lesson, Progress, Refused
    from kit.paper.kinds import KINDS, PAGES
    from kit.paper import command

    handout(lesson, "worksheet", "fr", "a4")             -> Handout: its HTML and its file name
    make_pdf(handout)                                    -> bytes, a tagged PDF
    print_lesson(lesson, kinds, "fr", "a4", out)         -> one Progress before and one after each file
    command.run(lesson, kind="all", ...)                 -> what `kit print` does

Importing this room is cheap: Jinja2 and WeasyPrint are loaded when a handout is really made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kit.paper.handouts import Handout, handout, make_pdf
    from kit.paper.printing import Progress, print_lesson
    from kit.paper.refused import Refused

__all__ = ["Handout", "handout", "make_pdf", "Progress", "print_lesson", "Refused"]

_HOMES = {
    "Handout": "handouts",
    "handout": "handouts",
    "make_pdf": "handouts",
    "Progress": "printing",
    "print_lesson": "printing",
    "Refused": "refused",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for, and only then: `kit doctor` wants the fonts, the print dialog the kinds."""
    if name not in _HOMES:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)

"""Loads beforehand what every handout needs, so that the first one is made as quickly as the next."""

from __future__ import annotations

import contextlib

from kit.paper.refused import Refused


def make_ready() -> None:
    """Import, read templates and style sheets, and set a page; without the native libraries, as much as there is."""
    from kit.paper import facts, handouts, html, lint, text  # noqa: F401 - to be loaded

    environment = html.environment()
    for name in environment.list_templates():
        environment.get_template(name)
    with contextlib.suppress(Refused):  # the first order will say what is missing
        from kit.paper import engine

        engine.make_ready()

"""Loads beforehand what every handout needs, so that the first one is made as quickly as the next."""

from __future__ import annotations

import contextlib

from kit.paper.refused import Refused


def make_ready() -> None:
    """Import, read templates and style sheets, and set a page; without the native libraries, as much as there is."""
    from kit.paper import facts, handouts, html, lint, tags, text  # noqa: F401 - to be loaded
    from kit.paper.kinds import KINDS

    environment = html.environment()
    for kind in KINDS.values():
        environment.get_template(kind.template)
    with contextlib.suppress(Refused):  # the first order will say what is missing
        from kit.paper import engine

        for kind in KINDS.values():
            engine.lay_out("<html lang='en'><title>-</title><h1>Kit</h1></html>", kind.id, "a4")
        engine.write(engine.lay_out("<html lang='en'><title>-</title><h1>Kit</h1></html>", "worksheet", "a4"))

"""A handout as one HTML page: our own templates, and a lesson's texts as nothing but text."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from kit.paper.facts import Facts

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


def render(facts: Facts) -> str:
    """The handout `facts` are about, as HTML without any style: the engine brings its own."""
    from kit.lesson.emphasis import plain
    from kit.paper import labels
    from kit.paper.pieces import Pieces
    from kit.paper.text import line, paragraphs, quoted
    from kit.words import terms
    from kit.words.dates import written

    template = environment().get_template(facts.kind.template)
    return template.render(
        facts=facts,
        pieces=Pieces(facts),
        lesson=facts.lesson,
        edition=facts.edition,
        tr=facts.tr,
        plural=facts.tr.plural,  # by its own name: messages are only found in templates where a plain name is called
        ours=partial(line, language=facts.language),
        prose=partial(paragraphs, language=facts.language),
        quoted=quoted,
        plain=plain,
        labels=labels,
        terms=terms,
        written=written,
    )


@cache
def environment() -> Environment:
    """Kit's own templates: whatever is put into them stays text, and a name that is missing is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )

"""What our class thought, on one page to hang up: from a record of the class, tagged, in the lesson's language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kit.paper.html import environment
from kit.paper.kinds import Page
from kit.paper.recap_fit import Fit, first_fitting, forms
from kit.paper.saving import save, warnings_of
from kit.session.recap import Recap
from kit.session.recap_words import RecapWords, short
from kit.words import Message

if TYPE_CHECKING:
    from kit.paper.engine import Laid

SHEET = "recap"
"""The stem of the template and of its style sheet."""


def html(fit: Fit) -> str:
    """The record in this form, as HTML without any style."""
    from functools import partial

    from kit.lesson.emphasis import plain
    from kit.paper.text import line, quoted

    said = RecapWords(fit.recap)
    return (
        environment()
        .get_template(f"{SHEET}.html.j2")
        .render(
            fit=fit,
            recap=fit.recap,
            say=said,
            tr=said.tr,
            plural=said.tr.plural,
            ours=partial(line, language=fit.recap.language),
            quoted=quoted,
            plain=plain,
            short=short,
        )
    )


def lay_out(recap: Recap, page: Page) -> Laid:
    """The fullest form of the record that comes onto one page. Errors: `Refused`."""
    from kit.paper import engine

    laid: dict[int, Laid] = {}

    def on_one_page(number: int, fit: Fit) -> bool:
        laid[number] = engine.lay_out(html(fit), SHEET, page)
        return laid[number].pages == 1

    return laid[first_fitting(forms(recap), on_one_page)]


def print_recap(recap: Recap, page: Page, path: Path) -> tuple[Message, ...]:
    """Write the page to `path`; returns what the teacher should know about it. Errors: `Refused`."""
    from kit.paper import engine

    laid = lay_out(recap, page)
    save(engine.write(laid), path)
    return warnings_of(laid)

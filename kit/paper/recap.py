"""What our class thought, on one page to hang up: from a record of the class, tagged, in the lesson's language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kit.paper.html import environment
from kit.paper.kinds import Page
from kit.paper.recap_fit import Fit, first_fitting, forms
from kit.paper.refused import Refused
from kit.session.recap import Recap
from kit.session.recap_words import RecapWords, short
from kit.words import N_, Message

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
    from kit.files.writing import write_whole
    from kit.paper import engine, lint, tags

    laid = lay_out(recap, page)
    pdf = engine.write(laid)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, pdf)
    except OSError as error:
        raise Refused(
            Message.of(
                N_("{path} could not be written ({reason}). Is it open in another program, or the disk full?"),
                path=path,
                reason=error.strerror or error,
            )
        ) from None
    warnings = [gap for gap in (tags.gaps_left(),) if gap is not None]
    if missing := lint.missing_characters(laid):
        warnings.append(
            Message.of(N_("The font has no form for these characters: {characters}"), characters=" ".join(missing))
        )
    return tuple(warnings)

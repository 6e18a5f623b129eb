"""Seat cards: a number or a letter for every place, to cut out and fold; they belong to the room, to no lesson.

Eight to a sheet. No name stands on them: on the wall and in every record a pupil is a seat.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kit.paper.html import environment
from kit.paper.kinds import Page
from kit.paper.saving import save
from kit.session.draws import letters as letter_of
from kit.words import words

SHEET = "seat-cards"
"""The stem of the template and of its style sheet."""

CARDS_A_SHEET = 8


def html(labels: Sequence[str], language: str) -> str:
    """The cards with these `labels`, one after another, as HTML without any style."""
    sheets = [labels[first : first + CARDS_A_SHEET] for first in range(0, len(labels), CARDS_A_SHEET)]
    return environment().get_template(f"{SHEET}.html.j2").render(sheets=sheets, language=language, tr=words(language))


def make_pdf(seats: Sequence[int], *, letters: bool, language: str, page: Page) -> bytes:
    """The cards of these `seats` as a PDF; as `letters`, seat 1 is A. Errors: `kit.paper.refused.Refused`."""
    from kit.paper import engine

    labels = [letter_of(seat - 1) if letters else str(seat) for seat in seats]
    return engine.write(engine.lay_out(html(labels, language), SHEET, page))


def print_cards(seats: Sequence[int], *, letters: bool, language: str, page: Page, out: Path) -> Path:
    """Write the cards into the folder `out`, made where it is missing. Errors: `kit.paper.refused.Refused`."""
    path = out / f"{SHEET}.{language}.{page}.pdf"
    save(make_pdf(seats, letters=letters, language=language, page=page), path)
    return path

"""Texts side by side on paper: the pupils' sheet with its open question, and the key with the stemma that was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kit.draft.compare.comparison import Comparison
from kit.draft.compare.figures import SameFigure
from kit.draft.compare.saying import Saying
from kit.draft.compare.shared import Stretch
from kit.paper.html import environment
from kit.paper.kinds import Page
from kit.paper.saving import save, warnings_of
from kit.paper.stemma_drawing import drawing
from kit.words import Message, words

SHEET = "comparison"
"""The stem of the style sheet and of the pupils' template; the key's is the same with `-key`."""

MOST = 8
"""Texts that can stand side by side on paper."""

PASSAGES = 6
FIGURES = 3
CLAIMS = 4
"""Rows of each part of the sheet and, by text, of the key."""

AROUND = 80
"""Characters before and after a passage: that is where a credit was cut."""

BESIDE = 65
"""Characters before and after a figure."""

LONG = 320
"""Characters of a passage that stand whole; of a longer one its beginning and its end."""

_BREAKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text as it stands on the sheet: what was asked for, and what stands before and after it."""

    before: str
    words: str
    after: str
    language: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the templates show of a comparison, in one language."""

    found: Comparison
    say: Saying

    @property
    def pair(self) -> tuple[int, int] | None:
        """The two texts that share most; None where none share anything."""
        return self.say.pairs[0] if self.say.pairs else None

    @property
    def passages(self) -> list[tuple[Piece, Piece]]:
        """What the two share, the longest first, in both."""
        if self.pair is None:
            return []
        first, second = self.pair
        shown = self.found.passages[self.pair][:PASSAGES]
        return [(self.piece(first, part.a), self.piece(second, part.b)) for part in shown]

    @property
    def left_out(self) -> int:
        """How many shared passages have no room."""
        return max(0, len(self.found.passages[self.pair]) - PASSAGES) if self.pair else 0

    @property
    def figures(self) -> tuple[SameFigure, ...]:
        """The figures beside which something differs, as many as there is room for."""
        return self.found.changed[:FIGURES]

    def figure_pieces(self, figure: SameFigure) -> list[tuple[str, Piece]]:
        """A figure with the letter of each text and its surroundings there."""
        return [(self.say.letter(text), self.piece(text, one.stretch)) for text, one in sorted(figure.figures.items())]

    def claims(self, text: int) -> list[Piece]:
        """What only this text says, as far as there is room."""
        mine = [claim for claim in self.found.claims if claim.text == text][:CLAIMS]
        return [self.piece(text, claim.stretch, around=0) for claim in mine]

    def piece(self, text: int, stretch: Stretch, *, around: int = AROUND) -> Piece:
        """A part of a text, with what stands `around` it as far as whole words go."""
        whole = self.found.texts[text].text
        # White space first, so that a piece of an article set in short lines is as long as any other.
        before = _BREAKS.sub(" ", whole[max(0, stretch.start - 2 * around) : stretch.start])
        after = _BREAKS.sub(" ", whole[stretch.end : stretch.end + 2 * around])
        if len(before) > around:
            before = "… " + before[-around:].partition(" ")[2]
        if len(after) > around:
            after = after[:around].rpartition(" ")[0] + " …"
        said = _BREAKS.sub(" ", whole[stretch.start : stretch.end])
        if len(said) > LONG:
            half = LONG // 2
            said = f"{said[:half].rstrip()} […] {said[-half:].lstrip()}"
        if said[:1] == " ":
            before, said = f"{before} ", said[1:]
        if said[-1:] == " ":
            said, after = said[:-1], f" {after}"
        return Piece(before, said, after, self.found.texts[text].language)


def html(sheet: Sheet, template: str) -> str:
    """The sheet or its key as HTML without any style."""
    from kit.paper.text import line, quoted
    from kit.words.terms import LANGUAGE

    tr = sheet.say.tr
    return (
        environment()
        .get_template(f"{template}.html.j2")
        .render(
            sheet=sheet,
            found=sheet.found,
            say=sheet.say,
            tr=tr,
            plural=tr.plural,
            language=tr.language,
            languages=LANGUAGE,
            ours=partial(line, language=tr.language),
            quoted=quoted,
            drawing=partial(drawing, sheet.found, sheet.say),
        )
    )


def print_comparison(
    found: Comparison, language: str, page: Page, out: Path
) -> Iterator[tuple[Path, Sequence[Message]]]:
    """Write the sheet and its key into `out`; each path with what the teacher should know. Errors: `Refused`."""
    from kit.paper import engine

    sheet = Sheet(found, Saying(found, words(language)))
    stem = re.sub(r"[^\w-]", "-", Path(found.texts[0].id).stem)[:40]
    for template in (SHEET, f"{SHEET}-key"):
        laid = engine.lay_out(html(sheet, template), SHEET, page)
        path = out / f"{stem}.{language}.{template}.{page}.pdf"
        save(engine.write(laid), path)
        yield path, warnings_of(laid)

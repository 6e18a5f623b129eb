"""A handout: a lesson as one kind of paper, in one language, for one page size."""

from __future__ import annotations

from dataclasses import dataclass

from kit.lesson.model import Lesson
from kit.paper.kinds import KINDS, Kind, Page, pages_of
from kit.paper.printable import has
from kit.paper.profiles import PROFILES, ProfileName
from kit.paper.refused import Refused
from kit.words import N_, Message

NOTHING = {
    "updates": N_("This lesson has no update cards."),
    "ballots": N_("This lesson needs no ballots: its class does not vote on the same thing twice."),
    "signs": N_("This lesson needs no signs: nobody in it goes to a corner or a place on a line."),
    "exit-tickets": N_("This lesson has no exit ticket."),
    "rubric": N_("This lesson has neither a rubric nor objectives that pupils could check."),
    "answer-key": N_("This lesson has no answer key."),
    "bilingual": N_("This lesson has no translations that could stand beside its texts."),
}
"""Why a kind cannot be printed of a lesson that gives nothing for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """A handout as HTML, ready to be laid out."""

    lesson: str
    """The lesson's id."""
    kind: Kind
    language: str
    page: Page
    html: str
    profile: ProfileName = "standard"

    @property
    def file_name(self) -> str:
        """What its PDF is called: ``many-hands.fr.worksheet.a4.pdf``."""
        return file_name(self.lesson, self.language, self.kind.id, self.page, self.profile)

    @property
    def with_style(self) -> str:
        """The HTML with its style sheets inside: one file that any renderer of print can be tried on."""
        from kit.paper.engine import sheets

        return self.html.replace(
            "</head>", f"<style>{''.join(sheets(self.kind.id, self.page, self.profile))}</style>\n</head>", 1
        )


def file_name(lesson: str, language: str, kind: str, page: Page, profile: ProfileName = "standard") -> str:
    """What the PDF of a handout is called: ``many-hands.fr.worksheet.a4.pdf``, ``….worksheet.large.a4.pdf``."""
    page, profile = settled(kind, page, profile)
    shape = f"{kind}.{page}" if profile == "standard" else f"{kind}.{profile}.{page}"
    return f"{lesson}.{language}.{shape}.pdf"


def settled(kind: str, page: Page, profile: ProfileName) -> tuple[Page, ProfileName]:
    """The page and profile this `kind` really comes in: only posters come on A3, only what pupils read in profiles."""
    known = KINDS[kind]
    return page if page in pages_of(known) else "a4", profile if known.profiles else "standard"


def handout(
    lesson: Lesson,
    kind: str,
    language: str,
    page: Page,
    minutes: int | None = None,
    copies: int | None = None,
    profile: ProfileName = "standard",
    ruling: str = "",
) -> Handout:
    """The handout of this `kind` (a key of `KINDS`) in `language`, for a period of `minutes` and a class of `copies`.

    A language the lesson does not have falls back to its first; `minutes` to the length it was written for; `page`
    and `profile` to the usual ones where this kind does not come in those; `ruling` (a key of `RULINGS`) to the one
    pupils know.

    Errors: `Refused` where there is nothing to print.
    """
    from kit.paper.facts import Facts
    from kit.paper.html import render

    if not has(lesson, kind):
        raise Refused(Message.of(NOTHING[kind]))
    page, profile = settled(kind, page, profile)
    facts = Facts(lesson, KINDS[kind], language, minutes, copies, page=page, profile=PROFILES[profile], ruling=ruling)
    return Handout(
        lesson=lesson.id, kind=facts.kind, language=facts.language, page=page, html=render(facts), profile=profile
    )


def make_pdf(made: Handout) -> bytes:
    """The handout as a PDF. Errors: `kit.paper.refused.Refused`."""
    from kit.paper import engine

    return engine.write(engine.lay_out(made.html, made.kind.id, made.page, made.profile))

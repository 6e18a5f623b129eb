"""The kinds of handout Kit prints. A new one is a template, its style sheet, and one line here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kit.words import N_

Page = Literal["a4", "letter", "a3"]
"""The paper: ISO A4 (210 x 297 mm), US Letter (8.5 x 11 in), ISO A3 (297 x 420 mm)."""

PAGES: dict[str, str] = {"a4": "A4", "letter": "letter"}
"""Each page every handout comes on, by its name on the command line, and what CSS calls it."""

POSTER_PAGES: dict[str, str] = {**PAGES, "a3": "A3"}
"""Those that posters come on."""

For = Literal["pupil", "group", "class", "teacher"]
"""Who gets one: every pupil, every group of four, the room, or the teacher alone."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of handout; `name` is its English message and what its running head says."""

    id: str
    name: str
    private: bool
    """Whether it holds what only the teacher may see."""
    sealed: bool = False
    """Whether it is printed only when it is asked for by name."""
    profiles: bool = False
    """Whether pupils read it at length, so that it comes in every profile."""
    whose: For = "teacher"
    up: int = 0
    """How many pupils' pieces are on one sheet to be cut; 0 for a handout that stays whole."""
    both_sides: bool = True
    """Whether it may be printed on both sides of the paper."""
    poster: bool = False
    """Whether it comes on A3 as well."""
    usual: bool = False
    """Whether `--kind all` prints it even where no step asks for it."""
    builds_on: str = ""
    """The kind whose style sheet it takes before its own."""

    @property
    def template(self) -> str:
        """The file name of its template; its style sheet has the same stem."""
        return f"{self.id}.html.j2"


_ALL = (
    Kind("worksheet", N_("Worksheet"), private=False, profiles=True, whose="pupil", usual=True),
    Kind("reading", N_("Reading"), private=False, profiles=True, whose="pupil", builds_on="worksheet"),
    Kind("bilingual", N_("Facing pages"), private=False, profiles=True, whose="pupil", builds_on="worksheet"),
    Kind("organiser", N_("Organiser"), private=False, profiles=True, whose="pupil", builds_on="worksheet"),
    Kind("cards", N_("Cards"), private=False, whose="group"),
    Kind("ballots", N_("Ballots"), private=False, whose="pupil", up=1, both_sides=False),
    Kind("signs", N_("Signs for the room"), private=False, whose="class", both_sides=False, poster=True),
    Kind("exit-tickets", N_("Exit tickets"), private=False, profiles=True, whose="pupil", up=4, both_sides=False),
    Kind("rubric", N_("Rubric and self-check"), private=False, profiles=True, whose="pupil", builds_on="worksheet"),
    Kind("observer", N_("Observer sheet and seating plan"), private=False, whose="class"),
    Kind("teacher", N_("Teacher guide"), private=True, usual=True),
    Kind("blueprint", N_("Blueprint"), private=True, builds_on="teacher"),
    Kind("answer-key", N_("Answer key"), private=True, builds_on="teacher"),
    Kind("blackout", N_("Blackout pack"), private=True, builds_on="teacher", both_sides=False),
    Kind("updates", N_("Update cards"), private=True, sealed=True, both_sides=False),
)

KINDS: dict[str, Kind] = {kind.id: kind for kind in _ALL}
"""Every kind by its id, which is also its name on the command line and in file names."""


def pages_of(kind: Kind) -> dict[str, str]:
    """The pages this kind comes on."""
    return POSTER_PAGES if kind.poster else PAGES


def style_names(sheet: str) -> tuple[str, ...]:
    """The style sheets of a kind, the one it builds on first; of anything else that is laid out, its own."""
    base = KINDS[sheet].builds_on if sheet in KINDS else ""
    return (base, sheet) if base else (sheet,)

"""How many sheets a class needs, so that a teacher knows it before she stands at the copier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from kit.lesson.model import Lesson
from kit.paper.kinds import Kind, Page
from kit.paper.profiles import PROFILES, ProfileName
from kit.words import Words

GROUP = 4
"""Pupils who share what a group gets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """The sheets of one file for a class."""

    kind: Kind
    profile: ProfileName
    each: int
    """Sheets of one copy."""
    copies: int

    @property
    def sheets(self) -> int:
        """All of them."""
        return self.each * self.copies


def count(kind: Kind, pages: int, pupils: int, *, profile: ProfileName = "standard", pieces: int = 1) -> Count:
    """The sheets of a file of so many `pages` (sides) for so many `pupils`.

    Two sides go on a sheet where the kind allows it. `pieces` are the pupils' pieces one copy is cut into. Ballots are
    in one file for everybody.
    """
    each = ceil(pages / 2) if kind.both_sides else pages
    if kind.id == "ballots":
        copies = 1
    elif kind.whose == "pupil":
        copies = ceil(pupils / max(1, pieces))
    elif kind.whose == "group":
        copies = ceil(pupils / GROUP)
    else:
        copies = 1
    return Count(kind=kind, profile=profile, each=each, copies=copies)


def pieces_on_a_sheet(lesson: Lesson, kind: Kind, language: str, page: Page, profile: ProfileName) -> int:
    """Into how many pupils' pieces one copy of this kind is cut; 1 for what stays whole."""
    if not kind.up or kind.id == "ballots":
        return 1
    from kit.paper.facts import Facts
    from kit.paper.pieces import Pieces

    return Pieces(Facts(lesson, kind, language, page=page, profile=PROFILES[profile])).tickets.each


def said(counts: Sequence[Count], pupils: int, large: int, tr: Words) -> list[str]:
    """A line for each file that is copied, and the total last: “28 pupils → 120 sheets, 2 pupils in large print”."""
    lines = []
    for one in counts:
        name = tr(one.kind.name)
        if one.profile != "standard":
            name = f"{name} ({tr(PROFILES[one.profile].name)})"
        each = tr.plural("{count} sheet", "{count} sheets", one.each)
        value = each
        if one.copies > 1:
            value = tr("{copies} × {each} = {sheets}", copies=one.copies, each=each, sheets=one.sheets)
        lines.append(tr("{name}: {value}", name=name, value=value))
    sheets = tr.plural("{count} sheet", "{count} sheets", sum(one.sheets for one in counts))
    whom = tr.plural("{count} pupil", "{count} pupils", pupils)
    total = f"{whom} → {sheets}"
    if large:
        total += ", " + tr.plural("{count} pupil in large print", "{count} pupils in large print", large)
    return [*lines, total]

"""The kinds of handout Kit prints. A new one is a template, its style sheet, and one line here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kit.words import N_

Page = Literal["a4", "letter"]
"""The paper: ISO A4 (210 x 297 mm) or US Letter (8.5 x 11 in)."""

PAGES: dict[str, str] = {"a4": "A4", "letter": "letter"}
"""Each page by its name on the command line, and what CSS calls it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of handout; `name` is its English message and what its running head says."""

    id: str
    name: str
    private: bool
    """Whether it holds what only the teacher may see."""
    sealed: bool = False
    """Whether it is printed only when it is asked for by name."""

    @property
    def template(self) -> str:
        """The file name of its template; its style sheet has the same stem."""
        return f"{self.id}.html.j2"


_ALL = (
    Kind("worksheet", N_("Worksheet"), private=False),
    Kind("teacher", N_("Teacher guide"), private=True),
    Kind("ballots", N_("Ballots"), private=False),
    Kind("updates", N_("Update cards"), private=True, sealed=True),
)

KINDS: dict[str, Kind] = {kind.id: kind for kind in _ALL}
"""Every kind by its id, which is also its name on the command line and in file names."""

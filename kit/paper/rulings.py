"""Rows to write on, as each country rules its paper; drawn once for any number of rows, black only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kit.words import N_

RulingName = Literal["seyes", "college", "wide", "8mm", "grid"]
"""What `kit print --ruling` knows."""

BROAD = 200
"""Millimetres a drawing is wide; the box it stands in cuts it off."""

FIRM = 0.26
"""Millimetres (0.75 pt) of a row's foot: it comes out of a photocopier's copy of a copy."""

FINE = 0.1
"""Millimetres of what only guides the hand: it may get lost in a copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """One way of ruling. All measures are millimetres."""

    id: str
    name: str
    row: float
    """From one firm line to the next."""
    between: int = 0
    """Fine lines between two firm ones."""
    upright: float = 0
    """From one upright line to the next; 0 for none."""
    stroke: float = FIRM
    """How thick the firm lines are."""


RULINGS: dict[str, Ruling] = {
    ruling.id: ruling
    for ruling in (
        # Seyès, the French school's since 1892: squares of 8 mm, three fine lines 2 mm apart between the firm ones.
        Ruling(id="seyes", name=N_("Seyès (France)"), row=8, between=3, upright=8),
        Ruling(id="college", name=N_("college ruled, 7.1 mm"), row=7.1),  # 9/32 inch
        Ruling(id="wide", name=N_("wide ruled, 8.7 mm"), row=8.7),  # 11/32 inch
        Ruling(id="8mm", name=N_("lines, 8 mm"), row=8),
        Ruling(id="grid", name=N_("squares, 5 mm"), row=10, between=1, upright=5, stroke=FINE),
        Ruling(id="12mm", name=N_("thick lines, 12 mm"), row=12, stroke=0.5),
        Ruling(id="16mm", name=N_("thick lines, 16 mm"), row=16, stroke=0.7),
    )
}
"""Every ruling by its id; the last two are those of large and giant print."""

OFFERED: tuple[str, ...] = ("seyes", "college", "wide", "8mm", "grid")
"""Those a teacher may ask for by name."""


def usual(language: str, page: str) -> str:
    """The ruling pupils know who read `language` on `page`: by country as far as language and paper tell it."""
    if language == "fr":
        return "seyes"
    return "college" if language == "en" and page == "letter" else "8mm"


def drawing(ruling: Ruling, rows: int) -> bytes:
    """So many rows as an SVG picture in its natural size: one drawing, which no printer tiles."""
    high = ruling.row * rows
    feet = [ruling.row * row - ruling.stroke / 2 for row in range(1, rows + 1)]
    firm = "".join(f"M0 {_mm(foot)}H{BROAD}" for foot in feet)
    step = ruling.row / (ruling.between + 1)
    fine = "".join(
        f"M0 {_mm(foot - ruling.row + step * part)}H{BROAD}" for foot in feet for part in range(1, ruling.between + 1)
    )
    if ruling.upright:
        fine += "".join(
            f"M{_mm(ruling.upright * column)} 0V{_mm(high)}" for column in range(1, int(BROAD / ruling.upright))
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{BROAD}mm" height="{_mm(high)}mm" '
        f'viewBox="0 0 {BROAD} {_mm(high)}" fill="none" stroke="#000">'
        f'<path d="{firm}" stroke-width="{ruling.stroke}"/>'
        + (f'<path d="{fine}" stroke-width="{FINE}"/>' if fine else "")
        + "</svg>"
    ).encode()


def _mm(length: float) -> str:
    return f"{length:.2f}".rstrip("0").rstrip(".")

"""Arranging the chairs with keys: the shape, the number of seats, the number of rows."""

from __future__ import annotations

from dataclasses import replace

from kit.session.seats import SeatPlan, Shape, usual_columns
from kit.words import N_

SHAPES: dict[Shape, str] = {"rows": N_("Rows"), "u": N_("U"), "circle": N_("Circle")}
"""How the chairs stand, in the order of the key that changes it."""


def rearranged(plan: SeatPlan, key: str) -> SeatPlan | None:
    """The plan after a key, which need not be one that can be; None where the key means nothing here."""
    columns = plan.columns or usual_columns(plan.seats)
    match key:
        case "C":
            shapes = tuple(SHAPES)
            return replace(plan, shape=shapes[(shapes.index(plan.shape) + 1) % len(shapes)])
        case "right":
            return replace(plan, seats=plan.seats + 1)
        case "left":
            return replace(plan, seats=plan.seats - 1)
        case "up":  # fewer rows are longer ones
            return replace(plan, columns=columns + 1)
        case "down":
            return replace(plan, columns=max(1, columns - 1))
    return None

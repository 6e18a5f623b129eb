"""What the talk asks for while the next keys answer a question: one row for the wall and the desk, naming nobody."""

from __future__ import annotations

import re
from typing import Literal

from textual.content import Content
from textual.style import Style

from kit.screen.modes.chairs import SHAPES
from kit.session.seats import SeatPlan
from kit.words import Words

Asking = Literal["", "attendance", "sides", "passed", "chairs", "line"]
"""What the next keys mean: nothing else than usual, or the answer to a question."""

SIGNS = {"←": "left", "→": "right", "↑": "up", "↓": "down", "C": "C", "=": "equals_sign"}
"""What stands for a key in a question, by itself between other signs; each can be clicked."""


def prompt_row(text: str) -> Content:
    """A question as it is painted; the keys it names can be clicked."""
    row = Content.styled(text, "bold $accent")
    for match in re.finditer(r"(?<!\w)(?:[←→↑↓=]|C)(?!\w)", text):
        click = Style.from_meta({"@click": f"screen.mode('press {SIGNS[match[0]]}')"})
        row = row.stylize(click, match.start(), match.end())
    return row


def prompt(asking: Asking, plan: SeatPlan, number: str, keys: str, tr: Words) -> str:
    """The question, "" where nothing is asked; `number` and `keys` are what has been typed of an answer."""
    match asking:
        case "attendance":
            return tr("Away or back: the keys of the seats, then Enter")
        case "sides":
            return tr("Sides: the keys of the seats, = halves the room, then Enter")
        case "passed":
            return tr("Who passed? The key of the seat")
        case "line":
            return tr("Line: {number}", number=number or "…")
        case "chairs":
            seats = tr.plural("{count} seat", "{count} seats", plan.seats)
            return tr("{shape}, {seats}: C ← → ↑ ↓, then Enter", shape=tr(SHAPES[plan.shape]), seats=seats)
    return f"{keys} …" if keys else ""

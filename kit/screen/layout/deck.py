"""The lower part of the wall: what to do, how loudly, with whom, and the clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from textual.content import Content

from kit.lesson.scene import Scene
from kit.screen.layout.digits import digits, width
from kit.screen.layout.frame import Frame
from kit.screen.layout.rows import EMPTY, flow, hang, ours, wrap
from kit.words import Words
from kit.words.terms import GROUPING, SIDES, VOICE

State = Literal["ready", "running", "paused", "over"]

GAP = 4
"""Columns between the text and the clock."""

LONGEST_TIME = "88:88"
"""The room kept for the clock, so that the text does not move when a digit goes; longer times take more."""

VOICE_BARS = "▃▅▇"
VOICES = tuple(VOICE)
"""From silence, which has no bar, to one voice for the room, which has them all."""

SIDE_SHAPE = {"for": "▲", "against": "▼"}

STATE_COLOUR = {"ready": "$foreground", "running": "$primary", "paused": "$border", "over": "$error"}


@dataclass(frozen=True, slots=True)
class ClockFace:
    """What the clock shows."""

    text: str
    state: State
    elsewhere: str = ""
    """Where another step's time still runs: which, and how much is left."""


def clock_width(face: ClockFace, height: int) -> int:
    """Columns the clock takes; it grows only where the time is longer than it ever should be."""
    return max(width(LONGEST_TIME, height), width(face.text, height), 14)


def clock_rows(face: ClockFace, height: int, tr: Words) -> list[Content]:
    """The digits and, beneath them, what state they are in: in words, and reversed where it matters."""
    colour = STATE_COLOUR[face.state]
    drawn = [Content.styled(row, f"bold {colour}") for row in digits(face.text, height)]
    if face.state == "paused" and height == 1:
        drawn = [Content.styled(face.text, "bold $foreground")]
    return [*drawn, _state(face, tr)]


def _state(face: ClockFace, tr: Words) -> Content:
    if face.state == "paused":
        return Content.styled(f" ▌▌ {tr('Paused')} ", "bold $on-primary on $primary")
    if face.state == "over":
        return Content.styled(f" ■ {tr('Time is up')} ", "bold $background on $error")
    if face.elsewhere:
        return Content.styled(face.elsewhere, "$text-muted")
    if face.state == "ready":
        return Content.styled(tr("Not started"), "$text-muted")
    return EMPTY


def thinking_bar(left: float, whole: float, width: int, tr: Words) -> Content:
    """The time everybody thinks, `left` of `whole` seconds, as a bar that empties; then, that the floor is open."""
    if left <= 0:
        return Content.styled(f" {tr('The floor is open')} ", "bold $on-primary on $primary")
    room = max(4, width)
    full = max(1, round(room * min(1.0, left / whole))) if whole > 0 else room
    return Content.assemble(
        (f"{tr('Think first')} ", "bold"), ("━" * full, "bold $primary"), ("─" * (room - full), "$border")
    )


@dataclass(frozen=True, slots=True)
class Deck:
    """The text of the deck, and whether the task had room in it."""

    rows: tuple[Content, ...]
    holds_task: bool
    height: int


def deck(scene: Scene, frame: Frame, clock: int, tr: Words) -> Deck:
    """The deck beside a clock of `clock` columns; a task that would take the room of the text goes to the pages."""
    room = frame.width - clock - GAP
    limit = max(6, int(frame.height * 0.4))
    least = frame.digits + 1
    sound = _sound(scene, room, tr)
    task = wrap(ours(scene.instruction, "bold"), room)
    if scene.rule:
        task += hang(Content.styled("■ ", "$accent"), ours(scene.rule), room)
    full = [*task, *([EMPTY] if len(task) + len(sound) < least else []), *sound]
    if len(full) <= limit:
        return Deck(tuple(full), True, max(least, len(full)))
    return Deck(tuple(sound), False, max(least, len(sound)))


def _sound(scene: Scene, room: int, tr: Words) -> list[Content]:
    """How loudly (word and bars), with whom, and which side has the floor."""
    level = VOICES.index(scene.voice)
    parts = [
        Content.assemble(
            (VOICE_BARS[:level], "bold $primary"),
            ("▁" * (len(VOICE_BARS) - level), "$border"),
            " ",
            (tr(VOICE[scene.voice]), "bold"),
        ),
        Content.styled(tr(GROUPING[scene.grouping]), "bold"),
    ]
    if scene.step.side in SIDES:
        side = scene.step.side
        parts.append(Content.styled(f"{SIDE_SHAPE[side]} {tr(SIDES[side])}", "bold $primary"))
    elif scene.step.side:
        parts.append(ours(scene.step.side, "bold $primary"))
    roomy = flow(parts, "  ·  ", room)
    # The side stays beside the rest where a narrower dot lets it: a row of its own would push the task up.
    return roomy if len(roomy) == 1 else flow(parts, " · ", room)

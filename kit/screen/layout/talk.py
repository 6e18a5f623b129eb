"""The talk on the wall: the question stays; under it balance, rules and side, and nothing that tells who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from kit.lesson.scene import Scene
from kit.screen.layout.deck import SIDE_SHAPE
from kit.screen.layout.flow import BLOCKS, Measure
from kit.screen.layout.pages import Unit
from kit.screen.layout.rows import EMPTY, flow, ours, wrap
from kit.session.clock import shown
from kit.words import Words
from kit.words.terms import LIGHT, REFEREE, SIDES, balance

if TYPE_CHECKING:
    from kit.session.public import PublicState
    from kit.session.referee import Lamp, Light
    from kit.session.talk import PublicTalk, SeatKey

LAMP_SHAPE = {"idle": "○", "kept": "●", "due": "►", "missed": "◊"}
"""A shape for each light, from the characters that every terminal font has."""

LAMP_COLOUR = {"idle": "$text-muted", "kept": "$success", "due": "$primary", "missed": "$warning"}

GAUGE = 30
"""Columns of the gauge where there is room."""


def talk_units(public: PublicState, scene: Scene, measure: Measure, rows: int, tr: Words) -> list[Unit]:
    """What the wall shows while turns are taken, in at most `rows` rows where that can be done."""
    talk = public.talk
    if talk.keys:
        return [
            Unit("keys", tuple(key_plan(talk.keys, min(measure.width, 96), tr))),
            Unit("talk", tuple(signs(talk, measure.reading, tr)), space_before=1),
        ]
    asked = _asked(scene, measure, tr)
    told = Unit("talk", tuple(signs(talk, measure.reading, tr)), space_before=1)
    height = sum(len(unit.rows) for unit in asked)
    if height + 1 + len(told.rows) > rows:
        told = Unit("talk", tuple(signs(talk, measure.reading, tr, spread=False)), space_before=1)
    if height + 1 + len(told.rows) > rows:
        # The word "Question" goes, and the empty rows: what is asked must never go.
        asked = [unit for unit in asked if not unit.key.endswith("-label")]
        told = Unit("talk", tuple(signs(talk, measure.width, tr, dense=True)))
        height = sum(len(unit.rows) for unit in asked)
    return [told, *asked] if height + len(told.rows) > rows else [*asked, told]


def _asked(scene: Scene, measure: Measure, tr: Words) -> list[Unit]:
    """The statement where the step has one, or else the question."""
    kind = "statement" if scene.statement and "question" not in scene.shows else "question"
    return list(BLOCKS[kind](scene, measure, tr))


def signs(talk: PublicTalk, width: int, tr: Words, *, spread: bool = True, dense: bool = False) -> list[Content]:
    """Who has the floor, in kind; how even the talk is; the rules, `spread` one in each row."""
    parts = [_holder(talk, tr), *side_words(talk.side, talk.side_is_next, tr)]
    rules = [lamp_row(lamp, tr) for lamp in talk.lamps]
    if talk.longest:
        light: Light = "idle" if talk.holder == "nobody" else "missed" if talk.late else "kept"
        rules.append(light_row(light, longest_turn(talk.longest, tr), tr))
    bar = gauge(talk.balance, width, tr)
    if dense:
        return [*flow([*parts, bar], "   ", width), *flow(rules, "   ", width)]
    told = [*flow(parts, "  ·  ", width), bar, *([EMPTY] if rules else [])]
    return (
        [*told, *(row for rule in rules for row in wrap(rule, width))]
        if spread
        else [*told, *flow(rules, "   ", width)]
    )


def _holder(talk: PublicTalk, tr: Words) -> Content:
    if talk.holder == "pupil":
        return Content.styled(f"● {tr('Somebody has the floor')}", "bold")
    if talk.holder == "teacher":
        return Content.styled(f"◊ {tr('The teacher has the floor')}", "bold")
    if talk.begun:
        return Content.styled(f"○ {tr('Quiet: time to think')}", "bold")
    return Content.styled(f"○ {tr('The floor is open')}", "bold")


def side_words(side: str, is_next: bool, tr: Words) -> list[Content]:
    """The side that has the floor, or whose turn is next; nothing where sides play no part."""
    if not side:
        return []
    named = f"{SIDE_SHAPE[side]} {tr(SIDES[side])}" if side in SIDES else side
    told = tr("Next: {side}", side=named) if is_next else tr("The floor belongs to: {side}", side=named)
    return [ours(told, "bold $primary")]


def lamp_row(lamp: Lamp, tr: Words) -> Content:
    """A rule with its lamp: a shape, and a word where it matters now."""
    return light_row(lamp.light, tr(REFEREE[lamp.rule]), tr)


def light_row(light: Light, rule: str, tr: Words) -> Content:
    """What is asked for, and whether it holds."""
    weight = "" if light == "idle" else "bold "
    words = tr("{rule}: {light}", rule=rule, light=tr(LIGHT[light])) if light in LIGHT else rule
    return Content.styled(f"{LAMP_SHAPE[light]} {words}", f"{weight}{LAMP_COLOUR[light]}")


def longest_turn(seconds: int, tr: Words) -> str:
    """How long a turn should be at most, in words."""
    return tr("At most {time} a turn", time=shown(seconds))


def gauge(tenths: int | None, width: int, tr: Words) -> Content:
    """How evenly the turns are spread: a bar and a word; before it means something, that it is early."""
    name = tr("Balance")
    word = tr("too early to say") if tenths is None else tr(balance(tenths))
    room = max(4, min(GAUGE, width - len(name) - len(word) - 4))
    full = 0 if tenths is None else max(1, round(room * tenths / 10))
    return Content.assemble(
        (f"{name}  ", "bold $accent"), ("█" * full, "$primary"), ("░" * (room - full), "$border"), (f"  {word}", "bold")
    )


def key_plan(keys: tuple[SeatKey, ...], width: int, tr: Words) -> list[Content]:
    """The chairs with their keys, the board in front; every one can be clicked."""
    columns = 1 + max((key.spot.column for key in keys), default=0)
    each = max(3, min(6, width // columns))
    rows: list[Content] = [board(each * columns, tr)]
    for row in range(1 + max((key.spot.row for key in keys), default=0)):
        here = {key.spot.column: key.keys for key in keys if key.spot.row == row}
        cells = [_key(here.get(column, ""), each) for column in range(columns)]
        rows.append(Content("").join(cells).truncate(width))
    return rows


def _key(keys: str, each: int) -> Content:
    if not keys:
        return Content(" " * each)
    click = Style.from_meta({"@click": f"screen.mode('keys {keys}')"})
    return Content.styled(keys, "bold $primary").stylize(click).pad_right(each - len(keys))


def board(width: int, tr: Words) -> Content:
    """The front of the room."""
    word = f" {tr.in_context('the front of the classroom', 'Board')} "
    left = max(1, (width - len(word)) // 2)
    right = max(1, width - len(word) - left)
    return Content.assemble(("─" * left, "$border"), (word, "$text-muted"), ("─" * right, "$border"))

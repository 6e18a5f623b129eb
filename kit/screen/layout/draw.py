"""A draw: the seat that is called, or the groups; on the wall numbers only, at the desk with names beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from kit.lesson.scene import Scene
from kit.screen.layout.digits import digits
from kit.screen.layout.flow import BLOCKS, Measure
from kit.screen.layout.pages import Unit
from kit.screen.layout.rows import EMPTY, beside, flow, verbatim, wrap
from kit.session.draw_text import ROLE
from kit.session.drawn import PublicDrawn
from kit.session.draws import seats_text
from kit.session.grouping import Group
from kit.session.picker import Call
from kit.words import Words

if TYPE_CHECKING:
    from kit.session.public import PublicState

GROUP_WIDTH = 19
"""Columns a group has beside others."""

GAP = 4
"""Columns between two groups: more than between two seats of one, so that no row reads as a single group."""

Named = Callable[[int], Content]
"""A seat as it is shown."""


def draw_units(public: PublicState, scene: Scene, measure: Measure, rows: int, tr: Words) -> list[Unit]:
    """The draw that was made last, under the question where both have room; before the first one, what a draw is."""
    drawn = public.drawn
    if drawn.kind is None:
        told = tr("Choose a code word. Whoever knows it can make every draw again, and nobody can rig it.")
        found = [Unit("draw", tuple(wrap(Content(told), measure.reading)))]
    elif drawn.kind == "pick":
        found = list(_pick(drawn, _number, measure.width, rows, tr))
    else:
        found = list(_groups(drawn, _number, measure.width, tr))
    if drawn.code:
        found.append(Unit("draw-code", tuple(_made_from(drawn, measure.width, tr)), space_before=1))
    if sum(len(unit.rows) + unit.space_before for unit in found) > rows:
        found = [replace(unit, space_before=0) for unit in found]
    kind = "statement" if scene.statement and "question" not in scene.shows else "question"
    asked = list(BLOCKS[kind](scene, measure, tr))
    together = sum(len(unit.rows) + unit.space_before for unit in [*asked, *found]) + 1
    if asked and together <= rows:
        return [*asked, Unit(found[0].key, found[0].rows, space_before=1), *found[1:]]
    return found


def _number(seat: int) -> Content:
    return Content.styled(str(seat), "bold")


def _made_from(drawn: PublicDrawn, width: int, tr: Words) -> list[Content]:
    """What anyone needs to make the draw again."""
    parts = [
        Content.assemble((f"{tr('Code word')} ", "bold $accent"), verbatim(drawn.code, "bold")),
        Content.assemble((f"{tr('Round')} ", "bold $accent"), str(drawn.round)),
    ]
    if drawn.seats:
        parts.append(Content.assemble((f"{tr('Seats')} ", "bold $accent"), seats_text(drawn.seats)))
    return flow(parts, "   ", width)


def _pick(drawn: PublicDrawn, named: Named, width: int, rows: int, tr: Words) -> Iterator[Unit]:
    """The seat that is called, as large as there is room, and those that were called before it in this round."""
    call = drawn.calls[-1]
    tall = 5 if rows >= 12 and width >= 40 else 3
    label = Content.styled(tr("passes") if call.passed else tr("has the floor"), "bold $accent")
    number = [Content.styled(row, "bold $primary") for row in digits(str(call.seat), tall)]
    name = named(call.seat)
    seat = Content.styled(f"{tr('Seat')} ", "bold $accent")
    before = [EMPTY] * (tall // 2) + [seat]
    widths = [seat.cell_length, number[0].cell_length + 2]
    room = max(8, width - sum(widths) - 2)
    told = wrap(label, room) if name.plain == str(call.seat) else [*wrap(name, room), *wrap(label, room)]
    aside = [*[EMPTY] * max(0, (tall - len(told) + 1) // 2), *told]
    yield Unit("pick", tuple(beside([before, number, aside], [*widths, room], 1)))
    earlier = [call for call in drawn.calls[:-1] if call.round == drawn.calls[-1].round]
    if earlier:
        yield Unit("called", tuple(_earlier(earlier, named, width, tr)), space_before=1)
    waiting = len(set(drawn.seats) - {call.seat for call in drawn.calls if not call.passed})
    left = tr.plural("{count} to come in this round", "{count} to come in this round", waiting)
    yield Unit("left", (Content.styled(left, "$text-muted"),))


def _earlier(calls: Sequence[Call], named: Named, width: int, tr: Words) -> list[Content]:
    head = Content.styled(f"{tr('Called before')}  ", "bold $accent")
    parts = [named(call.seat) + Content(f" ({tr('passes')})" if call.passed else "") for call in calls]
    first, *others = flow(parts, "  ", width - head.cell_length)
    return [head + first, *(Content(" " * head.cell_length) + row for row in others)]


def _groups(drawn: PublicDrawn, named: Named, width: int, tr: Words) -> Iterator[Unit]:
    """The groups side by side, then those who have a task instead of a group."""
    each = min(width, GROUP_WIDTH if named is _number else 2 * GROUP_WIDTH)
    across = max(1, (width + GAP) // (each + GAP))
    for start in range(0, len(drawn.groups), across):
        here = drawn.groups[start : start + across]
        columns = [_group(group, drawn, named, each, tr) for group in here]
        yield Unit(f"groups:{start}", tuple(beside(columns, [each] * len(here), GAP)), space_before=1 if start else 0)
    yield from _duties(drawn, named, width, tr)


def _duties(drawn: PublicDrawn, named: Named, width: int, tr: Words) -> Iterator[Unit]:
    duties = [
        Content.assemble((f"{tr(name)} ", "bold $accent"), Content("  ").join(seats))
        for role, name in ROLE.items()
        if (seats := [named(duty.seat) for duty in drawn.duties if duty.role == role])
    ]
    if duties:
        yield Unit("duties", tuple(flow(duties, "   ", width)), space_before=1)


def _group_name(group: Group, drawn: PublicDrawn, tr: Words) -> str:
    if drawn.kind != "jigsaw":
        return tr("Group {name}", name=group.name)
    return tr("Home group {name}", name=group.name) if drawn.home else tr("Experts {name}", name=group.name)


def _group(group: Group, drawn: PublicDrawn, named: Named, width: int, tr: Words) -> list[Content]:
    label = _group_name(group, drawn, tr)
    seats = [named(seat) for seat in group.seats]
    return [Content.styled(label, "bold $accent").truncate(width, ellipsis=True), *flow(seats, "  ", width)]


def desk_rows(
    drawn: PublicDrawn, code: str, names: Mapping[int, str], width: int, rows: int, tr: Words
) -> list[Content]:
    """The same for the teacher: with the names of the class list, and the code word the next draw is made from."""

    def named(seat: int) -> Content:
        name = names.get(seat, "")
        return Content.assemble((str(seat), "bold"), " ", verbatim(name)) if name else _number(seat)

    room = max(0, rows - 2)
    made: list[Content] = []
    if drawn.kind == "pick":
        made = _stacked(_pick(drawn, named, width, rows, tr))
    elif drawn.kind is not None:
        made = _stacked(_groups(drawn, named if names else _number, width, tr))
        if len(made) > room:
            made = _narrow(drawn, named if names else _number, width, tr)
    else:
        told = tr("n calls a seat, g deals groups, j a jigsaw. c: the class chooses the code word.")
        made = wrap(Content(told), width)
    if len(made) > room:
        made = [*made[: room - 1], Content.styled(f"▼ {tr('more below')}", "bold $primary")]
    next_code = Content.assemble((f"{tr('Code word')} ", "bold $accent"), verbatim(code, "bold"))
    return [*made[:room], EMPTY, next_code.truncate(width, ellipsis=True)][:rows]


def _stacked(units: Iterable[Unit]) -> list[Content]:
    return [row for unit in units for row in (*[EMPTY] * unit.space_before, *unit.rows)]


def _narrow(drawn: PublicDrawn, named: Named, width: int, tr: Words) -> list[Content]:
    """The groups one beneath the other, each behind its name, where there is no room for them side by side."""
    rows: list[Content] = []
    for group in drawn.groups:
        label = Content.styled(f"{_group_name(group, drawn, tr)}  ", "bold $accent")
        first, *others = flow([named(seat) for seat in group.seats], "  ", max(8, width - label.cell_length))
        rows += [label + first, *(Content(" " * label.cell_length) + row for row in others)]
    for row in _duties(drawn, named, width, tr):
        rows += row.rows
    return rows

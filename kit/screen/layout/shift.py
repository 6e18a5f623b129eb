"""Before and after: two counts side by side and, where ballots of two stubs were typed, who moved and at which line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from kit.lesson.scene import Scene
from kit.screen.layout.flow import Measure
from kit.screen.layout.pages import Unit
from kit.screen.layout.rows import flow, hang, ours, wrap
from kit.screen.layout.vote import (
    LONGEST_BESIDE,
    MOST_WIDTH,
    Row,
    asked_units,
    bar,
    height,
    rows_of,
    vote_units,
)
from kit.session.movement import Flow, Movement, net_shift
from kit.session.vote_words import HANDS, MOVE, round_name
from kit.session.votes import PublicVote
from kit.words import Words

if TYPE_CHECKING:
    from kit.session.public import PublicState

MOVED, HELD = "■", "□"
"""One person at a line: moved by it, or held by it."""

NET = 5
"""Columns for the net shift."""

LONGEST_ARROW = 24
MOST_FLOWS = 6
MOST_LINES = 4


def shift_units(public: PublicState, scene: Scene, measure: Measure, rows: int, tr: Words) -> list[Unit]:
    """The two rounds of the open vote; the vote itself where it comes only once, or has not come twice yet."""
    vote = public.votes.vote
    if vote is None or vote.before_after is None:
        return vote_units(public, scene, measure, rows, tr)
    width = min(measure.width, MOST_WIDTH)
    table = table_rows(vote, vote.before_after, scene, width, tr)
    head = Unit("shift", tuple(table))
    moves = vote.movement
    if moves is None or not moves.pairs:
        told = Unit("net", tuple(wrap(Content(tr(HANDS)), width)), space_before=1)
        found = [head, told]
    else:
        found = [head, *movement_units(moves, rows_of(vote, None, scene, tr), width, tr)]
    question = asked_units(vote, scene, measure, tr)
    if question and height([*question, *found]) + 1 <= rows:
        return [*question, Unit(head.key, head.rows, space_before=1), *found[1:]]
    return found


def table_rows(
    vote: PublicVote,
    compared: tuple[Mapping[str, int], Mapping[str, int]],
    scene: Scene,
    width: int,
    tr: Words,
) -> list[Content]:
    """A row for each option: before, after, and by how much it has grown."""
    before, after = (rows_of(vote, counts, scene, tr) for counts in compared)
    net = net_shift(vote.options, *compared)
    most = max((row.count or 0 for row in (*before, *after)), default=0)
    columns = label_columns(before, width)
    each = (width - columns - NET - 2) // 2
    header = [Content.styled(round_name(number, 2, tr), "bold $accent").truncate(each - 1) for number in (1, 2)]
    found = [
        Content(" " * (columns + 2)) + Content("").join(cell.pad_right(each - cell.cell_length) for cell in header)
    ]
    for first, second, change in zip(before, after, net, strict=True):
        bars = [bar(row.count or 0, most, each - 2, hidden=False) for row in (first, second)]
        found.append(
            named(first, columns)
            + Content("  ")
            + Content("").join(drawn.pad_right(max(0, each - drawn.cell_length)) for drawn in bars)
            + Content.styled(signed(change).rjust(NET), "bold")
        )
    return found


def label_columns(options: Sequence[Row], width: int) -> int:
    """Columns for the signs and names of the options."""
    signs = max((len(row.sign) + 1 for row in options if row.sign), default=0)
    return min(signs + max((len(row.short) for row in options), default=0), max(10, width // 3 - 2))


def named(row: Row, columns: int) -> Content:
    """An option's sign and short name in exactly so many columns."""
    if columns == 1:
        return Content.styled(row.sign, "bold $primary")
    sign = Content.styled(f"{row.sign} ", "bold $primary") if row.sign else Content("")
    text = sign + ours(row.short, "bold")
    return text.truncate(columns, ellipsis=True).pad_right(max(0, columns - text.cell_length))


def signed(change: int) -> str:
    """`+3`, `−2`, or `=` where nothing has changed."""
    return f"+{change}" if change > 0 else f"−{-change}" if change else "="


def movement_units(moves: Movement, options: Sequence[Row], width: int, tr: Words) -> list[Unit]:
    """Who did what, from where to where, and at which lines."""
    total = tr.plural("{count} pair of votes:", "{count} pairs of votes:", moves.pairs)
    parts = [Content.styled(total, "bold $accent")]
    parts += [Content.styled(f"{count} {tr(MOVE[move])}", "bold") for move, count in moves.moves.items()]
    found = [Unit("moves", tuple(flow(parts, "   ", width)), space_before=1)]
    ways = [way for way in moves.flows if way.move != "held"]
    if ways:
        found.append(Unit("flows", tuple(flow_rows(ways[:MOST_FLOWS], moves.options, options, width, tr))))
    if moves.lines:
        found.append(Unit("lines", tuple(line_rows(moves, width, tr)), space_before=1))
    if moves.only_before or moves.only_after:
        found.append(Unit("apart", tuple(wrap(Content.styled(apart(moves, tr), "$text-muted"), width))))
    return found


def flow_rows(
    ways: Sequence[Flow], names: Sequence[str], options: Sequence[Row], width: int, tr: Words
) -> list[Content]:
    """An arrow for each way that was gone, one column for each person where that fits."""
    columns = min(label_columns(options, width), LONGEST_BESIDE + 2)
    most = max(way.count for way in ways)
    word = max(len(tr(MOVE[way.move])) for way in ways)
    lost = any(len(row.short) > columns - 2 for row in options) or 2 * columns + word + min(most, 4) + 10 > width
    if lost and all(row.sign for row in options):
        # Names that would lose their ends: the letters beside the bars above say it better.
        columns = 1
    room = max(4, min(LONGEST_ARROW, width - 2 * columns - word - 10))
    row = dict(zip(names, options, strict=True))
    found = []
    for way in ways:
        length = way.count if most <= room else max(1, round(room * way.count / most))
        arrow = Content.styled("━" * length + "►", "$primary")
        found.append(
            Content("  ")
            + named(row[way.before], columns)
            + Content(" ")
            + arrow.pad_right(max(0, min(room, most) + 2 - arrow.cell_length))
            + named(row[way.after], columns)
            + Content.styled(f" {way.count:>3} {tr(MOVE[way.move])}", "bold")
        )
    return [one.truncate(width, ellipsis=True) for one in found]


def line_rows(moves: Movement, width: int, tr: Words) -> list[Content]:
    """The lines that decided, a square for each person."""
    legend = tr("The lines that decided ({moved} moved, {held} held):", moved=MOVED, held=HELD)
    parts = []
    for number, moved, held in moves.lines[:MOST_LINES]:
        people = MOVED * moved + HELD * held if moved + held <= 12 else f"{MOVED}{moved} {HELD}{held}"
        parts.append(Content.assemble((f"{number} ", "bold $primary"), (people, "")))
    rest = len(moves.lines) - MOST_LINES
    if rest > 0:
        parts.append(Content.styled(tr.plural("and {count} more line", "and {count} more lines", rest), "$text-muted"))
    return hang(Content(""), Content.styled(legend, "bold $accent"), width) + flow(parts, "   ", width)


def apart(moves: Movement, tr: Words) -> str:
    """The stubs that found no partner."""
    parts = []
    if moves.only_before:
        parts.append(tr.plural("{count} first part alone", "{count} first parts alone", moves.only_before))
    if moves.only_after:
        parts.append(tr.plural("{count} second part alone", "{count} second parts alone", moves.only_after))
    return tr("Not counted among the pairs: {parts}", parts=", ".join(parts))

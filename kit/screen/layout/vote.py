"""A vote on the wall: what is asked, and a bar for each option, of dots as long as the counts are hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from kit.lesson.scene import Scene
from kit.screen.layout.flow import BLOCKS, VOTE_SHAPE, Measure
from kit.screen.layout.pages import Unit
from kit.screen.layout.rows import hang, ours
from kit.session.vote_words import asked, labels, round_name
from kit.session.votes import LISTS, Kind, PublicVote
from kit.words import Words

if TYPE_CHECKING:
    from kit.session.public import PublicState

BAR = "█"
HALF = "▌"
DOTS = "·"
HERE = "► "
"""Before the option that is being counted; as many columns without it."""

LONGEST_BESIDE = 26
"""Columns of a label that stands beside its bar; a longer one stands above it."""

MOST_WIDTH = 96
NUMBER = 5
"""Columns for a count."""


@dataclass(frozen=True, slots=True)
class Row:
    """One option as it is drawn."""

    index: int
    sign: str
    """A shape or a letter; what tells it from the others is never colour alone."""
    label: str
    short: str
    """The label where there is little room."""
    count: int | None
    """None where it has not been counted."""


def sign_of(kind: Kind, option: str, index: int) -> str:
    """The shape or letter of an option, as in the step's own boxes; "" where its name is a number or a letter."""
    if kind in ("statement", "jury"):
        return VOTE_SHAPE.get(option, "■")
    return "" if kind in LISTS or kind == "letters" else chr(ord("A") + index)


def short_names(labels: Sequence[str]) -> list[str]:
    """The words before a colon or a comma, where they tell the options apart: “Money: it explains it best”."""
    for sign in (":", ","):
        heads = [label.split(sign)[0].strip() for label in labels]
        if all(0 < len(head) <= LONGEST_BESIDE for head in heads) and len(set(heads)) == len(heads):
            return heads
    return [label if len(label) <= LONGEST_BESIDE else label.split(":")[0].strip() or label for label in labels]


def vote_units(public: PublicState, scene: Scene, measure: Measure, rows: int, tr: Words) -> list[Unit]:
    """The open vote, in at most `rows` rows where that can be done."""
    vote = public.votes.vote
    if vote is None:
        return list(BLOCKS["statement" if scene.statement else "question"](scene, measure, tr))
    counts = vote.shown.get(vote.round)
    options = rows_of(vote, counts, scene, tr)
    if vote.kind in LISTS:
        options = _listed(options, vote.cursor, rows - 2, revealed=counts is not None)
    question = asked_units(vote, scene, measure, tr)
    width = min(measure.width, MOST_WIDTH)
    said = Unit("vote-state", (state(vote, tr),), space_before=1)
    # From generous to bare, until everything stands on one page: thick bars, air, the question, whole labels.
    for head, space, thick, tight in (
        (question, 1, 2, False),
        (question, 1, 1, False),
        (question, 0, 1, False),
        (question[-1:], 1, 1, True),
        (question[-1:], 0, 1, True),
        ((), 0, 1, True),
    ):
        drawn = [
            Unit(f"option:{row.index}", tuple(painted), space_before=1 if row is options[0] else space)
            for row in options
            if (painted := option_rows(row, vote, options, width, tight=tight, thick=thick))
        ]
        made = [*head, *drawn, said]
        if height(made) <= rows:
            return made
    return [*drawn, Unit("vote-state", said.rows)]


def height(units: Sequence[Unit]) -> int:
    """Rows that units take one under the other."""
    return sum(len(unit.rows) for unit in units) + sum(unit.space_before for unit in units[1:])


def rows_of(vote: PublicVote, counts: Mapping[str, int] | None, scene: Scene, tr: Words) -> list[Row]:
    """Every option with its name and, where it is known, its count."""
    named = labels(vote.kind, vote.options, scene.positions, tr)
    return [
        Row(index, sign_of(vote.kind, option, index), label, name, counts.get(option) if counts is not None else None)
        for index, (option, label, name) in enumerate(zip(vote.options, named, short_names(named), strict=True))
    ]


def asked_units(vote: PublicVote, scene: Scene, measure: Measure, tr: Words) -> list[Unit]:
    """The statement or the question, with its label; nothing where the options say it all."""
    if not asked(vote.kind, scene.statement, scene.question):
        return []
    return list(BLOCKS["statement" if scene.statement else "question"](scene, measure, tr))


def _listed(options: list[Row], cursor: int, rows: int, *, revealed: bool) -> list[Row]:
    """Of a long list what matters: the options with hands once they are shown, those around the cursor before that."""
    if revealed:
        return [row for row in options if row.count]
    most = max(1, rows)
    first = max(0, min(cursor - most // 2, len(options) - most))
    return options[first : first + most]


def option_rows(
    row: Row, vote: PublicVote, options: Sequence[Row], width: int, *, tight: bool, thick: int
) -> list[Content]:
    """An option: its label beside its bar where all labels are short or there is no room, else above it."""
    hidden = vote.round not in vote.shown
    here = hidden and row.index == vote.cursor
    click = Style.from_meta({"@click": f"screen.mode('choose {row.index}')"})
    mark = Content.styled(HERE if here else " " * len(HERE), "bold $primary")
    if row.sign:
        mark += Content.styled(f"{row.sign} ", "bold $primary")
    names = [one.short if tight else one.label for one in options]
    beside = tight or all(len(name) <= LONGEST_BESIDE for name in names)
    most = max((option.count or 0 for option in options), default=0)
    if beside:
        columns = min(max((len(name) for name in names), default=0), max(8, width * 9 // 20))
        name = ours(row.short if tight else row.label, "bold")
        name = name.truncate(columns, ellipsis=True).pad_right(max(0, columns - name.cell_length))
        room = width - mark.cell_length - columns - 2
        drawn = bar(row.count, most, room, hidden=hidden)
        more = bar(row.count, most, room, hidden=hidden, number=False)
        indent = Content(" " * (width - room))
        return [(mark + name + Content("  ") + drawn).stylize(click), *[(indent + more).stylize(click)] * (thick - 1)]
    indent = Content(" " * mark.cell_length)
    named = hang(mark, ours(row.label, "bold"), width)
    return [
        *(one.stylize(click) for one in named),
        (indent + bar(row.count, most, width - indent.cell_length, hidden=hidden)).stylize(click),
    ]


def bar(count: int | None, most: int, width: int, *, hidden: bool, number: bool = True) -> Content:
    """A count as a length and a number; a row of dots, the same for every option, while it is hidden."""
    room = max(4, width - NUMBER)
    if hidden:
        return Content.styled(DOTS * room, "$text-muted")
    if count is None:
        return Content.styled("–" * number, "$text-muted")
    halves = round(2 * room * count / most) if most else 0
    drawn = BAR * (halves // 2) + HALF * (halves % 2)
    if count and not drawn:
        drawn = HALF
    told = f" {count}" if drawn else str(count)
    return Content.assemble((drawn, "$primary"), (told * number, "bold"))


def state(vote: PublicVote, tr: Words) -> Content:
    """Which vote it is, and how far the counting has come: never how anybody voted."""
    parts = [round_name(vote.round, vote.rounds, tr)]
    counts = vote.shown.get(vote.round)
    if counts is not None:
        parts.append(tr.plural("{count} counted", "{count} counted", sum(counts.values())))
    elif vote.kind in LISTS:
        parts.append(tr.plural("{count} option counted", "{count} options counted", vote.counted))
    elif vote.counted or not vote.ballots:
        parts.append(tr("{done} of {all} counted", done=vote.counted, all=len(vote.options)))
    if counts is None and vote.ballots:
        parts.append(tr.plural("{count} ballot read", "{count} ballots read", vote.ballots))
    return Content.styled(" · ".join(part for part in parts if part), "bold $accent")

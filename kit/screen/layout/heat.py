"""The lines of the lesson and how often each was used: a bar and a number beside the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from kit.lesson.scene import Passage, Scene, SceneLine
from kit.screen.layout.desk import numbers
from kit.screen.layout.flow import Measure
from kit.screen.layout.heads import languages, reminder
from kit.screen.layout.pages import Unit
from kit.screen.layout.rows import EMPTY, flow, hang, ours, verbatim, wrap
from kit.session.heat import LineUse, most_used, unused
from kit.words import Words

if TYPE_CHECKING:
    from kit.session.public import PublicState

STRIP = 8
"""Columns of the longest bar."""

NARROW_STRIP = 4
WIDE_FROM = 70
"""Columns from which the bars have their whole length."""

MOST_WIDTH = 110
MOST_TOLD = 5
"""How many of the lines used most are named."""

HERE = "► "


def heat_units(
    public: PublicState,
    scene: Scene,
    measure: Measure,
    rows: int,  # noqa: ARG001 - every view is asked in the same way
    tr: Words,
) -> list[Unit]:
    """Every line of the lesson with its use; first of all, which lines carried the debate and which nobody used."""
    uses = {use.number: use for use in public.board.uses}
    most = max((use.total for use in uses.values()), default=0)
    width = min(measure.width, MOST_WIDTH)
    # Two languages one under the other are twice as many pages: the heat is about numbers the class knows by now.
    found = [Unit("unused", tuple(summary_rows(tuple(uses.values()), width, tr)))]
    for passage in scene.passages:
        found += _passage(passage, scene.language, uses, most, width, tr)
    return found


def _passage(
    passage: Passage, language: str, uses: Mapping[int, LineUse], most: int, width: int, tr: Words
) -> list[Unit]:
    bar = Content.styled("▌ ", "$accent")
    head = bar + _source(passage, language, tr, width - 2)
    short = tuple(bar + row for row in reminder(passage, tr, width - 2))
    found = [Unit(f"head:{passage.excerpt}", (head,), keep_with_next=True, space_before=1)]
    for line in passage.lines:
        use = uses.get(line.number, LineUse(number=line.number))
        click = Style.from_meta({"@click": f"screen.mode('cite {line.number}')"})
        drawn = [row.stylize(click) for row in hang(gutter(use, most, width), _words(line), width)]
        found.append(Unit(f"line:{line.number}", tuple(drawn), reminder=short, numbered=True))
    return found


def _source(passage: Passage, language: str, tr: Words, width: int) -> Content:
    """Who says it, in which language and in whose translation: one row."""
    source = passage.source
    who = verbatim(passage.speaker, "bold") if passage.speaker else ours(source.author if source else "", "bold")
    title = verbatim(source.title) if source is not None and not who else EMPTY
    parts = [part for part in (who, title, *languages(passage, language, tr)) if part]
    return Content(" · ").join(parts).truncate(width, ellipsis=True)


def _words(line: SceneLine) -> Content:
    """The line in the language of the lesson; a translation has the arrow it has everywhere."""
    if line.translation:
        return Content.styled("→ ", "$accent") + ours(line.translation)
    return verbatim(line.text)


def gutter(use: LineUse, most: int, width: int) -> Content:
    """The number of a line, and its use as a length and a number; a dot where nobody used it."""
    room = STRIP if width >= WIDE_FROM else NARROW_STRIP
    halves = max(1, round(2 * room * use.total / most)) if use.total and most else 0
    drawn = "█" * (halves // 2) + "▌" * (halves % 2)
    told = f"{use.total}" if use.total else "·"
    return Content.assemble(
        (f"{use.number:>3} ", "bold $primary"),
        (drawn.ljust(room), "$primary"),
        (f"{told:>3}  ", "bold" if use.total else "$text-muted"),
    )


def summary_rows(uses: Sequence[LineUse], width: int, tr: Words) -> list[Content]:
    """Which lines were used most, and which nobody used."""
    return [*most_used_rows(uses, width, tr), *unused_rows(uses, width, tr)]


def most_used_rows(uses: Sequence[LineUse], width: int, tr: Words) -> list[Content]:
    """The lines that carried the debate and how often each was used; nothing before some line was used twice."""
    first = most_used(uses, MOST_TOLD)
    if not first:
        return []
    parts = [Content.assemble((str(use.number), "bold"), (f" ({use.total}×)", "")) for use in first]
    head = Content.styled(f"{tr('Used most:')} ", "bold $accent")
    rows = flow(parts, "   ", width - head.cell_length)
    indent = Content(" " * head.cell_length)
    return [(head if index == 0 else indent) + row for index, row in enumerate(rows)]


def unused_rows(uses: Sequence[LineUse], width: int, tr: Words) -> list[Content]:
    """Which lines nobody used, as numbers."""
    idle = unused(uses)
    if len(idle) == len(uses):
        return wrap(Content.styled(tr("No line has been used yet."), "bold"), width)
    if not idle:
        return wrap(Content.styled(tr("Every line has been used."), "bold $success"), width)
    return hang(Content.styled(f"{tr('Nobody used:')} ", "bold $accent"), Content.styled(numbers(idle), "bold"), width)


@dataclass(frozen=True, slots=True)
class HeatDesk:
    """The same at the desk, one row a line, with one of them looked at closely."""

    uses: tuple[LineUse, ...]
    texts: Mapping[int, str]
    cursor: int
    """Index of the line looked at."""


def desk_rows(heat: HeatDesk, width: int, rows: int, tr: Words) -> list[Content]:
    """At most `rows` rows around the line at the cursor; beneath them what its number is made of."""
    top = summary_rows(heat.uses, width, tr)
    below = [EMPTY, *wrap(told(heat.uses[heat.cursor], tr), width)] if heat.uses else []
    room = max(1, rows - len(top) - len(below) - 1)
    first = max(0, min(heat.cursor - room // 2, len(heat.uses) - room))
    most = max((use.total for use in heat.uses), default=0)
    listed = []
    for index, use in enumerate(heat.uses[first : first + room], first):
        here = index == heat.cursor
        mark = Content.styled(HERE if here else "  ", "bold $primary") + gutter(use, most, width)
        text = verbatim(heat.texts.get(use.number, ""), "bold" if here else "")
        click = Style.from_meta({"@click": f"screen.mode('choose {index}')"})
        listed.append((mark + text).truncate(width, ellipsis=True).stylize(click))
    return [*top, EMPTY, *listed, *below][:rows]


def told(use: LineUse, tr: Words) -> Content:
    """What the number of a line is made of."""
    parts = []
    if use.notes:
        parts.append(tr.plural("{count} note", "{count} notes", use.notes))
    if use.cited:
        parts.append(tr.plural("cited {count} time", "cited {count} times", use.cited))
    if use.turns:
        parts.append(tr.plural("{count} turn", "{count} turns", use.turns))
    if use.ballots:
        parts.append(tr.plural("{count} ballot", "{count} ballots", use.ballots))
    head = tr("Line {number}", number=use.number)
    return Content.assemble((f"{head}  ", "bold $accent"), " · ".join(parts) or tr("nobody used it"))

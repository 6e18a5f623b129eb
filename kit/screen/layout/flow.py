"""A scene becomes units of text: what the step shows, in its order, wrapped to a width."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from textual.content import Content

from kit.lesson.scene import Passage, Scene, SceneLine
from kit.screen.layout.heads import head, reminder
from kit.screen.layout.pages import Unit
from kit.screen.layout.rows import beside, boxes, hang, ours, verbatim, wrap
from kit.words import Words, words
from kit.words.terms import AGREEMENT, BAROMETER, COLUMNS, VOTES

GUTTER = 5
"""Columns for a line number and the space after it."""

GAP = 4
"""Columns between an original and its translation."""

VOTE_SHAPE = {"for": "▲", "against": "▼", "undecided": "■"}


@dataclass(frozen=True, slots=True)
class Measure:
    """How wide the text may be."""

    width: int
    beside: bool
    """Whether a translation stands beside its original, or beneath it."""

    @property
    def reading(self) -> int:
        """Columns of running text: longer rows are hard to find back from."""
        return min(self.width, 84)


def units(scene: Scene, measure: Measure, *, task: bool) -> list[Unit]:
    """Everything of `scene` that belongs on its pages; with `task`, what the deck has no room for stands first."""
    tr = words(scene.language)
    found: list[Unit] = []
    if task:
        found += _task(scene, measure)
    for block in scene.shows:
        made = list(BLOCKS[block](scene, measure, tr))
        if found and made:
            made[0] = _lower(made[0])
        found += made
    return found


def _lower(unit: Unit) -> Unit:
    return replace(unit, space_before=1)


def _label(key: str, text: str) -> Unit:
    return Unit(key, (Content.styled(text, "bold $accent"),), keep_with_next=True)


def _task(scene: Scene, measure: Measure) -> Iterator[Unit]:
    yield Unit("instruction", tuple(wrap(ours(scene.instruction, "bold"), measure.reading)))
    if scene.rule:
        yield Unit("rule", tuple(hang(Content.styled("■ ", "$accent"), ours(scene.rule), measure.reading)))


def _large(key: str, label: str, text: str, measure: Measure) -> Iterator[Unit]:
    """The words a step turns on: bold, with a bar along them that can be seen from the back of the room."""
    if not text:
        return
    yield _label(f"{key}-label", label)
    bar = Content.styled("▌ ", "$primary")
    yield Unit(key, tuple(bar + row for row in wrap(ours(text, "bold"), measure.reading - 2)))


def _question(scene: Scene, measure: Measure, tr: Words) -> Iterator[Unit]:
    return _large("question", tr("Question"), scene.question, measure)


def _statement(scene: Scene, measure: Measure, tr: Words) -> Iterator[Unit]:
    return _large("statement", tr("The statement"), scene.statement, measure)


def _list(key: str, label: str, items: tuple[str, ...], bullet: str, measure: Measure) -> Iterator[Unit]:
    if not items:
        return
    heading = _label(key, label)
    yield heading
    sign = Content.styled(f"{bullet} ", "bold $primary")
    for index, item in enumerate(items):
        again = heading.rows if index else ()
        yield Unit(f"{key}:{index}", tuple(hang(sign, ours(item), measure.reading)), reminder=again)


def _norms(scene: Scene, measure: Measure, tr: Words) -> Iterator[Unit]:
    return _list("norm", tr("Our rules"), scene.norms, "•", measure)


def _starters(scene: Scene, measure: Measure, tr: Words) -> Iterator[Unit]:
    return _list("starter", tr("How to begin a sentence"), scene.starters, "›", measure)


def _exit(scene: Scene, measure: Measure, tr: Words) -> Iterator[Unit]:
    if not scene.exit:
        return
    yield _label("exit", tr("Exit ticket"))
    for index, item in enumerate(scene.exit):
        rows = hang(Content.styled("▪ ", "bold $primary"), ours(item, "bold"), measure.reading)
        yield Unit(f"exit:{index}", tuple(rows), space_before=1 if index else 0)


def _roles(scene: Scene, measure: Measure, _tr: Words) -> Iterator[Unit]:
    for index, (name, does) in enumerate(scene.roles):
        text = Content.assemble(ours(name, "bold $primary"), "  ", ours(does))
        yield Unit(f"role:{index}", tuple(hang(Content.styled("• ", "$primary"), text, measure.reading)))


def _positions(scene: Scene, measure: Measure, tr: Words) -> Iterator[Unit]:
    usual = BAROMETER if scene.step.protocol == "barometer" else AGREEMENT
    named = scene.positions or tuple(tr(position) for position in usual)
    items = [
        Content.assemble((f"{chr(ord('A') + index)}  ", "bold $primary"), ours(text, "bold"))
        for index, text in enumerate(named)
    ]
    yield from _framed("position", items, measure, across=2 if measure.width >= 56 else 1)


def _vote(_scene: Scene, measure: Measure, tr: Words) -> Iterator[Unit]:
    items = [
        Content.assemble((f"{VOTE_SHAPE[vote]}  ", "bold $primary"), (tr(label), "bold"))
        for vote, label in VOTES.items()
    ]
    yield from _framed("vote", items, measure, across=3 if measure.width >= 56 else 1)


def _columns(_scene: Scene, measure: Measure, tr: Words) -> Iterator[Unit]:
    items = [Content.styled(tr(label), "bold") for label in COLUMNS]
    across = 3 if measure.width >= 56 else 1
    yield from _framed("column", items, measure, across=across, height=3 if across == 3 else 1)


def _framed(key: str, items: list[Content], measure: Measure, *, across: int, height: int = 0) -> Iterator[Unit]:
    for index, rows in enumerate(boxes(items, min(measure.width, 96), across, height=height)):
        yield Unit(f"{key}:{index}", tuple(rows))


def _lines(scene: Scene, measure: Measure, tr: Words) -> Iterator[Unit]:
    for number, passage in enumerate(scene.passages):
        yield from _passage(passage, scene.language, measure, tr, first=number == 0)


def _passage(passage: Passage, language: str, measure: Measure, tr: Words, *, first: bool) -> Iterator[Unit]:
    bar = Content.styled("▌ ", "$accent")
    width = measure.width if measure.beside else measure.reading
    rows = [bar + row for row in head(passage, language, tr, width - 2)]
    short = tuple(bar + row for row in reminder(passage, tr, width - 2))
    yield Unit(f"head:{passage.excerpt}", tuple(rows), keep_with_next=True, space_before=0 if first else 1)
    for line in passage.lines:
        if line.gap_before:
            yield Unit(
                f"gap:{line.number}",
                (Content.styled(f"{'[…]':>{GUTTER + 3}}", "$text-muted"),),
                keep_with_next=True,
                reminder=short,
            )
        yield Unit(f"line:{line.number}", tuple(_line(line, measure)), reminder=short, numbered=True)


def _line(line: SceneLine, measure: Measure) -> list[Content]:
    """A numbered line: the original, and ours beside or beneath it."""
    number = Content.styled(f"{line.number:>{GUTTER - 2}}  ", "bold $primary")
    if not line.translation:
        return hang(number, verbatim(line.text), measure.reading)
    ours_sign = Content.styled("→ ", "$accent")
    if not measure.beside:
        under = Content(" " * GUTTER) + ours_sign
        return [
            *hang(number, verbatim(line.text), measure.reading),
            *hang(under, ours(line.translation, "$text-muted"), measure.reading),
        ]
    each = (measure.width - GAP) // 2
    original = hang(number, verbatim(line.text), each)
    translated = hang(ours_sign, ours(line.translation, "$text-muted"), each)
    return beside([original, translated], [each, each], GAP)


BLOCKS: dict[str, Callable[[Scene, Measure, Words], Iterator[Unit]]] = {
    "norms": _norms,
    "question": _question,
    "statement": _statement,
    "positions": _positions,
    "lines": _lines,
    "starters": _starters,
    "columns": _columns,
    "roles": _roles,
    "vote": _vote,
    "exit": _exit,
}

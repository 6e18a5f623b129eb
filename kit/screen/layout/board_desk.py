"""The board at the desk: the notes one under the other, one of them at the cursor."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style

from kit.screen.layout.board import note_rows, nothing_yet, piles
from kit.screen.layout.rows import EMPTY, flow
from kit.session.board import Board, Note
from kit.words import Words

HERE = "► "


def order(board: Board, tr: Words) -> list[Note]:
    """The notes in the order in which the desk lists them."""
    return [note for pile in piles(board.notes, board.by, tr) for note in pile.notes]


def desk_rows(board: Board, chosen: str, tr: Words, width: int, rows: int) -> list[Content]:
    """Every note in its group, the `chosen` one marked and in sight, in at most `rows` rows."""
    drawn: list[Content] = []
    here = 0
    for pile in piles(board.notes, board.by, tr):
        count = f" {len(pile.notes)}" if pile.notes else ""
        drawn.append(Content.assemble((pile.label, "bold $accent"), (count, "$text-muted")))
        for note in pile.notes:
            at_cursor = note.id == chosen
            if at_cursor:
                here = len(drawn)
            mark = Content.styled(HERE if at_cursor else "  ", "bold $primary")
            click = Style.from_meta({"@click": f"screen.mode('choose {note.id}')"})
            made = note_rows(note, width - len(HERE), tr)
            drawn += [((mark if index == 0 else Content("  ")) + row).stylize(click) for index, row in enumerate(made)]
    if not board.notes:
        drawn += nothing_yet(tr, width)
    first = max(0, min(here - rows // 3, len(drawn) - rows))
    return drawn[first : first + rows]


def cited(board: Board, tr: Words, width: int) -> list[Content]:
    """The lines cited last, the latest first."""
    if not board.cited:
        return []
    head = Content.styled(f"{tr('Cited last')} ", "bold $accent")
    return [EMPTY, *flow([head, *(Content(str(one.line)) for one in reversed(board.cited[-8:]))], "  ", width)]

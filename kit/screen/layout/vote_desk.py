"""A vote at the desk: every count in numbers, what is being typed, and the ballots; never on the wall."""

from __future__ import annotations

from collections.abc import Collection

from textual.content import Content
from textual.style import Style

from kit.screen.layout.flow import Measure
from kit.screen.layout.rows import EMPTY, ends, flow, ours, wrap
from kit.screen.layout.shift import apart, signed
from kit.screen.layout.vote import BAR, HERE, sign_of
from kit.session.movement import net_shift
from kit.session.vote_words import MOVE, Wording, round_name
from kit.session.votes import LISTS, Vote, moved
from kit.words import Words

CURSOR = "_"

WITH_BARS = 52
"""Columns from which there is room for bars beside long words."""

BESIDE_WORDS, CHANGE = 15, 5
"""Columns of an option besides its words: its mark, its key and sign, its count; and by how much it has changed."""


def desk_rows(vote: Vote, said: Wording, typed: str, tr: Words, width: int, rows: int) -> list[Content]:
    """The open round with its counts; `typed` is what has been typed for the option at the cursor.

    What pupils read is in the lesson's language, everything else in the teacher's, which is that of `tr`.
    """
    width -= 1  # a column of air before the desk's other side
    counts = vote.counts(vote.round)
    shown = tr("shown to the class") if vote.current.revealed else tr("hidden from the class")
    name = round_name(vote.round, len(vote.rounds), tr) or tr("Vote")
    found = [ends(Content.styled(name, "bold $primary"), Content.styled(shown, "bold $accent"), width)]
    if said.asks:
        found += wrap(ours(said.asks), Measure(width, False).reading)
    found.append(EMPTY)
    below = _below(vote, tr, width)
    room = max(3, rows - len(found) - len(below) - 1)
    numbers = range(len(vote.options)) if vote.kind not in LISTS else ()
    options = _rows(vote, said, typed, width, numbers)
    if len(options) > room:  # then at least the words of the one that is being counted
        options = _rows(vote, said, typed, width, [vote.cursor] if numbers else ())
    if len(options) > room:
        options = _rows(vote, said, typed, width, ())
        first = max(0, min(vote.cursor - room // 2, len(options) - room))
        options = options[first : first + room]
    total = tr.plural("{count} counted", "{count} counted", sum(counts.values()))
    return [*found, *options, Content.styled(total, "$text-muted"), *below][:rows]


def _rows(vote: Vote, said: Wording, typed: str, width: int, whole: Collection[int]) -> list[Content]:
    """The options with their counts; the words of the `whole` ones take more than one row where they must."""
    counts, compared = vote.counts(vote.round), vote.before_after
    other = compared[0] if compared is not None and vote.round == 2 and compared[1] == counts else {}
    most = max(counts.values(), default=0)
    longest = max(len(label) for label in said.labels)
    wide = width - BESIDE_WORDS - (CHANGE if other else 0) if whole and width < WITH_BARS else width // 2
    columns = min(longest, max(12, wide))
    found: list[Content] = []
    for index, (option, label) in enumerate(zip(vote.options, said.labels, strict=True)):
        here = index == vote.cursor
        sign = sign_of(vote.kind, option, index)
        number = typed + CURSOR if here and typed else str(counts[option]) if option in counts else CURSOR * here or "–"
        key = "" if vote.kind in LISTS else f"{index + 1} "
        mark = Content.assemble(
            (HERE if here else "  ", "bold $primary"), (key, "$text-muted"), (sign, "bold $primary")
        )
        words = ours(label, "bold" if here else "")
        name, *more = wrap(words, columns) if index in whole else [words.truncate(columns, ellipsis=True)]
        row = mark + Content(" ") + name.pad_right(max(0, columns - name.cell_length))
        row += Content.styled(f" {number:>5} ", "bold $primary" if here and typed else "bold")
        room = width - row.cell_length - 8
        if room >= 4 and counts.get(option):
            row += Content.styled(BAR * max(1, round(room * counts[option] / most)), "$primary")
        if other and option in counts:
            change = net_shift([option], other, counts)[0]
            row = ends(row, Content.styled(signed(change), "bold"), width)
        click = Style.from_meta({"@click": f"screen.mode('choose {index}')"})
        under = Content(" " * (mark.cell_length + 1))
        found += [line.stylize(click) for line in (row, *(under + line for line in more))]
    return found


def _below(vote: Vote, tr: Words, width: int) -> list[Content]:
    """The ballots that were typed, and what they tell."""
    if not vote.ballots:
        return []
    moves = moved(vote)
    parts = [
        Content.styled(tr.plural("{count} ballot typed", "{count} ballots typed", len(vote.ballots)), "bold $accent")
    ]
    parts += [Content(f"{count} {tr(MOVE[move])}") for move, count in moves.moves.items()]
    found = [EMPTY, *flow(parts, "   ", width)]
    if moves.only_before or moves.only_after:
        found += wrap(Content.styled(apart(moves, tr), "$text-muted"), width)
    if vote.rounds[0].counts or (len(vote.rounds) > 1 and vote.rounds[1].counts):
        by_hand = tr("The bars show the hands that were counted, not the ballots.")
        found += wrap(Content.styled(by_hand, "$text-muted"), width)
    return found

"""The ledger at the desk: who has the floor, who may speak next, who has not been heard. Never on the wall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from textual.content import Content

from kit.lesson.plan import PlannedStep
from kit.screen.layout.chairs import Chairs, chair_rows
from kit.screen.layout.rows import EMPTY, ends, flow, verbatim, wrap
from kit.screen.layout.talk import gauge, lamp_row, light_row, longest_turn, side_words
from kit.session.clock import shown
from kit.session.ledger import Ledger, ledger
from kit.session.referee import Code, Light, lamps, side_of, standings
from kit.session.seats import TEACHER, SeatPlan
from kit.session.talk import FIRST_TURNS
from kit.session.turns import Talk
from kit.words import Words

OFTEN = 3
"""How many pairs of seats that follow each other are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerView:
    """What the ledger is drawn from."""

    talk: Talk
    plan: SeatPlan
    """The chairs as they stand, or as they are being arranged."""
    hints: Mapping[int, str]
    step: PlannedStep
    code: Code
    now: float
    """Seconds of the monotonic clock."""
    prompt: Content = EMPTY
    """What the next keys are asked for."""
    names: Mapping[int, str] = field(default_factory=dict)
    """By seat, where a class list is in use; they come from the desk and are in no journal."""


def ledger_rows(view: LedgerView, width: int, rows: int, tr: Words) -> list[Content]:
    """The whole ledger in at most `rows` rows: where they are few, names go first, and the last numbers after them."""
    counted = ledger(view.talk, view.now)
    chairs = Chairs(
        plan=view.plan,
        hints=view.hints,
        absent=view.talk.absent,
        turns=counted.turns,
        standing=standings(view.talk, view.step, view.code.rules),
        sides=view.talk.sides,
        floor=view.talk.floor.turn.seat if view.talk.floor is not None else None,
        names=view.names,
    )
    top = [*_floor(view, width, tr), *_rules(view, width, tr)]
    numbers = _numbers(view, counted, width, tr)
    plan = chair_rows(chairs, width, tr, names=True)
    if len(top) + len(plan) + len(numbers) > rows:
        plan = chair_rows(chairs, width, tr, names=False)
    space = [EMPTY] if len(top) + len(plan) + len(numbers) + 2 <= rows else []
    return [*top, *space, *plan, *space, *numbers][:rows]


def _floor(view: LedgerView, width: int, tr: Words) -> list[Content]:
    """Who has the floor and for how long, or how long it has been quiet; beneath it, what is asked for."""
    talk, floor = view.talk, view.talk.floor
    if floor is not None:
        spoken = _time(view.now - floor.began)
        left = Content.assemble(("● ", "bold $primary"), _who(view, floor.turn.seat, tr), f"  {spoken}")
    elif talk.quiet_since is not None:
        left = Content.styled(f"○ {tr('Quiet: time to think')}  {_time(view.now - talk.quiet_since)}", "bold")
    else:
        left = Content.styled(f"○ {tr('Nobody has the floor')}", "bold")
    right = Content.styled(tr.plural("{count} turn", "{count} turns", len(talk.so_far)), "$text-muted")
    # The seconds matter now; how many turns there have been stands below as well.
    head = [ends(left, right, width) if left.cell_length + right.cell_length + 2 <= width else left]
    return [*head, *wrap(view.prompt, width)] if view.prompt else head


def _who(view: LedgerView, seat: int, tr: Words) -> Content:
    """A seat, with its name where there is one."""
    if seat == TEACHER:
        return Content.styled(tr("You have the floor"), "bold")
    words = Content.styled(tr("Seat {number}", number=seat), "bold")
    name = view.names.get(seat, "")
    return words + Content(" · ") + verbatim(name, "bold") if name else words


def _rules(view: LedgerView, width: int, tr: Words) -> list[Content]:
    """The rules of the step with their lamps, and whose turn it is by side."""
    rules, longest = view.code.rules, view.code.longest
    parts = [lamp_row(lamp, tr) for lamp in lamps(view.talk, view.step, rules)]
    if longest:
        light: Light = "idle"
        if view.talk.floor is not None:
            light = "missed" if view.now - view.talk.floor.began > longest else "kept"
        parts.append(light_row(light, longest_turn(longest, tr), tr))
    parts += side_words(*side_of(view.talk, view.step, rules), tr)
    return flow(parts, "   ", width)


def _numbers(view: LedgerView, counted: Ledger, width: int, tr: Words) -> list[Content]:
    """What was counted, the most useful first."""
    rows = _unheard(view, counted, width, tr)
    early = counted.evenness is None or counted.pupil_turns < FIRST_TURNS
    tenths = None if early else round((counted.evenness or 0.0) * 10)
    rows.append(gauge(tenths, width, tr))
    facts = [*_shares(counted, tr), *_silences(counted, tr), *_moves(view, tr), *_followers(counted, tr)]
    return [*rows, *flow(facts, "   ", width)]


def _unheard(view: LedgerView, counted: Ledger, width: int, tr: Words) -> list[Content]:
    if not counted.unheard:
        return [Content.styled(f"● {tr('Everybody has been heard')}", "bold $success")]
    named = [f"{view.hints.get(seat, seat)} {view.names.get(seat, '')}".strip() for seat in counted.unheard]
    head = Content.styled(f"{tr.plural('{count} not heard yet', '{count} not heard yet', len(named))}  ", "bold")
    told = flow([verbatim(name) for name in named], "  ", width - head.cell_length)
    if len(told) > 2:
        told = [told[0], told[1].truncate(max(2, width - head.cell_length - 2)) + Content(" …")]
    first, *others = told
    return [head + first, *(Content(" " * head.cell_length) + row for row in others)]


def _shares(counted: Ledger, tr: Words) -> list[Content]:
    facts = []
    if counted.pupil_turns + counted.teacher_turns:
        every = counted.pupil_turns + counted.teacher_turns
        spoken = counted.pupil_seconds + counted.teacher_seconds
        facts.append(
            tr(
                "Your turns: {own} of {every}, {time} of {spoken}",
                own=counted.teacher_turns,
                every=every,
                time=_time(counted.teacher_seconds),
                spoken=_time(spoken),
            )
        )
    if counted.loudest is not None:
        most = round(counted.loudest * counted.pupil_turns)
        facts.append(tr("Turns of the three busiest: {own} of {every}", own=most, every=counted.pupil_turns))
        facts.append(tr("Longest turn: {time}", time=_time(counted.longest)))
    return [Content(fact) for fact in facts]


def _silences(counted: Ledger, tr: Words) -> list[Content]:
    facts = []
    if counted.silences:
        longest = _time(counted.longest_silence)
        facts.append(
            tr.plural(
                "{count} silence, {longest} long",
                "{count} silences, up to {longest}",
                counted.silences,
                longest=longest,
            )
        )
    if counted.wait is not None:
        facts.append(
            tr.plural(
                "Wait after the question: {time}",
                "Wait after a question: {time} (the middle of {count})",
                len(counted.waits),
                time=_time(counted.wait),
            )
        )
    return [Content(fact) for fact in facts]


def _moves(view: LedgerView, tr: Words) -> list[Content]:
    """What turns did, as far as it was entered."""
    did: Counter[str] = Counter(move for turn in view.talk.so_far for move in turn.moves)
    facts = {
        "summed-up": tr.plural("{count} turn summed up", "{count} turns summed up", did["summed-up"]),
        "built-on": tr.plural("{count} turn took up a thought", "{count} turns took up a thought", did["built-on"]),
        "question": tr.plural("{count} turn asked", "{count} turns asked", did["question"]),
        "evidence": tr.plural("{count} turn with a line", "{count} turns with a line", did["evidence"]),
    }
    return [Content(fact) for move, fact in facts.items() if did[move]]


def _followers(counted: Ledger, tr: Words) -> list[Content]:
    """The pairs that follow each other most, where that is more than chance: three times or more."""
    often: Sequence[tuple[tuple[int, int], int]] = sorted(
        (item for item in counted.follows.items() if item[1] >= OFTEN and TEACHER not in item[0]),
        key=lambda item: (-item[1], item[0]),
    )[:OFTEN]
    if not often:
        return []
    pairs = ", ".join(f"{one}→{other} ({count})" for (one, other), count in often)
    return [Content(tr("Often one after the other: {pairs}", pairs=pairs))]


def _time(seconds: float) -> str:
    """Seconds that have passed: one that has only begun does not count yet."""
    return shown(float(int(max(0.0, seconds))))

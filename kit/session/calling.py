"""Drawing in class: the next seat without repeats, passes, groups; every draw is a record that can be made again.

The row of a round is called to its end. Where somebody comes or goes in between, what is left of the round becomes a
draw of its own, of the seats that are still to come: they keep their order, for a seat that is missing moves no other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, datetime

from kit.session.draw_record import Draw, DrawKind, Settings, make
from kit.session.drawn import Drawn
from kit.session.draws import LONGEST_CODE, Seat, code_word
from kit.session.grouping import Leftovers, Wish

PASSES = 1
"""How often a seat may pass in one class."""

MOST_WORDS = 6
"""Words of a line that make a code word."""


class NothingCalledError(ValueError):
    """A pass before anybody was called."""


class NoPassError(ValueError):
    """A pass of a seat that has passed before: `seat`."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(f"seat {seat} has passed")
        self.seat = seat


def default_code(lesson: str, opened: float) -> str:
    """The code word where the class has chosen none: the day (`opened`, seconds since 1970) and the lesson."""
    day = datetime.fromtimestamp(opened, tz=UTC).astimezone().date().isoformat()
    return code_word(f"{day} {lesson}"[:LONGEST_CODE])


def code_of_line(text: str) -> str:
    """The first words of a line as a code word: how a class without a keyboard chooses one. Errors: `CodeError`."""
    return code_word(" ".join(text.split()[:MOST_WORDS])[:LONGEST_CODE])


def next_pick(drawn: Drawn, code: str, present: Collection[Seat]) -> Draw:
    """The record of the round with one more seat called. Errors: ValueError where nobody is present."""
    last = _open(drawn, code)
    if last is None:
        return _first(code, present, 1)
    done = _called(drawn, last)
    left = tuple(sorted(set(present) - done))
    waiting = set(last.seats) - done
    if not left:
        return _first(code, present, last.round + 1)
    if set(left) == waiting:
        return _picked(last, last.settings.count + 1, last.settings.passed)
    return _first(code, left, last.round)


def pass_on(drawn: Drawn, code: str) -> Draw:
    """The record in which the seat called last passes: it is called again at the end of the round.

    Errors: `NothingCalledError`; `NoPassError` where it has passed before.
    """
    last = _open(drawn, code)
    if last is None or not last.result.calls:
        raise NothingCalledError
    call = last.result.calls[-1]
    before = sum(one.passed and one.seat == call.seat for draw in drawn.picks for one in draw.result.calls)
    if before >= PASSES or call.passed:
        raise NoPassError(call.seat)
    count = last.settings.count
    return _picked(last, count, (*last.settings.passed, count))


def groups(
    drawn: Drawn,
    kind: DrawKind,
    code: str,
    present: Collection[Seat],
    count: int,
    wishes: Iterable[Wish] = (),
    leftovers: Leftovers = "join",
) -> Draw:
    """Groups of `count`, or a jigsaw of so many parts; another draw with one code word takes another round.

    Errors: `TooFewError`; ValueError.
    """
    rounds = [draw.round for draw in drawn.draws if draw.kind != "pick" and draw.code == code]
    here = set(present)
    about = tuple(wish for wish in wishes if here.issuperset(wish.pair))
    settings = Settings(count=count, wishes=about, leftovers=leftovers)
    return make(kind, code, tuple(present), settings, max(rounds, default=0) + 1)


def _open(drawn: Drawn, code: str) -> Draw | None:
    """The draw of who speaks that can be gone on with."""
    return next((draw for draw in reversed(drawn.picks) if draw.code == code), None)


def _called(drawn: Drawn, last: Draw) -> set[Seat]:
    """Who has been called in the round of `last` and did not pass, in whichever draw of it."""
    same = [draw for draw in drawn.picks if (draw.code, draw.round) == (last.code, last.round)]
    return {call.seat for draw in same for call in draw.result.calls if not call.passed}


def _first(code: str, seats: Collection[Seat], round: int) -> Draw:  # noqa: A002 - the word of the field
    if not seats:
        raise ValueError("nobody is present")
    return make("pick", code, tuple(seats), Settings(count=1, tokens=PASSES), round)


def _picked(last: Draw, count: int, passed: tuple[int, ...]) -> Draw:
    """`last` with so many calls, these of which were passed."""
    return make("pick", last.code, last.seats, Settings(count=count, tokens=PASSES, passed=passed), last.round)

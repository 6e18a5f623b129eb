"""The picker: whose turn it is to speak, without anyone coming twice before everybody has come once.

A round is the row of its number (`kit.session.draws.row`). Whoever is called may pass while there is a token left: that
seat goes to the end of the round. What comes next follows from the calls that were made, so the picker has no memory
of its own and whoever comes late or leaves early is no trouble.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from kit.session.draws import Seat, row


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A seat that was called, and whether it passed."""

    round: int
    seat: Seat
    passed: bool = False


class NoTokenError(ValueError):
    """A pass without a token: `call` is which call it was, from 1, and `seat` whose."""

    def __init__(self, call: int, seat: Seat) -> None:
        super().__init__(f"call {call}: seat {seat} has no token left")
        self.call = call
        self.seat = seat


def tokens_left(calls: Iterable[Call], seat: Seat, tokens: int) -> int:
    """How often this seat may still pass, of `tokens` for the whole lesson."""
    return tokens - sum(call.passed and call.seat == seat for call in calls)


def next_call(code: str, seats: Collection[Seat], calls: Sequence[Call] = (), first_round: int = 1) -> Call | None:
    """Who is called next, of the `seats` that are in the room now; None where nobody is.

    First come those who have not been called in this round, in the order of the row; then those who passed, in the
    order in which they passed; then the next round begins.
    """
    present = set(seats)
    if not present:
        return None
    number = calls[-1].round if calls else first_round
    this_round = [call for call in calls if call.round == number]
    called = {call.seat for call in this_round}
    for seat in row(code, present, number):
        if seat not in called:
            return Call(round=number, seat=seat)
    waiting: dict[Seat, bool] = {}
    for call in this_round:
        waiting.pop(call.seat, None)  # whoever passes again goes to the end again
        if call.passed:
            waiting[call.seat] = True
    for seat in waiting:
        if seat in present:
            return Call(round=number, seat=seat)
    return Call(round=number + 1, seat=row(code, present, number + 1)[0])


def calls_of(
    code: str,
    seats: Collection[Seat],
    count: int,
    *,
    first_round: int = 1,
    tokens: int = 0,
    passed: Collection[int] = (),
) -> tuple[Call, ...]:
    """The first `count` calls when nobody comes or goes; `passed` says which of them, from 1, were passed.

    Errors: `NoTokenError` where a seat passes that has used its `tokens`.
    """
    calls: list[Call] = []
    used: Counter[Seat] = Counter()
    for number in range(1, count + 1):
        call = next_call(code, seats, calls, first_round)
        if call is None:
            break
        if number in passed:
            used[call.seat] += 1
            if used[call.seat] > tokens:
                raise NoTokenError(number, call.seat)
            call = Call(round=call.round, seat=call.seat, passed=True)
        calls.append(call)
    return tuple(calls)

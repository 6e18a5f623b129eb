"""The record of a draw: everything it was made from and what came out, so that anyone can make it again.

A record is one line of JSON that begins with ``{"kit-draw":1``. It holds seats and never a name. The wishes stand in
it, since the draw cannot be made again without them: it is the teacher's paper, not the wall's.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal

from kit.files.compiled import MisfitError, from_plain, to_plain
from kit.session.draws import LAST_SEAT, Seat, code_word, row
from kit.session.grouping import Duty, Group, Leftovers, Wish, groups_of, jigsaw
from kit.session.picker import Call, calls_of

VERSION = 1
MARK = "kit-draw"
_BEGINNING = re.compile(r'\{\s*"kit-draw"')

DrawKind = Literal["pick", "groups", "jigsaw"]

MOST_CALLS = 1000
LARGEST_ROUND = 10_000


class RecordError(ValueError):
    """A text that holds no record of a draw."""


class DamagedRecordError(RecordError):
    """A record no draw could have, or one of another version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What was asked for; each kind of draw looks at its own fields only."""

    count: int = 0
    """How many calls (pick), how large a group (groups), how many parts (jigsaw)."""
    tokens: int = 0
    """pick: how often each seat may pass."""
    passed: tuple[int, ...] = ()
    """pick: which calls were passed, from 1."""
    leftovers: Leftovers = "join"
    """groups: what becomes of those who are over."""
    wishes: tuple[Wish, ...] = ()
    """groups, jigsaw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came out."""

    calls: tuple[Call, ...] = ()
    groups: tuple[Group, ...] = ()
    """The groups; in a jigsaw those of the experts."""
    homes: tuple[Group, ...] = ()
    duties: tuple[Duty, ...] = ()
    given_up: tuple[Wish, ...] = ()
    """The wishes `groups` do not meet."""
    given_up_at_home: tuple[Wish, ...] = ()
    """The wishes `homes` do not meet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """A draw and its result. `code` is as `kit.session.draws.code_word` makes it; `seats` are those present."""

    kind: DrawKind
    code: str
    round: int
    seats: tuple[Seat, ...]
    settings: Settings
    result: Result


def make(kind: DrawKind, code: str, seats: tuple[Seat, ...], settings: Settings, round: int = 1) -> Draw:  # noqa: A002
    """Draw. Errors: `CodeError`, `TooFewError`, `NoTokenError`, ValueError where `settings.count` is too small."""
    code = code_word(code)
    seats = tuple(sorted(set(seats)))
    return Draw(
        kind=kind,
        code=code,
        round=round,
        seats=seats,
        settings=settings,
        result=_drawn(kind, code, round, seats, settings),
    )


def again(draw: Draw) -> Draw:
    """The same draw made once more from what it was made from. Errors: `DamagedRecordError` where nobody could."""
    try:
        return make(draw.kind, draw.code, draw.seats, draw.settings, draw.round)
    except ValueError as error:
        raise DamagedRecordError(str(error)) from None


def written(draw: Draw) -> str:
    """The record as one line; what was not asked for is left out."""
    data = {MARK: VERSION, **_lean(draw)}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> Draw:
    """The record in `text`: alone, or as a line of a printed draw.

    Errors: `RecordError` where there is none, `DamagedRecordError` where it is none a draw could have.
    """
    start = beginning(text)
    try:
        data, _ = json.JSONDecoder().raw_decode(text[start:])
        if not isinstance(data, dict) or data.pop(MARK, None) != VERSION:
            raise DamagedRecordError("another version, or not a draw")
        draw = from_plain(Draw, data)
    except (MisfitError, ValueError, RecursionError) as error:
        raise DamagedRecordError(str(error)) from None
    if not _sound(draw):
        raise DamagedRecordError("numbers no draw could have")
    return draw


def beginning(text: str) -> int:
    """Where the record begins in `text`. Errors: `RecordError` where there is none."""
    found = _BEGINNING.search(text)
    if found is None:
        raise RecordError("no record")
    return found.start()


def _drawn(kind: DrawKind, code: str, round: int, seats: tuple[Seat, ...], settings: Settings) -> Result:  # noqa: A002
    if kind == "pick":
        calls = calls_of(code, seats, settings.count, first_round=round, tokens=settings.tokens, passed=settings.passed)
        return Result(calls=calls)
    order = row(code, seats, round)
    if kind == "groups":
        made = groups_of(order, settings.count, settings.wishes, settings.leftovers)
        return Result(groups=made.groups, duties=made.duties, given_up=made.given_up)
    both = jigsaw(order, settings.count, settings.wishes)
    return Result(
        groups=both.experts.groups,
        homes=both.homes.groups,
        given_up=both.experts.given_up,
        given_up_at_home=both.homes.given_up,
    )


def _lean(value: Any) -> Any:
    """`value` as JSON data, without the fields that say what their default says."""
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: (getattr(value, field.name), field.default) for field in fields(value)}
        return {name: _lean(part) for name, (part, default) in parts.items() if part != default}
    if isinstance(value, tuple):
        return [_lean(part) for part in value]
    return to_plain(value)


def _sound(draw: Draw) -> bool:
    """Whether the numbers are such that a draw can be made from them, and soon."""
    settings = draw.settings
    groups = (*draw.result.groups, *draw.result.homes)
    pairs = (*settings.wishes, *draw.result.given_up, *draw.result.given_up_at_home)
    return (
        all(1 <= seat <= LAST_SEAT for seat in draw.seats)
        and 0 < len(draw.seats) <= LAST_SEAT
        and 1 <= draw.round <= LARGEST_ROUND
        and 0 <= settings.count <= MOST_CALLS
        and len(settings.wishes) <= LAST_SEAT
        and all(len(wish.pair) == 2 for wish in pairs)
        and len(groups) <= 2 * LAST_SEAT
    )

"""Every kind of event there is, and how events become the journal's text and come back."""

from __future__ import annotations

import json
from functools import cache

from kit.files.compiled import MisfitError, from_plain, to_plain
from kit.session import board, drawn, events, talk, votes
from kit.session.events import Event


@cache
def kinds() -> dict[str, type[Event]]:
    """Every kind of event by the name it has in the journal."""
    every = (*events.CORE, *votes.EVENTS, *talk.EVENTS, *board.EVENTS, *drawn.EVENTS)
    return {event.KIND: event for event in every}


def written(event: Event) -> str:
    """The fields of `event` as JSON, for the journal."""
    return json.dumps(to_plain(event), ensure_ascii=False, separators=(",", ":"))


def restored(kind: str, data: str) -> Event | None:
    """The event a row of the journal holds; None for a kind, or a form of it, that this Kit does not know."""
    known = kinds().get(kind)
    if known is None:
        return None
    try:
        return from_plain(known, json.loads(data))
    except (MisfitError, ValueError):
        return None

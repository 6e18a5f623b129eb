"""The board: claims, evidence and questions, each pinned to a line or marked as ours."""

from __future__ import annotations

from dataclasses import dataclass

from kit.session.events import Event, Logged

EVENTS: tuple[type[Event], ...] = ()
"""The events of this tool."""

HEARS: tuple[type[Event], ...] = ()
"""Events of others that change it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What the class has put on the board."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicBoard:
    """What the wall may show of it."""


def apply(board: Board, logged: Logged) -> Board:  # noqa: ARG001
    """The board after an event."""
    return board


def public(board: Board) -> PublicBoard:  # noqa: ARG001
    """What the wall may show."""
    return PublicBoard()

"""Talk: who has the floor, for how long, and how the turns are spread."""

from __future__ import annotations

from dataclasses import dataclass

from kit.session.events import Event, Logged

EVENTS: tuple[type[Event], ...] = ()
"""The events of this tool."""

HEARS: tuple[type[Event], ...] = ()
"""Events of others that change it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """The seats, the turns and the silences of the class so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicTalk:
    """What the wall may show of it."""


def apply(talk: Talk, logged: Logged) -> Talk:  # noqa: ARG001
    """The talk after an event."""
    return talk


def public(talk: Talk) -> PublicTalk:  # noqa: ARG001
    """What the wall may show."""
    return PublicTalk()

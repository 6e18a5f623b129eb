"""Draws that were made in class: recorded so that anyone can recompute them."""

from __future__ import annotations

from dataclasses import dataclass

from kit.session.events import Event, Logged

EVENTS: tuple[type[Event], ...] = ()
"""The events of this tool."""

HEARS: tuple[type[Event], ...] = ()
"""Events of others that change it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Every draw of the class so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicDrawn:
    """What the wall may show of it."""


def apply(drawn: Drawn, logged: Logged) -> Drawn:  # noqa: ARG001
    """The drawn after an event."""
    return drawn


def public(drawn: Drawn) -> PublicDrawn:  # noqa: ARG001
    """What the wall may show."""
    return PublicDrawn()

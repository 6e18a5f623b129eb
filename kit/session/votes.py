"""Votes: what was put to the class, the counts of each round, and who moved."""

from __future__ import annotations

from dataclasses import dataclass

from kit.session.events import Event, Logged

EVENTS: tuple[type[Event], ...] = ()
"""The events of this tool."""

HEARS: tuple[type[Event], ...] = ()
"""Events of others that change it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """Every vote of the class so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicVotes:
    """What the wall may show of them."""


def apply(votes: Votes, logged: Logged) -> Votes:  # noqa: ARG001
    """The votes after an event."""
    return votes


def public(votes: Votes) -> PublicVotes:  # noqa: ARG001
    """What the wall may show."""
    return PublicVotes()

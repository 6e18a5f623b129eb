"""A countdown as a deadline on a monotonic clock: nothing ticks here, so nothing can drift."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Countdown:
    """The time of one step; every time is in seconds of the caller's monotonic clock.

    Exactly one of `deadline` (it runs) and `held` (it stands) counts; a laptop that slept loses nothing but the sleep.
    """

    length: float
    """What was given to the step, added minutes included."""
    deadline: float | None = None
    held: float = 0.0
    """The time left while it stands."""
    begun: bool = False
    """Whether it has ever been started: one that stands is either ready or paused."""

    @classmethod
    def of(cls, minutes: int) -> Countdown:
        """A countdown of whole minutes, ready to start."""
        return cls(length=minutes * 60.0, held=minutes * 60.0)

    @property
    def running(self) -> bool:
        """Whether time passes."""
        return self.deadline is not None

    @property
    def paused(self) -> bool:
        """Whether it was started and then stopped."""
        return self.begun and not self.running

    def left(self, now: float) -> float:
        """Seconds left; negative in overtime."""
        return self.held if self.deadline is None else self.deadline - now

    def used(self, now: float) -> float:
        """Seconds of it that are gone."""
        return self.length - self.left(now)

    def start(self, now: float) -> Countdown:
        """Let time pass; one that already runs is left alone."""
        return self if self.running else replace(self, deadline=now + self.held, begun=True)

    def pause(self, now: float) -> Countdown:
        """Hold the time that is left; one that stands is left alone."""
        return replace(self, deadline=None, held=self.left(now)) if self.running else self

    def add(self, seconds: float) -> Countdown:
        """Give more time, in overtime too."""
        return replace(
            self,
            length=self.length + seconds,
            held=self.held + seconds,
            deadline=None if self.deadline is None else self.deadline + seconds,
        )

    def until_next_second(self, now: float) -> float:
        """Seconds until the shown time changes: what a display has to wait, always more than 0 and at most 1."""
        return (self.left(now) % 1.0) or 1.0


def shown(left: float) -> str:
    """`left` seconds as the class reads them: `4:05`, and `+0:12` once the time is over."""
    # The first second of a minute reads 5:00, and 0:00 stands for exactly one second before +0:01.
    seconds = math.ceil(left)
    sign = "+" if seconds < 0 else ""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{sign}{minutes}:{rest:02}"

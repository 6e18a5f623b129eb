"""How long and how much: whatever stands in a lesson, its handout cannot occupy the computer."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from kit.paper.refused import Refused
from kit.words import N_, Message

SECONDS = 90.0
"""Processor time one handout may take; the longest bundled one takes less than two seconds."""

MEMORY = 2 << 30
"""Bytes of address space a printing process may have; the bundled lessons take a quarter of it."""


class TooLong(BaseException):
    """The time is up. No `Exception`: WeasyPrint goes on after many of those."""


@contextmanager
def limited(seconds: float = SECONDS) -> Iterator[None]:
    """Do what follows within `seconds` of processor time and the memory there is. Errors: `Refused`, in a sentence.

    The clock runs where the system has one for a process, which Windows has not, and in the main thread.
    """
    try:
        with _alarm(seconds):
            yield
    except TooLong:
        raise Refused(
            Message.of(
                N_("This handout was not finished after {seconds} seconds, so Kit stopped. Is a text far too long?"),
                seconds=round(seconds),
            )
        ) from None
    except (MemoryError, RecursionError):
        raise Refused(
            Message.of(N_("This handout needs more memory than Kit may use. Is a text of the lesson far too long?"))
        ) from None


def limit_memory(most: int = MEMORY) -> None:
    """Let this process have `most` bytes of address space and no more, where the system can see to that."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or hard > most:
        try:
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))
        except (OSError, ValueError):  # macOS refuses it for some programs; the limit of time remains
            return


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)

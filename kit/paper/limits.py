"""How long and how much: whatever stands in a lesson, its handout cannot occupy the computer."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from kit.paper.refused import Refused
from kit.words import N_, Message

if sys.platform != "win32":
    import resource

SECONDS = 90.0
"""Processor time one handout may take; the longest bundled one takes less than two seconds."""

MEMORY = 2 << 30
"""Bytes of address space a printing process may have; the bundled lessons take a sixth of it."""


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
    except MemoryError:
        _lift()  # or there is none left for the sentence either
        raise Refused(_too_much()) from None
    except RecursionError:
        raise Refused(_too_much()) from None
    except TooLong:
        raise Refused(
            Message.of(
                N_("This handout was not finished after {seconds} seconds, so Kit stopped. Is a text far too long?"),
                seconds=round(seconds),
            )
        ) from None


def limit_memory(most: int = MEMORY) -> None:
    """Let this process have `most` bytes of address space and no more, where the system can see to that.

    A handout that needs more lifts the limit, so it is set again before the next.
    """
    if sys.platform == "win32":
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    # macOS refuses it for some programs; the limit of time remains.
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _lift() -> None:
    if sys.platform != "win32":
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def _too_much() -> Message:
    return Message.of(N_("This handout needs more memory than Kit may use. Is a text of the lesson far too long?"))


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGPROF, ring)
    # Again every second: WeasyPrint goes on after whatever ends the drawing of an SVG.
    signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)

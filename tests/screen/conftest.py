"""How a test waits for a screen: until nothing is left to do, and not until the computer looks idle."""

from __future__ import annotations

import asyncio

import pytest
import textual.app
import textual.pilot
import textual.screen
from textual._wait import wait_for_idle as until_idle
from textual.constants import MAX_FPS

FRAME = 2 / MAX_FPS
"""Seconds from a change to its painting at the latest: a timer of Textual's that was held up leaves one beat out."""

TURNS = 3
"""Turns of the event loop in which nobody had anything to do, before a test believes it."""

FRAMES = 6
"""Frames a test waits for at most: an application that has ended may leave a timer that rings for ever."""


async def until_quiet(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until no callback is ready and no timer rings within a frame, at most `max_sleep` seconds.

    Textual itself compares the time of the clock with that of the processor, 20 ms at a time and twice a key. That
    makes a long wait of many keys, and on a computer with other things to do, whoever gets no time looks idle.
    Only where a worker is at work, in a thread or a process of its own, is there no other way.
    """
    loop = asyncio.get_running_loop()
    end = loop.time() + max_sleep
    turns = frames = 0
    while turns < TURNS and loop.time() < end:
        await asyncio.sleep(0)
        rings = min((timer.when() for timer in loop._scheduled if not timer.cancelled()), default=end)  # type: ignore[attr-defined]
        if loop._ready:  # type: ignore[attr-defined]
            turns = 0
        elif rings <= loop.time() + FRAME and frames < FRAMES:
            turns, frames = 0, frames + 1
            await asyncio.sleep(max(0.0, rings - loop.time()))
        else:
            turns += 1
    if any(task.get_coro().__qualname__ == "Worker._run" for task in asyncio.all_tasks()):  # type: ignore[union-attr]
        await until_idle(min_sleep, max_sleep)


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys and pauses of every test here wait like that, and what has changed is painted at once."""
    monkeypatch.setattr(textual.screen, "UPDATE_PERIOD", 0.001)
    for module in (textual.app, textual.pilot):
        monkeypatch.setattr(module, "wait_for_idle", until_quiet)

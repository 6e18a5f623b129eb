"""The library as a teacher meets it: the bundled lessons, and own ones whose texts are as hostile as they can be."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from textual.pilot import Pilot
from textual.screen import Screen

from kit.files import bundled
from kit.files.cache import Cache
from kit.lesson.home import Home
from kit.lesson.library import Library
from kit.screen.app import KitApp
from kit.screen.library import LibraryScreen

S = TypeVar("S", bound=Screen[Any])

HOSTILE = Path(__file__).parent / "own"


def library_in(folder: Path, own: Iterable[str] = ()) -> Library:
    """A library of one lesson of Kit's and copies of some own ones, with a cache for this test alone."""
    for name in own:
        shutil.copytree(HOSTILE / name, folder / "home" / "lessons" / name)
    shipped = folder / "shipped"
    shutil.copytree(bundled.folder("lessons") / "many-hands", shipped / "many-hands")
    return Library(Home(folder / "home"), Cache(folder / "cache"), shipped)


@asynccontextmanager
async def opened(
    library: Library, size: tuple[int, int] = (100, 28), interface: str = "en", theme: str = "light"
) -> AsyncIterator[Pilot[int]]:
    """Kit as `kit` opens it, once everything behind the list has been read."""
    app = KitApp(lambda: LibraryScreen(library), interface=interface, theme=theme)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield pilot


async def settle(pilot: Pilot[int]) -> None:
    """Until nothing works in the background any more and everything is painted."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, and wait for what they set going."""
    await pilot.press(*keys)
    await settle(pilot)


def screen(pilot: Pilot[int], kind: type[S]) -> S:
    """The topmost screen, which must be a `kind`."""
    top = pilot.app.screen
    assert isinstance(top, kind)
    return top


def painted(pilot: Pilot[int]) -> str:
    """What stands on the screen, row by row."""
    return "\n".join(strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips())

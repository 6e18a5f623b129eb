"""A wall and a desk on one journal, as two programs would have it: each with its own application and its own room."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from kit.lesson.model import Lesson
from kit.lesson.plan import Plan, plan
from kit.screen.app import KitApp
from kit.screen.classroom import Attendance
from kit.screen.desk import DeskScreen
from kit.screen.teaching import TeachingScreen
from kit.screen.wall import WallScreen
from kit.session.course import begin
from kit.session.sessions import join
from tests.screen.walls import Clock, painted


@dataclass
class Side:
    """One of the two programs."""

    pilot: Pilot[int]

    @property
    def app(self) -> KitApp:
        assert isinstance(self.pilot.app, KitApp)
        return self.pilot.app

    @property
    def screen(self) -> TeachingScreen:
        """The wall or the desk, whatever stands over it."""
        found = self.app.screen_stack[0]
        assert isinstance(found, TeachingScreen)
        return found

    @property
    def listening(self) -> bool:
        """Whether it still runs. Textual asks the application of whoever asks, which here may be the other one."""
        with self.app._context():
            return self.app.is_running and self.screen.is_attached

    @property
    def text(self) -> str:
        """What is painted now."""
        return painted(self.app)

    async def run(self, function: Callable[[], object]) -> None:
        """Call something as this program does, which is not the one whose test is running."""
        self.screen.call_later(function)
        await self.pilot.pause()


@dataclass
class Pair:
    """Both programs, and the clock they share."""

    wall: Side
    desk: Side
    clock: Clock

    async def at_desk(self, *keys: str) -> None:
        """Press keys at the desk, and wait until the wall has heard of it."""
        await self._press(self.desk, keys)

    async def at_wall(self, *keys: str) -> None:
        """The same at the wall."""
        await self._press(self.wall, keys)

    async def later(self, seconds: float) -> None:
        """Let time pass on both."""
        self.clock.now += seconds
        for side in (self.wall, self.desk):
            await side.run(side.screen.changed)

    async def heard(self) -> None:
        """Until each has seen what the other wrote; the wall may answer with how many pages it has."""
        for side in (self.wall, self.desk):
            if side.listening:
                await side.run(side.screen.room.catch_up)

    async def _press(self, here: Side, keys: tuple[str, ...]) -> None:
        await here.pilot.press(*keys)
        await self.heard()


@asynccontextmanager
async def side_by_side(
    lesson: Lesson,
    folder: Path,
    *,
    planned: Plan | None = None,
    minutes: int = 50,
    from_step: str | None = None,
    wall_size: tuple[int, int] = (100, 28),
    desk_size: tuple[int, int] = (100, 28),
    interface: str = "en",
    theme: str = "light",
) -> AsyncIterator[Pair]:
    """A class on the wall, and the desk that has joined it."""
    course = begin(planned or plan(lesson, minutes), lesson.languages, from_step=from_step)
    clock = Clock()
    wall = KitApp(
        lambda: WallScreen(lesson, course, Attendance(lesson, course, folder)),
        theme=theme,
        clock=clock,
        interface=interface,
    )
    async with wall.run_test(size=wall_size) as wall_pilot:
        await wall_pilot.pause()
        one = Side(wall_pilot)
        journal = one.screen.room.journal
        assert journal is not None
        room = join(journal.path, clock=clock)
        desk = KitApp(
            lambda: DeskScreen(room.state.lesson, room.state.course, attend=lambda _: room),
            theme=theme,
            clock=clock,
            interface=interface,
        )
        async with desk.run_test(size=desk_size) as desk_pilot:
            await desk_pilot.pause()
            pair = Pair(one, Side(desk_pilot), clock)
            await pair.heard()
            yield pair

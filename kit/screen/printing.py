"""Printing from a screen: in a process of its own that stays ready, so that nothing here ever waits for a PDF."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kit.screen.print_worker import PrintWorker, environment
from kit.screen.shelf import short_path, shown
from kit.words import Words, words

if TYPE_CHECKING:
    from kit.lesson.model import Lesson
    from kit.screen.base import KitScreen


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be printed: the options of `kit print`."""

    lesson: Path
    kind: str
    language: str
    page: str
    folder: Path
    minutes: int | None = None
    """The period the teacher guide plans for; the lesson's own where absent."""
    profile: str = "standard"
    """How pupils' handouts are set."""
    pupils: int | None = None
    """For whom the sheets are counted; None where nobody said."""
    large: int = 0
    """How many of them read large print."""
    only_count: bool = False
    """Whether nothing is written, but the sheets are counted."""

    def arguments(self) -> list[str]:
        """Those of `kit print`."""
        options = [str(self.lesson), "--kind", self.kind, "--lang", self.language, "--page", self.page]
        options += ["--out", str(self.folder)]
        if self.minutes is not None:
            options += ["--minutes", str(self.minutes)]
        if self.profile != "standard":
            options += ["--profile", self.profile]
        if self.pupils is not None:
            options += ["--pupils", str(self.pupils), "--large", str(self.large)]
        if self.only_count:
            options.append("--count")
        return options


class Errand(Protocol):
    """What a process of its own does for a screen, and what came of it."""

    paths: list[Path]
    """The files that are finished."""
    said: list[str]
    """What the process told."""
    pid: int | None
    code: int | None
    """Its exit code; None while it works."""

    def command(self) -> list[str]:
        """What is run."""


@dataclass(slots=True)
class Job:
    """One order on its way, and what came of it."""

    order: Order
    paths: list[Path] = field(default_factory=list)
    """The files that are finished."""
    said: list[str] = field(default_factory=list)
    """What the printing process told: its progress, or why it could not print."""
    pid: int | None = None
    """The process that prints it, once that runs."""
    code: int | None = None
    """Its exit code; None while it works."""
    stopped: bool = False
    """Whether the teacher has stopped it."""

    @property
    def running(self) -> bool:
        """Whether it is not over yet."""
        return self.code is None

    @property
    def failed(self) -> bool:
        """Whether it ended without everything that was ordered."""
        return not self.stopped and (bool(self.code) or (self.code == 0 and not self.paths))


class PrintDesk:
    """Takes orders, has them printed one after the other, and tells its listeners how far it is."""

    def __init__(self) -> None:
        self.job: Job | None = None
        """The newest job that was begun."""
        self.waiting: list[Order] = []
        self.listeners: list[Callable[[], None]] = []
        self.remark = ""
        """Something about opening the files that has to be said."""
        self.worker = PrintWorker()
        self._doing: asyncio.Future[None] | None = None
        self._counting: asyncio.Future[None] | None = None

    def make_ready(self, screen: KitScreen) -> None:
        """Start the process that prints, in the background; where that fails, the first order will say so."""

        async def start() -> None:
            with contextlib.suppress(OSError):
                await self.worker.start()

        screen.app.run_worker(start(), group="printing")

    def ask(
        self, screen: KitScreen, lesson: Lesson, folder: Path, *, language: str, minutes: int | None = None
    ) -> None:
        """Ask what to print of `lesson`, which lies in `folder`, and print it in the background."""
        from kit.screen.print_dialog import PrintDialog

        def ordered(order: Order | None) -> None:
            if order is None:
                screen.app.run_worker(self._stop_counting(), group="counting")
                return
            self.waiting.append(order)
            if self.job is None or not self.job.running:
                # The app's, not the screen's: going back to the library must not end the printing.
                screen.app.run_worker(self._work(screen.kit.interface), group="printing")

        def count(order: Order, tell: Callable[[str], None]) -> None:
            screen.app.run_worker(self._count(order, screen.kit.interface, tell), group="counting")

        screen.app.push_screen(PrintDialog(lesson, folder, language=language, minutes=minutes, count=count), ordered)

    async def _count(self, order: Order, interface: str, tell: Callable[[str], None]) -> None:
        """Tell how many sheets an order takes, and how far the counting is; nothing while something is printed.

        What is counted is made and kept, so it is printed the more quickly.
        """
        await self._stop_counting()
        if self.job is not None and self.job.running:
            return
        job = Job(replace(order, only_count=True))

        def told() -> None:
            said = shown(job.said[-1]) if job.said else ""
            tell(words(interface)("Counting the sheets… {progress}", progress=said) if job.running else said)

        self._counting = asyncio.ensure_future(self.worker.do(job, interface, told))
        await self._counting

    async def _stop_counting(self) -> None:
        """Nobody waits for the sheets any more; a new process is ready for what is asked next."""
        counting, self._counting = self._counting, None
        if counting is not None and not counting.done():
            counting.cancel()
            await asyncio.wait([counting])
            with contextlib.suppress(OSError):
                await self.worker.start()

    async def _work(self, interface: str) -> None:
        await self._stop_counting()
        while self.waiting:
            self.remark = ""
            self.job = Job(self.waiting.pop(0))
            self._tell()
            self._doing = asyncio.ensure_future(self.worker.do(self.job, interface, self._tell))
            try:
                await self._doing
            except asyncio.CancelledError:
                if not self.job.stopped:  # Kit is being left
                    raise

    def stop(self, screen: KitScreen) -> None:
        """Stop what is being printed, and forget what waits; a process for the next order starts at once."""
        self.waiting.clear()
        if self.job is None or not self.job.running or self._doing is None:
            return
        self.job.stopped = True
        self._doing.cancel()
        self._tell()

        async def again() -> None:
            await self.worker.end()
            self.make_ready(screen)

        screen.app.run_worker(again(), group="printing")

    async def close(self) -> None:
        """End the process: Kit is being left."""
        self.waiting.clear()
        await self.worker.end()

    def open(self, tr: Words) -> None:
        """Open what was printed last with the program the system has for it: one file itself, of several the folder."""
        paths = self.job.paths if self.job is not None else []
        if not paths:
            self.remark = tr("Nothing has been printed yet.")
        else:
            path = paths[0] if len(paths) == 1 else paths[0].parent
            text = tr("No program here opens {path}. The files are there all the same.", path=short_path(path))
            self.remark = "" if open_path(path) else text
        self._tell()

    def status(self, tr: Words) -> str:
        """One line about the newest job; nothing where there is none."""
        job = self.job
        if self.remark or job is None:
            return shown(self.remark)
        told = shown(job.said[-1]) if job.said else ""
        if job.stopped:
            names = ", ".join(shown(path.name) for path in job.paths)
            return tr("Printing stopped. Finished: {names}", names=names or "–")
        if job.running:
            return tr("Printing… {progress} · x stops", progress=told)
        if job.failed:
            return tr("Not printed: {why}", why=told or tr("the printing process ended without a word"))
        folder = shown(short_path(job.paths[0].parent))
        names = ", ".join(shown(path.name) for path in job.paths)
        if job.order.pupils is not None:  # the last thing said is how many sheets they need
            names = told
        return tr("Printed into {folder}: {names} · o opens", folder=folder, names=names)

    def _tell(self) -> None:
        for listener in list(self.listeners):
            listener()


async def run(job: Errand, interface: str, tell: Callable[[], None]) -> None:
    """Run `job` to its end, calling `tell` at every step. Never raises for what the process does."""
    try:
        process = await asyncio.create_subprocess_exec(
            *job.command(),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=environment(KIT_LANGUAGE=interface, PYTHONIOENCODING="utf-8"),
        )
    except OSError as error:
        job.said.append(str(error.strerror or error))
        job.code = 1
        tell()
        return
    job.pid = process.pid
    assert process.stdout is not None
    assert process.stderr is not None

    async def listen(stream: asyncio.StreamReader, heard: Callable[[str], None]) -> None:
        async for line in stream:
            if text := line.decode("utf-8", "replace").strip():
                heard(text)
                tell()

    try:
        await asyncio.gather(
            listen(process.stdout, lambda text: job.paths.append(Path(text))),
            listen(process.stderr, job.said.append),
        )
        job.code = await process.wait()
    finally:
        if process.returncode is None:  # Kit is being left: what is not finished is not left lying about half-written
            process.terminate()
            await process.wait()
    tell()


def open_path(path: Path) -> bool:
    """Open a file or folder with the system's own program; False where there is none."""
    import shutil
    import subprocess

    if sys.platform == "win32":
        os.startfile(path)
        return True
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if opener is None:
        return False
    silent = subprocess.DEVNULL
    subprocess.Popen([opener, str(path)], stdin=silent, stdout=silent, stderr=silent, start_new_session=True)
    return True

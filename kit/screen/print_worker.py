"""The printing process beside the screens: started before it is needed, one order at a time, ended to cancel one."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.words import N_, words

if TYPE_CHECKING:
    from kit.screen.printing import Job

PACKAGE = Path(__file__).parent.parent

PATIENCE = 180.0
"""Seconds without a word after which the process is taken to be stuck; it watches its own time before that."""

PARTING = 2.0
"""Seconds it has to leave by itself."""

REST = 600.0
"""Seconds after which a process nobody needs is ended: a class may have begun, and it holds 100 MB."""

STOPPED = N_("The printing process broke off. What was finished is there; print the rest once more.")
STUCK = N_("The printing process did not go on, so Kit ended it. Print once more, one handout at a time.")


class PrintWorker:
    """One process of `kit.commands.worker`, and at most one. Used from one event loop."""

    def __init__(self) -> None:
        self._process: Process | None = None
        self._orders = 0
        self._rest: asyncio.TimerHandle | None = None
        self._ending: set[asyncio.Task[None]] = set()

    @property
    def pid(self) -> int | None:
        """The process, where there is one."""
        return self._process.pid if self._process is not None and self._process.returncode is None else None

    async def start(self) -> Process:
        """Start the process where there is none, without waiting until it is ready. Errors: OSError."""
        process = self._process
        if process is None or process.returncode is not None:
            process = self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "kit.commands.worker",
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
                env=environment(),
            )
        self._rest_later()
        return process

    async def do(self, job: Job, interface: str, tell: Callable[[], None]) -> None:
        """Print `job` to its end, calling `tell` at every step. Never raises for what the process does.

        Cancelled, it ends the process: what is not finished is not left lying about half-written.
        """
        waited = self.pid is not None
        process = self._process
        try:
            process = await self.start()
            try:
                await self._converse(process, job, interface, tell)
            except EOFError:
                if not waited or job.said or job.paths:
                    raise
                await self.end()  # it had died while it waited, which is no fault of this order
                process = await self.start()
                await self._converse(process, job, interface, tell)
        except TimeoutError:  # an OSError too, so it comes first
            job.said.append(words(interface)(STUCK))
        except OSError as error:
            job.said.append(str(error.strerror or error))
        except EOFError:
            job.said.append(words(interface)(STOPPED))
        finally:
            if job.code is None:
                job.code = 1
                if self._process is process:  # else another has been started meanwhile
                    await self.end()
        self._rest_later()
        tell()

    async def end(self) -> None:
        """End the process, whatever it is doing; the next order starts another."""
        process, self._process = self._process, None
        if self._rest is not None:
            self._rest.cancel()
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        try:
            async with asyncio.timeout(PARTING):
                await process.wait()
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def _converse(self, process: Process, job: Job, interface: str, tell: Callable[[], None]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        job.pid = process.pid
        self._orders += 1
        order = {"job": self._orders, "interface": interface, "arguments": job.order.arguments()}
        try:
            process.stdin.write(json.dumps(order).encode() + b"\n")
            await process.stdin.drain()
        except ConnectionError:
            raise EOFError from None
        while job.code is None:
            async with asyncio.timeout(PATIENCE):
                answer = await _answer(process.stdout)
            if answer.get("job") != self._orders:
                continue  # that it is ready, or the rest of an order that was given up
            if "path" in answer:
                job.paths.append(Path(answer["path"]))
            if "said" in answer:
                job.said.append(answer["said"])
            if "end" in answer:
                job.code = answer["end"]
            else:
                tell()

    def _rest_later(self) -> None:
        """End the process when nothing was printed for a while."""
        if self._rest is not None:
            self._rest.cancel()
        loop = asyncio.get_running_loop()
        self._rest = loop.call_later(REST, self._go_to_rest)

    def _go_to_rest(self) -> None:
        task = asyncio.ensure_future(self.end())
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)


def environment(**more: str) -> dict[str, str]:
    """The environment of a process that must be this very Kit, whatever folder the teacher stands in."""
    path = [str(PACKAGE.parent), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(part for part in path if part), **more}


async def _answer(stream: asyncio.StreamReader) -> dict[str, Any]:
    """The next answer. Errors: EOFError where there is none any more."""
    try:
        answer: dict[str, Any] = json.loads(await stream.readline())
    except ValueError:
        raise EOFError from None
    return answer

"""A real pseudo-terminal with Kit in it: keys go in as bytes, and the screen is read as a terminal shows it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyte

ROOT = Path(__file__).parents[2]
"""The checkout, so that a test may begin anywhere."""

PATIENCE = 30.0
"""Seconds after which something that has not happened never will; nothing waits that long when it works."""

KEYS = {
    "pagedown": "\x1b[6~",
    "pageup": "\x1b[5~",
    "f5": "\x1b[15~",
    "escape": "\x1b",
    "enter": "\r",
    "right": "\x1b[C",
    "ctrl+c": "\x03",
    "ctrl+q": "\x11",
    "ctrl+z": "\x1a",
}


class Terminal:
    """A program in a terminal of `columns` and `rows`; use it as a context manager."""

    def __init__(
        self, command: Sequence[str], *, columns: int = 100, rows: int = 28, env: Mapping[str, str] | None = None
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.output = b""
        size = struct.pack("HHHH", rows, columns, 0, 0)
        pid, self._fd = pty.fork()
        if pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": str(ROOT)})
            os.environ.update(env or {})
            for name in ("COLUMNS", "LINES"):  # they would outweigh the terminal's own size
                os.environ.pop(name, None)
                os.unsetenv(name)  # readline sets them behind Python's back
            os.execvp(command[0], list(command))
        self.pid = pid

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_error: object) -> None:
        try:
            os.kill(self.pid, 9)
            os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        os.close(self._fd)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, *keys: str) -> None:
        """Type keys by name, or a text letter by letter."""
        for key in keys:
            os.write(self._fd, KEYS.get(key, key).encode())

    def until(self, wanted: str) -> None:
        """Read until `wanted` stands on the screen."""
        self._wait(lambda: wanted in self.text, f"{wanted!r} never stood on the screen")

    def until_gone(self, unwanted: str) -> None:
        """Read until `unwanted` has left the screen."""
        self._wait(lambda: unwanted not in self.text, f"{unwanted!r} never left the screen")

    def until_empty(self) -> None:
        """Read until nothing stands on the screen."""
        self._wait(lambda: not self.text.strip(), "the screen was never empty")

    def until_quiet(self) -> None:
        """Read until the program has nothing more to say for a moment."""
        while self._read(0.4):
            pass

    def exit_code(self) -> int:
        """Read to the end of the program and return its exit code."""
        end = time.monotonic() + PATIENCE
        while self._read(0.2) is not None:
            assert time.monotonic() < end, f"it never ended; on the screen:\n{self.text}"
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def wait_until_stopped(self) -> None:
        """Read until the program has been suspended."""
        end = time.monotonic() + PATIENCE
        while not os.WIFSTOPPED(os.waitpid(self.pid, os.WUNTRACED | os.WNOHANG)[1]):
            assert time.monotonic() < end, f"it was never suspended; on the screen:\n{self.text}"
            self._read(0.1)
        while self._read(0.1):
            pass

    def go_on(self) -> None:
        """What the shell's `fg` does."""
        os.kill(self.pid, signal.SIGCONT)

    def _wait(self, reached: object, otherwise: str) -> None:
        assert callable(reached)
        end = time.monotonic() + PATIENCE
        while not reached():
            assert time.monotonic() < end, f"{otherwise}; on it:\n{self.text}"
            assert self._read(0.2) is not None or reached(), f"{otherwise}, and the program ended; on it:\n{self.text}"

    def _read(self, seconds: float) -> bytes | None:
        """What has come, b"" where nothing came in time, None at the end."""
        if not select.select([self._fd], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # how Linux says that the other end has closed
            return None
        if not data:
            return None
        self.output += data
        self._stream.feed(data)
        return data


def kit(*arguments: str) -> list[str]:
    """The command line `kit ...` with this Python."""
    return [sys.executable, "-m", "kit", *arguments]

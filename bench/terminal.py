"""A program in a real pseudo-terminal, with the moment each piece of its output arrived."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path

import pyte

QUIET = 0.05
"""Seconds without output after which the screen is read; the reading itself is never timed."""


class Terminal:
    """One run of a program. `columns` by `rows` characters."""

    def __init__(self, command: Sequence[str], *, columns: int, rows: int, environment: dict[str, str]) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.started = time.perf_counter()
        self.pid, self._handle = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], list(command), environment | {"TERM": "xterm-256color", "COLORTERM": "truecolor"})

    def wait_for(self, text: str, seconds: float = 30.0) -> float:
        """The moment (perf_counter) `text` stood there. Errors: TimeoutError with the screen's text."""
        end = time.perf_counter() + seconds
        pieces: list[tuple[float, bytes]] = []
        while time.perf_counter() < end:
            ready, _, _ = select.select([self._handle], [], [], QUIET)
            if ready:
                try:
                    pieces.append((time.perf_counter(), os.read(self._handle, 1 << 16)))
                except OSError:
                    break
                continue
            for moment, piece in pieces:
                self._stream.feed(piece)
                if text in self.text():
                    self._feed_rest(pieces, moment)
                    return moment
            pieces = []
        raise TimeoutError(f"{text!r} never appeared:\n{self.text()}")

    def _feed_rest(self, pieces: list[tuple[float, bytes]], moment: float) -> None:
        for later, piece in pieces:
            if later > moment:
                self._stream.feed(piece)

    def text(self) -> str:
        """The screen as it stands."""
        return "\n".join(self.screen.display)

    def press(self, keys: bytes) -> float:
        """Type, and return the moment of typing."""
        moment = time.perf_counter()
        os.write(self._handle, keys)
        return moment

    def drain(self, seconds: float) -> None:
        """Let the program run for `seconds`, reading what it writes."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            ready, _, _ = select.select([self._handle], [], [], max(0.0, end - time.perf_counter()))
            if ready:
                self._stream.feed(os.read(self._handle, 1 << 16))

    def processor_seconds(self) -> float:
        """Processor time the program has used so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak_memory(self) -> float:
        """The most memory it has held, in MiB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024

    def close(self) -> None:
        """End the program at once."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._handle)

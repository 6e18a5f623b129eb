"""Watching a journal for what another program writes, at next to no cost: a thread looks at the files' stamps."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

from kit.session.connection import beside

WATCH = 0.05
"""Seconds between two looks."""


class Watch:
    """Calls `changed`, in a thread of its own, each time the journal at `path` has been written to; stop it.

    A file system may give two writings in a row the same stamp: whoever must miss nothing asks the journal now and
    then as well.
    """

    def __init__(self, path: Path, changed: Callable[[], object]) -> None:
        # Every writing changes the log where there is one, and else the journal itself; one file is asked, not three.
        self._log, self._journal = str(beside(path)[0]), str(path)
        self._changed = changed
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()

    def _run(self) -> None:
        seen = self._stamp()
        while not self._stopped.is_set():
            time.sleep(WATCH)
            now = self._stamp()
            if now != seen:
                seen = now
                try:
                    self._changed()
                except RuntimeError:  # the program it tells has just ended
                    return

    def _stamp(self) -> tuple[int, int]:
        try:
            stat = os.stat(self._log)  # noqa: PTH116 - a Path costs as much again, twenty-five times a second
        except OSError:
            try:
                stat = os.stat(self._journal)  # noqa: PTH116
            except OSError:
                return 0, 0
        return stat.st_mtime_ns, stat.st_size

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

AGAIN = 4
"""Looks that follow the first one after a writing: what was written can be read only when it is committed."""


class Watch:
    """Calls `changed`, in a thread of its own, when the journal at `path` has been written to; stop it.

    The file is stamped when the writing begins, and a slow disk takes a while until it is done: `changed` is called a
    few times more, in case the first was too early. A file system may give two writings in a row the same stamp:
    whoever must miss nothing asks the journal now and then as well.
    """

    def __init__(self, path: Path, changed: Callable[[], object]) -> None:
        # Every writing changes the log where there is one, and else the journal itself; one file is asked, not three.
        self._log, self._journal = str(beside(path)[0]), str(path)
        self._changed = changed
        self._stopped = threading.Event()
        self._seen = self._stamp()  # before the thread begins, which may take a while
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()

    def _run(self) -> None:
        looks = 0
        while not self._stopped.is_set():
            time.sleep(WATCH)
            now = self._stamp()
            if now != self._seen:
                self._seen, looks = now, AGAIN + 1
            if looks:
                looks -= 1
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

"""Watching a journal: what is committed after its file was stamped is seen all the same."""

from __future__ import annotations

from pathlib import Path
from queue import Queue

from kit.session.connection import beside
from kit.session.watch import Watch

SOON = 20.0
"""Seconds after which it is certain that nobody looks any more."""


def test_a_commit_that_comes_after_its_stamp_is_looked_for_again(tmp_path: Path) -> None:
    """A slow disk: the log is stamped when the writing begins, and the reader who comes at once finds nothing yet."""
    journal = tmp_path / "class.sqlite"
    journal.write_bytes(b"")
    looks: Queue[bool] = Queue()
    committed = False
    watch = Watch(journal, lambda: looks.put(committed))
    try:
        beside(journal)[0].write_bytes(b"half a writing")
        assert looks.get(timeout=SOON) is False
        committed = True
        while not looks.get(timeout=SOON):
            pass
    finally:
        watch.stop()

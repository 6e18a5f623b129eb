"""Files that are written together are whole or not there, and nothing is left beside them."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from kit.files.writing import write_together


def test_all_are_written_and_an_older_one_keeps_its_rights(tmp_path: Path) -> None:
    old = tmp_path / "b.pdf"
    old.write_bytes(b"last year's")
    old.chmod(0o640)
    write_together([(tmp_path / "a.pdf", b"one"), (old, b"two")])
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.pdf": b"one", "b.pdf": b"two"}
    if os.name == "posix":
        assert stat.S_IMODE(old.stat().st_mode) == 0o640


def test_where_one_has_no_place_none_is_begun_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(OSError):  # noqa: PT011 - which one depends on the system
        write_together([(tmp_path / "a.pdf", b"one"), (tmp_path / "nowhere" / "b.pdf", b"two")])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="this device is always full")
def test_on_a_full_disk_what_was_there_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(b"last year's")
    monkeypatch.setattr(os, "fdopen", lambda handle, mode: _onto_a_full_disk(handle, mode))
    with pytest.raises(OSError, match="No space left"):
        write_together([(tmp_path / "a.pdf", b"one")])
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"last year's"]


def _onto_a_full_disk(handle: int, mode: str) -> object:
    os.close(handle)
    return Path("/dev/full").open(mode)

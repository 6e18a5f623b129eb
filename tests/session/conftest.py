"""Where the journals of the tests lie."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

MEMORY = Path("/dev/shm")


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Path]:
    """A folder that does not wait for a disk, where the system has one: for tests that write a thousand times."""
    if not MEMORY.is_dir():
        yield tmp_path
        return
    folder = Path(tempfile.mkdtemp(prefix="kit-", dir=MEMORY))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)

"""A `kit` to call, for every test of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import Kit


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    return Kit(tmp_path)

"""A test run without Pango says so loudly, and a run in CI fails: tried with real runs of pytest."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CONFTEST = "from kit import native\nnative.missing_libraries = lambda: ['pango-1.0']\nfrom tests.conftest import *\n"
TESTS = "import pytest\n@pytest.mark.pdf\ndef test_paper(): pass\ndef test_terminal(): pass\n"


@pytest.fixture
def run(tmp_path: Path) -> str:
    (tmp_path / "conftest.py").write_text(CONFTEST)
    (tmp_path / "test_both.py").write_text(TESTS)
    return str(tmp_path)


def pytest_in(folder: str, ci: str) -> str:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", str(ROOT / "pyproject.toml")]
    environment = {**os.environ, "CI": ci, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [*command, "--rootdir", folder, folder], env=environment, capture_output=True, text=True, check=False
    ).stdout


def test_without_pango_one_loud_line_says_what_was_not_tried(run: str) -> None:
    said = pytest_in(run, ci="")
    assert "1 passed, 1 skipped" in said
    assert "1 PDF TESTS WERE NOT RUN: Pango is missing. To run them: " in said


def test_in_ci_missing_pango_is_a_failure(run: str) -> None:
    said = pytest_in(run, ci="true")
    assert "1 passed, 1 error" in said
    assert "no PDF without pango-1.0" in said

"""What every test relies on: a home of its own, English, and one loud line when PDF cannot be tried."""

from __future__ import annotations

import gc
import itertools
import os
import tempfile
from pathlib import Path

import hypothesis
import pytest

from kit import native

# The same examples in every run: a failure here is a failure everywhere. No time limits: machines differ.
hypothesis.settings.register_profile(
    "kit", database=None, deadline=None, derandomize=True, max_examples=50, print_blob=False
)
hypothesis.settings.load_profile("kit")

_home = tempfile.TemporaryDirectory(prefix="kit-tests-")


def pytest_configure() -> None:
    """Keep the tests away from the user's own lessons, caches and language, in programs they start too."""
    home = Path(_home.name)
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        os.environ[name] = str(home / name.split("_")[1].lower())
    for name in (
        "KIT_CACHE",
        "KIT_DEBUG",
        "KIT_HOME",
        "KIT_STATE",
        "KIT_LANGUAGE",
        "LANGUAGE",
        "LC_MESSAGES",
        "NO_COLOR",
        "FORCE_COLOR",
    ):
        os.environ.pop(name, None)
    os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"
    # `python -m kit` in a test runs with the libraries of the test itself.
    os.environ["KIT_SETUP"] = "off"


def pytest_collection_finish() -> None:
    """What was loaded for the tests stays until the end: the collector need not go through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)  # one screen after the other: looking at all of it seldom is enough


_classes = itertools.count()


@pytest.fixture(autouse=True)
def state_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test finds the unfinished class of another."""
    monkeypatch.setenv("KIT_STATE", str(Path(_home.name) / f"classes-{next(_classes)}"))


def pytest_unconfigure() -> None:
    _home.cleanup()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Tests marked `pdf` need Pango. Without it they are skipped; where CI=true they fail."""
    if item.get_closest_marker("pdf") is None:
        return
    missing = native.missing_libraries()
    if not missing:
        return
    reason = f"no PDF without {', '.join(missing)}"
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say it in one line nobody can overlook when PDF was not tried."""
    skipped = terminalreporter.stats.get("skipped", [])
    untried = [report for report in skipped if "no PDF without" in str(report.longrepr)]
    if untried:
        command = native.install_command() or "install Pango"
        text = f"{len(untried)} PDF TESTS WERE NOT RUN: Pango is missing. To run them: {command}"
        terminalreporter.write_line(text, red=True, bold=True)

"""WeasyPrint comes in quickly, and nothing is missing when something seldom is needed after all."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.paper.conftest import HERE

pytestmark = pytest.mark.pdf

SELDOM_NEEDED = """
import ctypes.util, sys
found = ctypes.util.find_library
from kit.paper import engine
html = "<html lang=en><title>x</title><p>Who decides?"
engine.write(engine.lay_out(html, "worksheet", "a4"))
print("fontTools.subset" in sys.modules, ctypes.util.find_library is found)
from weasyprint.pdf import fonts
fonts.harfbuzz_subset = None  # a computer without that library
pdf = engine.write(engine.lay_out(html, "worksheet", "a4"))
print("fontTools.subset" in sys.modules, 4_000 < len(pdf) < 40_000)
from fontTools.varLib.instancer import instantiateVariableFont
print(instantiateVariableFont.__module__)
"""


def test_what_was_put_off_is_loaded_when_it_is_needed() -> None:
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent.parent), "PYTHONWARNINGS": "ignore"}
    done = subprocess.run([sys.executable, "-c", SELDOM_NEEDED], capture_output=True, encoding="utf-8", env=environment)
    assert done.stdout.splitlines() == ["False True", "True True", "fontTools.varLib.instancer"], done.stderr

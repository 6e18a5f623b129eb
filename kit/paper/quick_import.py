"""WeasyPrint imported in little more than half the time, with nothing in it changed."""

from __future__ import annotations

import ctypes.util
import gc
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from kit import native

SELDOM = ("fontTools.subset", "fontTools.varLib.instancer")
"""What WeasyPrint imports for variable fonts, and where HarfBuzz cannot subset: a tenth of the time, seldom called."""


class _Later(ModuleType):
    """Stands for a module until something of it is called; then that is done by the real one."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*arguments: Any, **settings: Any) -> Any:
            return getattr(importlib.import_module(self.__name__), name)(*arguments, **settings)

        return call


@contextmanager
def quick_import() -> Iterator[None]:
    """Import what follows without garbage collection, the native libraries found by `kit.native`, `SELDOM` put off."""
    searching = ctypes.util.find_library
    put_off = {name: _Later(name) for name in SELDOM if name not in sys.modules}
    ctypes.util.find_library = native.find_library
    sys.modules.update(put_off)
    try:
        with uncollected():
            yield
    finally:
        ctypes.util.find_library = searching
        for name in put_off:  # whoever imports them from now on gets the real ones
            del sys.modules[name]


@contextmanager
def uncollected() -> Iterator[None]:
    """Without garbage collection, which finds nothing while a page is built and takes a fifth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()

"""Where the lessons and seed articles that come with Kit lie: inside the wheel, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent.parent


def folder(name: str) -> Path:
    """The bundled folder `name` ("lessons" or "seeds"); it is never written to."""
    inside_the_wheel = PACKAGE / "_bundled" / name
    return inside_the_wheel if inside_the_wheel.is_dir() else PACKAGE.parent / name

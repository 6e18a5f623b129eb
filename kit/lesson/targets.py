"""What `kit check` is asked to check: a lesson's name, its folder, a file in it, or a folder of lessons."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kit.lesson.library import FILE, Library


class NothingThereError(LookupError):
    """No lesson is called so, and none lies at this path."""


def targets(library: Library, wanted: Sequence[str]) -> list[Path]:
    """The lesson folders that `wanted` names, each once; without a wish, the whole library.

    Raises `NothingThereError` for a wish that names none.
    """
    if not wanted:
        return [folder for folder, _ in library.folders().values()]
    return list(dict.fromkeys(folder for wish in wanted for folder in _folders(library, wish)))


def _folders(library: Library, wish: str) -> list[Path]:
    folders = library.folders()
    path = Path(wish).expanduser()
    if wish in folders and not path.is_dir():
        return [folders[wish][0]]
    if path.is_file() and path.parent.joinpath(FILE).exists():
        return [path.parent]
    if path.is_dir():
        if _is_lesson(path):
            return [path]
        inside = [folder for folder in sorted(path.iterdir()) if folder.is_dir() and _is_lesson(folder)]
        if inside:
            return inside
        if _looks_like_a_lesson(path):
            return [path]
    raise NothingThereError(wish)


def _is_lesson(folder: Path) -> bool:
    file = folder / FILE
    return file.is_symlink() or file.exists()


def _looks_like_a_lesson(folder: Path) -> bool:
    """A folder with YAML files but no lesson.yaml: worth being told about that."""
    return any(folder.glob("*.yaml"))

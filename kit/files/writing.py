"""Writing a file so that nobody ever finds half of it."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO


def write_whole(path: Path, content: str | bytes, *, private: bool = False) -> None:
    """Write `content` (text as UTF-8) to `path` in one stroke: the old file stays until the new one is complete.

    A `private` file can be read and written by this user only.
    Errors: OSError, with the old file untouched and nothing left beside it.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not private:  # mkstemp's own 0600 is what a private file has
            _same_rights(Path(temporary), path)
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def write_together(files: Sequence[tuple[Path, bytes]]) -> None:
    """Write several files, each in one stroke as `write_whole` does, and wait for the disk once for all of them.

    A disk that is told of thirty files one by one takes five times as long.
    Errors: OSError; then some may be written, every one of them whole, and nothing is left beside them.
    """
    begun: list[tuple[BinaryIO, Path, Path]] = []
    try:
        for path, data in files:
            handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
            file: BinaryIO = os.fdopen(handle, "wb")
            begun.append((file, Path(temporary), path))
            file.write(data)
            file.flush()
        for file, _, _ in begun:
            os.fsync(file.fileno())
            file.close()
        for _, part, path in begun:
            _same_rights(part, path)
            part.replace(path)
    finally:
        for file, part, _ in begun:
            with contextlib.suppress(OSError):  # a full disk refuses the last bytes again
                file.close()
            with contextlib.suppress(OSError):  # it has its own name by now
                part.unlink()


def _same_rights(temporary: Path, path: Path) -> None:
    """The rights of the file that is replaced; of a new one, what the user's umask says (mkstemp gives it 0600)."""
    try:
        mode = path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    temporary.chmod(mode)

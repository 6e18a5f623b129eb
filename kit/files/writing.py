"""Writing a file so that nobody ever finds half of it."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


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


def _same_rights(temporary: Path, path: Path) -> None:
    """The rights of the file that is replaced; of a new one, what the user's umask says (mkstemp gives it 0600)."""
    try:
        mode = path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    temporary.chmod(mode)

"""Whether a file lies on another computer: there SQLite's write-ahead log does not work."""

from __future__ import annotations

import re
import sys
from pathlib import Path

REMOTE = (
    "9p",
    "afs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    # Programs that show a cloud, or a computer at the other end of a line, as a folder. A stick is called fuseblk.
    "fuse.",
    "gfs",
    "gpfs",
    "lustre",
    "ncpfs",
    "nfs",
    "ocfs2",
    "smb",
    "vboxsf",
    "webdav",
)
"""Beginnings of the names of network file systems."""

MOUNTS = Path("/proc/mounts")


def is_remote(path: Path, mounts: Path = MOUNTS) -> bool:
    """Whether `path` lies on a network drive, as far as the system says so."""
    if sys.platform == "win32":
        import ctypes

        return (
            path.absolute().drive.startswith("\\\\")
            or ctypes.windll.kernel32.GetDriveTypeW(path.absolute().anchor) == 4
        )
    try:
        table = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False  # no Linux: SQLite itself refuses where it cannot
    place = path.resolve()  # a home may be a link to another computer
    best, kind = -1, ""
    for line in table:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(_unescaped(fields[1]))
        # Of two at one place the later one hides the other.
        if (place == point or point in place.parents) and len(point.parts) >= best:
            best, kind = len(point.parts), fields[2]
    return kind.startswith(REMOTE)


def _unescaped(point: str) -> str:
    """The mount point that the table writes with blanks and the like as octal numbers."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), point)

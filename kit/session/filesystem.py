"""Whether a file lies on another computer: there SQLite's write-ahead log does not work."""

from __future__ import annotations

import sys
from pathlib import Path

REMOTE = (
    "nfs",
    "cifs",
    "smb",
    "afs",
    "ncpfs",
    "9p",
    "ceph",
    "davfs",
    "webdav",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.davfs",
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
    best, kind = "", ""
    for line in table:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ")
        inside = point == "/" or path.absolute() == Path(point) or Path(point) in path.absolute().parents
        if inside and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind.startswith(REMOTE)

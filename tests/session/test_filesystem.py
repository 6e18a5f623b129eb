"""Which folders lie on another computer, by what the system says."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kit.session.filesystem import is_remote

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the table of file systems is that of Linux")

TABLE = r"""
/dev/sda1 / ext4 rw 0 0
server:/kit-homess /kit-homes nfs4 rw 0 0
/dev/sda2 /kit-homes/local ext4 rw 0 0
//school/staff /mnt/staff\040room cifs rw 0 0
/dev/sdb1 /media/stick fuseblk rw 0 0
rclone /media/cloud fuse.rclone rw 0 0
tmpfs /over ext4 rw 0 0
server:/over /over nfs rw 0 0
half a line
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    table = tmp_path / "mounts"
    table.write_text(TABLE.replace("\\\\", "\\"), encoding="utf-8")
    return table


@pytest.mark.parametrize(
    ("folder", "remote"),
    [
        ("/srv/kit", False),
        ("/kit-homes/anna/.local/state/kit", True),
        ("/kit-homes/local/anna", False),
        ("/kit-homestead", False),
        ("/mnt/staff room/kit", True),
        ("/media/stick/kit", False),
        ("/media/cloud/kit", True),
        ("/over/kit", True),
        ("/kit-homes", True),
    ],
)
def test_the_innermost_file_system_decides(folder: str, remote: bool, mounts: Path) -> None:
    assert is_remote(Path(folder), mounts) is remote


def test_a_link_to_another_computer_lies_there(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "here").symlink_to(tmp_path / "there")
    table = tmp_path / "mounts"
    table.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/ {tmp_path / 'there'} nfs4 rw 0 0\n", encoding="utf-8")
    assert is_remote(tmp_path / "here" / "kit", table)
    assert not is_remote(tmp_path / "kit", table)


def test_without_a_table_and_on_this_computer_it_is_here(tmp_path: Path) -> None:
    assert not is_remote(tmp_path, tmp_path / "no-table")
    assert not is_remote(tmp_path)

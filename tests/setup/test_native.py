"""What to type for Pango, on the machines teachers have."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kit import native

DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n'
MINT = 'NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n'
FEDORA = "ID=fedora\nVERSION_ID=43\n"
ROCKY = 'ID="rocky"\nID_LIKE="rhel centos fedora"\n'
MANJARO = "ID=manjaro\nID_LIKE=arch\n"
ALPINE = "ID=alpine\n"
TUMBLEWEED = 'ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n'

APT = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


@pytest.mark.parametrize(
    ("platform", "os_release", "command"),
    [
        ("linux", DEBIAN, f"sudo {APT}"),
        ("linux", MINT, f"sudo {APT}"),
        ("linux", FEDORA, "sudo dnf install pango"),
        ("linux", ROCKY, "sudo dnf install pango"),
        ("linux", MANJARO, "sudo pacman -S pango"),
        ("linux", TUMBLEWEED, "sudo zypper install libpango-1_0-0 libharfbuzz-subset0"),
        ("linux", "ID=nobody-knows\n", ""),
        ("darwin", "", "brew install pango"),
        ("win32", "", "C:\\msys64\\usr\\bin\\pacman -S mingw-w64-ucrt-x86_64-pango"),
    ],
)
def test_what_to_type_is_what_that_machine_understands(platform: str, os_release: str, command: str) -> None:
    assert native.install_command(platform, os_release, root=False) == command


def test_root_needs_no_sudo() -> None:
    assert native.install_command("linux", DEBIAN, root=True) == APT


def test_alpine_is_asked_for_the_libraries_by_their_own_names() -> None:
    command = native.install_command("linux", ALPINE, root=True)
    assert command.startswith("apk add so:libgobject-2.0.so.0 so:libpango-1.0.so.0 ")


@pytest.mark.pdf
def test_where_nothing_is_missing_weasyprint_can_be_imported() -> None:
    code = "from kit import native; native.help_loading(); import weasyprint"
    subprocess.run([sys.executable, "-c", code], cwd=Path(native.__file__).parent.parent, check=True)


def test_a_library_that_is_not_there_is_missing() -> None:
    missing = native._missing((("kit-nowhere", "libkit-nowhere.so.0", "libkit-nowhere.dylib", "kit-nowhere.dll"),))
    assert missing == ["kit-nowhere"]

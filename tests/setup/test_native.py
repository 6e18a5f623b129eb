"""What to type for Pango, on the machines teachers have."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kit import doctor, native
from kit.words import words

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


def fake_system(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    """A system of that kind that has none of the libraries."""
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(native, "_opens", lambda name: Path(name).is_file())
    monkeypatch.setattr(native, "_search_system", {}.get)


@pytest.mark.parametrize(
    ("platform", "asked", "file"),
    [
        ("linux", "libpango-1.0-0", "libpango-1.0.so.0"),
        ("linux", "harfbuzz-subset", "libharfbuzz-subset.so.0"),
        ("darwin", "libpangoft2-1.0.dylib", "libpangoft2-1.0.0.dylib"),
        ("darwin", "harfbuzz", "libharfbuzz.0.dylib"),
        ("win32", "libgobject-2.0-0.dll", "gobject-2.0-0.dll"),
        ("win32", "harfbuzz-0.0", "harfbuzz.dll"),
    ],
)
def test_what_the_system_lacks_is_found_in_a_folder_by_any_name_it_is_asked_for(
    platform: str, asked: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_system(monkeypatch, platform)
    monkeypatch.setenv("KIT_LIBRARIES", str(tmp_path))
    assert native.find_library(asked) is None
    for name in ("libharfbuzz-cairo.so.0", "harfbuzz-gobject.dll", "libpangocairo-1.0.0.dylib", file):
        (tmp_path / name).touch()
    assert native.find_library(asked) == str(tmp_path / file)


def test_the_wheel_is_looked_in_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_system(monkeypatch, "win32")
    package, own = tmp_path / "site" / "gstreamer_libs", tmp_path / "own"
    (package / "bin").mkdir(parents=True)
    (package / "__init__.py").touch()
    own.mkdir()
    (package / "bin" / "pango-1.0-0.dll").touch()
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.setenv("KIT_LIBRARIES", str(own))
    assert native.find_library("pango-1.0") == str(package / "bin" / "pango-1.0-0.dll")
    (own / "pango-1.0-0.dll").touch()
    assert native.find_library("pango-1.0") == str(own / "pango-1.0-0.dll")


def test_only_windows_and_macos_are_told_of_the_wheel() -> None:
    assert native.wheel_command("linux") == ""
    assert native.wheel_command("win32").endswith("-m pip install gstreamer-libs")


@pytest.mark.pdf
@pytest.mark.skipif(sys.platform != "linux", reason="moves the libraries the Linux way")
def test_weasyprint_takes_the_libraries_from_the_folder(tmp_path: Path) -> None:
    """A real import with copies of real libraries, under names of another builder, which only the hook can find."""
    code = (
        "import hashlib, os, shutil, sys\n"
        "from pathlib import Path\n"
        "from kit import doctor, native\n"
        "from kit.words import words\n"
        "folder = Path(os.environ['KIT_LIBRARIES'])\n"
        "absent = sys.argv[1:]\n"
        "system = native._in_system\n"
        "native._in_system = lambda library: library[0] not in absent and system(library)\n"
        "missing = native.missing_libraries() + native.missing_extras()\n"
        "said = '\\n'.join(doctor.report(list(doctor._paper()), words('en')))\n"
        "from kit.paper import engine\n"
        "pdf = engine.write(engine.lay_out('<html lang=en><title>x</title><p>Who?', 'worksheet', 'a4'))\n"
        "loaded = {line.split()[-1] for line in open('/proc/self/maps') if str(folder) in line}\n"
        "print(sorted(Path(path).name for path in loaded), missing, str(folder) in said)\n"
        "print(hashlib.sha256(pdf).hexdigest())\n"
    )

    def told(*absent: str) -> list[str]:
        environment = {**os.environ, "KIT_LIBRARIES": str(tmp_path), "PYTHONPATH": str(package)}
        command = [sys.executable, "-c", code, *absent]
        done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    package = Path(native.__file__).parent.parent
    names = {"libpangoft2-1.0.so.0": "pangoft2-1.0.so.99", "libharfbuzz-subset.so.0": "libharfbuzz-subset.so.99"}
    for name, other in names.items():
        found = _file_of(name)
        if found is None:
            pytest.skip(f"{name} is not on this computer")
        shutil.copyfile(found, tmp_path / other)
    usual = told()
    assert usual[0] == "[] [] False"
    copied = told("pangoft2-1.0", "harfbuzz-subset")
    assert copied[0] == f"{sorted(names.values())} [] True"
    assert copied[1] == usual[1], "the same bytes"


def _file_of(name: str) -> Path | None:
    """Where the loader finds the library, asked in a process of its own."""
    code = f"import ctypes; ctypes.CDLL({name!r}); print(open('/proc/self/maps').read())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    stem = name.split(".so")[0]
    return next((Path(line.split()[-1]) for line in done.stdout.splitlines() if stem in line), None)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_LIBRARIES", os.pathsep.join([str(tmp_path), str(tmp_path / "gone")]))
    assert native.missing_folders() == [str(tmp_path / "gone")]
    says = "\n".join(doctor.report(list(doctor.examine()), words("en")))
    assert f"KIT_LIBRARIES names {tmp_path / 'gone'}, and that is no folder" in says


def test_a_library_changed_in_a_folder_is_another_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that no handout is taken from the cache that was made with the one before."""
    monkeypatch.setenv("KIT_LIBRARIES", str(tmp_path))
    before = native.stamp()
    (tmp_path / "libpango-1.0.so.0").write_bytes(b"one")
    assert native.stamp() not in (before, [])


def test_the_runtime_the_wheel_needs_on_windows_is_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("gstreamer_libs", "gstreamer_ext_runtime"):
        (tmp_path / package / "bin").mkdir(parents=True)
        (tmp_path / package / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert native._own_folders() == [tmp_path / "gstreamer_libs" / "bin", tmp_path / "gstreamer_ext_runtime" / "bin"]

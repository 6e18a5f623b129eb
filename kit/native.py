"""The native libraries PDF needs (Pango and its family): which are missing, and how this machine gets them.

Standard library only and parseable by Python 3.8: the first start asks here before anything is installed. The
library names are those WeasyPrint loads; without them the terminal works all the same, only paper does not. They are
looked for in the system, then in the folders named by ``KIT_LIBRARIES``, then in the package gstreamer-libs, whose
wheels for Windows and macOS hold them all.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

# For each library: its name with find_library, on Linux, macOS and Windows.
_REQUIRED = (
    ("gobject-2.0", "libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"),
    ("pango-1.0", "libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    ("harfbuzz", "libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    ("fontconfig", "libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
    ("pangoft2-1.0", "libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
)
# Without it a PDF is made more slowly, and not the same byte for byte.
_BETTER_WITH = (
    ("harfbuzz-subset", "libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
)

_DEBIAN_PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
_MSYS2_FOLDERS = ("C:\\msys64\\ucrt64\\bin", "C:\\msys64\\mingw64\\bin")
_HOMEBREW_FOLDERS = ("/opt/homebrew/lib", "/usr/local/lib")

# The packages whose wheels hold the libraries, and on Windows the runtime they need; where in them they lie.
_WHEELS = ("gstreamer_libs", "gstreamer_ext_runtime")
_WHEEL_FOLDERS = ("bin", "lib")
_FOLDERS_NAMED_BY = "KIT_LIBRARIES"

_search_system = ctypes.util.find_library


def missing_libraries() -> list[str]:
    """Names of the libraries without which no PDF can be made; empty where PDF works."""
    return _missing(_REQUIRED)


def missing_extras() -> list[str]:
    """Names of the libraries without which a PDF is made, but more slowly and not reproducibly."""
    return _missing(_BETTER_WITH)


def places() -> list[str]:
    """Paths of the libraries that are taken from a folder of the user's or from the package, not from the system."""
    help_loading()
    paths = [_path(library) for library in _REQUIRED + _BETTER_WITH if not _in_system(library)]
    return [path for path in paths if path is not None]


def missing_folders() -> list[str]:
    """What ``KIT_LIBRARIES`` names and is no folder."""
    return [str(folder) for folder in _named_folders() if not folder.is_dir()]


def help_loading() -> None:
    """Let WeasyPrint find the libraries wherever they are; call it before `import weasyprint`.

    Homebrew's folder on Apple's own chips is in no default search path, so Pango would be "missing" although it is
    there; Windows looks for what a library needs only in folders it was told.
    """
    if sys.platform == "darwin":
        paths = os.environ.get("DYLD_FALLBACK_LIBRARY_PATH", "").split(":")
        paths = [path for path in paths if path] + [path for path in _HOMEBREW_FOLDERS if path not in paths]
        os.environ["DYLD_FALLBACK_LIBRARY_PATH"] = ":".join(paths)
    elif os.name == "nt":
        named = os.environ.get("WEASYPRINT_DLL_DIRECTORIES")
        for folder in [*(named.split(";") if named else _MSYS2_FOLDERS), *map(str, _own_folders())]:
            if Path(folder).is_dir():
                os.add_dll_directory(folder)  # type: ignore[attr-defined,unused-ignore]


def find_library(name: str) -> str | None:
    """Where the library is that WeasyPrint asks for as `name`; None where the loader knows it by one of its names.

    To be put in the place of `ctypes.util.find_library` while WeasyPrint is imported: it is asked for every name the
    loader does not know. On Linux the original starts a compiler for each, and finds no more than the loader.
    """
    for library in _REQUIRED + _BETTER_WITH:
        if re.match(rf"(lib)?{re.escape(library[0])}(-?[0-9.]+)?(\.so[0-9.]*|\.dylib|\.dll)?$", name):
            return None if _in_system(library) and sys.platform.startswith("linux") else _path(library)
    return None if sys.platform.startswith("linux") else _search_system(name)


def stamp() -> list[tuple[str, int, int]]:
    """Name, size in bytes and time of change in ns of a few files that change when native libraries do; cheap.

    On Linux that is the loader's own list; elsewhere the libraries themselves, wherever they may lie. Those of our own
    folders are among them.
    """
    if sys.platform.startswith("linux"):
        paths = [Path("/etc/ld.so.cache")]
    else:
        column = 2 if sys.platform == "darwin" else 3
        folders = _HOMEBREW_FOLDERS if sys.platform == "darwin" else _MSYS2_FOLDERS
        paths = [Path(folder) / library[column] for folder in folders for library in _REQUIRED]
    for folder in _own_folders():
        paths += [path for library in _REQUIRED + _BETTER_WITH for path in _in_folder(library, folder)]
    found = []
    for path in paths:
        try:
            stat = path.stat()
        except OSError:
            continue
        found.append((str(path), stat.st_size, stat.st_mtime_ns))
    return found


def install_command(platform: str | None = None, os_release: str | None = None, root: bool | None = None) -> str:
    """What to type on this machine to get the libraries; empty where Kit knows no command for it.

    `platform` (as `sys.platform`), `os_release` (the text of /etc/os-release) and `root` describe another
    machine than this one.
    """
    platform = sys.platform if platform is None else platform
    if platform == "darwin":
        return "brew install pango"
    if platform == "win32":
        return "C:\\msys64\\usr\\bin\\pacman -S mingw-w64-ucrt-x86_64-pango"
    sudo = "" if (_is_root() if root is None else root) else "sudo "
    family = _families(_read_os_release() if os_release is None else os_release)
    if family & {"debian", "ubuntu"}:
        return sudo + "apt-get install " + " ".join(_DEBIAN_PACKAGES)
    if family & {"fedora", "rhel", "centos"}:
        return sudo + "dnf install pango"
    if "arch" in family:
        return sudo + "pacman -S pango"
    if "alpine" in family:
        names = [library[1] for library in _REQUIRED + _BETTER_WITH]
        return sudo + "apk add " + " ".join("so:" + name for name in names)
    if family & {"suse", "opensuse"}:
        return sudo + "zypper install libpango-1_0-0 libharfbuzz-subset0"
    return ""


def wheel_command(platform: str | None = None) -> str:
    """What to type on Windows and macOS to get the libraries without any other program; empty elsewhere."""
    if (platform or sys.platform) not in ("darwin", "win32"):
        return ""
    return f'"{sys.executable}" -m pip install gstreamer-libs'


def can_install() -> bool:
    """Whether Kit may install the libraries by itself: as root, on Debian, Ubuntu and their kin."""
    return _is_root() and shutil.which("apt-get") is not None


def install() -> bool:
    """Install the libraries with apt-get and tell whether they can be loaded now.

    Only where `can_install()` is true. The package lists are fetched only when apt does not know the packages
    yet: on a fresh machine or in a container.
    """
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    wanted = ["apt-get", "install", "--yes", "--no-install-recommends", *_DEBIAN_PACKAGES]
    for command in (wanted, ["apt-get", "update"], wanted):
        subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        if not missing_libraries():
            break
    return not missing_libraries()


def _missing(libraries: tuple[tuple[str, ...], ...]) -> list[str]:
    help_loading()
    return [library[0] for library in libraries if not _loads(library)]


def _loads(library: tuple[str, ...]) -> bool:
    if _in_system(library):
        return True
    path = _path(library)
    return path is not None and _opens(path)


def _in_system(library: tuple[str, ...]) -> bool:
    """Whether the loader finds it by itself, or the system says where it is."""
    column = 2 if sys.platform == "darwin" else 3 if os.name == "nt" else 1
    if _opens(library[column]):
        return True
    # On Linux dlopen already looks everywhere find_library does, and find_library there starts a compiler.
    found = None if sys.platform.startswith("linux") else _search_system(library[0])
    return found is not None and _opens(found)


def _path(library: tuple[str, ...]) -> str | None:
    """Where the library is: what the system says, else the first of our own folders that has it."""
    if not sys.platform.startswith("linux"):
        found = _search_system(library[0])
        if found is not None:
            return found
    return next((str(path) for folder in _own_folders() for path in _in_folder(library, folder)), None)


def _in_folder(library: tuple[str, ...], folder: Path) -> list[Path]:
    """The library's files in this folder; its name differs by who built it.

    libpango-1.0.so.0, libpango-1.0.0.dylib, pango-1.0-0.dll.
    """
    called = re.compile(rf"(lib)?{re.escape(library[0])}(-?[0-9.]+)?\.(so[0-9.]*|dylib|dll)$")
    return [path for path in sorted(folder.iterdir()) if called.match(path.name)]


def _own_folders() -> list[Path]:
    """The folders named by the user, and those of the wheels, where they exist."""
    folders = _named_folders()
    for wheel in _WHEELS:
        spec = find_spec(wheel)
        for place in (spec.submodule_search_locations or []) if spec is not None else []:
            folders += [Path(place) / folder for folder in _WHEEL_FOLDERS]
    return [folder for folder in folders if folder.is_dir()]


def _named_folders() -> list[Path]:
    return [Path(folder) for folder in os.environ.get(_FOLDERS_NAMED_BY, "").split(os.pathsep) if folder]


def _opens(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _read_os_release() -> str:
    for path in ("/etc/os-release", "/usr/lib/os-release"):
        try:
            return Path(path).read_text(encoding="utf-8")
        except OSError:
            continue
    return ""


def _families(os_release: str) -> set[str]:
    """The names a distribution goes by: its own and those it says it is like."""
    names: set[str] = set()
    for line in os_release.splitlines():
        key, _, value = line.partition("=")
        if key in ("ID", "ID_LIKE"):
            names.update(value.strip().strip("\"'").lower().split())
    return {family for name in names for family in (name, name.split("-")[0])}

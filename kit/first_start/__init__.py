"""The first start: gives a checkout its own .venv with the locked libraries, then runs Kit inside it.

Standard library only, and everything in this folder parses on Python 3.8, so that a teacher without Python 3.11,
pip, network or disk space reads a sentence and not a traceback. An installed Kit (pipx, pip, uv) never gets
further than the first lines of `prepare`.

This module runs at every start of a checkout and so imports little; `build` is imported when there is work.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

RUNTIME_LOCK = "requirements.lock"
DEVELOPMENT_LOCK = "requirements-dev.lock"
STAMP = "kit-stamp.json"
_ENTRIES = "KIT_ENTRIES"


class SetupError(Exception):
    """Kit cannot be made ready; its text is the sentence for the user."""


def checkout() -> Path | None:
    """The folder of the clone this code runs from; None for an installed Kit."""
    root = Path(__file__).resolve().parent.parent.parent
    return root if (root / "pyproject.toml").is_file() and (root / RUNTIME_LOCK).is_file() else None


def prepare(arguments: list[str]) -> None:
    """In a checkout, go on inside its ready .venv (this process is replaced); else do nothing.

    KIT_SETUP=off leaves the environment to whoever set it: packagers, containers, the tests.
    """
    root = checkout()
    if root is None or os.environ.get("KIT_SETUP") == "off":
        return
    # -P: a file of the user's that is called like a library must not be taken for it.
    enter(root, ["-P", "-m", "kit", *arguments])


def enter(root: Path, command: list[str], development: bool = False) -> None:
    """Return when this process runs in the ready .venv of `root`; else make it ready and run `command` in it.

    `command` is what follows the name of the interpreter. Where the .venv cannot be made, the program ends with a
    sentence on stderr: status 1, or 130 when the user stopped it.
    """
    entries = int(os.environ.pop(_ENTRIES, "0"))
    if inside(root) and (is_ready(root, development) or (entries and works(root, read_stamp(root / ".venv")))):
        return  # ready, or after a try without network the best there is
    if entries == 2:
        sys.exit(f"{venv_python(root)} does not run inside {root / '.venv'}: is PYTHONHOME set?")
    if not is_ready(root, development):
        _make_ready(root, development)
    os.environ[_ENTRIES] = str(entries + 1)
    python = str(venv_python(root))
    if os.name == "nt":  # Windows has no exec: the new process would run beside the prompt
        import subprocess

        sys.exit(subprocess.call([python, *command]))
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(python, [python, *command])


def _make_ready(root: Path, development: bool) -> None:
    from kit.first_start.build import ensure
    from kit.first_start.sentences import say, sentence

    try:
        ensure(root, development)
    except SetupError as error:
        say(str(error))
        sys.exit(1)
    except KeyboardInterrupt:
        say("\n" + sentence("stopped"))
        sys.exit(130)


def venv_python(root: Path) -> Path:
    """The interpreter inside the .venv of `root`."""
    return root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def inside(root: Path) -> bool:
    """Whether this process runs in the .venv of `root`."""
    venv = root / ".venv"
    return venv.exists() and Path(sys.prefix).samefile(venv)


def is_ready(root: Path, development: bool = False) -> bool:
    """Whether the .venv of `root` is complete, and built for the locks, the Python and the place of today."""
    if _kept_by_uv(root, development):
        return True
    stamp = read_stamp(root / ".venv")
    names = [RUNTIME_LOCK, DEVELOPMENT_LOCK] if development else [RUNTIME_LOCK]
    return works(root, stamp) and all(stamp.get(name) == digest(root / name) for name in names)


def works(root: Path, stamp: dict[str, str]) -> bool:
    """Whether a .venv with this stamp can be used at all: it has not been moved and its Python is still there.

    An upgrade of the system may have put another Python under the same name. Only the interpreter itself knows its
    version, so from outside it is enough that there is one; inside, this is asked again.
    """
    return (
        stamp.get("place") == str(root)
        and venv_python(root).exists()
        and (not inside(root) or stamp.get("python") == "{}.{}".format(*sys.version_info[:2]))
    )


def read_stamp(venv: Path) -> dict[str, str]:
    """What a .venv was built for; empty when it is absent, half-built or not ours."""
    try:
        stamp = json.loads((venv / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def digest(path: Path) -> str:
    """The SHA-256 of a lock, in hexadecimal; empty when there is no such file."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _kept_by_uv(root: Path, development: bool) -> bool:
    """Whether uv made this .venv with Kit inside (`uv sync`, `uv run`): then uv keeps it in step, not we."""
    try:
        settings = (root / ".venv" / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        return False
    if "\nuv = " not in "\n" + settings:
        return False
    names = ("kit", "pytest", "mypy", "ruff") if development else ("kit",)
    ending = ".exe" if os.name == "nt" else ""
    return all((venv_python(root).parent / (name + ending)).exists() for name in names)

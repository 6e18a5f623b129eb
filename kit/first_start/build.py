"""Builds the .venv of a checkout so that it is whole or absent, whatever happens meanwhile.

The stamp, written last and in one stroke, says which locks, which Python and which place a .venv was built for.
Without it a .venv is half-built; with another one it is stale. Either way it is built anew. A working .venv is put
aside meanwhile and comes back when the new one fails, so that a `git pull` on a school's bad network does not
leave a class without Kit.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Iterator

from kit import native
from kit.first_start import (
    DEVELOPMENT_LOCK,
    RUNTIME_LOCK,
    STAMP,
    SetupError,
    digest,
    is_ready,
    read_stamp,
    venv_python,
    works,
)
from kit.first_start.install import install_libraries, suitable_python
from kit.first_start.sentences import say, sentence


def ensure(root: Path, development: bool = False) -> None:
    """Make the .venv of `root` ready: build it when it is absent, stale or half-built. Raises SetupError.

    Of two starts at once the second waits and finds the work done. When the libraries have only changed and the
    new ones cannot be had, the old ones stay and a sentence says so.
    """
    python = suitable_python()
    with _alone(root):
        if is_ready(root, development):
            return
        _recover(root)
        stamp = read_stamp(root / ".venv")
        old_works = works(root, stamp)
        say(sentence("again" if stamp else "start"))
        try:
            _replace(root, python, development)
        except SetupError as error:
            if not old_works or development:
                raise
            say(str(error))
            say(sentence("keeping"))


def _replace(root: Path, python: str, development: bool) -> None:
    """Build a new .venv in the place of the old one, which comes back if that fails."""
    venv, old = root / ".venv", root / ".venv.old"
    try:
        if read_stamp(venv):
            venv.rename(old)
        else:
            _remove(venv)
        _build(root, python, DEVELOPMENT_LOCK if development else RUNTIME_LOCK)
    except BaseException as error:
        if old.exists() or not read_stamp(venv):
            _remove(venv)
        if old.exists():
            old.rename(venv)
        if isinstance(error, OSError):
            raise _as_setup_error(error, root) from error
        raise
    _remove(old)


def _recover(root: Path) -> None:
    """After a start that was killed in the middle: what it had put aside is the better .venv."""
    venv, old = root / ".venv", root / ".venv.old"
    if not old.exists():
        return
    if read_stamp(venv):
        _remove(old)
    else:
        _remove(venv)
        old.rename(venv)


def _build(root: Path, python: str, lock: str) -> None:
    venv, inner_python = root / ".venv", venv_python(root)
    site_packages = install_libraries(venv, python, inner_python, root / lock)
    # The same as an editable installation, without a build: Kit is imported from where it stands.
    (site_packages / "kit-checkout.pth").write_text(str(root) + "\n", encoding="utf-8")
    _compile(inner_python, [site_packages, root / "kit"])
    _write_launcher(inner_python)
    offer_pango()
    version = "import sys; print('{}.{}'.format(*sys.version_info[:2]))"
    stamp = {
        "place": str(root),
        "python": subprocess.check_output([str(inner_python), "-c", version]).decode().strip(),
    }
    stamp.update({name: digest(root / name) for name in (RUNTIME_LOCK, lock)})
    draft = venv / (STAMP + ".new")
    draft.write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")
    draft.replace(venv / STAMP)
    say(sentence("ready"))


def _compile(python: Path, folders: list[Path]) -> None:
    """Byte-compile everything once: an uncompiled Textual costs every start a third of a second."""
    say(sentence("compiling"))
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [str(python), "-m", "compileall", "-q", "-q"]
    places = [str(folder) for folder in folders]
    # Several processes need semaphores, which bare containers lack; then one process does it. The exit status
    # says nothing: libraries carry templates of code that compile nowhere.
    for jobs in (["-j", "0"], []):
        finished = subprocess.run([*command, *jobs, *places], env=environment, stderr=subprocess.PIPE, check=False)
        if not finished.stderr:
            break


def _write_launcher(python: Path) -> None:
    """`.venv/bin/kit`, for a shorter command, an alias or a desktop icon."""
    if os.name == "nt":
        python.with_name("kit.cmd").write_text('@"%~dp0python.exe" -P -m kit %*\n', encoding="utf-8")
        return
    quoted = "'" + str(python).replace("'", "'\\''") + "'"
    launcher = python.with_name("kit")
    launcher.write_text(f'#!/bin/sh\nexec {quoted} -P -m kit "$@"\n', encoding="utf-8")
    launcher.chmod(0o755)


def offer_pango() -> None:
    """PDF needs what pip cannot bring: install it where we may, else say what to type."""
    if not native.missing_libraries():
        return
    if native.can_install():
        say(sentence("pango"))
        if native.install():
            return
    command = native.install_command()
    say(sentence("pango missing", command=command) if command else sentence("pango unknown"))


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Hold the lock on this checkout's .venv; waits for another start that holds it. Raises SetupError."""
    try:
        file = (root / ".venv.lock").open("a")
    except OSError as error:
        raise _as_setup_error(error, root) from error
    with file:
        _lock(file.fileno())
        yield


def _lock(file: int) -> None:
    if os.name == "nt":
        import msvcrt

        while True:
            with contextlib.suppress(OSError):  # it gives up after ten seconds
                msvcrt.locking(file, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined,unused-ignore]
                return
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say(sentence("waiting"))
        fcntl.flock(file, fcntl.LOCK_EX)
    except OSError as error:
        if error.errno not in (errno.ENOLCK, errno.ENOTSUP):  # some network drives know no locks: go on without
            raise


def _as_setup_error(error: OSError, root: Path) -> SetupError:
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return SetupError(sentence("full", folder=root))
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return SetupError(sentence("read-only", folder=root))
    return SetupError(f"{sentence('failed', log=root)} ({error})")


def _remove(folder: Path) -> None:
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(str(folder))

"""Fetches the locked libraries into a new virtual environment, with whatever pip this machine has.

Debian and Ubuntu ship Python without `ensurepip` and refuse to install outside a virtual environment; a pip of
22.3 or newer can install into a bare one (`--python`), an older one into its folder (`--target`).
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

from kit.first_start import SetupError
from kit.first_start.sentences import progress, say, sentence

OLDEST_PYTHON = (3, 11)
_PIP_WITH_PYTHON_OPTION = (22, 3)

_OFFLINE = re.compile(
    r"connection broken|NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|name resolution"
    r"|Network is unreachable|Connection refused|dns error|error sending request",
    re.IGNORECASE,
)
_CERTIFICATE = re.compile(r"CERTIFICATE_VERIFY_FAILED|SSLError|certificate verify failed", re.IGNORECASE)
_DISK_FULL = re.compile(r"No space left on device|Disk quota exceeded|There is not enough space", re.IGNORECASE)
_NO_BUILD = re.compile(r"No matching distribution found|Failed building|Failed to build", re.IGNORECASE)


def suitable_python() -> str:
    """A Python new enough for Kit: the running one, else one on the search path. Raises SetupError."""
    if sys.version_info[:2] >= OLDEST_PYTHON:
        return base_python()
    for minor in range(30, OLDEST_PYTHON[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        # A version manager has stand-ins for what is not installed, so ask it.
        if found and _output([found, "-c", "import sys; print(sys.version_info[1])"]) == str(minor):
            return found
    raise SetupError(sentence("python", version=platform.python_version()))


def base_python() -> str:
    """The Python outside any virtual environment: it outlives the one that is being replaced, and has pip."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def install_libraries(venv: Path, python: str, venv_python: Path, lock: Path) -> Path:
    """Make `venv` with every library of `lock` in it; returns its folder of libraries. Raises SetupError."""
    pip_version = _pip_version(python)
    uv = shutil.which("uv")
    if pip_version >= _PIP_WITH_PYTHON_OPTION:
        _make_venv(python, venv, "--without-pip")
        installer = [python, "-m", "pip", "--python", str(venv_python), "install"]
    elif _output([python, "-c", "import ensurepip; print('yes')"]) == "yes":
        _make_venv(python, venv)
        installer = [str(venv_python), "-m", "pip", "install"]
    elif pip_version:
        _make_venv(python, venv, "--without-pip")
        installer = [python, "-m", "pip", "install", "--target", _site_packages(venv_python)]
    elif uv:
        _make_venv(python, venv, "--without-pip")
        installer = [uv, "pip", "install", "--python", str(venv_python)]
    else:
        raise SetupError(sentence("pip", python=python))
    _install(installer, lock)
    return Path(_site_packages(venv_python))


def _make_venv(python: str, venv: Path, *options: str) -> None:
    finished = _run([python, "-m", "venv", *options, str(venv)])
    if finished.returncode:
        raise SetupError(explain(finished.stdout, venv.parent))


def _install(installer: list[str], lock: Path) -> None:
    # The lock is complete, so nothing is left to resolve. Ready-made libraries only; where one does not exist for
    # this machine, let pip try to build it.
    command = [*installer, "--require-hashes", "--no-deps"]
    if installer[1:3] == ["-m", "pip"]:
        command += ["--no-user", "--no-compile", "--no-input", "--retries", "2"]
    command += ["-r", str(lock)]
    output = ""
    for choice in (["--only-binary", ":all:"], []):
        status, output = _watch([*command, *choice], total=lock.read_text(encoding="utf-8").count("=="))
        if status == 0:
            return
        if _OFFLINE.search(output) or _DISK_FULL.search(output) or not _NO_BUILD.search(output):
            break
    raise SetupError(explain(output, lock.parent))


def _watch(command: list[str], total: int) -> tuple[int, str]:
    """Run an installer, telling how far it is; returns its exit status and all it said."""
    lines: list[str] = []
    with subprocess.Popen(
        command,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        done = 0
        assert process.stdout is not None
        for line in process.stdout:
            lines.append(line)
            if line.startswith("Collecting "):
                done += 1
                name = line.split()[1].partition("==")[0]
                progress(sentence("fetching", done=done, total=total, name=name))
    progress("")
    return process.returncode, "".join(lines)


def explain(output: str, folder: Path) -> str:
    """The sentence for what an installer said when it failed; the whole of it is kept in `folder`/.venv.log."""
    version = platform.python_version()
    if _DISK_FULL.search(output):
        return sentence("full", folder=folder)
    if "Permission denied" in output or "Read-only file system" in output:
        return sentence("read-only", folder=folder)
    if _CERTIFICATE.search(output):
        return sentence("certificate")
    if _OFFLINE.search(output):
        return sentence("offline")
    log = folder / ".venv.log"
    try:
        log.write_text(output, encoding="utf-8")
    except OSError:
        say(output)
    if _NO_BUILD.search(output):
        return sentence("no build", version=version, machine=platform.platform(terse=True))
    return sentence("failed", log=log)


def _pip_version(python: str) -> tuple[int, ...]:
    """The version of a Python's pip as numbers; empty when it has none."""
    found = re.match(r"pip (\d+)\.(\d+)", _output([python, "-m", "pip", "--version"]))
    return tuple(int(part) for part in found.groups()) if found else ()


def _site_packages(venv_python: Path) -> str:
    return _output([str(venv_python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"])


def _output(command: list[str]) -> str:
    """What a command prints, without the line's end; empty when it fails."""
    finished = _run(command)
    return "" if finished.returncode else finished.stdout.strip()


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _environment() -> dict[str, str]:
    """The user's environment, less what would send the libraries elsewhere than into the .venv."""
    unwanted = {"PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "VIRTUAL_ENV"}
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return dict(kept, PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_ROOT_USER_ACTION="ignore")

"""A small clone for the first start: Kit's real set-up code, one tiny library of its own, and no network needed."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path

from kit.first_start.install import base_python

KIT = Path(__file__).resolve().parent.parent.parent / "kit"
COMMAND_LINE = """\
import sys

def main():
    import tiny
    print("tiny", tiny.VERSION, "runs", *sys.argv[1:])
"""


@dataclass(frozen=True, slots=True)
class Clone:
    """A folder as `git clone` leaves it, and a shelf of wheels in the place of the package index."""

    root: Path
    shelf: Path

    @classmethod
    def make(cls, folder: Path) -> Clone:
        clone = cls(folder / "a clone", folder / "shelf")
        kit = clone.root / "kit"
        kit.mkdir(parents=True)
        clone.shelf.mkdir()
        for name in ("__init__.py", "__main__.py", "native.py"):
            shutil.copy(KIT / name, kit / name)
        shutil.copytree(KIT / "first_start", kit / "first_start", ignore=shutil.ignore_patterns("__pycache__"))
        (kit / "cli.py").write_text(COMMAND_LINE)
        (clone.root / "pyproject.toml").touch()
        clone.lock("1.0")
        return clone

    def lock(self, version: str, digest: str = "") -> None:
        """Write a lock that wants this version of the library, and put it on the shelf."""
        wheel = self.shelf / f"tiny-{version}-py3-none-any.whl"
        write_wheel(wheel, version)
        digest = digest or hashlib.sha256(wheel.read_bytes()).hexdigest()
        (self.root / "requirements.lock").write_text(f"tiny=={version} \\\n    --hash=sha256:{digest}\n")

    def command(self) -> list[str]:
        return [base_python(), "-m", "kit"]

    def environment(self, online: bool = True) -> dict[str, str]:
        """An environment in which pip finds the shelf, or in which its index cannot be reached."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "KIT_"))}
        network = (
            {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": self.shelf.as_uri()}
            if online
            else {"PIP_INDEX_URL": "http://127.0.0.1:9/simple/"}
        )
        return {**kept, **network, "PIP_CONFIG_FILE": os.devnull, "PIP_NO_CACHE_DIR": "1"}

    def start(self, *arguments: str, online: bool = True) -> subprocess.CompletedProcess[str]:
        """`python3 -m kit ARGUMENTS`, to its end."""
        return subprocess.run(
            [*self.command(), *arguments],
            cwd=self.root,
            env=self.environment(online),
            capture_output=True,
            text=True,
            check=False,
            timeout=300,  # a start that never ends is a failure too
        )


def write_wheel(path: Path, version: str) -> None:
    """A real wheel, the smallest there is, the same bytes for the same version."""
    info = f"tiny-{version}.dist-info"
    files = {
        "tiny.py": f"VERSION = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{name},sha256={_record_digest(text)},{len(text)}" for name, text in files.items()]
    files[f"{info}/RECORD"] = "\n".join([*record, f"{info}/RECORD,,", ""])
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in files.items():
            wheel.writestr(zipfile.ZipInfo(name), text)


def _record_digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")

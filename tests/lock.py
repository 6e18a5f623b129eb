"""Writes both locks from pyproject.toml: `python3 -m tests.lock [--upgrade]`.

Needs `uv` (for instance `pipx install uv`). Without --upgrade every pin stays that still satisfies
pyproject.toml. The second lock holds the first one's pins, so that the tests try what a teacher gets.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    uv = shutil.which("uv")
    if uv is None:
        sys.stderr.write("The locks are written by uv, which is not installed (pipx install uv).\n")
        return 2
    common = [uv, "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-annotate"]
    common += ["--custom-compile-command", "python3 -m tests.lock", *arguments, "pyproject.toml"]
    for options in (
        ["--output-file", "requirements.lock"],
        ["--group", "dev", "--constraint", "requirements.lock", "--output-file", "requirements-dev.lock"],
    ):
        status = subprocess.run([*common, *options], cwd=ROOT, check=False).returncode
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

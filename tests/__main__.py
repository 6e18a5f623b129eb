"""`python3 -m tests`: makes the environment with the development tools, then runs every check Kit has.

Arguments go to pytest, so `python3 -m tests tests/setup -k stale` runs these tests after the other checks.
All checks run even when one fails; the status is 1 when any did.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

from kit import first_start, native

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    if os.environ.get("KIT_SETUP") != "off":
        first_start.enter(ROOT, ["-m", "tests", *arguments], development=True)
    if native.missing_libraries() and native.can_install():
        from kit.first_start.build import offer_pango

        offer_pango()
    jobs = [] if any(argument.startswith(("-n", "--pdb")) for argument in arguments) else ["-n", "auto"]
    checks = (
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy", "--strict", "kit", "tests"],
        ["pytest", *jobs, *arguments],  # last, so that its summary ends the output
    )
    failed = []
    for check in checks:
        print(f"\n$ {shlex.join(check)}", flush=True)
        if subprocess.run([sys.executable, "-m", *check], cwd=ROOT, check=False).returncode:
            failed.append(" ".join(check if check[0] != "pytest" else check[:1]))
    if failed:
        print(f"\nFailed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

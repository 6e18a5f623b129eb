"""The first command in a fresh clone, and all that can come between: run for real, with a real pip."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kit import first_start
from kit.first_start import SetupError, build, install
from tests.setup.clone import KIT, Clone

BEFORE_ANYTHING_IS_INSTALLED = [
    KIT / "__init__.py",
    KIT / "__main__.py",
    KIT / "native.py",
    *sorted((KIT / "first_start").glob("*.py")),
    KIT.parent / "tests" / "__init__.py",
    KIT.parent / "tests" / "__main__.py",
]


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone.make(tmp_path)


def test_the_first_start_makes_all_ready_and_the_second_only_starts(clone: Clone) -> None:
    first = clone.start("list", "--format", "json")
    assert first.stdout == "tiny 1.0 runs list --format json\n"
    assert "Kit is getting ready" in first.stderr
    assert first.stderr.endswith("Kit is ready.\n")

    second = clone.start("list")
    assert (second.stdout, second.stderr) == ("tiny 1.0 runs list\n", "")


def test_the_launcher_works_from_anywhere_and_takes_no_library_from_where_it_is_called(
    clone: Clone, tmp_path: Path
) -> None:
    clone.start()
    (tmp_path / "tiny.py").write_text("VERSION = 'a file of the teacher'\n")
    launcher = clone.root / ".venv" / "bin" / "kit"
    started = subprocess.run([launcher, "desk"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (started.stdout, started.stderr) == ("tiny 1.0 runs desk\n", "")


def test_the_libraries_are_byte_compiled_even_where_python_is_told_not_to(clone: Clone) -> None:
    environment = {**clone.environment(), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run(clone.command(), cwd=clone.root, env=environment, capture_output=True, check=True)
    assert list((clone.root / ".venv").rglob("tiny.*.pyc"))
    assert list((clone.root / "kit").rglob("cli.*.pyc"))


def test_a_changed_lock_makes_the_libraries_anew(clone: Clone) -> None:
    clone.start()
    clone.lock("2.0")
    again = clone.start()
    assert again.stdout == "tiny 2.0 runs\n"
    assert "Kit has changed" in again.stderr
    assert not (clone.root / ".venv.old").exists()


def test_a_half_built_environment_is_built_anew(clone: Clone) -> None:
    clone.start()
    (clone.root / ".venv" / first_start.STAMP).unlink()
    next((clone.root / ".venv").rglob("tiny.py")).unlink()
    assert clone.start().stdout == "tiny 1.0 runs\n"


def test_an_upgraded_python_makes_the_libraries_anew(clone: Clone) -> None:
    clone.start()
    stamp = clone.root / ".venv" / first_start.STAMP
    stamp.write_text(stamp.read_text().replace('"python": "3.', '"python": "3.0'))
    started = clone.start("list")
    assert started.stdout == "tiny 1.0 runs list\n"
    assert "getting ready again" in started.stderr
    assert clone.start().stderr == ""


def test_a_clone_that_was_moved_is_made_ready_where_it_is_now(clone: Clone, tmp_path: Path) -> None:
    clone.start()
    moved = Clone(clone.root.rename(tmp_path / "l’école"), clone.shelf)
    started = moved.start("list")
    assert started.stdout == "tiny 1.0 runs list\n"
    assert "getting ready again" in started.stderr
    assert moved.start().stderr == ""


def test_two_starts_at_once_do_the_work_once(clone: Clone) -> None:
    both = [
        subprocess.Popen(
            [*clone.command(), "list"],
            cwd=clone.root,
            env=clone.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    said = [process.communicate() for process in both]
    assert [stdout for stdout, _ in said] == ["tiny 1.0 runs list\n"] * 2
    assert "".join(stderr for _, stderr in said).count("Kit is ready.") == 1


def test_without_network_the_first_start_says_so_and_leaves_nothing_half_done(clone: Clone) -> None:
    started = clone.start(online=False)
    assert started.returncode == 1
    assert "could not reach the internet" in started.stderr
    assert "Traceback" not in started.stderr
    assert not (clone.root / ".venv").exists()

    assert clone.start().stdout == "tiny 1.0 runs\n"


def test_without_network_a_changed_lock_does_not_leave_a_class_without_kit(clone: Clone) -> None:
    clone.start()
    clone.lock("2.0")
    started = clone.start("present", online=False)
    assert started.stdout == "tiny 1.0 runs present\n"
    assert "could not reach the internet" in started.stderr
    assert "goes on with the libraries it had" in started.stderr

    assert clone.start().stdout == "tiny 2.0 runs\n"


def test_a_start_killed_while_renewing_loses_nothing(clone: Clone) -> None:
    clone.start()
    clone.lock("2.0")
    venv = clone.root / ".venv"
    venv.rename(clone.root / ".venv.old")
    venv.mkdir()
    assert clone.start(online=False).stdout == "tiny 1.0 runs\n"
    assert clone.start().stdout == "tiny 2.0 runs\n"
    assert not (clone.root / ".venv.old").exists()


def test_a_library_that_is_not_the_locked_one_is_refused(clone: Clone) -> None:
    clone.lock("1.0", digest="0" * 64)
    started = clone.start()
    assert started.returncode == 1
    assert ".venv.log" in started.stderr
    assert "HASHES" in (clone.root / ".venv.log").read_text()


def test_a_development_environment_serves_the_teacher_too_but_not_the_other_way_round(clone: Clone) -> None:
    clone.start()
    (clone.root / "requirements-dev.lock").write_text((clone.root / "requirements.lock").read_text())
    assert first_start.is_ready(clone.root)
    assert not first_start.is_ready(clone.root, development=True)


def test_an_environment_that_uv_keeps_is_left_to_uv(clone: Clone) -> None:
    binaries = clone.root / ".venv" / "bin"
    binaries.mkdir(parents=True)
    (clone.root / ".venv" / "pyvenv.cfg").write_text("home = /usr/bin\nuv = 0.13.9\n")
    assert not first_start.is_ready(clone.root)
    (binaries / "kit").touch()
    assert first_start.is_ready(clone.root)
    assert not first_start.is_ready(clone.root, development=True)


def test_the_sentences_are_in_the_language_of_the_computer(clone: Clone) -> None:
    environment = {**clone.environment(), "LC_ALL": "fr_FR.UTF-8"}
    started = subprocess.run(
        clone.command(), cwd=clone.root, env=environment, capture_output=True, text=True, check=True
    )
    assert started.stderr.endswith("Kit est prêt.\n")


def test_an_old_python_is_named_in_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(install, "OLDEST_PYTHON", (sys.version_info[0], sys.version_info[1] + 1))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SetupError, match=r"Kit needs Python 3\.11 or newer; this is Python 3\.\d+\.\d+"):
        install.suitable_python()


@pytest.mark.parametrize("path", BEFORE_ANYTHING_IS_INSTALLED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_runs_first_can_be_read_by_an_old_python(path: Path) -> None:
    ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_what_runs_first_needs_the_standard_library_only() -> None:
    modules = "kit.__main__, kit.native, kit.first_start.build, kit.first_start.install"
    # -S: no installed package can be found.
    command = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.append(sys.argv[1]); import {modules}"]
    subprocess.run([*command, str(KIT.parent)], check=True)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/sys is a folder nobody may write to")
def test_a_folder_that_cannot_be_written_to_is_named() -> None:
    with pytest.raises(SetupError, match="Kit cannot write in /sys"):
        build.ensure(Path("/sys"))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("ERROR: [Errno 30] Read-only file system: '/srv/kit/.venv'", "Kit cannot write in"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "certificate is missing"),
        ("ReadTimeoutError(\"HTTPSConnectionPool(host='index', port=443)", "could not reach the internet"),
        ("ERROR: No matching distribution found for brotli==1.2.1", "does not exist for this computer"),
    ],
)
def test_what_an_installer_says_becomes_a_sentence(said: str, sentence: str, tmp_path: Path) -> None:
    assert sentence in install.explain(f"Collecting tiny==1.0\n{said}\n", tmp_path)


def test_a_python_without_pip_is_helped_by_what_else_there_is(tmp_path: Path) -> None:
    """Debian's Python without pip: the sentence says which package brings it."""
    bare = tmp_path / "python3"
    # A real interpreter that sees neither pip nor ensurepip.
    bare.write_text(f'#!/bin/sh\ncase "$*" in *pip*) exit 1;; esac\nexec \'{install.base_python()}\' "$@"\n')
    bare.chmod(0o755)
    without_uv = {name: value for name, value in os.environ.items() if name != "PATH"}
    code = "import sys; from pathlib import Path; from kit.first_start.install import install_libraries as i\n"
    code += "i(Path('v'), sys.argv[1], Path('v/bin/python'), Path('none'))"
    finished = subprocess.run(
        [sys.executable, "-c", code, str(bare)],
        cwd=tmp_path,
        env={**without_uv, "PATH": "/nowhere", "PYTHONPATH": str(KIT.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "sudo apt-get install python3-pip" in finished.stderr
    assert not shutil.which("python3-pip", path=str(tmp_path))

"""The wheel carries everything an installed Kit needs, and the locks hold what pyproject.toml asks for."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from kit import __version__, doctor

ROOT = Path(__file__).resolve().parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
DEVELOPMENT = [Requirement(text) for text in PROJECT["dependency-groups"]["dev"]]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def pins(lock: str) -> dict[str, Version]:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    found = [re.match(r"([^=\s]+)==([^\s;]+)", line) for line in lines]
    return {canonicalize_name(pin[1]): Version(pin[2]) for pin in found if pin}


@pytest.mark.parametrize(("lock", "wanted"), [(LOCKS[0], RUNTIME), (LOCKS[1], RUNTIME + DEVELOPMENT)])
def test_each_lock_satisfies_pyproject(lock: str, wanted: list[Requirement]) -> None:
    locked = pins(lock)
    for requirement in wanted:
        assert locked[canonicalize_name(requirement.name)] in requirement.specifier


@pytest.mark.parametrize(("lock", "wanted"), [(LOCKS[0], RUNTIME), (LOCKS[1], RUNTIME + DEVELOPMENT)])
def test_each_lock_is_complete(lock: str, wanted: list[Requirement]) -> None:
    """Whatever the libraries themselves need is locked too: they are installed without being resolved."""
    locked, waiting, seen = pins(lock), list(wanted), set()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        assert locked[name] in requirement.specifier
        for extra in requirement.extras or {""}:
            if (name, extra) in seen:
                continue
            seen.add((name, extra))
            environment = {**{key: str(value) for key, value in default_environment().items()}, "extra": extra}
            needs = [Requirement(text) for text in metadata.requires(name) or []]
            waiting += [need for need in needs if need.marker is None or need.marker.evaluate(environment)]


def test_the_tests_try_what_a_teacher_gets() -> None:
    runtime, development = (pins(lock) for lock in LOCKS)
    assert runtime.items() <= development.items()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_proves_every_file_and_names_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    for pin in re.split(r"\n(?=\S)", text):
        assert pin.startswith("#") or "--hash=sha256:" in pin
    assert not re.search(r"https?:|file:|--index|--extra-index|--find-links", text)


def test_pyproject_sets_lower_bounds_only() -> None:
    for requirement in RUNTIME + DEVELOPMENT:
        assert [part.operator for part in requirement.specifier] == [">="], requirement


def test_doctor_looks_for_what_pyproject_asks_for() -> None:
    asked = {r.name: Version(next(iter(r.specifier)).version).release for r in RUNTIME}
    assert asked == doctor.LIBRARIES


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    built = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))


def files_of(folder: Path) -> set[str]:
    paths = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT).as_posix() for path in paths}


def test_the_wheel_carries_code_templates_words_lessons_and_articles(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        carried = set(archive.namelist())
    expected = files_of(ROOT / "kit")
    expected |= {f"kit/_bundled/{name}" for name in files_of(ROOT / "lessons") | files_of(ROOT / "seeds")}
    assert expected <= carried
    licences = {f"kit_discussion-{__version__}.dist-info/licenses/{name}" for name in ("LICENSE", "LICENSE-LESSONS.md")}
    assert licences <= carried


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment into which the wheel was installed, far from any checkout."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "venv", symlinks=os.name != "nt")
    scheme = {"base": str(folder / "venv"), "platbase": str(folder / "venv")}
    site_packages = Path(sysconfig.get_path("purelib", "venv", scheme))
    programs = Path(sysconfig.get_path("scripts", "venv", scheme))
    # The libraries are those of the tests, to spare downloading them again; Kit itself comes from the wheel. A .pth
    # inside a folder that a .pth names is not read, so the checkout stays out.
    (site_packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site_packages)
    entry = metadata.PathDistribution(next(site_packages.glob("kit_discussion-*.dist-info"))).entry_points
    script = next(iter(entry.select(group="console_scripts", name="kit")))
    (programs / "launch.py").write_text(
        f"from {script.module} import {script.attr}\n{script.attr}()\n", encoding="utf-8"
    )
    return programs


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "KIT_SETUP")}
    python = installed / ("python.exe" if os.name == "nt" else "python")
    return subprocess.run(
        [python, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_an_installed_kit_lists_its_lessons_anywhere_and_makes_no_environment(installed: Path, tmp_path: Path) -> None:
    by_script = run(installed, tmp_path, str(installed / "launch.py"), "list")
    by_module = run(installed, tmp_path, "-m", "kit", "list")
    assert by_script.stdout.count("many-hands") == 1
    assert by_script.stdout == by_module.stdout
    assert by_script.stderr == by_module.stderr == ""
    assert list(tmp_path.iterdir()) == []


def test_an_installed_kit_checks_its_lessons_against_its_articles(installed: Path, tmp_path: Path) -> None:
    checked = run(installed, tmp_path, "-m", "kit", "check", "many-hands")
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.pdf
def test_an_installed_kit_prints(installed: Path, tmp_path: Path) -> None:
    arguments = ("print", "many-hands", "--kind", "worksheet", "--out", str(tmp_path))
    printed = run(installed, tmp_path, "-m", "kit", *arguments)
    assert printed.returncode == 0, printed.stderr
    assert [path.suffix for path in tmp_path.iterdir()] == [".pdf"]

"""The house: imports go down only, rooms of one floor keep apart, and what is heavy is imported where it is needed."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "kit"

FLOORS = {
    "words": 0,
    "files": 1,
    "usage": 1,
    "sources": 2,
    "protocols": 3,
    "lesson": 4,
    "session": 5,
    "draft": 5,
    "paper": 6,
    "exchange": 6,
    "screen": 7,
    "doctor": 7,
    "commands": 8,
    "cli": 9,
    "__main__": 10,
}
"""The floor of each room. `kit` itself, `kit.native` and `kit.first_start` know only the standard library."""

FOUNDATION = {"__init__", "native", "first_start"}

HEAVY = {"textual", "weasyprint", "jinja2", "pydantic", "yaml"}

AT_THE_TOP = {
    "textual": {"screen"},
    "yaml": {"files", "lesson.rules"},
    "jinja2": set[str](),
    "weasyprint": set[str](),
    "pydantic": set[str](),
}
"""Where a heavy library may be imported at the top of a module."""


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Each imported module, with whether the import stands at the top; those for type checkers only do not count."""
    tree = ast.parse(path.read_text(encoding="utf-8"))

    def walk(node: ast.AST, top: bool) -> Iterator[tuple[str, bool]]:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            return
        if isinstance(node, ast.Import):
            yield from ((name.name, top) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            assert node.module is not None
            yield node.module, top
            if node.module == "kit":
                yield from ((f"kit.{name.name}", top) for name in node.names if name.name != "__version__")
        inner = top and not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for child in ast.iter_child_nodes(node):
            yield from walk(child, inner)

    return walk(tree, True)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_down_only(path: Path) -> None:
    here = room(path)
    for name, _ in imports(path):
        parts = name.split(".")
        if parts[0] != "kit" or len(parts) == 1 or parts[1] in FOUNDATION | {here}:
            continue
        assert here not in FOUNDATION - {"__init__"}, f"{here} must not import {name}"
        assert FLOORS[parts[1]] < FLOORS[here], f"{here} (floor {FLOORS[here]}) must not import {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_heavy_libraries_are_imported_where_they_are_needed(path: Path) -> None:
    inside = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
    for name, top in imports(path):
        library = name.split(".")[0]
        if top and library in HEAVY:
            assert any(inside.startswith(allowed) for allowed in AT_THE_TOP[library]), f"{inside} imports {name}"


def test_every_room_has_its_floor() -> None:
    assert {room(path) for path in modules()} <= set(FLOORS) | FOUNDATION


def test_every_module_says_what_it_is_for() -> None:
    silent = [path for path in modules() if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert silent == []


def loaded(code: str, tmp_path: Path) -> set[str]:
    """The heavy libraries, and the rooms of Kit, that a fresh process has loaded after `code`."""
    program = f"import sys\n{code}\nprint('\\nLOADED', *sorted(sys.modules))"
    environment = {
        **os.environ,
        "KIT_CACHE": str(tmp_path / "cache"),
        "KIT_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment, cwd=tmp_path
    )
    return set(done.stdout.split("LOADED")[-1].split())


COMMAND = """
from kit import cli
try:
    cli.main({arguments})
except SystemExit as end:
    assert not end.code, end.code
"""


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"], ["present", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    assert loaded(COMMAND.format(arguments=arguments), tmp_path) & HEAVY == set()


def test_the_list_loads_only_yaml_and_the_second_time_not_even_that(tmp_path: Path) -> None:
    code = COMMAND.format(arguments=["list"])
    assert loaded(code, tmp_path) & HEAVY <= {"yaml"}
    assert loaded(code, tmp_path) & HEAVY == set()


OPEN = """
from pathlib import Path
from kit.lesson.home import Home
from kit.lesson.library import Library
library = Library(Home(Path("home")))
lesson, problems = library.open(library.find("many-hands"))
assert lesson is not None, problems
"""


def test_a_lesson_that_was_read_once_opens_without_yaml_and_pydantic(tmp_path: Path) -> None:
    loaded(OPEN, tmp_path)
    assert loaded(OPEN, tmp_path) & HEAVY == set()

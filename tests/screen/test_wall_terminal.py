"""The wall in a real terminal: a clicker's bytes, quitting, and what is left when something breaks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.screen.terminal import Terminal, kit
from tests.screen.test_contrast import WORDS, contrast
from tests.screen.wall_lessons import many_hands

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

PRESENT = ("present", "many-hands", "--minutes", "75")
LEFT_ALTERNATE_SCREEN = b"\x1b[?1049l"
SHOWED_CURSOR = b"\x1b[?25h"


def test_a_class_with_a_clicker_from_the_first_step_to_the_shell() -> None:
    with Terminal(kit(*PRESENT)) as terminal:
        terminal.until("Step 1 of")
        terminal.press("pagedown")
        terminal.until("Step 2 of")
        terminal.press("pageup")
        terminal.until("Step 1 of")
        terminal.press("f5")
        terminal.until_gone("Not started")
        terminal.press("escape")
        terminal.until("▌▌ Paused")
        terminal.press("f5")
        terminal.until_gone("Paused")
        terminal.press(".")
        terminal.until_empty()
        terminal.press("b")
        terminal.until("Step 1 of")
        terminal.press("q")
        terminal.until("End this class?")
        terminal.press("escape")
        terminal.until_gone("End this class?")
        terminal.press("q")
        terminal.until("End this class?")
        terminal.press("right", "enter")
        assert terminal.exit_code() == 0
        assert LEFT_ALTERNATE_SCREEN in terminal.output
        assert SHOWED_CURSOR in terminal.output


def test_ctrl_c_asks_as_well() -> None:
    with Terminal(kit(*PRESENT)) as terminal:
        terminal.until("Step 1 of")
        terminal.press("ctrl+c")
        terminal.until("End this class?")
        terminal.press("ctrl+c")
        terminal.press("escape")
        terminal.until_gone("End this class?")


def test_the_clock_goes_by_itself() -> None:
    with Terminal(kit(*PRESENT), columns=60, rows=18) as terminal:
        terminal.until("4:00")
        terminal.press("f5")
        terminal.until("3:59")
        terminal.until("3:58")


@pytest.mark.parametrize(("variable", "value"), [("NO_COLOR", "1"), ("TEXTUAL_COLOR_SYSTEM", "standard")])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_without_colours_and_with_sixteen_everything_can_be_read(variable: str, value: str, theme: str) -> None:
    with Terminal(kit(*PRESENT, "--theme", theme), env={variable: value}) as terminal:
        terminal.until("Step 1 of")
        terminal.press("f5")
        terminal.until_gone("Not started")
        terminal.press("escape")
        terminal.until("▌▌ Paused")
        pairs = {
            (cell.fg, cell.bg) if not cell.reverse else (cell.bg, cell.fg)
            for row in terminal.screen.buffer.values()
            for cell in row.values()
            if cell.data.isalnum()
        }
        for text, ground in pairs:
            assert _contrast(text, ground, theme) >= (WORDS if variable == "NO_COLOR" else 4.5), (text, ground)


SIXTEEN = {
    "black": "000000",
    "red": "aa0000",
    "green": "00aa00",
    "brown": "aa5500",
    "blue": "0000aa",
    "magenta": "aa00aa",
    "cyan": "00aaaa",
    "white": "aaaaaa",
    "brightblack": "555555",
    "brightred": "ff5555",
    "brightgreen": "55ff55",
    "brightbrown": "ffff55",
    "brightyellow": "ffff55",
    "brightblue": "5555ff",
    "bfightmagenta": "ff55ff",
    "brightmagenta": "ff55ff",
    "brightcyan": "55ffff",
    "brightwhite": "ffffff",
}
"""The colours of the text mode of a PC, by pyte's names (one of them is misspelt there)."""


def _contrast(text: str, ground: str, theme: str) -> float:
    from rich.color import Color

    plain = {"default": "000000" if theme == "light" else "ffffff"}
    plain_ground = {"default": "ffffff" if theme == "light" else "000000"}
    fg = {**SIXTEEN, **plain}.get(text, text)
    bg = {**SIXTEEN, **plain_ground}.get(ground, ground)
    return contrast(Color.parse(f"#{fg}"), Color.parse(f"#{bg}"))


def test_ctrl_z_goes_to_the_shell_and_fg_comes_back() -> None:
    with Terminal(kit(*PRESENT)) as terminal:
        terminal.until("Step 1 of")
        terminal.press("ctrl+z")
        terminal.wait_until_stopped()
        assert LEFT_ALTERNATE_SCREEN in terminal.output
        terminal.go_on()
        terminal.press("pagedown")
        terminal.until("Step 2 of")


def test_without_a_terminal_one_sentence_says_so() -> None:
    done = subprocess.run(
        kit(*PRESENT), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert "terminal window" in done.stderr
    assert not done.stdout


LIGHT = """
import sys
from pathlib import Path
from kit.lesson.home import Home
from kit.lesson.library import Library
from kit.screen.run import present

library = Library(Home(Path("nowhere")))
lesson, _ = library.open(library.find("many-hands"))
code = present(lesson)
heavy = {"yaml", "pydantic", "jinja2", "weasyprint"} & set(sys.modules)
sys.exit(3 if heavy else code)
"""


def test_a_compiled_lesson_stands_on_the_wall_without_yaml_and_pydantic() -> None:
    many_hands.__wrapped__()  # read anew: compiles it, if it has not been compiled yet
    with Terminal([sys.executable, "-c", LIGHT]) as terminal:
        terminal.until("Step 1 of")
        terminal.press("q")
        terminal.until("End this class?")
        terminal.press("right", "enter")
        assert terminal.exit_code() == 0


BREAKS = """
from kit.screen.run import present
from kit.screen.wall import WallScreen
from tests.screen.wall_lessons import many_hands

def broken(wall):
    pupil = "Quite a " + "secret name"
    raise RuntimeError("the cupboard is empty")

WallScreen.action_next = broken
raise SystemExit(present(many_hands()))
"""


def test_a_crash_gives_the_terminal_back_and_says_one_sentence(tmp_path: Path) -> None:
    script = tmp_path / "breaks.py"
    script.write_text(BREAKS)
    env = {"XDG_STATE_HOME": str(tmp_path)}
    with Terminal([sys.executable, str(script)], env=env) as terminal:
        terminal.until("Step 1 of")
        terminal.press("pagedown")
        assert terminal.exit_code() == 1
    assert SHOWED_CURSOR in terminal.output
    after = terminal.output[terminal.output.rindex(LEFT_ALTERNATE_SCREEN) :].decode()
    assert "Kit had to stop" in after
    assert "Traceback" not in after
    assert "cupboard" not in after
    (log,) = tmp_path.rglob("kit-*.log")
    assert log.name in after
    told = log.read_text()
    assert "RuntimeError: the cupboard is empty" in told
    assert "in broken" in told
    assert "Quite a secret name" not in told

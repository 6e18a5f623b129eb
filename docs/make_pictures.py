"""Makes the pictures of the README from the real program: ``python docs/make_pictures.py`` (for developers).

Each terminal picture is a run of Kit in a pseudo-terminal, typed at and drawn character by character; each page is a
page of a PDF that Kit has just printed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
import pyte
from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
from bench.terminal import Terminal  # noqa: E402  (the checkout is found only now)

PICTURES = Path(__file__).parent / "pictures"
KIT = [sys.executable, "-c", "from kit.cli import main; main()"]
COLUMNS, ROWS = 100, 28
CELL_WIDTH, CELL_HEIGHT, FONT_SIZE = 10, 20, 16
FONTS = ("DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf")
NAMED = {"black": "#000000", "white": "#ffffff"}

SCREENS: dict[str, tuple[list[str], str, list[bytes]]] = {
    # name: arguments, what to wait for, keys
    "library": ([], "Many hands", []),
    "plan": ([], "Many hands", [b"\r"]),
    "wall-question": (["present", "many-hands", "--minutes", "50"], "1", [b"\x1b[15~"]),
    "wall-lines-fr": (
        ["present", "many-hands", "--lang", "fr", "--minutes", "50", "--from", "deliberate.read"],
        "1",
        [b"\x1b[15~"],
    ),
    "desk": (["desk", "many-hands", "--minutes", "50"], "Step 1", [b"\x1b[15~", *[b"\x1b[C"] * 2, b"\x1b[15~"]),
    "wall-vote": (
        ["present", "many-hands", "--minutes", "50", "--from", "deliberate.vote-after"],
        "Step 13",
        [b"v", *(key.encode() for key in ("15\r", "7\r", "5\r", "r"))],
    ),
    "draft": (["draft", str(ROOT / "seeds" / "fr-questions.txt")], "Question 9", []),
}
PAGES = {
    "worksheet": ("worksheet", "en", 0),
    "worksheet-lines": ("worksheet", "fr", 1),
    "guide": ("teacher", "en", 0),
}


def draw(screen: pyte.Screen) -> Image.Image:
    """The emulated screen as a picture."""
    plain, bold = (ImageFont.truetype(name, FONT_SIZE) for name in FONTS)
    image = Image.new("RGB", (screen.columns * CELL_WIDTH, screen.lines * CELL_HEIGHT), "white")
    pen = ImageDraw.Draw(image)
    for row in range(screen.lines):
        for column in range(screen.columns):
            cell = screen.buffer[row][column]
            front, back = _colour(cell.fg, "#000000"), _colour(cell.bg, "#ffffff")
            if cell.reverse:
                front, back = back, front
            x, y = column * CELL_WIDTH, row * CELL_HEIGHT
            pen.rectangle((x, y, x + CELL_WIDTH - 1, y + CELL_HEIGHT - 1), fill=back)
            if cell.data.strip() and not _block(pen, cell.data, x, y, front):
                pen.text((x, y), cell.data, font=bold if cell.bold else plain, fill=front)
    return image


def _block(pen: ImageDraw.ImageDraw, character: str, x: int, y: int, colour: str) -> bool:
    """Draw a block character as the rectangle it means, so that no font leaves gaps; False for other characters."""
    code, eighth = ord(character), CELL_HEIGHT / 8
    if character == "▀":
        top, bottom, width = 0.0, 4 * eighth, float(CELL_WIDTH)
    elif 0x2581 <= code <= 0x2588:
        top, bottom, width = CELL_HEIGHT - (code - 0x2580) * eighth, float(CELL_HEIGHT), float(CELL_WIDTH)
    elif 0x2589 <= code <= 0x258F:
        top, bottom, width = 0.0, float(CELL_HEIGHT), CELL_WIDTH * (0x2590 - code) / 8
    else:
        return False
    pen.rectangle((x, y + top, x + width - 1, y + bottom - 1), fill=colour)
    return True


def _colour(name: str, default: str) -> str:
    if name == "default":
        return default
    return NAMED.get(name) or (f"#{name}" if len(name) == 6 else default)


def take_screens(env: dict[str, str], folder: Path) -> None:
    """Every screen, one run of the program each, in a class of its own."""
    for name, (arguments, awaited, keys) in SCREENS.items():
        env = env | {"KIT_STATE": str(folder / "classes" / name)}
        terminal = Terminal([*KIT, *arguments], columns=COLUMNS, rows=ROWS, environment=env)
        try:
            terminal.wait_for(awaited)
            terminal.drain(1.5)
            for key in keys:
                terminal.press(key)
                terminal.drain(1.5)
            draw(terminal.screen).save(PICTURES / f"{name}.png", optimize=True)
        finally:
            terminal.close()


def take_pages(env: dict[str, str], folder: Path) -> None:
    """Pages of handouts printed just now."""
    for name, (kind, language, page) in PAGES.items():
        command = [
            *KIT,
            "print",
            "many-hands",
            "--kind",
            kind,
            "--lang",
            language,
            "--page",
            "a4",
            "--out",
            str(folder),
        ]
        printed = subprocess.run(command, env=env, check=True, capture_output=True, text=True, cwd=ROOT).stdout.split()[
            0
        ]
        with pypdfium2.PdfDocument(printed) as document:
            document[page].render(scale=1.1, grayscale=True).to_pil().save(PICTURES / f"{name}.png", optimize=True)


def main() -> None:
    """Make all pictures anew."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = dict(os.environ) | {
            "KIT_LANGUAGE": "en",
            "HOME": str(folder),  # so that the pictures show nobody's own folders
            "KIT_HOME": str(folder / "Documents" / "Kit"),
            "KIT_CACHE": str(folder / "cache"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_STATE_HOME": str(folder / "state"),
            "PYTHONPATH": str(ROOT),
        }
        take_screens(env, folder)
        take_pages(env, folder)


if __name__ == "__main__":
    main()

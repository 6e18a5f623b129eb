"""An article that was copied: from the clipboard, or pasted into the terminal and ended with Ctrl-D."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from kit.draft.article import FILE_LIMIT, UnreadableArticleError
from kit.words import N_, Message

READERS: tuple[tuple[str, ...], ...] = (
    ("wl-paste", "--no-newline"),
    ("xclip", "-selection", "clipboard", "-out"),
    ("xsel", "--clipboard", "--output"),
    ("pbpaste",),
    (
        "powershell",
        "-NoProfile",
        "-Command",
        "[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Clipboard -Raw",
    ),
)
"""Programs that print the clipboard, in the order in which they are looked for."""

PATIENCE = 10.0
"""Seconds after which a program that waits for another one is given up."""

END = b"\x04"
"""What Ctrl-D sends."""


def clipboard() -> bytes:
    """What was copied last. Errors: `UnreadableArticleError` where nothing can be read."""
    found = [(program, *options) for name, *options in READERS if (program := shutil.which(name)) is not None]
    if not found:
        raise UnreadableArticleError(
            Message.of(
                N_(
                    "Kit finds no program here that reads the clipboard. Copy the article, then run “{command}”, paste "
                    "it, and end with Ctrl-D on a line of its own."
                ),
                command="kit draft -",
            )
        )
    for command in found:
        said = _printed(command)
        if said.strip():
            return said
    raise UnreadableArticleError(Message.of(N_("There is no text on the clipboard. Copy the article, then try again.")))


def _printed(command: tuple[str, ...]) -> bytes:
    """What `command` prints; nothing where it fails, as each does on a computer that is not its own kind."""
    environment = {**os.environ, "LC_CTYPE": "UTF-8"} if sys.platform == "darwin" else None
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            env=environment,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout if done.returncode == 0 else b""


def standard_input(prompt: str) -> bytes:
    """Everything on standard input, at most a byte more than an article may have.

    At a terminal `prompt` says what to do once it is ready, and reading ends with Ctrl-D.
    """
    if not sys.stdin.isatty():
        return sys.stdin.buffer.read(FILE_LIMIT + 1)
    if sys.platform == "win32":
        sys.stderr.write(prompt)
        return sys.stdin.buffer.read(FILE_LIMIT + 1)
    return _typed(sys.stdin.fileno(), prompt)


def _typed(terminal: int, prompt: str) -> bytes:
    """What is pasted into a terminal: a terminal that waits for whole lines cuts each after 4,096 bytes, or 1,024."""
    assert sys.platform != "win32"
    import termios

    before = termios.tcgetattr(terminal)
    now = termios.tcgetattr(terminal)
    now[3] &= ~termios.ICANON
    read = bytearray()
    termios.tcsetattr(terminal, termios.TCSANOW, now)
    try:
        sys.stderr.write(prompt)
        sys.stderr.flush()
        while len(read) <= FILE_LIMIT and (chunk := os.read(terminal, 65_536)):
            text, end, _ = chunk.partition(END)
            read += text
            if end:
                break
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)
    return bytes(read)

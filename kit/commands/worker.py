"""A printing process that stays ready: orders come in as lines of JSON, and what happens goes out the same way.

``python -m kit.commands.worker``, started by the screens. It loads what printing needs, answers ``{"ready": true}``,
and then does one order after the other::

    in   {"job": 1, "interface": "fr", "arguments": ["many-hands", "--kind", "worksheet"]}
    out  {"job": 1, "said": "1/1 Fiche de travail …"}
    out  {"job": 1, "path": "/home/…/many-hands.fr.worksheet.a4.pdf"}
    out  {"job": 1, "end": 0}

`arguments` are those of ``kit print``, and the answers what that command prints, so that nothing is said in two ways.
It ends with its input. Whoever wants to stop an order ends the process and starts another.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import signal
import sys
from collections.abc import Callable
from typing import Any, TextIO

from kit.words import words

BROKEN = 1


def main() -> int:
    """Serve until the input ends."""
    orders, answers = _pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is meant for the screen
    signal.signal(signal.SIGTERM, _leave)
    from kit.paper.ready import make_ready

    make_ready()
    gc.collect()
    gc.freeze()

    def answer(**what: object) -> None:
        answers.write(json.dumps(what) + "\n")
        answers.flush()

    answer(ready=True)
    for line in orders:
        order = json.loads(line)
        job = order["job"]
        answer(job=job, end=_print(order, lambda **what: answer(job=job, **what)))  # noqa: B023 - called before the next
        gc.collect()
    return 0


def _print(order: dict[str, Any], answer: Callable[..., None]) -> int:
    """Do what `kit print` does with these arguments, and return its exit code."""
    from kit.commands.handouts import print_
    from kit.usage import speak

    tr = speak(order["interface"])
    paths, said = _Lines(lambda text: answer(path=text)), _Lines(lambda text: answer(said=text))
    with contextlib.redirect_stdout(paths), contextlib.redirect_stderr(said):
        try:
            print_.main(order["arguments"], prog_name="kit print", obj=tr)
        except SystemExit as end:
            return end.code if isinstance(end.code, int) else BROKEN if end.code else 0
        except Exception as error:  # noqa: BLE001 - it is logged, and said in one sentence
            from kit.files.crash import sentence

            said.write(sentence(error, words(order["interface"])) + "\n")
    return BROKEN


class _Lines(io.TextIOBase):
    """A stream that hands on every whole line that is not blank."""

    def __init__(self, hand_on: Callable[[str], None]) -> None:
        self._hand_on = hand_on
        self._begun = ""

    def write(self, text: str) -> int:
        *whole, self._begun = (self._begun + text).split("\n")
        for line in whole:
            if line.strip():
                self._hand_on(line.strip())
        return len(text)


def _pipes() -> tuple[TextIO, TextIO]:
    """Input and output of their own: whatever a library writes to the standard output must not get between answers."""
    orders = os.fdopen(os.dup(0), encoding="utf-8")
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return orders, answers


def _leave(_signal: int, _frame: object) -> None:
    """End where nothing is left half-written: `write_whole` takes away what it has begun."""
    sys.exit(0)


if __name__ == "__main__":
    sys.exit(main())

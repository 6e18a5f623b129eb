"""What nobody foresaw: the traceback goes to a log file, and its path into one sentence."""

from __future__ import annotations

import contextlib
import os
import tempfile
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from kit.words import N_, Words

SENTENCE = N_("Kit had to stop because of a mistake of its own. What happened stands in {path}.")
NOWHERE = N_("Kit had to stop because of a mistake of its own, and could not write down what happened.")


def sentence(error: BaseException, tr: Words) -> str:
    """Write `error` to a log and say so, in the language of `tr`. Never raises."""
    path = write_log(error)
    return tr(SENTENCE, path=path) if path is not None else tr(NOWHERE)


def write_log(error: BaseException) -> Path | None:
    """Write the traceback of `error`, without any variable's value, to a new file in the user's log folder.

    Without a log folder that can be written to, the temporary folder serves; None where neither does.
    """
    told = "".join(traceback.TracebackException.from_exception(error, capture_locals=False).format())
    name = f"kit-{datetime.now().astimezone():%Y%m%d-%H%M%S}-{os.getpid()}.log"
    for folder in _folders():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / name
            path.write_text(told, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return path
    return None


def _folders() -> Iterator[Path]:
    """Where a log may go; a broken installation may even lack the library that knows the user's folders."""
    with contextlib.suppress(ImportError):
        from platformdirs import user_log_path

        yield user_log_path("kit")
    yield Path(tempfile.gettempdir())

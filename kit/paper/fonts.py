"""The one family Kit prints with, made the only one there is: no font of the computer can slip into a handout."""

from __future__ import annotations

import hashlib
import os
import tempfile
from importlib.util import find_spec
from pathlib import Path
from xml.sax.saxutils import escape

FAMILY = "Atkinson Hyperlegible"
"""Designed by the Braille Institute for readers with low vision; SIL Open Font Licence 1.1."""

_PACKAGE = "fontpkg_atkinson_hyperlegible"

_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


def folder() -> Path:
    """Where the font files lie. Errors: FileNotFoundError where their package is not installed."""
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(_PACKAGE)
    return Path(spec.origin).parent / "files"


def use_only_ours() -> None:
    """Point fontconfig at Kit's fonts; it must happen before WeasyPrint is imported."""
    os.environ["FONTCONFIG_FILE"] = str(_configuration())


def _configuration() -> Path:
    """A fontconfig file that knows our folder only, kept where the next print finds it again."""
    from platformdirs import user_cache_path

    wanted = user_cache_path("kit") / "fonts"
    for place in (wanted, Path(tempfile.gettempdir()) / "kit-fonts"):
        text = _CONFIGURATION.format(fonts=escape(str(folder())), cache=escape(str(place)))
        path = place / f"{hashlib.sha256(text.encode()).hexdigest()[:12]}.conf"
        if path.is_file():
            return path
        try:
            place.mkdir(parents=True, exist_ok=True)
            part = place / f"{path.name}.{os.getpid()}"
            part.write_text(text, encoding="utf-8")
            part.replace(path)
        except OSError:
            continue  # a folder that cannot be written to: the temporary one does as well
        return path
    raise PermissionError(str(wanted))

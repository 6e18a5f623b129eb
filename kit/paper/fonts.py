"""The one family Kit prints with, and who steps in where it has no form: no other font can slip into a handout.

The family is Latin. A name in Vietnamese, Arabic, Hebrew or Chinese letters is drawn with a font of the computer, one
of a short list of plain faces that are meant for reading. Pango takes them only for characters the family lacks.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from xml.sax.saxutils import escape

from kit.files.cache import Cache

FAMILY = "Atkinson Hyperlegible"
"""Designed by the Braille Institute for readers with low vision; SIL Open Font Licence 1.1."""

_PACKAGE = "fontpkg_atkinson_hyperlegible"

FALLBACKS = (
    *("DejaVu Sans", "Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Bengali"),
    *("Noto Sans Tamil", "Noto Sans Thai", "Noto Sans Armenian", "Noto Sans Georgian", "Noto Sans Ethiopic"),
    *("Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR", "Droid Sans Fallback", "WenQuanYi Zen Hei"),
    *("Segoe UI", "Nirmala UI", "Microsoft YaHei", "Yu Gothic", "Malgun Gothic", "Leelawadee UI", "Ebrima"),
    *("Arial Unicode MS", "Geeza Pro", "Arial Hebrew", "PingFang SC", "Hiragino Sans", "Apple SD Gothic Neo"),
)
"""Families that step in: those that usually come with Linux, Windows and macOS. Everything else is out of sight."""

_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{folders}
{caches}
  <selectfont>
    <rejectfont>
      <pattern><patelt name="scalable"><bool>true</bool></patelt></pattern>
      <pattern><patelt name="scalable"><bool>false</bool></patelt></pattern>
    </rejectfont>
    <acceptfont>
{accepted}
    </acceptfont>
  </selectfont>
</fontconfig>
"""
_ACCEPTED = '      <pattern><patelt name="{}"><string>{}</string></patelt></pattern>'

_SYSTEM_CACHES = ("/var/cache/fontconfig", "/usr/lib/fontconfig/cache")
"""What Linux already knows about its fonts: reading it is quicker than reading a thousand fonts."""


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
    places = [Path(tempfile.gettempdir()) / "kit-fonts"]
    kept = Cache.of_user().folder
    if kept is not None:
        places.insert(0, kept / "fonts")
    for place in places:
        text = _CONFIGURATION.format(
            folders="\n".join(f"  <dir>{escape(str(path))}</dir>" for path in (folder(), *_of_the_computer())),
            caches="\n".join(f"  <cachedir>{escape(path)}</cachedir>" for path in (str(place), *_SYSTEM_CACHES)),
            accepted="\n".join(_accepted()),
        )
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
    raise PermissionError(str(places[0]))


def _accepted() -> Iterator[str]:
    """What may be used: our own files, and not another edition of the same family; families that step in."""
    for path in sorted(folder().glob("*.ttf")):
        yield _ACCEPTED.format("file", escape(str(path)))
    for family in FALLBACKS:
        yield _ACCEPTED.format("family", escape(family))


def _of_the_computer() -> list[Path]:
    """The folders fonts are installed in, for everybody and for this user."""
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home / "AppData" / "Local"))
        places = [
            Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
            Path(local) / "Microsoft" / "Windows" / "Fonts",
        ]
    elif sys.platform == "darwin":
        places = [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"]
    else:
        own = os.environ.get("XDG_DATA_HOME") or str(home / ".local" / "share")
        places = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path(own) / "fonts", home / ".fonts"]
    return [place for place in places if place.is_dir()]

"""The lesson inside the teacher's documents: its folder as one file attached to the PDF, and out of it again.

Only documents for teachers carry it. What comes out of a PDF may be anybody's: sizes, names and formats are checked
before anything is written, and it is text that Kit reads like any lesson, never a program.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kit.paper.refused import Refused
from kit.words import LANGUAGES, N_, Message

SUFFIX = ".lesson.zip"
"""What the name of the attached file ends with."""

MOST_PDF = 64 << 20
"""Bytes of a PDF that is opened; the longest guide has a hundredth of it."""

MOST_FILE = 1 << 20
"""Bytes of one file of a lesson; the longest bundled one has a twentieth of it."""

MOST_FILES = 12
"""Files of a lesson: its own, and one for each other language."""

_FILES = frozenset({"lesson.yaml", *(f"{language}.yaml" for language in LANGUAGES)})
_NAME = re.compile(r"[^\W_][\w-]{0,79}")
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The oldest date a ZIP file knows: the same lesson makes the same bytes."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A lesson as it was found in a PDF: its name, and the bytes of its files."""

    name: str
    files: dict[str, bytes]


def pack(folder: Path) -> bytes:
    """The files of a lesson's folder as one ZIP file. Errors: OSError."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.glob("*.yaml")):
            if path.name in _FILES:
                told = zipfile.ZipInfo(f"{folder.name}/{path.name}", _FIRST_DAY)
                told.compress_type, told.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                archive.writestr(told, path.read_bytes())
    return out.getvalue()


def attachment(name: str, packed: bytes) -> Any:
    """The packed lesson as WeasyPrint attaches it."""
    from datetime import UTC, datetime

    from weasyprint import Attachment

    day = datetime(*_FIRST_DAY, tzinfo=UTC)
    return Attachment(
        string=packed, name=f"{name}{SUFFIX}", description="Kit", relationship="Source", created=day, modified=day
    )


def unpack(path: Path) -> Enclosed:
    """The lesson inside the PDF at `path`. Errors: `Refused`, with a sentence for the teacher."""
    try:
        if path.stat().st_size > MOST_PDF:
            raise Refused(Message.of(N_("{path} is too large for a document of Kit's."), path=path))
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or error
        raise Refused(Message.of(N_("{path} cannot be read: {reason}."), path=path, reason=reason)) from None
    packed = _attached(data, path)
    if packed is None:
        raise Refused(
            Message.of(
                N_("There is no lesson in {path}. Kit's guides for teachers carry one; worksheets never do."), path=path
            )
        )
    found = _files(packed)
    if found is None:
        raise Refused(Message.of(N_("What is attached to {path} is not a lesson as Kit writes it."), path=path))
    return found


def _attached(data: bytes, path: Path) -> bytes | None:
    """The bytes of the attached lesson; None where there is none, or it is too large or packed in another way."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            for name, told in document.attachments.items():
                if name.endswith(SUFFIX):
                    return _stream(told.obj.EF.F)
    except MemoryError:
        raise Refused(Message.of(N_("{path} is too large for a document of Kit's."), path=path)) from None
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, AttributeError, KeyError, TypeError, RuntimeError):
        raise Refused(Message.of(N_("{path} is not a PDF that can be read."), path=path)) from None
    return None


def _stream(stream: Any) -> bytes | None:
    """A stream's content, unpacked only as far as a lesson may be large."""
    most = MOST_FILE * MOST_FILES
    raw = bytes(stream.read_raw_bytes())
    packing = stream.get("/Filter")
    if packing is None:
        return raw if len(raw) <= most else None
    if str(packing) != "/FlateDecode" or stream.get("/DecodeParms") is not None:
        return None
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(raw, most + 1)
    except zlib.error:
        return None
    return content if len(content) <= most else None


def _files(packed: bytes) -> Enclosed | None:
    """The files of the lesson in a ZIP file; None where anything in it is not as `pack` writes it."""
    files: dict[str, bytes] = {}
    names = set()
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            entries = archive.infolist()
            if not 1 <= len(entries) <= MOST_FILES:
                return None
            for entry in entries:
                folder, _, file = entry.filename.partition("/")
                if file not in _FILES or file in files or entry.file_size > MOST_FILE or entry.flag_bits & 1:
                    return None
                with archive.open(entry) as opened:
                    content = opened.read(MOST_FILE + 1)
                if len(content) > MOST_FILE:
                    return None
                files[file] = content
                names.add(folder)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return None
    name = names.pop() if len(names) == 1 else ""
    good = _NAME.fullmatch(name) and name.casefold() not in _DEVICES and "lesson.yaml" in files
    return Enclosed(name, files) if good else None

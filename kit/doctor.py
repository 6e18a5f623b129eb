"""`kit doctor`: what this computer has and lacks for Kit, and for each lack what to type or to press."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kit import __version__, native
from kit.words import LANGUAGE_NAMES, N_, Message, Words, interface_language, say

SMALLEST = (60, 18)
"""Columns and rows below which the wall has no room for a question and its lines."""

MOST_ROWS = 34
"""With more rows than this the letters are too small for the back of a classroom."""

LEAST_ROOM = 50
"""Megabytes a term of journals, cached lessons and handouts may need."""

LIBRARIES = {
    "click": (8,),
    "fontpkg-atkinson-hyperlegible": (1, 6),
    "jinja2": (3, 1),
    "pikepdf": (10,),
    "platformdirs": (4,),
    "pydantic": (2,),
    "pyyaml": (6,),
    "sentencex": (1,),
    "snowballstemmer": (3,),
    "textual": (8,),
    "weasyprint": (70,),
}
"""What Kit is built on, and the oldest version that will do; the same as in pyproject.toml."""


class State(StrEnum):
    """How much a finding matters."""

    OK = "ok"
    WARNING = "warning"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what is there, and where it could be better what to do.

    `command` is something to type, exactly as it stands, in any language; empty where there is nothing to type.
    """

    state: State
    says: Message
    advice: Message | None = None
    command: str = ""


def examine() -> list[Finding]:
    """Look at everything Kit relies on. Nothing is changed, and nothing is fetched."""
    return [
        *_programs(),
        *_paper(),
        *_terminal(),
        *_folders(),
    ]


def report(findings: list[Finding], tr: Words) -> Iterator[str]:
    """The findings as lines of text; what needs doing stands indented under what was found."""
    signs = {State.OK: tr("ok"), State.WARNING: tr("warning"), State.MISSING: tr("missing")}
    width = max(map(len, signs.values()))
    for finding in findings:
        yield f"{signs[finding.state]:<{width}}  {say(tr, finding.says)}"
        if finding.advice is not None:
            yield " " * (width + 2) + say(tr, finding.advice)
        if finding.command:
            yield " " * (width + 6) + finding.command


def _programs() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield _ok(N_("Kit {kit} on Python {python} ({path})"), kit=__version__, python=version, path=Path(sys.executable))
    language = interface_language()
    yield _ok(N_("Kit speaks {language} here; KIT_LANGUAGE changes it"), language=LANGUAGE_NAMES[language])
    found: list[str] = []
    for name, least in LIBRARIES.items():
        version = _version(name)
        if version and _numbers(version) >= least:
            found.append(f"{name} {version}")
            continue
        wanted = ".".join(map(str, least))
        yield Finding(
            State.MISSING,
            Message.of(N_("The library {name} {wanted} or newer is missing"), name=name, wanted=wanted),
            Message.of(N_("Install Kit again.")),
        )
    if len(found) == len(LIBRARIES):
        yield _ok(N_("Libraries: {names}"), names=", ".join(found))


def _paper() -> Iterator[Finding]:
    missing = native.missing_libraries()
    command = native.install_command()
    advice = Message.of(N_("Everything else works. Type:")) if command else None
    if missing:
        says = Message.of(N_("No PDF can be made: Pango is missing ({names})"), names=", ".join(missing))
        yield Finding(State.MISSING, says, advice, command)
        if other := native.wheel_command():
            says = Message.of(N_("The libraries for PDF also come as a Python package, without any other program"))
            yield Finding(State.WARNING, says, Message.of(N_("Type:")), other)
    elif native.missing_extras():
        says = Message.of(N_("PDF works, but more slowly than it could: HarfBuzz's subset library is missing"))
        yield Finding(State.WARNING, says, advice, command)
    elif places := sorted({str(Path(path).parent) for path in native.places()}):
        yield _ok(N_("PDF: Pango and its libraries are there, some of them from {folder}"), folder=", ".join(places))
    else:
        yield _ok(N_("PDF: Pango and its libraries are there"))
    for folder in native.missing_folders():
        says = Message.of(N_("KIT_LIBRARIES names {folder}, and that is no folder"), folder=folder)
        advice = Message.of(N_("Name the folder in which the libraries for PDF lie, or take the setting away."))
        yield Finding(State.WARNING, says, advice)
    yield _fonts()
    yield from judge_tags(_version("weasyprint"))


def judge_tags(version: str) -> Iterator[Finding]:
    """Whether Kit can complete the tags of a PDF for screen readers, which it does for one series of WeasyPrint."""
    from kit.paper import tags

    left = tags.gaps_of(version) if version else None
    if left is not None:
        yield Finding(State.WARNING, left)


def _fonts() -> Finding:
    from kit.paper import fonts

    try:
        faces = sorted(fonts.folder().glob("*.ttf"))
    except FileNotFoundError:
        faces = []
    if faces:
        return _ok(N_("Fonts for print: {family}, {count} faces"), family=fonts.FAMILY, count=len(faces))
    return Finding(
        State.MISSING,
        Message.of(N_("The fonts for print are missing: {family}"), family=fonts.FAMILY),
        Message.of(N_("Install Kit again.")),
    )


def _terminal() -> Iterator[Finding]:
    size = terminal_size()
    if size is None:
        yield _ok(N_("No terminal here: Kit lists and prints, but shows no screen"))
        return
    yield judge_size(*size)
    yield judge_colours(os.environ)
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    if encoding == "utf8":
        yield _ok(N_("Letters: UTF-8"))
    else:
        says = Message.of(N_("Accents and lines may look broken: the terminal's letters are {name}"), name=encoding)
        yield Finding(State.WARNING, says, Message.of(N_("Type:")), _set("LC_ALL=C.UTF-8"))


def terminal_size() -> tuple[int, int] | None:
    """Columns and rows of the terminal Kit was started in, even when its output goes elsewhere; None without one."""
    for stream in (sys.__stdout__, sys.__stderr__, sys.__stdin__):
        try:
            if stream is not None and stream.isatty():
                return tuple(os.get_terminal_size(stream.fileno()))  # type: ignore[return-value]
        except (OSError, ValueError):
            continue
    return None


def judge_size(columns: int, rows: int) -> Finding:
    """Whether a class can read the wall at this size: neither too little room nor too small letters."""
    size = {"columns": columns, "rows": rows}
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        return Finding(
            State.WARNING,
            Message.of(N_("Terminal: {columns} columns and {rows} rows are too few"), **size),
            Message.of(
                N_("Make the window larger or the letters smaller (Ctrl and -) until it has {least} columns."),
                least=SMALLEST[0],
            ),
        )
    if rows > MOST_ROWS:
        keys = "⌘ +" if sys.platform == "darwin" else "Ctrl +"
        return Finding(
            State.WARNING,
            Message.of(N_("Terminal: {columns} columns and {rows} rows, small letters for a class"), **size),
            Message.of(N_("Enlarge the letters ({keys}) until there are about 28 rows."), keys=keys),
        )
    return _ok(N_("Terminal: {columns} columns and {rows} rows"), **size)


def judge_colours(environment: Mapping[str, str]) -> Finding:
    """How many colours the terminal says it has: the projector themes are made for full colour."""
    term = environment.get("TERM", "")
    if environment.get("NO_COLOR"):
        return Finding(
            State.WARNING,
            Message.of(N_("Colours: turned off by NO_COLOR")),
            Message.of(N_("To see Kit's projector themes, type:")),
            "set NO_COLOR=" if os.name == "nt" else "unset NO_COLOR",
        )
    if environment.get("COLORTERM", "").lower() in ("truecolor", "24bit") or environment.get("WT_SESSION"):
        return _ok(N_("Colours: all ({term})"), term=term or "Windows Terminal")
    if "256color" in term:
        return _ok(N_("Colours: 256 ({term}); close to Kit's own, not the same"), term=term)
    return Finding(
        State.WARNING,
        Message.of(N_("Colours: few ({term})"), term=term or "–"),
        Message.of(N_("If your terminal can do more, type:")),
        _set("COLORTERM=truecolor"),
    )


def _folders() -> Iterator[Finding]:
    import platformdirs

    from kit.files.cache import Cache
    from kit.lesson.home import own_home
    from kit.session.places import sessions_folder

    yield judge_folder(N_("Your own lessons"), own_home().folder, "KIT_HOME")
    yield judge_folder(N_("Settings"), platformdirs.user_config_path("kit"))
    yield from judge_journals(sessions_folder())
    cache = Cache.of_user().folder
    if cache is not None:
        yield judge_folder(N_("Kept between starts, can be deleted"), cache, "KIT_CACHE")
    yield judge_folder(N_("Log"), platformdirs.user_log_path("kit"))


def judge_journals(folder: Path, mounts: Path | None = None) -> Iterator[Finding]:
    """Whether classes can be saved in `folder`, and how, where it lies on another computer.

    `mounts` is the system's table of file systems.
    """
    from kit.session.faults import REMOTE
    from kit.session.filesystem import MOUNTS, is_remote

    yield judge_folder(N_("Class journals"), folder, "KIT_STATE")
    if is_remote(folder, mounts or MOUNTS):
        yield _ok(REMOTE, folder=folder)


def judge_folder(name: str, folder: Path, variable: str = "") -> Finding:
    """Whether Kit may write in `folder`, or make it.

    `name` is the message id of what lies there; `variable` of the environment chooses another folder.
    """
    values = {"name": Message.of(name), "folder": folder}
    there = folder
    while not there.exists() and there != there.parent:
        there = there.parent
    if not _can_write(there):
        return Finding(
            State.WARNING,
            Message.of(N_("{name}: Kit may not write in {folder}"), **values),
            Message.of(
                N_("Ask whoever looks after this computer, or choose another folder with {variable}."),
                variable=variable,
            )
            if variable
            else Message.of(N_("Ask whoever looks after this computer.")),
        )
    free = shutil.disk_usage(there).free // 1_000_000
    if free < LEAST_ROOM:
        return Finding(
            State.WARNING,
            Message.of(N_("{name}: only {free} MB are free in {folder}"), **values, free=free),
            Message.of(N_("Make room: {needed} MB are enough for a term."), needed=LEAST_ROOM),
        )
    if not folder.exists():
        return _ok(N_("{name}: {folder} (made when it is needed)"), **values)
    return _ok(N_("{name}: {folder}"), **values)


def _can_write(folder: Path) -> bool:
    # Asking the rights is not enough: they say nothing of a full disk or a drive mounted for reading.
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"kit")
    except OSError:
        return False
    return True


def _set(assignment: str) -> str:
    return f"set {assignment}" if os.name == "nt" else f"export {assignment}"


def _ok(text: str, /, **values: object) -> Finding:
    return Finding(State.OK, Message.of(text, **values))


def _version(name: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _numbers(version: str) -> tuple[int, ...]:
    """The leading numbers of a version: 8.2.8 and 8.3.0rc1 give (8, 2, 8) and (8, 3)."""
    numbers = []
    for part in version.split("."):
        if not part.isdigit():
            break
        numbers.append(int(part))
    return tuple(numbers)

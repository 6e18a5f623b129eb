"""A class list: who sits where. Optional, one file in the user's own folder, and nowhere else.

Nothing in it ever enters a journal, the wall, the cache or a log: they know seats. Deleting the file (`forget`) takes
every name away.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kit.session.draws import Seat
from kit.session.grouping import Wish

LONGEST_CLASS_NAME = 40

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
"""Names Windows gives to devices; no file can be called so."""


class ClassNameError(ValueError):
    """A text that cannot be the name of a class, since no file can be called so on every computer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pupil:
    """One line of a class list."""

    name: str
    """As it was written: “Léa Dupont”, “DUPONT Léa”."""
    first: str = ""
    """The first name, where the list has it apart."""
    seat: Seat
    profile: str = ""
    """Which edition of a handout the pupil gets; "" for the one everybody gets."""


@dataclass(frozen=True, kw_only=True)
class ClassList:
    """The pupils of one class, in the order of the list, and who should sit apart or together."""

    name: str
    pupils: tuple[Pupil, ...]
    wishes: tuple[Wish, ...] = ()

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        """The seats that belong to somebody, in ascending order."""
        return tuple(sorted(pupil.seat for pupil in self.pupils))

    def name_of(self, seat: Seat) -> str:
        """Who sits there; "" where nobody does."""
        return next((pupil.name for pupil in self.pupils if pupil.seat == seat), "")


def class_name(text: str) -> str:
    """`text` as the name of a class, which is also the name of its file: “3B”, “3e B”, “Año 2-A”.

    Errors: `ClassNameError`.
    """
    name = " ".join(unicodedata.normalize("NFC", text).split())
    allowed = all(character.isalnum() or character in " -_." for character in name)
    if not allowed or not name or len(name) > LONGEST_CLASS_NAME or name[0] in ".-" or name[-1] == ".":
        raise ClassNameError(text)
    if name.partition(".")[0].strip().casefold() in _RESERVED:
        raise ClassNameError(text)
    return name


def class_names(folder: Path) -> list[str]:
    """The classes that have a list in `folder`, in alphabetical order."""
    try:
        return sorted((path.stem for path in folder.glob("*.csv") if path.is_file()), key=str.casefold)
    except OSError:
        return []


def file_of(folder: Path, name: str) -> Path | None:
    """The file of the class called `name`, however its capitals are written; None where there is none."""
    wanted = unicodedata.normalize("NFC", " ".join(name.split())).casefold()
    for known in class_names(folder):
        if unicodedata.normalize("NFC", known).casefold() == wanted:
            return folder / f"{known}.csv"
    return None


def save(folder: Path, listed: ClassList) -> Path:
    """Keep the list in `folder`, readable by this user only; one of the same name is replaced. Errors: OSError."""
    from kit.files.writing import write_whole

    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = file_of(folder, listed.name) or folder / f"{class_name(listed.name)}.csv"
    write_whole(path, as_csv(listed), private=True)
    return path


def forget(path: Path) -> None:
    """Delete a class list, and what an interrupted writing may have left of it. Errors: OSError."""
    for rest in path.parent.glob(f".{path.name}.*.part"):
        rest.unlink(missing_ok=True)
    path.unlink()


def as_csv(listed: ClassList) -> str:
    """The list as Kit keeps it: a file that any spreadsheet opens, and that can be edited by hand."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["name", "first name", "seat", "profile", "apart", "together"])
    for pupil in listed.pupils:
        apart, together = (_beside(listed, kind, pupil.seat) for kind in ("apart", "together"))
        writer.writerow([pupil.name, pupil.first, pupil.seat, pupil.profile, apart, together])
    return out.getvalue()


def _beside(listed: ClassList, kind: str, seat: Seat) -> str:
    """The other seats of the wishes whose first seat this is; every wish is written once."""
    return " ".join(str(wish.pair[1]) for wish in listed.wishes if wish.kind == kind and wish.pair[0] == seat)

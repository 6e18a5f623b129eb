"""Reading a class list: CSV from a school's own program, or lines pasted from anywhere.

A line is a name, or a name with a seat and more. Columns are known by a header line in any of Kit's languages; without
one they are name, seat, profile. Every problem is told with its line and what to write instead.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from kit.session.class_list import ClassList, Pupil
from kit.session.draws import LAST_SEAT, Seat
from kit.session.grouping import Wish, WishKind
from kit.words import N_, Message

LARGEST_FILE = 256_000
"""Bytes: ten thousand pupils, so what is larger is something else."""

LONGEST_NAME = 80

COLUMNS = {
    "name": "name|full name|pupil|student|nom|nom et prénom|nom complet|élève|nombre|nombre completo|alumno|alumna|"
    "nome|nome completo|allievo|alunno|studente",
    "first": "first name|given name|forename|prénom|nombre de pila|nome proprio",
    "last": "last name|surname|family name|nom de famille|apellido|apellidos|cognome",
    "seat": "seat|place|siège|asiento|puesto|sitio|posto|banco|n°|nº|no|number|numéro|número|numero",
    "profile": "profile|profil|perfil|profilo",
    "apart": "apart|keep apart|séparer|à séparer|separar|separados|separare|separati",
    "together": "together|keep together|ensemble|juntos|juntas|insieme",
}
"""The headings each column may have, without regard to capitals and accents."""

DELIMITERS = ";\t,"

_NUMBERED = re.compile(r"^\d{1,3}[.)]\s+")
"""What a pasted list may have before each name; seats have a column of their own."""

_DIRECTION = {*"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something in line `line` (from 1) of a list; one that is not `fatal` was put right and is told all the same."""

    line: int
    what: Message
    fatal: bool = True


@dataclass(slots=True)
class _Row:
    """A line of the list as it is being understood."""

    line: int
    name: str
    first: str = ""
    seat: Seat | None = None
    profile: str = ""
    wishes: list[tuple[WishKind, str]] = field(default_factory=list)


def read(data: bytes, name: str) -> tuple[ClassList | None, list[Trouble]]:
    """The list of the class `name` in `data`, and what is wrong with it; no list where anything fatal is."""
    if len(data) > LARGEST_FILE:
        return None, [Trouble(1, Message.of(N_("This is too large for a class list; is it another file?")))]
    return _Reader(name).read(data)


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name
        self.troubles: list[Trouble] = []

    def read(self, data: bytes) -> tuple[ClassList | None, list[Trouble]]:
        rows = self._rows(self._text(data))
        self._check_names(rows)
        self._seat(rows)
        wishes = self._wishes(rows)
        if not rows and not self._fatal:
            self._trouble(1, N_("There is no name in it. Write one name a line."))
        self.troubles.sort(key=lambda trouble: trouble.line)
        if self._fatal:
            return None, self.troubles
        pupils = tuple(Pupil(name=row.name, first=row.first, seat=row.seat or 0, profile=row.profile) for row in rows)
        return ClassList(name=self.name, pupils=pupils, wishes=wishes), self.troubles

    @property
    def _fatal(self) -> bool:
        return any(trouble.fatal for trouble in self.troubles)

    def _trouble(self, line: int, what: str, **values: object) -> None:
        self.troubles.append(Trouble(line, Message.of(what, **values)))

    def _told(self, line: int, what: str, **values: object) -> None:
        self.troubles.append(Trouble(line, Message.of(what, **values), fatal=False))

    def _text(self, data: bytes) -> str:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):  # what Excel calls Unicode text
            return data.decode("utf-16", errors="replace")
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self._told(line, N_("This file is not UTF-8; it was read as Windows-1252. Look at the accents."))
            return data.decode("cp1252", errors="replace")

    def _rows(self, text: str) -> list[_Row]:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        delimiter = _delimiter(lines)
        reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, skipinitialspace=True)
        columns: list[str] | None = None
        rows: list[_Row] = []
        while True:
            begun = reader.line_num + 1
            try:
                cells = next(reader, None)
            except csv.Error:
                self._trouble(begun, N_("This line cannot be read; is a quotation mark missing?"))
                return rows
            if cells is None:
                return rows
            cells = [self._clean(cell, begun) for cell in cells]
            if not any(cells):
                continue
            if columns is None:
                columns = _headings(cells)
                if columns is not None:
                    self._check_headings(columns, cells, begun)
                    continue
                columns = ["seat", "name", "profile"] if cells[0].isdigit() else ["name", "seat", "profile"]
            row = self._row(dict(zip(columns, cells, strict=False)), begun)
            if cells[len(columns) :] and any(cells[len(columns) :]):
                self._trouble(begun, N_("There is more on this line than the list has columns: “{text}”."),
                              text=cells[len(columns)])  # fmt: skip
            rows.append(row)

    def _clean(self, cell: str, line: int) -> str:
        """`cell` in NFC on one line, without characters that steer a terminal or turn the direction of writing."""
        kept = "".join(
            character
            for character in cell
            if character in "\t\n" or not (unicodedata.category(character) == "Cc" or character in _DIRECTION)
        )
        if kept != cell:
            self._told(
                line, N_("Invisible characters that steer a terminal or turn the direction of writing were left out.")
            )
        return " ".join(unicodedata.normalize("NFC", kept).split())

    def _check_headings(self, columns: list[str], cells: list[str], line: int) -> None:
        for column, cell in zip(columns, cells, strict=True):
            if not column and cell:
                self._told(line, N_("The column “{name}” is left out: a class list does not need it."), name=cell)
        for column, count in Counter(filter(None, columns)).items():
            if count > 1:
                self._trouble(line, N_("Two columns are called “{name}”. Leave one out."), name=column)
        if not {"name", "last", "first"} & set(columns):
            self._trouble(line, N_("There is no column for the names. Call it “name”."))

    def _row(self, cells: dict[str, str], line: int) -> _Row:
        first, last, name = cells.get("first", ""), cells.get("last", ""), cells.get("name", "")
        if last and not first:  # “Nombre; Apellidos”, “Nome; Cognome”: the name is the first name
            first, name = name, ""
        whole = last or name
        if first and f" {first} " not in f" {whole} ":  # Kit's own files have the whole name and the first name
            whole = f"{first} {whole}".strip()
        row = _Row(line, _NUMBERED.sub("", whole), first, profile=cells.get("profile", ""))
        if seat := cells.get("seat", ""):
            if seat.isascii() and seat.isdigit() and len(seat) <= 4 and 1 <= int(seat) <= LAST_SEAT:
                row.seat = int(seat)
            else:
                self._trouble(
                    line,
                    N_("“{seat}” is not a seat: seats are numbers from 1 to {last}. A comma inside a name needs "
                       "quotation marks around it, or a first line: last name, first name"),
                    seat=seat,
                    last=LAST_SEAT,
                )  # fmt: skip
        for kind in ("apart", "together"):
            row.wishes += [(kind, other) for other in _several(cells.get(kind, ""))]
        return row

    def _check_names(self, rows: list[_Row]) -> None:
        seen: dict[str, int] = {}
        for row in rows:
            if not row.name:
                self._trouble(row.line, N_("There is no name on this line."))
                continue
            if not any(character.isalpha() for character in row.name) or row.name[0] in "=+-@":
                self._trouble(row.line, N_("“{name}” is not a name."), name=row.name)
            elif len(row.name) > LONGEST_NAME:
                self._trouble(row.line, N_("This name is longer than {count} characters; is it one name?"),
                              count=LONGEST_NAME)  # fmt: skip
            before = seen.setdefault(row.name.casefold(), row.line)
            if before != row.line:
                self._told(
                    row.line, N_("“{name}” stands on line {before} too; both are kept."), name=row.name, before=before
                )

    def _seat(self, rows: list[_Row]) -> None:
        """Give a seat to whoever has none: the lowest that is free, in the order of the list."""
        taken: dict[Seat, int] = {}
        for row in rows:
            if row.seat is not None:
                before = taken.setdefault(row.seat, row.line)
                if before != row.line:
                    self._trouble(
                        row.line, N_("Seat {seat} is taken already, on line {before}."), seat=row.seat, before=before
                    )
        free = (seat for seat in range(1, LAST_SEAT + 1) if seat not in taken)
        for row in rows:
            if row.seat is None:
                row.seat = next(free, None)
                if row.seat is None:
                    self._trouble(row.line, N_("A class has {last} seats at most."), last=LAST_SEAT)
                    return

    def _wishes(self, rows: list[_Row]) -> tuple[Wish, ...]:
        found: dict[Wish, None] = {}
        for row in rows:
            for kind, other in row.wishes:
                matching = list(_called(other, rows))
                if len(matching) != 1 or row.seat is None or matching[0].seat is None:
                    what = (
                        N_("“{name}” is more than one pupil of this list; write the seat instead.")
                        if matching
                        else N_("“{name}” is nobody on this list; write a name or a seat of it.")
                    )
                    self._trouble(row.line, what, name=other)
                elif matching[0] is row:
                    self._trouble(row.line, N_("“{name}” is the pupil of this line; write another."), name=other)
                else:
                    one, two = sorted((row.seat, matching[0].seat))
                    found[Wish(kind, (one, two))] = None
        return tuple(found)


def _called(other: str, rows: list[_Row]) -> Iterator[_Row]:
    """The pupils a name, a first name or a seat in a column of wishes may mean."""
    wanted = _plain(other)
    exact = [row for row in rows if wanted in (_plain(row.name), str(row.seat))]
    yield from exact or [row for row in rows if wanted in {_plain(row.first), *_plain(row.name).split()[:1]}]


def _several(cell: str) -> list[str]:
    """“Léa / Omar”, “Léa + Omar”, “3 9”: what stands in a column of wishes, one by one."""
    for sign in "/+&|;,":
        cell = cell.replace(sign, "\n")
    parts = [part.strip() for part in cell.split("\n") if part.strip()]
    return [piece for part in parts for piece in (part.split() if part.replace(" ", "").isdigit() else [part])]


def _headings(cells: list[str]) -> list[str] | None:
    """The column each cell of the first line names, "" for one Kit does not know; None where none is known."""
    known = {_plain(word): column for column, words in COLUMNS.items() for word in words.split("|")}
    found = [known.get(_plain(cell), "") for cell in cells]
    return found if any(found) else None


def _delimiter(lines: list[str]) -> str:
    """What stands between the cells: of the possible signs the one on most lines, and nothing where there is none."""
    filled = [line for line in lines if line.strip()]
    counts = {sign: sum(sign in line for line in filled) for sign in DELIMITERS}
    best = max(DELIMITERS, key=lambda sign: counts[sign])
    return best if counts[best] else ";"


def _plain(text: str) -> str:
    """`text` without capitals, accents and the points some programs put after a heading."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).replace(".", " ").split())

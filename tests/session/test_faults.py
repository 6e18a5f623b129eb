"""Every fault has one sentence, Kit can really say it, and the table in the docs has them all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kit.session import faults
from kit.session.faults import REMOTE, JournalError, brief, told
from kit.session.journal import Journal
from kit.session.room import Room
from kit.session.salvage import Salvaged
from kit.session.sessions import resume
from kit.words import LANGUAGES, words
from tests.session.classes import ROOT, happenings, new_journal, opening

TABLE = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")


def every_fault() -> list[type[JournalError]]:
    return [JournalError, *JournalError.__subclasses__(), *faults.DamagedJournalError.__subclasses__()]


def sentences() -> set[str]:
    salvaged = Salvaged(Path("{path}"), Path("{damaged}"), 42).told(words("en")).replace("42", "{count}")
    return {fault.SENTENCE for fault in every_fault()} | {REMOTE, salvaged}


def test_the_table_says_what_kit_says_and_leaves_nothing_out() -> None:
    rows = [line.split(" | ")[-1].removesuffix(" |") for line in TABLE.splitlines() if line.startswith("| ")]
    quoted = {row[1:-1] for row in rows if re.fullmatch("“.*”", row)}
    assert quoted == sentences()
    short = {line[3:-1] for line in TABLE.splitlines() if line.startswith("* “")}
    assert short == {fault.BRIEF for fault in every_fault()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fault", every_fault(), ids=lambda fault: fault.__name__)
def test_every_fault_is_one_thing_to_say_in_every_language(fault: type[JournalError], language: str) -> None:
    tr = words(language)
    said = told(fault(Path("folder") / "class.class", "why"), tr)
    assert "{" not in said
    assert "Error" not in said
    assert said.endswith(".")
    if language != "en":
        assert said != told(fault(Path("folder") / "class.class", "why"), words("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_wall_it_fits_into_one_line(language: str) -> None:
    said = {brief(fault(Path("class.class")), words(language)) for fault in every_fault()}
    assert len(said) == 5
    assert max(map(len, said)) <= 64


def test_a_folder_on_another_computer_is_told_and_one_here_is_not() -> None:
    assert told("wal", words("en")) == ""
    assert told("delete", words("en"), folder=Path("home")).startswith("home lies on another computer")


def test_with_a_rollback_journal_a_class_is_continued_as_with_a_log(quick: Path) -> None:
    room = Room.begin(opening(), new_journal(quick, "delete"))
    room.do(*happenings(5))
    assert room.journal is not None
    assert room.journal.mode == "delete"
    desk = Room.enter(Journal.open(room.journal.path, mode="delete"))
    desk.do(*happenings(2))
    assert room.catch_up()
    assert room.state == desk.state
    path = room.journal.path
    room.close()
    desk.close()
    assert len(resume(path).log) == 9

"""Classes that were held: how long they were, which one a name means, and copies that can be moved."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from kit.session.events import ClockPaused, ClockStarted, Ended, Event, TimeAdded, Went
from kit.session.export import export
from kit.session.faults import DamagedJournalError
from kit.session.held import at_its_end, held, meant, moment
from kit.session.journal import Journal
from kit.session.sessions import join, resume, start, survey
from tests.session.classes import Clock, lesson, plan


def a_class(folder: Path, *events: Event, begins: float = 1_793_869_200.0, each: float = 60.0) -> Path:
    """A class in which something happened every minute; its journal."""
    clock, calendar = Clock(1000.0), Clock(begins)
    room = start(lesson(), plan(), "en", folder=folder, clock=clock, calendar=calendar)
    for event in events:
        clock.now += each
        calendar.now += each
        room.do(event)
    assert room.journal is not None
    path = room.journal.path
    room.close()
    return path


def test_a_class_is_as_long_as_time_ran_from_its_first_start(quick: Path) -> None:
    path = a_class(quick, Went(index=1), ClockStarted(), ClockPaused(), ClockStarted(), Ended())
    assert held(path).seconds == pytest.approx(180.0)  # the minute before the first start is not of the class


def test_the_night_between_two_runs_is_not_of_the_class(quick: Path) -> None:
    path = a_class(quick, ClockStarted(), TimeAdded())
    clock, calendar = Clock(50.0), Clock(1_793_869_200.0 + 86_400)
    room = resume(path, clock=clock, calendar=calendar)
    clock.now += 120.0
    calendar.now += 120.0
    room.do(Ended())
    left, now = room.state, clock.now
    room.close()
    assert held(path).seconds == pytest.approx(left.elapsed(now)) == pytest.approx(180.0)


def test_a_class_nobody_started_has_no_length(quick: Path) -> None:
    assert held(a_class(quick, Went(index=1))).seconds == 0.0


def test_a_class_has_many_names(quick: Path) -> None:
    first = a_class(quick, ClockStarted())
    second = a_class(quick, ClockStarted(), begins=1_793_869_200.0 + 3 * 86_400)
    classes, faults = survey(quick)
    assert faults == []
    assert [one.path for one in classes] == [second, first]

    def paths(name: str) -> list[Path]:
        return [one.path for one in meant(name, classes)]

    assert paths("1") == [second]
    assert paths("2") == [first]
    assert paths("3") == paths("0") == []
    assert paths("tea") == paths("Tea or") == paths("2026") == [second, first]
    whole = moment(classes[1].opened)
    assert paths(whole) == paths(whole.replace(" ", "T")) == paths(whole[:10]) == [first]
    assert paths(first.name) == paths(first.name.removesuffix(".class")) == [first]
    assert paths("coffee") == paths("") == []


def test_an_exported_class_is_one_whole_file_even_while_it_goes_on(quick: Path) -> None:
    clock, calendar = Clock(), Clock()
    room = start(lesson(), plan(), "en", folder=quick / "sessions", clock=clock, calendar=calendar)
    room.do(ClockStarted())
    room.do(TimeAdded())
    assert room.journal is not None
    path = room.journal.path
    copy, lines = export(path, quick / "out")
    room.do(Ended())
    room.close()
    assert sorted(file.name for file in (quick / "out").iterdir()) == sorted([copy.name, lines.name])
    kinds = [json.loads(line)["kind"] for line in lines.read_text(encoding="utf-8").splitlines()]
    assert kinds == ["opened", "clock-started", "time-added"]
    connection = sqlite3.connect(f"{copy.as_uri()}?mode=ro&immutable=1", uri=True)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()

    again = quick / "other" / copy.name
    again.parent.mkdir()
    copy.rename(again)
    joined = join(again)
    assert len(joined.log) == 3
    joined.close()
    # What went on after the copy is in the class, and only there.
    assert at_its_end(path)[0].ended
    assert not at_its_end(again)[0].ended


def test_an_export_never_overwrites_the_class_itself(quick: Path) -> None:
    path = a_class(quick, ClockStarted())
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        export(path, quick)
    assert path.read_bytes() == before
    assert [file.name for file in quick.iterdir()] == [path.name]


def test_a_damaged_class_is_not_exported_and_leaves_nothing(quick: Path) -> None:
    path = quick / "2026-11-05-0900-tea.class"
    path.write_bytes(b"no journal" * 500)
    with pytest.raises(DamagedJournalError):
        export(path, quick / "out")
    assert list((quick / "out").iterdir()) == []


def test_the_end_of_a_class_is_its_last_sign_of_life(quick: Path) -> None:
    path = a_class(quick, ClockStarted(), TimeAdded())
    journal = Journal.open(path)
    pulse = journal.pulse()
    journal.close()
    assert pulse is not None
    left, now = at_its_end(path)
    assert now == pulse.mono == 1120.0
    assert left.course.countdown.used(now) == pytest.approx(60.0)

"""`kit recap` and `kit sessions` as a teacher types them: real processes, real journals."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests import recorded
from tests.cli.program import Kit

DAY = 86_400.0


@pytest.fixture
def week(kit: Kit) -> Kit:
    """Two classes that ended, and the latest, in French, that did not."""
    recorded.held(kit.classes, recorded.everything())
    recorded.held(kit.classes, recorded.nothing(), wall=recorded.MORNING + DAY)
    recorded.held(kit.classes, recorded.hands()[:-1], wall=recorded.MORNING + 2 * DAY, language="fr")
    return kit


def damage(kit: Kit) -> Path:
    """A file that was a class once."""
    path = kit.classes / "2026-10-01-0900-many-hands.class"
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 9000)
    return path


@pytest.mark.pdf
def test_the_latest_class_that_ended_comes_as_page_text_and_table(week: Kit) -> None:
    done = week("recap", "--format", "all", "--out", "made", "--page", "a4")
    assert (done.returncode, done.stderr) == (0, "")
    paths = [week.folder / line for line in done.stdout.splitlines()]
    assert [path.suffix for path in paths] == [".pdf", ".md", ".csv"]
    assert paths[0].name.endswith(".en.recap.a4.pdf")
    assert paths[0].read_bytes().startswith(b"%PDF-")
    assert "What we talked about" in paths[1].read_text(encoding="utf-8")


def test_a_class_is_named_by_number_date_or_lesson(week: Kit) -> None:
    first = week("recap", "3", "--format", "md", "--lang", "it")
    (path,) = first.stdout.splitlines()
    text = (week.folder / path).read_text(encoding="utf-8")
    assert text.startswith("# Che cosa ha pensato la nostra classe\n")
    assert "I still think many, but with a licence." in text
    # Of a lesson, the latest that has ended; of a class that has not, its own language.
    by_lesson = week("recap", "many-hands", "--format", "md").stdout
    assert ".en.recap.md" in by_lesson
    assert ".fr.recap.md" in week("recap", "1", "--format", "md").stdout
    nowhere = week("recap", "tea", "--format", "md")
    assert nowhere.returncode == 2
    assert "There is no class “tea”" in nowhere.stderr


def test_a_sentence_that_may_name_somebody_is_pointed_out_to_the_teacher(kit: Kit) -> None:
    recorded.held(kit.classes, [recorded.note("a", "exit", "As Zoé said: it depends."), *recorded.nothing()])
    kit("classes", "add", "3B", "-", pasted="Zoé Rossi\nOmar Ben Ali\n")
    done = kit("recap", "--format", "md", language="fr")
    assert done.returncode == 0
    assert done.stderr.count("3B") == 1
    assert "As Zoé said" in done.stderr
    assert "Rossi" not in done.stdout + done.stderr


def test_a_class_from_elsewhere_cannot_choose_where_its_page_lies(kit: Kit) -> None:
    from dataclasses import replace

    from kit.session.sessions import start

    stranger = replace(recorded.lesson_called("many-hands"), id="../../../outside")
    room = start(stranger, recorded.state_of([]).course.plan, "en", folder=kit.folder / "a" / "b" / "c" / "d")
    copy = recorded.closed(room).rename(kit.folder / "copy.class")
    done = kit("recap", str(copy), "--format", "md", "--out", "made")
    assert done.returncode == 0
    assert done.stdout.startswith("made/")
    assert [file.is_file() for file in (kit.folder / "made").iterdir()] == [True]


def test_a_table_opens_in_a_spreadsheet_as_it_is(week: Kit) -> None:
    (name,) = week("recap", "3", "--format", "csv").stdout.splitlines()
    data = (week.folder / name).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n")
    assert next(csv.reader(data.decode("utf-8-sig").splitlines()))[0] == "Part"
    (name,) = week("recap", "3", "--format", "csv", "--lang", "fr").stdout.splitlines()
    assert (week.folder / name).read_text(encoding="utf-8-sig").startswith("Partie;")


def test_the_list_tells_each_class_and_what_is_damaged(week: Kit) -> None:
    path = damage(week)
    done = week("sessions")
    assert (done.returncode, done.stderr) == (0, "")
    rows = done.stdout.splitlines()
    assert len(rows) == 5
    assert [row.split()[0] for row in rows[:3]] == ["1", "2", "3"]
    assert "not finished" in rows[0]
    assert "Peu de mains" in rows[0]
    assert "ended" in rows[1]
    assert "13/14" in rows[2]
    assert f"kit sessions repair {path.name}" in rows[3]
    assert str(week.classes) in rows[4]
    assert "terminé" in week("sessions", language="fr").stdout


def test_a_class_that_was_ended_is_over_although_its_wall_still_says_so(kit: Kit) -> None:
    from kit.session.events import ClockStarted, Ended
    from kit.session.sessions import start

    lesson, plan = recorded.lesson_called("many-hands"), recorded.state_of([]).course.plan
    room = start(lesson, plan, "en", folder=kit.classes)
    room.do(ClockStarted())
    assert "going on" in kit("sessions").stdout
    room.do(Ended())
    listed = kit("sessions").stdout
    room.close()
    assert "ended" in listed
    assert "going on" not in listed


def test_nothing_held_yet_is_said(kit: Kit) -> None:
    assert "No class has been held yet" in kit("sessions").stdout
    done = kit("recap")
    assert done.returncode == 1
    assert "No class has been held yet" in done.stderr


def test_a_class_is_exported_and_its_page_made_from_the_copy(week: Kit) -> None:
    done = week("sessions", "export", "3", "--out", "stick")
    copy, lines = (week.folder / line for line in done.stdout.splitlines())
    assert [json.loads(line)["seq"] for line in lines.read_text(encoding="utf-8").splitlines()][:3] == [1, 2, 3]
    for path in week.classes.iterdir():
        path.unlink()
    made = week("recap", str(copy), "--format", "md")
    assert (made.returncode, made.stderr) == (0, "")
    several = week("sessions", "export", "2026")
    assert several.returncode == 2


def test_a_name_that_means_several_classes_deletes_none(week: Kit) -> None:
    done = week("sessions", "delete", "many-hands", "--yes")
    assert done.returncode == 2
    assert "means 3 classes" in done.stderr
    assert len(list(week.classes.glob("*.class"))) == 3


def test_deleting_asks_first_in_the_language_of_the_teacher(week: Kit) -> None:
    kept = week("sessions", "delete", "3", pasted="no\n")
    assert kept.returncode == 1
    assert "Nothing was deleted." in kept.stderr
    assert len(list(week.classes.glob("*.class"))) == 3
    gone = week("sessions", "delete", "3", pasted="oui\n", language="fr")
    assert gone.returncode == 0
    assert "1 cours effacé." in gone.stdout
    assert len(list(week.classes.iterdir())) == 2


def test_deleting_before_a_day_takes_the_older_ones(week: Kit) -> None:
    listed = sorted(path.name for path in week.classes.glob("*.class"))
    done = week("sessions", "delete", "--before", listed[1][:10], "--yes")
    assert done.returncode == 0
    assert sorted(path.name for path in week.classes.glob("*.class")) == listed[1:]
    assert week("sessions", "delete", "--before", "yesterday", "--yes").returncode == 2
    assert week("sessions", "delete").returncode == 2
    assert "nothing to delete" in week("sessions", "delete", "--before", "2020-01-01").stdout


def test_a_class_that_is_going_on_is_not_deleted(kit: Kit) -> None:
    from kit.session.sessions import join

    path = recorded.held(kit.classes, recorded.hands()[:-1])
    room = join(path)
    try:
        done = kit("sessions", "delete", "1", "--yes")
        assert done.returncode == 1
        assert "is going on" in done.stderr
        assert "going on" in kit("sessions").stdout
    finally:
        room.close()
    assert path.exists()


def test_a_damaged_class_is_repaired_as_far_as_it_can_be_and_deleted_where_it_cannot(week: Kit) -> None:
    path = sorted(week.classes.glob("*.class"))[0]
    data = path.read_bytes()
    path.write_bytes(b"\0" * 100 + data[100:])  # its head is gone, its rows are not
    assert "kit sessions repair" in week("sessions").stdout
    refused = week("recap", path.name, "--format", "md")
    assert refused.returncode == 1
    assert "is damaged" in refused.stderr
    saved = week("sessions", "repair", path.name)
    assert (saved.returncode, saved.stderr) == (0, "")
    assert "I still think many" in (week.folder / week("recap", "3", "--format", "md").stdout.strip()).read_text(
        "utf-8"
    )

    hopeless = damage(week)
    assert week("sessions", "repair").returncode == 1
    assert hopeless.exists()
    assert week("sessions", "delete", hopeless.name, "--yes").returncode == 0
    assert not hopeless.exists()
    assert week("sessions", "repair").returncode == 2

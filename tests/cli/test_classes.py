"""Draws and class lists as a teacher types them: real processes, real files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.program import Kit


def test_a_draw_goes_home_on_paper_and_is_checked_there(kit: Kit) -> None:
    drawn = kit(
        "draw", "--code", "Blue lemon", "--seats", "1-28", "--absent", "3,17", "--groups", "4", "--apart", "2:9"
    )
    assert drawn.returncode == 0
    assert drawn.stderr == ""
    paper = kit.folder / "draw.txt"
    paper.write_text(drawn.stdout, encoding="utf-8")
    same = kit("draw", "--verify", "draw.txt", language="fr")
    assert (same.returncode, same.stderr) == (0, "")
    assert "blue lemon" in same.stdout

    changed = drawn.stdout.replace("Group C: ", "Group C: 3, ")
    other = kit("draw", "--verify", "-", pasted=changed)
    assert other.returncode == 1
    assert other.stderr.startswith("The paper says “Group C: 3, ")
    assert "Traceback" not in other.stderr
    damaged = kit("draw", "--verify", "-", pasted=drawn.stdout.replace('"count":4', '"count":1'))
    assert damaged.returncode == 1
    assert damaged.stderr.startswith("No draw can have this record")


def test_a_draw_as_json_is_its_record(kit: Kit) -> None:
    done = kit("draw", "--code", "x", "--seats", "1-9", "--pick", "3", "--round", "2", "--format", "json")
    data = json.loads(done.stdout)
    assert data["kit-draw"] == 1
    assert [call["round"] for call in data["result"]["calls"]] == [2, 2, 2]
    assert kit("draw", "--verify", done.stdout).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "--code WORD"),
        (["--code", " ", "--seats", "4"], "A code word is"),
        (["--code", "x"], "--seats 1-28"),
        (["--code", "x", "--seats", "28-1"], "backwards"),
        (["--code", "x", "--seats", "1-900"], "from 1 to 200"),
        (["--code", "x", "--seats", "1-3", "--absent", "1-3"], "Every seat is empty"),
        (["--code", "x", "--seats", "1-3", "--absent", "4"], "Seat 4"),
        (["--code", "x", "--seats", "1-3", "--groups", "2", "--pick"], "Choose one"),
        (["--code", "x", "--seats", "1", "--groups", "2"], "2 seats at least"),
        (["--code", "x", "--seats", "1-7", "--jigsaw", "4"], "8 seats at least"),
        (["--code", "x", "--seats", "1-7", "--groups", "2", "--apart", "3"], "3:9"),
        (["--code", "x", "--seats", "1-7", "--groups", "2", "--apart", "3:3"], "one seat twice"),
        (["--code", "x", "--seats", "1-7", "--roles"], "--groups"),
        (["--code", "x", "--seats", "1-7", "--passed", "1"], "has no pass left"),
        (["--code", "x", "--seats", "1-7", "--class", "9Z"], "9Z"),
        (["--verify", "nowhere.txt"], "nowhere.txt"),
        (["--verify", "{}"], "no record"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_a_sentence(kit: Kit, arguments: list[str], told: str) -> None:
    done = kit("draw", *arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_class_list_from_paste_to_forgetting(kit: Kit) -> None:
    assert "kit classes add" in kit("classes").stdout
    added = kit("classes", "add", "3B", "-", pasted="Prénom;Nom;Place;Séparer\nLéa;Roy;4;Omar\nOmar;Ali;;\nZoë;Li;;\n")
    assert added.returncode == 0, added.stderr
    assert "3 pupils" in added.stdout
    assert kit("classes", "show", "3b").stdout.splitlines() == [
        "  1  Omar Ali",
        "  2  Zoë Li",
        "  4  Léa Roy",
        "Omar Ali and Léa Roy apart",
    ]
    assert kit("classes").stdout.split() == ["3B", "3", "pupils", "Seats:", "1,", "2,", "4"]

    drawn = kit("draw", "--code", "x", "--class", "3B", "--groups", "2")
    assert "Omar" not in drawn.stdout
    assert json.loads(drawn.stdout.splitlines()[-1])["seats"] == [1, 2, 4]
    assert "1 and 4 apart" in drawn.stdout

    kept = kit("forget", "3B", pasted="4C\n")
    assert kept.returncode == 1
    assert (kit.lists / "3B.csv").exists()
    gone = kit("forget", "3b", pasted="3B\n")
    assert gone.returncode == 0
    assert "holds seats only" in gone.stdout
    assert list(kit.lists.iterdir()) == []
    for file in kit.folder.rglob("*"):
        assert file.is_dir() or "Omar" not in file.read_text(encoding="utf-8", errors="replace")
    assert kit("forget", "3B", "--yes").returncode == 2


def test_the_desk_takes_only_a_list_there_is(kit: Kit) -> None:
    unknown = kit("desk", "many-hands", "--class", "3B")
    assert unknown.returncode == 2
    assert "There is no list of a class “3B”." in unknown.stderr
    kit.lists.mkdir(parents=True)
    (kit.lists / "3B.csv").write_text("name;seat\nAda;x\n", encoding="utf-8")
    damaged = kit("desk", "many-hands", "--class", "3B")
    assert damaged.returncode == 1
    assert "3B.csv:2: error:" in damaged.stderr


def test_every_problem_of_a_list_is_told_at_once_and_nothing_is_kept(kit: Kit) -> None:
    (kit.folder / "list.csv").write_text("Léa;1\nOmar;1\n;7\n", encoding="utf-8")
    done = kit("classes", "add", "3B", "list.csv")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "list.csv:2: error: Seat 1 is taken already, on line 1.",
        "list.csv:3: error: There is no name on this line.",
        "Nothing was added.",
    ]
    assert not kit.lists.exists()
    assert kit("classes", "add", "../3B", "list.csv").returncode == 2
    assert kit("classes", "add", "3B", "nowhere.csv").returncode == 2


def test_a_list_somebody_damaged_is_told_and_can_still_be_forgotten(kit: Kit) -> None:
    kit.lists.mkdir(parents=True)
    (kit.lists / "3B.csv").write_text("name;seat\nAda;x\n", encoding="utf-8")
    assert "1 error" in kit("classes").stdout
    shown = kit("classes", "show", "3B")
    assert shown.returncode == 1
    assert "3B.csv:2: error:" in shown.stderr
    assert kit("forget", "3B", "--yes").returncode == 0


@pytest.mark.pdf
def test_seat_cards_are_made_for_numbers_and_for_a_class(kit: Kit) -> None:
    done = kit("classes", "cards", "28", language="it")
    assert done.stdout == "seat-cards.it.a4.pdf\n", done.stderr
    assert (kit.folder / "seat-cards.it.a4.pdf").read_bytes().startswith(b"%PDF")
    kit("classes", "add", "3B", "-", pasted="Ada,12\n")
    out = kit("classes", "cards", "3B", "--page", "letter", "--out", "cards").stdout.strip()
    assert Path(out).name == "seat-cards.en.letter.pdf"
    assert kit("classes", "cards", "none").returncode == 2

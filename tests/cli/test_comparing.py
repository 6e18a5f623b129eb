"""`kit compare` as a teacher and a program type it: real processes, real files, real PDFs."""

from __future__ import annotations

import json

import pytest

from tests.cli.program import ROOT, Kit

PAIR = ("fr-resignation", "fr-researchers-leave")


def test_two_articles_of_the_catalogue_side_by_side(kit: Kit) -> None:
    done = kit("compare", *PAIR)
    assert (done.returncode, done.stderr) == (0, "")
    for said in ("1,152 characters", "B credits Forbes here; A does not", "What differs: the word of caution"):
        assert said in done.stdout, said


def test_programs_get_the_passages_with_offsets_into_both_files(kit: Kit) -> None:
    done = kit("compare", *PAIR, "--format", "json")
    passages = json.loads(done.stdout)
    assert [len(passage["text"]) for passage in passages] == [457, 367, 148, 114, 66]
    for passage in passages:
        for end, name in (("a", PAIR[0]), ("b", PAIR[1])):
            place = passage[end]
            assert place["source"] == name
            text = (ROOT / "seeds" / f"{name}.txt").read_bytes().decode("utf-8")
            assert text[place["start"] : place["end"]] == passage["text"]


def test_of_three_texts_programs_get_a_list_for_each_pair(kit: Kit) -> None:
    lists = json.loads(kit("compare", *PAIR, "es-resignation", "--format", "json").stdout)
    assert [len(found) for found in lists] == [5, 0, 0]


def test_files_are_compared_as_they_were_typed(kit: Kit) -> None:
    shared = "The council closed the swimming pool on Tuesday, and nobody had asked the schools before."
    (kit.folder / "one.txt").write_text(f"First. {shared}", encoding="utf-8")
    (kit.folder / "two.html").write_text(
        f"<!doctype html><html><body><article><h1>Pool</h1><p>Second. {shared.replace('swimming', '<em>swimming</em>')}"
        "</p></article></body></html>",
        encoding="utf-8",
    )
    (passage,) = json.loads(kit("compare", "one.txt", "two.html", "--format", "json").stdout)
    page = (kit.folder / "two.html").read_text(encoding="utf-8")
    assert passage["a"]["source"] == "one.txt"
    assert passage["text"].strip().endswith("before.")
    assert "<em>swimming</em>" in page[passage["b"]["start"] : passage["b"]["end"]]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("fr-resignation",), 2, "two different articles"),
        (("fr-resignation", "fr-resignation"), 2, "two different articles"),
        (("fr-resignation", "tea"), 2, "There is no article “tea”"),
        ((*PAIR, "--print", "--format", "json"), 2, "not both"),
        (("fr-resignation", "picture.png"), 1, "picture.png: "),
        (("fr-resignation", "empty.txt"), 1, "empty.txt: "),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_sentence(
    kit: Kit, arguments: tuple[str, ...], code: int, said: str
) -> None:
    (kit.folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    (kit.folder / "empty.txt").write_bytes(b"")
    done = kit("compare", *arguments)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.pdf
def test_the_sheet_and_its_key_come_as_files(kit: Kit) -> None:
    done = kit("compare", *PAIR, "--print", "--lang", "it", "--page", "a4", "--out", "made")
    assert (done.returncode, done.stderr) == (0, "")
    paths = done.stdout.splitlines()
    assert paths == [
        "made/fr-resignation.it.comparison.a4.pdf",
        "made/fr-resignation.it.comparison-key.a4.pdf",
    ]
    assert all((kit.folder / path).read_bytes().startswith(b"%PDF-") for path in paths)


def test_a_sheet_has_room_for_so_many(kit: Kit) -> None:
    names = []
    for number in range(9):
        names.append(f"{number}.txt")
        (kit.folder / names[-1]).write_text(f"Text {number}.", encoding="utf-8")
    done = kit("compare", *names, "--print")
    assert done.returncode == 2
    assert "room for 8 articles" in done.stderr

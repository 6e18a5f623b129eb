"""Class lists: read from whatever a school's program writes, kept in one private file, and gone with it."""

from __future__ import annotations

import codecs
import os
import stat
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.session.class_list import (
    ClassList,
    ClassNameError,
    Pupil,
    as_csv,
    class_name,
    class_names,
    file_of,
    forget,
    save,
)
from kit.session.class_reading import LARGEST_FILE, Trouble, read
from kit.session.grouping import Wish
from kit.session.names import PARTICLES, names_in
from kit.words import say, words

ENGLISH = words("en")


def good(text: str | bytes) -> ClassList:
    listed, troubles = read(text if isinstance(text, bytes) else text.encode(), "3B")
    assert listed is not None, told(troubles)
    return listed


def bad(text: str) -> list[str]:
    listed, troubles = read(text.encode(), "3B")
    assert listed is None
    return told(troubles)


def told(troubles: list[Trouble]) -> list[str]:
    return [f"{trouble.line}: {say(ENGLISH, trouble.what)}" for trouble in troubles]


def who(listed: ClassList) -> dict[int, str]:
    return {pupil.seat: pupil.name for pupil in listed.pupils}


# Reading.


def test_pasted_lines_get_seats_in_their_order() -> None:
    assert who(good("Léa\n\n  Omar Ben  Ali \nZoë\n")) == {1: "Léa", 2: "Omar Ben Ali", 3: "Zoë"}
    assert who(good("1. Léa\n2) Omar")) == {1: "Léa", 2: "Omar"}
    assert who(good("7\tLéa\n3\tOmar")) == {7: "Léa", 3: "Omar"}


def test_a_seat_that_is_given_is_kept_and_the_others_fill_what_is_free() -> None:
    assert who(good("Léa, 2\nOmar\nZoë, 1\nAda")) == {2: "Léa", 3: "Omar", 1: "Zoë", 4: "Ada"}


@pytest.mark.parametrize(
    "head",
    ["Name;Seat;Profile", "NOM ; Siège ; PROFIL", "nombre\tasiento\tperfil", "Nome,Posto,Profilo", "Élève;n°;profil"],
)
def test_headings_in_four_languages_and_three_ways_to_part_columns(head: str) -> None:
    sign = next(sign for sign in ";\t," if sign in head)
    listed = good(f"{head}\n{sign.join(['Léa', '4', 'large'])}\n")
    assert listed.pupils == (Pupil(name="Léa", seat=4, profile="large"),)


@pytest.mark.parametrize("head", ["Prénom;Nom", "first name;last name", "Nombre;Apellidos", "Nome;Cognome"])
def test_first_and_last_name_in_two_columns(head: str) -> None:
    (pupil,) = good(f"{head}\nLéa;Dupont Roy\n").pupils
    assert (pupil.name, pupil.first) == ("Léa Dupont Roy", "Léa")


def test_a_column_a_class_list_does_not_need_is_left_out_and_that_is_told() -> None:
    listed, troubles = read(b"name;birthday\nAda;2011-01-01\n", "3B")
    assert listed is not None
    assert "2011" not in as_csv(listed)
    assert told(troubles) == ["1: The column “birthday” is left out: a class list does not need it."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding_a_spreadsheet_writes(encoding: str) -> None:
    listed = good(codecs.encode("Nom;Place\r\nZoë Œuvrard;2\r\nRené;1\r\n", encoding))
    assert who(listed) == {2: "Zoë Œuvrard", 1: "René"}


def test_reading_windows_1252_is_told_so_that_somebody_looks_at_the_accents() -> None:
    _, troubles = read("Ada\nRené\n".encode("cp1252"), "3B")
    assert told(troubles) == ["2: This file is not UTF-8; it was read as Windows-1252. Look at the accents."]


def test_names_are_kept_in_one_form_whatever_the_computer_they_come_from() -> None:
    assert good(unicodedata.normalize("NFD", "Zoë")).pupils[0].name == "Zo\u00eb"


def test_wishes_by_name_first_name_or_seat() -> None:
    listed = good("name;seat;apart;together\nLéa Roy;1;Omar / 3;\nOmar Ali;2;lea;zoe\nZoë Li;3;;\nAda;4;1 2;\n")
    assert set(listed.wishes) == {
        Wish("apart", (1, 2)),
        Wish("apart", (1, 3)),
        Wish("together", (2, 3)),
        Wish("apart", (1, 4)),
        Wish("apart", (2, 4)),
    }
    assert len(listed.wishes) == 5


def test_every_problem_is_told_with_its_line_and_nothing_is_read() -> None:
    text = "name;seat;apart\nLéa;201;\nOmar;two;Max\n;3;\nZoë;4;Zoë\nAda;4;\nAda B;5;Ada\n=1+A;6;\n" + "x" * 81
    seat = "seats are numbers from 1 to 200. A comma inside a name needs quotation marks around it, or a first line:"
    assert bad(text) == [
        f"2: “201” is not a seat: {seat} last name, first name",
        f"3: “two” is not a seat: {seat} last name, first name",
        "3: “Max” is nobody on this list; write a name or a seat of it.",
        "4: There is no name on this line.",
        "5: “Zoë” is the pupil of this line; write another.",
        "6: Seat 4 is taken already, on line 5.",
        "8: “=1+A” is not a name.",
        "9: This name is longer than 80 characters; is it one name?",
    ]


def test_the_same_name_twice_is_kept_and_told_and_cannot_be_wished_by_name() -> None:
    listed, troubles = read(b"Ada\nAda\n", "3B")
    assert listed is not None
    assert told(troubles) == ["2: “Ada” stands on line 1 too; both are kept."]
    assert bad("name;apart\nAda;\nAda;\nLéa;Ada")[-1].startswith("4: “Ada” is more than one pupil")


@pytest.mark.parametrize(
    "text", ["", "\n\n", "name;seat\n", "seat;profile\n1;x\n", "name;name\nAda;Ada\n", "Ada;1;x;y\n", "Ada\n" * 201]
)
def test_what_is_no_list_of_a_class(text: str) -> None:
    assert bad(text)


def test_a_file_that_is_far_too_large_is_not_even_read() -> None:
    assert read(b"Ada\n" * LARGEST_FILE, "3B")[0] is None


def test_characters_that_steer_a_terminal_are_left_out_with_a_word() -> None:
    listed, troubles = read("A\x1b[2Jda\nL\u202eéa\nZo\u200dë\n".encode(), "3B")
    assert listed is not None
    assert who(listed) == {1: "A[2Jda", 2: "Léa", 3: "Zo\u200dë"}
    assert [trouble.line for trouble in troubles] == [1, 2]


@given(st.binary(max_size=300))
def test_whatever_the_file_holds_there_is_a_list_or_a_reason(data: bytes) -> None:
    listed, troubles = read(data, "3B")
    assert listed is not None or any(trouble.fatal for trouble in troubles)
    if listed is not None:
        assert len(set(listed.seats)) == len(listed.pupils) > 0


# Keeping and forgetting.

FULL = ClassList(
    name="3B",
    pupils=(
        Pupil(name="Léa Dupont", first="Léa", seat=3, profile="large"),
        Pupil(name='Zoë "Z" O’Brien; Li', seat=1),
        Pupil(name="DUPONT Omar", first="Omar", seat=2),
    ),
    wishes=(Wish("apart", (1, 3)), Wish("together", (2, 3))),
)


def test_what_is_kept_is_what_is_read_again(tmp_path: Path) -> None:
    path = save(tmp_path / "classes", FULL)
    again = good(path.read_bytes())
    assert again.pupils == FULL.pupils
    assert set(again.wishes) == set(FULL.wishes)


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights another way")
def test_nobody_else_on_this_computer_can_read_it_not_even_after_it_was_replaced(tmp_path: Path) -> None:
    path = save(tmp_path / "classes", FULL)
    path.chmod(0o644)
    assert save(tmp_path / "classes", FULL) == path
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_forgetting_takes_every_byte_of_it_and_leaves_the_other_classes(tmp_path: Path) -> None:
    path = save(tmp_path, FULL)
    other = save(tmp_path, ClassList(name="4C", pupils=(Pupil(name="Ada", seat=1),)))
    (tmp_path / ".3B.csv.x7.part").write_text("Léa")  # what a power cut leaves
    forget(path)
    assert list(tmp_path.iterdir()) == [other]
    assert class_names(tmp_path) == ["4C"]


def test_a_class_is_found_however_its_capitals_are_written(tmp_path: Path) -> None:
    path = save(tmp_path, FULL)
    assert file_of(tmp_path, " 3b ") == path
    assert file_of(tmp_path, "../3B") is None
    assert class_names(tmp_path / "nowhere") == []


@pytest.mark.parametrize(
    "name", ["", ".", "..", "a/b", "a\\b", ".hidden", "-x", "CON", "nul.x", "a:b", "x" * 41, "a\nb\x1b"]
)
def test_names_no_file_can_have_everywhere(name: str) -> None:
    with pytest.raises(ClassNameError):
        class_name(name)


def test_names_of_classes() -> None:
    assert [class_name(name) for name in ("3B", " 3e  B ", "Año 2-A", "1.b")] == ["3B", "3e B", "Año 2-A", "1.b"]


# Names in a typed text.


@pytest.mark.parametrize(
    "text",
    [
        "Léa says that nobody pays",
        "as LEA said",
        "Lea's idea",
        "l’idée de Léa.",
        "Dupont",
        "le\u0301a",
        "L\u00ade\u0301a",
        "(léa)",
        "what_Léa_said",
    ],
)
def test_a_first_name_or_a_family_name_alone_is_found(text: str) -> None:
    assert names_in(text, good("Léa Dupont\nOmar")) == ("Léa Dupont",)


def test_apostrophes_and_hyphens_of_every_kind() -> None:
    listed = good("Zoë O’Brien\nJean-Pierre Roy\nAnna Li")
    assert names_in("O'Brien and O`BRIEN", listed) == ("Zoë O’Brien",)
    assert names_in("jean pierre", listed) == names_in("Jean‑Pierre", listed) == ("Jean-Pierre Roy",)
    assert names_in("Pierre", listed) == ("Jean-Pierre Roy",)
    assert names_in("ce qu’a dit d’Anna", listed) == ("Anna Li",)


def test_short_names_only_as_whole_words_and_particles_not_alone() -> None:
    listed = good("Al Roy\nMaria de la Cruz\nŁukasz Øst\n李小明")
    assert names_in("also, always, alder", listed) == ()
    assert names_in("Al.", listed) == ("Al Roy",)
    assert names_in("de la casa", listed) == ()
    assert names_in("cruz", listed) == ("Maria de la Cruz",)
    assert names_in("Lukasz, Ost", listed) == ("Łukasz Øst",)
    assert names_in("我觉得李小明说得对", listed) == ("李小明",)


letters = st.characters(categories=("Lu", "Ll"), max_codepoint=0x24F)
parts = st.text(letters, min_size=2, max_size=8).filter(lambda part: part.casefold() not in PARTICLES)
full_names = st.lists(parts, min_size=1, max_size=3).map(" ".join)
around = st.text(st.characters(categories=("P", "Zs", "Sm")), max_size=3)


@given(names=st.lists(full_names, min_size=1, max_size=5, unique_by=str.casefold), data=st.data())
def test_a_listed_name_in_a_text_is_never_missed(names: list[str], data: st.DataObject) -> None:
    listed = ClassList(name="3B", pupils=tuple(Pupil(name=name, seat=n) for n, name in enumerate(names, 1)))
    name = data.draw(st.sampled_from(names))
    said = data.draw(st.sampled_from([name, *name.split()]))
    said = data.draw(st.sampled_from([said, said.upper(), said.lower(), said.casefold(), said.title()]))
    said = unicodedata.normalize(data.draw(st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"])), said)
    text = f"they say {data.draw(around)} {data.draw(around)}{said}{data.draw(around)} is right"
    assert name in names_in(text, listed)

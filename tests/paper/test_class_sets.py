"""A class set: everybody's name on a copy, in whatever letters it is written, and nowhere else on the computer."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import page as pdf_validation
import pikepdf
import pypdfium2
import pytest

from kit.paper import assembly, stamps
from kit.paper.assembly import Base, Portion
from kit.paper.class_set import Asked, base, draw_names, file_stem, print_set
from kit.paper.copies import Copy, counted, named, of_class, profile_called
from kit.paper.fonts import FALLBACKS
from kit.paper.kinds import KINDS
from kit.paper.profiles import ProfileName
from kit.session.class_list import ClassList
from kit.session.class_reading import read
from tests.paper.conftest import HERE, lesson_called, squeezed

pytestmark = pytest.mark.pdf

LATIN = ("Łukasz Nowak", "Ingrid Øvergård", "Seán O’Brien", "Gökçe Şahin", "Zoë Ñúñez")
FURTHER = ("Nguyễn Thị Hoa", "محمد علي", "דוד לוי", "王小明")
"""Names in letters the print family lacks."""

NOBODYS = "\U00013080\U00013081"
"""Egyptian hieroglyphs: no font that steps in has them."""


@cache
def steps_in(name: str) -> bool:
    """Whether this computer has one of the fonts that step in, with all the letters of `name`."""
    if not shutil.which("fc-list"):
        return False
    letters = " ".join(f"{ord(letter):x}" for letter in set(name))
    found = subprocess.run(["fc-list", f":charset={letters}", "family"], capture_output=True, encoding="utf-8").stdout
    families = {name.strip() for line in found.splitlines() for name in line.split(",")}
    return bool(families & set(FALLBACKS))


def further() -> tuple[str, ...]:
    return tuple(name for name in FURTHER if steps_in(name))


@cache
def worksheet(profile: ProfileName = "standard", lesson: str = "many-hands") -> Base:
    return base(Asked(lesson_called(lesson), "worksheet", "en", "a4"), profile)[0]


def class_list(text: str, name: str = "3B") -> ClassList:
    listed, troubles = read(text.encode(), name)
    assert listed is not None, troubles
    return listed


def texts(pdf: bytes) -> list[str]:
    return [squeezed(page.get_textpage().get_text_bounded()) for page in pypdfium2.PdfDocument(pdf)]


def test_every_name_is_drawn_that_some_font_has_letters_for() -> None:
    drawn = draw_names([Copy(name=name) for name in (*LATIN, *further(), NOBODYS)])
    assert drawn.undrawn == (NOBODYS,)
    (portion,) = drawn.portions
    assert all(portion.stamps.names[name].width > 20 for name in (*LATIN, *further()))


@pytest.mark.parametrize("name", FURTHER)
def test_names_in_other_scripts_are_drawn_where_a_font_steps_in(name: str) -> None:
    if not steps_in(name):
        pytest.skip("no font that steps in has these letters on this computer")
    assert draw_names([Copy(name=name)]).undrawn == ()


def test_marks_that_turn_the_direction_of_writing_are_taken_out_of_names() -> None:
    assert stamps.clean("Ada\u202e issoR\u2069\x1b  Rossi\u200f") == "Ada issoR Rossi"
    assert stamps.clean("Nguye\u0302\u0303n") == "Nguyễn"


def test_each_pupils_file_keeps_the_rules_of_pdf_ua_and_has_the_name_on_every_page() -> None:
    made = worksheet()
    copies = [Copy(name=name, class_name="3B", seat=seat) for seat, name in enumerate((*LATIN, *further(), NOBODYS), 1)]
    plain = texts(made.pdf)
    for copy, pdf in assembly.separate(made, "standard", draw_names(copies).portions):
        report = pdf_validation.validate_pdf_bytes(pdf, profile=pdf_validation.ValidationProfile.PDF_UA_1)
        assert report.is_compliant, (copy.name, [failure.message for failure in report.failures])
        found = texts(pdf)
        if copy.name in LATIN:  # a reader turns the order of others round
            assert "3B" in found[0]
            name = squeezed(copy.name)
            assert [page.count(name) for page in found] == [2, *[1] * (len(plain) - 1)]
            assert [page.replace(name, "").replace("3B", "", not number) for number, page in enumerate(found)] == plain
        others = {other.name for other in copies} - {copy.name}
        assert not any(squeezed(other) in page for other in others for page in found)


def test_no_name_is_torn_off_with_the_exit_ticket() -> None:
    made = worksheet()
    last = max(spot.page for spot in made.spots)
    (place,) = [spot for spot in made.spots if spot.page == last]
    assert place.baseline > 770  # points from the foot of an A4 page: at its head, where the ticket is not
    assert all(spot.baseline < 100 for spot in made.spots if spot.what == "foot" and spot.page < last)


@pytest.mark.parametrize("name", ["מֹשֶׁה", "مُحَمَّد", "Ca\u0301t\u0323q\u0323", "g̃uarani M̃", "Jean‑Luc"])
def test_letters_put_together_from_several_parts_keep_the_rules_too(name: str) -> None:
    ((_, pdf),) = assembly.separate(worksheet(), "standard", draw_names([Copy(name=name)]).portions)
    report = pdf_validation.validate_pdf_bytes(pdf, profile=pdf_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]


def test_a_name_belongs_to_the_page_not_to_the_text() -> None:
    made = worksheet()
    ((_, pdf),) = assembly.separate(made, "standard", draw_names([Copy(name="Ada Rossi")]).portions)
    with pikepdf.open(io.BytesIO(pdf)) as document, pikepdf.open(io.BytesIO(made.pdf)) as plain:
        assert str(document.docinfo.Title) == str(plain.docinfo.Title)
        assert "/StructTreeRoot" in document.Root
        for page in document.pages:
            steps = list(pikepdf.parse_content_stream(page))
            (at,) = [number for number, step in enumerate(steps) if _draws_the_name(step)][-1:]
            before = [step for step in steps[:at] if str(step.operator) == "BDC"][-1]
            assert str(before.operands[0]) == "/Artifact"
            assert str(before.operands[1].Type) == "/Pagination"


def _draws_the_name(step: Any) -> bool:
    return str(step.operator) == "Do" and str(step.operands[0]) == "/KitName"


def test_a_bundle_has_everybodys_copy_on_sheets_of_its_own_and_shares_the_rest() -> None:
    bases: dict[ProfileName, Base] = {"standard": worksheet(), "large": worksheet("large")}
    copies = [Copy(name=f"Pupil {letter}xyz", profile="large" if letter == "C" else "standard") for letter in "ABCDE"]
    drawn = draw_names(copies)
    pdf = assembly.bundle(bases, drawn.portions, both_sides=True, title="Many hands", language="en")
    pages = texts(pdf)
    sheets = {profile: (made.pages + 1) // 2 * 2 for profile, made in bases.items()}
    assert len(pages) == 4 * sheets["standard"] + sheets["large"]
    at = 0
    for copy in copies:
        own = bases[copy.profile].pages
        assert all(squeezed(copy.name) in page for page in pages[at : at + own])
        assert pages[at + own : at + sheets[copy.profile]] == [""] * (sheets[copy.profile] - own)
        at += sheets[copy.profile]
    assert len(pdf) < 1.6 * sum(len(made.pdf) for made in bases.values())
    single = assembly.bundle(bases, drawn.portions, both_sides=False, title="Many hands", language="en")
    assert len(texts(single)) == 4 * bases["standard"].pages + bases["large"].pages


def test_the_same_class_makes_the_same_bytes() -> None:
    def made() -> list[bytes]:
        portions = draw_names([Copy(name=name) for name in LATIN]).portions
        whole = assembly.bundle({"standard": worksheet()}, portions, both_sides=True, title="-", language="en")
        return [whole, *(pdf for _, pdf in assembly.separate(worksheet(), "standard", portions))]

    assert made() == made()


def test_a_long_name_stays_on_its_line() -> None:
    name = "María de los Ángeles Fernández de Córdoba y Álvarez de Toledo y Pimentel"
    (portion,) = draw_names([Copy(name=name), Copy(name="Ada")]).portions
    made = worksheet()
    pdfs = [pdf for _, pdf in assembly.separate(made, "standard", [portion])]
    field = next(spot for spot in made.spots if spot.what == "name")
    for pdf in pdfs:
        page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
        boxes = [page.get_charbox(index) for index in range(page.count_chars())]
        inside = [
            box
            for box in boxes
            if field.baseline - 4 < box[1] < field.baseline + 4 and field.left - 1 <= box[0] <= field.left + field.width
        ]
        assert inside
        assert max(box[2] for box in inside) <= field.left + field.width + 1


def test_names_go_where_pupils_write_them_and_never_on_ballots() -> None:
    assert {kind.id for kind in KINDS.values() if named(kind)} >= {"worksheet"}
    assert not any(named(KINDS[kind]) for kind in ("ballots", "teacher"))
    for kind in KINDS.values():
        if named(kind) and kind.id in ("worksheet", "organiser", "rubric"):
            made = base(Asked(lesson_called("many-hands"), kind.id, "fr", "letter"), "standard")[0]
            assert {"name", "class", "foot"} <= {spot.what for spot in made.spots}, kind.id


def test_a_list_may_name_a_profile_for_each_pupil_in_any_of_the_languages() -> None:
    listed = class_list("name;profile\nAda;\nBo;large\nCy;Gros caractères\nDi;ultraviolet\n")
    copies, told = of_class(listed, lesson_called("many-hands"), "en", "plain")
    assert [copy.profile for copy in copies][:2] == ["plain", "large"]
    assert copies[3].profile == "plain"
    assert told[-1].values["profile"] == "ultraviolet"
    assert profile_called("GIANT") == "giant"


def test_in_a_jigsaw_every_copy_says_which_text_and_which_group() -> None:
    lesson = lesson_called("five-articles")
    names = "\n".join(f"Pupil {letter}" for letter in "ABCDEFGHIJK")
    copies, told = of_class(class_list(f"name\n{names}\n"), lesson, "en", "standard")
    assert told == []
    parts = [re.fullmatch(r"Home group (\d) · Text ([A-E])", copy.part) for copy in copies]
    assert all(parts)
    homes = {(part[1], part[2]) for part in parts if part}
    assert {(home, text) for home in "12" for text in "ABCDE"} <= homes
    assert all(copy.part for copy in counted(11, lesson, "en", "standard"))
    few, told = of_class(class_list("name\nAda\nBo\n"), lesson, "en", "standard")
    assert [copy.part for copy in few] == ["", ""]
    assert told[0].values["least"] == 10


def test_a_set_is_one_file_or_one_for_every_pupil(tmp_path: Path) -> None:
    asked = Asked(lesson_called("fair-play"), "worksheet", "en", "a4")
    copies = [Copy(name="Ada Rossi", seat=4), Copy(name="../../C:\\Bo <Ek>|", seat=12)]
    drawn = draw_names(copies)
    (bundle,) = [p for p in print_set(asked, copies, drawn, tmp_path, called="3B", separately=False) if p.path]
    assert bundle.path == tmp_path / "fair-play.en.worksheet.a4.3B.pdf"
    each = [p.path for p in print_set(asked, copies, drawn, tmp_path, called="3B", separately=True) if p.path]
    folder = tmp_path / "fair-play.en.worksheet.a4.3B"
    assert each == [folder / "04 Ada Rossi.pdf", folder / "12 C Bo Ek.pdf"]
    assert sorted(folder.iterdir()) == each
    assert file_stem(Copy(name="محمد علي", seat=3), 1) == "03 محمد علي"


def test_the_command_prints_a_class_says_what_it_cannot_draw_first_and_leaves_no_name_behind(tmp_path: Path) -> None:
    for name in ("cache", "state", "tmp", "home", "out"):
        (tmp_path / name).mkdir()
    (tmp_path / "3B.csv").write_text("\n".join(["name", *LATIN, NOBODYS]), encoding="utf-8")
    places = {
        "KIT_CACHE": "cache",
        "KIT_STATE": "state",
        "TMPDIR": "tmp",
        "KIT_HOME": "home",
        "XDG_CACHE_HOME": "cache",
    }
    environment = {**os.environ, "KIT_LANGUAGE": "en", "PYTHONPATH": str(HERE.parent.parent)}
    environment |= {name: str(tmp_path / folder) for name, folder in places.items()}
    command = [sys.executable, "-m", "kit", "print", str(HERE / "lessons" / "fair-play"), "--class", "3B.csv"]
    done = subprocess.run(
        [*command, "--out", "out"], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert NOBODYS in done.stderr.splitlines()[0]
    assert Path(done.stdout.splitlines()[0]).name.endswith(".3B.pdf")
    assert re.search(r"^6 pupils → \d+ sheets$", done.stderr, re.MULTILINE)
    pupils = [name.split()[0] for name in LATIN]
    for folder in ("cache", "state", "tmp", "home"):
        for path in (tmp_path / folder).rglob("*"):
            content = path.read_bytes() if path.is_file() else b""
            for name in pupils:
                assert name not in path.name
                assert not any(name.encode(code) in content for code in ("utf-8", "utf-16-le", "utf-16-be")), path
    assert [path.name for path in (tmp_path / "out").iterdir() if ".part" in path.name] == []


def test_copies_without_names_say_how_much_paper_they_take(tmp_path: Path) -> None:
    lesson = str(HERE / "lessons" / "fair-play")
    command = [sys.executable, "-m", "kit", "print", lesson, "--kind", "worksheet", "--copies", "5", "--page", "a4"]
    environment = {**os.environ, "KIT_LANGUAGE": "en", "PYTHONPATH": str(HERE.parent.parent)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8")
    assert done.stdout.split() == ["fair-play.en.worksheet.a4.x5.pdf"], done.stderr
    pages = pypdfium2.PdfDocument(tmp_path / "fair-play.en.worksheet.a4.x5.pdf")
    assert len(pages) % 10 == 0
    assert done.stderr.splitlines()[-1] == f"5 pupils → {len(pages) // 2} sheets"


def test_portions_follow_one_another_without_losing_anybody() -> None:
    copies = [Copy(name=f"Nr {number}") for number in range(7)]
    portions = [Portion(part, stamps.draw([copy.name for copy in part])) for part in (copies[:3], copies[3:])]
    pages = texts(assembly.bundle({"standard": worksheet()}, portions, both_sides=False, title="-", language="en"))
    firsts = pages[:: worksheet().pages]
    assert all(f"Nr{number}" in page for number, page in enumerate(firsts))

"""Every kind of handout holds what a teacher expects of it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from kit.lesson.emphasis import plain
from kit.lesson.lines import translations
from kit.lesson.model import Lesson
from kit.lesson.plan import plan
from kit.paper import engine
from kit.paper.cards import COLUMNS
from kit.paper.facts import Facts
from kit.paper.formats import formats_of
from kit.paper.handouts import handout
from kit.paper.kinds import KINDS, Page
from kit.paper.pieces import Pieces
from kit.paper.printable import asked, everything, has, printable
from kit.paper.profiles import PROFILES, ProfileName
from kit.paper.proof import proof
from kit.paper.sheet_count import count
from kit.paper.widths import balanced, rows, width
from kit.protocols.model import Print as Printed
from kit.words import LANGUAGES, words
from kit.words.terms import AGREEMENT, PRINT
from tests.paper.conftest import Print, lesson_called, lesson_with, squeezed

BUNDLED = sorted(path.parent.name for path in (Path(__file__).parents[2] / "lessons").glob("*/lesson.yaml"))


@pytest.mark.parametrize("name", get_args(Printed))
def test_whatever_a_step_has_on_the_tables_can_be_printed(name: str) -> None:
    """The words of the plan and those of `kit print` are the same."""
    assert name in KINDS
    assert KINDS[name].name == PRINT[name]


@pytest.mark.parametrize("name", BUNDLED)
def test_all_is_what_the_plan_asks_for_with_worksheet_and_guide(name: str) -> None:
    lesson = lesson_called(name)
    minutes = lesson.edition("en").at_a_glance.minutes
    steps = plan(lesson, minutes).steps
    asked = {paper for step in steps for paper in lesson.protocols[step.protocol]["en"].steps[step.part].prints}
    everything_ids = {kind.id for kind in everything(lesson)}
    assert everything_ids == {*asked, "worksheet", "teacher"}
    assert everything_ids <= {kind.id for kind in printable(lesson)}


@pytest.mark.parametrize("name", BUNDLED)
def test_every_is_each_kind_there_is_anything_to_print_of_but_what_is_sealed(name: str) -> None:
    lesson = lesson_called(name)
    assert asked(lesson, "every") == [kind for kind in KINDS if has(lesson, kind) and kind != "updates"]
    assert set(asked(lesson, "all")) < set(asked(lesson, "every"))
    assert asked(lesson, "signs") == ["signs"]


@pytest.mark.pdf
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reading_has_every_line_and_no_question(printed: Print, lesson: Lesson, language: str) -> None:
    text = printed("reading", language).text
    for line in lesson.lines:
        assert squeezed(line.text) in text
    for question in lesson.edition(language).questions.values():
        assert squeezed(plain(question.asks)) not in text


@pytest.mark.pdf
def test_left_and_right_page_hold_the_same_lines(printed: Print, lesson: Lesson) -> None:
    """Page 1 is a right page; then originals left, the language right, line beside line at the same height."""
    laid = printed("bilingual", "es").laid
    spreads = Pieces(Facts(lesson, KINDS["bilingual"], "es")).spreads
    assert laid.pages == 1 + 2 * len(spreads)
    places = [_numbers(page._page_box) for page in laid.document.pages]
    assert not places[0]
    for left, right in zip(places[1::2], places[2::2], strict=True):
        assert left == right
    assert [number for page in places[1::2] for number, _ in page] == [line.number for line in lesson.lines]


@pytest.mark.pdf
@pytest.mark.parametrize(
    ("name", "language", "page", "profile"),
    [
        ("empty-chair", "en", "letter", "standard"),  # « croissance » just fills a row of the original
        ("as-it-was-said", "fr", "letter", "dyslexia"),
        ("one-sentence", "es", "a4", "giant"),
        ("who-made-it", "it", "letter", "plain"),
    ],
)
def test_line_stands_beside_line_in_every_print(name: str, language: str, page: Page, profile: ProfileName) -> None:
    made = handout(lesson_called(name), "bilingual", language, page, profile=profile)
    laid = engine.lay_out(made.html, "bilingual", page, profile)
    spreads = Pieces(
        Facts(lesson_called(name), KINDS["bilingual"], language, page=page, profile=PROFILES[profile])
    ).spreads
    places = [_numbers(sheet._page_box) for sheet in laid.document.pages[-2 * len(spreads) :]]
    assert [number for left in places[::2] for number, _ in left] == [line.number for line in lesson_called(name).lines]
    for left, right in zip(places[::2], places[1::2], strict=True):
        assert left == right


def _numbers(box: object) -> list[tuple[int, int]]:
    """The line numbers on a page and where they stand, in CSS pixels from the top."""
    from weasyprint.formatting_structure import boxes

    found = []
    for part in box.descendants():  # type: ignore[attr-defined]
        part = getattr(part, "_box", part)
        if isinstance(part, boxes.TableCellBox) and part.element is not None and part.element.tag == "th":
            text = "".join(piece.text for piece in part.descendants() if isinstance(piece, boxes.TextBox)).strip()
            if text.isdigit():
                found.append((int(text), round(part.position_y)))
    return found


@pytest.mark.pdf
def test_facing_pages_carry_original_and_translation(printed: Print, lesson: Lesson) -> None:
    pages = [squeezed(page) for page in printed("bilingual", "it").pages]
    ours = translations(lesson, lesson.edition("it"))
    left, right = "".join(pages[1::2]), "".join(pages[2::2])
    for line in lesson.lines:
        assert squeezed(line.text) in left
        assert squeezed(plain(ours.get(line.number, "")) or line.text) in right


@pytest.mark.parametrize("profile", ["standard", "dyslexia"])
def test_facing_pages_are_about_equally_full(profile: str) -> None:
    """Filled one after another, the last pair of this lesson held two lines, and the pairs before it all the others."""
    facts = Facts(lesson_called("many-hands"), KINDS["bilingual"], "en", profile=PROFILES[profile])
    spreads = Pieces(facts).spreads
    lines = [sum(len(part.lines) for part in spread) for spread in spreads]
    assert sum(lines) == len(facts.lesson.lines)
    assert min(lines) >= 4
    assert not any(part.continued for spread in spreads for part in spread)


@pytest.mark.pdf
def test_the_key_answers_and_pupils_never_get_it(printed: Print, lesson: Lesson) -> None:
    key = printed("answer-key").text
    answers = [squeezed(plain(answer)) for answer in lesson.edition("en").answer_key.values()]
    assert answers
    assert all(answer in key for answer in answers)
    for kind in KINDS.values():
        if not kind.private and has(lesson, kind.id):
            text = printed(kind.id).text
            assert not any(answer in text for answer in answers), kind.id


@pytest.mark.parametrize("lesson", BUNDLED)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_line_is_on_a_card_and_backs_lie_behind_fronts(lesson: str, language: str) -> None:
    opened = lesson_called(lesson)
    sheets = Pieces(Facts(opened, KINDS["cards"], language)).cards
    quoted = [line.number for sheet in sheets for card in sheet.fronts for line in card.lines]
    assert sorted(quoted) == [line.number for line in opened.lines]
    for sheet in sheets:
        rows = [sheet.backs[first : first + COLUMNS] for first in range(0, len(sheet.backs), COLUMNS)]
        turned = [card for row in rows for card in reversed(row) if card is not None]
        assert turned == list(sheet.fronts)


@pytest.mark.pdf
def test_a_quotation_on_a_card_says_whose_it_is_and_how_it_stands(printed: Print) -> None:
    text = printed("cards").text
    assert squeezed("alleged, not proved") in text
    assert squeezed("our translation") in text


@pytest.mark.pdf
def test_each_corner_has_its_sign_and_a_line_shows_the_place(printed: Print) -> None:
    pages = [squeezed(page) for page in printed("signs", lesson="reasons-and-causes").pages]
    corners = next(step for step in lesson_called("reasons-and-causes").edition("en").steps if step.positions)
    assert len(pages) == len(corners.positions)
    for page, mark, position in zip(pages, "ABCD", corners.positions.values(), strict=True):
        assert page.startswith(mark)
        assert squeezed(plain(position)) in page
    line = handout(lesson_called("vision-or-invoice"), "signs", "en", "a4").html
    assert line.count("place here") == 4


def test_the_rows_of_a_sign_are_about_equal_and_its_set_has_one_size() -> None:
    assert rows("Right, for as long as it takes", 9.8) == 2
    narrow = balanced("Right, for as long as it takes", 9.8)
    assert rows("Right, for as long as it takes", narrow) == 2
    assert width("Right, for as") <= narrow < width("Right, for as long")
    for language in ("en", "fr", "es", "it"):
        signs = Pieces(Facts(lesson_called("vision-or-invoice"), KINDS["signs"], language)).signs
        assert len({sign.size for sign in signs}) == 1, language


def test_corners_without_names_are_degrees_of_agreement() -> None:
    from dataclasses import replace

    lesson = lesson_called("reasons-and-causes")
    steps = tuple(replace(step, positions={}) for step in lesson.edition("en").steps)
    bare = replace(lesson, editions={"en": replace(lesson.edition("en"), steps=steps)})
    html = handout(bare, "signs", "en", "a4").html
    assert all(degree in html for degree in AGREEMENT)


@pytest.mark.pdf
def test_signs_come_as_large_as_the_copier_goes() -> None:
    made = handout(lesson_called("reasons-and-causes"), "signs", "en", "a3")
    laid = engine.lay_out(made.html, "signs", made.page)
    assert {(round(page.width * 25.4 / 96), round(page.height * 25.4 / 96)) for page in laid.document.pages} == {
        (420, 297)
    }
    engine.write(laid)
    assert proof(laid) == []
    assert handout(lesson_called("many-hands"), "worksheet", "en", "a3").page == "a4"


@pytest.mark.pdf
def test_four_exit_tickets_to_a_sheet(printed: Print, lesson: Lesson) -> None:
    (page,) = printed("exit-tickets").pages
    for prompt in lesson.edition("en").exit_ticket.values():
        assert squeezed(page).count(squeezed(plain(prompt))) == 4


@pytest.mark.parametrize("profile", PROFILES)
def test_larger_print_means_fewer_tickets_on_a_sheet(lesson: Lesson, profile: ProfileName) -> None:
    tickets = Pieces(Facts(lesson, KINDS["exit-tickets"], "en", profile=PROFILES[profile])).tickets
    assert tickets.each == {"standard": 4, "dyslexia": 2, "plain": 2, "large": 1, "giant": 1}[profile]


@pytest.mark.pdf
def test_the_observer_counts_seats_and_no_names(printed: Print) -> None:
    pages = printed("observer").pages
    assert len(pages) == 2
    for page in pages:
        assert set(map(str, range(1, 29))) <= set(page.split())
    html = handout(lesson_called("many-hands"), "observer", "en", "a4", copies=36).html
    assert html.count('class="desk"') == 36


@pytest.mark.pdf
@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_blueprint_is_the_guides_first_page(name: str, language: str) -> None:
    blueprint = handout(lesson_called(name), "blueprint", language, "a4").html
    body = blueprint.split("<body", 1)[1].split(">", 1)[1].split("</body>")[0].strip()
    assert body in handout(lesson_called(name), "teacher", language, "a4").html


@pytest.mark.pdf
@pytest.mark.parametrize("language", ["en", "fr"])
def test_credits_are_no_page_of_their_own(printed: Print, language: str) -> None:
    last = printed("teacher", language, lesson="empty-chair").pages[-1]
    tr = words(language)
    assert squeezed(tr("Credits")) in squeezed(last)
    assert squeezed(tr("Curriculum")) in squeezed(last)


@pytest.mark.pdf
def test_the_blackout_pack_holds_the_whole_plan_and_what_is_counted(printed: Print) -> None:
    lesson = lesson_called(lesson_with("signs"))
    text = printed("blackout", lesson=lesson_with("signs")).text
    for step in plan(lesson, lesson.edition("en").at_a_glance.minutes).steps:
        part = lesson.protocols[step.protocol]["en"].steps[step.part]
        assert squeezed(plain(part.instruction)) in text
        assert squeezed(f"{step.starts}–{step.starts + step.minutes}") in text
    for label in ("First vote", "Second vote", "Undecided", "For the record of the class"):
        assert squeezed(label) in text
    for norm in lesson.edition("en").norms.values():
        assert squeezed(plain(norm)) in text
    assert squeezed("First vote First vote") not in text, "a tally sheet is named once"


@pytest.mark.parametrize("name", BUNDLED)
def test_each_lesson_has_an_organiser_of_its_own(name: str) -> None:
    html = handout(lesson_called(name), "organiser", "en", "a4").html
    assert any(heading in html for heading in ("For and against", "One box for each position", "Where each text has"))


def lost_in_copying(pdf: bytes) -> int:
    """Places of the first page that hold ink, and none after it was twice blurred and made pure black and white."""
    import pypdfium2
    from PIL import ImageFilter

    page = pypdfium2.PdfDocument(pdf)[0].render(scale=150 / 72).to_pil().convert("L")
    copy = page
    for _generation in range(2):
        copy = copy.filter(ImageFilter.GaussianBlur(1)).point(lambda tone: 255 if tone > 160 else 0)
    cells = (page.width // 10, page.height // 10)  # 1.7 mm: about a letter
    before = page.point(lambda tone: 255 if tone > 235 else 0).resize(cells, 4)
    after = copy.resize(cells, 4)
    pairs = zip(before.get_flattened_data(), after.get_flattened_data(), strict=True)
    return sum(here < 180 and there > 250 for here, there in pairs)


@pytest.mark.pdf
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "updates"])
def test_a_copy_of_a_copy_still_says_everything(printed: Print, kind: str) -> None:
    assert lost_in_copying(printed(kind).pdf) == 0


@pytest.mark.pdf
def test_what_is_printed_in_grey_would_be_lost() -> None:
    pale = "<html lang=en><title>x</title><body><p style='color: #aaa'>Hard to copy</p></body>"
    assert lost_in_copying(engine.write(engine.lay_out(pale, "worksheet", "a4"))) > 5


@pytest.mark.parametrize(
    ("kind", "pages", "pupils", "pieces", "sheets"),
    [
        ("worksheet", 5, 28, 1, 84),
        ("exit-tickets", 1, 28, 4, 7),
        ("exit-tickets", 1, 29, 4, 8),
        ("cards", 8, 28, 1, 28),
        ("ballots", 4, 28, 1, 4),
        ("signs", 4, 28, 1, 4),
        ("teacher", 14, 28, 1, 7),
    ],
)
def test_sheets_are_counted_before_anybody_stands_at_the_copier(
    kind: str, pages: int, pupils: int, pieces: int, sheets: int
) -> None:
    assert count(KINDS[kind], pages, pupils, pieces=pieces).sheets == sheets


@pytest.mark.pdf
def test_the_command_says_how_many_sheets_a_class_needs(tmp_path: Path) -> None:
    done = _kit(
        *("print", "many-hands", "--kind", "exit-tickets", "--lang", "en", "--out", str(tmp_path)),
        *("--pupils", "28", "--large", "2"),
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-3:] == [
        "Exit tickets: 7 × 1 sheet = 7",
        "Exit tickets (Large print, 18 pt): 2 × 1 sheet = 2",
        "28 pupils → 9 sheets, 2 pupils in large print",
    ]
    assert {path.name for path in tmp_path.iterdir()} == {
        "many-hands.en.exit-tickets.a4.pdf",
        "many-hands.en.exit-tickets.large.a4.pdf",
    }


@pytest.mark.pdf
def test_the_sheets_of_a_class_are_counted_edition_by_edition_before_anything_is_written(tmp_path: Path) -> None:
    listed = tmp_path / "3B.csv"
    listed.write_text("first name;last name;profile\nZoé;Quill;\nYvo;Marsh;large\nXan;Brook;\n", encoding="utf-8")
    out = tmp_path / "out"
    done = _kit(
        *("print", "many-hands", "--kind", "exit-tickets", "--lang", "en", "--out", str(out)),
        *("--class", str(listed), "--count"),
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-1] == "3 pupils → 1 sheet, 1 pupil in large print"
    done = _kit(
        *("print", "many-hands", "--kind", "rubric", "--lang", "en", "--out", str(out)),
        *("--class", str(listed), "--count"),
    )
    told = done.stderr.splitlines()
    large = next(line for line in told if "(Large print, 18 pt)" in line)
    sheets = [int(line.rsplit(maxsplit=1)[-1]) if " = " in line else int(line.split()[-2]) for line in told[-3:-1]]
    assert large in told[-3:-1]
    assert told[-1] == f"3 pupils → {sum(sheets)} sheets, 1 pupil in large print"
    assert done.stdout == ""
    assert not out.exists()


@pytest.mark.pdf
def test_proofs_are_read_and_nothing_is_written(tmp_path: Path) -> None:
    done = _kit("print", "many-hands", "--kind", "organiser", "--proof", "--out", str(tmp_path / "nowhere"))
    assert done.returncode == 0, done.stdout
    assert "nothing to mend" in done.stdout
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    "options",
    [
        ["--page", "a3"],
        ["--pupils", "28", "--copies", "28"],
        ["--large", "2"],
        ["--count"],
        ["--pupils", "5", "--large", "6"],
    ],
)
def test_what_does_not_go_together_is_said(options: list[str], tmp_path: Path) -> None:
    done = _kit("print", "many-hands", "--kind", "worksheet", "--out", str(tmp_path), *options)
    assert done.returncode == 2
    assert "Error: " in done.stderr
    assert list(tmp_path.iterdir()) == []


def _kit(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kit", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_names_of_kinds_are_words_in_every_language() -> None:
    for language in LANGUAGES:
        names = [words(language)(kind.name) for kind in KINDS.values()]
        assert len(set(names)) == len(names)


def test_the_documentation_lists_every_kind_and_profile_as_the_code_has_them() -> None:
    text = (Path(__file__).parents[2] / "docs" / "handouts.md").read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in row.strip("|").split("|")] for row in text.splitlines() if re.match(r"\| `\w", row)
    ]
    kinds = {row[0].strip("`"): row for row in rows if len(row) == 6}
    assert set(kinds) == set(KINDS)
    told = {"pupil": "each pupil", "group": "each group", "class": "the room", "teacher": "the teacher"}
    for kind in KINDS.values():
        _, _, whom, usual, sizes, formats = kinds[kind.id]
        assert whom == told[kind.whose], kind.id
        assert (usual == "always") is kind.usual, kind.id
        assert (usual == "never") is kind.sealed, kind.id
        assert (usual == "if a step asks") is (kind.id in get_args(Printed) and not kind.usual), kind.id
        assert (sizes == "all") is kind.profiles, kind.id
        assert (formats == "all") is (len(formats_of(kind)) > 1), kind.id
    assert {row[0].strip("`") for row in rows if len(row) == 3} == set(PROFILES)

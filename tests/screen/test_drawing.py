"""Draws on the wall and at the desk, and class lists: seats on the wall, names beside them at the desk only."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from kit.files.compiled import to_plain
from kit.lesson.plan import plan
from kit.screen.app import KitApp
from kit.screen.classroom import Attendance
from kit.screen.desk import DeskScreen
from kit.screen.dialogs import Picker
from kit.screen.teaching import TeachingScreen
from kit.screen.wall import WallScreen
from kit.session.class_list import ClassList, Pupil, save
from kit.session.course import begin
from kit.session.draw_text import verify
from kit.session.drawn import Drawn
from kit.session.draws import row
from kit.session.grouping import Wish
from kit.session.public import public
from kit.session.rows import row_of
from kit.session.turns import SeatMarked
from kit.words import LANGUAGES, words
from tests.screen.test_contrast import assert_readable
from tests.screen.wall_lessons import many_hands
from tests.screen.walls import Clock, painted

SIZES = [(60, 18), (80, 24), (100, 28), (160, 45)]
NAMES = ("Zoé Quill", "Yvo Marsh", "Xan Brook", "Wim Stone", "Uma Field", "Tess Wood", "Sil Lake")
CLASS = ClassList(
    name="3B",
    pupils=tuple(Pupil(name=name, first=name.split()[0], seat=seat) for seat, name in enumerate(NAMES, 1)),
    wishes=(Wish("apart", (1, 2)),),
)


@asynccontextmanager
async def opened(
    screen: type[TeachingScreen] = WallScreen,
    *keys: str,
    size: tuple[int, int] = (100, 28),
    theme: str = "light",
    language: str = "en",
    listed: ClassList | None = None,
) -> AsyncIterator[Pilot[int]]:
    """Many hands or few, before any key but `keys`."""
    lesson = many_hands()
    course = begin(plan(lesson, 75), lesson.languages, language=language)
    made = (lambda: DeskScreen(lesson, course, class_list=listed)) if screen is DeskScreen else None
    app = KitApp(made or (lambda: screen(lesson, course)), theme=theme, interface=language, clock=Clock())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await press(pilot, *keys)
        yield pilot


async def press(pilot: Pilot[int], *keys: str) -> None:
    """One key after the other, each with what it sets going."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def teaching(pilot: Pilot[int]) -> TeachingScreen:
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, TeachingScreen)
    return screen


def drawn(pilot: Pilot[int]) -> Drawn:
    return teaching(pilot).room.state.drawn


def seen(pilot: Pilot[int]) -> str:
    assert isinstance(pilot.app, KitApp)
    return painted(pilot.app)


async def test_the_wall_alone_draws_from_day_and_lesson_and_shows_both() -> None:
    async with opened(WallScreen, "x", "n", "n") as pilot:
        code = drawn(pilot).draws[-1].code
        assert code.endswith(" many-hands")
        assert f"Code word {code}" in seen(pilot)
        first, second = row(code, range(1, 29))[:2]
        assert f"Called before  {first}" in seen(pilot)
        assert drawn(pilot).draws[-1].result.calls[-1].seat == second


async def test_on_the_wall_the_class_chooses_a_line_and_its_words_are_the_code() -> None:
    async with opened(WallScreen, "x", "c", "2", "enter", "n") as pilot:
        assert drawn(pilot).code == "2. they have full board control"
        assert "2. they have full board control" in seen(pilot)


async def test_at_the_desk_the_code_word_is_typed_and_names_nobody() -> None:
    async with opened(DeskScreen, "x", "c", listed=CLASS) as pilot:
        for text, taken in (("Zoe's lemon", False), ("", False), ("Blue  Lemon", True)):
            pilot.app.screen.query_one(Input).value = text
            await press(pilot, "enter")
            assert (len(pilot.app.screen_stack) == 1) is taken, text
        assert drawn(pilot).code == "blue lemon"


async def test_a_pass_is_taken_once_and_undone() -> None:
    async with opened(WallScreen, "x", "p") as pilot:
        assert "Nobody has been called yet." in seen(pilot)
        await press(pilot, "n", "p")
        assert drawn(pilot).draws[-1].result.calls[-1].passed
        assert "passes" in seen(pilot)
        await press(pilot, "p")
        assert "has passed before" in seen(pilot)
        await press(pilot, "u")
        assert not drawn(pilot).draws[-1].result.calls[-1].passed


async def test_who_is_away_is_not_drawn() -> None:
    async with opened(WallScreen, "x") as pilot:
        teaching(pilot).room.do(*[SeatMarked(seat=seat, present=False) for seat in range(3, 29)])
        await press(pilot, "n", "n")
        assert sorted(call.seat for call in drawn(pilot).draws[-1].result.calls) == [1, 2]


async def test_groups_and_a_jigsaw_that_is_mixed_anew() -> None:
    async with opened(WallScreen, "x", "g", "enter") as pilot:
        groups = drawn(pilot).draws[-1].result.groups
        assert [len(group.seats) for group in groups] == [4] * 7
        assert all(f"Group {name}" in seen(pilot) for name in "ABCDEFG")
        await press(pilot, "j", "enter")
        assert "Experts A" in seen(pilot)
        await press(pilot, "m")
        assert "Home group 7" in seen(pilot)
        await press(pilot, "escape")
        assert teaching(pilot).room.state.view == "step"


async def test_who_is_over_gets_a_role() -> None:
    async with opened(WallScreen, "x", "g", "5", "down", "enter") as pilot:
        draw = drawn(pilot).draws[-1]
        assert (draw.settings.count, draw.settings.leftovers) == (5, "roles")
        keeper, *observers = [duty.seat for duty in sorted(draw.result.duties, key=lambda duty: duty.role)][::-1]
        assert f"Timekeeper {keeper}" in seen(pilot)
        assert all(str(seat) in seen(pilot) for seat in observers)


async def test_too_few_seats_are_told() -> None:
    async with opened(DeskScreen, "x", "j", "8", "enter", listed=CLASS) as pilot:
        assert "That takes 16 seats at least, and there are 7." in " ".join(seen(pilot).split())


async def test_names_stand_at_the_desk_and_nowhere_else() -> None:
    async with opened(DeskScreen, "x", "n", "n", "g", "2", "enter", "escape", "t", "f", listed=CLASS) as pilot:
        room = teaching(pilot).room
        assert "Seat 1 · Zoé" in seen(pilot)
        await press(pilot, "escape", "x")
        assert "Zoé" in seen(pilot)
        draw = drawn(pilot).draws[-1]
        assert draw.settings.wishes == CLASS.wishes
        assert not any({1, 2} <= set(group.seats) for group in draw.result.groups)
        for text in (str(to_plain(public(room.state))), *(row_of(entry).data for entry in room.log)):
            assert not any(part in text for name in NAMES for part in name.split())


async def test_a_list_is_chosen_at_the_desk_and_put_away_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_STATE", str(tmp_path))
    async with opened(DeskScreen, "c") as pilot:
        assert "There is no class list, and you need none." in seen(pilot)
        save(tmp_path / "classes", CLASS)
        (tmp_path / "classes" / "4C.csv").write_text("name,seat\nZoé,none\n", encoding="utf-8")
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, Picker)
        await press(pilot, "down", "enter", "escape")
        listed = teaching(pilot).class_list
        assert listed is not None
        assert listed.name_of(1) == "Zoé Quill"
        await press(pilot, "c", "down", "enter")
        assert "The list of 4C cannot be used as it is." in seen(pilot)
        assert teaching(pilot).class_list == listed
        await press(pilot, "c", "home", "enter")
        assert teaching(pilot).class_list is None


async def test_a_list_that_is_chosen_is_named_and_brings_its_chairs_if_the_teacher_wants(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIT_STATE", str(tmp_path))
    save(tmp_path / "classes", CLASS)
    async with opened(DeskScreen, "c", "down", "enter") as pilot:
        talk = teaching(pilot).room.state.talk
        assert "The seats of 3B go up to 7; there are 28 chairs." in seen(pilot)
        await press(pilot, "enter")  # the careful answer changes nothing
        assert teaching(pilot).room.state.talk == talk
        assert "Class 3B" in seen(pilot).splitlines()[0]
        await press(pilot, "c", "enter", "right", "enter")
        assert teaching(pilot).room.state.talk.plan.seats == 7
        await press(pilot, "c", "enter")
        assert pilot.app.screen is teaching(pilot)  # nothing is left to ask
        await press(pilot, "u")
        assert teaching(pilot).room.state.talk == talk
        assert "Taken back." in seen(pilot)


async def test_a_list_named_with_the_command_brings_its_chairs_too(tmp_path: Path) -> None:
    lesson = many_hands()
    course = begin(plan(lesson, 75), lesson.languages)
    attendance = Attendance(lesson, course, tmp_path)
    app = KitApp(lambda: DeskScreen(lesson, course, attendance, class_list=CLASS), theme="light", clock=Clock())
    async with app.run_test(size=(100, 28)) as pilot:
        for _ in range(5):
            await pilot.pause()
        assert "The seats of 3B go up to 7; there are 28 chairs." in seen(pilot)
        await press(pilot, "right", "enter")
        assert teaching(pilot).room.state.talk.plan.seats == 7
        assert pilot.app.screen is teaching(pilot)  # it was asked once


async def test_groups_side_by_side_do_not_read_as_one() -> None:
    async with opened(WallScreen, "x", "j", "home", "down", "down", "enter") as pilot:
        rows = seen(pilot).splitlines()
        head = next(index for index, row in enumerate(rows) if "Experts A" in row)
        starts = [rows[head].index(f"Experts {name}") for name in "ABCD"]
        for row in rows[head + 1 : head + 3]:
            assert all(row[start - 4 : start].isspace() for start in starts[1:]), row
        assert starts == sorted(starts)


async def test_the_wall_has_no_class_list() -> None:
    async with opened(WallScreen, "c") as pilot:
        assert teaching(pilot).class_list is None
        assert len(pilot.app.screen_stack) == 1


async def test_a_draw_is_saved_and_can_be_verified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(DeskScreen, "x", "s", listed=CLASS) as pilot:
        assert "Nothing has been drawn yet." in seen(pilot)
        await press(pilot, "n", "n", "p", "n", "s")
        (paper,) = tmp_path.glob("draw-*.txt")
        text = paper.read_text(encoding="utf-8")
        assert not verify(text, words("en")).differences
        assert not any(part in text for name in NAMES for part in name.split())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_group_is_on_some_page_at_every_size(size: tuple[int, int], language: str) -> None:
    async with opened(WallScreen, "x", "n", "n", "g", "enter", size=size, language=language) as pilot:
        screen = teaching(pilot)
        assert isinstance(screen, WallScreen)
        rows = [found.plain for page in screen.sheet.pages for found in page.rows]
        shown = " ".join(" ".join(rows).split())
        for group in drawn(pilot).draws[-1].result.groups:
            assert words(language)("Group {name}", name=group.name) in shown
            assert " ".join(map(str, group.seats)) in shown
        assert all(len(found) <= screen.sheet.frame.width for found in rows)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_group_is_cut_off_at_a_small_desk(language: str) -> None:
    async with opened(DeskScreen, "x", "g", "enter", size=(80, 24), language=language) as pilot:
        left = [row.split("│")[0] for row in seen(pilot).splitlines()]
        shown = " ".join(" ".join(left).split())
        for group in drawn(pilot).draws[-1].result.groups:
            seats = " ".join(map(str, group.seats))
            assert f"{words(language)('Group {name}', name=group.name)} {seats}" in shown


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("screen", [WallScreen, DeskScreen])
async def test_everything_can_be_read_in_both_themes(screen: type[TeachingScreen], theme: str) -> None:
    async with opened(screen, "x", theme=theme, listed=CLASS) as pilot:
        assert isinstance(pilot.app, KitApp)
        for keys in (("n", "n", "p"), ("g", "2"), ("enter",), ("j", "2", "enter"), ("c",)):
            await press(pilot, *keys)
            assert_readable(pilot.app)

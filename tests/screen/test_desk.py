"""The desk beside the wall: one instrument with two screens, of which the class sees only one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from kit.lesson.plan import plan
from kit.lesson.scene import notes
from kit.screen.app import KitApp
from kit.screen.classroom import Attendance
from kit.screen.dialogs import Picker
from kit.screen.ended import ClassEnded
from kit.screen.wall import WallScreen
from kit.screen.widgets.scroll_sheet import NOTCH, ScrollSheet
from kit.session.course import begin
from kit.words import LANGUAGES, words
from tests.screen.pairs import Side, side_by_side
from tests.screen.test_contrast import assert_readable
from tests.screen.wall_lessons import many_hands
from tests.screen.walls import Clock
from tests.session.test_ballots import lesson_called

SIZES = [(60, 18), (80, 24), (100, 28), (160, 45)]
READING = "deliberate.read"


def place(text: str, wanted: str) -> tuple[int, int]:
    """Column and row of the last place where `wanted` is painted."""
    rows = text.splitlines()
    row = max(number for number, line in enumerate(rows) if wanted in line)
    return rows[row].rindex(wanted), row


async def test_either_drives_and_both_follow(tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path) as pair:
        await pair.at_desk("pagedown", "f5")
        assert "Step 2 of" in pair.wall.text
        assert pair.wall.screen.course.countdown.running
        await pair.at_wall("pagedown")
        assert "Step 3 of" in pair.desk.text
        assert "Step 2: 2:00" in pair.desk.text
        await pair.at_desk("l")
        assert words("fr")("Step {number} of {count}", number=3, count=14) in pair.wall.text
        assert "Step 3 of" in pair.desk.text  # Kit's own language is another matter
        await pair.at_desk("b")
        assert not pair.wall.text.strip()
        assert "The wall is empty" in pair.desk.text
        await pair.at_wall("space")
        assert "The wall is empty" not in pair.desk.text


async def test_the_desk_turns_the_walls_pages(tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path, from_step=READING) as pair:
        wall = pair.wall.screen
        assert isinstance(wall, WallScreen)
        pages = len(wall.sheet.pages)
        assert f"page 1 of {pages}" in pair.desk.text
        await pair.at_desk(*["pagedown"] * (pages - 1))
        assert wall.page == pages - 1
        assert f"page {pages} of {pages}" in pair.desk.text
        step = wall.course.index
        await pair.at_desk("pagedown")
        assert wall.course.index == step + 1
        await pair.at_desk("pageup")
        assert (wall.course.index, wall.page) == (step, pages - 1)


async def test_an_empty_wall_keeps_its_pages(tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path, from_step=READING) as pair:
        await pair.at_desk("pagedown")
        before = pair.desk.screen.room.state
        await pair.at_desk("b")
        after = pair.desk.screen.room.state
        assert after.blank
        assert (after.page, after.pages) == (before.page, before.pages)
        await pair.at_desk("b")
        assert f"page 2 of {before.pages}" in pair.desk.text


@pytest.mark.parametrize("size", SIZES)
async def test_what_matters_is_on_the_desk_of_any_size(size: tuple[int, int], tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path, desk_size=size) as pair:
        await pair.at_desk("pagedown", "f5", "w")
        text = pair.desk.text
        for wanted in ("Step 2 of", "of 2 min", "bell in 50 minutes", "Think first", "▶  2 Talk in pairs", "3 Share"):
            assert wanted in text, wanted
        assert all(len(row) == size[0] for row in text.splitlines())
        private = notes(many_hands(), pair.desk.screen.course.step, "en")
        await pair.at_desk(*["j"] * 12)  # as far down as it goes
        shown = " ".join(pair.desk.text.replace("▌", " ").split())
        assert private.if_short.split()[-1] in shown
        await pair.at_desk(*["k"] * 12)
        assert "Talk in pairs" in pair.desk.text.splitlines()[2]


async def test_the_wheel_and_the_bar_read_on_and_a_new_step_begins_at_its_beginning(tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path, desk_size=(80, 24)) as pair:
        main = pair.desk.screen.query_one("#main", ScrollSheet)
        before = pair.desk.text

        async def turn(kind: type[MouseScrollDown | MouseScrollUp]) -> None:
            main.post_message(kind(main, 1, 1, 0, 0, 0, False, False, False, 5, 5))
            await pair.desk.pilot.pause()

        await turn(MouseScrollDown)
        assert main.first == NOTCH
        assert pair.desk.text != before
        await turn(MouseScrollUp)
        assert pair.desk.text == before
        bar, last = main.region.right - 1, main.region.bottom - 1
        await pair.desk.pilot.click(offset=(bar, last))
        private = notes(many_hands(), pair.desk.screen.course.step, "en")
        assert private.if_short.split()[-1] in pair.desk.text
        await pair.at_desk("right", "left")
        assert pair.desk.text == before


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_on_the_clock_and_on_a_step(size: tuple[int, int], tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path, desk_size=size) as pair:
        await pair.desk.pilot.click(offset=place(pair.desk.text, "Not started"))
        assert pair.desk.screen.course.countdown.running
        await pair.desk.pilot.click(offset=place(pair.desk.text, "of 2 min"))
        assert pair.desk.screen.course.countdown.paused
        await pair.desk.pilot.click(offset=place(pair.desk.text, "3 Share"))
        await pair.heard()
        assert "Step 3 of" in pair.wall.text


def begins(text: str) -> list[str]:
    """The minutes of the hour at the end of the plan's rows."""
    return re.findall(r"^.* \d\d:(\d\d) *$", text, re.MULTILINE)


async def test_the_plan_says_when_each_step_begins(tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path) as pair:
        hour = 1_800_000_000.0 // 3600 * 3600
        pair.desk.screen.room.calendar = Clock(hour + 7 * 60)
        await pair.at_desk("f5")
        # The bell first; then each step after the two minutes of the one before.
        assert begins(pair.desk.text)[:5] == ["57", "09", "11", "14", "16"]
        await pair.at_desk("plus")
        assert begins(pair.desk.text)[:5] == ["57", "10", "12", "15", "17"]
        assert "1 minute late" in pair.desk.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_steps_of_one_name_can_be_told_apart_in_a_narrow_plan(language: str, tmp_path: Path) -> None:
    lesson = lesson_called("vision-or-invoice")
    async with side_by_side(lesson, tmp_path, desk_size=(80, 24)) as pair:
        while pair.desk.screen.course.language != language:
            await pair.at_desk("l")
        listed = re.findall(r"[▶ ] +\d+ (.+?) +\d+ min", pair.desk.text)
        assert len(listed) >= 12
        assert len(set(listed)) == len(listed)
        assert not any("…" in name for name in listed), listed


async def test_thinking_time_and_the_open_floor_on_both(tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path) as pair:
        await pair.at_desk("w")
        for side in (pair.wall, pair.desk):
            assert "Think first ━" in side.text
        await pair.later(5.0)
        for side in (pair.wall, pair.desk):
            assert "The floor is open" in side.text
        await pair.later(3.1)
        for side in (pair.wall, pair.desk):
            assert "The floor is open" not in side.text


async def test_the_end_of_a_step_rings_where_it_is_wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with side_by_side(many_hands(), tmp_path) as pair:
        rung: list[str] = []
        monkeypatch.setattr(pair.wall.app, "bell", lambda: rung.append("wall"))
        monkeypatch.setattr(pair.desk.app, "bell", lambda: rung.append("desk"))
        await pair.at_wall("f5", "B")
        pair.clock.now += 120.0
        for side in (pair.wall, pair.desk):
            await side.run(side.screen._tick)  # type: ignore[attr-defined]
        assert rung == ["wall"]
        assert "■ Time is up" in pair.desk.text
        assert pair.wall.text.count("■ Time is up") == 2  # under the clock, and right across the wall for a moment
        await pair.later(12.0)
        assert pair.wall.text.count("■ Time is up") == 1
        assert rung == ["wall"]


async def test_a_class_that_is_ended_at_the_desk_has_ended_on_the_wall(tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path) as pair:
        await pair.at_wall("ctrl+p")  # whatever stands there
        await pair.at_desk("f5", "q", "right", "right", "enter")
        await pair.heard()
        assert isinstance(pair.wall.app.screen, ClassEnded)
        assert "The class has ended" in pair.wall.text
        assert "Many hands" not in pair.wall.text
        await pair.wall.pilot.press("q")
        await pair.wall.pilot.pause()
        assert pair.wall.app.return_code == 0


async def test_a_class_that_is_ended_on_the_wall_stays_at_the_desk(tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path) as pair:
        await pair.at_wall("q", "right", "right", "enter")
        assert "The class has ended" in pair.desk.text
        await pair.desk.pilot.press("q")
        await pair.desk.pilot.pause()
        assert pair.desk.app.return_code == 0


async def test_the_desk_can_go_and_the_class_goes_on(tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path) as pair:
        await pair.at_desk("q", "right", "enter")
        assert pair.desk.app.return_code == 0
        assert not pair.wall.screen.room.state.ended
        await pair.wall.pilot.press("pagedown")
        assert "Step 2 of" in pair.wall.text


async def test_two_walls_of_different_sizes_do_not_argue(tmp_path: Path) -> None:
    lesson = many_hands()
    async with side_by_side(lesson, tmp_path, from_step=READING) as pair:
        course = begin(plan(lesson, 50), lesson.languages)
        small = KitApp(lambda: WallScreen(lesson, course, Attendance(lesson, course, tmp_path)), clock=pair.clock)
        async with small.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert isinstance(small.screen, Picker)
            await pilot.press("enter")  # join the class that is going on
            await pilot.pause()
            third = Side(pilot)
            other = third.screen
            assert isinstance(other, WallScreen)
            big = pair.wall.screen
            assert isinstance(big, WallScreen)
            for _ in range(4):
                await third.run(other.room.catch_up)
                await pair.heard()
            assert len(other.sheet.pages) > len(big.sheet.pages)
            assert pair.desk.screen.room.state.pages == len(other.sheet.pages)
            events = len(other.room.log)
            for _ in range(len(other.sheet.pages) - 1):
                await pair.at_desk("pagedown")
                await third.run(other.room.catch_up)
                await pair.heard()
            assert other.page == len(other.sheet.pages) - 1
            assert big.page == len(big.sheet.pages) - 1
            assert len(other.room.log) - events == len(other.sheet.pages) - 1


async def test_what_the_desk_opens_is_seen_and_what_it_closes_is_gone(tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path, from_step="deliberate.vote-before") as pair:
        await pair.at_wall("v")
        assert "Enter Count" in pair.wall.text
        await pair.at_desk("pagedown")
        assert "Enter Count" not in pair.wall.text  # its keys would count for a vote nobody sees
        await pair.at_wall("a")
        await pair.at_desk("v")
        assert "PgDn Next" in pair.wall.text
        assert "counted" in pair.wall.text
        await pair.at_desk("escape")
        assert "counted" not in pair.wall.text


async def test_help_and_palette_hold_the_tools_keys_and_the_screens_own(tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path, desk_size=(100, 60)) as pair:
        await pair.at_desk("v", "question_mark")
        text = pair.desk.text
        assert "Show the counts on the wall" in text
        assert "Five seconds of thinking" in text
        row = next(row for row in text.splitlines() if "Re-plan what is left" in row)
        assert " r " not in row[:40]  # which shows the counts here
        await pair.desk.pilot.click(offset=place(text, "Give this step one minute more"))
        await pair.desk.pilot.pause()
        assert pair.desk.screen.course.countdown.length == 180
        await pair.at_desk("ctrl+p", *"read", "space", *"on", "enter")
        assert pair.desk.screen.course.index == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_desk_speaks_every_language_of_kit(language: str, tmp_path: Path) -> None:
    tr = words(language)
    async with side_by_side(many_hands(), tmp_path, interface=language, desk_size=(80, 24)) as pair:
        text = pair.desk.text
        assert tr("Not started") in text
        assert tr("Step {number} of {count}", number=1, count=14) in text
        await pair.at_desk("L")
        assert tr("Not started") not in pair.desk.text


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(60, 18), (100, 28)])
async def test_every_letter_of_the_desk_can_be_read(theme: str, size: tuple[int, int], tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path, theme=theme, desk_size=size) as pair:

        def both() -> None:
            assert_readable(pair.desk.app)
            assert_readable(pair.wall.app)

        both()
        for keys in (["f5"], ["w"], ["plus", "r"], ["escape"], ["f5", "pagedown"], ["v"], ["escape", "q"], ["escape"]):
            await pair.at_desk(*keys)
            both()
        for seconds in (5, 120, 10, 60 * 60):  # the floor is open; the bell rings; overtime; the lesson is over
            await pair.later(seconds)
            both()
        await pair.at_desk("b")
        assert_readable(pair.desk.app)


async def test_what_cannot_be_saved_is_said_briefly_to_all_and_fully_to_the_teacher(tmp_path: Path) -> None:
    lesson = many_hands()
    (tmp_path / "sessions").write_text("", encoding="utf-8")  # no folder can be made there
    course = begin(plan(lesson, 50), lesson.languages)
    attendance = Attendance(lesson, course, tmp_path / "sessions")
    app = KitApp(lambda: WallScreen(lesson, course, attendance), clock=Clock())
    async with app.run_test(size=(100, 28)) as pilot:
        await pilot.pause()
        await pilot.press("pagedown")
        text = Side(pilot).text
        assert "Not saved" in text
        assert "sessions" not in text
        sentence = Side(pilot).screen.trouble
        assert str(tmp_path / "sessions") in sentence
        await pilot.press("m", "tab", "enter")
        await pilot.pause()
        shown = "".join(Side(pilot).text.replace("┃", " ").split())
        assert "".join(sentence.split())[:60] in shown
        await pilot.press("escape")
        await pilot.press("plus")
    assert app.last_words == sentence

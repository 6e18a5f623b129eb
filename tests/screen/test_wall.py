"""A class on the wall: going on and back, the clock, the language, notes, quitting."""

from __future__ import annotations

import re

import pytest

from kit.screen.app import KitApp
from kit.screen.dialogs import Ask, Picker
from kit.screen.notes import NotesScreen
from kit.words import words
from tests.screen.wall_lessons import many_hands
from tests.screen.walls import Clock, painted, wall_app, wall_of

SIZE = (100, 28)
READING = "deliberate.read"
"""A step whose lines take several pages."""


def on_the_wall(app: KitApp) -> bool:
    """Whether nothing stands over the wall."""
    return app.screen is wall_of(app)


def line_numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"^ {6,9}(\d+)  ", text, re.MULTILINE)]


async def test_the_first_frame_shows_the_first_step() -> None:
    app = wall_app(many_hands())
    async with app.run_test(size=SIZE):
        text = painted(app)
        assert "Step 1 of" in text
        assert "Many hands or few?" in text
        question = wall_of(app).sheet.scene.question
        assert " ".join(question.split()[:6]) in text
        assert "Not started" in text
        assert "PgDn" in text


@pytest.mark.parametrize("key", ["pagedown", "right", "down", "space", "n"])
async def test_every_key_of_a_clicker_goes_on(key: str) -> None:
    app = wall_app(many_hands())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(key)
        assert "Step 2 of" in painted(app)


@pytest.mark.parametrize("key", ["pageup", "left", "up", "p", "backspace"])
async def test_every_key_of_a_clicker_goes_back(key: str) -> None:
    app = wall_app(many_hands(), from_step="2")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(key)
        assert "Step 1 of" in painted(app)


async def test_pages_come_before_the_next_step_and_back_again() -> None:
    app = wall_app(many_hands(), from_step=READING)
    async with app.run_test(size=SIZE) as pilot:
        wall = wall_of(app)
        step, pages = wall.course.index, len(wall.sheet.pages)
        assert pages > 2
        for page in range(pages):
            assert (wall.course.index, wall.page) == (step, page)
            assert (page + 1 < pages) == ("below" in painted(app))
            await pilot.press("pagedown")
        assert (wall.course.index, wall.page) == (step + 1, 0)
        await pilot.press("pageup")
        assert (wall.course.index, wall.page) == (step, pages - 1)


async def test_the_lines_below_are_counted_by_their_numbers() -> None:
    app = wall_app(many_hands(), from_step=READING)
    async with app.run_test(size=SIZE) as pilot:
        wall = wall_of(app)
        lines = len(wall.course.step.lines)
        begun: set[str] = set()
        for page in wall.sheet.pages[:-1]:
            begun |= {key for key in page.keys if key.startswith("line:")}
            left = lines - len(begun)
            assert (f"{left} more line" if left else "more below") in painted(app)
            await pilot.press("pagedown")
        assert "below" not in painted(app)


async def test_nothing_lies_beyond_the_ends() -> None:
    app = wall_app(many_hands())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("pageup")
        assert "Step 1 of" in painted(app)
        await pilot.press("end", "pagedown")
        count = len(wall_of(app).course.plan.steps)
        assert f"Step {count} of {count}" in painted(app)
        await pilot.press("home")
        assert "Step 1 of" in painted(app)


async def test_a_number_and_enter_jump_to_a_step() -> None:
    app = wall_app(many_hands())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1", "2", "enter")
        assert "Step 12 of" in painted(app)
        await pilot.press("g")
        assert isinstance(app.screen, Picker)
        await pilot.press("up", "enter")
        assert "Step 11 of" in painted(app)
        await pilot.press("g", "escape")
        assert "Step 11 of" in painted(app)


async def test_the_step_list_finds_words_without_their_accents() -> None:
    app = wall_app(many_hands(), language="es")
    async with app.run_test(size=SIZE) as pilot:
        title = wall_of(app).sheet.scene.title
        await pilot.press("5", "enter", "g", *title[:4].lower(), "enter")
        assert wall_of(app).sheet.scene.title == title


async def test_the_lesson_changes_its_language_in_place() -> None:
    app = wall_app(many_hands(), from_step=READING)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("pagedown", "pagedown")
        before = line_numbers(painted(app))
        assert before
        for _ in wall_of(app).course.languages:
            await pilot.press("l")
            wall = wall_of(app)
            text = painted(app)
            # Translations are of different lengths, so the page may hold more lines or fewer, but begins with the same.
            assert line_numbers(text)[0] == before[0] or before[0] in line_numbers(text)
            edition = many_hands().edition(wall.course.language)
            assert edition.title in text
            tr = words(wall.course.language)
            number, count = wall.course.index + 1, len(wall.course.plan.steps)
            assert tr("Step {number} of {count}", number=number, count=count) in text
        assert line_numbers(painted(app)) == before


async def test_the_interface_has_a_language_of_its_own() -> None:
    app = wall_app(many_hands(), language="es")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("L")
        text = painted(app)
        assert app.interface == "fr"
        assert words("fr")("Quit") in text
        assert many_hands().edition("es").title in text


async def test_the_countdown_from_start_to_overtime() -> None:
    clock = Clock()
    app = wall_app(many_hands(), clock=clock)
    async with app.run_test(size=(60, 18)) as pilot:
        wall = wall_of(app)
        minutes = wall.course.step.minutes
        assert f"{minutes}:00" in painted(app)
        await pilot.press("f5")
        clock.now += 10
        wall._tick()
        await pilot.pause()
        assert f"{minutes - 1}:50" in painted(app)
        assert "Not started" not in painted(app)
        await pilot.press("escape")
        assert "▌▌ Paused" in painted(app)
        clock.now += 3600
        await pilot.press("f5")
        assert f"{minutes - 1}:50" in painted(app)
        assert "Paused" not in painted(app)
        await pilot.press("plus")
        assert f"{minutes}:50" in painted(app)
        clock.now += minutes * 60 + 50 + 12
        wall._tick()
        await pilot.pause()
        assert "+0:12" in painted(app)
        assert "Time is up" in painted(app)
        assert app.is_running


async def test_only_the_clock_is_painted_when_a_second_goes() -> None:
    clock = Clock()
    app = wall_app(many_hands(), clock=clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f5")
        wall = wall_of(app)
        column, row, columns, rows = wall.sheet.clock_place
        before = painted(app).splitlines()
        clock.now += 7
        wall._tick()
        await pilot.pause()
        after = painted(app).splitlines()
        changed = [index for index, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
        assert changed
        assert row <= changed[0]
        assert changed[-1] < row + rows
        assert all(old[:column] == new[:column] for old, new in zip(before, after, strict=True))
        assert columns < SIZE[0]


async def test_the_time_of_another_step_stays_in_sight() -> None:
    app = wall_app(many_hands(), from_step="2")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f5", "pageup")
        assert "Step 2: " in painted(app)


@pytest.mark.parametrize("key", ["b", "full_stop"])
async def test_blank_hides_everything_and_any_key_brings_it_back_where_it_was(key: str) -> None:
    app = wall_app(many_hands(), from_step="3")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(key)
        assert not painted(app).strip()
        await pilot.press("pagedown")
        assert "Step 3 of" in painted(app)
        await pilot.press(key, key)
        assert "Step 3 of" in painted(app)


async def test_private_notes_need_a_yes_and_go_when_the_class_goes_on() -> None:
    lesson = many_hands()
    app = wall_app(lesson, from_step="1")
    cue = next(iter(lesson.protocols["think-pair-share"]["en"].steps.values())).cue
    first_words = " ".join(cue.split()[:5])
    async with app.run_test(size=SIZE) as pilot:
        assert first_words not in painted(app)
        await pilot.press("m")
        assert isinstance(app.screen, Ask)
        assert "The class can see this screen" in painted(app)
        assert first_words not in painted(app)
        await pilot.press("enter")
        assert on_the_wall(app)
        await pilot.press("m", "tab", "enter")
        assert isinstance(app.screen, NotesScreen)
        assert first_words in painted(app)
        await pilot.press("pagedown")
        assert on_the_wall(app)
        assert "Step 2 of" in painted(app)
        assert first_words not in painted(app)


async def test_nothing_private_is_on_any_page_of_any_step() -> None:
    lesson = many_hands()
    app = wall_app(lesson)
    edition = lesson.edition("en")
    private = [step.cue for protocol in lesson.protocols.values() for step in protocol["en"].steps.values()]
    private += [text for question in edition.questions.values() for text in question.look_for.values()]
    private += [text for question in edition.questions.values() for text in question.follow_ups.values()]
    async with app.run_test(size=(160, 45)) as pilot:
        wall, seen = wall_of(app), ""
        for _ in range(200):
            seen += painted(app)
            if wall.course.is_last and wall.page == len(wall.sheet.pages) - 1:
                break
            await pilot.press("pagedown")
        else:
            pytest.fail("the lesson never ends")
    squeezed = " ".join(seen.split())
    for text in private:
        if len(text) > 20:
            assert " ".join(text.split())[:40] not in squeezed


@pytest.mark.parametrize("key", ["q", "ctrl+q", "ctrl+c"])
async def test_quitting_asks_once_and_a_clicker_cannot_answer_yes(key: str) -> None:
    app = wall_app(many_hands())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(key)
        assert isinstance(app.screen, Ask)
        await pilot.press("pagedown", "f5", "full_stop", "b", key)
        assert app.is_running
        assert isinstance(app.screen, Ask)
        await pilot.press("escape")
        assert on_the_wall(app)
        await pilot.press(key, "right", "enter")
    assert app.return_code == 0


async def test_f5_and_escape_never_quit() -> None:
    app = wall_app(many_hands())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*["f5", "escape"] * 5)
        assert app.is_running
        assert on_the_wall(app)


async def test_the_page_stays_when_the_terminal_changes_its_size() -> None:
    app = wall_app(many_hands(), from_step=READING)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("pagedown", "pagedown", "pagedown")
        before = line_numbers(painted(app))
        for size in ((60, 18), (240, 70), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            wall = wall_of(app)
            assert f"line:{before[0]}" in wall.sheet.pages[wall.page].keys
        await pilot.resize_terminal(*SIZE)
        await pilot.pause()
        assert line_numbers(painted(app)) == before


@pytest.mark.parametrize(("size", "beside"), [((160, 45), True), ((110, 28), True), ((100, 28), False)])
async def test_the_translation_stands_beside_where_there_is_room_else_beneath(
    size: tuple[int, int], beside: bool
) -> None:
    app = wall_app(many_hands(), from_step=READING)
    async with app.run_test(size=size) as pilot:
        wall = wall_of(app)
        lines = [line for passage in wall.sheet.scene.passages for line in passage.lines if line.translation]
        start = " ".join(lines[0].translation.split()[:3])
        while f"line:{lines[0].number}" not in wall.sheet.pages[wall.page].keys:
            await pilot.press("pagedown")
        assert "Our translation: English" in " ".join(painted(app).split())
        row = next(row for row in painted(app).splitlines() if f"→ {start}" in row)
        assert bool(re.match(rf" *{lines[0].number}  ", row)) is beside


async def test_the_clock_goes_on_behind_a_dialog() -> None:
    clock = Clock()
    app = wall_app(many_hands(), clock=clock)
    async with app.run_test(size=(60, 18)) as pilot:
        wall = wall_of(app)
        minutes = wall.course.step.minutes
        await pilot.press("f5", "question_mark")
        clock.now += 30
        wall._tick()
        await pilot.press("escape")
        await pilot.pause()
        assert f"{minutes - 1}:30" in painted(app)


async def test_a_number_typed_faster_than_the_list_opens_is_taken_by_it() -> None:
    app = wall_app(many_hands())
    async with app.run_test(size=(100, 28)) as pilot:
        await pilot.pause()
        wall = wall_of(app)
        wall.action_steps()
        wall.open_steps("1")
        wall.open_steps("2")
        assert len(app.screen_stack) == 2
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert wall.course.index == 11

"""The board and the lines used, on the wall and at the desk: typed, placed, marked, cited; nobody's name on either."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Input

from kit.lesson.plan import plan
from kit.lesson.scene import scene
from kit.screen.app import KitApp
from kit.screen.desk import DeskScreen
from kit.screen.layout.board import board_units
from kit.screen.layout.flow import Measure
from kit.screen.layout.pages import paginate
from kit.screen.note_dialog import NoteDialog
from kit.screen.teaching import TeachingScreen
from kit.screen.wall import WallScreen
from kit.session.board import Board, Column, LineCited, NoteAdded, NoteMarked, Side
from kit.session.class_list import ClassList, Pupil
from kit.session.course import begin
from kit.session.events import Opened, Shown
from kit.session.public import public
from kit.session.room import Room
from kit.words import LANGUAGES, words
from tests.screen.test_contrast import assert_readable
from tests.screen.wall_lessons import COMMANDS, many_hands
from tests.screen.walls import Clock, painted

SIZES = [(60, 18), (80, 24), (100, 28), (160, 45)]
CLASS = ClassList(name="3B", pupils=(Pupil(name="Zoé Dupont", first="Zoé", seat=7), Pupil(name="Rose Hill", seat=8)))
WORDS = "They pay the electricity, so in the end they decide what the model may say"


@asynccontextmanager
async def opened(
    screen: type[TeachingScreen] = WallScreen,
    *keys: str,
    size: tuple[int, int] = (100, 28),
    theme: str = "light",
    language: str = "en",
    step: str = "think",
    listed: ClassList | None = None,
) -> AsyncIterator[Pilot[int]]:
    """Many hands or few, with the board opened."""
    lesson = many_hands()
    course = begin(plan(lesson, 75), lesson.languages, language=language, from_step=step)
    made = (lambda: DeskScreen(lesson, course, class_list=listed)) if screen is DeskScreen else None
    app = KitApp(made or (lambda: screen(lesson, course)), theme=theme, interface=language, clock=Clock())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("a", *keys)
        await pilot.pause()
        yield pilot


def teaching(pilot: Pilot[int]) -> TeachingScreen:
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, TeachingScreen)
    return screen


def board(pilot: Pilot[int]) -> Board:
    return teaching(pilot).room.state.board


def seen(pilot: Pilot[int]) -> str:
    assert isinstance(pilot.app, KitApp)
    return painted(pilot.app)


def told(pilot: Pilot[int]) -> str:
    return " ".join(seen(pilot).replace("│", " ").split())


async def note(pilot: Pilot[int], text: str) -> None:
    """Type a note into the open dialog."""
    pilot.app.screen.query_one(Input).value = text
    await pilot.press("enter")
    await pilot.pause()


def full(pilot: Pilot[int], count: int = 9) -> None:
    """Notes in every column, long and marked, and lines that were cited."""
    columns: tuple[Column, ...] = ("agree", "differ", "need-to-know")
    sides: tuple[Side, ...] = ("for", "against", "")
    notes = [
        NoteAdded(
            note=str(n),
            kind="question" if n % 3 == 2 else "claim",
            text=f"{n}: {WORDS}",
            line=n + 1 if n % 2 else None,
            column=columns[n % 3],
            side=sides[n % 3],
        )
        for n in range(count)
    ]
    marks = [NoteMarked(note="2", mark="best-question"), NoteMarked(note="0", mark="strongest-for")]
    teaching(pilot).room.do(*notes, *marks, *[LineCited(line=2)] * 3, LineCited(line=5), Shown(view="board"))


async def test_a_note_is_typed_with_its_line_and_stands_on_the_wall() -> None:
    async with opened(DeskScreen, "n") as pilot:
        assert isinstance(pilot.app.screen, NoteDialog)
        await note(pilot, f"+ {WORDS}")
        assert "Which line is it from?" in told(pilot)
        assert not board(pilot).notes
        await note(pilot, f"+ {WORDS} #14")
        await note(pilot, "It is slow #ours")
        await pilot.press("escape")
        first, second = board(pilot).notes
        assert (first.text, first.line, first.side, first.kind) == (WORDS, 14, "for", "claim")
        assert second.line is None
        assert "[14]" in seen(pilot)
        assert "[ours]" in seen(pilot)


async def test_the_step_says_what_a_note_most_likely_is() -> None:
    async with opened(DeskScreen, "n", step="exit-ticket") as pilot:
        await note(pilot, "I moved because of the bill")
        assert board(pilot).notes[0].kind == "exit"
    async with opened(DeskScreen, "n", step="11") as pilot:
        await note(pilot, "It costs a lot #14")
        assert (board(pilot).notes[0].kind, board(pilot).notes[0].column) == ("claim", "agree")


async def test_kind_and_column_change_by_key_and_by_mouse() -> None:
    async with opened(DeskScreen, "n") as pilot:
        await pilot.press("tab", "tab")
        await note(pilot, "Who pays?")
        assert board(pilot).notes[0].kind == "question"
        rows = seen(pilot).splitlines()
        row = next(index for index, text in enumerate(rows) if "We still differ" in text and "○" in text)
        await pilot.click(offset=(rows[row].index("We still differ"), row))
        await note(pilot, "Who checks them?")
        assert board(pilot).notes[1].column == "differ"


async def test_a_note_is_moved_marked_changed_taken_off_and_brought_back() -> None:
    async with opened(DeskScreen, "n") as pilot:
        await note(pilot, "One #1")
        await note(pilot, "Two #2")
        await pilot.press("escape", "right", "right")
        assert [one.column for one in board(pilot).notes] == ["", "differ"]
        await pilot.press("left", "m", "1", "enter")
        await pilot.pause()
        assert board(pilot).notes[1].marks == ("best-question",)
        await pilot.press("e")
        await pilot.pause()
        assert pilot.app.screen.query_one(Input).value == "Two #2"
        await note(pilot, "- Three #3")
        changed = board(pilot).notes[1]
        assert (changed.text, changed.line, changed.side, changed.column) == ("Three", 3, "against", "agree")
        await pilot.press("r")
        assert len(board(pilot).notes) == 1
        await pilot.press("u")
        assert board(pilot).notes[1] == changed


async def test_a_note_can_be_chosen_with_the_mouse() -> None:
    async with opened(DeskScreen, "n") as pilot:
        await note(pilot, "One #1")
        await note(pilot, "Two #2")
        await pilot.press("escape")
        rows = seen(pilot).splitlines()
        row = next(index for index, text in enumerate(rows) if "One [1]" in text)
        await pilot.click(offset=(rows[row].index("One"), row))
        await pilot.press("delete")
        assert [one.text for one in board(pilot).notes] == ["Two"]


@pytest.mark.parametrize("screen", [WallScreen, DeskScreen])
async def test_a_line_is_cited_by_its_number_on_both_screens(screen: type[TeachingScreen]) -> None:
    async with opened(screen, "1", "4") as pilot:
        assert "Line 14" in seen(pilot)
        await pilot.press("enter", "1", "5", "plus", "9", "9", "enter")
        await pilot.pause()
        assert [(cite.line, cite.side) for cite in board(pilot).cited] == [(14, ""), (15, "for")]
        assert "no line 99" in seen(pilot)
        await pilot.press("u")
        assert len(board(pilot).cited) == 1


async def test_the_wall_takes_no_text_and_keeps_its_pages() -> None:
    async with opened(WallScreen, size=(60, 18)) as pilot:
        full(pilot)
        await pilot.pause()
        for key in ("n", "e", "m", "r"):
            await pilot.press(key)
            await pilot.pause()
            assert len(pilot.app.screen_stack) == 1, key
        assert "at the desk" in seen(pilot)
        await pilot.press("down")
        await pilot.pause()
        assert "page 2 of" in seen(pilot) or teaching(pilot).room.state.page == 1
        assert len(board(pilot).notes) == 9


async def test_the_lines_show_length_number_and_what_nobody_used() -> None:
    async with opened() as pilot:
        full(pilot)
        await pilot.press("h")
        await pilot.pause()
        assert "Nobody used: 1, 3, 7, 9–28" in seen(pilot)
        rows = [row for row in seen(pilot).splitlines() if "They have full board control" in row]
        assert "████████  4" in rows[0]
        await pilot.press("h", "escape")
        await pilot.pause()
        assert teaching(pilot).room.state.view == "step"


async def test_a_line_is_cited_with_the_mouse_on_the_wall_and_at_its_row_at_the_desk() -> None:
    async with opened(WallScreen, "h") as pilot:
        rows = seen(pilot).splitlines()
        row = next(index for index, text in enumerate(rows) if "They have full board control" in text)
        await pilot.click(offset=(rows[row].index("They"), row))
        await pilot.pause()
        assert [cite.line for cite in board(pilot).cited] == [2]
    async with opened(DeskScreen, "h", "down", "down", "enter") as pilot:
        assert [cite.line for cite in board(pilot).cited] == [3]
        assert "cited 1 time" in seen(pilot)


async def test_the_footer_of_the_wall_leaves_out_what_only_the_desk_does() -> None:
    for screen, there in ((WallScreen, False), (DeskScreen, True)):
        async with opened(screen) as pilot:
            assert ("New note" in seen(pilot).splitlines()[-1]) is there


async def test_a_note_that_was_left_half_typed_comes_back() -> None:
    async with opened(DeskScreen, "n") as pilot:
        await pilot.press(*"Who", "escape")
        await pilot.pause()
        assert "What was typed is not put up; n brings it back." in seen(pilot)
        assert not board(pilot).notes
        await pilot.press("n")
        await pilot.pause()
        await pilot.press(*"#ours", "enter", "escape")
        await pilot.pause()
        assert [one.text for one in board(pilot).notes] == ["Who"]
        await pilot.press("n")
        await pilot.pause()
        assert pilot.app.screen.query_one(Input).value == ""


async def test_a_question_is_not_put_among_what_the_class_agrees_on() -> None:
    async with opened(DeskScreen, "n", step="deliberate.deliberate") as pilot:
        await note(pilot, "It is cheaper #14")
        await pilot.press("tab", "tab")
        await note(pilot, "Who pays?")
        await pilot.press("up", "tab")  # a column the teacher has chosen stays
        await note(pilot, "What it costs a year")
        assert [one.column for one in board(pilot).notes] == ["agree", "need-to-know", "differ"]
        assert [one.kind for one in board(pilot).notes] == ["claim", "question", "need"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_every_answer_to_a_name_can_be_read(language: str, size: tuple[int, int]) -> None:
    tr = words(language)
    async with opened(DeskScreen, "n", size=size, language=language, listed=CLASS) as pilot:
        await note(pilot, "Zoé pays #14")
        for answer in ("Write the seat", "It is only a word", "Change it"):
            assert tr(answer) in seen(pilot)


async def test_the_lines_used_most_are_named_first() -> None:
    for screen in (WallScreen, DeskScreen):
        async with opened(screen, *"2", "enter", *"5", "enter") as pilot:
            await pilot.press("h")
            await pilot.pause()
            assert "Used most" not in seen(pilot)
            await pilot.press(*"5", "enter", *"2", "enter", *"5", "enter")
            await pilot.pause()
            assert "Used most: 5 (3×)   2 (2×)" in seen(pilot)
            assert "Nobody used: 1, 3–4, 6–28" in seen(pilot)


async def test_the_desk_lists_lines_in_the_language_the_wall_has() -> None:
    async with opened(DeskScreen, "h", language="it") as pilot:
        assert "Non batteremo" in told(pilot)


async def test_h_opens_the_lines_from_the_step() -> None:
    async with opened(WallScreen, "escape", "h") as pilot:
        assert "No line has been used yet." in seen(pilot)
        await pilot.press("2", "enter", "a")
        await pilot.pause()
        assert teaching(pilot).mode is None


async def test_what_names_a_pupil_waits_and_a_seat_can_stand_for_it() -> None:
    async with opened(DeskScreen, "n", listed=CLASS) as pilot:
        await note(pilot, "Zoe thinks it costs too much #14")
        assert "Not on the wall yet: the class list has Zoé Dupont." in told(pilot)
        room = teaching(pilot).room
        assert not room.state.board.notes
        assert "NoteAdded" not in [type(entry.event).__name__ for entry in room.log]
        await pilot.press("enter")
        await pilot.pause()
        assert board(pilot).notes[0].text == "Seat 7 thinks it costs too much"


async def test_a_word_that_looks_like_a_name_goes_up_when_the_teacher_says_so() -> None:
    async with opened(DeskScreen, "n", listed=CLASS) as pilot:
        await note(pilot, "Prices rose #14")
        await pilot.press("escape")
        assert not board(pilot).notes
        await note(pilot, "Prices rose #14")
        await pilot.click("#answer-word")
        await pilot.pause()
        assert board(pilot).notes[0].text == "Prices rose"
        await note(pilot, "Rose Hill said it #14")
        assert not pilot.app.screen.query_one("#answer-word").display, "a whole name is no chance"


async def test_changing_a_note_is_judged_like_a_new_one() -> None:
    async with opened(DeskScreen, "n", listed=CLASS) as pilot:
        await note(pilot, "It costs too much #14")
        await pilot.press("escape", "e")
        await pilot.pause()
        await note(pilot, "Zoé says it costs too much #14")
        assert board(pilot).notes[0].text == "It costs too much"
        await pilot.press("enter")
        await pilot.pause()
        assert board(pilot).notes[0].text == "Seat 7 says it costs too much"


async def test_words_that_want_to_be_commands_are_words() -> None:
    hostile = " ".join(COMMANDS)
    async with opened(size=(160, 45)) as pilot:
        teaching(pilot).room.do(NoteAdded(note="a", kind="claim", text=hostile, line=1))
        await pilot.pause()
        assert "[bold]loud[/bold]" in told(pilot)
        assert "\x1b" not in seen(pilot)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_note_and_line_is_on_some_page_at_every_size(size: tuple[int, int], language: str) -> None:
    async with opened(WallScreen, size=size, language=language) as pilot:
        full(pilot)
        await pilot.pause()
        screen = teaching(pilot)
        assert isinstance(screen, WallScreen)
        shown = " ".join(row.plain.strip() for page in screen.sheet.pages for row in page.rows)
        assert all(f"{n}: They" in shown for n in range(9))
        assert all(row.cell_length <= screen.sheet.frame.width for page in screen.sheet.pages for row in page.rows)
        await pilot.press("h")
        await pilot.pause()
        keys = {key for page in screen.sheet.pages for key in page.keys}
        assert {f"line:{n}" for n in range(1, 29)} <= keys
        assert all(row.cell_length <= screen.sheet.frame.width for page in screen.sheet.pages for row in page.rows)


notes = st.builds(
    NoteAdded,
    note=st.uuids().map(str),
    kind=st.sampled_from(["claim", "evidence", "question", "exit", "need"]),
    text=st.lists(st.sampled_from(["many", "[b]", "hand" * 30, "龍" * 9, "\x1b[2J", "ours"]), min_size=1).map(" ".join),
    line=st.one_of(st.none(), st.integers(1, 28)),
    column=st.sampled_from(["agree", "differ", "need-to-know", ""]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(notes, max_size=9), st.integers(20, 148), st.integers(3, 20), st.sampled_from(LANGUAGES))
def test_any_board_fits_any_wall(happened: list[NoteAdded], width: int, rows: int, language: str) -> None:
    lesson = many_hands()
    course = begin(plan(lesson, 75), lesson.languages, language=language)
    room = Room.begin(Opened(lesson=lesson, plan=course.plan, language=language), None, clock=Clock())
    if happened:
        room.do(*happened)
    shown = scene(lesson, course.step, language)
    pages = paginate(board_units(public(room.state), shown, Measure(width, False), rows, words(language)), rows)
    assert all(row.cell_length <= width for page in pages for row in page.rows)
    told = "".join(row.plain for page in pages for row in page.rows)
    for kept, typed in (("many", "many"), ("[b]", "[b]"), ("龍", "龍")):
        assert told.count(kept) >= sum(one.text.count(typed) for one in happened)
    assert "\x1b" not in told


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("screen", [WallScreen, DeskScreen])
async def test_everything_can_be_read_in_both_themes(screen: type[TeachingScreen], theme: str) -> None:
    async with opened(screen, theme=theme, listed=CLASS) as pilot:
        assert isinstance(pilot.app, KitApp)
        full(pilot)
        await pilot.pause()
        assert_readable(pilot.app)
        await pilot.press("h")
        await pilot.pause()
        assert_readable(pilot.app)
        if screen is DeskScreen:
            await pilot.press("n")
            await pilot.pause()
            assert_readable(pilot.app)
            await note(pilot, "Zoe thinks so #14")
            assert_readable(pilot.app)

"""The talk on the wall and at the desk: one key a speaker, and nothing on the wall that tells who is who."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from kit.lesson.home import Home
from kit.lesson.library import Library
from kit.lesson.model import Lesson
from kit.lesson.plan import plan
from kit.screen.app import KitApp
from kit.screen.desk import DeskScreen
from kit.screen.layout.chairs import Chairs, chair_rows
from kit.screen.layout.ledger import LedgerView, ledger_rows
from kit.screen.modes.talk import TalkMode
from kit.screen.teaching import TeachingScreen
from kit.screen.wall import WallScreen
from kit.session.course import begin
from kit.session.events import Logged
from kit.session.referee import Code
from kit.session.seats import SeatPlan, hints
from kit.session.talk import apply
from kit.session.turns import SeatMarked, Talk, TurnBegan
from kit.words import LANGUAGES, words
from tests.screen.test_contrast import assert_readable
from tests.screen.walls import Clock, painted

SIZES = [(60, 18), (80, 24), (100, 28), (160, 45)]


SECONDS = re.compile(r"○ .*  \d:\d\d")
"""How long it has been quiet."""


def who_made_it() -> Lesson:
    """The lesson with philosophical chairs, whose rules a referee can watch."""
    library = Library(Home(Path("nowhere")))
    folder = library.find("who-made-it")
    assert folder is not None
    lesson, problems = library.open(folder)
    assert lesson is not None, problems
    return lesson


LESSON = who_made_it()


@asynccontextmanager
async def opened(
    screen: type[TeachingScreen] = WallScreen,
    *,
    size: tuple[int, int] = (100, 28),
    theme: str = "light",
    language: str = "en",
    clock: Clock | None = None,
) -> AsyncIterator[Pilot[int]]:
    """The first half of the philosophical chairs, with the talk opened."""
    course = begin(plan(LESSON, 50), LESSON.languages, language=language, from_step="first-half")
    app = KitApp(lambda: screen(LESSON, course), theme=theme, interface=language, clock=clock or Clock())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("t")
        await pilot.pause()
        yield pilot


def mode(pilot: Pilot[int]) -> TalkMode:
    screen = pilot.app.screen
    assert isinstance(screen, TeachingScreen)
    assert isinstance(screen.mode, TalkMode)
    return screen.mode


def seen(pilot: Pilot[int]) -> str:
    assert isinstance(pilot.app, KitApp)
    return painted(pilot.app)


async def test_one_key_a_speaker() -> None:
    clock = Clock()
    async with opened(clock=clock) as pilot:
        await pilot.press("f")
        clock.now += 20
        await pilot.press("j")
        clock.now += 5
        await pilot.press("comma")
        clock.now += 4
        await pilot.press("tab", "enter")
        turns = mode(pilot).talk.turns
        assert [(turn.seat, turn.seconds, turn.gap) for turn in turns] == [(1, 20, None), (2, 5, 0), (0, 0, 4)]
        await pilot.press("u")
        assert mode(pilot).talk.floor is not None, "what was ended by mistake goes on"


async def test_the_wall_shows_question_balance_and_rules_and_no_seat() -> None:
    async with opened() as pilot:
        assert "may claim it as theirs" in " ".join(seen(pilot).split())
        await pilot.press("F", "f", "l", "l", "enter")
        before = seen(pilot)
        for key in "fljkasf":
            await pilot.press(key)
        wall = seen(pilot)
        assert "► Sum up the last speaker first: now" in wall
        assert "Next: ▼ Against" in wall
        assert "Seat" not in wall
        assert "too early to say" in before
        assert "too early to say" not in wall
        await pilot.press("S")
        assert "● Sum up the last speaker first: kept" in seen(pilot)


async def test_the_wall_looks_the_same_whichever_two_seats_talk() -> None:
    pictures = []
    for keys in ("fjfjfjfj", "zxzxzxzx"):
        async with opened() as pilot:
            await pilot.press(*keys)
            pictures.append(seen(pilot))
    assert pictures[0] == pictures[1]


async def test_unused_keys_of_seats_do_nothing_and_a_clicker_still_goes_on() -> None:
    async with opened() as pilot:
        index = mode(pilot).state.course.index
        await pilot.press("9", "0")
        assert mode(pilot).talk.floor is None
        assert mode(pilot).state.course.index == index
        await pilot.press("f")
        await pilot.press("pagedown")
        screen = pilot.app.screen
        assert isinstance(screen, TeachingScreen)
        assert (screen.mode, screen.course.index) == (None, index + 1)
        assert screen.room.state.talk.floor is None, "another step ends the turn"


async def test_who_is_away_has_no_key_and_comes_back_with_one() -> None:
    async with opened() as pilot:
        await pilot.press("A", "f", "j", "enter")
        assert mode(pilot).talk.absent == {1, 2}
        await pilot.press("f")
        assert mode(pilot).talk.floor is None
        await pilot.press("A", "f", "escape", "f")
        assert mode(pilot).talk.absent == {2}
        assert mode(pilot).talk.floor is not None


async def test_a_line_is_typed_as_a_number_and_must_exist() -> None:
    async with opened() as pilot:
        await pilot.press("f", "E", "3", "enter")
        assert mode(pilot).talk.so_far[-1].lines == (3,)
        await pilot.press("E", "9", "9", "9", "enter")
        assert "no line 999" in seen(pilot)
        assert mode(pilot).talk.so_far[-1].lines == (3,)


async def test_chairs_are_arranged_with_arrows_and_changed_at_once() -> None:
    async with opened() as pilot:
        await pilot.press("C", "C", "right", "right", "right", "enter")
        assert mode(pilot).talk.plan == SeatPlan(shape="u", seats=31)
        await pilot.press("f")
        assert mode(pilot).talk.floor is None
        await pilot.press("j")
        assert mode(pilot).talk.floor is not None, "beyond 30 seats two keys give the floor"
        await pilot.press("C", "left", "escape")
        assert mode(pilot).talk.plan.seats == 31


async def test_chairs_are_arranged_by_mouse_too() -> None:
    async with opened() as pilot:
        await pilot.press("C")
        for sign in ("C ← →", "→ ↑", "→ ↑"):
            await click_on(pilot, sign)
        await click_on(pilot, "End the turn")
        assert mode(pilot).talk.plan == SeatPlan(shape="u", seats=30)


async def test_half_the_room_on_each_side() -> None:
    async with opened() as pilot:
        await pilot.press("F", "equals_sign", "enter")
        sides = mode(pilot).talk.sides
        assert (sides[1], sides[7]) == ("for", "against")
        assert 4 not in sides, "the middle column belongs to neither half"


async def test_whoever_passes_is_asked_but_not_heard() -> None:
    async with opened() as pilot:
        await pilot.press("P", "f", "j")
        assert [event.seat for event in mode(pilot).talk.passed] == [1]
        assert mode(pilot).talk.so_far[-1].seat == 2


async def test_the_keys_of_the_chairs_stand_on_the_wall_when_asked_for_and_can_be_clicked() -> None:
    async with opened() as pilot:
        await pilot.press("K")
        await pilot.pause()
        await click_on(pilot, "j     a     s")
        floor = mode(pilot).talk.floor
        assert floor is not None
        assert floor.turn.seat == 2


async def click_on(pilot: Pilot[int], text: str) -> None:
    """Click on the first letter of `text`, wherever it stands."""
    row, line = next((row, line) for row, line in enumerate(seen(pilot).split("\n")) if text in line)
    await pilot.click(offset=(line.index(text), row))
    await pilot.pause()


# At the desk


async def test_the_desk_says_who_and_how_long_and_who_has_not_been_heard() -> None:
    clock = Clock()
    async with opened(DeskScreen, clock=clock) as pilot:
        await pilot.press("f", "j")
        clock.now += 7
        await pilot.press("S")
        desk = seen(pilot)
        assert "Seat 2  0:07" in desk
        assert "26 not heard yet" in desk
        assert "1 turn summed up" in desk
        await click_on(pilot, "a ·")
        floor = mode(pilot).talk.floor
        assert floor is not None
        assert floor.turn.seat == 3


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("screen", [WallScreen, DeskScreen])
async def test_every_painted_letter_can_be_read(screen: type[TeachingScreen], theme: str) -> None:
    async with opened(screen, theme=theme) as pilot:
        for keys in (("F", "equals_sign", "enter", "A", "z", "enter"), tuple("fljkasf"), ("tab",), ("K", "C")):
            await pilot.press(*keys)
            await pilot.pause()
            assert isinstance(pilot.app, KitApp)
            assert_readable(pilot.app)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_the_wall_holds_question_and_balance_at_every_size(size: tuple[int, int], language: str) -> None:
    async with opened(size=size, language=language) as pilot:
        await pilot.press("F", "equals_sign", "enter", *"fljkas")
        shown = " ".join(seen(pilot).split())
        tr = words(language)
        assert tr("Balance") in shown
        assert tr("Somebody has the floor") in shown
        assert tr("The teacher is silent") in shown
        statement = LESSON.edition(language).steps[1].statement
        assert statement.split()[0] in shown


@pytest.mark.parametrize("seats", [1, 12, 28, 30, 31, 60])
@pytest.mark.parametrize("shape", ["rows", "u", "circle"])
@pytest.mark.parametrize("width", [36, 58, 96])
def test_every_chair_and_key_has_room_at_the_desk(shape: str, seats: int, width: int) -> None:
    room = SeatPlan(shape=shape, seats=seats)  # type: ignore[arg-type]
    chairs = Chairs(
        plan=room, hints=hints(room), absent=frozenset(), turns={1: 12, 2: 1}, standing={}, sides={}, floor=1
    )
    rows = chair_rows(chairs, width, words("en"), names=False)
    assert all(row.cell_length <= width for row in rows)
    shown = " ".join(row.plain for row in rows[1:])
    for keys in hints(room).values():
        assert keys in shown


def test_names_stand_at_the_desk_where_a_list_is_in_use_and_are_no_markup() -> None:
    room = SeatPlan(seats=4)
    talk = Talk(plan=room)
    talk = apply(talk, Logged(2, 0.0, 1.0, SeatMarked(seat=4, present=False)))
    talk = apply(talk, Logged(3, 0.0, 1.0, TurnBegan(seat=1)))
    step = plan(LESSON, 50).steps[6]
    view = LedgerView(
        talk=talk, plan=room, hints=hints(room, {4}), step=step, code=Code(), now=9.0, names={1: "Ada", 2: "[bold]x[/]"}
    )
    shown = "\n".join(row.plain for row in ledger_rows(view, 80, 24, words("en")))
    assert "Seat 1 · Ada  0:08" in shown
    assert "j [bold]x[/]" in shown
    assert len(ledger_rows(view, 80, 6, words("en"))) == 6


async def test_the_wall_sees_that_a_turn_takes_too_long_as_time_passes() -> None:
    clock = Clock()
    course = begin(plan(LESSON, 50), LESSON.languages, from_step="last-words")
    app = KitApp(lambda: WallScreen(LESSON, course), clock=clock)
    async with app.run_test(size=(100, 28)) as pilot:
        await pilot.press("t", "f")
        assert "● At most 1:00 a turn: kept" in painted(app)
        clock.now += 61
        wall = pilot.app.screen
        assert isinstance(wall, WallScreen)
        wall._tick()
        await pilot.pause()
        assert "◊ At most 1:00 a turn: remember" in painted(app)


async def test_the_wait_after_a_question_is_measured_while_the_talk_is_open() -> None:
    clock = Clock()
    async with opened(DeskScreen, clock=clock) as pilot:
        await pilot.press("w")
        clock.now += 8
        await pilot.press("f")
        assert mode(pilot).talk.waits == (8,)
        assert "Wait after the question: 0:08" in seen(pilot)


async def test_from_the_palette_a_seat_is_chosen_from_a_list() -> None:
    async with opened() as pilot:
        await pilot.press("ctrl+p", *"beside", "enter")
        await pilot.pause()
        assert "Who has the floor?" in seen(pilot)
        await pilot.press("5", "enter")
        floor = mode(pilot).talk.floor
        assert floor is not None
        assert floor.turn.seat == 5


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_the_seconds_of_a_silence_are_never_cut_off(language: str, size: tuple[int, int]) -> None:
    async with opened(DeskScreen, size=size, language=language) as pilot:
        await pilot.press("f", "comma")
        await pilot.pause()
        assert isinstance(pilot.app, KitApp)
        assert SECONDS.search(painted(pilot.app))

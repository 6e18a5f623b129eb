"""An AZERTY keyboard, whose digits want Shift: wherever a digit counts, its key counts without Shift too."""

from __future__ import annotations

from textual.pilot import Pilot

from kit.screen.desk import DeskScreen
from kit.screen.dialogs import Picker
from kit.screen.teaching import TeachingScreen
from kit.screen.wall import WallScreen
from kit.session.number_row import digit, number
from kit.session.room import Room
from kit.session.seats import TEACHER
from tests.screen.test_board import opened as board_opened
from tests.screen.test_talk import mode
from tests.screen.test_talk import opened as talk_opened
from tests.screen.test_vote import opened as vote_opened
from tests.screen.test_vote import vote_of

PC = "&é\"'(-è_çà"
"""The number row of a French keyboard, from the 1 to the 0, as it writes without Shift."""

MAC = "&é\"'(§è!çà"
"""The same of a French Mac, and of Belgium."""


def room(pilot: Pilot[int]) -> Room:
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, TeachingScreen)
    return screen.room


async def typed(pilot: Pilot[int], keys: str) -> None:
    for key in keys:
        await pilot.press(key if key != "-" else "minus")
    await pilot.pause()


def test_both_number_rows_are_read_as_their_digits() -> None:
    assert number(PC) == number(MAC) == number("1234567890") == "1234567890"
    assert number("éc") == number("") == digit(None) == digit("b") == digit("²") == ""
    assert digit("É") == "2", "with the lock of the capitals on"


async def test_hands_are_counted_without_shift() -> None:
    async with vote_opened() as pilot:
        await typed(pilot, "v&é")
        await pilot.press("enter")
        await typed(pilot, "-")
        await pilot.press("enter")
        assert vote_of(pilot).current.counts == {"for": 12, "against": 6}


async def test_every_seat_has_its_key_and_the_teacher_another() -> None:
    async with talk_opened() as pilot:
        await pilot.press("C", *["right"] * 2, "enter")
        await typed(pilot, PC)
        await pilot.press("tab")
        assert [turn.seat for turn in mode(pilot).talk.so_far] == [*range(21, 31), TEACHER]


async def test_a_line_is_pointed_to_in_the_talk() -> None:
    async with talk_opened(DeskScreen) as pilot:
        await pilot.press("f", "E")
        await typed(pilot, "&")
        await pilot.press("enter")
        assert [turn.lines for turn in mode(pilot).talk.so_far] == [(1,)]


async def test_a_line_is_cited_on_the_board_for_and_against() -> None:
    async with board_opened(WallScreen) as pilot:
        await typed(pilot, "&-")
        await pilot.press("enter")
        await typed(pilot, "&(=&-)")
        await typed(pilot, "1-")
        assert [(cite.line, cite.side) for cite in room(pilot).state.board.cited] == [
            (16, ""),
            (15, "for"),
            (16, "against"),
            (1, "against"),
        ]


async def test_the_number_of_a_step() -> None:
    async with vote_opened() as pilot:
        await typed(pilot, "&")
        assert isinstance(pilot.app.screen, Picker)
        await typed(pilot, "é")
        await pilot.press("enter")
        await pilot.pause()
        assert room(pilot).state.course.index == 11


async def test_a_word_that_begins_with_such_a_sign_is_still_a_word() -> None:
    async with vote_opened(language="fr") as pilot:
        await typed(pilot, "gé")
        picker = pilot.app.screen
        assert isinstance(picker, Picker)
        await typed(pilot, "change")
        await pilot.press("enter")
        await pilot.pause()
        assert room(pilot).state.course.step.id == "warm-up.pair"

"""The vote on the wall and at the desk: a few keys to the bars, and nothing on the wall before it is shown."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from kit.lesson.emphasis import plain
from kit.lesson.plan import plan
from kit.lesson.scene import scene
from kit.screen.app import KitApp
from kit.screen.ballot_dialog import BallotDialog
from kit.screen.desk import DeskScreen
from kit.screen.layout.flow import Measure
from kit.screen.layout.shift import shift_units
from kit.screen.layout.vote import height, vote_units
from kit.screen.modes.vote import VoteMode
from kit.screen.teaching import TeachingScreen
from kit.screen.wall import WallScreen
from kit.session.ballots import vote_for
from kit.session.codes import codes
from kit.session.course import begin
from kit.session.events import Opened, Shown
from kit.session.public import public
from kit.session.room import Room
from kit.session.vote_words import wording
from kit.session.votes import BallotTyped, Counted, Revealed, Vote, Votes
from kit.words import LANGUAGES, words
from kit.words.typography import apostrophes
from tests.screen.test_contrast import assert_readable
from tests.screen.walls import Clock, painted
from tests.session.test_ballots import lesson_called

SIZES = [(60, 18), (80, 24), (100, 28), (160, 45)]
DOTS = "····"


@asynccontextmanager
async def opened(
    name: str = "many-hands",
    step: str = "deliberate.vote-after",
    screen: type[TeachingScreen] = WallScreen,
    *,
    size: tuple[int, int] = (100, 28),
    theme: str = "light",
    language: str = "en",
    clock: Clock | None = None,
) -> AsyncIterator[Pilot[int]]:
    """A lesson at a step that votes, before any key."""
    lesson = lesson_called(name)
    course = begin(plan(lesson, 75), lesson.languages, language=language, from_step=step)
    app = KitApp(lambda: screen(lesson, course), theme=theme, interface=language, clock=clock or Clock())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


def teaching(pilot: Pilot[int]) -> TeachingScreen:
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, TeachingScreen)
    return screen


def vote_of(pilot: Pilot[int]) -> Vote:
    vote = teaching(pilot).room.state.votes.vote
    assert vote is not None
    return vote


def seen(pilot: Pilot[int]) -> str:
    assert isinstance(pilot.app, KitApp)
    return painted(pilot.app)


def both_counted(pilot: Pilot[int]) -> None:
    """As if both votes had been counted by hands, the first an hour ago."""
    vote = vote_of(pilot)
    for number, counts in ((1, (12, 9, 6)), (2, (15, 7, 5))):
        for option, count in zip(vote.options, counts, strict=True):
            teaching(pilot).room.do(Counted(vote=vote.id, round=number, option=option, count=count))


def ballots_typed(pilot: Pilot[int], count: int = 12) -> None:
    """As if ballots had been typed: every third moved, each at one of three lines."""
    vote = vote_of(pilot)
    for number, code in enumerate(codes("many-hands", "deliberate", count)):
        after = "against" if number % 3 == 0 else "for"
        line = (14, 7, 3)[number % 3]
        teaching(pilot).room.do(BallotTyped(vote=vote.id, code=code, before="for", after=after, line=line))


async def test_four_counts_are_on_the_wall_after_nine_keys() -> None:
    keys = ["v", "9", "enter", "8", "enter", "7", "enter", "6", "r"]
    assert len(keys) <= 10
    async with opened("reasons-and-causes", "corners.move") as pilot:
        await pilot.press(*keys)
        assert dict(vote_of(pilot).counts(1)) == {"conviction": 9, "money": 8, "people": 7, "unknown": 6}
        rows = [row for row in seen(pilot).splitlines() if "█" in row and row.rstrip()[-1].isdigit()]
        bars = {int(row.split()[-1]): row.count("█") for row in rows if row.split()[-1] in "9876"}
        assert [bars[count] for count in (9, 8, 7, 6)] == sorted(bars.values(), reverse=True)
        assert "30 counted" in seen(pilot)


async def test_the_wall_shows_dots_until_it_is_told_to_show_counts() -> None:
    async with opened() as pilot:
        await pilot.press("v", "4", "7", "enter", "3", "9")
        shown = seen(pilot)
        assert shown.count(DOTS) >= 3
        assert "1 of 3 counted" in shown
        assert "Against  •" in shown  # one sign, however many digits
        assert "••" not in shown
        assert "47" not in shown
        assert "39" not in shown
        await pilot.press("r")
        assert re.search(r"█ 47", seen(pilot))
        assert DOTS not in seen(pilot)
        await pilot.press("r")
        assert "47" not in seen(pilot)


async def test_a_letter_stands_once_before_its_bar() -> None:
    async with opened(step="think") as pilot:
        await pilot.press("v")
        assert re.search(r"► A  ·", seen(pilot))
        assert not re.search(r"A +A", seen(pilot))


async def test_whatever_was_counted_the_hidden_wall_looks_the_same() -> None:
    pictures = []
    for first, second in (("1", "9"), ("8", "2")):
        async with opened() as pilot:
            await pilot.press("v", first, "enter", second, "enter")
            pictures.append(seen(pilot))
    assert pictures[0] == pictures[1]


async def test_slips_are_mended_with_backspace_arrows_and_undo() -> None:
    async with opened() as pilot:
        await pilot.press("v", "1", "2", "backspace", "enter")
        assert vote_of(pilot).counts(2) == {"for": 1}
        await pilot.press("u")
        assert vote_of(pilot).counts(2) == {}
        await pilot.press("down", "5", "down", "up", "backspace")
        assert vote_of(pilot).counts(2) == {}
        assert vote_of(pilot).cursor == 1
        await pilot.press("6", "up")
        assert vote_of(pilot).counts(2) == {"against": 6}


async def test_escape_closes_the_vote_and_nothing_is_lost() -> None:
    async with opened() as pilot:
        await pilot.press("v", "5", "enter", "escape")
        assert teaching(pilot).mode is None
        assert teaching(pilot).room.state.view == "step"
        assert DOTS not in seen(pilot)
        await pilot.press("v")
        assert vote_of(pilot).counts(2) == {"for": 5}
        assert "1 of 3 counted" in seen(pilot)


async def test_escape_pressed_once_too_often_stops_no_clock() -> None:
    clock = Clock()
    async with opened(clock=clock) as pilot:
        await pilot.press("f5", "v", "escape", "escape")
        assert teaching(pilot).course.countdown.running
        assert "To stop it, press Esc again." in seen(pilot)
        await pilot.press("escape")
        assert teaching(pilot).course.countdown.paused
        await pilot.press("f5", "v", "escape")
        clock.now += 2
        await pilot.press("escape")
        assert teaching(pilot).course.countdown.paused


async def test_esc_in_haste_says_nothing_of_a_clock_that_stands() -> None:
    async with opened() as pilot:
        await pilot.press("v", "escape", "escape")
        await pilot.pause()
        assert "The clock runs on" not in seen(pilot)


async def test_when_the_other_screen_goes_on_the_keys_stop_counting() -> None:
    async with opened() as pilot:
        await pilot.press("v", "5", "enter")
        teaching(pilot).room.do(Shown(view="step"))  # as the desk does
        await pilot.pause()
        assert teaching(pilot).mode is None
        assert "Count" not in seen(pilot).splitlines()[-1]


async def test_a_vote_opened_at_the_other_screen_is_joined_as_it_stands() -> None:
    async with opened() as pilot:
        room = teaching(pilot).room
        room.do(vote_for(room.state.lesson, room.state.course.step, room.state.votes), Shown(view="vote"))
        room.do(Counted(vote="deliberate/statement", round=2, option="for", count=3))
        before = len(room.log)
        await pilot.press("v")
        assert len(room.log) == before
        await pilot.press("4", "enter")
        assert vote_of(pilot).counts(2) == {"for": 3, "against": 4}


async def test_the_clicker_can_still_empty_the_wall() -> None:
    async with opened() as pilot:
        await pilot.press("v", "b")
        assert teaching(pilot).room.state.blank


async def test_a_click_marks_an_option() -> None:
    async with opened() as pilot:
        await pilot.press("v")
        row = next(index for index, text in enumerate(seen(pilot).splitlines()) if "Undecided" in text)
        await pilot.click(offset=(12, row))
        await pilot.press("4", "enter")
        assert vote_of(pilot).counts(2) == {"undecided": 4}


class TestBeforeAndAfter:
    async def test_a_first_vote_alone_is_never_shown_this_way(self) -> None:
        async with opened(step="deliberate.vote-before") as pilot:
            await pilot.press("v", "9", "enter", "8", "enter", "7", "s")
            assert teaching(pilot).room.state.view == "vote"
            assert not vote_of(pilot).current.revealed
            assert "Before and after are shown when both votes have been counted." in seen(pilot)

    async def test_hands_show_the_net_change_and_say_that_it_is_no_more(self) -> None:
        async with opened() as pilot:
            await pilot.press("v")
            both_counted(pilot)
            await pilot.press("s")
            shown = seen(pilot)
            assert re.search(r"For\s+█+▌? 12\s+█+▌? 15\s+\+3", shown)
            assert re.search(r"Against\s+█+▌? 9\s+█+▌? 7\s+−2", shown)
            assert "Hands show the net change, not who moved" in " ".join(shown.split())

    async def test_ballots_show_who_moved_from_where_to_where_and_at_which_line(self) -> None:
        async with opened() as pilot:
            await pilot.press("v")
            ballots_typed(pilot)
            await pilot.press("s")
            shown = " ".join(seen(pilot).split())
            assert "12 pairs of votes: 8 held their view 4 changed sides" in shown
            assert re.search(r"▲ For ━+► ▼ Against 4 changed sides", shown)
            assert "14 ■■■■" in shown
            assert "7 □□□□" in shown
            for code in codes("many-hands", "deliberate", 12):
                assert not re.search(rf"\b{code}\b", shown), "a code never stands on the wall"

    async def test_the_same_key_goes_back_to_the_vote(self) -> None:
        async with opened() as pilot:
            await pilot.press("v")
            both_counted(pilot)
            await pilot.press("s", "s")
            assert teaching(pilot).room.state.view == "vote"
            await pilot.press("s", "r")
            assert not any(one.revealed for one in vote_of(pilot).rounds)

    async def test_a_vote_that_comes_once_says_so(self) -> None:
        async with opened("empty-chair", "role-play.decide") as pilot:
            await pilot.press("v", "s")
            assert "This vote is taken only once" in seen(pilot)


class TestTheDesk:
    async def test_counts_are_numbers_there_while_the_class_sees_none(self) -> None:
        async with opened(screen=DeskScreen) as pilot:
            await pilot.press("v", "4", "7", "enter", "3", "9")
            shown = seen(pilot)
            assert re.search(r"For\s+47\b", shown)
            assert "39_" in shown
            assert "hidden from the class" in shown
            public_vote = public(teaching(pilot).room.state).votes.vote
            assert public_vote is not None
            assert public_vote.shown == {}

    async def test_ballots_are_typed_one_after_another(self) -> None:
        one, other, *_ = codes("many-hands", "deliberate")
        async with opened(screen=DeskScreen) as pilot:
            await pilot.press("v", "t")
            await pilot.pause()
            assert isinstance(pilot.app.screen, BallotDialog)
            line = pilot.app.screen.query_one(Input)
            for text in (f"{one} 1 2 14", f"{other} for undecided", f"{one} 2 2", "A1 1 1", f"{other}-"):
                line.value = text
                await pilot.press("enter")
                await pilot.pause()
                if text == f"{one} 2 2":
                    assert f"{one} has been typed already." in seen(pilot)
                    assert line.value == text, "what was refused stays to be mended"
            assert set(vote_of(pilot).ballots) == {one}
            await pilot.press("escape")
            assert isinstance(teaching(pilot).mode, VoteMode)
            assert "1 ballot typed" in seen(pilot)

    async def test_the_next_stub_is_typed_over_one_that_was_refused(self) -> None:
        one = codes("many-hands", "deliberate")[0]
        async with opened(screen=DeskScreen) as pilot:
            await pilot.press("v", "t")
            await pilot.pause()
            await pilot.press(*"A1", "space", *"1", "enter")
            await pilot.pause()
            assert "A1 is on no ballot of this vote" in seen(pilot)
            await pilot.press(*one, "space", *"1", "space", *"2", "enter")
            await pilot.pause()
            assert set(vote_of(pilot).ballots) == {one}

    async def test_on_the_wall_no_ballots_are_typed(self) -> None:
        async with opened() as pilot:
            await pilot.press("v", "t")
            assert len(pilot.app.screen_stack) == 1
            assert "Ballots are typed at the desk" in seen(pilot)


STATES = {"hidden": ("v", "9"), "shown": ("v", "9", "enter", "r"), "shift": ("v", "s"), "moved": ("v", "s")}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("screen", [WallScreen, DeskScreen])
async def test_every_letter_and_bar_can_be_seen(theme: str, state: str, screen: type[TeachingScreen]) -> None:
    async with opened(screen=screen, theme=theme) as pilot:
        keys = STATES[state]
        await pilot.press(keys[0])
        if state in ("shift", "moved"):
            both_counted(pilot)
        if state == "moved":
            ballots_typed(pilot)
        await pilot.press(*keys[1:])
        assert isinstance(pilot.app, KitApp)
        assert_readable(pilot.app)


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_the_line_for_ballots_can_be_read(theme: str) -> None:
    async with opened(screen=DeskScreen, theme=theme) as pilot:
        await pilot.press("v", "t")
        await pilot.pause()
        assert isinstance(pilot.app, KitApp)
        assert_readable(pilot.app)
        await pilot.press("K", "0", "enter")
        await pilot.pause()
        assert_readable(pilot.app)


WITH_OPTIONS = {
    "many-hands": "deliberate.vote-after",
    "reasons-and-causes": "corners.move",
    "vision-or-invoice": "barometer.stand",
    "empty-chair": "role-play.decide",
}


@pytest.mark.parametrize(
    ("language", "size"), [*((language, (80, 24)) for language in LANGUAGES), *(("fr", size) for size in SIZES)]
)
@pytest.mark.parametrize("name", WITH_OPTIONS)
async def test_every_option_and_its_count_stand_on_one_page(name: str, language: str, size: tuple[int, int]) -> None:
    async with opened(name, WITH_OPTIONS[name], size=size, language=language) as pilot:
        await pilot.press("v")
        vote = vote_of(pilot)
        hidden = seen(pilot)
        assert sum(DOTS in row for row in hidden.splitlines()) >= len(vote.options)
        for index in range(len(vote.options)):
            await pilot.press(str(index + 2), "enter")
        await pilot.press("r")
        rows = seen(pilot).splitlines()
        assert teaching(pilot).room.state.pages == 1
        for index in range(len(vote.options)):
            assert any(re.search(rf"[█▌] {index + 2}\s*$", row) for row in rows)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["reasons-and-causes", "vision-or-invoice"])
async def test_the_teacher_reads_every_option_whole_at_a_small_desk(name: str, language: str) -> None:
    async with opened(name, WITH_OPTIONS[name], DeskScreen, size=(80, 24), language=language) as pilot:
        await pilot.press("v")
        lesson, vote = teaching(pilot).lesson, vote_of(pilot)
        for label in wording(lesson, vote.kind, vote.lesson_step, vote.options, words(language)).labels:
            left = [row.split("│")[0] for row in seen(pilot).splitlines()]
            assert set(apostrophes(plain(label)).split()) <= set(" ".join(left).split()), label
            await pilot.press("7", "enter")
            assert re.search(r"\b7\b", seen(pilot))


@pytest.mark.parametrize("width", [50, 72, 88, 148])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["many-hands", "one-sentence", "better-questions", "vision-or-invoice"])
def test_no_row_is_wider_than_the_wall(name: str, language: str, width: int) -> None:
    """Every vote of a lesson, hidden and shown, before and after."""
    lesson = lesson_called(name)
    planned = plan(lesson, 90)
    tr = words(language)
    for index, step in enumerate(planned.steps):
        room = Room.begin(Opened(lesson=lesson, plan=planned, language=language, index=index), None)
        vote = vote_for(lesson, step, Votes())
        room.do(vote, Shown(view="vote"))
        numbers = range(1, vote.rounds + 1)
        for number in numbers:
            for place, option in enumerate(vote.options):
                room.do(Counted(vote=vote.vote, round=number, option=option, count=7 * place % 31))
        shows = scene(lesson, step, language)
        for on in (False, True):
            room.do(Revealed(vote=vote.vote, rounds=tuple(numbers), on=on))
            for made in (vote_units, shift_units):
                units = made(public(room.state), shows, Measure(width, width > 110), 12, tr)
                assert units
                assert max(row.cell_length for unit in units for row in unit.rows) <= width
                if not on:
                    assert height(units) <= 12


async def test_one_number_too_many_takes_the_place_of_no_count() -> None:
    async with opened() as pilot:
        await pilot.press("v", *"5", "enter", *"6", "enter", *"7", "enter")
        counted = dict(vote_of(pilot).counts(2))
        assert len(counted) == 3
        await pilot.press(*"9", "enter")
        assert vote_of(pilot).counts(2) == counted
        assert "Everything is counted." in seen(pilot)
        await pilot.press("down", *"9", "enter")
        changed = vote_of(pilot).counts(2)
        assert sum(changed[option] != counted[option] for option in counted) == 1

"""Lists turn their pages at any moment, also before they have been painted."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.widgets.option_list import Option

from kit.screen.widgets.options import Options


class Listed(App[None]):
    """Thirty options, every tenth of which is a heading."""

    def compose(self) -> ComposeResult:
        yield Options(*(Option(f"Row {number}", disabled=number % 10 == 0) for number in range(30)))


@asynccontextmanager
async def listed() -> AsyncIterator[Options]:
    app = Listed()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        yield app.query_one(Options)


async def test_pages_pass_over_what_cannot_be_chosen_and_end_at_the_ends() -> None:
    async with listed() as options:
        seen = []
        for _ in range(6):
            options.action_page_down()
            seen.append(options.highlighted)
        assert seen[0] == 11  # a whole page from the first that can be chosen
        assert seen[-1] == seen[-2] == 29
        for _ in range(6):
            options.action_page_up()
            seen.append(options.highlighted)
        assert seen[-1] == 1
        assert not any(place is None or place % 10 == 0 for place in seen)


@pytest.mark.parametrize("turn", [Options.action_page_down, Options.action_page_up])
async def test_a_list_filled_this_very_moment(turn: object) -> None:
    async with listed() as options:
        options.clear_options()
        assert callable(turn)
        turn(options)  # an empty list stays empty
        assert options.highlighted is None
        options.add_options([Option("One"), Option("Two"), Option("Three")])
        options.highlighted = 1
        turn(options)
        assert options.highlighted in (0, 2)

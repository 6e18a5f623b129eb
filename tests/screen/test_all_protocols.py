"""Every protocol, from its first step to its last, on wall and desk, with the tools its steps record with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input

from kit.lesson.model import Lesson, LessonStep
from kit.lesson.plan import plan
from kit.lesson.scene import notes, scene
from kit.protocols.model import Record
from kit.protocols.reading import by_language, names
from kit.screen.note_dialog import NoteDialog
from kit.session.state import state
from tests.screen.pairs import Pair, side_by_side
from tests.screen.wall_lessons import many_hands

TOOLS: dict[Record, str] = {
    "nothing": "",
    "count": "vote",
    "paired-count": "vote",
    "bins": "vote",
    "turns": "talk",
    "notes": "board",
    "consensus": "board",
    "exit-tally": "board",
}
"""Which tool a step's record is made with."""
KEY = {"vote": "v", "talk": "t", "board": "a"}
SAID = "Nobody should hold every key"


def lesson_with(protocol: str) -> Lesson:
    """*Many hands or few?*, discussed with `protocol` (a wrapper around thinking, pairing and sharing)."""
    base = many_hands()
    deliberate = next(step for step in base.edition("en").steps if step.sides)
    wraps = next(iter(by_language(protocol).values())).wrapper
    step = LessonStep(
        id="try",
        protocol="think-pair-share" if wraps else protocol,
        around=protocol if wraps else "",
        question=deliberate.question,
        statement=deliberate.statement,
        sides=deliberate.sides,
    )
    wanted = {protocol, step.protocol}
    editions = {
        language: replace(edition, steps=(step,), exit_ticket={}) for language, edition in base.editions.items()
    }
    return replace(base, editions=editions, protocols={name: by_language(name) for name in sorted(wanted)})


def squeezed(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


@pytest.mark.parametrize("protocol", names())
async def test_it_runs_from_the_first_step_to_the_last(protocol: str, tmp_path: Path) -> None:
    lesson = lesson_with(protocol)
    planned = plan(lesson, 90)
    used: set[str] = set()
    async with side_by_side(lesson, tmp_path, planned=planned) as pair:
        await pair.at_desk("f5")
        for index, step in enumerate(planned.steps):
            assert f"Step {index + 1} of {len(planned.steps)}" in pair.wall.text
            assert squeezed(scene(lesson, step, "en").title) in squeezed(pair.desk.text)
            tool = TOOLS[lesson.protocols[step.protocol]["en"].steps[step.part].records]
            if tool in used:  # the second time it only has to open and close
                await pair.at_desk(KEY[tool], "escape")
            elif tool:
                await {"vote": count, "talk": talk, "board": write}[tool](pair)
                used.add(tool)
            private = squeezed(notes(lesson, step, "en").cue)[:40]
            assert private
            assert private not in squeezed(pair.wall.text)
            if index + 1 < len(planned.steps):
                await pair.at_desk(*str(index + 2), "enter")
        here, there = pair.wall.screen.room, pair.desk.screen.room
        assert here.log == there.log
        assert here.trouble is None
        replayed = state(here.log)
        assert replayed == here.state
        counted = [one for vote in replayed.votes.votes.values() for one in vote.rounds if one.counts]
        assert bool(counted) == ("vote" in used)
        assert len(replayed.talk.turns) == (2 if "talk" in used else 0)
        assert [note.text for note in replayed.board.notes] == ([SAID] if "board" in used else [])


async def count(pair: Pair) -> None:
    """A vote by hands, opened on the wall, counted at the desk, shown, compared and closed."""
    await pair.at_wall("v")
    before = pair.wall.text
    await pair.at_desk("v", "9", "enter", "8", "enter")
    assert pair.wall.text != before
    await pair.at_desk("r")
    assert "█" in pair.wall.text
    await pair.at_desk("s", "s", "escape")


async def talk(pair: Pair) -> None:
    """Two speakers, the second of whom finishes."""
    await pair.at_desk("t", "f", "j", "comma", "escape")


async def write(pair: Pair) -> None:
    """A note of the desk's is on the wall while the board is."""
    await pair.at_desk("a", "n")
    dialog = pair.desk.app.screen
    assert isinstance(dialog, NoteDialog)
    dialog.query_one(Input).value = f"{SAID} #3"
    await pair.at_desk("enter", "escape")
    assert squeezed(SAID)[:12] in squeezed(pair.wall.text)
    await pair.at_desk("escape")

"""Eight minutes are lost: one key cuts what is left anew, on both screens, and another takes it back."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kit.lesson.plan import Plan, plan, recut
from tests.screen.pairs import side_by_side
from tests.screen.wall_lessons import many_hands

MINUTE = 60.0


def plan_of(lesson_minutes: int) -> Plan:
    return plan(many_hands(), lesson_minutes)


@given(period=st.integers(35, 90), index=st.integers(0, 11), left=st.floats(-20, 100), used=st.floats(0, 12))
def test_what_lies_behind_is_untouched_and_the_rest_fits_if_it_can(
    period: int, index: int, left: float, used: float
) -> None:
    lesson, before = many_hands(), plan_of(period)
    index = min(index, len(before.steps) - 1)
    after = recut(lesson, before, index, minutes=left, used=used)
    assert after.steps[:index] == before.steps[:index]
    assert after.steps[index].id == before.steps[index].id
    assert after.steps[index].minutes >= used  # what is gone is gone
    was = [step.id for step in before.steps]
    assert [step.id for step in after.steps] == [name for name in was if name not in after.dropped]
    assert {step.id for step in before.steps if step.protected} <= {step.id for step in after.steps}
    starts = [0, *accumulate(step.minutes for step in after.steps)]
    assert [step.starts for step in after.steps] == starts[:-1]
    ahead = sum(step.minutes for step in after.steps[index + 1 :])
    rest = after.steps[index].minutes - used
    assert ahead + max(0.0, rest) <= max(0.0, left) + 1 + after.missing


def test_steps_that_may_be_left_out_go_first_and_the_exit_ticket_stays() -> None:
    before = plan_of(50)
    after = recut(many_hands(), before, 5, minutes=31, used=0)
    gone = [step for step in before.steps if step.id in after.dropped]
    assert gone
    assert all(step.skippable or step.lesson_step in many_hands().edition("en").short_cut.skip for step in gone)
    assert after.steps[-1].protocol == "exit-ticket"
    assert after.missing == 0
    assert sum(step.minutes for step in after.steps[5:]) <= 31


async def test_one_key_re_plans_both_screens_and_undo_restores(tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path) as pair:
        await pair.at_desk("f5", *["pagedown"] * 3)
        before = pair.wall.screen.course.plan
        await pair.later(12 * MINUTE)  # of which eight were a fire drill
        assert "late: r re-plans" in pair.desk.text
        await pair.at_desk("r")
        planned = pair.wall.screen.course.plan
        assert planned == pair.desk.screen.course.plan != before
        assert planned.steps[:3] == before.steps[:3]
        assert sum(step.minutes for step in planned.steps[3:]) == 38
        assert "New plan: 38 minutes left" in pair.desk.text
        assert "late: r re-plans" not in pair.desk.text
        assert f"Step 4 of {len(planned.steps)}" in pair.wall.text
        await pair.at_desk("r")
        assert "The plan fits as it is." in pair.desk.text
        await pair.at_wall("u")
        assert pair.desk.screen.course.plan == before
        assert f"Step 4 of {len(before.steps)}" in pair.wall.text


async def test_the_wall_says_what_came_of_it_and_nothing_private(tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path) as pair:
        await pair.at_wall("f5", *["pagedown"] * 3)
        await pair.later(35 * MINUTE)
        await pair.at_wall("r")
        assert "New plan: 15 minutes left" in pair.wall.text
        assert "left out" in pair.wall.text


async def test_before_time_has_run_there_is_nothing_to_cut(tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path) as pair:
        await pair.later(30 * MINUTE)
        before = pair.desk.screen.course.plan
        await pair.at_desk("r")
        assert "The plan fits as it is." in pair.desk.text
        assert pair.desk.screen.course.plan == before


async def test_after_the_bell_only_what_must_be_is_left(tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path) as pair:
        await pair.at_desk("f5", *["pagedown"] * 3)
        await pair.later(55 * MINUTE)
        assert "The bell has gone" in pair.desk.text
        await pair.at_desk("r")
        planned = pair.desk.screen.course.plan
        assert planned.steps[-1].protocol == "exit-ticket"
        assert planned.missing > 0
        assert "minutes too long" in pair.desk.text
        await pair.at_desk("r")  # and again: nothing more can be cut
        assert pair.desk.screen.course.plan == planned
        assert "minutes too long" in pair.desk.text


async def test_the_minutes_can_be_chosen(tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path) as pair:
        await pair.at_desk("f5", "pagedown", "R", *"45", "enter")
        planned = pair.wall.screen.course.plan
        assert sum(step.minutes for step in planned.steps[1:]) == 45
        assert "New plan: 45 minutes left" in pair.desk.text


async def test_any_number_of_minutes_can_be_typed_and_never_becomes_another(tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path) as pair:
        before = pair.wall.screen.course.plan
        await pair.at_desk("f5", "pagedown", "R", *"143", "enter")
        assert "Nothing here is called “143”" in pair.desk.text
        assert pair.wall.screen.course.plan == before
        await pair.at_desk("backspace", "backspace", "backspace", *"43", "enter")
        assert "New plan: 43 minutes left" in pair.desk.text


async def test_the_bell_goes_when_the_teacher_says(tmp_path: Path) -> None:
    async with side_by_side(many_hands(), tmp_path) as pair:
        await pair.at_desk("f5", *["pagedown"] * 3)
        await pair.later(10 * MINUTE)
        await pair.at_desk("R", *"45", "enter")
        assert "bell in 45 minutes" in pair.desk.text
        planned = pair.desk.screen.course.plan
        await pair.at_wall("r")  # and the wall cuts for the same bell
        assert "The plan fits as it is." in pair.wall.text
        assert pair.desk.screen.course.plan == planned

"""What the wall may know of a class: a state of its own type, made from events alone, so that no name can be in it."""

from __future__ import annotations

from dataclasses import dataclass

from kit.session import board, drawn, referee, talk, votes
from kit.session.board import PublicBoard
from kit.session.course import Course
from kit.session.drawn import PublicDrawn
from kit.session.events import View
from kit.session.heat import shown_heat
from kit.session.state import ClassState
from kit.session.talk import PublicTalk
from kit.session.votes import PublicVotes


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicState:
    """The public side of a `ClassState`; seats are numbers, and what is hidden has no field."""

    course: Course
    view: View
    blank: bool
    page: int
    pages: int
    floor_opens: float | None
    thinking: float
    votes: PublicVotes
    talk: PublicTalk
    board: PublicBoard
    drawn: PublicDrawn


def public(state: ClassState, now: float | None = None) -> PublicState:
    """What of `state` the class may see, `now` in seconds of this run's monotonic clock, where time matters to it."""
    step = state.course.step
    counted = votes.public(state.votes)
    movement = counted.vote.movement if counted.vote is not None else None
    uses = shown_heat(state, [movement]) if state.view == "lines" else ()
    return PublicState(
        course=state.course,
        view=state.view,
        blank=state.blank,
        page=state.page,
        pages=state.pages,
        floor_opens=state.floor_opens,
        thinking=state.thinking,
        votes=counted,
        talk=talk.public(state.talk, step, referee.code_of(state.lesson, step), now),
        board=board.public(state.board, uses),
        drawn=drawn.public(state.drawn),
    )

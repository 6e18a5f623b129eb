"""The vote: one key opens the right one, digits count, one key shows the bars, one the change."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.events import Key

from kit.screen.actions import Place
from kit.screen.modes.mode import Mode
from kit.session.ballots import vote_for
from kit.session.events import Shown, View
from kit.session.number_row import digit
from kit.session.vote_words import wording
from kit.session.votes import Counted, OptionChosen, Revealed, Vote, VoteOpened
from kit.words import words

if TYPE_CHECKING:
    from kit.screen.teaching import TeachingScreen
    from kit.session.vote_words import Wording

MOST_DIGITS = 3
VIEWS = ("vote", "shift")


class VoteMode(Mode):
    """The keys of a vote; on the wall a count is typed as a dot, at the desk as what it is."""

    PLACE: ClassVar[Place] = "vote"
    VIEW: ClassVar[View] = "vote"

    def __init__(self, host: TeachingScreen) -> None:
        super().__init__(host)
        self.digits = ""
        """What has been typed of a count."""
        self._chose = False
        """Whether the teacher has just chosen what to count or to correct."""

    @property
    def vote(self) -> Vote | None:
        """The vote that is open."""
        return self.state.votes.vote

    def enter(self) -> None:
        """Open the vote of this step; where the other screen has it open already, join it as it stands."""
        self.room.listeners.append(self._follow)
        opening = self._opening()
        vote = self.vote
        if vote is not None and (vote.id, vote.round) == (opening.vote, opening.round) and self.state.view in VIEWS:
            return
        self.room.do(opening, Shown(view="vote"))

    def leave(self) -> None:
        if self._follow in self.room.listeners:
            self.room.listeners.remove(self._follow)
        if self.state.view in VIEWS:
            self.room.do(Shown(view="step"))

    def _follow(self) -> None:
        """Where the other screen has gone on to something else, the keys here must not go on counting."""
        if self.state.view not in VIEWS:
            self.host.call_later(self._close_here)

    def _close_here(self) -> None:
        if self.host.mode is self and self.state.view not in VIEWS:
            self.host.close_mode()

    def _opening(self, *, fine: bool = False) -> VoteOpened:
        return vote_for(self.state.lesson, self.state.course.step, self.state.votes, fine=fine)

    def _said(self, vote: Vote) -> Wording:
        tr = words(self.state.lesson.edition(self.state.course.language).language)
        return wording(self.state.lesson, vote.kind, vote.lesson_step, vote.options, tr)

    # What is painted

    def wall_note(self) -> Content | None:
        """That a count is being typed, and for which option."""
        from kit.screen.layout.vote import short_names

        vote = self.vote
        if not self.digits or vote is None:
            return None
        label = short_names(self._said(vote).labels)[vote.cursor]
        # One sign for any number: two dots would tell that more than nine hands were up.
        typed = self.digits if vote.current.revealed else "•"
        return Content.assemble((f" {label[:40]}  ", "bold"), (f"{typed} ", "bold $primary"))

    def desk_rows(self, width: int, rows: int) -> list[Content]:
        from kit.screen.layout.vote_desk import desk_rows

        vote = self.vote
        return desk_rows(vote, self._said(vote), self.digits, self.tr, width, rows) if vote is not None else []

    # Counting

    def act(self, name: str) -> None:
        """An action by its name; a click on an option brings the option's number with it."""
        name, _, number = name.partition(" ")
        if name == "choose" and number.isdecimal():
            self._choose(int(number))
            self.host.changed()
        else:
            super().act(name)

    def typed(self, event: Key) -> bool:
        """Digits are a count; three of them are more than any class has hands."""
        typed = digit(event.character)
        vote = self.vote
        if not typed or vote is None:
            return False
        if not self.digits and not self._chose and set(vote.options) <= set(vote.current.counts):
            # One number too many must not take the place of a count nobody is looking at.
            self.host.remark(self.tr("Everything is counted. The arrows choose what to correct."))
            return True
        if len(self.digits) < MOST_DIGITS:
            self.digits += typed
        return True

    def _count(self) -> bool:
        """Enter what has been typed; whether there was anything."""
        vote = self.vote
        if vote is None or not self.digits:
            return False
        count, self.digits, self._chose = int(self.digits), "", False
        self.room.do(Counted(vote=vote.id, round=vote.round, option=vote.options[vote.cursor], count=count))
        return True

    def _choose(self, index: int) -> None:
        self._count()
        vote = self.vote
        if vote is not None:
            option = vote.options[index % len(vote.options)]
            self.room.do(OptionChosen(vote=vote.id, option=option))
            self._chose = True

    def action_confirm(self) -> None:
        if not self._count():
            self.action_choose_next()

    def action_choose_next(self) -> None:
        vote = self.vote
        if vote is not None and not self._count():
            self._choose(vote.cursor + 1)

    def action_choose_before(self) -> None:
        vote = self.vote
        if vote is not None:
            self._choose(vote.cursor - 1)

    def action_erase(self) -> None:
        vote = self.vote
        if self.digits:
            self.digits = self.digits[:-1]
        elif vote is not None and vote.options[vote.cursor] in vote.current.counts:
            self.room.do(Counted(vote=vote.id, round=vote.round, option=vote.options[vote.cursor], count=None))

    # Showing

    def action_reveal(self) -> None:
        self._count()
        vote = self.vote
        if vote is None:
            return
        if self.state.view == "shift":
            self.room.do(Revealed(vote=vote.id, rounds=(1, 2), on=False), Shown(view="vote"))
            return
        on = not vote.current.revealed
        if on and not vote.counts(vote.round):
            self.host.remark(self.tr("Nothing has been counted yet."))
            return
        self.room.do(Revealed(vote=vote.id, rounds=(vote.round,), on=on))

    def action_shift(self) -> None:
        self._count()
        vote = self.vote
        if vote is None:
            return
        if self.state.view == "shift":
            self.room.do(Shown(view="vote"))
        elif len(vote.rounds) < 2:
            self.host.remark(self.tr("This vote is taken only once: there is no before and after."))
        elif vote.before_after is None:
            # A first vote that is shown too early makes followers.
            self.host.remark(self.tr("Before and after are shown when both votes have been counted."))
        else:
            self.room.do(Revealed(vote=vote.id, rounds=(1, 2)), Shown(view="shift"))

    def action_finer(self) -> None:
        vote = self.vote
        if vote is None or vote.kind != "scale":
            self.host.remark(self.tr("Only a barometer has a finer scale."))
        elif vote.begun:
            self.host.remark(self.tr("The scale stays as it is: something has been counted already."))
        else:
            self.room.do(self._opening(fine=len(vote.options) <= 5))

    def action_ballots(self) -> None:
        if not self.private:
            self.host.remark(self.tr("Ballots are typed at the desk: kit desk."))
            return
        from kit.screen.ballot_dialog import BallotDialog

        vote = self.vote
        if vote is not None and len(vote.rounds) > 1:
            self.host.app.push_screen(BallotDialog(self.room, self._said(vote)))
        else:
            self.host.remark(self.tr("This vote is taken only once: there is no before and after."))

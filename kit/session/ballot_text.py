"""A ballot as it is typed: ``L3 2 1 14`` is code, vote before, vote after and the line that decided."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from kit.session.number_row import SIX, digit, number
from kit.session.votes import BallotRemoved, BallotTyped, Vote
from kit.words import N_, Message

NOT_THERE = "-"
"""What is typed for a stub that was not handed in."""

USUAL_LINE = 14
"""The line of the example that says how a ballot is typed, where the lesson has it."""

LETTERED = ("positions", "scale", "letters")
"""Votes whose options carry the letters A, B, C … on wall and paper."""


def example(codes: Sequence[str], lines: Collection[int]) -> str:
    """A ballot that could be one of this vote's, to show how it is typed: ``L3 2 1 14``."""
    line = USUAL_LINE if USUAL_LINE in lines else max(lines, default=0)
    return f"{codes[0]} 2 1 {line}" if line else f"{codes[0]} 2 1"


def read_ballot(
    text: str, vote: Vote, labels: Sequence[str], codes: Sequence[str], lines: Collection[int]
) -> BallotTyped | BallotRemoved | Message:
    """The ballot in `text`, or the sentence that says what is wrong with it.

    Votes are typed as the option's number from 1, as its letter where it has one, or as the beginning of what it is
    called, in `labels` (in the order of the options) or by its id. One vote alone counts for the round that is open;
    a code with a minus takes the ballot out again. `codes` are those on the ballots of this vote, `lines` the numbers
    the lesson has. Digits may be typed on an AZERTY keyboard without Shift.
    """
    words = _words(text)
    if not words:
        return Message.of(N_("Type the code and the two votes, for example {example}."), example=example(codes, lines))
    code = words[0].upper()
    if not re.fullmatch(r"[A-Z][0-9]", code):
        return Message.of(
            N_("{code} is no code: a code is a letter and a digit, such as {known}."), code=words[0], known=codes[0]
        )
    if code not in codes:
        return Message.of(N_("{code} is on no ballot of this vote: look at the stub again."), code=code)
    if words[1:] == [NOT_THERE]:
        if code in vote.ballots:
            return BallotRemoved(vote=vote.id, code=code)
        return Message.of(N_("{code} has not been typed yet."), code=code)
    if len(words) == 1:
        return Message.of(N_("What did {code} vote? Type the number of the option after the code."), code=code)
    if len(words) > 4:
        return Message.of(
            N_("That is too much: type code, vote before, vote after and line, for example {example}."),
            example=example(codes, lines),
        )
    marks = [_mark(word, vote, labels) for word in words[1:3]]
    if None in marks:
        wrong = words[1:3][marks.index(None)]
        return Message.of(
            N_("{vote} is not one of the {count} options: type a number from 1 to {count}."),
            vote=wrong,
            count=len(vote.options),
        )
    before, after = _stubs([mark or "" for mark in marks], first=vote.round == 1)
    line = None
    if len(words) == 4 and words[3] != NOT_THERE:
        if not words[3].isdecimal() or int(words[3]) not in lines:
            return Message.of(N_("There is no line {line} in this lesson."), line=words[3])
        line = int(words[3])
    if not before and not after:
        return Message.of(N_("What did {code} vote? Type the number of the option after the code."), code=code)
    return _known(vote, code, before, after) or BallotTyped(
        vote=vote.id, code=code, before=before, after=after, line=line
    )


def _words(text: str) -> list[str]:
    """What was typed, in pieces: code, votes and line, with their digits; a minus behind the code is one of its own."""
    typed = text.replace(",", " ").strip()
    code = typed[:1] + (digit(typed[1:2]) or typed[1:2])
    words = re.sub(r"^(\w+)-", r"\1 -", code + typed[2:]).split()
    read = [word if word == NOT_THERE else number(word) or word for word in words[1:]]
    unshifted = code != typed[:2] or read != words[1:]
    if unshifted and len(read) == 3 and read[2] == SIX:
        # A line that is missing is left out: here, a minus is the 6.
        read[2] = digit(SIX)
    return [*words[:1], *read]


def _known(vote: Vote, code: str, before: str, after: str) -> Message | None:
    known = vote.ballots.get(code)
    if known is None or not ((before and known.before) or (after and known.after)):
        return None
    return Message.of(
        N_(
            "{code} has been typed already. If that was a mistake, take it out first: type {code} and a minus, {code}-."
        ),
        code=code,
    )


def _stubs(marks: Sequence[str], *, first: bool) -> tuple[str, str]:
    if len(marks) == 2:
        return marks[0], marks[1]
    return (marks[0], "") if first else ("", marks[0])


def _mark(word: str, vote: Vote, labels: Sequence[str]) -> str | None:
    """The option that is meant; "" for a missing stub, None for no option."""
    options, wanted = vote.options, word.casefold()
    if word == NOT_THERE:
        return ""
    if word.isascii() and word.isdecimal():
        return options[int(word) - 1] if 0 < int(word) <= len(options) else None
    if vote.kind in LETTERED and len(wanted) == 1:
        index = ord(wanted) - ord("a")
        return options[index] if 0 <= index < len(options) else None
    names = {option: (option.casefold(), label.casefold()) for option, label in zip(options, labels, strict=True)}
    meant = [option for option, called in names.items() if wanted in called] or [
        option for option, called in names.items() if any(name.startswith(wanted) for name in called)
    ]
    return meant[0] if len(meant) == 1 else None

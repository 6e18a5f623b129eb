"""A draw as text, and what differs when it is made again: the paper a class can check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kit.session import draw_record
from kit.session.draw_record import Draw
from kit.session.draws import seats_text
from kit.session.grouping import Group, Wish
from kit.session.picker import Call
from kit.words import LANGUAGES, N_, Words, words

KIND = {"pick": N_("Who speaks when"), "groups": N_("Groups"), "jigsaw": N_("Jigsaw")}
ROLE = {"observer": N_("Observer"), "timekeeper": N_("Timekeeper")}

Line = tuple[str, str]
"""What a line is about, and what it says."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came out when a draw was made again; `differences` is empty where everything is the same."""

    draw: Draw
    differences: tuple[str, ...]


def as_text(draw: Draw, tr: Words) -> str:
    """The whole draw for people, with its record as the last line."""
    hint = tr("To check this draw, save it as a file and type: {command}", command="kit draw --verify FILE")
    return "\n".join([*_printed(draw, tr), "", hint, draw_record.written(draw), ""])


def verify(text: str, tr: Words) -> Verdict:
    """Make the draw in `text` again and compare: its record, and the lines printed above it in any language.

    Errors: `kit.session.draw_record.RecordError`.
    """
    recorded = draw_record.read(text)
    drawn = draw_record.again(recorded)
    return Verdict(recorded, (*_differences(recorded, drawn, tr), *_misprints(text, drawn, tr)))


def _printed(draw: Draw, tr: Words) -> list[str]:
    head = [
        (tr("Kind of draw"), tr(KIND[draw.kind])),
        (tr("Code word"), draw.code),
        (tr("Round"), str(draw.round)),
        (tr("Seats"), seats_text(draw.seats)),
    ]
    if draw.settings.wishes:
        head.append((tr("Wishes"), "; ".join(_wish(wish, tr) for wish in draw.settings.wishes)))
    return [_line(line, tr) for line in head] + [""] + [_line(line, tr) for line in _results(draw, tr)]


def _results(draw: Draw, tr: Words) -> Iterator[Line]:
    result = draw.result
    yield from _calls(result.calls, tr)
    experts = N_("Experts {name}") if draw.kind == "jigsaw" else N_("Group {name}")
    yield from _groups(result.groups, experts, tr)
    yield from _groups(result.homes, N_("Home group {name}"), tr)
    for role, name in ROLE.items():
        if seats := [str(duty.seat) for duty in result.duties if duty.role == role]:
            yield tr(name), ", ".join(seats)
    if result.given_up:
        yield tr("Wishes given up"), "; ".join(_wish(wish, tr) for wish in result.given_up)
    if result.given_up_at_home:
        yield tr("Wishes given up in the home groups"), "; ".join(_wish(wish, tr) for wish in result.given_up_at_home)


def _calls(calls: Sequence[Call], tr: Words) -> Iterator[Line]:
    for number in dict.fromkeys(call.round for call in calls):
        seats = [
            tr("{seat} (passes)", seat=call.seat) if call.passed else str(call.seat)
            for call in calls
            if call.round == number
        ]
        yield tr("Round {number}", number=number), ", ".join(seats)


def _groups(groups: Sequence[Group], name: str, tr: Words) -> Iterator[Line]:
    for group in groups:
        yield tr(name, name=group.name), ", ".join(map(str, group.seats))


def _wish(wish: Wish, tr: Words) -> str:
    one, other = wish.pair
    if wish.kind == "apart":
        return tr("{one} and {other} apart", one=one, other=other)
    return tr("{one} and {other} together", one=one, other=other)


def _line(line: Line, tr: Words) -> str:
    return tr("{name}: {value}", name=line[0], value=line[1])


def _differences(recorded: Draw, drawn: Draw, tr: Words) -> Iterator[str]:
    """Where the record's result is not the one that was drawn again."""
    if recorded.code != drawn.code:
        yield tr(
            "The code word goes into the draw as “{right}”, not as “{wrong}”.", wrong=recorded.code, right=drawn.code
        )
    if recorded.seats != drawn.seats:
        yield tr("The seats in the record are not in ascending order, or one stands there twice.")
    said, correct = dict(_results(recorded, tr)), dict(_results(drawn, tr))
    for name in [*correct, *(name for name in said if name not in correct)]:
        if said.get(name) != correct.get(name):
            nothing = tr("nothing")
            yield tr(
                "{name}: the record says {said}, and the draw gives {drawn}.",
                name=name,
                said=said.get(name, nothing),
                drawn=correct.get(name, nothing),
            )
    if said == correct and recorded.result != drawn.result:
        yield tr("The groups in the record are not in the order in which they are drawn.")


def _misprints(text: str, drawn: Draw, tr: Words) -> Iterator[str]:
    """Where the lines printed above the record are not those of the draw; what else stands there is left alone."""
    lines = [_plain(line) for line in text[: draw_record.beginning(text)].splitlines()]
    lines = [line for line in lines if line]
    candidates = [_above(drawn, words(language)) for language in LANGUAGES]
    wanted = max(candidates, key=lambda candidate: len(set(candidate) & set(lines)))
    if not set(wanted) & set(lines):
        return  # the record alone
    there = lines[-len(wanted) :]
    there = [""] * (len(wanted) - len(there)) + there
    for printed, right in zip(there, wanted, strict=True):
        if printed != right:
            yield tr("The paper says “{printed}”, and it should say “{right}”.", printed=printed, right=right)


def _above(draw: Draw, tr: Words) -> list[str]:
    """The lines of the printed draw that stand above its record, without the blank ones."""
    return [_plain(line) for line in as_text(draw, tr).splitlines()[:-1] if line.strip()]


def _plain(line: str) -> str:
    """`line` with single ordinary blanks: what mail and word processors do to blanks is no difference."""
    return " ".join(line.split())

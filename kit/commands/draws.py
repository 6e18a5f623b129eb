"""The command for draws: draw."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kit.commands.common import refuse, say
from kit.usage import Command, option, words_of
from kit.words import N_, Words

if TYPE_CHECKING:
    from kit.session.class_list import ClassList
    from kit.session.draw_record import Draw, DrawKind, Settings
    from kit.session.draws import Seat
    from kit.session.grouping import Wish

LARGEST = 1000


@click.command("draw", cls=Command, help=N_("Draw who speaks when, or groups, from a code word the class chooses."))
@option("--code", metavar="WORD", help=N_("The code word; capitals and extra blanks do not matter."))
@option("--seats", metavar="SEATS", help=N_("The seats, such as 1-28 or 1-12,14."))
@option("--class", "class_name", metavar="CLASS", help=N_("A class list: its seats, and who should sit apart."))
@option("--absent", metavar="SEATS", help=N_("Seats that are empty today."))
@option("--round", "number", metavar="ROUND", type=click.IntRange(1, 10_000), default=1, help=N_("Which round it is."))
@option(
    "--pick",
    metavar="[N]",
    is_flag=False,
    flag_value=0,
    type=click.IntRange(0, LARGEST),
    help=N_("Who speaks when: the first N; without a number, everybody once. This is what is drawn without a choice."),
)
@option("--groups", metavar="SIZE", type=click.IntRange(2, 100), help=N_("Groups of this size or one more."))
@option(
    "--jigsaw",
    metavar="PARTS",
    type=click.IntRange(2, 20),
    help=N_("Expert groups for so many parts, then home groups."),
)
@option("--apart", metavar="A:B", multiple=True, help=N_("Two seats that should not be in one group."))
@option("--together", metavar="A:B", multiple=True, help=N_("Two seats that should be in one group."))
@option("--roles", is_flag=True, help=N_("With --groups: whoever is over becomes timekeeper or observer."))
@option(
    "--tokens", metavar="N", type=click.IntRange(0, 20), default=0, help=N_("With --pick: how often each may pass.")
)
@option("--passed", metavar="CALLS", help=N_("With --pick: which calls were passed, such as 2,5."))
@option(
    "--verify", metavar="FILE", help=N_("Make a printed draw again and say what differs; “-” reads what you paste.")
)
@option("--format", "form", type=click.Choice(["text", "json"]), default="text", help=N_("For people or for programs."))
@click.pass_context
def draw(
    context: click.Context,
    code: str | None,
    seats: str | None,
    class_name: str | None,
    absent: str | None,
    number: int,
    pick: int | None,
    groups: int | None,
    jigsaw: int | None,
    apart: tuple[str, ...],
    together: tuple[str, ...],
    roles: bool,
    tokens: int,
    passed: str | None,
    verify: str | None,
    form: str,
) -> None:
    """A draw on stdout; with --verify, whether it is one, and exit code 1 where it is not."""
    tr = words_of(context)
    if verify is not None:
        _verify(verify, tr)
        return
    from kit.session import draw_record, draw_text
    from kit.session.draw_record import Settings

    if code is None:
        raise click.UsageError(tr("A draw needs a code word: --code WORD. Let the class choose it."))
    if sum(choice is not None for choice in (pick, groups, jigsaw)) > 1:
        raise click.UsageError(tr("Choose one of --pick, --groups and --jigsaw."))
    listed = _class_list(class_name, tr)
    present = _present(seats, listed, absent, tr)
    wishes = _wishes(apart, together, listed, present, tr)
    kind: DrawKind = "groups" if groups else "jigsaw" if jigsaw else "pick"
    if kind != "groups" and roles:
        raise click.UsageError(tr("“{option}” goes with {other} only.", option="--roles", other="--groups"))
    if kind != "pick" and (tokens or passed):
        raise click.UsageError(tr("“{option}” goes with {other} only.", option="--tokens, --passed", other="--pick"))
    everybody = pick or len(present)
    settings = Settings(
        count=groups or jigsaw or everybody,
        tokens=tokens,
        passed=_numbers(passed, tr),
        leftovers="roles" if roles else "join",
        wishes=wishes if kind != "pick" else (),
    )
    drawn = _made(kind, code, present, settings, number, tr)
    say(draw_text.as_text(drawn, tr) if form == "text" else draw_record.written(drawn) + "\n")


def _made(kind: DrawKind, code: str, seats: tuple[Seat, ...], settings: Settings, number: int, tr: Words) -> Draw:
    from kit.session.draw_record import make
    from kit.session.draws import LONGEST_CODE, CodeError
    from kit.session.grouping import TooFewError
    from kit.session.picker import NoTokenError

    try:
        return make(kind, code, seats, settings, number)
    except CodeError:
        raise click.UsageError(
            tr("A code word is a word or a few, {count} characters at most, all of them visible.", count=LONGEST_CODE)
        ) from None
    except TooFewError as error:
        told = tr("That takes {least} seats at least, and there are {seats}.", least=error.least, seats=error.seats)
        raise click.UsageError(told) from None
    except NoTokenError as error:
        told = tr("Call {call} cannot be passed: seat {seat} has no pass left.", call=error.call, seat=error.seat)
        hint = tr("--tokens says how often each may pass.")
        raise click.UsageError(f"{told} {hint}") from None


def _verify(source: str, tr: Words) -> None:
    from kit.session.draw_record import DamagedRecordError, RecordError
    from kit.session.draw_text import verify

    try:
        found = verify(_text_of(source, tr), tr)
    except DamagedRecordError:
        refuse(tr("No draw can have this record: somebody changed it, or a newer Kit wrote it."))
    except RecordError:
        raise click.UsageError(
            tr("There is no record of a draw in it: the line that begins with {beginning}.", beginning='{"kit-draw":1')
        ) from None
    if found.differences:
        refuse("\n".join([*found.differences, tr("This is not what the code word gives.")]))
    say(tr("Made again, the draw is the same: code word “{code}”.", code=found.draw.code) + "\n")


def _text_of(source: str, tr: Words) -> str:
    """What is to be verified: pasted, given as it is, or in a file."""
    if source == "-":
        return sys.stdin.read()
    if source.lstrip().startswith("{") or "\n" in source:
        return source
    path = Path(source)
    try:
        return path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError as error:
        told = tr("{path} cannot be read: {reason}.", path=source, reason=error.strerror or error)
        raise click.UsageError(told) from None


def _class_list(name: str | None, tr: Words) -> ClassList | None:
    if name is None:
        return None
    from kit.commands.classes import opened

    return opened(name, tr)


def _present(seats: str | None, listed: ClassList | None, absent: str | None, tr: Words) -> tuple[Seat, ...]:
    if seats is None and listed is None:
        raise click.UsageError(tr("Say which seats there are: --seats 1-28, or --class with the name of a class list."))
    there = seats_of(seats, tr) if seats is not None else listed.seats if listed is not None else ()
    missing = seats_of(absent, tr) if absent else ()
    unknown = sorted(set(missing) - set(there))
    if unknown:
        raise click.UsageError(tr("Seat {seat} is not one of the seats.", seat=unknown[0]))
    present = tuple(seat for seat in there if seat not in missing)
    if not present:
        raise click.UsageError(tr("Every seat is empty: there is nobody to draw."))
    return present


def _wishes(
    apart: tuple[str, ...], together: tuple[str, ...], listed: ClassList | None, present: tuple[Seat, ...], tr: Words
) -> tuple[Wish, ...]:
    from kit.session.grouping import Wish

    wishes = [Wish("apart", _pair(text, tr)) for text in apart]
    wishes += [Wish("together", _pair(text, tr)) for text in together]
    if listed is not None:
        wishes += [wish for wish in listed.wishes if wish not in wishes]
    return tuple(wish for wish in wishes if set(wish.pair) <= set(present))


def _pair(text: str, tr: Words) -> tuple[Seat, Seat]:
    one, _, other = text.partition(":")
    if not (one.strip().isascii() and one.strip().isdigit() and other.strip().isascii() and other.strip().isdigit()):
        raise click.UsageError(tr("“{text}” is not two seats; write them like this: 3:9", text=text))
    pair = (int(one), int(other))
    if pair[0] == pair[1]:
        raise click.UsageError(tr("“{text}” is one seat twice.", text=text))
    return (min(pair), max(pair))


def _numbers(text: str | None, tr: Words) -> tuple[int, ...]:
    parts = [part.strip() for part in (text or "").split(",") if part.strip()]
    if not all(part.isascii() and part.isdigit() and 1 <= int(part) <= LARGEST for part in parts):
        raise click.UsageError(tr("“{text}” is not a list of numbers such as 2,5.", text=text))
    return tuple(sorted({int(part) for part in parts}))


def seats_of(text: str, tr: Words) -> tuple[Seat, ...]:
    """The seats a text on the command line names; ends in a usage error where it names none."""
    from kit.session.draws import LAST_SEAT, SeatsError, seats_in

    try:
        return seats_in(text)
    except SeatsError as error:
        if error.fault == "backwards":
            told = tr("“{part}” runs backwards: write the smaller seat first.", part=error.part)
        elif error.fault == "none":
            told = tr("No seat is named; write them like this: 1-28 or 1-12,14")
        else:
            told = tr("“{part}” is not a seat: seats are numbers from 1 to {last}.", part=error.part, last=LAST_SEAT)
        raise click.UsageError(told) from None

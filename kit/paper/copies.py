"""Whose copies a class set has: names, profiles and jigsaw parts, taken from class lists or only counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kit.lesson.model import Lesson
from kit.paper.facts import Facts
from kit.paper.kinds import KINDS, Kind
from kit.paper.profiles import PROFILES, ProfileName
from kit.session.class_list import ClassList
from kit.session.draws import Seat
from kit.session.grouping import TooFewError, Wish, jigsaw
from kit.words import N_, Message, Words, words

JIGSAW = "jigsaw"
"""The protocol in which everybody reads one of the texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One pupil's copy; without a name it has a line to write one on."""

    name: str = ""
    class_name: str = ""
    seat: Seat = 0
    """The pupil's seat; 0 for nobody's."""
    profile: ProfileName = "standard"
    part: str = ""
    """What the pupil has to read, and with whom: “Home group 2 · Text B”."""


def named(kind: Kind) -> bool:
    """Whether pupils keep this kind under their name: ballots, for one, must not tell whose they are."""
    return kind.whose == "pupil" and kind.profiles and not kind.up


def blank(count: int, profile: ProfileName) -> tuple[Copy, ...]:
    """So many copies with nobody's name."""
    return tuple(Copy(profile=profile) for _ in range(count))


def of_class(
    listed: ClassList, lesson: Lesson, language: str, profile: ProfileName
) -> tuple[tuple[Copy, ...], list[Message]]:
    """A copy for everybody on the list, in its order, and what the teacher should know of it before it is printed.

    `profile` is for those of whom the list says nothing else.
    """
    told: list[Message] = []
    copies = []
    for pupil in listed.pupils:
        own = profile_called(pupil.profile) if pupil.profile else profile
        if own is None:
            told.append(
                Message.of(
                    N_("Seat {seat} of {name} has the profile “{profile}”, which Kit does not know. It knows: {known}"),
                    seat=pupil.seat,
                    name=listed.name,
                    profile=pupil.profile,
                    known=", ".join(PROFILES),
                )
            )
        copies.append(Copy(name=pupil.name, class_name=listed.name, seat=pupil.seat, profile=own or profile))
    return _dealt(tuple(copies), listed.wishes, lesson, language, told), told


def counted(count: int, lesson: Lesson, language: str, profile: ProfileName) -> tuple[Copy, ...]:
    """So many copies without names; of a jigsaw, each with its part."""
    return _dealt(blank(count, profile), (), lesson, language, [])


def profile_called(text: str) -> ProfileName | None:
    """The profile a class list means by its id, or by the beginning of its name in one of Kit's languages."""
    wanted = text.strip().casefold()
    for profile in PROFILES.values():
        names = (words(language)(profile.name).casefold() for language in ("en", "fr", "es", "it"))
        if wanted == profile.id or any(name == wanted or name.split(",")[0] == wanted for name in names):
            return profile.id
    return None


def _dealt(
    copies: tuple[Copy, ...], wishes: Sequence[Wish], lesson: Lesson, language: str, told: list[Message]
) -> tuple[Copy, ...]:
    """The copies with their parts of a jigsaw, dealt as the class's draws deal them, in the order of the list."""
    facts = Facts(lesson, KINDS["worksheet"], language)
    if len(facts.articles) < 2 or all(step.protocol != JIGSAW for step in lesson.edition(language).steps):
        return copies
    seats = [copy.seat or number for number, copy in enumerate(copies, 1)]
    try:
        groups = jigsaw(seats, len(facts.articles), wishes)
    except TooFewError as error:
        told.append(
            Message.of(
                N_(
                    "A jigsaw of {texts} texts takes {least} pupils at least, so the copies do not say who reads which."
                ),
                texts=len(facts.articles),
                least=error.least,
            )
        )
        return copies
    letter = {
        seat: article.letter
        for article, group in zip(facts.articles, groups.experts.groups, strict=True)
        for seat in group.seats
    }
    home = {seat: group.name for group in groups.homes.groups for seat in group.seats}
    return tuple(
        replace(copy, part=_part(facts.tr, home[seat], letter[seat])) for copy, seat in zip(copies, seats, strict=True)
    )


def _part(tr: Words, home: str, letter: str) -> str:
    group = tr("Home group {number}", number=home)
    return f"{group} · {tr('Text {letter}', letter=letter)}"

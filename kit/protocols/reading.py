"""Reading the protocols that come with Kit: one folder each, `protocol.yaml` and a file a translation."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kit.files.cache import Cache, key, stamps, state
from kit.files.compiled import MisfitError, from_plain, to_plain
from kit.files.editions import Editions, read_editions
from kit.files.problems import Place, Problem, Severity
from kit.protocols.model import Protocol
from kit.words import LANGUAGES, N_, Message

FOLDER = Path(__file__).parent
FILE = "protocol.yaml"


@dataclass(frozen=True, slots=True)
class ProtocolReading:
    """One protocol in its languages, and what is wrong with its files."""

    id: str
    editions: Editions[Protocol]
    problems: tuple[Problem, ...]


@cache
def names() -> tuple[str, ...]:
    """The ids of all protocols, which are the names of their folders."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob(f"*/{FILE}")))


@cache
def read_protocol(name: str) -> ProtocolReading:
    """The protocol called `name`. Errors: KeyError where there is none."""
    folder = FOLDER / name
    if not (folder / FILE).is_file():
        raise KeyError(name)
    translations = {code: folder / f"{code}.yaml" for code in LANGUAGES if (folder / f"{code}.yaml").is_file()}
    editions = read_editions(Protocol, folder / FILE, translations)
    problems = [*editions.problems, *_wrong_steps(editions)]
    return ProtocolReading(name, editions, tuple(problems))


@cache
def by_language(name: str) -> Mapping[str, Protocol]:
    """The protocol in each language it has, the first language first; empty where its file has errors.

    Unchanged files come from the cache. Errors: KeyError where there is no such protocol.
    """
    kept, named, now = Cache.of_user(), key("protocol", name), state(stamps(sorted((FOLDER / name).glob("*.yaml"))))
    data = kept.get(named, now)
    if data is not None:
        with contextlib.suppress(MisfitError):
            return {language: from_plain(Protocol, protocol) for language, protocol in data.items()}
    reading = read_protocol(name)
    languages = reading.editions.by_language()
    if not reading.problems:
        kept.put(named, to_plain(languages), now)
    return languages


def _wrong_steps(editions: Editions[Protocol]) -> list[Problem]:
    if editions.first is None:
        return []
    found = []
    for step_id, step in editions.first.steps.items():
        place = editions.place(("steps", step_id, "minutes"))
        if not 0 < step.minutes.least <= step.minutes.plan <= step.minutes.most:
            found.append(_wrong(place, N_("The minutes of “{step}” must rise from least to plan to most."), step_id))
        if step.when != "inside" and not editions.first.wrapper:
            found.append(_wrong(place, N_("“{step}” stands before or after, but the protocol is no wrapper."), step_id))
    return found


def _wrong(place: Place, text: str, step: str) -> Problem:
    return Problem("protocol-steps", Severity.ERROR, place, Message.of(text, step=step))

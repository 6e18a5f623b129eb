"""Who speaks where: interviews, questions with their answers, dialogue; seen in how an article is built."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kit.draft.article import Block

INITIAL = r"(?:[QAPRD]|PREGUNTA|RESPUESTA|DOMANDA|RISPOSTA|QUESTION|RÉPONSE|ANSWER)"
"""What stands before a turn with no more than a full stop behind it."""

LABEL = re.compile(
    r"[\s*_>]*(?P<name>[A-ZÀ-ÖØ-Þ][\w’'.-]*(?:[ \u00a0][\w’'.&-]+){0,3})[ \u00a0]?[*_]*(?::|"
    r"\.[ \u00a0][–—-]|[ \u00a0][–—])[*_]*(?=\s*\S)"
    rf"|[\s*_>]*(?P<initial>{INITIAL})\.[*_]*(?=\s+\S)"
)
ASKS = re.compile(r"(?i)^(?:q|d|p|question|pregunta|domanda|demande)[\w.]{0,2}$")
DASH = re.compile(r"\s*[—–―-]\s?(?=\S)")
SPOKEN = re.compile(
    r"^\W*[«“\"—–]|(?i:\b(?:i|i['’]m|my|me|je|j['’]\w+|mon|ma|mes|nous|yo|mi|mis|me|nosotros|io|mio|"
    r"mia|mi|noi|we|our)\b)"
)
FEWEST = 2
"""Turns of one speaker that make a conversation."""


@dataclass(frozen=True, slots=True)
class Turns:
    """What the blocks of an article are in a conversation, by their number."""

    asked: frozenset[int]
    """Turns that ask and are answered by the next."""
    answers: frozenset[int]
    spoken: frozenset[int]
    """Lines of a dialogue told in an article."""


def turns(text: str, blocks: Sequence[Block]) -> Turns:
    """The conversation in an article, if it holds one."""
    body = [number for number, block in enumerate(blocks) if block.zone == "body" and not block.for_class]
    for found in (_labelled(text, blocks, body), _bold_or_bare(text, blocks, body)):
        if found is not None:
            return found
    return _dashed(text, blocks, body)


def _says(text: str, block: Block) -> str:
    return text[block.start : block.end]


def _labelled(text: str, blocks: Sequence[Block], body: Sequence[int]) -> Turns | None:
    """Speakers named before what they say: those whose turns are mostly questions ask."""
    names = {
        number: match["name"] or match["initial"]
        for number in body
        if (match := LABEL.match(_says(text, blocks[number])))
    }
    counts = Counter(names.values())
    speakers = {name for name, count in counts.items() if count >= FEWEST}
    if len(speakers) < 2:
        return None
    asking = Counter(names[number] for number in names if _asks(text, blocks[number]))
    asked: set[int] = set()
    for number, name in names.items():
        if ASKS.match(name) or (name in speakers and asking[name] * 2 > counts[name]):
            asked.add(number)
    answers = {number for number, name in names.items() if number not in asked}
    previous, last = False, max(answers, default=0)
    for number in body:  # what nobody is named for goes on with the speaker before
        if number in names:
            previous = number in answers
        elif previous and number < last + 2 and blocks[number].role == "paragraph":
            answers.add(number)
    return Turns(frozenset(asked), frozenset(answers), frozenset()) if asked else None


def _asks(text: str, block: Block) -> bool:
    return _says(text, block).rstrip(' *_»”"\u00a0').endswith("?")


def _bold_or_bare(text: str, blocks: Sequence[Block], body: Sequence[int]) -> Turns | None:
    """Questions in lines of their own, each answered in the first person: an interview without names."""
    asked, answers, first_person = set(), set(), 0
    for index, number in enumerate(body[:-1]):
        below = body[index + 1]
        replies = not _asks(text, blocks[below]) or _says(text, blocks[below])[:1] in "(—–"
        if _asks(text, blocks[number]) and replies and number not in answers and blocks[number].level not in (1, 2):
            asked.add(number)
            answers.add(below)
            first_person += SPOKEN.search(_says(text, blocks[below])) is not None
    if len(asked) >= 3 and first_person * 3 >= len(asked) and _is_announced(text, blocks, body):
        return Turns(frozenset(asked), frozenset(answers), frozenset())
    return None


ANNOUNCED = re.compile(
    r"(?i)\b(?:interview|entretien|entrevista|intervista|propos recueillis|conversations?|rencontre|"
    r"conversación|q ?& ?a|questions? à)\b"
)


def _is_announced(text: str, blocks: Sequence[Block], body: Sequence[int]) -> bool:
    """Whether the article calls itself an interview, or its title is somebody's words."""
    ends = [*body[:6], *body[-2:]]
    title = _says(text, blocks[body[0]])
    return any(ANNOUNCED.search(_says(text, blocks[number])) for number in ends) or title.strip()[:1] in '«“"‘'


def _dashed(text: str, blocks: Sequence[Block], body: Sequence[int]) -> Turns:
    """Turns that begin with a dash: an interview where question and answer alternate, a list of questions, dialogue."""
    dashed = [number for number in body if DASH.match(_says(text, blocks[number]))]
    long = {number for number in dashed if _says(text, blocks[number]).lstrip()[:1] in "—―–"}
    lines = set(dashed)
    pairs = [
        number
        for number in dashed
        if _asks(text, blocks[number]) and number + 1 in lines and not _asks(text, blocks[number + 1])
    ]
    # A hyphen is a bullet, unless every entry that asks is answered by the next one.
    asking = sum(_asks(text, blocks[number]) for number in dashed)
    if len(pairs) >= FEWEST and (long.issuperset(pairs) or (len(pairs) > FEWEST and len(pairs) >= asking - 1)):
        return Turns(frozenset(pairs), frozenset(number + 1 for number in pairs), frozenset(lines))
    return Turns(frozenset(), frozenset(), frozenset(long - _lists(text, blocks, dashed)))


def _lists(text: str, blocks: Sequence[Block], dashed: Sequence[int]) -> set[int]:
    """The lines of lists of nothing but questions: nobody speaks who is never answered."""
    result: set[int] = set()
    run: list[int] = []
    for number in [*dashed, -1]:
        if run and (number != run[-1] + 1):
            if len(run) > FEWEST and all(_asks(text, blocks[one]) for one in run):
                result.update(run)
            run = []
        run.append(number)
    return result

"""What the smaller handouts are made of: cards, signs, facing pages, tallies, seats. Each made when a template asks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil

from kit.lesson.plan import plan
from kit.paper.cards import Card, CardSheet, sheets
from kit.paper.facing import Spread, spreads
from kit.paper.facts import Facts
from kit.paper.labels import line_label
from kit.paper.printable import WHOLE
from kit.paper.signs import Sign, signs
from kit.paper.tallies import Tally, tallies
from kit.words.terms import standing

USUAL_CLASS = 28
"""Seats where nobody says how many."""

MOST_SEATS = 60

DESKS_IN_A_ROW = 6

QUARTER_ROW = 34
"""Letters in a row of an exit ticket that is a quarter of a sheet."""

QUARTER_HEIGHT = 122
"""Millimetres of such a ticket on Letter, the shorter sheet."""

VIEWPOINTS = ("circle-of-viewpoints", "options-role-play", "four-corners")
"""Protocols whose positions are viewpoints somebody speaks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """One big sheet of the blackout pack."""

    label: str
    rows: tuple[str, ...]
    listed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tickets:
    """How exit tickets stand on their sheet."""

    each: int
    """On one sheet: 4, 2 or 1."""
    size: str
    """The class of their style."""
    rows: int
    """Ruled rows under each prompt."""


class Pieces:
    """The parts of one lesson's smaller handouts, from the facts of the handout that is made."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    @cached_property
    def spreads(self) -> tuple[Spread, ...]:
        """The lines on facing pages."""
        facts = self._facts
        return spreads(facts.passages, facts.page, facts.profile)

    @cached_property
    def cards(self) -> tuple[CardSheet, ...]:
        """Roles, viewpoints and quotations, sheet by sheet."""
        facts, edition = self._facts, self._facts.edition
        made = [Card(kind="role", title=role.name, text=role.does) for role in edition.roles.values()]
        made += [
            Card(kind="viewpoint", title=chr(ord("A") + index), text=position)
            for step in edition.steps
            if step.protocol in VIEWPOINTS
            for index, position in enumerate(step.positions.values())
        ]
        for printed in facts.passages:
            passage = printed.passage
            made.append(
                Card(
                    kind="quotation",
                    title=passage.speaker or facts.tr("Text {letter}", letter=printed.article.letter),
                    lines=passage.lines,
                    language=passage.language,
                    status=standing(facts.tr, passage.status, passage.speaker),
                )
            )
        return sheets(made)

    def numbers(self, card: Card) -> str:
        """“lines 3–5” of a quotation."""
        return line_label(self._facts.tr, [line.number for line in card.lines])

    @cached_property
    def signs(self) -> tuple[Sign, ...]:
        """The signs the room needs."""
        return signs(self._facts.lesson, plan(self._facts.lesson, WHOLE).steps, self._facts.tr)

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """What is counted, step by step."""
        return tallies(self._facts.lesson, self._facts.plan.steps, self._facts.tr)

    @cached_property
    def tickets(self) -> Tickets:
        """As many exit tickets on a sheet as their prompts and the size of the type allow."""
        facts = self._facts
        prompts = facts.edition.exit_ticket.values()
        title = ceil(len(facts.edition.title) / QUARTER_ROW)
        high = (
            34 + 5 * title + sum(5.2 * ceil(len(prompt) / QUARTER_ROW) + 2 * facts.ruling.row + 3 for prompt in prompts)
        )
        if facts.profile.id == "standard" and high <= QUARTER_HEIGHT:
            return Tickets(
                each=4, size="quarter", rows=3 if high + len(prompts) * facts.ruling.row <= QUARTER_HEIGHT else 2
            )
        if facts.profile.points <= 14 and high <= 1.1 * QUARTER_HEIGHT:
            return Tickets(each=2, size="half", rows=2)
        return Tickets(each=1, size="whole", rows=3)

    @cached_property
    def seats(self) -> tuple[int, ...]:
        """The seats of the class, from 1."""
        return tuple(range(1, min(MOST_SEATS, self._facts.copies or USUAL_CLASS) + 1))

    @cached_property
    def desks(self) -> tuple[tuple[int, ...], ...]:
        """The seats row by row, from the board backwards."""
        seats = self.seats
        return tuple(seats[first : first + DESKS_IN_A_ROW] for first in range(0, len(seats), DESKS_IN_A_ROW))

    @cached_property
    def posters(self) -> tuple[Poster, ...]:
        """What the wall would show, to hang up: rules, statements, positions, questions."""
        facts, edition, tr = self._facts, self._facts.edition, self._facts.tr
        made = []
        if edition.essential_question:
            made.append(Poster(label="", rows=(edition.essential_question,), listed=False))
        if edition.norms:
            made.append(Poster(label=tr("How we talk"), rows=tuple(edition.norms.values()), listed=True))
        for debate in facts.debates:
            if debate.statement:
                made.append(Poster(label=tr("The statement"), rows=(debate.statement,), listed=False))
            if debate.positions:
                made.append(Poster(label=tr("The positions"), rows=debate.positions, listed=True))
        asked = {step.question for step in facts.plan.steps if step.question}
        for question in facts.questions:
            if question.id in asked:
                rows = (question.question.asks, question.lines) if question.lines else (question.question.asks,)
                made.append(Poster(label=tr("The question"), rows=rows, listed=False))
        return tuple(made)

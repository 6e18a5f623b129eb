"""What the draft screen says of a question: its kind by sign and word, whether it is in the lesson, what it fails."""

from __future__ import annotations

from textual.content import Content

from kit.draft.listing import KIND
from kit.draft.propose import Draft, Item
from kit.draft.questions import Kind
from kit.lesson.quality import findings
from kit.screen.layout.rows import verbatim
from kit.words import Words, say

SIGN: dict[Kind, str] = {
    "prompt": "?",
    "open": "\N{HORIZONTAL ELLIPSIS}",
    "rhetorical": "~",
    "heading": "#",
    "interview": ":",
    "quoted": '"',
    "boilerplate": "-",
}
"""What stands before the name of a kind."""

IN, OUT = "\N{BLACK CIRCLE}", "\N{WHITE CIRCLE}"
"""In the lesson, and left out of it."""

WARNING = "\N{BLACK UP-POINTING TRIANGLE}"


def kind(item: Item, tr: Words) -> str:
    """`? asked of the reader`"""
    return f"{SIGN[item.kind]} {tr(KIND[item.kind])}"


def in_lesson(draft: Draft) -> frozenset[int]:
    """The numbers of the questions that will be in the file: a follow-up only with the question it leans on."""
    heads = {item.question.start for item in draft.accepted}
    return frozenset(
        number
        for number, item in enumerate(draft.items)
        if item.accepted
        and (
            item.question.follows is None
            or (item.question.follows in heads and item.question.follows < item.question.start)
        )
    )


def state(draft: Draft, number: int, tr: Words) -> str:
    """Whether a question is in the lesson, and who says so."""
    item = draft.items[number]
    if number not in in_lesson(draft):
        return f"{OUT} {tr('left out')}"
    return f"{IN} {tr('in the lesson')}" if item.confirmed else f"{IN} {tr('in the lesson, guessed')}"


def now(draft: Draft, number: int, tr: Words) -> list[Content]:
    """The chosen question in a few lines: what it is, why, and what one could object to it."""
    item = draft.items[number]
    counted = tr("Question {number} of {count}", number=number + 1, count=len(draft.items))
    lines = [
        Content.assemble((counted, "bold $primary"), f" · {kind(item, tr)} · ", (state(draft, number, tr), "bold"))
    ]
    reasons = ", ".join(say(tr, reason) for reason in item.question.reasons)
    if item.kind != item.question.kind:
        reasons = tr("you say so; Kit took it for “{kind}”", kind=tr(KIND[item.question.kind]))
    if reasons:
        why = tr("{name}: {value}", name=tr("Why"), value="")
        lines.append(Content.assemble((why, "$accent"), verbatim(reasons)))
    if number in in_lesson(draft):
        found = next(findings(item.asks, draft.article.language), None)
        if found is not None:
            text = f"{WARNING} {say(tr, found.why)} {say(tr, found.instead)}"
            lines.append(Content.styled(text, "$warning"))
    return lines

"""The article of a draft as rows: its own words, each question set apart with its kind, the chosen lines underlined."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.style import Style

from kit.draft.article import Block
from kit.draft.propose import Draft
from kit.screen.layout.draft_words import IN, OUT, in_lesson, kind
from kit.screen.layout.rows import COMMANDS, EMPTY, REPLACEMENT, hang, wrap
from kit.words import Words

BLANKS = re.compile(r"[\t\n\x0b\x0c\r \x85\u2028\u2029]+")
"""White space an article breaks its lines with; no-break spaces stay."""

BAR = "\N{LEFT ONE QUARTER BLOCK}"
HERE = "\N{BLACK RIGHT-POINTING SMALL TRIANGLE}"


@dataclass(frozen=True, slots=True)
class Page:
    """Rows, and from which to which row each question stands."""

    rows: Sequence[Content]
    places: dict[int, tuple[int, int]]


class ArticleRows:
    """Makes the rows of one article; a paragraph in which nothing has changed is not broken into lines again."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[object, list[Content], dict[int, tuple[int, int]]]] = {}

    def page(self, draft: Draft, current: int, width: int, tr: Words) -> Page:
        """All of the article, in rows of at most `width` columns."""
        asked: dict[int, list[int]] = defaultdict(list)
        for number, item in enumerate(draft.items):
            if item.question.end > item.question.start:
                asked[item.question.block].append(number)
        within = in_lesson(draft)
        lines = _lines(draft, current) if current in within else []
        rows: list[Content] = []
        places: dict[int, tuple[int, int]] = {}
        for index, block in enumerate(draft.article.blocks):
            numbers = asked.get(index, [])
            read = [line for line in lines if line[0] < block.end and block.start < line[1]]
            shown = [(number, draft.items[number].kind, number in within) for number in numbers]
            asked_now = current if current in numbers else None
            signature = (width, tr.language, shown, asked_now, read)
            made = self._made.get(index)
            if made is None or made[0] != signature:
                own, inside = _block(draft, block, shown, asked_now, read, width, tr)
                made = self._made[index] = (signature, own, inside)
            for number, (first, last) in made[2].items():
                places[number] = (len(rows) + first, len(rows) + last)
            rows += [*made[1], EMPTY]
        return Page(rows, places)


def _lines(draft: Draft, current: int) -> list[tuple[int, int]]:
    """Where the lines stand that the class reads for the chosen question."""
    item = draft.items[current]
    return sorted((item.passages[number].start, item.passages[number].end) for number in item.chosen)


def _block(
    draft: Draft,
    block: Block,
    asked: Sequence[tuple[int, str, bool]],
    current: int | None,
    read: Sequence[tuple[int, int]],
    width: int,
    tr: Words,
) -> tuple[list[Content], dict[int, tuple[int, int]]]:
    """The rows of one paragraph, and where its questions stand among them."""
    rows: list[Content] = []
    places: dict[int, tuple[int, int]] = {}
    style = "bold" if block.role == "heading" else "$text-muted" if block.zone != "body" else ""
    at = block.start
    for number, _, within in asked:
        question = draft.items[number].question
        rows += _wrapped(_pieces(draft, at, question.start, read, style), width)
        first = len(rows)
        rows += _question(draft, number, width, tr, chosen=number == current, within=within)
        places[number] = (first, len(rows) - 1)
        at = max(at, question.end)
    rows += _wrapped(_pieces(draft, at, block.end, read, style), width)
    return rows, places


def _question(draft: Draft, number: int, width: int, tr: Words, *, chosen: bool, within: bool) -> list[Content]:
    """A question under a line that says what it is; a click chooses it."""
    item = draft.items[number]
    mark = IN if within else OUT
    tag = f"{HERE if chosen else ' '}{number + 1} {mark} {kind(item, tr)} "
    label = Content.styled(tag, "bold $on-primary on $primary" if chosen else "bold $accent")
    words = Content.styled(safe(item.question.text).strip(), "bold")
    click = Style.from_meta({"@click": f"screen.go({number})"})
    bar = Content.styled(f"{BAR} ", "$primary" if chosen else "$border")
    rows = [*wrap(label, width), *(bar + row for row in wrap(words, width - bar.cell_length))]
    return [row.stylize(click) for row in rows]


def _pieces(draft: Draft, start: int, end: int, read: Sequence[tuple[int, int]], style: str) -> Content:
    """The article's words from `start` to `end`, the lines the class reads underlined."""
    parts: list[Content] = []
    for begin, finish, underlined in _cut(start, end, read):
        words = safe(draft.article.text[begin:finish])
        parts.append(Content.styled(words, f"{style} underline".strip() if underlined else style))
    return Content.assemble(*parts)


def _cut(start: int, end: int, read: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    at = start
    for begin, finish in read:
        begin, finish = max(at, begin), min(end, finish)
        if begin < finish:
            if at < begin:
                yield at, begin, False
            yield begin, finish, True
            at = finish
    if at < end:
        yield at, end, False


def _wrapped(content: Content, width: int) -> list[Content]:
    return wrap(_stripped(content), width) if content.plain.strip() else []


def _stripped(content: Content) -> Content:
    plain = content.plain
    left = len(plain) - len(plain.lstrip())
    return content[left : len(plain.rstrip())]


def safe(text: str) -> str:
    """Somebody else's words on one line: white space as blanks, no control characters."""
    return COMMANDS.sub(REPLACEMENT, BLANKS.sub(" ", text))


def hung(first: str, text: str, style: str, width: int) -> list[Content]:
    """Somebody else's words behind a sign, the rows that follow under their beginning."""
    return hang(Content.styled(first, style), Content.styled(safe(text).strip(), style), width)

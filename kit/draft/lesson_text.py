"""The lesson.yaml of a draft: what the teacher would have typed, with everything that Kit guessed marked so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kit.draft.article import Article
from kit.draft.excerpts import Passage
from kit.draft.propose import EXIT, OPENING, Draft, Item
from kit.words import N_, Words
from kit.words.plain import printable

MARK = "  # guessed"
"""Behind everything that Kit chose and nobody has confirmed; `kit check` names each."""

ROW = 110
"""Characters of a row, so that it takes at most two rows of the wall."""

SHORTEST, LITTLE = 40, 3
"""Characters of a row that is broken off, at least; letters of a word that begins a phrase: “in”, “que”, “per”."""

TRIED = 20
"""Sentences that are looked up, before an article is taken to say the same over and over."""

BREAK = re.compile(r"(?<=[,;:])\s+|\s+(?=[–—]\s)|(?<=[.!?…][»”\"])\s+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage in the lesson, with its rows and the question it stands for first."""

    id: str
    passage: Passage
    rows: tuple[str, ...]


def text_of(draft: Draft, source: str, content: Words, comments: Words) -> str:
    """The whole file. `source` is the article's id in the catalogue; remarks are in the language of `comments`."""
    excerpts = _excerpts(draft)
    lines = ["# yaml-language-server: $schema=../lesson.schema.json"]
    lines += [f"# {line}" for line in _wrapped(comments(HEAD, mark=MARK.strip().replace(" ", "\u00a0").join('""')))]
    lines += [
        f"title: {quoted(draft.title[:90])}{_mark('title' in draft.confirmed)}",
        f"language: {draft.article.language}{MARK}",
        "",
    ]
    lines += ["at_a_glance:", f"  minutes: {draft.minutes}{_mark('minutes' in draft.confirmed)}", "", "excerpts:"]
    for excerpt in excerpts:
        mark = _mark(_is_confirmed(draft, excerpt))
        lines += [f"  {excerpt.id}:{mark}", f"    source: {source}", f"    status: reported{MARK}", "    original: |"]
        lines += [f"      {row}" for row in excerpt.rows]
    lines += ["", "questions:"]
    accepted = draft.accepted
    for number, item in enumerate(accepted):
        lines += _question(draft, item, number, source, excerpts, last=number == len(accepted) - 1)
    lines += ["", "steps:", *_steps(draft, len(accepted)), "", "exit_ticket:", f"  remember: |{MARK}"]
    lines += [f"    {content(EXIT_TICKET)}"]
    return "\n".join(lines) + "\n"


HEAD = N_(
    "Drafted from an article: the questions and the lines are the article's own words. What Kit guessed is marked "
    "{mark}; take the mark away once you agree. “kit check” lists what is left."
)
EXIT_TICKET = N_("Which line will you remember, and why?")


def _question(
    draft: Draft, item: Item, number: int, source: str, excerpts: Sequence[Excerpt], *, last: bool
) -> Iterator[str]:
    position = "opening" if number == 0 else "closing" if last and number > 1 else "core"
    yield f"  {question_id(number)}:{_mark(item.confirmed)}"
    yield "    asks: |"
    yield f"      {_row(item.asks)}"
    yield f"    position: {position}"
    if item.question.end > item.question.start and _stands_once(draft.article, item.question.text):
        yield "    adapted_from:"
        yield f"      - source: {source}"
        yield "        text: |"
        yield f"          {_row(item.question.text)}"
    needed = _needed(item, excerpts)
    if needed:
        yield f"    needs: [{', '.join(needed)}]{_mark(item.lines_confirmed)}"
    leaning = draft.leaning_on(item)
    if leaning:
        yield "    follow_ups:"
        for count, other in enumerate(leaning, 1):
            yield f"      then-{count}: |"
            yield f"        {_row(other.asks)}"


def question_id(number: int) -> str:
    """The id of the question `number`, counted from 0."""
    return f"q{number + 1}"


def _steps(draft: Draft, count: int) -> Iterator[str]:
    """The opening with the first question, the protocol with the second; one question is enough for both."""
    yield "  - id: talk"
    yield f"    protocol: {OPENING}{MARK}"
    yield f"    question: {question_id(0)}{MARK}"
    if draft.protocol and draft.protocol != EXIT:
        yield "  - id: discuss"
        yield f"    protocol: {draft.protocol}{_mark('protocol' in draft.confirmed)}"
        yield f"    question: {question_id(1 if count > 1 else 0)}{MARK}"


def _excerpts(draft: Draft) -> list[Excerpt]:
    """The chosen passages in the article's order, each once; those that cannot be proved are left out."""
    chosen = {
        (passage.start, passage.end): passage
        for item in draft.accepted
        for number in item.chosen
        for passage in (item.passages[number],)
    }
    result: list[Excerpt] = []
    for _, passage in sorted(chosen.items()):
        rows = broken(passage.text)
        if draft.article.text.count(passage.text) == 1 and _proved(draft.article, rows):
            result.append(Excerpt(f"lines-{len(result) + 1}", passage, rows))
    return result or _first_lines(draft.article)


def _is_confirmed(draft: Draft, excerpt: Excerpt) -> bool:
    """Whether the teacher has chosen these lines for a question of the lesson."""
    place = (excerpt.passage.start, excerpt.passage.end)
    return any(
        item.lines_confirmed and place in [(item.passages[n].start, item.passages[n].end) for n in item.chosen]
        for item in draft.accepted
    )


def _mark(confirmed: bool) -> str:
    return "" if confirmed else MARK


def _first_lines(article: Article) -> list[Excerpt]:
    """Something to read, where no passage could be chosen: the longest sentence of the body that stands once."""
    from kit.draft.sentences import sentences

    spans = [(one.start, one.end) for one in sentences(article) if article.blocks[one.block].zone == "body"]
    longest = sorted(spans, key=lambda span: span[0] - span[1])
    for start, end in (*longest[:TRIED], (0, len(article.text))):
        rows = broken(article.text[start:end])
        if _proved(article, rows):
            return [Excerpt("lines-1", Passage(start, end, article.text[start:end]), rows)]
    return []


def _needed(item: Item, excerpts: Sequence[Excerpt]) -> list[str]:
    wanted = {(item.passages[number].start, item.passages[number].end) for number in item.chosen}
    return [one.id for one in excerpts if (one.passage.start, one.passage.end) in wanted]


def broken(text: str) -> tuple[str, ...]:
    """A sentence in rows that fit the wall, broken where it breathes."""
    rows: list[str] = []
    for piece in BREAK.split(_row(text)):
        for part in _short(piece):
            if rows and len(rows[-1]) + 1 + len(part) <= ROW and not rows[-1].endswith((".", "!", "?", "…")):
                rows[-1] += f" {part}"
            else:
                rows.append(part)
    return tuple(rows)


def _short(piece: str) -> Iterator[str]:
    while len(piece) > ROW:
        spaces = [found.start() for found in re.finditer(" ", piece[:ROW]) if found.start() >= SHORTEST]
        if not spaces:
            break
        cut = next((space for space in reversed(spaces) if _breathes(piece, space)), spaces[-1])
        yield piece[:cut]
        piece = piece[cut + 1 :]
    yield piece


def _breathes(piece: str, space: int) -> bool:
    """Whether a phrase may begin after `space`: with a little word, as in all four languages."""
    before, after = piece[:space].rpartition(" ")[2], piece[space + 1 :].partition(" ")[0]
    rest = len(piece) - space - 1
    return len(before) > LITTLE >= len(after) and after.isalpha() and rest >= SHORTEST // 2


def _row(text: str) -> str:
    """`text` on one line, as a literal block can hold it."""
    return printable(" ".join(text.split()))


def _proved(article: Article, rows: Sequence[str]) -> bool:
    """Whether the rows stand in the article, and at one place only."""
    from kit.sources.find import find_rows

    return all(row.strip("[….] ") for row in rows) and len(find_rows(article.text, list(rows), 2)) == 1


def _stands_once(article: Article, text: str) -> bool:
    from kit.sources.find import find

    return article.text.count(text) == 1 and len(find(article.text, _row(text), 2)) == 1


def quoted(text: str) -> str:
    """`text` as a YAML value in double quotes, on one line."""
    return '"' + _row(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _wrapped(text: str) -> list[str]:
    import textwrap

    return [line.replace("\u00a0", " ") for line in textwrap.wrap(text, 110, break_on_hyphens=False)]

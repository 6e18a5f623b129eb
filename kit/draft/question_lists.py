"""Lists of questions: those that are put to the reader, and those that an article answers one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.draft.article import Article, Block
from kit.draft.cues import inside
from kit.draft.ending import Ending
from kit.draft.questions import Span
from kit.draft.sentences import Sentence
from kit.draft.turns import Turns

LIST = 2
"""Entries that make a list; lines without bullets need one more."""

LONGEST = 320
"""Characters of one entry."""

CHAIN = 4
"""Questions, each with its answer behind it, that make an article of questions and answers."""

OPENING = 800
"""Characters at the beginning of an article that say what it is."""

INLINE = re.compile(r"(?:^|(?<=[\s.?!:;»”)]))(\d{1,2})[.)][\s\u00a0](?=[^\W\d_]|[¿«“\"])")
"""A number in a line: “2. Who should pay?”."""

CONTENTS = re.compile(
    r"(?i)^\W*(?:contents|in this (?:article|issue|guide)|sommaire|au sommaire|dans cet article|índice|en este artículo"
    r"|indice|in questo articolo|summary|résumé|l['’]essentiel)\W*$"
)


def closing(article: Article, spans: Sequence[Span], ending: Ending) -> frozenset[int]:
    """The questions in lines of their own that close the article, where there are several."""
    alone: dict[int, int] = {}
    for span in spans:
        alone[span.block] = alone.get(span.block, 0) + 1
    found = []
    for index, span in enumerate(spans):
        block = article.blocks[span.block]
        fills = block.begins >= span.start - 3 and block.end <= span.end + 3 and alone[span.block] == 1
        if fills and block.zone == "body" and block.role != "heading" and ending.is_at_end(span):
            found.append(index)
    items = sum(article.blocks[spans[index].block].role == "item" for index in found)
    return frozenset(found) if len(found) > LIST or items >= LIST else frozenset()


def put_to_reader(article: Article, spans: Sequence[Span], said: Turns) -> frozenset[int]:
    """The blocks of lists of questions that nothing answers: below a heading, a lead-in, or in the open text."""
    asked: dict[int, list[Span]] = {}
    for span in spans:
        asked.setdefault(span.block, []).append(span)
    prose = next((n for n, block in enumerate(article.blocks) if block.end - block.start > LONGEST // 2), 0)
    result: set[int] = set()
    run: list[int] = []
    for number in [*range(len(article.blocks)), -1]:
        if number >= 0 and _asks(article, article.blocks[number], asked.get(number, []), run):
            run.append(number)
            continue
        items = sum(article.blocks[one].role == "item" for one in run)
        asking = [one for one in run if one in asked]
        enough = len(asking) >= LIST and (items == len(run) or len(asking) > LIST)
        spoken = any(one in said.asked or one in said.answers or one in said.spoken for one in run)
        if enough and not spoken and run[0] > prose and not _is_contents(article, run, asked):
            result.update(run)
        run = []
    return frozenset(result)


def numbered(article: Article, spans: Sequence[Span]) -> frozenset[int]:
    """The questions of lists whose numbers stand in one line, where the line breaks between them were lost."""
    by_block: dict[int, list[int]] = {}
    for index, span in enumerate(spans):
        by_block.setdefault(span.block, []).append(index)
    result: set[int] = set()
    for block, mine in by_block.items():
        begins, end = article.blocks[block].begins, article.blocks[block].end
        found = [(int(match[1]), match.start()) for match in INLINE.finditer(article.text, begins, end)]
        # The number of an entry's own line is no part of its text: there the next one is 2.
        entry = article.blocks[block].role == "item"
        first = found[0][0] if entry and found and found[0][0] == 2 else 1
        counted = [at for number, (said, at) in enumerate(found, start=first) if said == number]
        after = [index for index in mine if counted and (entry or spans[index].end > counted[0])]
        enough = len(counted) >= LIST if entry else len(counted) > LIST
        if enough and len(counted) == len(found) and len(after) >= len(counted) - 1:
            result.update(after)
    return frozenset(result)


def _asks(article: Article, block: Block, asked: Sequence[Span], run: Sequence[int]) -> bool:
    """Whether a block is an entry: nothing behind its question. A task may stand among the entries of a list."""
    if block.zone != "body" or block.end - block.start > LONGEST:
        return False
    if not asked:
        return bool(run) and block.role == "item" and article.blocks[run[-1]].role == "item"
    return article.text[asked[-1].end : block.end].strip(" *_»”\"')|") == ""


def _is_contents(article: Article, run: Sequence[int], asked: dict[int, list[Span]]) -> bool:
    """Whether the list only announces what the article goes on to answer."""
    above = article.blocks[run[0] - 1]
    if CONTENTS.match(article.text[above.begins : above.end]):
        return True
    words = [article.text[asked[one][0].start : asked[one][0].end] for one in run if one in asked]
    return sum(article.text.count(one) > 1 for one in words) * 2 > len(words)


def answered(article: Article, found: Sequence[Sentence], spans: Sequence[Span], ending: Ending) -> frozenset[int]:
    """The questions of an article that says it answers some, where each has its answer behind it.

    They are headings even where the line breaks between them were lost.
    """
    text = article.text[:OPENING]
    if not inside("answered").search(text):
        return frozenset()
    result = []
    for index, span in enumerate(spans):
        after = span.sentence + 1
        block = article.blocks[span.block]
        is_last = after >= len(found) or found[after].block > span.block + 1
        if block.zone != "body" or block.for_class or is_last or after in ending.asking or ending.is_idle(after):
            continue
        before = span.sentence - 1
        # A question the answer itself asks stands behind one sentence of it; the next heading behind several.
        if before >= 0 and before in ending.asking and found[before].block == span.block:
            continue
        result.append(index)
    return frozenset(result) if len(result) >= CHAIN else frozenset()

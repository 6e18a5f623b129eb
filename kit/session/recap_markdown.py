"""The record of a class as Markdown: what was typed in class and what articles say stays text, whatever is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.lesson.emphasis import plain
from kit.session.recap import CitedLine, Recap, Thought
from kit.session.recap_votes import VoteRecord
from kit.session.recap_words import CLAIMS, RecapWords

_MARKS = re.compile(r"([\\`*_\[\]<>|~&$^])")
_AT_THE_START = re.compile(r"^(?:([#+=:-])|(\d+)([.)]))")


def markdown(recap: Recap) -> str:
    """The whole record."""
    said = RecapWords(recap)
    return (
        "\n".join([*_head(said), *_votes(said), *_reasons(said), *_lists(said), *_lines(said), *_talked(said)]) + "\n"
    )


def safe(text: str) -> str:
    """`text` on one line, so that no Markdown reader finds anything but letters in it."""
    line = _MARKS.sub(r"\\\1", " ".join(text.split()))
    return _AT_THE_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", line)


def _head(said: RecapWords) -> Iterator[str]:
    recap = said.recap
    yield f"# {said.title}"
    yield ""
    yield f"**{safe(plain(recap.title))}**" + (f" · {said.date}" if said.date else "")
    if recap.question:
        yield ""
        yield f"> {safe(plain(recap.question))}"


def _votes(said: RecapWords) -> Iterator[str]:
    asked = ""
    if said.recap.votes:
        yield from _title(said.tr("We voted"))
    for number, vote in enumerate(said.recap.votes):
        if number:
            yield ""
        if vote.asks and vote.asks != asked:
            yield f"**{safe(plain(vote.asks))}**"
            yield ""
        asked = vote.asks
        yield from _table(said, vote)
        told = said.moves(vote)
        if told:
            yield ""
            yield safe(told)
            yield ""
            yield from (f"- {safe(way)}" for way in said.flows(vote))


def _table(said: RecapWords, vote: VoteRecord) -> Iterator[str]:
    heads = [name or said.tr.plural("{count} vote", "{count} votes", sum(vote.totals)) for name in vote.rounds]
    heads += [said.tr("Difference")] if vote.compared else []
    yield "| | " + " | ".join(heads) + " |"
    yield "|---|" + "---:|" * len(heads)
    for option in vote.options:
        numbers = [str(count) for count in option.counts] + ([said.signed(option.net)] if vote.compared else [])
        yield f"| {safe(plain(option.label))} | " + " | ".join(numbers) + " |"


def _reasons(said: RecapWords) -> Iterator[str]:
    if said.recap.reasons:
        yield from _title(said.tr("The strongest reason on each side"))
    for number, reason in enumerate(said.recap.reasons):
        if number:
            yield ""
        head = f"**{safe(said.side(reason))}** ({safe(said.basis(reason))})"
        yield said.tr("{name}: {value}", name=head, value=safe(reason.text)) if reason.text else head
        if reason.line is not None:
            yield ""
            yield from _cited(said, reason.line)
    for title, thought in (
        (said.tr("Our best question"), said.recap.best_question),
        (said.tr("What a few of us think"), said.recap.minority),
    ):
        if thought is not None:
            yield from _title(title)
            yield _thought(said, thought, own=thought is said.recap.minority)


def _lists(said: RecapWords) -> Iterator[str]:
    for name, title in said.list_titles():
        yield from _title(title)
        thoughts: tuple[Thought, ...] = getattr(said.recap, name)
        for thought in thoughts:
            yield f"- {_thought(said, thought, own=name in CLAIMS)}"


def _lines(said: RecapWords) -> Iterator[str]:
    if said.recap.lines:
        yield from _title(said.tr("The lines that carried our discussion"))
    for number, used in enumerate(said.recap.lines):
        if number:
            yield ""
        yield from _cited(said, used.line, said.times(used))


def _talked(said: RecapWords) -> Iterator[str]:
    if said.recap.discussed:
        yield from _title(said.tr("What we talked about"))
        yield from (f"- {safe(plain(question))}" for question in said.recap.discussed)
    if said.recap.read:
        yield from _title(said.tr("What we read"))
        yield from (f"- {safe(' · '.join(said.text_read(passages)))}" for passages in said.recap.read)


def _title(text: str) -> Iterator[str]:
    yield ""
    yield f"## {text}"
    yield ""


def _thought(said: RecapWords, thought: Thought, *, own: bool) -> str:
    where = f" \\[{said.line(thought.line)}\\]" if own or thought.line is not None else ""
    return f"{safe(thought.text)}{where}"


def _cited(said: RecapWords, line: CitedLine, *more: str) -> Iterator[str]:
    (row,) = line.passage.lines
    yield f"> {said.quote(safe(row.text))}  "
    if row.translation:
        yield f"> {safe(plain(row.translation))} ({said.tr('our translation')})  "
    yield f"> {safe(' · '.join((said.line(line), *said.source(line.passage, proved=line.proved), *more)))}"

"""Source heads: who says it, when, in what kind of text, and how the claim stands: in words and with a shape."""

from __future__ import annotations

from textual.content import Content

from kit.lesson.model import LooseSource
from kit.lesson.scene import Passage
from kit.screen.layout.rows import EMPTY, ours, verbatim, wrap
from kit.words import LANGUAGE_NAMES, Words
from kit.words.terms import LANGUAGE, SOURCE_KIND, STATUS

STATUS_SHAPE = {
    "stated": "●",
    "reported": "○",
    "alleged": "◊",
    "denied": "×",
    "inference": "▲",
    "unsourced": "□",
}
"""A shape for each status, from the characters that every terminal font has: colour alone says nothing."""

BETWEEN = " · "


def head(passage: Passage, language: str, tr: Words, width: int) -> list[Content]:
    """The full head: who, when and what kind; what about; status and languages. `tr` speaks the lesson's language."""
    source = passage.source
    facts: list[Content] = []
    who = passage.speaker or (source.author if source else "")
    if who:
        facts.append(verbatim(who, "bold"))
    if source is not None:
        if source.date:
            facts.append(ours(source.date))
        facts.append(_kind(passage, tr))
        facts.append(verbatim(source.title, "italic"))
    rows = wrap(Content(BETWEEN).join(fact for fact in facts if fact), width)
    if passage.about:
        rows += wrap(ours(passage.about, "$text-muted"), width)
    return rows + wrap(Content(BETWEEN).join(standing(passage, language, tr)), width)


def reminder(passage: Passage, tr: Words, width: int) -> list[Content]:
    """The head in one row, where a passage goes on over a page's end."""
    who = passage.speaker or (passage.source.author if passage.source else "")
    parts = [part for part in (verbatim(who, "bold") if who else EMPTY, status(passage, tr)) if part]
    parts.append(Content.styled(tr("continued"), "$text-muted"))
    return [Content(BETWEEN).join(parts).truncate(width, ellipsis=True)]


def status(passage: Passage, tr: Words) -> Content:
    """How the claim stands: shape and word."""
    return Content.styled(f"{STATUS_SHAPE[passage.status]} {tr(STATUS[passage.status])}", "bold $accent")


def standing(passage: Passage, language: str, tr: Words) -> list[Content]:
    """Status, then what is original and what is ours, where the languages differ."""
    parts = [status(passage, tr)]
    if isinstance(passage.source, LooseSource):
        parts.append(Content.styled(f"□ {tr('not proved')}", "bold $accent"))
    if passage.language != language:
        parts.append(Content(tr("Original: {language}", language=_language(passage.language, tr))))
    if any(line.translation for line in passage.lines):
        parts.append(Content(tr("Our translation: {language}", language=_language(language, tr))))
    return parts


def _kind(passage: Passage, tr: Words) -> Content:
    source = passage.source
    if source is None or not source.kind:
        return EMPTY
    if isinstance(source, LooseSource):
        return ours(source.kind)
    return Content(tr(SOURCE_KIND.get(source.kind, source.kind)))


def _language(code: str, tr: Words) -> str:
    return tr(LANGUAGE[code]) if code in LANGUAGE else LANGUAGE_NAMES.get(code, code)

"""Source heads: who says it, when, in what kind of text, and how the claim stands: in words and with a shape."""

from __future__ import annotations

from textual.content import Content

from kit.lesson.model import LooseSource
from kit.lesson.scene import Passage
from kit.screen.layout.rows import EMPTY, flow, ours, verbatim, wrap
from kit.words import LANGUAGE_NAMES, Words
from kit.words.terms import LANGUAGE, SOURCE_KIND, standing
from kit.words.typography import apostrophes

STATUS_SHAPE = {
    "stated": "●",
    "reported": "○",
    "alleged": "◊",
    "denied": "×",
    "inference": "▲",
    "asked": "?",
    "unsourced": "□",
}
"""A shape for each status, from the characters that every terminal font has: colour alone says nothing."""

BETWEEN = " · "


def head(passage: Passage, language: str, tr: Words, width: int) -> list[Content]:
    """The full head: who, how the claim stands, what kind of text, when; then what it is about and the languages.

    `tr` speaks the lesson's language.
    """
    source = passage.source
    facts = [_who(passage), status(passage, tr)]
    if isinstance(source, LooseSource):
        facts += [Content.styled(f"□ {tr('not proved')}", "bold $accent"), verbatim(source.title, "italic")]
    if source is not None:
        facts += [_kind(passage, tr), ours(source.date)]
    facts += languages(passage, language, tr)
    rows = flow((fact for fact in facts if fact), BETWEEN, width)
    if passage.about:
        rows += wrap(ours(passage.about, "$text-muted"), width)
    return rows


def reminder(passage: Passage, tr: Words, width: int) -> list[Content]:
    """The head in one row, where a passage goes on over a page's end."""
    parts = [part for part in (_who(passage), status(passage, tr)) if part]
    parts.append(Content.styled(tr("continued"), "$text-muted"))
    return [Content(BETWEEN).join(parts).truncate(width, ellipsis=True)]


def status(passage: Passage, tr: Words) -> Content:
    """How the claim stands: shape and word."""
    return Content.styled(
        f"{STATUS_SHAPE[passage.status]} {apostrophes(standing(tr, passage.status, passage.speaker))}", "bold $accent"
    )


def languages(passage: Passage, language: str, tr: Words) -> list[Content]:
    """Which language is the original's and which is ours, where they differ."""
    parts = []
    if passage.language != language:
        parts.append(Content(tr("Original: {language}", language=_language(passage.language, tr))))
    if any(line.translation for line in passage.lines):
        parts.append(Content(tr("Our translation: {language}", language=_language(language, tr))))
    return parts


def _who(passage: Passage) -> Content:
    if passage.speaker:
        return verbatim(passage.speaker, "bold")
    return ours(passage.source.author, "bold") if passage.source and passage.source.author else EMPTY


def _kind(passage: Passage, tr: Words) -> Content:
    source = passage.source
    if source is None or not source.kind:
        return EMPTY
    if isinstance(source, LooseSource):
        return ours(source.kind)
    return Content(tr(SOURCE_KIND.get(source.kind, source.kind)))


def _language(code: str, tr: Words) -> str:
    return tr(LANGUAGE[code]) if code in LANGUAGE else LANGUAGE_NAMES.get(code, code)

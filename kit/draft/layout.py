"""The blocks of an article: headings, paragraphs and lists, what is only page furniture, and where questions for a
class are announced.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kit.draft.article import Block, Extract, Form, Line, Role, Zone
from kit.draft.cues import inside, whole
from kit.draft.furniture import opens_a_box, zone_of
from kit.draft.plain import BULLET, SYMBOL

MARKER = re.compile(
    rf"""(?x)
    (?: [\s>]* (?: \#{{1,6}}[ \t]+ | (?:[-*•‣◦·–] | [{SYMBOL}]+)[ \t\u00a0]+
      | \(?\d{{1,2}}[.)°]-?[ \t\u00a0]* (?=[^\d\s])
      | \(?[a-hA-H][.)][ \t\u00a0]+
      | (?i:questions?|pregunta|domanda|quesito)[ \t\u00a0]*(?:n[°ºo.]*[ \t]*)?\d{{1,2}}[ \t\u00a0]*[.:)–-][ \t\u00a0]*
      | [QPD]\d{{1,2}}[.:)][ \t\u00a0]* ) )*
    [\s*_>]*
    """
)
"""Bullets, numbers and Markdown signs before the first word."""

LONGEST_HEADING = 140
LONG = 200
"""Characters of a paragraph that no teaser, button or comment header has."""


def blocks(found: Extract, form: Form) -> tuple[Block, ...]:
    """The blocks of `found` in reading order, furniture included and marked."""
    lines = list(found.lines)
    result = [_block(found.text, line) for line in lines]
    if form != "html":
        result = _with_headings(found.text, result)
    result = _with_zones(found.text, result)
    return tuple(_with_class(found.text, result))


def _block(text: str, line: Line) -> Block:
    start, end = line.start, line.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    role: Role = line.role or ("item" if BULLET.match(text, start, end) else "paragraph")
    mark = MARKER.match(text, start, end)
    begins = mark.end() if mark is not None and mark.end() < end else start
    return Block(start, end, role, line.zone or "body", begins, line.level)


def _with_headings(text: str, found: list[Block]) -> list[Block]:
    """In plain text a short line without a full stop, with a paragraph below it, is a heading."""
    result = list(found)
    before_text = next((n + 1 for n, block in enumerate(found) if block.end - block.start > LONG), len(found))
    for index, block in enumerate(found):
        said = text[block.begins : block.end].strip("*_ ")
        if block.role != "paragraph" or block.zone != "body" or not 2 < len(said) <= LONGEST_HEADING:
            continue
        bold = text[block.start : block.end].startswith(("**", "__")) and text[block.start : block.end].endswith(
            ("**", "__")
        )
        plain_end = said[-1].isalnum() or said[-1] in ")?!»”:" or said.endswith("…")
        below = found[index + 1] if index + 1 < len(found) else None
        longer = below is not None and below.role != "heading" and below.end - below.start > len(said)
        short = len(said) <= 90 and not re.search(r"[.!?…]\s", said)
        first = index < before_text
        is_title = first and index < 6 and short
        if (bold and len(said) <= LONGEST_HEADING) or (
            plain_end and short and (longer or is_title) and said[0] not in '«“"‘—'
        ):
            if said.endswith(":") and not whole("for-class").match(said):
                continue  # a lead-in, such as “Here is the statement:”
            result[index] = replace(block, role="heading", level=1 if is_title and index == 0 else 3)
    return result


def _with_zones(text: str, found: list[Block]) -> list[Block]:
    """Furniture, line by line: what opens the comments closes the article, a box ends with the next real paragraph."""
    result: list[Block] = []
    running: Zone | None = None
    prose = next((block.start for block in found if block.role == "paragraph" and block.end - block.start > LONG), 0)
    for block in found:
        said = text[block.begins : block.end].strip("*_# \t\u00a0")
        if announces(said):
            running = None
        zone = zone_of(said, block.role)
        if zone == "comments" and block.start < prose:
            zone = "furniture"  # how many there are, said above the article
        if zone == "comments" or (zone == "furniture" and opens_a_box(said)):
            running = zone
        elif running == "furniture" and zone is None and block.end - block.start > LONG and block.role == "paragraph":
            running = None
        if block.zone == "body":
            block = replace(block, zone=zone or running or "body")
        result.append(block)
    return result


LEAD = re.compile(r"(?i)\b(?:questions?|preguntas?|interrogantes|domand[ae]|quesiti)\b")
DISCUSS = re.compile(
    r"(?i)\b(?:discuss|consider|think|reflect|debat|class\b|réfléch|débat|discut|class[ei]|pens[ae]|reflexion|conversa|rifle|dibatt|parla)"
)


def announces(said: str) -> bool:
    """Whether a line says that questions for whoever reads come next."""
    if said.endswith(":") and len(said) <= LONG and LEAD.search(said) and DISCUSS.search(said):
        return True
    return len(said) <= 90 and whole("for-class").match(said) is not None and not inside("answered").search(said)


def _announces_inside(said: str) -> bool:
    """Whether a paragraph announces questions and asks them itself: “Some questions to discuss: 1) …”."""
    head, colon, rest = said.partition(":")
    return bool(colon) and "?" in rest and "?" not in head and announces(f"{head[-LONGEST_HEADING:]}:")


def _with_class(text: str, found: list[Block]) -> list[Block]:
    """Mark what stands below an announcement, up to the next heading that is no question and announces nothing."""
    result: list[Block] = []
    running = listed = False
    for block in found:
        said = text[block.begins : block.end].strip("*_# \t\u00a0")
        if announces(said) and block.zone == "body" and (block.role != "item" or said.endswith(":")):
            running, listed = True, False
            result.append(replace(block, role="heading" if block.role == "paragraph" else block.role))
            continue
        if block.zone in ("furniture", "comments") or (block.role == "heading" and not said.endswith("?")):
            running = False
        if listed and block.role == "paragraph" and "?" not in said:
            running = False  # below the entries of a list: thanks, or who wrote it
        listed = running and (listed or block.role == "item")
        here = running or _announces_inside(said)
        result.append(replace(block, for_class=here and block.zone == "body"))
    return result


DATE = re.compile(r"\b(\d{4}-\d{2}(?:-\d{2})?)\b")


def title_of(text: str, found: Sequence[Block], language: str) -> str:
    """The heading above the first paragraph, if it is in the article's language; else how that paragraph begins."""
    from kit.draft.languages import belongs

    body = [block for block in found if block.zone == "body"]
    first = next((n for n, block in enumerate(body) if _is_prose(text, block)), len(body))
    headings = [block for block in body[:first] if block.role == "heading"]
    fitting = [block for block in headings if belongs(text[block.begins : block.end], language) or block is body[0]]
    fitting = [block for block in fitting if not belongs(text[block.begins : block.end], language, to_another=True)]
    # “Opinion” and “Home > News” name a part of the paper, where something longer follows.
    fitting = [block for block in fitting if _is_title(text[block.begins : block.end])] or fitting
    if fitting:
        best = min(fitting, key=lambda block: (block.level or 9, -block.start))
        return _one_line(text[best.begins : best.end]).strip("*_# ")[:LONGEST_HEADING]
    prose = next(
        (block for block in body if _is_prose(text, block) and belongs(text[block.begins : block.end], language)), None
    )
    if prose is None:
        return ""
    said = _one_line(text[prose.begins : prose.begins + 400])
    end = said.find(" ", SHORT_TITLE)
    return said if end < 0 else said[:end].rstrip(",;: ") + "…"


def _is_title(said: str) -> bool:
    return len(said.split()) > 1 and not re.search(r"\s[>/]\s", said)


SHORT_TITLE = 50
"""Characters of the first words that stand for a title."""


def _is_prose(text: str, block: Block) -> bool:
    said = text[block.start : block.end]
    return block.role == "paragraph" and len(said) > 80 and said.rstrip('»”" )*_')[-1:] in ".!?…"


def date_of(text: str, found: Sequence[Block]) -> str:
    """An ISO date in the first lines; other ways to write one are left to the teacher."""
    end = found[min(5, len(found) - 1)].start + 200 if found else 0
    match = DATE.search(text, 0, end)
    return match[1] if match is not None else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())

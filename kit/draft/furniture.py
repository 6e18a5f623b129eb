"""What a line of an article is that is no part of it: comments, links to other articles, newsletters, credits."""

from __future__ import annotations

import re

from kit.draft.article import Role, Zone
from kit.draft.cues import anywhere, inside, opening, whole

HASHTAGS = re.compile(r"\s*(?:[#@][\w-]+[\s,]*)+")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)

LABEL = 80
TEASER = 160
BOX = 320
LEGAL = 400
"""Characters up to which a line can be a comment header, a teaser, a box, a legal notice."""


def zone_of(said: str, role: Role) -> Zone | None:
    """What the line `said` is; None where it may belong to the article."""
    length, asks = len(said), said.endswith("?")
    if length <= LABEL and not asks and whole("comments").match(said):
        return "comments"
    if length <= TEASER and (role == "heading" or not said.endswith(".")) and opening("related").match(said):
        return "furniture"
    if length <= LABEL and not asks and opening("buttons").match(said):
        return "furniture"
    if length <= BOX and anywhere("newsletter").search(said) and inside("offers").search(said):
        return "furniture"
    if length <= LEGAL and inside("legal").search(said) and (length <= TEASER or inside("offers").search(said)):
        return "furniture"
    if length <= TEASER and "?" not in said and _is_credit(said):
        return "credit"
    return "furniture" if length <= 3 and not any(character.isalpha() for character in said) else None


def opens_a_box(said: str) -> bool:
    """Whether the lines below `said` lead to other articles too."""
    match = opening("related").match(said)
    return match is not None and len(match["rest"].strip(" :.…*_")) < 25


def _is_credit(said: str) -> bool:
    """A line that names sources, pictures, authors or a date, or holds nothing but an address or hashtags."""
    if HASHTAGS.fullmatch(said) or ADDRESS.fullmatch(said):
        return True
    match = opening("credit").match(said)
    return match is not None and not re.search(r"[.!]\s+\w", match["rest"])

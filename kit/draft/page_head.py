"""What a saved page says of itself in its head: title, day, language."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from kit.draft.page_elements import attributes

TITLE = re.compile(r"(?is)<title[^>]{0,200}>([^<]{1,400})</title")
META = re.compile(r"(?i)<meta\s[^>]{1,600}>")
LANGUAGE = re.compile(r"""(?i)<html[^>]{0,400}\slang\s*=\s*["']?([a-z]{2})""")

HEAD = 200_000
"""Characters in which the head ends, or it has nothing to say."""


def title(source: str) -> str:
    """What the page calls itself, without the name of the site behind it."""
    named = TITLE.search(source, 0, HEAD)
    return re.split(r"\s[|–—·]\s", " ".join(html.unescape(named[1]).split()))[0][:200] if named is not None else ""


def date(source: str) -> str:
    """The day the page says it appeared; only ISO dates are taken."""
    for meta in _metas(source):
        if (meta.get("property") or meta.get("name") or "").lower() in ("article:published_time", "date", "dc.date"):
            day = re.match(r"\d{4}-\d{2}(-\d{2})?", meta.get("content", ""))
            if day is not None:
                return day[0]
    return ""


def language(source: str) -> str:
    """The language the page declares, two letters."""
    found = LANGUAGE.search(source, 0, 20_000)
    return found[1].lower() if found is not None else ""


def _metas(source: str) -> Iterator[dict[str, str]]:
    for match in META.finditer(source, 0, HEAD):
        yield attributes(match[0])

"""Quotations that were proved before: rows nobody has changed, of an article nobody has changed, are proved still."""

from __future__ import annotations

import binascii
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kit.files.cache import Cache, key
from kit.sources.model import Article, Span


class KeptProofs:
    """Where the quotations of the lesson in `folder` stood when it was checked last.

    Only what stands in one place is kept: everything else has to be told, and so looked at again.
    """

    def __init__(self, cache: Cache, folder: Path) -> None:
        self._cache = cache
        self._named = key("proofs", folder.absolute())
        kept = cache.get(self._named)
        self._before: Mapping[str, Any] = kept if isinstance(kept, dict) else {}
        self._now: dict[str, Any] = {}
        self._articles: dict[str, list[int]] = {}

    def get(self, article: Article, rows: Sequence[str | None]) -> list[Span | None] | None:
        """One span for each row (None is a gap) as proved before; None where the rows have to be proved."""
        named = self._name(article, rows)
        places = self._before.get(named)
        if places is None:
            return None
        try:
            spans = [None if place is None else _span(article, *place) for place in places]
        except TypeError:  # not what `put` wrote
            return None
        self._now[named] = places
        return spans

    def put(self, article: Article, rows: Sequence[str | None], spans: Sequence[Span | None]) -> None:
        """Remember that `rows` stand in `article` as `spans`."""
        places = [None if span is None else [span.start, span.end, span.line, span.column] for span in spans]
        self._now[self._name(article, rows)] = places

    def keep(self) -> None:
        """Write down what was asked for this time, and forget the rest."""
        if self._now != self._before:
            self._cache.put(self._named, self._now)

    def _name(self, article: Article, rows: Sequence[str | None]) -> str:
        text = article.text
        if article.source.id not in self._articles:
            self._articles[article.source.id] = [len(text), binascii.crc32(text.encode())]
        return json.dumps([*self._articles[article.source.id], *rows], ensure_ascii=False)


def _span(article: Article, start: int, end: int, line: int, column: int) -> Span:
    return Span(start=start, end=end, line=line, column=column, text=article.text[start:end])

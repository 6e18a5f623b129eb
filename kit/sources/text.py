"""Two texts that say the same in other characters: folding, tokens, and the way back to the raw offsets.

Folding drops what typing changes and nobody hears: white space of every kind, the shape of quotation marks,
apostrophes and dashes, composed or decomposed accents, invisible characters. Letters, digits, case and punctuation
stay. Because folding glues words together, a match is always compared token by token afterwards: "8 0" is not "80".
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

SAME_SHAPE = {
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u2033\uff02",
    "'": "\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u00b4\u0060\uff07",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d",
    "...": "\u2026",
    "oe": "\u0153",
    "Oe": "\u0152",
    "ff": "\ufb00",
    "fi": "\ufb01",
    "fl": "\ufb02",
    "ffi": "\ufb03",
    "ffl": "\ufb04",
}
"""What each group of characters is folded to; the last are ligatures, as PDF files have them."""

APOSTROPHES = "'" + SAME_SHAPE["'"]
"""Everything that is typed as an apostrophe, for use inside brackets of a regular expression."""

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0e\ufe0f"
"""Soft hyphen, zero-width characters, direction marks, variation selectors: seen by nobody, dropped."""

FOLDED = {character: to for to, characters in SAME_SHAPE.items() for character in characters}
FOLDED.update(dict.fromkeys(INVISIBLE, ""))

BLOCK = 4096
"""Characters of a block: the way back to a raw offset is worked out for one block at a time, and only when asked."""

MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
MARK = re.compile(f"[{MARKS}]")
CHARACTER = re.compile(rf"[\s\S][{MARKS}]*")
PLAIN_CHARACTER = re.compile(rf"[^\s{INVISIBLE}]")
SPECIAL = re.compile(f"[{''.join(map(re.escape, FOLDED))}]")
LETTERS = rf"[^\W_][\w{MARKS}{INVISIBLE}]*"
TOKEN = re.compile(
    rf"""
      [0-9]{{1,3}}(?:\s[0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)?    # 10 000, with whichever space
    | {LETTERS}
      (?: [{APOSTROPHES}](?:t|s|re|ve|ll|d|m)(?!\w)              # don't: cutting it would turn it round
        | (?:(?<=[0-9])[.,:{APOSTROPHES}](?=[0-9]){LETTERS})*     # 1,8; 12:30; 4.500.000
      )
    | \.(?:\s*\.)+ | \u2026                                   # an ellipsis
    | [^\s{INVISIBLE}][{MARKS}{INVISIBLE}]*                    # any other sign
    """,
    re.VERBOSE,
)
LINE_END = re.compile(r"\r\n|\r|\n")


def fold(text: str) -> str:
    """`text` without white space and with one shape for each quotation mark, apostrophe, dash and accent."""
    text = "".join(unicodedata.normalize("NFC", text).split())
    return SPECIAL.sub(_folded_character, text)


def _folded_character(match: re.Match[str]) -> str:
    return FOLDED[match.group()]


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign: where it stands (raw offsets, end exclusive) and what it is compared by."""

    start: int
    end: int
    key: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words, numbers and signs of ``text[start:end]``, with offsets into `text`.

    Words that were glued together keep apart where a capital tells them apart ("BloombergQuel" is two).
    """
    # the two apostrophes that Unicode counts among the letters
    text = text.replace("\u02bc", "\u2019").replace("\u02b9", "\u2019")
    result: list[Token] = []
    for match in TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        begin = match.start()
        for cut in _glued_at(word):
            result.append(Token(begin, match.start() + cut, fold(text[begin : match.start() + cut])))
            begin = match.start() + cut
        result.append(Token(begin, match.end(), fold(text[begin : match.end()])))
    return result


def _glued_at(word: str) -> list[int]:
    """Where one word ends and the next begins without a space: "semaineStability", "AIStability", "2023Selon"."""
    if word.islower() or word.isdigit():
        return []
    return [
        index
        for index in range(1, len(word))
        if word[index].isupper()
        and (_before(word, index).islower() or (len(word) >= index + 3 and word[index + 1 : index + 3].islower()))
    ]


def _before(word: str, index: int) -> str:
    """The letter before `index`, past its accents and invisible characters."""
    while index > 1 and not word[index - 1].isalnum():
        index -= 1
    return word[index - 1]


class FoldedText:
    """A raw text with its folded form, the way back from one to the other, and its lines."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._raw_starts: list[int] = []
        self._folded_starts: list[int] = []
        self._maps: dict[int, list[int]] = {}
        pieces: list[str] = []
        raw_start = folded_start = 0
        while raw_start < len(raw):
            end = self._block_end(raw_start)
            piece = fold(raw[raw_start:end])
            self._raw_starts.append(raw_start)
            self._folded_starts.append(folded_start)
            pieces.append(piece)
            folded_start += len(piece)
            raw_start = end
        self.folded = "".join(pieces)

    def _block_end(self, start: int) -> int:
        end = start + BLOCK
        while end < len(self.raw) and unicodedata.category(self.raw[end])[0] == "M":
            end += 1  # an accent stays with its letter
        return min(end, len(self.raw))

    def _map(self, block: int) -> list[int]:
        """For each folded character of the block the raw offset it came from, and -1 inside an expansion ("…")."""
        if block not in self._maps:
            start = self._raw_starts[block]
            end = self._raw_starts[block + 1] if block + 1 < len(self._raw_starts) else len(self.raw)
            self._maps[block] = self._map_of(start, end)
        return self._maps[block]

    def _map_of(self, start: int, end: int) -> list[int]:
        raw = self.raw[start:end]
        if unicodedata.is_normalized("NFC", raw) and not MARK.search(raw):
            places = [match.start() for match in PLAIN_CHARACTER.finditer(self.raw, start, end)]
            if len(places) == len(fold(raw)):  # one character each: no ellipsis, no ligature
                return places
        result: list[int] = []
        for match in CHARACTER.finditer(self.raw, start, end):
            folded = fold(match.group())
            if folded:
                result.append(match.start())
                result.extend([-1] * (len(folded) - 1))
        return result

    def raw_start(self, offset: int) -> int | None:
        """The raw offset of the folded character at `offset`; None inside what one raw character was folded to."""
        block = bisect_right(self._folded_starts, offset) - 1
        places = self._map(block)
        index = offset - self._folded_starts[block]
        return places[index] if index < len(places) and places[index] >= 0 else None

    def raw_end(self, offset: int) -> int | None:
        """The raw offset (exclusive) at which the folded character before `offset` ends; None inside an expansion."""
        if offset < len(self.folded) and self.raw_start(offset) is None:
            return None
        last = offset - 1
        while (start := self.raw_start(last)) is None:
            last -= 1
        match = CHARACTER.match(self.raw, start)
        assert match is not None
        return match.end()

    def near(self, offset: int) -> int:
        """The raw offset of the folded `offset`, or the nearest one before it; for finding a region."""
        offset = max(0, min(offset, len(self.folded) - 1))
        while offset > 0 and self.raw_start(offset) is None:
            offset -= 1
        return self.raw_start(offset) or 0

    @cached_property
    def lower(self) -> str:
        """The folded text in small letters, offset for offset."""
        small = self.folded.lower()
        return small if len(small) == len(self.folded) else self.folded

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_END.finditer(self.raw))]

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """The line and the column of a raw offset, both counted from 1, the column in characters."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


@lru_cache(maxsize=16)
def folded_text(raw: str) -> FoldedText:
    """The folded form of an article, made once for all its quotations."""
    return FoldedText(raw)

"""Passages that texts share word for word: where they stand in each, the longest first.

Two characters count as the same where only typography tells them apart: any white space, the shape of a quotation
mark, an apostrophe or a dash. Each character is compared as one character, so every offset is one of the decoded text.

Every 20th position of each text is indexed by the 20 characters that follow, once; any run of 40 characters holds one
of these. Each hit grows both ways to its full length. What overlaps is settled longest first (greedy string tiling).
The work grows with the length of the texts; `EFFORT` bounds it where a text repeats itself without end.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

LEAST = 40
"""Characters a passage has at least: shorter ones are idioms, names and titles that anybody writes."""

SHAPES = {
    " ": "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000",
    "'": "\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u00b4\u0060\uff07",
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u2033\uff02",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d",
}
"""What is compared as one character: the same shapes as in `kit.sources.text`, none of which changes the length."""

FOLD = {ord(shape): plain for plain, shapes in SHAPES.items() for shape in shapes}

PLACES = 32
"""Places of the same characters in one text that are looked at; more are a text that repeats itself."""

EFFORT = 48
"""How many times its own length a text may be compared with others in full; after that a place once shared is passed
over. Ordinary texts stay below 2."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text: offsets into the decoded text, `end` exclusive."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage that two texts share: the same length in both."""

    a: Stretch
    b: Stretch

    def __len__(self) -> int:
        return len(self.a)


@dataclass(frozen=True, slots=True)
class _Match:
    """A run of equal characters that cannot be made longer."""

    a: int
    b: int
    length: int


def folded(text: str) -> str:
    """`text` with one shape for each white space, apostrophe, quotation mark and dash; of the same length."""
    return text.translate(FOLD)


def shared(texts: Sequence[str], least: int = LEAST) -> dict[tuple[int, int], list[Shared]]:
    """What each two of `texts` share, by their places in `texts` (first, second): longest first, never overlapping.

    Pairs that share nothing are not in it. A passage has at least `least` characters, as typed.
    Errors: ValueError where `least` is below 2.
    """
    if least < 2:
        raise ValueError(least)
    plain = [folded(text) for text in texts]
    gram = least // 2
    index: dict[str, list[tuple[int, int]]] = {}
    result: dict[tuple[int, int], list[Shared]] = {}
    for number, text in enumerate(plain):
        for other, matches in sorted(_matches(plain, number, index, gram, least).items()):
            tiles = _tiled(matches, least)
            # A rule drawn with dashes and the blanks of a layout are no passage.
            worded = [tile for tile in tiles if any(map(str.isalnum, text[tile.b.start : tile.b.end]))]
            if worded:
                result[other, number] = worded
        _add(index, number, text, gram)
    return dict(sorted(result.items()))


def _add(index: dict[str, list[tuple[int, int]]], number: int, text: str, gram: int) -> None:
    """Enter every `gram`-th position of `text`."""
    counted: dict[str, int] = {}
    for start in range(0, len(text) - gram + 1, gram):
        key = text[start : start + gram]
        count = counted.get(key, 0)
        if count < PLACES:
            counted[key] = count + 1
            index.setdefault(key, []).append((number, start))


def _matches(
    texts: Sequence[str], number: int, index: Mapping[str, list[tuple[int, int]]], gram: int, least: int
) -> dict[int, list[_Match]]:
    """The runs that text `number` shares with each text that is indexed."""
    text = texts[number]
    found: dict[int, list[_Match]] = {}
    reached: dict[tuple[int, int], int] = {}
    """By text and diagonal: how far in `text` its last run goes."""
    passed: dict[int, int] = {}
    """By text: how far in `text` anything is shared with it."""
    left = EFFORT * (len(text) + least)
    for start in range(len(text) - gram + 1):
        for other, place in index.get(text[start : start + gram], ()):
            diagonal = (other, place - start)
            if start < reached.get(diagonal, 0) or (left < 0 and start < passed.get(other, 0)):
                continue
            before = _common_before(texts[other], place, text, start)
            after = _common_after(texts[other], place, text, start)
            left -= before + after
            reached[diagonal] = start + after
            passed[other] = max(passed.get(other, 0), start + after)
            if before + after >= least:
                found.setdefault(other, []).append(_Match(place - before, start - before, before + after))
    return found


def _common_after(a: str, i: int, b: str, j: int) -> int:
    """How many characters from ``a[i]`` and ``b[j]`` on are the same."""
    return _grown(min(len(a) - i, len(b) - j), lambda low, high: a[i + low : i + high] == b[j + low : j + high])


def _common_before(a: str, i: int, b: str, j: int) -> int:
    """How many characters before ``a[i]`` and ``b[j]`` are the same."""
    return _grown(min(i, j), lambda low, high: a[i - high : i - low] == b[j - high : j - low])


def _grown(most: int, equal: Callable[[int, int], bool]) -> int:
    """How far two texts are the same, at most `most`; `equal` compares their slices, which double and then halve."""
    same, step = 0, 32
    while same < most and equal(same, min(same + step, most)):
        same = min(same + step, most)
        step *= 2
    high = min(same + step, most)
    while same < high:
        middle = (same + high + 1) // 2
        if equal(same, middle):
            same = middle
        else:
            high = middle - 1
    return same


def _tiled(matches: Sequence[_Match], least: int) -> list[Shared]:
    """The longest match, then the longest that is left beside it, and so on; of equals, the first in reading order.

    A match that overlaps what was taken is cut to its free parts, which wait their turn.
    """
    heap = [(-match.length, match.a, match.b) for match in matches]
    heapify(heap)
    taken_a, taken_b = _Taken(), _Taken()
    result: list[Shared] = []
    while heap:
        length, a, b = heappop(heap)
        length = -length
        parts = [
            (low + first, low + last)
            for low, high in taken_a.free(a, a + length)
            for first, last in taken_b.free(b + low, b + high)
        ]
        if parts == [(0, length)]:
            taken_a.add(a, a + length)
            taken_b.add(b, b + length)
            result.append(Shared(Stretch(a, a + length), Stretch(b, b + length)))
        else:
            for low, high in parts:
                if high - low >= least:
                    heappush(heap, (low - high, a + low, b + low))
    return result


class _Taken:
    """The stretches of one text that are settled."""

    def __init__(self) -> None:
        self._stretches: list[tuple[int, int]] = []

    def add(self, start: int, end: int) -> None:
        insort(self._stretches, (start, end))

    def free(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The parts of ``start:end`` that are not taken, counted from `start`."""
        index = max(0, bisect_left(self._stretches, (start, start)) - 1)
        low = start
        while index < len(self._stretches) and self._stretches[index][0] < end:
            first, last = self._stretches[index]
            if last > low:
                if first > low:
                    yield low - start, first - start
                low = last
            index += 1
        if low < end:
            yield low - start, end - start

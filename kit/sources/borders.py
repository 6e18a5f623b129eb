"""Whether a passage begins and ends between words: half a word, or a number without its sign, is no quotation."""

from __future__ import annotations

from collections.abc import Sequence

from kit.sources.text import APOSTROPHES, Token, tokens

HYPHENS = "-\u2010\u2011"
SIGNS = "+\u2212"
"""Signs of a number that are no hyphens."""

CONTEXT = 40
"""Raw characters before and after a passage in which a number of several groups could reach across its border."""

LONGEST_WORD = 120
"""Raw characters without white space after which the search for a word's beginning gives up."""


def tokens_around(raw: str, start: int, end: int) -> list[Token]:
    """The tokens of the slice and of its surroundings, from white space to white space."""
    first, last = max(0, start - CONTEXT), min(len(raw), end + CONTEXT)
    while first > 0 and start - first < LONGEST_WORD and not raw[first - 1].isspace():
        first -= 1
    while last < len(raw) and last - end < LONGEST_WORD and not raw[last].isspace():
        last += 1
    return tokens(raw, first, last)


def cut_word(raw: str, start: int, end: int, around: Sequence[Token]) -> tuple[int, int] | None:
    """The raw offsets of the word, compound or number that the slice would cut, if it cuts one.

    Beside the inside of a token that is: a part of a hyphenated compound ("violent" of "non-violent"), an elided word
    apart from the next ("jusqu", "n'"), a number without its sign ("8" of "-8"). A quotation may begin after an
    elision: "IA" of "l'IA".
    """
    for border in (start, end):
        for index, token in enumerate(around):
            if token.start < border < token.end:
                return token.start, token.end
            touches = index > 0 and token.start == border == around[index - 1].end
            if touches and _is_joined(raw, around, index, is_end=border == end):
                return _compound(around, index)
    return None


def _is_joined(raw: str, around: Sequence[Token], index: int, *, is_end: bool) -> bool:
    """Whether token `index` and the one before, which touch, are parts of one word or number."""
    left, right = around[index - 1], around[index]
    before, after = raw[left.end - 1], raw[right.start]
    after_a_word = index > 1 and around[index - 2].end == left.start and _ends_in_a_word(around[index - 2])
    before_a_word = (
        index + 1 < len(around) and around[index + 1].start == right.end and _begins_with_a_word(around[index + 1])
    )
    if before in HYPHENS:
        return after.isdigit() or (after_a_word and _begins_with_a_word(right))
    if before in SIGNS:
        return after.isdigit() and not after_a_word
    if before in APOSTROPHES:
        return is_end and after_a_word and _begins_with_a_word(right)
    return (after in HYPHENS or after in APOSTROPHES) and before_a_word and _ends_in_a_word(left)


def _ends_in_a_word(token: Token) -> bool:
    return token.key[-1:].isalnum()


def _begins_with_a_word(token: Token) -> bool:
    return token.key[:1].isalnum()


def _compound(around: Sequence[Token], index: int) -> tuple[int, int]:
    """From the first to the last of the words, hyphens and apostrophes that touch at the border before `index`."""

    def belongs(token: Token) -> bool:
        return _begins_with_a_word(token) or token.key in ("-", "'", "+")

    first, last = index - 1, index
    while first > 0 and around[first - 1].end == around[first].start and belongs(around[first - 1]):
        first -= 1
    while last + 1 < len(around) and around[last].end == around[last + 1].start and belongs(around[last + 1]):
        last += 1
    return around[first].start, around[last].end

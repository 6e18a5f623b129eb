"""How heavy a text is to read: LIX and sentence length. No CEFR level is claimed; no formula gives one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kit.lesson.model import Line

SENTENCE_END = re.compile(r"[.!?…:]+[\"'”’»)\]]*(?:\s|$)|\n\s*\n")
WORD = re.compile(r"\w+(?:['’-]\w+)*")
LONG_WORD = 7
"""Letters from which on LIX counts a word as long (Björnsson 1968: more than six)."""


@dataclass(frozen=True, slots=True)
class ReadingLoad:
    """Measures of one text."""

    words: int
    sentences: int
    longest: int
    """Words of the longest sentence."""
    lix: int
    """Words a sentence plus long words in a hundred: up to 40 easy, up to 50 middling, over 50 hard."""


def reading_load(text: str) -> ReadingLoad:
    """Measure `text`; all zero where it has no words."""
    lengths = [len(WORD.findall(sentence)) for sentence in SENTENCE_END.split(text)]
    lengths = [length for length in lengths if length]
    words = WORD.findall(text)
    if not words:
        return ReadingLoad(0, 0, 0, 0)
    long_words = sum(len(word) >= LONG_WORD for word in words)
    lix = round(len(words) / len(lengths) + 100 * long_words / len(words))
    return ReadingLoad(len(words), len(lengths), max(lengths), lix)


def load_of_lines(lines: Iterable[Line]) -> ReadingLoad:
    """The measures of an article's lines in the original; what is left out between them ends a sentence."""
    text, before = "", None
    for line in lines:
        apart = line.gap_before or (before is not None and line.excerpt != before.excerpt)
        text += ("\n\n" if apart else " ") + line.text
        before = line
    return reading_load(text)

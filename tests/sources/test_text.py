"""Folding loses nothing that matters, and every folded character knows where it came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kit.sources.text
from kit.sources.text import FoldedText, fold, tokens

texts = st.text(alphabet="aéAÉe\u0301\u0302 \u00a0\n\u00ad\u200b…«’-9.œﬁß🔜\ufe0f", max_size=60)


@given(texts)
def test_the_way_back_leads_to_what_was_folded(raw: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kit.sources.text, "BLOCK", 7)  # many borders between blocks in a short text
        folded = FoldedText(raw)
        assert folded.folded == fold(raw)
        length = len(folded.folded)
        for begin in range(length):
            for finish in range(begin + 1, length + 1):
                start, end = folded.raw_start(begin), folded.raw_end(finish)
                if start is not None and end is not None:
                    assert fold(raw[start:end]) == folded.folded[begin:finish]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("BloombergQuel est", ["Bloomberg", "Quel", "est"]),
        ("StabilityAI OpenAI", ["Stability", "AI", "Open", "AI"]),
        ("l'IA n’est", ["l", "'", "IA", "n", "'", "est"]),
        ("don’t it's", ["don't", "it's"]),
        ("10\u202f000 euros, 1,8 %", ["10000", "euros", ",", "1,8", "%"]),
        ("fin. . . ou…", ["fin", "...", "ou", "..."]),
        ("12:30, 4.500.000 et 2023.", ["12:30", ",", "4.500.000", "et", "2023", "."]),
        ("les PDGs et IAs", ["les", "PDGs", "et", "IAs"]),
    ],
)
def test_words_numbers_and_signs(text: str, words: list[str]) -> None:
    found = tokens(text)
    assert [token.key for token in found] == words
    assert [fold(text[token.start : token.end]) for token in found] == words

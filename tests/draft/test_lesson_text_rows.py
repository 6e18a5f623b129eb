"""The rows of a drafted excerpt are broken where one breathes."""

from __future__ import annotations

import pytest

from kit.draft.lesson_text import ROW, broken

FRENCH = (
    "Cette volonté de développer des produits d'IA commercialisés explique sans doute en grande partie la "
    "démission de Mostaque."
)
ENGLISH = (
    "The people who had built the model over three long winters left the company during the same week as the "
    "man who had hired them."
)


@pytest.mark.parametrize(("sentence", "end"), [(FRENCH, "partie"), (ENGLISH, "week")])
def test_no_row_ends_with_the_little_word_that_begins_a_phrase(sentence: str, end: str) -> None:
    rows = broken(sentence)
    assert " ".join(rows) == sentence
    assert all(len(row) <= ROW for row in rows)
    assert rows[0].endswith(end)

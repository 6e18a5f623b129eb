"""A quotation is found however it was typed, and nowhere else."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.sources.find import find, find_rows
from kit.sources.text import fold, tokens
from tests.sources.seeds import ARTICLES, QUOTATIONS, Quotation

SPACES = [" ", "\u00a0", "\u202f", "\u2009", "\n", "\r\n", "  ", " \n    "]
DOUBLE_QUOTES = '"\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a'
APOSTROPHES = "'\u2019\u02bc\u2018"
DASHES = "-\u2010\u2011\u2013\u2014"

quotations = st.sampled_from(QUOTATIONS)
dice = st.integers(0, 2**32).map(random.Random)


def disguise(text: str, die: random.Random) -> str:
    """`text` as another keyboard, word processor or web page would have it."""
    result = re.sub(r"\s+", lambda _: die.choice(SPACES), text)
    for group in (DOUBLE_QUOTES, APOSTROPHES, DASHES):
        result = re.sub(f"[{re.escape(group)}]", lambda _, group=group: die.choice(group), result)  # type: ignore[misc]
    # sentences glued together, or the glue taken out; spaces inside guillemets and before tall signs come and go
    result = re.sub(r"(?<=[a-zé][.!?»])\s*(?=[A-ZÀÉ«])", lambda _: die.choice(["", *SPACES]), result)
    result = re.sub(r"\s*(?=[?!;»])", lambda _: die.choice(["", *SPACES]), result)
    result = re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", lambda _: die.choice(["", "", "", "\u00ad", "\u200b"]), result)
    return unicodedata.normalize("NFD", result) if die.random() < 0.5 else result


@pytest.mark.parametrize("quotation", QUOTATIONS, ids=lambda q: f"{q.source}-{q.start}")
def test_every_known_quotation_is_found_at_its_place(quotation: Quotation) -> None:
    [span] = find(quotation.article, quotation.text)
    assert (span.start, span.end, span.line, span.text) == (
        quotation.start,
        quotation.end,
        quotation.line,
        quotation.text,
    )


@given(quotations, dice)
def test_whatever_it_was_typed_with(quotation: Quotation, die: random.Random) -> None:
    typed = disguise(quotation.text, die)
    [span] = find(quotation.article, typed)
    assert (span.start, span.end) == (quotation.start, quotation.end)
    assert fold(span.text) == fold(typed)


@given(quotations, dice)
def test_whatever_the_article_was_typed_with(quotation: Quotation, die: random.Random) -> None:
    article = disguise(quotation.article, die)
    spans = find(article, quotation.text)
    assert spans
    for span in spans:
        assert article[span.start : span.end] == span.text
        assert fold(span.text) == fold(quotation.text)


@given(quotations, dice)
def test_its_rows_may_break_between_any_two_words(quotation: Quotation, die: random.Random) -> None:
    breaks = [token.start for token in tokens(quotation.text)[1:]]
    chosen = sorted(die.sample(breaks, min(len(breaks), die.randint(1, 6))))
    borders = [0, *chosen, len(quotation.text)]
    rows = [quotation.text[a:b] for a, b in pairwise(borders)]
    [placement] = find_rows(quotation.article, rows)
    assert [span.start for span in placement if span] == [quotation.start + border for border in borders[:-1]]
    assert [fold(span.text) for span in placement if span] == [fold(row) for row in rows]


def change_a_word(words: list[str], at: int) -> None:
    words[at] = "pourtant"


def drop_a_word(words: list[str], at: int) -> None:
    del words[at]


def swap_two_words(words: list[str], at: int) -> None:
    words[at], words[at - 1] = words[at - 1], words[at]


def halve_a_word(words: list[str], at: int) -> None:
    words[at] = words[at][: max(1, len(words[at]) // 2)] + "-"


def change_case(words: list[str], at: int) -> None:
    words[at] = words[at].swapcase()


@pytest.mark.parametrize("change", [change_a_word, drop_a_word, swap_two_words, halve_a_word, change_case])
@given(quotation=quotations, die=dice)
def test_a_changed_quotation_is_found_nowhere(
    change: Callable[[list[str], int], None], quotation: Quotation, die: random.Random
) -> None:
    words = quotation.text.split()
    inner = [index for index in range(1, len(words) - 1) if words[index].lower() != words[index].upper()]
    if not inner:
        return
    change(words, die.choice(inner))
    assert find(quotation.article, " ".join(words)) == []


@pytest.mark.parametrize(
    ("source", "typed"),
    [
        ("fr-questions", "dépensant jusqu’à 80 millions de dollars par mois"),
        ("fr-questions", "dépensant jusqu’à 8 0 millions de dollars par mois"),
        ("fr-questions", "millions de dollars par mois en octobre 2024"),
        ("fr-resignation", "elle était pas intentionnelle"),
        ("fr-resignation", "elle n'était intentionnelle"),
        ("es-resignation", "La IA descentralizada es solo un ideal a perseguir"),
        ("it-resignation", "le ragioni delle dimissioni di mostaque"),
    ],
)
def test_a_number_or_a_negation_is_never_blurred(source: str, typed: str) -> None:
    assert find(ARTICLES[source], typed) == []


@pytest.mark.parametrize(
    ("article", "quotation"),
    [
        ("Sales fell by 1,8 millions.", "8 millions"),
        ("Sales reached 12023 pieces.", "2023 pieces"),
        ("Un coût de 10 000 euros.", "000 euros"),
        ("It was a non-violent protest.", "violent protest"),
        ("The result was -8 points.", "8 points"),
        ("You can't say that.", "You can"),
        ("Il a duré jusqu'à lundi.", "Il a duré jusqu"),
        ("Unbelievable claims", "believable claims"),
        ("Il l'a dit.", "Il l'"),
    ],
)
def test_half_a_word_or_number_is_no_quotation(article: str, quotation: str) -> None:
    assert find(article, quotation) == []


def test_a_quotation_may_begin_after_an_elision() -> None:
    [span] = find("La fin de l’IA centralisée", "IA centralisée")
    assert span.text == "IA centralisée"


def test_what_cannot_be_quoted_is_found_nowhere() -> None:
    for nothing in ("", " ", "…", "«", "2023", "\u00ad"):
        assert find("En 2023… « rien »", nothing) == []
    assert find("", "quelque chose") == []


def test_an_ellipsis_may_be_one_sign_or_three_but_not_half_of_one() -> None:
    assert [span.text for span in find("Et puis… rien", "Et puis... rien")] == ["Et puis… rien"]
    assert [span.text for span in find("Et puis... rien", "Et puis… rien")] == ["Et puis... rien"]
    assert find("Et puis… rien", "Et puis.") == []


def test_lines_and_columns_count_as_editors_do() -> None:
    for end in ("\n", "\r\n", "\r"):
        article = end.join(["Uno.", "", "Due parole e tre."])
        [span] = find(article, "parole e")
        assert (span.line, span.column, article[span.start : span.end]) == (3, 5, "parole e")


def test_a_passage_is_shown_as_one_line_without_what_nobody_sees() -> None:
    [span] = find("It was a re\u00admark\u200bable\n  summer,\r\nthey\u00a0said.", "a remarkable summer, they said")
    assert span.text == "a re\u00admark\u200bable\n  summer,\r\nthey\u00a0said"
    assert span.shown == "a remarkable summer, they\u00a0said"


def test_every_place_is_named_up_to_a_few() -> None:
    article = "The city grew. " * 40
    assert [span.start for span in find(article, "The city grew.")][:3] == [0, 15, 30]
    assert len(find(article, "The city grew.", most=5)) == 5
    assert len(find_rows(article, ["The city", "grew."], most=2)) == 2


def test_a_gap_leaves_out_whatever_stands_between() -> None:
    rows = ["1. My shares have majority of vote @StabilityAI", "2. They have full board control", None]
    rows += ["I decided to step down", "to fix this at Stability & elsewhere"]
    [placement] = find_rows(ARTICLES["fr-resignation"], rows)
    assert [span and span.line for span in placement] == [15, 17, None, 25, 25]


def test_parts_in_another_order_are_not_found() -> None:
    assert find_rows("First this. Then that.", ["Then that.", None, "First this."]) == []


def test_rows_without_a_word_are_found_nowhere() -> None:
    assert find_rows("First this.", []) == []
    assert find_rows("First this.", [None]) == []
    assert find_rows("First this.", ["First this", ""]) == []


def test_parts_that_stand_in_many_places_are_placed_in_order_without_trying_them_all() -> None:
    article = "It began. " + "And so it went on. " * 200 + "It ended."
    rows: list[str | None] = ["And so it went on."]
    for _ in range(20):
        rows += [None, "And so it went on."]
    assert find_rows(article, [*rows, None, "It began."]) == []
    assert len(find_rows(article, [*rows, None, "It ended."], most=3)) == 3

"""A near miss says where it differs: which words, in which line, and in which row they were typed."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.sources.prove import NearMiss, Proof, RowsProof, prove, prove_rows, where_else
from kit.words import say, words
from tests.sources.seeds import ARTICLES, QUOTATIONS, Quotation, article, seed

ENGLISH = words("en")


def told(miss: object) -> str:
    assert isinstance(miss, NearMiss)
    return " ".join(say(ENGLISH, sentence) for sentence in miss.sentences())


def test_what_stands_there_is_proved() -> None:
    proof = prove(seed("fr-researchers-leave"), "Quel est votre avis sur le sujet?")
    assert isinstance(proof, Proof)
    assert [span.text for span in proof.spans] == ["Quel est votre avis sur le sujet ?"]


@pytest.mark.parametrize(
    ("source", "typed", "sentence"),
    [
        (
            "fr-questions",
            "dépensant environ 8 millions de dollars par mois",
            "The article says “jusqu’à” (line 18, column 56), you wrote “environ”.",
        ),
        (
            "fr-questions",
            "dépensant jusqu'à 80 millions de dollars par mois",
            "The article says “8” (line 18, column 64), you wrote “80”.",
        ),
        (
            "fr-resignation",
            "elle était pas intentionnelle et",
            "After “elle” the article has “n'” (line 41, column 7090), which you left out.",
        ),
        (
            "fr-resignation",
            "les fonds sont très serrés, les salaires",
            "You wrote “très”, which the article does not have here (line 41, column 5818).",
        ),
        (
            "fr-resignation",
            "les fonds sont serrés. Les salaires et les dépenses",
            "The article says “, les” (line 41, column 5825), you wrote “. Les”.",
        ),
        (
            "fr-resignation",
            "estimé à quel point son entreprise",
            "“sous-estimé” (line 41, column 5447) is quoted only in part: quote it whole, or not at all.",
        ),
        (
            "fr-resignation",
            "les fonds sont serrés, selon des documents obtenus par Forbes.",
            (
                "After “les fonds sont serrés” the article has “, les salaires et les dépenses en puissance de calcul "
                "dépassant largement les revenus” (line 41, column 5825), which you left out. "
                "To leave words out on purpose, write […] on a row of its own."
            ),
        ),
        (
            "it-resignation",
            "La maîtresse mange du chocolat blanc",
            "No sentence of this article shares a longer word with it. Is it from another article?",
        ),
        ("it-resignation", "…", "There is no word here that could be looked for in the article."),
    ],
)
def test_a_near_miss_says_where_it_differs(source: str, typed: str, sentence: str) -> None:
    assert told(prove(seed(source), typed)) == sentence


def test_when_nothing_is_near_the_closest_sentence_is_named() -> None:
    sentence = told(prove(seed("es-resignation"), "La privacidad es un derecho de todos los niños"))
    assert sentence.startswith("Nothing in this article comes near it; the closest sentence is “En un mundo donde")
    assert sentence.endswith("(line 7).")


def test_of_two_similar_passages_the_nearer_one_is_meant() -> None:
    miss = prove(seed("fr-resignation"), "Mostaque donnait la priorité à la croissance des revenus")
    assert isinstance(miss, NearMiss)
    assert [difference.source_words for difference in miss.differences] == ["ne", "pas"]


@given(st.sampled_from([q for q in QUOTATIONS if len(q.text.split()) > 6]), st.integers(0, 2**32).map(random.Random))
def test_a_changed_word_is_named_with_its_place(quotation: Quotation, die: random.Random) -> None:
    typed = quotation.text.split(" ")
    at = die.choice([index for index in range(1, len(typed) - 1) if typed[index].isalpha()])
    original, typed[at] = typed[at], "Zebra"
    miss = prove(seed(quotation.source), " ".join(typed))
    assert isinstance(miss, NearMiss)
    assert miss.reason == "differs"
    [difference] = [difference for difference in miss.differences if "Zebra" in difference.typed_words]
    assert original in difference.source_words
    lines = quotation.article.split("\n")
    assert lines[difference.line - 1][difference.column - 1 :].startswith(difference.source_words)


def test_each_part_of_an_excerpt_is_told_about_in_its_own_row() -> None:
    rows = ["They have full", "control of the board", None, "The concentration of power", "is bad for us all"]
    misses = prove_rows(seed("fr-resignation"), rows)
    assert isinstance(misses, list)
    assert [miss.row for miss in misses] == [1, 3]
    assert "“control of the”" in told(misses[0])
    assert "After “The concentration of power” the article has “in AI” (line 21, column 28)" in told(misses[1])


def test_parts_in_the_wrong_order_are_told_so() -> None:
    result = prove_rows(seed("fr-resignation"), ["2. They have full board control", None, "1. My shares have"])
    assert isinstance(result, list)
    assert told(result[0]) == (
        "“1. My shares have” stands earlier in the article (line 15) than the rows above it: keep its order."
    )
    assert result[0].row == 2


def test_two_places_are_both_named() -> None:
    proof = prove_rows(article("The vote failed.\nNobody knew why.\nThe vote failed."), ["The vote", "failed."])
    assert isinstance(proof, RowsProof)
    assert [[span and span.line for span in placement] for placement in proof.placements] == [[1, 1], [3, 3]]


def test_the_same_words_in_another_article_are_found_there() -> None:
    words_of_another = "tres de los cinco investigadores"
    assert isinstance(prove(seed("fr-resignation"), words_of_another), NearMiss)
    [proof] = where_else([seed(name) for name in ARTICLES], words_of_another)
    assert proof.article.source.id == "es-resignation"


def test_a_difference_is_found_in_a_very_long_article() -> None:
    long = "\n".join(text for _ in range(40) for name, text in ARTICLES.items() if name != "fr-questions")
    text = f"{long}\n{ARTICLES['fr-questions']}"
    assert len(text) > 800_000
    miss = prove(
        article(text), "Elle a toutefois désigné Shan Shan Wong et Christian Laforte comme co-CEOs intérimaires"
    )
    assert isinstance(miss, NearMiss)
    [difference] = miss.differences
    assert difference.source_words == ", respectivement COO et CTO,"


@given(st.text(max_size=200), st.text(max_size=60))
def test_whatever_is_typed_there_is_an_answer(text: str, quotation: str) -> None:
    result = prove(article(text), quotation)
    if isinstance(result, NearMiss):
        assert told(result)
    else:
        assert all(text[span.start : span.end] == span.text for span in result.spans)

"""Comparing articles: exact passages, the credit that was cut, figures that changed, claims only one has."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.draft.article import read_article, read_file
from kit.draft.compare.comparison import Comparison, compare
from kit.draft.compare.credits import credits_of
from kit.draft.compare.figures import figures_of, matched
from kit.draft.compare.report import as_text
from kit.draft.compare.saying import Saying
from kit.draft.compare.shared import LEAST, Shared, folded, shared
from kit.draft.compare.text import Text
from kit.words import LANGUAGES, words

SEEDS = Path(__file__).parent.parent.parent / "seeds"
FIVE = ("fr-resignation", "fr-researchers-leave", "fr-questions", "it-resignation", "es-resignation")


def seed(name: str) -> Text:
    return Text(name, name, read_file(SEEDS / f"{name}.txt"))


def typed(words: str, language: str = "en", name: str = "text") -> Text:
    return Text(name, "", read_article(words.encode(), f"{name}.txt", language))


@pytest.fixture(scope="module")
def five() -> Comparison:
    return compare([seed(name) for name in FIVE])


# What two texts share


def test_the_two_french_articles_share_1152_characters() -> None:
    long, short = seed("fr-resignation").text, seed("fr-researchers-leave").text
    passages = shared([long, short])[0, 1]
    assert [len(passage) for passage in passages] == [457, 367, 148, 114, 66]
    assert sum(map(len, passages)) == 1152
    for passage in passages:
        a, b = long[passage.a.start : passage.a.end], short[passage.b.start : passage.b.end]
        assert folded(a) == folded(b)
        assert len(a) == len(b) == len(passage)


def naive(a: str, b: str, least: int) -> list[tuple[int, int, int]]:
    """Greedy tiling as it is defined: look for the longest run that is still free, again and again."""
    free_a, free_b = [True] * len(a), [True] * len(b)
    result: list[tuple[int, int, int]] = []
    while True:
        best = (0, 0, 0)
        above = [0] * (len(b) + 1)
        for i in reversed(range(len(a))):
            row = [0] * (len(b) + 1)
            for j in reversed(range(len(b))):
                if a[i] == b[j] and free_a[i] and free_b[j]:
                    row[j] = above[j + 1] + 1
                    best = min(best, (-row[j], i, j))
            above = row
        length, i, j = -best[0], best[1], best[2]
        if length < least:
            return result
        result.append((length, i, j))
        free_a[i : i + length] = free_b[j : j + length] = [False] * length


@given(
    st.text("ab ", max_size=40), st.text("abc", max_size=40), st.text("abcd ", max_size=30), st.sampled_from((4, 5, 8))
)
def test_it_is_the_greedy_tiling_whatever_the_texts(one: str, two: str, common: str, least: int) -> None:
    a, b = one + common + two, two[:7] + common + one[3:]
    found = [(len(passage), passage.a.start, passage.b.start) for passage in shared([a, b], least).get((0, 1), [])]
    assert found == [match for match in naive(a, b, least) if any(map(str.isalnum, b[match[2] : match[2] + match[0]]))]


def test_typography_alone_makes_no_difference_and_moves_no_offset() -> None:
    a = "Le départ de l'équipe - dit-elle - montre que « rien » n'est sûr.\tOn verra bien demain."
    b = "Hier. Le départ de l’équipe – dit-elle – montre que “\u00a0rien\u00a0” n’est sûr.\nOn verra bien demain."
    (passage,) = shared([a, b])[0, 1]
    assert (passage.a.start, passage.a.end) == (0, len(a))
    assert b[passage.b.start : passage.b.end].startswith("Le départ de l’équipe –")


def test_one_character_short_of_the_least_is_nothing() -> None:
    sentence = "x" * 3 + "".join(random.Random(1).sample("abcdefghijklmnopqrstuvw", 20)) + "Z" * 17
    assert len(sentence) == LEAST
    assert [len(found) for found in shared([f"1{sentence}2", f"3{sentence}4"])[0, 1]] == [LEAST]
    assert shared([f"1{sentence[1:]}2", f"3{sentence[1:]}4"]) == {}


def test_rules_and_blanks_of_a_layout_are_no_passage() -> None:
    assert shared(["One.\n" + "-" * 70 + "\n" + " " * 60, "Two.\n" + "-" * 70 + "\n" + " " * 60 + "End"]) == {}


@pytest.mark.parametrize("hostile", ["a", "ab ", "abcdefghij klmnopqrs tuvwxyz 0123456789"])
def test_text_that_repeats_itself_without_end_is_compared_all_the_same(hostile: str) -> None:
    text = hostile * (200_000 // len(hostile))
    passages = shared([text, text[1:] + "!"])[0, 1]
    assert sum(map(len, passages)) > 100_000
    assert disjoint(passages)


def disjoint(passages: Sequence[Shared]) -> bool:
    for ends in (sorted((one.a.start, one.a.end) for one in passages), sorted((p.b.start, p.b.end) for p in passages)):
        if any(first[1] > second[0] for first, second in pairwise(ends)):
            return False
    return True


# Who is credited


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        ("en", "The firm lost money, according to the Financial Times, which saw the letter.", "Financial Times"),
        ("en", "The Guardian reported it.", "The Guardian"),
        ("en", "“No,” said mayor Ana Pratt.", "Ana Pratt"),
        ("en", "Three thousand came, according to police.", ""),
        ("fr", "« Jamais », a déclaré le ministre Paul Durand.", "Paul Durand"),
        ("en", "Reuters first reported the deal on Monday.", "Reuters"),
        ("en", "“We were never asked,” said Amina Diallo.", "Amina Diallo"),
        ("fr", "La mairie a menti, d’après Le Monde.", "Le Monde"),
        ("fr", "L'accord, comme Forbes l'a précédemment rapporté, est rompu.", "Forbes"),
        ("fr", "Il partira, selon des documents obtenus par Mediapart.", "Mediapart"),
        ("es", "La empresa perdió dinero, según El País.", "El País"),
        ("es", "«No lo sabíamos», afirmó Lucía Ortega.", "Lucía Ortega"),
        ("it", "Secondo Mostaque, l’IA dovrebbe essere aperta.", "Mostaque"),
        ("it", "La fabbrica chiude, ha riferito l’ANSA.", "ANSA"),
        ("it", "“Siamo pronti”, ha affermato Jim O’Shaughnessy.", "Jim O’Shaughnessy"),
        ("fr", "Il serait parti, selon des experts proches du dossier.", ""),
    ],
)
def test_a_credit_is_found_by_the_words_that_introduce_it(language: str, sentence: str, name: str) -> None:
    found = credits_of(typed(sentence, language))
    assert [credit.name for credit in found] == [name]
    for credit in found:
        assert name in sentence[credit.stretch.start : credit.stretch.end]


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Il dépensait selon environ 8 millions par mois.", "fr"),
        ("Nel secondo trimestre è andata meglio.", "it"),
        ("He left in March. Then It Rained.", "en"),
        ("Il a indiqué la porte.", "fr"),
    ],
)
def test_what_credits_nobody_is_no_credit(sentence: str, language: str) -> None:
    assert [credit.name for credit in credits_of(typed(sentence, language)) if credit.name] == []


def test_lines_of_sources_are_read_even_where_a_question_was_glued_to_them() -> None:
    named = {name: [c.name for c in credits_of(seed(name)) if c.at_foot] for name in FIVE[:3]}
    assert named == {
        "fr-resignation": ["Stability AI"],
        "fr-researchers-leave": ["Forbes", "Bloomberg"],
        "fr-questions": ["Techcrunch"],
    }


def test_the_deleted_credit_is_found(five: Comparison) -> None:
    """“comme Forbes l'a précédemment rapporté” stands in the one, and the same sentence without it in the other."""
    cuts = five.cuts[0, 1]
    assert [(cut.passage, five.texts[cut.kept].id, cut.credit.name, cut.elsewhere) for cut in cuts] == [
        (0, "fr-researchers-leave", "Forbes", True),
        (1, "fr-researchers-leave", "Bloomberg", True),
    ]
    first = five.texts[cuts[0].kept]
    assert first.words(cuts[0].credit.stretch) == "Forbes l'a précédemment rapporté"


def test_a_credit_in_both_texts_is_no_cut() -> None:
    told = "The harbour will be closed for three years and nobody has asked the fishermen, according to the Echo."
    both = compare([typed(f"One. {told} Yes.", name="a"), typed(f"Other. {told} No.", name="b")])
    assert both.passages
    assert both.cuts == {(0, 1): ()}
    cut = compare(
        [typed(f"One. {told}", name="a"), typed("Other. " + told.replace(", according to the Echo", ""), name="b")]
    )
    assert [(found.kept, found.credit.name, found.elsewhere) for found in cut.cuts[0, 1]] == [(0, "Echo", False)]


def test_a_full_stop_that_two_texts_share_does_not_drag_in_the_sentence_before() -> None:
    quoted = '. "We were never asked about the bridge," said mayor Ana Pratt of the town.'
    found = compare(
        [typed(f"The Herald reported the price{quoted}", name="a"), typed(f"Nobody knew it{quoted}", name="b")]
    )
    assert found.passages
    assert found.cuts == {(0, 1): ()}


# Figures


def test_the_eight_million_stand_side_by_side_with_what_each_text_says_of_them(five: Comparison) -> None:
    (burn,) = [figure for figure in five.figures if next(iter(figure.figures.values())).key[2] == "month"]
    rows = {five.texts[one.text].id: one for one in Saying(five, words("en")).beside(burn)}
    assert (rows["fr-questions"].hedge, rows["fr-questions"].date) == ("jusqu’à (up to)", "October 2023")
    assert (rows["fr-resignation"].hedge, rows["fr-resignation"].credit) == ("environ (about)", "Bloomberg")
    assert (rows["fr-researchers-leave"].hedge, rows["fr-researchers-leave"].date) == ("none given", "November")
    assert burn.hedges
    assert burn.dates
    assert burn.credits


def test_one_figure_in_three_languages_is_one_figure(five: Comparison) -> None:
    (round_of_funds,) = [f for f in five.figures if next(iter(f.figures.values())).key[0] == "4000000000"]
    assert {five.texts[text].language for text in round_of_funds.figures} == {"fr", "es", "it"}


@pytest.mark.parametrize(
    ("language", "words", "key", "hedge"),
    [
        ("en", "It spends up to $8 million a month.", ("8000000", "usd", "month"), "up-to"),
        ("fr", "Elle dépense jusqu’à 8 millions de dollars par mois.", ("8000000", "usd", "month"), "up-to"),
        ("es", "Gasta hasta ocho millones de dólares al mes.", ("8000000", "usd", "month"), "up-to"),
        ("it", "Spende fino a otto milioni di dollari al mese.", ("8000000", "usd", "month"), "up-to"),
        ("fr", "Environ 1,5 milliard d’euros.", ("1500000000", "eur", ""), "about"),
        ("en", "About 1.5 billion euros.", ("1500000000", "eur", ""), "about"),
        ("es", "Cuesta unos 4 mil millones de dólares.", ("4000000000", "usd", ""), "about"),
        ("it", "Oltre 12.500 persone.", ("12500", "person", ""), "more-than"),
        ("en", "More than 12,500 people came.", ("12500", "person", ""), "more-than"),
        ("fr", "Près de 12 500 personnes.", ("12500", "person", ""), "nearly"),
        ("es", "Casi el 40 por ciento.", None, ""),
        ("fr", "Au moins 40 % des élèves.", ("40", "percent", ""), "at-least"),
        ("es", "Tres de los cinco investigadores se van.", ("3 of 5", "researcher", ""), ""),
        ("en", "Three of the five researchers left.", ("3 of 5", "researcher", ""), ""),
        ("en", "It was founded in 2019.", None, ""),
    ],
)
def test_a_figure_is_read_with_its_unit_and_its_caution(
    language: str, words: str, key: tuple[str, str, str] | None, hedge: str
) -> None:
    text = typed(words, language)
    found = figures_of(text, credits_of(text))
    if key is None:
        assert all(figure.key[1] in ("percent", "usd") for figure in found)
    else:
        assert [(figure.key, figure.hedge) for figure in found] == [(key, hedge)]


def test_a_number_that_changed_in_the_same_sentence_is_pointed_out() -> None:
    texts = [
        typed("The bridge across the northern harbour will cost 40 million euros and take longer.", name="a"),
        typed("The bridge across the northern harbour will cost 60 million euros and take longer.", name="b"),
    ]
    (figure,) = matched(texts, [figures_of(text, []) for text in texts])
    assert figure.numbers
    assert {text: one.key[0] for text, one in figure.figures.items()} == {0: "40000000", 1: "60000000"}


def test_a_changed_number_is_pointed_out_even_where_a_third_text_agrees_with_one() -> None:
    texts = [
        typed("Around 3,000 people marched on Saturday, according to police.", name="a"),
        typed("More than 5,000 people marched on Saturday, organisers said.", name="b"),
        typed("Près de 3 000 personnes ont défilé samedi.", "fr", name="c"),
    ]
    same, changed = matched(texts, [figures_of(text, credits_of(text)) for text in texts])
    assert (set(same.figures), same.numbers, same.hedges) == ({0, 2}, False, True)
    assert (set(changed.figures), changed.numbers) == ({0, 1}, True)


# Claims, and who depends on whom


def test_only_what_has_no_counterpart_is_a_claim_of_one_text() -> None:
    a = typed(
        "Mayor Ortiz opened the new library in Vigo on Monday. It cost the town 3 million euros in loans.", name="a"
    )
    b = typed(
        "On Monday the new library in Vigo was opened by Mayor Ortiz. Forty children of the Vigo choir sang there.",
        name="b",
    )
    c = typed("El puente nuevo de Vigo se abrió ayer con muchos vecinos presentes.", "es", name="c")
    found = compare([a, b, c])
    said = [found.texts[claim.text].words(claim.stretch) for claim in found.claims]
    assert said == ["It cost the town 3 million euros in loans.", "Forty children of the Vigo choir sang there."]
    assert found.uncompared == (2,)


def test_a_direction_is_supposed_only_where_credits_were_cut(five: Comparison) -> None:
    bonds = {(bond.first, bond.second): bond for bond in five.stemma.bonds}
    assert five.texts[bonds[0, 1].later or 0].id == "fr-resignation"
    assert round(100 * bonds[0, 1].share[1]) == 35
    assert bonds[0, 2].later is None
    latest = {five.texts[text].id: day.key for text, day in five.stemma.latest.items()}
    assert latest == {"fr-resignation": (2024, 3, 23), "fr-researchers-leave": (2024, 3, 20)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_is_careful_with_its_words(five: Comparison, language: str) -> None:
    text = as_text(five, words(language))
    assert "457" in text
    assert "Forbes l'a précédemment rapporté" in text
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 100
    if language == "en":
        for word in ("share", "declares", "suggests", "hypothesis", "do not count them as two witnesses"):
            assert word in text, word
        assert "is AI" not in text
        assert "independent sources" not in text


def test_long_lists_are_shortened_unless_everything_is_asked_for(five: Comparison) -> None:
    tr = words("en")
    assert "more: --all" in as_text(five, tr)
    everything = as_text(five, tr, everything=True)
    assert "more: --all" not in everything
    assert "[…]" not in everything


HOSTILE = (
    "\x1b[2J\u202eForbes reported [red]<b>{{ 7*7 }}</b> that 8 million dollars a month is _gone_ for ever and ever."
)


def test_hostile_text_is_nothing_but_text() -> None:
    text = as_text(compare([typed(f"One. {HOSTILE}", name="a"), typed(f"Two. {HOSTILE}", name="b")]), words("en"))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "{{ 7*7 }}" in text


def test_as_many_texts_as_a_class_can_find_are_compared_pair_by_pair() -> None:
    common = "The council voted on Tuesday to close the swimming pool for good, whatever the schools had said."
    texts = [typed(f"Text {number} begins. {common} And {number} ends.", name=f"t{number}") for number in range(30)]
    found = compare(texts)
    assert len(found.passages) == 30 * 29 // 2
    assert as_text(found, words("en")).count("more: --all") >= 1
    assert [Saying(found, words("en")).letter(number) for number in (0, 25, 26)] == ["A", "Z", "A2"]

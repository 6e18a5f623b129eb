"""What makes a question good: the questions of the five articles are the published test set, in their own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.files import bundled
from kit.lesson.model import Line
from kit.lesson.quality import findings
from kit.lesson.reading_load import load_of_lines, reading_load
from kit.sources.catalogue import read_catalogue
from kit.sources.questions import read_questions
from tests.lesson.faults import checked, told, whole

SEEDS = bundled.folder("seeds")

IN_THE_ARTICLES = {
    # Read by a person first; where the tests are silent, they see nothing wrong in the words.
    "q01": ["closed"],
    "q02": ["closed"],
    "q03": ["double"],
    "q04": ["closed"],
    "q05": ["closed"],
    "q06": ["closed"],
    "q07": ["false-alternative"],
    "q08": ["closed"],
    "q09": [],
    "q10": ["false-alternative"],
    "q11a": [],
    "q11b": ["closed"],
    "q11c": [],
    "q12": [],
    "q13": [],
    "q14": [],
    "q15": ["presupposes"],
    "q16": [],
    "q17": [],
    "q18": ["false-alternative", "too-long"],
    "q19": ["false-alternative"],
    "q20": [],
    "q21": [],
    "q22": [],  # it asks two things, but the second is not asked with a question word
    "q23": [],
    "q24": [],
}


def test_the_questions_of_the_articles() -> None:
    catalogue, _ = read_catalogue(SEEDS)
    questions, _ = read_questions(SEEDS, catalogue)
    told_of = {
        question.id: [
            finding.fault
            for finding in findings(question.span.text, catalogue.articles[question.asked.source].source.language)
        ]
        for question in questions
    }
    assert told_of == IN_THE_ARTICLES


@pytest.mark.parametrize(
    ("language", "question", "faults"),
    [
        ("en", "Who should be able to stop a powerful AI system?", []),
        ("en", "If many groups ran it, who should pay?", []),
        ("en", "In which lines does the writer judge?", []),
        ("en", "A coach has left. Who should choose the next one?", []),
        ("en", "Should a few companies run it?", []),
        ("en", "Is it dangerous?", ["closed"]),
        ("en", "Was it vision or a mistake?", ["false-alternative"]),
        ("en", "Who left, and why did they leave?", ["double"]),
        ("en", "Who left? Why?", ["double"]),
        ("en", "Why is openness important for everybody?", ["presupposes"]),
        ("fr", "À qui la machine doit-elle obéir ?", []),
        ("fr", "Dans quelle mesure ces lignes sont-elles équitables ?", []),
        ("fr", "Faut-il fermer le laboratoire ?", []),
        ("fr", "L’entreprise est-elle en danger ?", ["closed"]),
        ("fr", "Qui est parti, et pourquoi ?", ["double"]),
        ("fr", "Pourquoi est-ce une décision nécessaire ?", ["presupposes"]),
        ("es", "Si lo gestionan muchos, ¿quién debería pagarlo?", []),
        ("es", "¿Hasta qué punto encajan estas líneas?", []),
        ("es", "¿Es peligrosa la empresa?", ["closed"]),
        ("es", "¿Fue un error o una estrategia?", ["false-alternative"]),
        ("es", "¿Quién se fue y por qué se fue?", ["double"]),
        ("it", "A chi dovrebbe rispondere la macchina?", []),
        ("it", "Quanto sono eque queste righe?", []),
        ("it", "Quale parola conta di più?", []),
        ("it", "Fino a che punto queste righe sono eque?", []),
        ("it", "L’azienda è in pericolo?", ["closed"]),
        ("it", "È stato un errore o una strategia?", ["false-alternative"]),
        ("it", "Chi se n’è andato e perché?", ["double"]),
        ("it", "Perché l’apertura è necessaria?", ["presupposes"]),
    ],
)
def test_questions_of_our_own_in_four_languages(language: str, question: str, faults: list[str]) -> None:
    assert [finding.fault for finding in findings(question, language)] == faults


def test_length_and_lines_are_judged_in_any_language() -> None:
    long_one = " ".join(["palavra"] * 26) + "?"
    assert [finding.fault for finding in findings(long_one, "pt", lines=False)] == ["too-long", "no-line"]


def test_strict_names_the_question_and_what_to_ask_instead(tmp_path: Path) -> None:
    lesson = whole(tmp_path)  # it asks “Who should decide, and what would it cost?”
    found = [problem for problem in checked(lesson, strict=True).problems if problem.rule == "question-quality"]
    assert {(problem.place.file.name, problem.place.line) for problem in found} == {
        ("lesson.yaml", 32),
        ("fr.yaml", 22),
    }
    assert all(problem.instead for problem in found)
    assert "question-quality" not in {rule for _, _, rule in told(checked(lesson).problems)}


def test_strict_names_a_sentence_nobody_can_take_in(tmp_path: Path) -> None:
    long_one = "The one who pays " + "again and " * 20 + "again should decide."
    lesson = whole(tmp_path, ("The one who pays should decide.", long_one))
    assert "long-sentence" in {rule for _, _, rule in told(checked(lesson, strict=True).problems)}


def test_reading_load_counts_words_sentences_and_long_words() -> None:
    load = reading_load("Short words are easy. Extraordinarily complicated sentences discourage everybody!")
    assert (load.words, load.sentences, load.longest) == (9, 2, 5)
    assert load.lix == round(9 / 2 + 100 * 5 / 9)
    assert reading_load("  \n ").words == 0


def test_strict_names_lines_that_are_heavier_than_a_newspaper(tmp_path: Path) -> None:
    heavy = "      Incomprehensible administrative formulations characterise bureaucratic correspondence.\n"
    lesson = whole(tmp_path, ("      Ask before you decide.\n", heavy))
    assert ("lesson.yaml", "reading-load") in {(f, rule) for f, _, rule in told(checked(lesson, strict=True).problems)}


def test_a_gap_between_lines_ends_a_sentence() -> None:
    def line(number: int, text: str, *, gap: bool = False) -> Line:
        return Line(number=number, excerpt="a", row=number, text=text, start=0, end=0, source_line=1, gap_before=gap)

    assert load_of_lines([line(1, "one two"), line(2, "three four")]).longest == 4
    assert load_of_lines([line(1, "one two"), line(2, "three four", gap=True)]).longest == 2

"""What a class and its teacher find on paper."""

from __future__ import annotations

import pytest

from kit.lesson.emphasis import plain
from kit.lesson.lines import translations
from kit.lesson.model import Lesson
from kit.lesson.plan import plan
from kit.paper.handouts import handout
from kit.words import LANGUAGES, words
from tests.paper.conftest import Print, lesson_called, squeezed

pytestmark = pytest.mark.pdf

each_language = pytest.mark.parametrize("language", LANGUAGES)


@each_language
def test_every_numbered_line_is_on_the_worksheet_with_our_translation(
    printed: Print, lesson: Lesson, language: str
) -> None:
    text = printed("worksheet", language).text
    ours = translations(lesson, lesson.edition(language))
    for line in lesson.lines:
        beside = squeezed(plain(ours.get(line.number, "")))
        gap = "[…]" if line.gap_before else ""
        assert f"{line.number}{gap}{squeezed(line.text)}{gap if beside else ''}{beside}" in text


@each_language
def test_every_question_and_every_exit_prompt_is_asked(printed: Print, lesson: Lesson, language: str) -> None:
    edition = lesson.edition(language)
    text = printed("worksheet", language).text
    for asked in [*(question.asks for question in edition.questions.values()), *edition.exit_ticket.values()]:
        assert squeezed(plain(asked)) in text


@each_language
def test_pupils_see_nothing_that_is_the_teachers_alone(printed: Print, lesson: Lesson, language: str) -> None:
    edition = lesson.edition(language)
    text = printed("worksheet", language).text
    private = [edition.background, edition.safety_note, edition.hook, *edition.answer_key.values()]
    for question in edition.questions.values():
        private += [*question.look_for.values(), *question.follow_ups.values()]
    for step in edition.steps:
        private += [step.if_silent, step.if_heated, step.if_short]
    private += [step.cue for by in lesson.protocols.values() for p in by.values() for step in p.steps.values()]
    for words_for_her in filter(None, private):
        assert squeezed(plain(words_for_her)) not in text


@each_language
def test_the_guide_holds_everything_she_needs(printed: Print, lesson: Lesson, language: str) -> None:
    edition = lesson.edition(language)
    text = printed("teacher", language).text
    told = [edition.essential_question, edition.short_cut.advice, edition.extension]
    told += [*edition.guiding_questions.values(), *edition.norms.values()][: len(edition.guiding_questions)]
    told += [*edition.counter_arguments.values(), *edition.answer_key.values(), *edition.preparation.values()]
    for question in edition.questions.values():
        told += [question.asks, *question.look_for.values(), *question.follow_ups.values()]
        told += [origin.text for origin in question.adapted_from]
    for claim in edition.claims.values():
        told += [claim.says, claim.by, claim.counter]
    for strand in edition.rubric.values():
        told += [strand.name, strand.beginning, strand.developing, strand.secure, strand.strong]
    for step in edition.steps:
        told += [step.if_silent, step.if_heated, step.if_short]
    given = edition.differentiation
    told += [given.support, given.core, given.stretch, given.language_support, given.access]
    told += [term.false_friend for term in edition.vocabulary.values()]
    told += [objective.evidence for objective in edition.objectives.values()]
    for sentence in filter(None, told):
        assert squeezed(plain(sentence)) in text, sentence


@each_language
def test_the_guides_timetable_is_the_plan(printed: Print, lesson: Lesson, language: str) -> None:
    text = printed("teacher", language).text
    tr = words(language)
    for step in plan(lesson, lesson.edition(language).at_a_glance.minutes).steps:
        protocol = lesson.protocols[step.protocol]
        part = protocol.get(language, next(iter(protocol.values()))).steps[step.part]
        minutes = tr("{minutes} min", minutes=step.minutes)
        assert squeezed(plain(f"{minutes}{step.starts}–{step.starts + step.minutes}{part.title}")) in text
        assert squeezed(plain(part.instruction)) in text


def test_a_shorter_period_prints_its_own_plan(lesson: Lesson) -> None:
    short = handout(lesson, "teacher", "en", "a4", minutes=35).html
    assert "35 min" in short
    assert "Left out in this plan:" in short
    assert "Left out in this plan:" not in handout(lesson, "teacher", "en", "a4").html


def test_an_allegation_is_marked_as_one(printed: Print) -> None:
    text = printed("worksheet").text
    assert squeezed("alleged, not proved") in text
    assert "denied" in text


def test_a_language_the_lesson_lacks_falls_back_to_its_first() -> None:
    made = handout(lesson_called("fair-play"), "worksheet", "it", "a4")
    assert made.language == "en"
    assert made.file_name == "fair-play.en.worksheet.a4.pdf"

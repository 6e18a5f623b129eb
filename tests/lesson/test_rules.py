"""Every rule: the small whole lesson is broken in one place, and told about there, by name, with what to do."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kit.files.problems import Problem
from kit.protocols import reading as protocols
from kit.sources.catalogue import read_catalogue
from kit.words import say, words
from tests.lesson.faults import checked, told, whole

ROOT = Path(__file__).parent.parent.parent
PAGES = ROOT / "docs" / "rules"

STEP = "    protocol: four-corners\n"
LONG = "x" * 400
DEEP = "title: " + "[" * 40 + "]" * 40 + "\n"

# rule, what is replaced, by what, the line it is told at
ONE_CHANGE: list[tuple[str, str, str, int]] = [
    ("alias", "title: Who decides?", "title: &me Who decides?", 2),
    ("alias", "title: Who decides?", "title: *me", 2),
    ("tag", "title: Who decides?", "title: !important Who decides?", 2),
    ("guessed", "title: Who decides?", "title: Who decides?  # guessed", 2),
    ("syntax", "title: Who decides?", "title: Who: decides?", 2),
    ("syntax", "title: Who decides?", "title: 'Who's there?'", 2),
    ("syntax", "title: Who decides?", "title: [Who decides?", 3),
    ("syntax", "title: Who decides?", "title: @Who decides?", 2),
    ("syntax", "title: Who decides?", "title: Who decides?\n\tversion: 2", 3),
    ("second-document", "questions:", "---\nquestions:", 30),
    ("control-character", "Who decides?", "Who\x1b[2Jdecides?", 2),
    ("control-character", "Who decides?", '"Who \\e decides?"', 2),
    ("control-character", "Who decides?", "Who \u202edecides?", 2),
    ("duplicate-key", "language: en\nat_a", "language: en\nlanguage: fr\nat_a", 4),
    ("too-deep", "title: Who decides?\n", DEEP, 2),
    ("unknown-key", "    speaker:", "    speeker:", 14),
    ("unknown-value", "status: stated", "status: said", 15),
    ("missing-field", "    asks: |\n      Who should decide, and what would it cost?\n", "", 31),
    ("empty-value", "Who decides?", "", 2),
    ("wrong-type", "minutes: 60", "minutes: an hour", 5),
    ("wrong-type", "Who decides?", "12", 2),
    ("wrong-type", "needs: [control, cost 1]", "needs: control", 34),
    ("wrong-type", "at_a_glance:\n  minutes: 60", "at_a_glance: 60", 4),
    ("wrong-type", "title: Who decides?", "title: [Who, decides]", 2),
    ("lost-text", "Who decides?", "Who decides? # and who pays?", 2),
    ("lost-text", "Who decides?", "#WhoDecides", 2),
    ("ambiguous-value", "speaker: Emad Mostaque", "speaker: no", 14),
    ("ambiguous-value", "Who decides?", "12:30", 2),
    ("ambiguous-value", "    title: A poster in our corridor\n", "    title: A poster\n    date: 2024-03-23\n", 9),
    ("ambiguous-value", "  line: |\n    Which", "  no: |\n    Which", 47),
    ("bad-id", "  - id: corners", "  - id: four corners", 41),
    ("bad-id", "  line: |\n    Which", "  my line: |\n    Which", 47),
    ("duplicate-id", "  - id: corners", "  - id: warm-up", 41),
    ("unknown-source", "source: poster", "source: poter", 27),
    ("not-verbatim", "They have full", "They had full", 18),
    ("two-places", "      dépensait selon environ 8 millions de dollars par mois", "      Stability AI", 22),
    ("unknown-reference", "cost 1", "cots 1", 34),
    ("unknown-reference", "cost 1", "cost 2", 34),
    ("unknown-reference", "cost 1", "cost 1 2", 34),
    ("unknown-question", "    question: who", "    question: whom", 39),
    ("unknown-step", STEP, STEP + "    minutes: {mov: {least: 1, plan: 2, most: 3}}\n", 43),
    ("unknown-step", "exit_ticket:", "short_cut:\n  skip: [warmup]\nexit_ticket:", 47),
    ("unknown-protocol", "around: oxford-vote", "around: oxford-votes", 43),
    ("protocol-needs", "    statement: The one who pays should decide.\n", "", 42),
    ("not-a-wrapper", "around: oxford-vote", "around: think-pair-share\n    question: who", 43),
    ("not-a-wrapper", "protocol: four-corners", "protocol: oxford-vote", 42),
    ("unused-lines", "    lines: [wall]\n", "", 29),
    ("side-without-lines", "against: [control]", "against: []", 45),
    ("minutes-order", STEP, STEP + "    minutes: {corner-talk: {least: 5, plan: 4, most: 8}}\n", 43),
    ("minutes-do-not-fit", "minutes: 60", "minutes: 10", 5),
    ("minutes-to-spare", "minutes: 60", "minutes: 90", 5),
    ("out-of-range", "answer_lines: 4", "answer_lines: 400", 35),
    ("out-of-range", "minutes: 60", "minutes: 60\n  ages: {least: 18, most: 15}", 6),
    ("text-too-long", "Who decides?", LONG, 2),
    ("text-too-long", "Ask before you decide.", f"{LONG}\n      Ask.", 29),
    ("empty-section", "    original: |\n      Ask before you decide.", '    original: ""', 28),
    ("no-exit-ticket", "exit_ticket:\n  line: |\n    Which line will you remember, and why?\n", "", 1),
    ("exit-ticket-too-long", "  line: |\n    Which", "  a: A?\n  b: B?\n  c: C?\n  line: |\n    Which", 46),
    ("unknown-language", "language: en\nat_a", "language: English\nat_a", 3),
    ("unknown-language", "language: en\nat_a", "language: de\nat_a", 3),
    ("translation-rows", "a month\n", "a month\n      every month\n", 24),
    ("missing-translation", "    translation: |\n      was spending about 8 million dollars a month\n", "", 19),
]


@pytest.mark.parametrize(("rule", "old", "new", "line"), ONE_CHANGE)
def test_one_change_is_told_where_it_was_made(tmp_path: Path, rule: str, old: str, new: str, line: int) -> None:
    expected = ("lesson.yaml", line, rule)
    problems = checked(whole(tmp_path, (old, new))).problems
    assert expected in told(problems)
    _speaks(next(problem for problem in problems if told([problem]) == [expected]))


def _speaks(problem: Problem) -> None:
    """Its sentences can be said, in every language, with nothing left open."""
    for language in ("en", "fr"):
        for message in (problem.what, problem.instead):
            if message is not None:
                said = say(words(language), message)
                assert said.strip()
                assert "{" not in said


def _link(lesson: Path) -> None:
    outside = lesson.parent / "secret.yaml"
    outside.write_text("title: x\n")
    (lesson / "fr.yaml").unlink()
    (lesson / "fr.yaml").symlink_to(outside)


def _folder(lesson: Path) -> None:
    (lesson / "fr.yaml").unlink()
    (lesson / "fr.yaml").mkdir()


def _latin(lesson: Path) -> None:
    (lesson / "fr.yaml").write_bytes('title: "Qui\n  décide ?"\n'.encode("latin-1"))


def _large(lesson: Path) -> None:
    (lesson / "fr.yaml").write_text("title: |\n" + "  much text\n" * 100_000)


def _french(old: str, new: str) -> Callable[[Path], None]:
    def change(lesson: Path) -> None:
        path = lesson / "fr.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


def _english(lesson: Path) -> None:
    (lesson / "en.yaml").write_text("title: Who decides?\n")


IN_OTHER_FILES: list[tuple[str, Callable[[Path], None], tuple[str, int]]] = [
    ("link-out-of-folder", _link, ("fr.yaml", 1)),
    ("not-a-file", _folder, ("fr.yaml", 1)),
    ("not-utf-8", _latin, ("fr.yaml", 2)),
    ("file-too-large", _large, ("fr.yaml", 1)),
    ("unknown-text", _french("  wall:", "  wand:"), ("fr.yaml", 15)),
    ("wrong-type", _french('"Qui décide ?"', "12"), ("fr.yaml", 5)),
    ("stale-translation", _french("58c06d12", "58c06d13"), ("fr.yaml", 5)),
    ("missing-translation", _french('"Qui décide ?"', '""'), ("fr.yaml", 5)),
    ("lost-text", _french('"Qui décide ?"', "Qui #1 décide ?"), ("fr.yaml", 5)),
    ("translation-rows", _french("      2. Elles ont le contrôle entier du conseil\n", ""), ("fr.yaml", 11)),
    ("translation-of-itself", _english, ("en.yaml", 1)),
    ("missing-file", lambda lesson: (lesson / "lesson.yaml").unlink(), ("lesson.yaml", 1)),
]


@pytest.mark.parametrize(("rule", "change", "place"), IN_OTHER_FILES)
def test_the_other_files_are_looked_at_too(
    tmp_path: Path, rule: str, change: Callable[[Path], None], place: tuple[str, int]
) -> None:
    lesson = whole(tmp_path)
    change(lesson)
    assert (*place, rule) in told(checked(lesson).problems)


def test_a_file_nobody_may_read(tmp_path: Path) -> None:
    lesson = whole(tmp_path)
    (lesson / "lesson.yaml").chmod(0)
    try:
        (lesson / "lesson.yaml").read_bytes()
    except PermissionError:
        assert told(checked(lesson).problems)[0] == ("lesson.yaml", 1, "unreadable")
    else:
        pytest.skip("this user may read every file")


def test_a_bundled_lesson_speaks_four_languages(tmp_path: Path) -> None:
    problems = checked(whole(tmp_path), bundled=True).problems
    assert {(file, rule) for file, _, rule in told(problems)} >= {
        ("es.yaml", "missing-translation"),
        ("it.yaml", "missing-translation"),
    }


def test_strict_asks_for_the_full_list_by_name(tmp_path: Path) -> None:
    problems = checked(whole(tmp_path), strict=True).problems
    named = {problem.what.values.get("name") for problem in problems if problem.rule == "missing-for-strict"}
    assert {"essential_question", "norms", "sources_note", "at_a_glance.level", "questions.who.look_for"} <= named
    assert not any(problem.is_error for problem in problems)


def test_sides_of_a_complete_lesson_are_balanced(tmp_path: Path) -> None:
    lesson = whole(tmp_path, ("{for: [cost], against: [control]}", "{for: [cost, control, wall], against: [control]}"))
    assert ("lesson.yaml", 45, "unbalanced-sides") in told(checked(lesson, strict=True).problems)


CATALOGUE = """\
language: en
articles:
  note:
    id: note
    language: en
    kind: letter
    title: A note
    file: note.txt
    sha256: "0000"
"""

IN_THE_CATALOGUE: list[tuple[str, str, str, bytes]] = [
    ("changed-article", "", "", b"Hello."),
    ("missing-article", "note.txt", "not.txt", b"Hello."),
    ("not-verbatim", '    sha256: "0000"\n', "    dates: {day: {words: Good morning}}\n", b"Hello."),
]


@pytest.mark.parametrize(("rule", "old", "new", "article"), IN_THE_CATALOGUE)
def test_articles_are_looked_at_too(tmp_path: Path, rule: str, old: str, new: str, article: bytes) -> None:
    (tmp_path / "catalogue.yaml").write_text(CATALOGUE.replace(old, new) if old else CATALOGUE)
    (tmp_path / "note.txt").write_bytes(article)
    _, problems = read_catalogue(tmp_path)
    assert rule in [problem.rule for problem in problems]


def test_a_protocol_whose_minutes_fall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "falling"
    shutil.copytree(protocols.FOLDER / "four-corners", copy)
    path = copy / protocols.FILE
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"minutes: {least: \d+", "minutes: {least: 60", text, count=1), encoding="utf-8")
    monkeypatch.setattr(protocols, "FOLDER", tmp_path)
    problems = protocols.read_protocol("falling").problems
    assert [problem.rule for problem in problems] == ["protocol-steps"]


def _rules_in_code() -> set[str]:
    """The names the code gives to rules."""
    makers = {"Problem", "_problem", "error", "warning"}
    return {
        call.args[0].value
        for path in (ROOT / "kit").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in makers and call.args
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    }


def test_every_rule_has_its_page_and_no_page_is_left_over() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} - {"README"} == _rules_in_code()


def test_every_page_says_what_why_and_shows_wrong_and_right() -> None:
    for path in PAGES.glob("*.md"):
        if path.stem != "README":
            text = path.read_text(encoding="utf-8")
            assert text.startswith(f"# {path.stem}\n")
            for part in ("## Why", "## Wrong", "## Right"):
                assert part in text, f"{path.name} lacks “{part}”"


def test_every_rule_is_provoked_by_a_test() -> None:
    provoked = {case[0] for case in (*ONE_CHANGE, *IN_OTHER_FILES, *IN_THE_CATALOGUE)}
    provoked |= {"unreadable", "missing-for-strict", "unbalanced-sides"}
    provoked |= {"question-quality", "long-sentence", "reading-load"}  # in test_quality.py
    provoked |= {"protocol-steps", "empty-file"}  # above, and in test_hostile.py
    assert provoked == _rules_in_code()


def test_words_of_another_article_are_told_with_its_name(tmp_path: Path) -> None:
    here = "dépensait selon environ 8 millions de dollars par mois"
    lesson = whole(tmp_path, (here, "Le dimissioni inaspettate hanno scioccato il mondo"))
    sentence = next(say(words("en"), p.what) for p in checked(lesson).problems if p.rule == "not-verbatim")
    assert "These very words stand in “it-resignation” (line 2)." in sentence

"""`kit translate`: the file of texts in another language is written, refreshed, and never loses a word."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.files.document import is_forbidden, read_document
from kit.files.editions import leaves
from kit.files.translated import DIGESTS_KEY, TextField
from kit.files.translation_file import refresh
from kit.lesson.translate import OwnLanguageError, Translation, translate
from kit.words import words
from tests.lesson.faults import checked, seeds, whole

EN = words("en")


def into(lesson: Path, language: str, *, accept: bool = False) -> Translation:
    return translate(lesson, language, seeds(), EN, accept=accept)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_new_language_lists_every_text_beneath_what_it_translates(tmp_path: Path) -> None:
    lesson = whole(tmp_path)
    done = into(lesson, "it")
    assert done.refreshed is not None
    assert (done.refreshed.missing, done.refreshed.stale) == (7, 0)
    written = done.path.read_text(encoding="utf-8")
    assert '#: Who decides?\ntitle: ""\n' in written
    assert '    #: Who should decide, and what would it cost?\n    asks: ""\n' in written
    assert DIGESTS_KEY not in written


def test_an_excerpt_in_that_language_needs_no_translation(tmp_path: Path) -> None:
    lesson = whole(tmp_path)
    (lesson / "fr.yaml").unlink()
    into(lesson, "fr")
    written = (lesson / "fr.yaml").read_text(encoding="utf-8")
    assert "cost:" not in written
    assert "control:" in written


def test_filled_and_refreshed_it_is_clean_and_stays_as_it_is(tmp_path: Path) -> None:
    lesson = whole(tmp_path)
    before = (lesson / "fr.yaml").read_bytes()
    assert not into(lesson, "fr").changed
    assert (lesson / "fr.yaml").read_bytes() == before
    assert checked(lesson).problems == []


def test_a_changed_sentence_makes_its_translation_stale_until_it_is_accepted(tmp_path: Path) -> None:
    lesson = whole(tmp_path)
    replace(lesson / "lesson.yaml", "Who decides?", "Who should decide?")
    done = into(lesson, "fr")
    assert done.refreshed is not None
    assert done.refreshed.stale == 1
    assert "#: Who should decide?\n#: stale: " in done.path.read_text(encoding="utf-8")
    assert 'title: "Qui décide ?"' in done.path.read_text(encoding="utf-8")
    assert [problem.rule for problem in checked(lesson).problems] == ["stale-translation"]
    into(lesson, "fr", accept=True)
    assert "stale" not in done.path.read_text(encoding="utf-8")
    assert checked(lesson).problems == []


def test_spaces_and_line_ends_make_nothing_stale(tmp_path: Path) -> None:
    lesson = whole(tmp_path)
    replace(lesson / "lesson.yaml", "      Who should decide, and what", "      Who should decide,\n      and what")
    done = into(lesson, "fr")
    assert done.refreshed is not None
    assert done.refreshed.stale == 0


def test_a_translation_whose_text_is_gone_is_kept_at_the_end(tmp_path: Path) -> None:
    lesson = whole(tmp_path)
    replace(lesson / "lesson.yaml", "  who:\n", "  decider:\n")
    replace(lesson / "lesson.yaml", "question: who", "question: decider")
    done = into(lesson, "fr")
    kept = "#~ questions.who.asks: Qui devrait décider, et qu’est-ce que cela coûterait ?\n"
    assert kept in done.path.read_text(encoding="utf-8")
    first = done.path.read_bytes()
    assert not into(lesson, "fr").changed
    assert done.path.read_bytes() == first
    assert [problem.rule for problem in checked(lesson).problems] == ["missing-translation"]


def test_a_teachers_own_comments_stay_above_their_keys(tmp_path: Path) -> None:
    lesson = whole(tmp_path)
    path = lesson / "fr.yaml"
    replace(path, "    asks:", "    # ask a native speaker about this one\n    asks:")
    replace(path, 'title: "Qui décide ?"', 'title: "Qui décide ?"  # or: qui tranche ?')
    path.write_text(path.read_text(encoding="utf-8") + "# the end\n", encoding="utf-8")
    into(lesson, "fr")
    written = path.read_text(encoding="utf-8")
    assert "    # ask a native speaker about this one\n    #: Who should decide" in written
    assert "# or: qui tranche ?\n#: Who decides?" in written
    assert written.endswith("\n\n# the end\n")
    assert not into(lesson, "fr").changed


def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    lesson = whole(tmp_path)
    replace(lesson / "fr.yaml", '"Qui décide ?"', "'Qui l'a décidé ?'")
    before = (lesson / "fr.yaml").read_bytes()
    done = into(lesson, "fr")
    assert done.refreshed is None
    assert [problem.rule for problem in done.problems] == ["syntax"]
    assert (lesson / "fr.yaml").read_bytes() == before
    assert sorted(path.name for path in lesson.iterdir()) == ["fr.yaml", "lesson.yaml"]


def test_its_own_language_is_refused(tmp_path: Path) -> None:
    lesson = whole(tmp_path)
    with pytest.raises(OwnLanguageError):
        into(lesson, "en")


TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cn", "Co"]).filter(lambda c: not is_forbidden(c)), min_size=1, max_size=120
)
NAME = st.from_regex(r"[a-z]{1,3}", fullmatch=True)
KEYS = st.lists(NAME, min_size=1, max_size=3).map(tuple)


@st.composite
def sources(draw: st.DrawFn) -> dict[tuple[str, ...], str]:
    """Texts by key; no key is both a text and a group of texts."""
    chosen: dict[tuple[str, ...], str] = {}
    for keys, text in draw(st.dictionaries(KEYS, TEXT, min_size=1, max_size=8)).items():
        clash = any(keys[: len(other)] == other or other[: len(keys)] == keys for other in chosen)
        if not clash and text.strip(" \t\n"):
            chosen[keys] = text
    return chosen


def held(path: Path) -> dict[tuple[str | int, ...], str]:
    document, problems = read_document(path)
    assert document is not None, (problems, path.read_text(encoding="utf-8"))
    assert not problems, path.read_text(encoding="utf-8")
    value = {key: item for key, item in (document.value or {}).items() if key != DIGESTS_KEY}
    return {keys: str(leaf).strip(" \t\n") for keys, leaf in leaves(value) if leaf}


@settings(max_examples=60, deadline=None)
@given(first=sources(), second=sources(), answers=st.lists(TEXT, min_size=8, max_size=8))
def test_whatever_is_typed_is_kept_and_twice_is_once(
    first: dict[tuple[str, ...], str], second: dict[tuple[str, ...], str], answers: list[str]
) -> None:
    """A lesson's texts are translated, then the lesson changes: every translation is still in the file."""
    given_texts = [TextField(keys, text) for keys, text in first.items()]
    typed = {keys: answer for keys, answer in zip(first, answers, strict=False) if answer.strip()}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fr.yaml"
        path.write_text(_by_hand(typed), encoding="utf-8")
        for texts in (given_texts, [TextField(keys, text) for keys, text in second.items()]):
            document, problems = read_document(path)
            assert document is not None, problems
            path.write_text(refresh(texts, document, EN).content, encoding="utf-8")
            again, _ = read_document(path)
            assert refresh(texts, again, EN).content == path.read_text(encoding="utf-8")
            known = {text.keys for text in texts}
            assert set(held(path)) <= known
            for keys, answer in typed.items():
                if keys in known:
                    assert held(path)[keys] == _stored(answer)
                written = path.read_text(encoding="utf-8")
                assert all(line.strip() in written for line in _stored(answer).split("\n"))


def _stored(answer: str) -> str:
    """Lines of nothing but blanks are stored as empty ones."""
    return "\n".join(line if line.strip() else "" for line in answer.strip(" \t\n").split("\n"))


def _by_hand(texts: dict[tuple[str, ...], str]) -> str:
    """The texts as somebody could have typed them: nested keys, everything in double quotes."""
    tree: dict[str, object] = {}
    for keys, text in texts.items():
        inner = tree
        for key in keys[:-1]:
            inner = inner.setdefault(key, {})  # type: ignore[assignment]
        inner[keys[-1]] = text
    return _written(tree, 0) or "{}\n"


def _written(tree: dict[str, object], depth: int) -> str:
    lines = ""
    for key, item in tree.items():
        lines += f'{"  " * depth}"{key}":'
        if isinstance(item, dict):
            lines += "\n" + _written(item, depth + 1)
        else:
            quoted = str(item).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
            lines += f' "{quoted}"\n'
    return lines

"""`kit ask`: what questions fail, in four languages, and the published table of what it says of the seeds."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from kit.draft.linter import look
from tests.cli.program import Kit

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    return Kit(tmp_path)


@pytest.mark.parametrize(
    ("question", "language", "fault"),
    [
        ("Is the bridge safe?", "en", "closed"),
        ("Le pont est-il sûr ?", "fr", "closed"),
        ("¿Es seguro el puente de la ciudad?", "es", "closed"),
        ("È sicuro il ponte della città?", "it", "closed"),
        ("Was it a mistake or a strategy of the town?", "en", "false-alternative"),
        ("S’agit-il d’un désaccord ou ont-ils trouvé mieux ?", "fr", "false-alternative"),
        ("Why is the new bridge so dangerous?", "en", "presupposes"),
        ("¿Por qué es tan peligroso el puente?", "es", "presupposes"),
        ("Perché il ponte è così importante?", "it", "presupposes"),
        ("What is it, and who pays for it?", "en", "double"),
    ],
)
def test_a_fault_is_named_in_the_language_the_question_is_in(question: str, language: str, fault: str) -> None:
    looked = look(question)
    assert looked.language == language
    assert fault in [finding.fault for finding in looked.findings]


def test_a_good_question_is_left_alone(kit: Kit) -> None:
    done = kit("ask", "How far should a town go to keep its bridge?")
    assert done.returncode == 0
    assert "Nothing to object to." in done.stdout


def test_every_finding_comes_with_what_to_try_in_the_readers_language(kit: Kit) -> None:
    done = kit("ask", "Is it safe?", "Why is it so bad?", KIT_LANGUAGE="fr")
    assert done.returncode == 1
    assert "Fermée" in done.stdout
    assert "Orientée" in done.stdout


def test_for_programs_and_from_standard_input(kit: Kit) -> None:
    command = [sys.executable, "-m", "kit", "ask", "--format", "json"]
    said = b"Is it safe?\n\nWhat would you change?\n"
    done = subprocess.run(command, input=said, capture_output=True, env=kit.environment, check=True)
    first, second = json.loads(done.stdout)
    assert [finding["fault"] for finding in first["findings"]] == ["closed"]
    assert first["findings"][0]["instead"]
    assert second["findings"] == []
    assert kit("ask").returncode == 2


def test_the_published_table_is_what_the_linter_says() -> None:
    spec = importlib.util.spec_from_file_location("make_linter_table", ROOT / "docs" / "make_linter_table.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.PAGE.read_text(encoding="utf-8") == module.page()
    assert module.page().count("\n| ") >= 24

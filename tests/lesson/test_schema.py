"""The JSON Schema that editors complete keys with: up to date, and true of the lessons that come with Kit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kit.files import bundled
from kit.files.document import read_document
from kit.lesson import schema
from kit.lesson.new import SCHEMA

LESSONS = bundled.folder("lessons")


@pytest.fixture(scope="module")
def made() -> Any:
    return schema.schema()


def test_the_file_is_up_to_date() -> None:
    written = (LESSONS / SCHEMA).read_text(encoding="utf-8")
    assert written == schema.text(), "run: python -m kit.lesson.schema"


def test_it_helps_with_words(made: Any) -> None:
    assert made["properties"]["background"]["description"] == "What the seeds themselves support, for the teacher."
    assert made["$defs"]["Question"]["properties"]["needs"]["description"].startswith("Lines it cannot be answered")
    assert "four-corners" in made["$defs"]["LessonStep"]["properties"]["protocol"]["enum"]


@pytest.mark.parametrize("path", sorted(LESSONS.glob("*/lesson.yaml")), ids=lambda path: path.parent.name)
def test_bundled_lessons_name_it_and_fit_it(made: Any, path: Path) -> None:
    document, problems = read_document(path)
    assert document is not None, problems
    assert document.lines[0] == f"# yaml-language-server: $schema=../{SCHEMA}"
    assert list(misfits(made, made, document.value)) == []


@pytest.mark.parametrize(
    ("keys", "value"),
    [(("titel",), "x"), (("title",), 12), (("at_a_glance", "level"), "B7"), (("excerpts", "x"), {"source": "y"})],
)
def test_it_tells_a_fault(made: Any, keys: tuple[str, ...], value: object) -> None:
    document, _ = read_document(next(LESSONS.glob("*/lesson.yaml")))
    assert document is not None
    inner = document.value
    for key in keys[:-1]:
        inner = inner[key]
    inner[keys[-1]] = value
    assert list(misfits(made, made, document.value))


TYPES = {"string": str, "integer": int, "boolean": bool, "null": type(None), "object": dict, "array": list}


def misfits(root: Any, rule: Any, value: Any, where: str = "") -> Any:
    """Where `value` is not what the schema says; the few words of JSON Schema that ours uses."""
    if "$ref" in rule:
        rule = root["$defs"][rule["$ref"].removeprefix("#/$defs/")]
    if "anyOf" in rule:
        if all(list(misfits(root, choice, value)) for choice in rule["anyOf"]):
            yield where
        return
    if not isinstance(value, TYPES[rule["type"]]) or (isinstance(value, bool) and rule["type"] == "integer"):
        yield where
        return
    if "enum" in rule and value not in rule["enum"]:
        yield where
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from misfits(root, rule["items"], item, f"{where}/{index}")
    if isinstance(value, dict):
        known, others = rule.get("properties", {}), rule.get("additionalProperties", True)
        yield from (f"{where}/{name}" for name in rule.get("required", []) if name not in value)
        for key, item in value.items():
            if key in known:
                yield from misfits(root, known[key], item, f"{where}/{key}")
            elif others is False:
                yield f"{where}/{key}"
            elif others is not True:
                yield from misfits(root, others, item, f"{where}/{key}")

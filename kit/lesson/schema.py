"""The JSON Schema of lesson.yaml, made from the model: ``python -m kit.lesson.schema`` writes it (for developers).

Editors complete keys and show help with it: its descriptions are the docstrings of the model's fields.
"""

from __future__ import annotations

import ast
import inspect
import json
from types import ModuleType
from typing import Any

from kit.files import bundled
from kit.files.writing import write_whole
from kit.lesson import model
from kit.lesson.new import SCHEMA
from kit.protocols import model as protocol_model
from kit.protocols import reading as protocols

ADDRESS = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema of `lesson.yaml` as JSON data."""
    from pydantic import TypeAdapter

    made = TypeAdapter(model.Edition).json_schema()
    made["description"] = "A lesson of Kit: lesson.yaml."
    for name, definition in {**made.get("$defs", {}), "Edition": made}.items():
        _describe(definition, _docstrings(protocol_model if name == "Minutes" else model, name))
    _offer_protocols(made["$defs"]["LessonStep"]["properties"])
    return {"$schema": ADDRESS, **made}


def text() -> str:
    """The schema as it stands in lessons/lesson.schema.json."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _describe(definition: dict[str, Any], docstrings: dict[str, str]) -> None:
    for name, described in definition.get("properties", {}).items():
        described.pop("title", None)  # "Essential Question" says no more than the key itself
        if name in docstrings:
            described["description"] = docstrings[name]


def _docstrings(module: ModuleType, class_name: str) -> dict[str, str]:
    """The strings beneath the fields of a class; Python itself does not keep them."""
    tree = ast.parse(inspect.getsource(module))
    found = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == class_name)
    result: dict[str, str] = {}
    for before, node in zip(found.body, found.body[1:], strict=False):
        if (
            isinstance(before, ast.AnnAssign)
            and isinstance(before.target, ast.Name)
            and isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            result[before.target.id] = inspect.cleandoc(node.value.value)
    return result


def _offer_protocols(properties: dict[str, Any]) -> None:
    for name in ("protocol", "around"):
        properties[name]["enum"] = [*([""] if name == "around" else []), *protocols.names()]


if __name__ == "__main__":
    write_whole(bundled.folder("lessons") / SCHEMA, text())

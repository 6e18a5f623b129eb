"""Problems as JSON data and back, so that a file nobody has changed need not be looked at again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kit.files.problems import Place, Problem, Severity
from kit.words import Message


def to_data(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """The problems as JSON data."""
    return [
        {
            "rule": problem.rule,
            "severity": problem.severity.value,
            "file": str(problem.place.file),
            "place": [problem.place.line, problem.place.column, problem.place.text, problem.place.width],
            "what": _message_data(problem.what),
            "instead": _message_data(problem.instead) if problem.instead else None,
        }
        for problem in problems
    ]


def from_data(data: Iterable[dict[str, Any]]) -> list[Problem]:
    """The problems that `to_data` wrote. Errors: KeyError, TypeError or ValueError where something else wrote it."""
    return [
        Problem(
            entry["rule"],
            Severity(entry["severity"]),
            Place(Path(entry["file"]), *entry["place"]),
            _message(entry["what"]),
            _message(entry["instead"]) if entry["instead"] else None,
        )
        for entry in data
    ]


def _message_data(message: Message) -> dict[str, Any]:
    values = {name: _value_data(value) for name, value in message.values.items()}
    return {"text": message.text, "values": values}


def _value_data(value: object) -> object:
    if isinstance(value, Message):
        return _message_data(value)
    return value if isinstance(value, int | float | bool | None) else str(value)


def _message(data: dict[str, Any]) -> Message:
    values = {name: _message(value) if isinstance(value, dict) else value for name, value in data["values"].items()}
    return Message(data["text"], values)

"""What can be saved of a file that has errors, so that its other errors are found in the same run."""

from __future__ import annotations

import copy
import typing
from collections.abc import Mapping
from dataclasses import is_dataclass
from typing import Any, Literal, TypeVar

from kit.files.document import Keys
from kit.files.validate import adapter, model_at

T = TypeVar("T")

ROUNDS = 12
"""Mending one thing may show the next one beneath it; a lesson is not nested deeper than this."""


def salvage(model: type[T], value: Any) -> T | None:
    """`value` as a `model`, with empty values for what is missing and without what cannot be read.

    Nothing made this way is ever shown to a class. None where nothing can be saved.
    """
    from pydantic import ValidationError

    value = copy.deepcopy(value)
    for _ in range(ROUNDS):
        try:
            return typing.cast(T, adapter(typing.cast(Any, model)).validate_python(value))
        except ValidationError as error:
            details = error.errors(include_url=False)
        # list entries that go must go from the last to the first, or the positions of the others would move
        for detail in sorted(details, key=lambda detail: [str(key).zfill(6) for key in detail["loc"]], reverse=True):
            _mend(model, value, detail["loc"], missing=detail["type"] == "missing")
    return None


def _mend(model: Any, value: Any, keys: Keys, *, missing: bool) -> None:
    for key in keys[:-1]:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return
    last = keys[-1] if keys else ""
    kind = model_at(model, keys)
    if isinstance(value, dict) and (missing or (isinstance(kind, type) and is_dataclass(kind))):
        value[last] = _nothing(kind)
    elif isinstance(value, dict):
        value.pop(last, None)
    elif isinstance(value, list) and isinstance(last, int) and last < len(value):
        del value[last]


def _nothing(kind: Any) -> Any:
    """The empty value of a type."""
    origin = typing.get_origin(kind)
    if origin is Literal:
        return typing.get_args(kind)[0]
    if kind in (int, bool):
        return kind()
    if origin is tuple:
        return []
    is_group = (isinstance(kind, type) and is_dataclass(kind)) or (
        isinstance(origin, type) and issubclass(origin, Mapping)
    )
    return {} if is_group else ""

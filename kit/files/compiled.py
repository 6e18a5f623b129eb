"""Models as plain JSON data and back, without pydantic: what lets a class start in a blink.

Only data that was validated once is ever read back; the types of the dataclasses say how.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Annotated, Any, TypeVar

from kit.files.translated import field_types

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """`value` (a dataclass of dataclasses, mappings, tuples and scalars) as JSON data."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    return value


def from_plain(model: type[T], value: Any) -> T:
    """The dataclass `model` built from what `to_plain` wrote.

    Errors: KeyError, TypeError or ValueError where the data was not written by this version of the model.
    """
    built = _build(model, value)
    return typing.cast(T, built)


def _build(model: Any, value: Any) -> Any:
    if typing.get_origin(model) is Annotated:
        model = model.__origin__
    if isinstance(model, type) and is_dataclass(model):
        return model(**{name: _build(kind, value[name]) for name, kind in field_types(model).items()})
    origin = typing.get_origin(model)
    if origin is None:
        return value
    if origin in (typing.Union, types.UnionType):
        if value is None:
            return None
        return _build(next(kind for kind in typing.get_args(model) if kind is not type(None)), value)
    arguments = typing.get_args(model)
    if origin is tuple:
        return tuple(_build(arguments[0], item) for item in value)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {key: _build(arguments[1], item) for key, item in value.items()}
    return value

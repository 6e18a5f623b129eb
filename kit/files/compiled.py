"""Models as plain data and back, without pydantic: what lets a class start in a blink, and a sound lesson be checked.

`from_plain` takes only what fits the model exactly; whoever needs to know what does not fit asks `kit.files.validate`.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, Literal, TypeVar

from kit.files.translated import field_types

T = TypeVar("T")


class MisfitError(ValueError):
    """The data is not of the model's shape."""


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
    """The dataclass `model` built from data of exactly its shape; fields with a default may be absent.

    Errors: MisfitError.
    """
    return typing.cast(T, _builder(typing.cast(Any, model))(value))


Builder = Callable[[Any], Any]


@cache
def _builder(model: Any) -> Builder:
    """The function that builds `model`; made once for each type."""
    if typing.get_origin(model) is Annotated:
        model = model.__origin__
    if isinstance(model, type) and is_dataclass(model):
        return _of_dataclass(model)
    origin, arguments = typing.get_origin(model), typing.get_args(model)
    if origin in (typing.Union, types.UnionType):
        inner = _builder(next(kind for kind in arguments if kind is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is Literal:
        return _of_literal(arguments)
    if origin is tuple:
        return _of_tuple(_builder(arguments[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _of_mapping(_builder(arguments[1]))
    return _of_scalar(model)


def _of_dataclass(model: type) -> Builder:
    # Made on first use: a model may hold itself.
    kinds: dict[str, Builder] = {}
    required = {field.name for field in fields(model) if field.default is MISSING and field.default_factory is MISSING}

    def build(value: Any) -> Any:
        if not kinds:
            kinds.update({name: _builder(kind) for name, kind in field_types(model).items()})
        if not isinstance(value, dict) or not required <= value.keys() <= kinds.keys():
            raise MisfitError(model)
        return model(**{name: kinds[name](item) for name, item in value.items()})

    return build


def _of_literal(choices: tuple[Any, ...]) -> Builder:
    def build(value: Any) -> Any:
        if not isinstance(value, str) or value not in choices:
            raise MisfitError(value)
        return value

    return build


def _of_tuple(inner: Builder) -> Builder:
    def build(value: Any) -> Any:
        if not isinstance(value, list):
            raise MisfitError(value)
        return tuple([inner(item) for item in value])

    return build


def _of_mapping(inner: Builder) -> Builder:
    def build(value: Any) -> Any:
        if not isinstance(value, dict):
            raise MisfitError(value)
        return {key: inner(item) for key, item in value.items()}

    return build


def _of_scalar(kind: type) -> Builder:
    def build(value: Any) -> Any:
        if kind is float and type(value) is int:
            return float(value)
        if type(value) is not kind:  # not isinstance: true is no whole number
            raise MisfitError(value)
        return value

    return build

"""Translations laid over a first-language file: which values are texts, what is missing, what is stale.

A model marks its translated fields with `Text`. A translation file holds the same keys with only the texts, and under
``translated_from`` one digest for each text: of the sentence it translates, so that a later change shows.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Annotated, Any

Keys = tuple[str | int, ...]

DIGESTS_KEY = "translated_from"
"""The key of a translation file under which `kit translate` keeps the digests."""


@dataclass(frozen=True, slots=True)
class Translated:
    """Marks a text that exists in every language of a file.

    `of` names the sibling field it translates where that is not the first language's same field.
    """

    of: str = ""


Text = Annotated[str, Translated()]
"""A text in the language of its file, translated in the others."""


@dataclass(frozen=True, slots=True)
class TextField:
    """One text of a document: where it stands and what a translation of it translates."""

    keys: Keys
    source: str
    of: str = ""

    @property
    def name(self) -> str:
        """The dotted name used under ``translated_from``."""
        return ".".join(str(key) for key in self.keys)

    @property
    def digest(self) -> str:
        """Eight hexadecimal digits of the text that is translated; spaces and line ends do not count."""
        import hashlib  # only translations need it, and it loads OpenSSL

        return hashlib.sha256(" ".join(self.source.split()).encode()).hexdigest()[:8]


@cache
def field_types(model: type) -> dict[str, Any]:
    """The annotated types of a dataclass's fields, by name."""
    hints = typing.get_type_hints(model, include_extras=True)
    return {field.name: hints[field.name] for field in fields(model)}


def marker(annotation: Any) -> Translated | None:
    """The `Translated` mark of an annotated type, if it carries one."""
    if typing.get_origin(annotation) is Annotated:
        for extra in annotation.__metadata__:
            if isinstance(extra, Translated):
                return extra
    return None


def text_fields(model: Any, value: Any, keys: Keys = ()) -> Iterator[TextField]:
    """Every text of `value` (plain YAML data shaped like `model`), in the order it is written in."""
    if typing.get_origin(model) is Annotated:
        model = model.__origin__
    origin = typing.get_origin(model)
    if origin in (typing.Union, types.UnionType):
        for choice in typing.get_args(model):
            if choice is not type(None):
                yield from text_fields(choice, value, keys)
    elif isinstance(model, type) and is_dataclass(model) and isinstance(value, dict):
        yield from _of_dataclass(model, value, keys)
    elif origin is not None and isinstance(origin, type) and issubclass(origin, Mapping) and isinstance(value, dict):
        inner = typing.get_args(model)[1]
        for key, item in value.items():
            yield from _of_item(inner, item, (*keys, key))
    elif origin in (tuple, list) and isinstance(value, list):
        inner = typing.get_args(model)[0]
        for index, item in enumerate(value):
            # a list entry with an id keeps its place in the translation file by that id, not by its position
            name = name_of(index, item)
            yield from _of_item(inner, item, (*keys, name))


def _of_dataclass(model: type, value: dict[str, Any], keys: Keys) -> Iterator[TextField]:
    annotations = field_types(model)
    for name in [*value, *(name for name in annotations if name not in value)]:
        annotation = annotations.get(name)
        if annotation is None:
            continue
        mark = marker(annotation)
        if mark is not None and mark.of:
            source = value.get(mark.of)
            if isinstance(source, str) and source.strip():
                yield TextField((*keys, name), source, mark.of)
        elif name in value:
            yield from _of_item(annotation, value[name], (*keys, name))


def _of_item(annotation: Any, item: Any, keys: Keys) -> Iterator[TextField]:
    if marker(annotation) is not None:
        if isinstance(item, str) and item.strip():
            yield TextField(keys, item)
    else:
        yield from text_fields(annotation, item, keys)


def name_of(index: int, item: Any) -> str | int:
    """What a list entry is called in keys: its id where it has one, else its position."""
    name = item.get("id") if isinstance(item, dict) else None
    return name if isinstance(name, str) and name else index


def get(value: Any, keys: Keys) -> Any:
    """The value at `keys`, list entries found by id or position; None where there is none."""
    for key in keys:
        if isinstance(value, dict):
            value = value.get(key)
        elif isinstance(value, list):
            value = next(
                (item for index, item in enumerate(value) if key in (index, name_of(index, item))),
                None,
            )
        else:
            return None
    return value


def lay_over(value: Any, texts: Mapping[Keys, str]) -> Any:
    """A copy of `value` in which the texts at the given keys are replaced (or added, where a mapping lacks them)."""
    inside: dict[Keys, dict[str | int, str]] = {}
    for keys, text in texts.items():
        inside.setdefault(keys[:-1], {})[keys[-1]] = text
    return _laid_over(value, inside, ())


def _laid_over(value: Any, inside: Mapping[Keys, Mapping[str | int, str]], keys: Keys) -> Any:
    here = inside.get(keys, {})
    if isinstance(value, dict):
        added = {str(key): text for key, text in here.items() if key not in value}
        return {
            key: here[key] if key in here else _laid_over(item, inside, (*keys, key)) for key, item in value.items()
        } | added
    if isinstance(value, list):
        named = [(name_of(index, item), item) for index, item in enumerate(value)]
        return [here[name] if name in here else _laid_over(item, inside, (*keys, name)) for name, item in named]
    return value

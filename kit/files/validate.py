"""Plain YAML data becomes a model, and whatever does not fit becomes problems at their places, in a teacher's words.

Pydantic finds every misfit of a file in one pass; its own English messages never reach anybody.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from kit.files.compiled import MisfitError, from_plain
from kit.files.document import Document, Keys
from kit.files.problems import Problem, Severity
from kit.files.translated import field_types
from kit.words import N_, Message

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

T = TypeVar("T")


def validate(model: type[T], value: Any, document: Document) -> tuple[T | None, list[Problem]]:
    """`value` as a `model`, or None and one problem for each thing that keeps it from being one.

    What fits exactly is built at once; pydantic is asked (and imported) only where something does not.
    """
    try:
        return from_plain(model, value), []
    except MisfitError:
        from pydantic import ValidationError
    try:
        return typing.cast(T, adapter(typing.cast(Any, model)).validate_python(value)), []
    except ValidationError as error:
        return None, [_problem(model, document, detail) for detail in error.errors(include_url=False)]


def fitting(model: type[T], value: Any) -> T:
    """`value`, which is known to fit, as a `model`: exactly, or as pydantic is willing to take it."""
    try:
        return from_plain(model, value)
    except MisfitError:
        return typing.cast(T, adapter(typing.cast(Any, model)).validate_python(value))


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`; empty where none is alike."""
    import difflib  # only for what is misspelt

    matches = difflib.get_close_matches(word, list(known), n=1, cutoff=0.55)
    return matches[0] if matches else ""


def did_you_mean(word: str, known: Iterable[str]) -> Message | None:
    """The repair for a misspelt word: the nearest known one, else all of them."""
    choices = list(known)
    near = nearest(word, choices)
    if near:
        return Message.of(N_("Did you mean “{near}”?"), near=near)
    if not choices:
        return None
    return Message.of(N_("Use one of: {choices}."), choices=", ".join(choices))


def model_at(model: Any, keys: Keys) -> Any:
    """The type of the value at `keys` inside `model`, without marks; None where the keys lead nowhere."""
    return _bare(annotation_at(model, keys))


def annotation_at(model: Any, keys: Keys) -> Any:
    """The type of the value at `keys` inside `model` as it is annotated; None where the keys lead nowhere."""
    for key in keys:
        model = _bare(model)
        origin = typing.get_origin(model)
        if isinstance(model, type) and is_dataclass(model):
            model = field_types(model).get(str(key))
        elif origin is tuple:
            model = typing.get_args(model)[0]
        elif isinstance(origin, type) and issubclass(origin, Mapping):
            model = typing.get_args(model)[1]
        else:
            return None
    return model


def lost_text(document: Document, keys: Keys) -> Problem | None:
    """The problem that YAML took what stands behind the value at `keys` for a comment; None where it did not."""
    lost = document.lost_to_comment(keys)
    if lost is None:
        return None
    place, text = lost
    return Problem(
        "lost-text",
        Severity.ERROR,
        place,
        Message.of(N_("“{text}” is lost: what follows “#” is taken for a comment."), text=text),
        Message.of(N_("Put the whole text in quotes; or, if it is a comment, on a line of its own.")),
    )


@cache
def adapter(model: Any) -> TypeAdapter[Any]:
    """Pydantic's reader of `model`, made once."""
    from pydantic import TypeAdapter

    return TypeAdapter(model)


def _bare(model: Any) -> Any:
    if typing.get_origin(model) is Annotated:
        model = model.__origin__
    if typing.get_origin(model) in (typing.Union, types.UnionType):
        model = next(choice for choice in typing.get_args(model) if choice is not type(None))
    return model


def _problem(model: Any, document: Document, detail: ErrorDetails) -> Problem:
    kind, keys = detail["type"], detail["loc"]
    name = str(keys[-1]) if keys else ""
    if kind == "missing":
        return Problem(
            "missing-field",
            Severity.ERROR,
            document.key_place(keys[:-1]) if keys[:-1] else document.place_of_line(1),
            Message.of(N_("“{name}” is missing."), name=name),
            Message.of(N_("Add a line “{name}:” here."), name=name),
        )
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        owner = model_at(model, keys[:-1])
        known = field_types(owner) if isinstance(owner, type) and is_dataclass(owner) else {}
        return Problem(
            "unknown-key",
            Severity.ERROR,
            document.key_place(keys),
            Message.of(N_("“{name}” is not a key that is known here."), name=name),
            did_you_mean(name, known),
        )
    place = document.place(keys)
    if detail["input"] is None:
        return lost_text(document, keys) or Problem(
            "empty-value",
            Severity.ERROR,
            document.key_place(keys),
            Message.of(N_("Nothing stands behind “{name}:”."), name=name),
            Message.of(N_("Write a value, or delete the line.")),
        )
    if kind == "literal_error":
        allowed = [str(choice) for choice in typing.get_args(model_at(model, keys))]
        return Problem(
            "unknown-value",
            Severity.ERROR,
            place,
            Message.of(N_("“{value}” is not one of the values of “{name}”."), value=detail["input"], name=name),
            did_you_mean(str(detail["input"]), allowed),
        )
    return Problem("wrong-type", Severity.ERROR, place, *_expected(model_at(model, keys), detail["input"], name))


def _expected(model: Any, given: Any, name: str) -> tuple[Message, Message]:
    origin = typing.get_origin(model)
    if model is str or origin is Literal:
        if isinstance(given, bool | int | float):
            return (
                Message.of(N_("“{name}” must be a text, and this is read as a number or as true/false."), name=name),
                Message.of(N_('Put it in quotes: "{given}".'), given=str(given).lower()),
            )
        return (
            Message.of(N_("“{name}” must be a text, not a list or a group of keys."), name=name),
            Message.of(N_("Write the text on the same line in quotes, or on the next lines after “|”.")),
        )
    if model is int:
        return (
            Message.of(N_("“{name}” must be a whole number."), name=name),
            Message.of(N_("Write digits alone, for example 12.")),
        )
    if model is bool:
        return Message.of(N_("“{name}” must be true or false."), name=name), Message.of(N_("Write true or false."))
    if origin is tuple:
        return (
            Message.of(N_("“{name}” must be a list."), name=name),
            Message.of(N_("Write it in brackets, separated by commas: [one, two].")),
        )
    return (
        Message.of(N_("“{name}” must be a group of keys, each on a line of its own."), name=name),
        Message.of(N_("Indent the lines below it by two spaces, each with a name, a colon and a value.")),
    )

"""Every kind of event there is, with anything that its fields may hold."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from typing import Any, Literal

from hypothesis import strategies as st

from kit.files.translated import field_types
from kit.session.events import Event, Opened, Replanned
from kit.session.vocabulary import kinds
from tests.session.classes import opening, plan

NUMBERS = st.integers(-3, 40)
TEXTS = st.sampled_from(["", "talk.think", "for", "against", "a", "b", "en", "fr", "lève la main"]) | st.text(
    max_size=5
)


def anything_of(kind: Any) -> st.SearchStrategy[Any]:
    if typing.get_origin(kind) is typing.Annotated:
        kind = typing.get_args(kind)[0]
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return st.builds(kind, **{name: anything_of(field) for name, field in field_types(kind).items()})
    if origin in (typing.Union, types.UnionType):
        return st.none() | anything_of(next(one for one in arguments if one is not type(None)))
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        return st.lists(anything_of(arguments[0]), max_size=4).map(tuple)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return st.dictionaries(TEXTS, anything_of(arguments[1]), max_size=3)
    plain = {
        bool: st.booleans(),
        int: NUMBERS,
        float: st.floats(-1e4, 1e4),
        str: TEXTS,
    }
    return plain[kind]


EVENTS: st.SearchStrategy[Event] = st.one_of(
    *(anything_of(kind) for kind in kinds().values() if kind not in (Opened, Replanned)),
    st.builds(Replanned, plan=st.sampled_from([plan(8), plan(10), plan(25)])),
    st.just(opening()),
)

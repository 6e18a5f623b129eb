"""Texts that YAML reads otherwise than they were typed: words lost to a number sign, and `no` or `12:30` unquoted."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from kit.files.document import OTHER_PROGRAMS_DIFFER, Document, Keys
from kit.files.problems import Problem
from kit.files.translated import DIGESTS_KEY, marker
from kit.files.validate import annotation_at, lost_text, model_at
from kit.lesson.model import Edition
from kit.lesson.read import Reading
from kit.lesson.rules.common import documents, warning
from kit.words import N_, Message


def lost_texts(reading: Reading) -> Iterator[Problem]:
    """Text behind a number sign that YAML takes for a comment."""
    for document in _doubtful(reading):
        for keys, node in document.nodes.items():
            if isinstance(node, yaml.ScalarNode) and node.value and _is_text(document, reading, keys):
                problem = lost_text(document, keys)
                if problem is not None:
                    yield problem


def ambiguous_values(reading: Reading) -> Iterator[Problem]:
    """Words that Kit reads as they stand, and the next program as a number, a date or false."""
    for document in _doubtful(reading):
        for keys, node in document.nodes.items():
            if document.is_plain(keys) and _differs(node) and _is_string(document, reading, keys):
                yield warning(
                    "ambiguous-value",
                    document.place(keys),
                    Message.of(
                        N_("Other programs read “{value}” as a number, a date or true/false."), value=node.value
                    ),
                    Message.of(N_('Put it in quotes: "{given}".'), given=node.value),
                )
        for keys, node in document.keys.items():
            if isinstance(node, yaml.ScalarNode) and not node.style and _differs(node):
                yield warning(
                    "ambiguous-value",
                    document.key_place(keys),
                    Message.of(
                        N_("Other programs read “{value}” as a number, a date or true/false."), value=node.value
                    ),
                    Message.of(N_("Choose another name, or put it in quotes.")),
                )


def _doubtful(reading: Reading) -> Iterator[Document]:
    return (document for document in documents(reading) if document.is_doubtful)


def _differs(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and OTHER_PROGRAMS_DIFFER.match(node.value) is not None


def _is_text(document: Document, reading: Reading, keys: Keys) -> bool:
    if document is not reading.editions.document:
        return bool(keys) and keys[0] != DIGESTS_KEY  # a translation file holds nothing but texts
    return marker(annotation_at(Edition, keys)) is not None


def _is_string(document: Document, reading: Reading, keys: Keys) -> bool:
    return _is_text(document, reading, keys) or model_at(Edition, keys) is str

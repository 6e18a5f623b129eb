"""A PDF written once, with other things in the same places."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest

from kit.paper.slots import Slots

NAMES = [b"(Ada) Tj", b"(A far longer name, longer than any mark could be, so that its room is what it needs) Tj", b""]


@pytest.fixture
def slots() -> Slots:
    with pikepdf.new() as document:
        document.add_blank_page()
        streams = [document.make_stream(b"") for _ in range(2)]
        document.pages[0].Contents = pikepdf.Array([document.make_stream(b"q Q"), *streams])
        return Slots.of(document, streams, [max(map(len, NAMES)), 3])


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_holds_what_was_put_in_and_is_a_sound_pdf(slots: Slots, name: bytes) -> None:
    copy = slots.filled([name, b"q Q"])
    assert len(copy) == len(slots.pdf)
    with pikepdf.open(io.BytesIO(copy)) as document:
        assert document.check_pdf_syntax() == []
        first, second, third = (stream.read_bytes().rstrip() for stream in document.pages[0].Contents)
        assert (first, second, third) == (b"q Q", name, b"q Q")


def test_every_copy_has_an_identifier_of_its_own_and_always_the_same(slots: Slots) -> None:
    copies = [slots.filled([name, b""]) for name in NAMES]
    identifiers = [re.search(rb"/ID \[<(\w+)><(\w+)>\]", copy) for copy in copies]
    assert len({found[1] for found in identifiers if found}) == len(NAMES)
    assert all(found and found[1] == found[2] for found in identifiers)
    assert slots.filled([NAMES[0], b""]) == copies[0]


def test_what_is_longer_than_its_room_is_refused(slots: Slots) -> None:
    with pytest.raises(ValueError, match="bytes for"):
        slots.filled([b"", b"x" * 200])

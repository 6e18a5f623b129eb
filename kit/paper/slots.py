"""Places in a finished PDF that differ from copy to copy, while every other byte stays: the PDF is written once.

What stands in a place are drawing operators, which may be followed by spaces. So every place is as long as its longest
content, nothing after it ever moves, and a copy is made by putting bytes in. They are deflated without being made
smaller (level 0), since what is made smaller would differ in length.
"""

from __future__ import annotations

import hashlib
import io
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_ID = re.compile(rb"/ID \[<([0-9a-f]{32})><\1>\]")


@dataclass(frozen=True, slots=True)
class Slots:
    """A PDF, where its places begin, and how many bytes each has room for."""

    pdf: bytes
    begins: tuple[int, ...]
    rooms: tuple[int, ...]
    identity: int
    """Where the file's own identifier begins, which stands there twice."""

    @classmethod
    def of(cls, document: Any, streams: Sequence[Any], rooms: Sequence[int]) -> Slots:
        """Write the pikepdf `document`; each of its `streams` is a place with room for so many bytes."""
        import pikepdf

        marks = [hashlib.sha256(b"kit place %d" % number).hexdigest().encode() for number in range(len(streams))]
        enough = tuple(max(room, len(mark)) for room, mark in zip(rooms, marks, strict=True))
        for stream, mark, room in zip(streams, marks, enough, strict=True):
            stream.write(_stored(mark, room), filter=pikepdf.Name.FlateDecode)
        out = io.BytesIO()
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        pdf = out.getvalue()
        identity = _ID.search(pdf)
        assert identity is not None, "pikepdf gives every file an identifier"
        begins = tuple(pdf.index(_stored(mark, room)) for mark, room in zip(marks, enough, strict=True))
        return cls(pdf=pdf, begins=begins, rooms=enough, identity=identity.start(1))

    def filled(self, contents: Sequence[bytes]) -> bytes:
        """A copy with these `contents` in its places. It has an identifier of its own: a digest of what it holds.

        Errors: ValueError where one is longer than its room.
        """
        copy = bytearray(self.pdf)
        for begin, room, content in zip(self.begins, self.rooms, contents, strict=True):
            if len(content) > room:
                raise ValueError(f"{len(content)} bytes for {room}")
            stored = _stored(content, room)
            copy[begin : begin + len(stored)] = stored
        digest = hashlib.md5(copy, usedforsecurity=False).hexdigest().encode()
        for begin in (self.identity, self.identity + len(digest) + len("><")):
            copy[begin : begin + len(digest)] = digest
        return bytes(copy)


def _stored(content: bytes, room: int) -> bytes:
    return zlib.compress(content.ljust(room), level=0)

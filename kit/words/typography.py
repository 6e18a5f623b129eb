"""How our own texts are set: what a keyboard has no key for is put in when a text is shown or printed."""

from __future__ import annotations

import re

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])|(?<=s)'(?=\s)")


def apostrophes(text: str) -> str:
    """`text` with the apostrophe of print (’) between letters and after a plural; never for an article's words."""
    return _APOSTROPHE.sub("\N{RIGHT SINGLE QUOTATION MARK}", text) if "'" in text else text

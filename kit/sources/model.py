"""What an article is, what the class is told about it, and where a passage of it stands."""

# Without postponed annotations: whoever builds a model needs its types, and text would have to be compiled first.
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from kit.files.model import Model
from kit.files.translated import Text

LINE_BREAK = re.compile(r"[ \t]*[\r\n]+[ \t]*")
UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")

Kind = Literal[
    "news",
    "news-and-statement",
    "ai-written",
    "opinion",
    "statement",
    "report",
    "interview",
    "speech",
    "letter",
    "post",
    "law",
    "literature",
    "other",
]
"""The kind of text; "ai-written" only where the text itself declares it."""

Grade = Literal["certain", "strong", "medium", "weak"]
"""How much a sign proves: certain is what the text says of itself or what can be checked letter by letter."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class DateInside(Model):
    """A date the article holds, and the words that give it."""

    __pydantic_config__ = {"extra": "forbid"}

    words: str
    """The article's own words; proved like a quotation."""
    day: str = ""
    """ISO 8601 ("2024-03-23", "2024-03"), where the words give one without guessing."""
    means: Text = ""
    """What happened then."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Note(Model):
    """For the teacher: what can be seen in the article, and how much it proves."""

    __pydantic_config__ = {"extra": "forbid"}

    says: Text
    grade: Grade
    words: tuple[str, ...] = ()
    """The article's own words that show it; proved like quotations."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Source(Model):
    """An article of the catalogue in one language: its file, and the source head pupils read above its lines."""

    __pydantic_config__ = {"extra": "forbid"}

    id: str = ""
    """Its key in the catalogue; files do not repeat it."""
    language: str
    """The language the article is written in."""
    kind: Kind
    title: Text
    """The article's own title; where it has none, what we call it (`title_is_ours`)."""
    title_is_ours: bool = False
    author: Text = ""
    """Who wrote it, as far as the text says."""
    date: Text = ""
    """When, as far as the text says."""
    upstream: Text = ""
    """Where it says it has its facts from."""
    unknown: Text = ""
    """What cannot be known from it."""
    dates: Mapping[str, DateInside] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    """Private: for the teacher guide, never for the wall."""
    file: str = ""
    """The name of the file in the catalogue's folder."""
    original_file: str = ""
    """The name the file came with."""
    sha256: str = ""
    """Of the file's bytes."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its text, decoded from UTF-8 and otherwise untouched."""

    source: Source
    text: str
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Span(Model):
    """A passage of an article: `start` and `end` (exclusive) are offsets into the decoded file."""

    start: int
    end: int
    line: int
    """Of its first character, counted from 1, as editors do."""
    column: int
    """Counted from 1, in characters."""
    text: str
    """The article's own slice."""

    @property
    def shown(self) -> str:
        """The slice as one line: a line break in the file is a space, soft hyphens and the like are not shown."""
        return LINE_BREAK.sub(" ", UNSEEN.sub("", self.text))

"""What a lesson is.

`Edition` describes `lesson.yaml` in one language, field by field, as a teacher types it. `Lesson` is what reading makes
of the folder: every language's edition, the proved and numbered lines, and the protocols and sources it uses.
Everything is immutable, and every output of Kit is made from it, never from the YAML.
"""

# Without postponed annotations: whoever builds a model needs its types, and text would have to be compiled first.
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from kit.files.model import Model
from kit.files.translated import Text, Translated
from kit.protocols.model import Minutes, Protocol
from kit.sources.model import Source

Status = Literal["stated", "reported", "alleged", "denied", "inference", "unsourced", "asked"]
"""How a passage stands: said by its speaker, reported, alleged, denied, the writer's own, unsourced, a question."""

Maturity = Literal["draft", "reviewed", "classroom-tested"]
Position = Literal["warm-up", "opening", "core", "closing", "exit"]
QuestionKind = Literal["text-dependent", "discussion", "deliberation", "meta"]
Mode = Literal["think", "pair", "group", "whole-class", "write"]
Theme = Literal[
    "centralised-decentralised",
    "governance",
    "leadership-transitions",
    "motives",
    "business-model",
    "outlook",
    "credit",
    "media-literacy",
    "language",
]
Subject = Literal["civics", "media-literacy", "philosophy", "economics", "languages", "computing", "history", "ethics"]
Level = Literal["A2", "B1", "B2", "C1"]
"""CEFR level of the talking and writing asked for; nothing is claimed about the articles."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Range(Model):
    """From `least` to `most`, both included."""

    __pydantic_config__ = {"extra": "forbid"}

    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class AtAGlance(Model):
    """What a colleague wants to know before opening the lesson."""

    __pydantic_config__ = {"extra": "forbid"}

    minutes: int = 50
    """The length the lesson was written for."""
    ages: Range | None = None
    level: Level | None = None
    school_level: Text = ""
    """The national names of the level, for example “2de–Tle, L1”."""
    subjects: tuple[Subject, ...] = ()
    class_size: Range | None = None
    room: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Objective(Model):
    """Something pupils can do at the end, and what shows it."""

    __pydantic_config__ = {"extra": "forbid"}

    pupils_can: Text
    evidence: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Excerpt(Model):
    """A passage of a source: one row is one sense line; ``[…]`` on a row of its own is a gap."""

    __pydantic_config__ = {"extra": "forbid"}

    source: str
    """The id of an article in the catalogue, or of one of the lesson's own `sources`."""
    original: str
    """The passage word for word; each row is a sense line and gets a number."""
    language: str = ""
    """Where it differs from the source's: the language the passage is in."""
    speaker: str = ""
    """Who says it, where somebody is quoted."""
    status: Status = "reported"
    about: Text = ""
    """Who speaks where and when, in a sentence for the pupils."""
    translation: Annotated[str, Translated(of="original")] = ""
    """The same rows in this file's language; ours, and labelled so wherever it is shown."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class LooseSource(Model):
    """A text without a file (a book, a poster): its quotations are shown as not proved."""

    __pydantic_config__ = {"extra": "forbid"}

    title: str
    author: str = ""
    date: str = ""
    language: str = ""
    kind: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Claim(Model):
    """A statement the sources make, with who makes it and what speaks against it."""

    __pydantic_config__ = {"extra": "forbid"}

    says: Text
    status: Status
    by: Text = ""
    lines: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    """Lines that contradict, deny or limit the claim."""
    counter: Text = ""
    """The counter-claim; where the articles have none it is ours, and says so."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class AdaptedFrom(Model):
    """The article's own words that a question was made from; proved like a quotation."""

    __pydantic_config__ = {"extra": "forbid"}

    source: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Question(Model):
    """A question the class works on."""

    __pydantic_config__ = {"extra": "forbid"}

    asks: Text
    position: Position = "core"
    kind: QuestionKind = "discussion"
    mode: Mode = "whole-class"
    minutes: int | None = None
    """Minutes the worksheet prints beside it."""
    adapted_from: tuple[AdaptedFrom, ...] = ()
    needs: tuple[str, ...] = ()
    """Lines it cannot be answered without: `excerpt`, `excerpt 2` or `excerpt 2-3` (rows of the excerpt, from 1)."""
    answer_lines: int = 3
    """Ruled lines on the worksheet."""
    look_for: Mapping[str, Text] = field(default_factory=dict)
    """Private: what good answers may contain."""
    follow_ups: Mapping[str, Text] = field(default_factory=dict)
    """Private: what to ask next."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Term(Model):
    """A word pupils need, explained plainly."""

    __pydantic_config__ = {"extra": "forbid"}

    term: Text
    means: Text
    lines: tuple[str, ...] = ()
    """Where it is used."""
    false_friend: Text = ""
    """A look-alike in another language that means something else."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Starter(Model):
    """The beginning of a sentence, for one move in a discussion."""

    __pydantic_config__ = {"extra": "forbid"}

    text: Text
    level: Level = "B1"
    """From which level on it helps."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Differentiation(Model):
    """The same lesson for everybody in the room."""

    __pydantic_config__ = {"extra": "forbid"}

    support: Text = ""
    core: Text = ""
    stretch: Text = ""
    language_support: Text = ""
    access: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Strand(Model):
    """One strand of the rubric in four levels; it rates the discussing, never the opinion."""

    __pydantic_config__ = {"extra": "forbid"}

    name: Text
    beginning: Text
    developing: Text
    secure: Text
    strong: Text


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Role(Model):
    """A task one pupil takes in the group, as printed on a card."""

    __pydantic_config__ = {"extra": "forbid"}

    name: Text
    does: Text


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Standard(Model):
    """A curriculum reference: framework, its version, code and a short label."""

    __pydantic_config__ = {"extra": "forbid"}

    framework: str
    version: str
    code: str = ""
    label: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Update(Model):
    """What happened after the articles were written: dated, from outside them, and sealed until the teacher asks."""

    __pydantic_config__ = {"extra": "forbid"}

    happened: str
    """The day or month, as 2025-11-04 or 2024-06."""
    says: Text
    source: str
    """Where it can be looked up."""
    checked: str
    """The month in which somebody last looked it up, as 2026-11."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class LessonStep(Model):
    """A protocol as this lesson runs it."""

    __pydantic_config__ = {"extra": "forbid"}

    id: str
    protocol: str
    around: str = ""
    """A wrapper protocol (a vote before and after)."""
    question: str = ""
    statement: Text = ""
    sides: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Lines for each side of the statement: `for` and `against`."""
    positions: Mapping[str, Text] = field(default_factory=dict)
    """The places pupils choose between (four corners); the usual four degrees of agreement where absent."""
    lines: tuple[str, ...] = ()
    """Lines the wall shows; those of the question or of the sides where absent."""
    minutes: Mapping[str, Minutes] = field(default_factory=dict)
    """Minutes of single protocol steps, where this lesson needs others."""
    if_silent: Text = ""
    """Private: what to do when nobody speaks."""
    if_heated: Text = ""
    """Private: what to do when it gets heated."""
    if_short: Text = ""
    """Private: what to leave out when time is short."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ShortCut(Model):
    """What this lesson drops when there is less time than it was written for."""

    __pydantic_config__ = {"extra": "forbid"}

    skip: tuple[str, ...] = ()
    """Lesson steps (`warm-up`) or single protocol steps (`deliberate.reverse`), the first to go first."""
    lines: tuple[str, ...] = ()
    """The lines that are read all the same."""
    advice: Text = ""
    """Private: what else to do in a short period."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Edition(Model):
    """A lesson in one language: the fields of `lesson.yaml`."""

    __pydantic_config__ = {"extra": "forbid"}

    title: Text
    language: str
    excerpts: Mapping[str, Excerpt]
    questions: Mapping[str, Question]
    steps: tuple[LessonStep, ...]
    subtitle: Text = ""
    version: str = "1"
    status: Maturity = "draft"
    themes: tuple[Theme, ...] = ()
    at_a_glance: AtAGlance = field(default_factory=AtAGlance)
    essential_question: Text = ""
    guiding_questions: Mapping[str, Text] = field(default_factory=dict)
    overview: Text = ""
    objectives: Mapping[str, Objective] = field(default_factory=dict)
    hook: Text = ""
    background: Text = ""
    """What the seeds themselves support, for the teacher."""
    balance_note: Text = ""
    """What the class is told about the texts' leaning."""
    sources: Mapping[str, LooseSource] = field(default_factory=dict)
    """Texts that lie in no file of Kit's."""
    claims: Mapping[str, Claim] = field(default_factory=dict)
    counter_arguments: Mapping[str, Text] = field(default_factory=dict)
    """Arguments the articles lack: ours, labelled, never dressed as quotations."""
    norms: Mapping[str, Text] = field(default_factory=dict)
    vocabulary: Mapping[str, Term] = field(default_factory=dict)
    starters: Mapping[str, Starter] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    short_cut: ShortCut = field(default_factory=ShortCut)
    exit_ticket: Mapping[str, Text] = field(default_factory=dict)
    differentiation: Differentiation = field(default_factory=Differentiation)
    rubric: Mapping[str, Strand] = field(default_factory=dict)
    answer_key: Mapping[str, Text] = field(default_factory=dict)
    extension: Text = ""
    standards: Mapping[str, Standard] = field(default_factory=dict)
    safety_note: Text = ""
    sources_note: Text = ""
    preparation: Mapping[str, Text] = field(default_factory=dict)
    """What to do before the class comes in."""
    credits: Text = ""
    updates: Mapping[str, Update] = field(default_factory=dict)
    """What has happened since; printed only when asked for by name, never on the wall."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Line(Model):
    """A numbered sense line: the source's own slice, and where it stands there."""

    number: int
    """Runs through the lesson from 1; the same on the wall, on paper and in every language."""
    excerpt: str
    row: int
    """Which row of the excerpt it is, counted from 1 without the gaps."""
    text: str
    start: int
    end: int
    """Offsets into the decoded source, end exclusive."""
    source_line: int
    gap_before: bool = False
    """Whether something was left out between this line and the one before."""
    proved: bool = True
    """Whether it was found word for word in a file; false for texts that have none."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Lesson(Model):
    """A lesson folder, read and proved, in all its languages."""

    id: str
    language: str
    """The first language, in which `lesson.yaml` is written."""
    editions: Mapping[str, Edition]
    lines: tuple[Line, ...]
    protocols: Mapping[str, Mapping[str, Protocol]]
    """By id, then by language: the protocols its steps use."""
    sources: Mapping[str, Mapping[str, Source]]
    """By id, then by language: the source heads of its excerpts."""

    def edition(self, language: str) -> Edition:
        """The lesson in `language`, or in its first language where it has not been translated."""
        return self.editions.get(language) or self.editions[self.language]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it can be taught in, the first one first."""
        return (self.language, *(code for code in self.editions if code != self.language))

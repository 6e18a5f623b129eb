"""What a discussion protocol is: timed steps that say who talks, how loudly, and what the wall shows.

The dataclasses describe `protocol.yaml` in one language; `kit.protocols` reads all its languages.
"""

# Without postponed annotations: whoever builds a model needs its types, and text would have to be compiled first.
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kit.files.model import Model
from kit.files.translated import Text

Grouping = Literal["alone", "pairs", "threes", "fours", "groups", "two-sides", "whole-class"]
"""Who works together."""

Voice = Literal["silent", "whisper", "table", "room"]
"""How loudly, from nobody speaks to one person speaks to the whole room."""

Block = Literal["norms", "question", "statement", "positions", "lines", "starters", "columns", "roles", "vote", "exit"]
"""What the wall can show in a step; a step names one to three of them, in the order of the screen."""

Record = Literal["nothing", "count", "paired-count", "bins", "turns", "notes", "consensus", "exit-tally"]
"""What the class leaves behind in a step."""

Print = Literal["worksheet", "organiser", "signs", "ballots", "cards", "exit-tickets"]
"""What must be on the tables for a step."""

When = Literal["before", "inside", "after"]
"""Where a wrapper's step stands: before, or after, the protocol it is put around."""

Suits = Literal["quiet-class", "talkative-class", "no-space", "language-class", "hot-topic", "no-printer"]
"""What a busy teacher may have before her: a protocol names the situations it is good in."""

RefereeRule = Literal[
    "three-others-first",
    "alternate-sides",
    "once-before-twice",
    "all-before-third",
    "new-voices-first",
    "sum-up-first",
    "build-on",
    "teacher-silent",
]
"""A rule Kit can watch while somebody enters who speaks; what each asks for stands in `kit.session.referee`."""

Requirement = Literal["question", "statement", "sides", "positions"]
"""What a lesson must give a protocol so that it can run."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Minutes(Model):
    """How long a step takes: at `least`, as a rule (`plan`), at `most`."""

    __pydantic_config__ = {"extra": "forbid"}

    least: int
    plan: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ProtocolStep(Model):
    """One step of a protocol."""

    __pydantic_config__ = {"extra": "forbid"}

    title: Text
    """Two or three words for the step list."""
    instruction: Text
    """What the wall tells the pupils to do; addressed to them, short enough to be read aloud in one breath."""
    minutes: Minutes
    grouping: Grouping
    voice: Voice
    shows: tuple[Block, ...]
    side: str = ""
    """The side that has the floor, where the step belongs to one."""
    cue: Text = ""
    """Private: what the teacher does and watches for."""
    rule: Text = ""
    """A rule the class can see and call on."""
    referee: tuple[RefereeRule, ...] = ()
    """What of it, or of the instruction, Kit can watch. It signals and never blocks."""
    longest_turn: int = 0
    """Seconds one turn should take at most, 0 for any."""
    records: Record = "nothing"
    prints: tuple[Print, ...] = ()
    skippable: bool = False
    """Whether the step may be dropped when time is short."""
    protected: bool = False
    """Whether the step keeps its planned minutes until everything else is at its least."""
    when: When = "inside"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class GroupSize(Model):
    """How many pupils one run of the protocol takes."""

    __pydantic_config__ = {"extra": "forbid"}

    least: int
    best: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Protocol(Model):
    """A named way of discussing, in one language."""

    __pydantic_config__ = {"extra": "forbid"}

    title: Text
    language: str
    purpose: Text
    """What it is good for, in one sentence."""
    origin: Text
    """Where it comes from and whom to credit."""
    steps: Mapping[str, ProtocolStep]
    group_size: GroupSize
    requires: tuple[Requirement, ...] = ()
    wrapper: bool = False
    """Whether it is put around another protocol (steps before and after it)."""
    suits: tuple[Suits, ...] = ()
    room: Text = ""
    materials: Text = ""
    non_speaking_role: Text = ""
    """What somebody does who does not want to, or cannot, speak today."""
    seated_variant: Text = ""
    """How it works where nobody can move."""
    language_class_variant: Text = ""
    """How it works in a class that is learning the language."""
    credits: Mapping[str, str] = field(default_factory=dict)
    """Addresses or titles of the originators' own descriptions, by name."""

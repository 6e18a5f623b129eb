"""The lessons the wall is tested with: the bundled one, and one whose every word wants to be a command."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from kit.lesson.home import Home
from kit.lesson.library import Library
from kit.lesson.model import Edition, Excerpt, Lesson, LessonStep, Line, LooseSource, Question, Role, Starter
from kit.protocols.model import Block, GroupSize, Minutes, Protocol, ProtocolStep

COMMANDS = (
    "[/]",
    "[/foo]",
    "[bold]loud[/bold]",
    "[@click=app.quit]x[/]",
    "[link=https://example.org]y[/link]",
    "\\[ok]",
    "$primary",
    "{curly}",
    "%s",
    "\x1b[2J\x1b]0;PWNED\x07",
    "\u009b31m",
    "\u202egnol\u202c",
)
"""Markup of Rich and Textual, templates, terminal commands, bidi controls."""


@lru_cache(maxsize=1)
def many_hands() -> Lesson:
    """The bundled lesson, read from its files."""
    library = Library(Home(Path("nowhere")))
    folder = library.find("many-hands")
    assert folder is not None
    lesson, problems = library.open(folder)
    assert lesson is not None, problems
    return lesson


@lru_cache(maxsize=1)
def hostile() -> Lesson:
    """A lesson made by hand, for reading would refuse half of it: every text holds every command."""
    bad = " ".join(COMMANDS) + " " + "long" * 60
    edition = Edition(
        title=bad,
        language="en",
        excerpts={"e": Excerpt(source="s", original=bad, speaker=bad, about=bad, translation=bad, language="fr")},
        questions={"q": Question(asks=bad, look_for={"a": bad}, follow_ups={"b": bad})},
        steps=(LessonStep(id="step", protocol="p", question="q", statement=bad, positions={"a": bad, "b": bad}),),
        sources={"s": LooseSource(title=bad, author=bad, date=bad, kind=bad)},
        norms={"a": bad},
        starters={"a": Starter(text=bad)},
        roles={"a": Role(name=bad, does=bad)},
        exit_ticket={"a": bad},
    )
    line = Line(number=1, excerpt="e", row=1, text=bad, start=0, end=1, source_line=1, proved=False)
    blocks: tuple[tuple[Block, ...], ...] = (
        ("question", "lines"),
        ("statement", "positions"),
        ("norms", "starters", "roles"),
        ("vote", "columns", "exit"),
    )
    steps: Mapping[str, ProtocolStep] = {
        f"part{number}": ProtocolStep(
            title=bad,
            instruction=bad,
            cue=bad,
            rule=bad,
            minutes=Minutes(least=1, plan=2, most=3),
            grouping="pairs",
            voice="table",
            shows=shows,
            side=bad if number == 1 else "",
        )
        for number, shows in enumerate(blocks)
    }
    protocol = Protocol(
        title=bad,
        language="en",
        purpose=bad,
        origin=bad,
        steps=steps,
        group_size=GroupSize(least=1, best=2, most=3),
    )
    return Lesson(
        id="hostile",
        language="en",
        editions={"en": edition},
        lines=(line,),
        protocols={"p": {"en": protocol}},
        sources={},
    )

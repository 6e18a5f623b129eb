"""`kit new`: a small lesson that works as it is, with comments that say what to write instead."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from pathlib import Path

from kit.files import bundled
from kit.files.writing import write_whole
from kit.lesson.home import Home
from kit.lesson.library import FILE
from kit.words import N_, Words
from kit.words.plain import printable

SCHEMA = "lesson.schema.json"


class NotANameError(ValueError):
    """Nothing of the name can be the name of a folder."""


def new(home: Home, name: str, content: Words, comments: Words) -> Path:
    """Write a lesson called `name` into the teacher's own folder and return its file.

    Its texts are in the language of `content`, the comments in that of `comments`. Errors: FileExistsError where
    she has such a lesson already, NotANameError, OSError where the folder cannot be written to.
    """
    folder, text = home.lessons / folder_name(name), text_of(name, content, comments)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir()  # refuses where something of that name lies there, also when two programs try at once
    path = folder / FILE
    write_whole(path, text)
    schema = bundled.folder("lessons") / SCHEMA
    if schema.is_file():  # Kit's own file, brought up to date: nobody writes in it
        write_whole(folder.parent / SCHEMA, schema.read_bytes())
    return path


def folder_name(name: str) -> str:
    """`Où va l'IA ?` as `ou-va-l-ia`: letters and digits every file system and every reference can hold."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    result = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].rstrip("-")
    if not result:
        raise NotANameError(name)
    return result


def text_of(name: str, content: Words, comments: Words) -> str:
    """The whole of the new lesson.yaml."""
    title = name.strip() if name != folder_name(name) else name.replace("-", " ").capitalize()
    said = {
        "title": _quoted(title),
        "language": content.language,
        "source": _quoted(content(N_("The name of your text"))),
        "row1": content(N_("Copy a passage of your text here.")),
        "row2": content(N_("One row is one line the class can point to.")),
        "about": content(N_("Who says this, where and when.")),
        "asks": content(N_("What does the text want us to believe, and which line shows it?")),
        "exit": content(N_("Which line will you remember, and why?")),
    }
    folder = folder_name(name)
    notes = {
        f"note_{key}": _comment(comments(text, name=folder), 2 if key in INDENTED else 0) for key, text in NOTES.items()
    }
    return LAYOUT.format(**said, **notes)


NOTES = {
    "head": N_(
        "A lesson of yours. It works as it is: “kit present {name}” shows it. Replace the texts by your own, one after "
        "the other, and let “kit check {name}” look at it from time to time."
    ),
    "glance": N_("How long the lesson takes. “kit check” says when the steps need more, or fill less."),
    "sources": N_(
        "Where the text comes from. A text that lies in no file is shown as “not proved”. An article in your folder "
        "“seeds” is proved word for word instead."
    ),
    "excerpts": N_("What the class reads. Each row below “original” gets a number; […] on a row of its own is a gap."),
    "status": N_("How the claim stands: stated, reported, alleged, denied, inference or unsourced."),
    "questions": N_("What the class talks about. “needs” names the lines: text, text 2 or text 1-2."),
    "look_for": N_("For you alone: what good answers may contain. Add “look_for:” with a name and a text for each."),
    "steps": N_("How it is discussed. “kit list --protocols” names the protocols."),
    "exit": N_("One to three questions for the last minutes."),
}
INDENTED = ("status", "look_for")

LAYOUT = """\
# yaml-language-server: $schema=../lesson.schema.json
{note_head}
title: {title}
language: {language}

{note_glance}
at_a_glance:
  minutes: 20

{note_sources}
sources:
  own-text:
    title: {source}
    language: {language}

{note_excerpts}
excerpts:
  text:
    source: own-text
{note_status}
    status: stated
    about: |
      {about}
    original: |
      {row1}
      {row2}

{note_questions}
questions:
  main:
    asks: |
      {asks}
    needs: [text]
{note_look_for}

{note_steps}
steps:
  - id: talk
    protocol: think-pair-share
    question: main

{note_exit}
exit_ticket:
  remember: |
    {exit}
"""


def _quoted(text: str) -> str:
    return '"' + printable(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _comment(text: str, depth: int) -> str:
    return "\n".join(f"{'  ' * depth}# {line}" for line in textwrap.wrap(text, 96, break_on_hyphens=False))

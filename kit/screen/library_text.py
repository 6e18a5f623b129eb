"""What the library says: rows of lessons, filters, details, and what to do where there is nothing to show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

from kit.lesson.emphasis import plain
from kit.lesson.library import Entry
from kit.screen.actions import ACTIONS, key_names
from kit.screen.layout.rows import EMPTY, ours
from kit.screen.shelf import Shelf, short_path, shown
from kit.screen.widgets.columns import NEVER, Column, Row
from kit.screen.widgets.prose import Prose
from kit.words import LANGUAGE_NAMES, Words, terms

if TYPE_CHECKING:
    from kit.files.problems import Problem
    from kit.lesson.model import Lesson

TO_MEND = "!"
"""The mark of a lesson that cannot be used as it is."""

WARM_UPS = ("think-pair-share", "exit-ticket")
"""Protocols that open or close many lessons; a list names the one the lesson is about."""


def columns(
    entries: Sequence[Entry], protocols: Mapping[str, Mapping[str, str]], language: str, tr: Words
) -> tuple[Column, ...]:
    """The columns of the list, as wide as their words are in this language and these lessons need."""
    heads = [tr("Lesson"), tr("Min"), tr("Level"), tr("Protocol"), tr("Languages"), ""]
    signs = max(cell_len(tr("yours")), cell_len(tr("to mend")))
    titles = [cell_len(plain(shown(entry.title(language)))) for entry in entries]
    named = [cell_len(main_protocol(entry, protocols, language)) for entry in entries]
    return (
        Column(heads[0], most=min(60, max([20, *titles])), share=3),
        Column(heads[1], width=max(3, cell_len(heads[1])), align="right"),
        Column(heads[2], width=max(2, cell_len(heads[2])), from_width=50),
        Column(heads[3], most=min(40, max([cell_len(heads[3]), *named])), share=2, from_width=88),
        Column(heads[4], width=max(11, cell_len(heads[4])), from_width=72),
        Column(heads[5], width=signs, from_width=64 if any(entry.own for entry in entries) else NEVER),
    )


def column_heads(columns: Sequence[Column]) -> Row:
    """The words above the list."""
    return Row(columns, [Content(column.head) for column in columns])


def row(
    entry: Entry,
    columns: Sequence[Column],
    protocols: Mapping[str, Mapping[str, str]],
    language: str,
    tr: Words,
    *,
    broken: bool,
) -> Row:
    """One lesson of the list."""
    whose = Content.styled(tr("to mend"), "bold") if broken else Content(tr("yours") if entry.own else "")
    cells = [
        Content(plain(shown(entry.title(language)))),
        Content(str(entry.minutes) if entry.readable else ""),
        Content(shown(entry.level)),
        Content(main_protocol(entry, protocols, language)),
        Content(" ".join(shown(code) for code in entry.languages)),
        whose,
    ]
    return Row(columns, cells, mark=TO_MEND if broken else "")


def main_protocol(entry: Entry, protocols: Mapping[str, Mapping[str, str]], language: str) -> str:
    """What the protocol a lesson is about is called in `language`; "" where it is unknown."""
    named = protocol_titles(entry, protocols, language)
    main = [title for name, title in named.items() if name not in WARM_UPS] or list(named.values())
    return main[0] if main else ""


def protocol_titles(entry: Entry, protocols: Mapping[str, Mapping[str, str]], language: str) -> dict[str, str]:
    """What the protocols of a lesson are called in `language`, in the lesson's order; unknown ones are left out."""
    known = {name: protocols[name] for name in entry.protocols if protocols.get(name)}
    return {name: titles.get(language) or next(iter(titles.values())) for name, titles in known.items()}


def head(shelf: Shelf, found: int, tr: Words) -> Row:
    """The name of the screen, and how many lessons there are and are shown."""
    total = len(shelf.entries)
    if shelf.filters:
        count = tr("Shown: {found} of {total}", found=found, total=total)
    else:
        count = tr.plural("{count} lesson", "{count} lessons", total)
    return Row(
        (Column(""), Column("", width=cell_len(count), align="right")),
        [Content.styled(tr("Kit · Lessons"), "bold $primary"), Content(count)],
        margin=0,
    )


def chips(shelf: Shelf, language: str, tr: Words) -> list[Content]:
    """What is looked for, each filter with its key; every one can be clicked."""
    filters = shelf.filters
    theme = tr(terms.THEME[filters.theme]) if filters.theme in terms.THEME else shown(filters.theme)
    length = tr("up to {minutes} min", minutes=filters.minutes) if filters.minutes else ""
    spoken = LANGUAGE_NAMES.get(filters.language, shown(filters.language))
    parts = [
        chip("library.search", tr),
        chip("library.theme", tr, theme),
        chip("library.spoken", tr, spoken),
        chip("library.minutes", tr, length),
        chip("library.lesson_language", tr, LANGUAGE_NAMES[language], label=tr("Shown in"), filters=False),
    ]
    return [*parts, chip("library.clear", tr)] if filters else parts


def chip(action_id: str, tr: Words, value: str = "", *, label: str = "", filters: bool = True) -> Content:
    """The key of an action and what it changes, to be clicked; a value that `filters` is underlined."""
    action = next(action for action in ACTIONS if action.id == action_id)
    label = label or tr(action.label)
    text = tr("{name}: {value}", name=label, value=value) if value else label
    key = key_names(action, tr, 1)[0]
    words = Content.styled(text, "bold underline" if value and filters else "")
    return Content.assemble((f"{key} ", "bold $primary"), words).stylize(
        Style.from_meta({"@click": f"screen.{action.name}"})
    )


def nothing(shelf: Shelf, own: Path, tr: Words) -> Prose:
    """What to do where the list is empty."""
    if shelf.entries:
        what, then = tr("No lesson is like that."), tr("Take a word away, or press Esc to see all lessons again.")
    else:
        what = tr("There are no lessons here.")
        then = tr(
            "“kit new” writes a small one to begin with, into {folder}. Then press r to read the folder again.",
            folder=shown(short_path(own)),
        )
    return Prose([Content.styled(what, "bold"), EMPTY, Content(then)])


def folder(own: Path, tr: Words) -> Content:
    """Where her own lessons lie, or would."""
    path = shown(short_path(own))
    if own.is_dir():
        return Content(tr("Your own lessons: {folder}", folder=path))
    return Content(tr("Your own lessons go into {folder}; “kit new” writes one.", folder=path))


def details(
    entry: Entry,
    lesson: Lesson | None,
    problems: Sequence[Problem],
    protocols: Mapping[str, Mapping[str, str]],
    language: str,
    tr: Words,
) -> Prose:
    """What a colleague wants to know before opening the lesson; of one with errors, what is wrong."""
    if problems or not entry.readable:
        return _wrong(problems, tr)
    question = shown(entry.essential_questions.get(language) or entry.essential_questions.get(entry.language, ""))
    overview = shown(entry.overviews.get(language) or entry.overviews.get(entry.language, ""))
    about = [ours(shown(entry.title(language)), "bold"), *([ours(question, "bold $primary")] if question else [])]
    facts = _facts(entry, lesson, protocols, language, tr)
    return Prose([*about, EMPTY, *facts, *([EMPTY, ours(overview)] if overview else [])])


def prints(lesson: Lesson, tr: Words) -> list[str]:
    """What has to be on the tables, in the order of the lesson; the worksheet always."""
    used = [part for editions in lesson.protocols.values() for part in next(iter(editions.values())).steps.values()]
    kinds = dict.fromkeys(["worksheet", *(kind for part in used for kind in part.prints)])
    return [tr(terms.PRINT[kind]) for kind in kinds]


def _facts(
    entry: Entry,
    lesson: Lesson | None,
    protocols: Mapping[str, Mapping[str, str]],
    language: str,
    tr: Words,
) -> list[Content]:
    themes = [tr(terms.THEME[theme]) for theme in entry.themes if theme in terms.THEME]
    subjects = [tr(terms.SUBJECT[subject]) for subject in entry.subjects if subject in terms.SUBJECT]
    facts = [
        (tr("To print"), prints(lesson, tr) if lesson else []),
        (tr("Protocols"), list(protocol_titles(entry, protocols, language).values())),
        (tr("Themes"), themes),
        (tr("Subjects"), subjects),
    ]
    lines = [
        Content.assemble((tr("{name}: {value}", name=name, value=""), "$accent"), "\N{NO-BREAK SPACE}· ".join(values))
        for name, values in facts
        if values
    ]
    if entry.shadows:
        lines.append(Content.styled(tr("Yours, in place of the one of this name that comes with Kit."), "$warning"))
    return lines


def _wrong(problems: Sequence[Problem], tr: Words) -> Prose:
    from kit.screen.problems import sentence

    wrong = [problem for problem in problems if problem.is_error]
    first = tr.plural(
        "This lesson cannot be used yet: {count} thing is wrong. Enter shows it.",
        "This lesson cannot be used yet: {count} things are wrong. Enter shows them.",
        len(wrong),
    )
    if not wrong:
        first = tr("This lesson cannot be read as it is. Enter shows why.")
    return Prose([Content.styled(first, "bold $error"), *(sentence(problem, tr) for problem in wrong[:3])])

"""A YAML file read the way a teacher means it: every value knows its place, and nothing is guessed.

Plain YAML 1.1 betrays people who type: ``no`` becomes false, ``12:30`` becomes 750, a date becomes an object, the
second of two equal keys silently wins. Here scalars stay what was typed (only whole numbers, decimals, true, false
and null are resolved), and whatever other programs would read differently is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import yaml

from kit.files.problems import Place, Problem, Severity
from kit.words import N_, Message

Keys = tuple[str | int, ...]
"""Where a value stands inside a document: the keys and list positions that lead to it."""

SIZE_LIMIT = 512 * 1024
"""Bytes of one file; the longest bundled lesson has under a tenth of it."""

DEPTH_LIMIT = 30
"""How deep lists and mappings may be nested; a lesson needs six."""


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The fast loader where there is one; it guesses nothing, since `_resolve` decides what a scalar is."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


WHOLE_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]*)$")
DECIMAL = re.compile(r"[-+]?[0-9]+\.[0-9]+$")
OTHER_PROGRAMS_DIFFER = re.compile(
    r"""(?ix) ( y|yes|n|no|on|off                         # true and false
              | [-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?     # 12:30 = 750
              | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*          # a date
              | 0[0-9]+ | 0x[0-9a-f]+ | [0-9][0-9_]*_[0-9_]* )$"""
)


FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 without tab and line feed, delete, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # the direction of writing
    "\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"  # other lines, marks, halves and tags
)
"""Characters that could move a terminal's cursor or turn the direction of a line: never text."""


def is_forbidden(character: str) -> bool:
    """Whether `character` is one that no text may hold."""
    return FORBIDDEN.match(character) is not None


INDICATOR = re.compile(r"[&*!]")
NESTED = re.compile(r"[\[{][^\]}\n]*[\[{][^\]}\n]*[\[{]|\[[ \t\n]*\[")


def _is_suspicious(text: str) -> bool:
    """Whether there may be an anchor, an alias, a tag, a second document or absurd depth; most files have none.

    Only then are a file's events looked at one by one, which takes as long as everything else together.
    """
    if text.startswith(("---", "...")) or "\n---" in text or "\n..." in text:
        return True
    if "- - - - " in text or "\n" + " " * 40 in text or NESTED.search(text):
        return True
    before = (text[max(0, match.start() - 80) : match.start()].rstrip(" \t") for match in INDICATOR.finditer(text))
    return any(not part or part[-1] in ":-?[{,\n" for part in before)


@dataclass(slots=True)
class Document:
    """What a file says (`value`: dict, list, str, int, float, bool or None) and where it says it."""

    path: Path
    lines: list[str]
    value: Any = None
    is_doubtful: bool = False
    """Whether a value or key without quotes may mean something else to other programs, or lose text to a comment."""
    _nodes: dict[Keys, yaml.Node] | None = None
    _keys: dict[Keys, yaml.Node] | None = None

    @property
    def nodes(self) -> dict[Keys, yaml.Node]:
        """Every value as YAML reads it."""
        return self._places()[0]

    @property
    def keys(self) -> dict[Keys, yaml.Node]:
        """The key of every value in a mapping."""
        return self._places()[1]

    def _places(self) -> tuple[dict[Keys, yaml.Node], dict[Keys, yaml.Node]]:
        """The places of everything; of a document that was kept (and so is sound) found once they are asked for."""
        if self._nodes is None or self._keys is None:
            self._nodes, self._keys = {}, {}
            node = yaml.compose("\n".join(self.lines), Loader)
            if node is not None:
                _convert(node, (), self, [])
        return self._nodes, self._keys

    def place(self, keys: Keys = ()) -> Place:
        """Where the value at `keys` begins; of something that is missing, where its parent begins."""
        while keys and keys not in self.nodes:
            keys = keys[:-1]
        node = self.nodes.get(keys)
        return self._place(node) if node is not None else self.place_of_line(1)

    def key_place(self, keys: Keys) -> Place:
        """Where the key of the value at `keys` stands."""
        node = self.keys.get(keys)
        return self._place(node) if node is not None else self.place(keys)

    def row_place(self, keys: Keys, row: int) -> Place:
        """Where row `row` (from 0) of the text at `keys` stands; exact in literal blocks, else where it begins."""
        node = self.nodes.get(keys)
        if not isinstance(node, yaml.ScalarNode) or node.style != "|":
            return self.place(keys)
        line = node.start_mark.line + 1 + row
        if line >= len(self.lines):
            return self.place(keys)
        text = self.lines[line]
        indent = len(text) - len(text.lstrip())
        return Place(self.path, line + 1, indent + 1, text, max(1, len(text.strip())))

    def place_of_line(self, line: int, column: int = 1) -> Place:
        """The place `line`, `column` (from 1) of this file."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Place(self.path, line, column, text)

    def lost_to_comment(self, keys: Keys) -> tuple[Place, str] | None:
        """The text that YAML dropped because an unquoted value was followed by a number sign, and where."""
        node = self.nodes.get(keys)
        if not isinstance(node, yaml.ScalarNode) or node.style:
            return None
        line = self.lines[node.end_mark.line] if node.end_mark.line < len(self.lines) else ""
        rest = line[node.end_mark.column :]
        if not rest.lstrip().startswith("#"):
            return None
        column = node.end_mark.column + len(rest) - len(rest.lstrip())
        return Place(self.path, node.end_mark.line + 1, column + 1, line, len(rest.strip())), rest.strip()

    def is_plain(self, keys: Keys) -> bool:
        """Whether the value at `keys` was typed without quotes and not as a block."""
        node = self.nodes.get(keys)
        return isinstance(node, yaml.ScalarNode) and not node.style

    def _place(self, node: yaml.Node) -> Place:
        mark = node.start_mark
        text = self.lines[mark.line] if mark.line < len(self.lines) else ""
        end = node.end_mark.column if node.end_mark.line == mark.line else len(text)
        width = end - mark.column
        return Place(self.path, mark.line + 1, mark.column + 1, text, max(1, width))


def read_document(path: Path) -> tuple[Document | None, list[Problem]]:
    """Read one YAML file. Without a document, the problems say why; with one, they may still name others.

    Errors: never raises for what a file contains; an unreadable file is a problem too.
    """
    text, problems = read_text(path)
    return (None, problems) if text is None else parse(path, text)


def parse(path: Path, text: str) -> tuple[Document | None, list[Problem]]:
    """Understand the `text` of the file at `path`, as `read_document` does."""
    problems: list[Problem] = []
    document = Document(path, text.split("\n"), _nodes={}, _keys={})
    forbidden = list(_forbidden_characters(document))
    problems += forbidden
    if forbidden:  # go on with the rest of the file: all errors in one run
        text = FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
    try:
        refused = list(_refused_events(document, text)) if _is_suspicious(text) else []
        if refused:
            return None, problems + refused
        node = yaml.compose(text, Loader)
    except yaml.MarkedYAMLError as error:
        from kit.files.syntax import explained  # only where something is wrong

        line, column, *sentences = explained(document.lines, error)
        return None, [*problems, _problem("syntax", document.place_of_line(line + 1, column + 1), *sentences)]
    except yaml.YAMLError as error:  # a reader error carries no mark
        return None, [
            *problems,
            _problem("syntax", document.place_of_line(1), N_("This is not YAML: {detail}."), detail=error),
        ]
    if node is not None:
        document.value = _convert(node, (), document, problems)
    return document, problems


def _problem(rule: str, place: Place, what: str, instead: str | None = None, **values: object) -> Problem:
    return Problem(rule, Severity.ERROR, place, Message(what, values), Message(instead, values) if instead else None)


def read_text(path: Path) -> tuple[str | None, list[Problem]]:
    """The text of a file with lines that end in a line feed; without a text, the problems say why."""
    place = Place(path)
    if path.exists() and not path.is_file():  # a pipe would wait for ever, a folder has no text
        return None, [_problem("not-a-file", place, N_("This is not an ordinary file."))]
    try:
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        return None, [_problem("unreadable", place, N_("The file cannot be read: {reason}."), reason=error.strerror)]
    if len(data) > SIZE_LIMIT:
        return None, [
            _problem(
                "file-too-large",
                place,
                N_("The file is larger than {limit} kB."),
                N_("A lesson is typed text; move what does not belong to it elsewhere."),
                limit=SIZE_LIMIT // 1024,
            )
        ]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        return None, [
            _problem(
                "not-utf-8",
                Place(path, line, len(before) - before.rfind("\n")),
                N_("The file is not stored as UTF-8."),
                N_("Save it once more and choose the encoding “UTF-8” in your editor's save dialogue."),
            )
        ]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def _forbidden_characters(document: Document) -> Iterator[Problem]:
    for number, line in enumerate(document.lines, 1):
        for match in () if line.isprintable() else FORBIDDEN.finditer(line):
            shown = FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", line)
            yield _control_problem(Place(document.path, number, match.start() + 1, shown), match[0])


def _control_problem(place: Place, character: str) -> Problem:
    return _problem(
        "control-character",
        place,
        N_("There is an invisible control character here ({code})."),
        N_("Delete it: it could change what the screen shows. Typing the line anew is the surest way."),
        code=f"U+{ord(character):04X}",
    )


def _refused_events(document: Document, text: str) -> Iterator[Problem]:
    """Aliases, anchors, tags, a second document and absurd depth, found before anything is built from them."""
    depth = documents = 0
    for event in yaml.parse(text, Loader):
        mark = event.start_mark
        place = document.place_of_line(mark.line + 1, mark.column + 1) if mark else document.place_of_line(1)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents == 2:
                yield _problem(
                    "second-document",
                    place,
                    N_("A line with three hyphens begins a second document here."),
                    N_("Delete the line “---”, or indent it if it belongs to a text."),
                )
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEPTH_LIMIT:
                yield _problem(
                    "too-deep", place, N_("This is nested more than {limit} levels deep."), limit=DEPTH_LIMIT
                )
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            yield _problem(
                "alias",
                place,
                N_("“&” and “*” at the beginning of a value make aliases, which lessons do not use."),
                N_("Put the value in quotes, or write it on the next line after “|”."),
            )
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            yield _problem(
                "tag",
                place,
                N_("“!” at the beginning of a value makes a tag, which lessons do not use."),
                N_("Put the value in quotes, or write it on the next line after “|”."),
            )


def _convert(node: yaml.Node, keys: Keys, document: Document, problems: list[Problem]) -> Any:
    document.nodes[keys] = node
    if isinstance(node, yaml.MappingNode):
        return _convert_mapping(node, keys, document, problems)
    if isinstance(node, yaml.SequenceNode):
        return [_convert(item, (*keys, index), document, problems) for index, item in enumerate(node.value)]
    assert isinstance(node, yaml.ScalarNode)
    document.is_doubtful = document.is_doubtful or _is_doubtful(node, document.lines)
    problems += [
        _control_problem(document.place(keys), character)
        for character in sorted(set(FORBIDDEN.findall(node.value)))  # written as an escape: "\e"
    ]
    return _resolve(node)


def _convert_mapping(node: yaml.MappingNode, keys: Keys, document: Document, problems: list[Problem]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            place = document.place_of_line(key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            problems.append(_problem("syntax", place, N_("A list or a mapping cannot be a key.")))
            continue
        key = key_node.value
        inner = (*keys, key)
        if key in result:
            first = document.keys[inner].start_mark.line + 1
            problems.append(
                _problem(
                    "duplicate-key",
                    document._place(key_node),
                    N_("“{key}” already stands in line {line}."),
                    N_("Keep one of the two, or give this one another name."),
                    key=key,
                    line=first,
                )
            )
            continue
        document.keys[inner] = key_node
        document.is_doubtful = document.is_doubtful or _is_doubtful(key_node)
        result[key] = _convert(value_node, inner, document, problems)
    return result


def _is_doubtful(node: yaml.ScalarNode, lines: Sequence[str] = ()) -> bool:
    """Whether it is worth looking closer at an unquoted value (with the `lines` of its file) or key."""
    if node.style or not node.value:
        return False
    if OTHER_PROGRAMS_DIFFER.match(node.value):
        return True
    end = node.end_mark
    return end.line < len(lines) and "#" in lines[end.line][end.column :]


def _resolve(node: yaml.ScalarNode) -> str | int | float | bool | None:
    text: str = node.value
    if node.style:  # the C reader says "" where the Python one says None
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if WHOLE_NUMBER.match(text):
        return int(text) if len(text) < 19 else text
    if DECIMAL.match(text):
        return float(text)
    return text

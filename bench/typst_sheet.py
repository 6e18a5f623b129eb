"""The worksheet as Typst source: every word, line number, table and row to write on that Kit prints, in Kit's font.

It is made from the handout itself, so the two sides of a comparison cannot drift apart. The name on it is an input, as
a Typst user would have it: ``sys.inputs.name``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kit.paper.blocks import Block, Runs, blocks
from kit.paper.fonts import FAMILY
from kit.paper.tree import parse

_SETTING = """
#set document(title: {title})
#let own = sys.inputs.at("name", default: "")
#set page(
  paper: "a4", margin: (x: 18mm, y: 20mm),
  header: text(9pt)[#{title} #h(1fr) #own],
  footer: context text(9pt)[#h(1fr) #counter(page).display("1 / 1", both: true)],
)
#set text(font: {family}, size: 11pt + 0.0001pt * int(sys.inputs.at("n", default: "0")), lang: {language})
#set table(stroke: none, inset: (x: 4pt, y: 3pt))
#show heading: set block(sticky: true)
Name #own
"""
"""With `n` another size each time, by a ten-thousandth of a point: Typst remembers what it has set before."""

_ROW = "#v(6mm) #line(length: 100%, stroke: 0.5pt)"


def source(html: str, title: str, language: str) -> str:
    """Typst source of the handout whose page is `html`."""
    setting = _SETTING.format(title=_quoted(title), family=_quoted(FAMILY), language=_quoted(language))
    return setting + "\n\n".join(_set(blocks(parse(html)), language)) + "\n"


def _set(these: Iterable[Block], language: str) -> Iterator[str]:
    for block in these:
        if block.kind == "heading":
            yield f"#heading(level: {block.level})[{_inline(block.runs, language)}]"
        elif block.kind == "item":
            yield f"{'+' if block.ordinal else '-'} {_inline(block.runs, language)}"
        elif block.kind == "rows":
            yield "\n".join([_ROW] * block.rows)
        elif block.kind == "table":
            yield _table(block, language)
        else:
            yield _inline(block.runs, language)


def _table(block: Block, language: str) -> str:
    wide = max(len(row) for row in (block.heads, *block.cells))
    lines = [f"#table(columns: (auto, {'1fr, ' * (wide - 1)}),"]
    if block.heads:
        lines.append(f"  table.header({''.join(f'[{_inline(head, language)}], ' for head in block.heads)}),")
    lines += ["  " + "".join(f"[{_inline(cell, language)}], " for cell in row) for row in block.cells]
    return "\n".join([*lines, ")"])


def _inline(runs: Runs, language: str) -> str:
    parts = []
    for run in runs:
        text = "#box(width: 30mm, stroke: (bottom: 0.5pt))" if run.blank else f"#{_quoted(run.text)}"
        if run.language and run.language != language:
            text = f"#text(lang: {_quoted(run.language)})[{text}]"
        if run.bold:
            text = f"#strong[{text}]"
        parts.append(f"#emph[{text}]" if run.italic else text)
    return "".join(parts)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'

"""The text of a saved page without its markup, each character with its place in the file; tolerant, and linear.

Nothing in a page is run, fetched or believed: scripts, styles and hidden parts are left out. What its own marks call
menu, box, comment or footer is kept, and marked as such.
"""

from __future__ import annotations

import html
import re
from array import array

from kit.draft import page_head
from kit.draft.article import TEXT_LIMIT, Extract, Line, Places, too_large
from kit.draft.page_elements import INLINE, LEFT_OUT, VOID, OpenElements
from kit.draft.proper import proper

TOKEN = re.compile(r"<!--|<!\[CDATA\[|</?[a-zA-Z][^\s/>]*|<[!?]|&(?:#x?[0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
TAG_END = re.compile(r"""(?:[^>"']|"[^"]*"|'[^']*')*>""")
BLANK = re.compile(r"[ \t\r\n\f]+")

MOST_FURNITURE = 0.75
"""Share of the text above which class names are not believed: somebody called the whole page a widget."""

LINKED = 0.9
"""Share of a line, blanks left out, inside a link above which it is nothing but that link."""


def extract(source: str) -> Extract:
    """The text of the page `source`, a block a line."""
    found = _Page(source)
    found.run()
    if found.named > MOST_FURNITURE * max(1, len(found.text)):
        found = _Page(source, believes_names=False)
        found.run()
    text = "".join(found.text)
    article = proper(source, text, found.lines)
    return Extract(
        text,
        article.lines,
        Places(found.starts, found.ends),
        _title(found, source),
        page_head.date(source) or article.date,
        page_head.language(source),
    )


class _Page:
    """One walk through the file."""

    def __init__(self, source: str, *, believes_names: bool = True) -> None:
        self.source = source
        self.text: list[str] = []
        self.starts, self.ends = array("L"), array("L")
        self.lines: list[Line] = []
        self.named = 0
        self._open = OpenElements(believes_names=believes_names)
        self._begin = 0
        self._linked = 0
        self._blank: tuple[int, int] | None = None
        self._missing: set[str] = set()

    def run(self) -> None:
        """Read everything."""
        source, at = self.source, 0
        while (token := TOKEN.search(source, at)) is not None:
            self._words(at, token.start())
            at = self._after(token)
        self._words(at, len(source))
        self._end_line()

    def _after(self, token: re.Match[str]) -> int:
        """Deal with `token`; where reading goes on."""
        mark = token[0]
        if mark.startswith("&"):
            self._entity(token)
            return token.end()
        if mark == "<!--":
            return self._find("-->", token.end())
        if mark == "<![CDATA[":
            return self._find("]]>", token.end())
        if mark.startswith(("<!", "<?")):
            return self._find(">", token.end())
        end = TAG_END.match(self.source, token.end(), token.end() + 20_000)
        after = end.end() if end is not None else self._find(">", token.end())
        tag = mark.lstrip("</").lower()
        if mark.startswith("</"):
            self._close(tag)
            return after
        if tag in LEFT_OUT:
            return self._left_out(tag, after)
        self._start(tag, self.source[token.end() : min(after, token.end() + 4_000)])
        return after

    def _left_out(self, tag: str, after: int) -> int:
        if self.source[after - 2 : after] == "/>":
            return after
        if tag == "head":  # its end tag may be left out; the body begins anyway
            ends = [at for name in ("</head", "<body") if (at := self._index(name, after)) >= 0]
            return min(ends) if ends else after
        end = self._index(f"</{tag}", after)
        return self._find(">", end) if end >= 0 else after if tag not in ("script", "style") else len(self.source)

    def _index(self, sought: str, after: int) -> int:
        """Where `sought` stands next, in small or capital letters; what was missed once is not looked for again."""
        if sought in self._missing:
            return -1
        match = re.compile(re.escape(sought), re.IGNORECASE).search(self.source, after)
        if match is None:
            self._missing.add(sought)
            return -1
        return match.start()

    def _find(self, sought: str, after: int) -> int:
        at = self._index(sought, after)
        return at + len(sought) if at >= 0 else len(self.source)

    def _start(self, tag: str, said: str) -> None:
        if tag not in INLINE:
            self._end_line()
        if tag not in VOID:
            self._open.open(tag, said)

    def _close(self, tag: str) -> None:
        if tag not in INLINE:
            self._end_line()
        self._open.close(tag)

    def _entity(self, token: re.Match[str]) -> None:
        said = html.unescape(token[0])
        if said == token[0] and len(said) > 1:
            self._words(token.start(), token.end())
            return
        if self._open.innermost.hidden:
            return
        if not said.isspace() or said == "\u00a0":
            self._put_blank()
            for character in said:
                self._put(character, token.start(), token.end())
        else:
            self._blank = (token.start(), token.end())

    def _words(self, start: int, end: int) -> None:
        """The words between two marks; white space is one blank, as a browser shows it."""
        if start >= end or self._open.innermost.hidden:
            return
        at = start
        for blank in BLANK.finditer(self.source, start, end):
            self._run(at, blank.start())
            if self._blank is None:
                self._blank = (blank.start(), blank.end())
            at = blank.end()
        self._run(at, end)

    def _run(self, start: int, end: int) -> None:
        if start < end:
            self._put_blank()
            self._linked += (end - start) * self._open.innermost.linked
            self.text.extend(self.source[start:end])
            self.starts.extend(range(start, end))
            self.ends.extend(range(start + 1, end + 1))

    def _put_blank(self) -> None:
        if self._blank is not None and len(self.text) > self._begin:
            self._put(" ", *self._blank)
        self._blank = None

    def _put(self, character: str, start: int, end: int) -> None:
        self.text.append(character)
        self.starts.append(start)
        self.ends.append(end)

    def _end_line(self) -> None:
        self._blank = None
        if len(self.text) == self._begin:
            return
        inner = self._open.innermost
        if inner.by_name:
            self.named += len(self.text) - self._begin
        role, level = self._open.role
        # A title may lead to its own page; every other line that is one link leads away from the article.
        signs = sum(not sign.isspace() for sign in self.text[self._begin :])
        is_link = self._linked > LINKED * signs and level != 1
        zone = "furniture" if is_link and inner.zone is None else inner.zone
        self.lines.append(Line(self._begin, len(self.text), role, zone, level))
        self._linked = 0
        for character in "\n\n":
            self._put(character, self.ends[-1], self.ends[-1])
        self._begin = len(self.text)
        if self._begin > TEXT_LIMIT:
            raise too_large()


def _title(page: _Page, source: str) -> str:
    """The first heading of the highest rank, else what the page calls itself."""
    first = next((line for line in page.lines if line.level == 1 and line.zone is None), None)
    return "".join(page.text[first.start : first.end])[:200] if first is not None else page_head.title(source)

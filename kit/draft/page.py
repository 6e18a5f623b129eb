"""The text of a saved page without its markup, each character with its place in the file; tolerant, and linear.

Nothing in a page is run, fetched or believed: scripts, styles and hidden parts are left out. What its own marks call
menu, box, comment or footer is kept, and marked as such.
"""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from kit.draft.article import TEXT_LIMIT, Extract, Line, Places, Role, Zone, too_large

TOKEN = re.compile(r"<!--|<!\[CDATA\[|</?[a-zA-Z][^\s/>]*|<[!?]|&(?:#x?[0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
TAG_END = re.compile(r"""(?:[^>"']|"[^"]*"|'[^']*')*>""")
ATTRIBUTE = re.compile(r"""(?i)([a-z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
BLANK = re.compile(r"[ \t\r\n\f]+")

LEFT_OUT = {"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "head", "textarea", "select"}
VOID = {"br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"}
INLINE = {
    *(
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
    ),
    *("samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "ins", "del", "big", "tt", "wbr", "img"),
}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
FURNITURE = {"nav", "footer", "aside", "form", "button", "figcaption", "dialog", "menu"}
WHOLE = {"html", "body", "main", "article"}
"""Elements whose names say nothing of a part: they hold everything."""

PART = re.compile(
    r"(?i)(?:^|[\s_-])(?:(?P<comments>comments?|commentlist|commentaires?|comentarios?|commenti|respond|disqus|replies)"
    r"|(?P<furniture>related|recommend\w*|newsletter|subscri\w*|signup|share|sharing|social|cookies?|consent|gdpr|footer"
    r"|sidebar|widget|promo\w*|advert\w*|ads?|banner|popup|modal|overlay|breadcrumbs?|menu|navbar|nav|tags|paywall|teaser"
    r"|author-bio|bio|read-?more|also|popular|trending|pagination|toolbar))(?=$|[\s_-])"
)
HIDDEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")

MOST_FURNITURE = 0.75
"""Share of the text above which class names are not believed: somebody called the whole page a widget."""


@dataclass(slots=True)
class _Open:
    """An element that has not been closed yet."""

    tag: str
    zone: Zone | None
    by_name: bool
    """Whether only a class or an id says so."""
    hidden: bool


def extract(source: str) -> Extract:
    """The text of the page `source`, a block a line."""
    found = _Page(source)
    found.run()
    if found.named > MOST_FURNITURE * max(1, len(found.text)):
        found = _Page(source, believes_names=False)
        found.run()
    return Extract(
        "".join(found.text),
        found.lines,
        Places(found.starts, found.ends),
        _title(found, source),
        _date(source),
        _language(source),
    )


class _Page:
    """One walk through the file."""

    def __init__(self, source: str, *, believes_names: bool = True) -> None:
        self.source = source
        self.believes_names = believes_names
        self.text: list[str] = []
        self.starts, self.ends = array("L"), array("L")
        self.lines: list[Line] = []
        self.named = 0
        self._open: list[_Open] = []
        self._counts: dict[str, int] = {}
        self._begin = 0
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

    def _start(self, tag: str, attributes: str) -> None:
        if tag not in INLINE:
            self._end_line()
        if tag in VOID:
            return
        named = {match[1].lower(): match[2] or match[3] or match[4] or "" for match in ATTRIBUTE.finditer(attributes)}
        zone, by_name = self._zone(tag, named)
        hidden = "hidden" in attributes.split() or bool(HIDDEN.search(named.get("style", "")))
        if len(self._open) > 2_000:  # nobody nests so deep who wants to be read
            return
        self._open.append(_Open(tag, zone, by_name, hidden))
        self._counts[tag] = self._counts.get(tag, 0) + 1

    def _zone(self, tag: str, named: dict[str, str]) -> tuple[Zone | None, bool]:
        if tag in ("pre", "code"):
            return "code", False
        if tag in FURNITURE or named.get("role") in ("navigation", "contentinfo", "complementary", "dialog"):
            return "furniture", False
        if not self.believes_names or tag in WHOLE or tag in HEADINGS:
            return None, False
        part = PART.search(f"{named.get('class', '')} {named.get('id', '')}"[:400])
        if part is None:
            return None, False
        return ("comments" if part["comments"] else "furniture"), True

    def _close(self, tag: str) -> None:
        if tag not in INLINE:
            self._end_line()
        if not self._counts.get(tag):
            return
        while self._open:
            last = self._open.pop()
            self._counts[last.tag] -= 1
            if last.tag == tag:
                return

    def _entity(self, token: re.Match[str]) -> None:
        said = html.unescape(token[0])
        if said == token[0] and len(said) > 1:
            self._words(token.start(), token.end())
            return
        if any(element.hidden for element in self._open):
            return
        if not said.isspace() or said == "\u00a0":
            self._put_blank()
            for character in said:
                self._put(character, token.start(), token.end())
        else:
            self._blank = (token.start(), token.end())

    def _words(self, start: int, end: int) -> None:
        """The words between two marks; white space is one blank, as a browser shows it."""
        if start >= end or (self._open and any(element.hidden for element in self._open)):
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
        zone, by_name = self._where()
        if by_name:
            self.named += len(self.text) - self._begin
        role, level = self._role()
        self.lines.append(Line(self._begin, len(self.text), role, zone, level))
        for character in "\n\n":
            self._put(character, self.ends[-1], self.ends[-1])
        self._begin = len(self.text)
        if self._begin > TEXT_LIMIT:
            raise too_large()

    def _where(self) -> tuple[Zone | None, bool]:
        for element in reversed(self._open):
            if element.zone == "code" and element.tag == "code":
                continue
            if element.zone is not None:
                return element.zone, element.by_name
        return None, False

    def _role(self) -> tuple[Role | None, int]:
        for element in reversed(self._open):
            if element.tag in HEADINGS:
                return "heading", HEADINGS[element.tag]
            if element.tag in ("dt", "summary"):
                return "heading", 4
            if element.tag == "li":
                return "item", 0
        return ("paragraph", 0) if self._counts.get("p") else (None, 0)


TITLE = re.compile(r"(?is)<title[^>]{0,200}>([^<]{1,400})</title")
META = re.compile(r"(?i)<meta\s[^>]{1,600}>")
LANGUAGE = re.compile(r"""(?i)<html[^>]{0,400}\slang\s*=\s*["']?([a-z]{2})""")


def _title(page: _Page, source: str) -> str:
    """The first heading of the highest rank, else what the page calls itself."""
    first = next((line for line in page.lines if line.level == 1 and line.zone is None), None)
    if first is not None:
        return "".join(page.text[first.start : first.end])[:200]
    named = TITLE.search(source, 0, 200_000)
    return re.split(r"\s[|–—·]\s", " ".join(html.unescape(named[1]).split()))[0][:200] if named is not None else ""


def _metas(source: str) -> Iterator[dict[str, str]]:
    for match in META.finditer(source, 0, 200_000):
        yield {name[1].lower(): name[2] or name[3] or name[4] or "" for name in ATTRIBUTE.finditer(match[0])}


def _date(source: str) -> str:
    """The day the page says it appeared, as the page writes it; only ISO dates are taken."""
    for meta in _metas(source):
        if (meta.get("property") or meta.get("name") or "").lower() in ("article:published_time", "date", "dc.date"):
            day = re.match(r"\d{4}-\d{2}(-\d{2})?", meta.get("content", ""))
            if day is not None:
                return day[0]
    return ""


def _language(source: str) -> str:
    found = LANGUAGE.search(source, 0, 20_000)
    return found[1].lower() if found is not None else ""

"""The elements of a saved page that are open at a place in it, and what they say of the words there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kit.draft.article import Role, Zone

ATTRIBUTE = re.compile(r"""(?i)([a-z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")

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

DEEPEST = 2_000
"""Elements inside one another; nobody nests so deep who wants to be read."""


def attributes(said: str) -> dict[str, str]:
    """The attributes of a tag by their names in small letters."""
    return {match[1].lower(): match[2] or match[3] or match[4] or "" for match in ATTRIBUTE.finditer(said)}


@dataclass(frozen=True, slots=True)
class Element:
    """An element that has not been closed yet, and what holds inside it, those around it included."""

    tag: str
    zone: Zone | None = None
    by_name: bool = False
    """Whether only a class or an id says so."""
    hidden: bool = False
    linked: bool = False
    """Whether a click on it leads away."""
    role: Role | None = None
    level: int = 0


PAGE = Element("")
"""What holds where no element says anything."""


class OpenElements:
    """The elements around a place, the innermost last; each question about them costs the same however deep it is."""

    def __init__(self, *, believes_names: bool) -> None:
        self.believes_names = believes_names
        self._open: list[Element] = []
        self._counts: dict[str, int] = {}

    @property
    def innermost(self) -> Element:
        """The last that was opened."""
        return self._open[-1] if self._open else PAGE

    @property
    def role(self) -> tuple[Role | None, int]:
        """What the words here are, and of a heading its level."""
        inner = self.innermost
        return (inner.role, inner.level) if inner.role else ("paragraph" if self._counts.get("p") else None, 0)

    def open(self, tag: str, said: str) -> None:
        """Go into an element; `said` is the inside of its tag."""
        if len(self._open) > DEEPEST:
            return
        around, named = self.innermost, attributes(said)
        zone, by_name = self._zone(tag, named)
        if zone is None:
            zone, by_name = around.zone, around.by_name
        hidden = around.hidden or "hidden" in said.split() or bool(HIDDEN.search(named.get("style", "")))
        linked = around.linked or (tag == "a" and "href" in named)
        role, level = _role(tag) or (around.role, around.level)
        self._open.append(Element(tag, zone, by_name, hidden, linked, role, level))
        self._counts[tag] = self._counts.get(tag, 0) + 1

    def close(self, tag: str) -> None:
        """Leave the element, and those inside it that nobody has closed; an end without a beginning ends nothing."""
        if not self._counts.get(tag):
            return
        while self._open:
            last = self._open.pop()
            self._counts[last.tag] -= 1
            if last.tag == tag:
                return

    def _zone(self, tag: str, named: dict[str, str]) -> tuple[Zone | None, bool]:
        if tag == "pre":
            return "code", False
        if tag == "code":  # a word of a sentence
            return None, False
        if tag in FURNITURE or named.get("role") in ("navigation", "contentinfo", "complementary", "dialog"):
            return "furniture", False
        if not self.believes_names or tag in WHOLE or tag in HEADINGS:
            return None, False
        part = PART.search(f"{named.get('class', '')} {named.get('id', '')}"[:400])
        if part is None:
            return None, False
        return ("comments" if part["comments"] else "furniture"), True


def _role(tag: str) -> tuple[Role, int] | None:
    if tag in HEADINGS:
        return "heading", HEADINGS[tag]
    if tag in ("dt", "summary"):
        return "heading", 4
    return ("item", 0) if tag == "li" else None

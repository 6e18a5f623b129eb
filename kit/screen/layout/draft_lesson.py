"""The lesson of a draft as rows: what would be written, and what of it nobody has confirmed yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.style import Style

from kit.draft.lesson_text import EXIT_TICKET
from kit.draft.propose import EXIT, OPENING, Draft, Item
from kit.screen.layout.draft_article import HERE, Page, hung, safe
from kit.screen.layout.rows import EMPTY, hang, wrap
from kit.words import LANGUAGE_NAMES, Words, words

LINE = "\N{BOX DRAWINGS LIGHT VERTICAL} "


def page(draft: Draft, current: int, titles: Mapping[str, str], width: int, tr: Words) -> Page:
    """The lesson in rows of at most `width` columns; `titles` names the protocols."""
    rows: list[Content] = [
        *_clicked(wrap(_guessed(draft.title, "bold $primary", "title" in draft.confirmed), width), "title")
    ]
    spoken = LANGUAGE_NAMES.get(draft.article.language, draft.article.language)
    minutes = tr.plural("{count} minute", "{count} minutes", draft.minutes)
    rows += wrap(_guessed(f"{spoken} · {minutes}", "", "minutes" in draft.confirmed), width)
    rows += [EMPTY, *_heading(tr("Questions"), width)]
    places: dict[int, tuple[int, int]] = {}
    accepted = draft.accepted
    if not accepted:
        rows += wrap(Content.styled(tr("None yet: a lesson needs one. Choose one and press a."), "bold"), width)
    for count, item in enumerate(accepted, 1):
        number = _number(draft, item)
        first = len(rows)
        rows += _question(draft, count, number, width, chosen=number == current)
        places[number] = (first, len(rows) - 1)
        for other in draft.leaning_on(item):
            follow_up, first = _number(draft, other), len(rows)
            rows += _follow_up(other, follow_up, width, chosen=follow_up == current)
            places[follow_up] = (first, len(rows) - 1)
        rows += [*_lines(item, number, width, tr), EMPTY]
    rows += _steps(draft, len(accepted), titles, width, tr)
    if accepted and (last := max(places)) == current:  # what comes after the last question is seen with it
        places[last] = (places[last][0], len(rows) - 1)
    return Page(rows, places)


def _steps(draft: Draft, count: int, titles: Mapping[str, str], width: int, tr: Words) -> list[Content]:
    """How the class talks: the opening with the first question, the protocol with the second, the exit ticket."""
    rows = [*_heading(tr("Steps"), width)]
    bullet = Content("· ")
    about = tr("question {number}", number=1)
    rows += hang(bullet, Content(f"{safe(titles.get(OPENING, OPENING))} ({about})"), width)
    if draft.protocol and draft.protocol != EXIT:
        about = tr("question {number}", number=2 if count > 1 else 1)
        text = f"{safe(titles.get(draft.protocol, draft.protocol))} ({about})"
        rows += _clicked(hang(bullet, _guessed(text, "bold", "protocol" in draft.confirmed), width), "protocol")
    asked = words(draft.article.language)(EXIT_TICKET)
    rows += hang(bullet, Content(tr("{name}: {value}", name=safe(titles.get(EXIT, EXIT)), value=asked)), width)
    return rows


def _question(draft: Draft, count: int, number: int, width: int, *, chosen: bool) -> list[Content]:
    item = draft.items[number]
    mark = HERE if chosen else " "
    head = Content.styled(f"{mark}{count}. ", "bold $on-primary on $primary" if chosen else "bold $accent")
    return _clicked(hang(head, _guessed(item.asks, "bold", item.confirmed), width), f"go({number})")


def _follow_up(item: Item, number: int, width: int, *, chosen: bool) -> list[Content]:
    style = "bold $on-primary on $primary" if chosen else ""
    head = Content.styled(f"  {HERE if chosen else ' '}+ ", style)
    return _clicked(hang(head, Content(safe(item.asks)), width), f"go({number})")


def _lines(item: Item, number: int, width: int, tr: Words) -> list[Content]:
    """What the class reads for a question, and whether the teacher chose it."""
    if not item.chosen:
        return _clicked(wrap(Content(f"    {tr('No lines: press l to choose some.')}"), width), f"lines({number})")
    rows: list[Content] = []
    for passage in item.chosen:
        rows += [Content(f"    {LINE}") + row for row in hung("· ", item.passages[passage].text, "", width - 6)]
    if not item.lines_confirmed:
        rows += [Content(f"    {LINE}") + row for row in wrap(_mark(), width - 6)]
    return _clicked(rows, f"lines({number})")


def _guessed(text: str, style: str, confirmed: bool) -> Content:
    said = Content.styled(safe(text).strip(), style)
    return said if confirmed else Content.assemble(said, " ", _mark())


def _mark() -> Content:
    """What Kit guessed is marked here as it is in the file."""
    return Content.styled("#\N{NO-BREAK SPACE}guessed", "$text-muted")


def _heading(text: str, width: int) -> list[Content]:
    return wrap(Content.styled(text, "bold $accent"), width)


def _clicked(rows: Sequence[Content], action: str) -> list[Content]:
    return [row.stylize(Style.from_meta({"@click": f"screen.{action}"})) for row in rows]


def _number(draft: Draft, item: Item) -> int:
    return next(number for number, other in enumerate(draft.items) if other is item)

"""The whole wall as rows: heading, pages and deck of one scene, for one size of terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from kit.lesson.plan import Plan
from kit.lesson.scene import Scene
from kit.screen.layout.deck import ClockFace, Deck, clock_rows, clock_width, deck
from kit.screen.layout.flow import Measure, units
from kit.screen.layout.frame import Frame
from kit.screen.layout.pages import Page, Unit, paginate
from kit.screen.layout.rows import EMPTY, ends, ours
from kit.words import Words, words

if TYPE_CHECKING:
    from kit.session.public import PublicState


@dataclass(frozen=True, slots=True)
class Sheet:
    """One scene laid out; `rows` draws any of its pages."""

    scene: Scene
    title: str
    plan: Plan
    index: int
    frame: Frame
    clock: int
    """Columns of the clock."""
    deck: Deck
    pages: tuple[Page, ...]

    @property
    def tr(self) -> Words:
        """The words of the lesson's language: what pupils read is in one language."""
        return words(self.scene.language)

    @property
    def page_rows(self) -> int:
        """Rows for a page."""
        return _page_rows(self.frame, self.deck)

    @property
    def clock_place(self) -> tuple[int, int, int, int]:
        """Where the clock stands: column, row, columns, rows."""
        top = self.frame.above + self.frame.top + self.page_rows + 1
        return self.frame.left + self.frame.width - self.clock, top, self.clock, self.frame.digits + 1

    def rows(self, page: int, face: ClockFace, note: Content | None = None) -> list[Content]:
        """Every row of the wall, from the top; `note` stands above the deck while a tool is open here."""
        shown = self.pages[page]
        body = [*shown.rows, *[EMPTY] * (self.page_rows - len(shown.rows))]
        if len(self.pages) == 1:
            free = self.page_rows - len(shown.rows)
            body = [*[EMPTY] * (free // 3), *body][: self.page_rows]
        used = [self._title(), self._strip(), *[EMPTY] * (self.frame.top - 2), *body, self._more(page, note)]
        used += self._deck(face)
        margin = Content(" " * self.frame.left)
        rows = [*[EMPTY] * self.frame.above, *(margin + row for row in used)]
        return [*rows, *[EMPTY] * (self.frame.rows - len(rows))][: self.frame.rows]

    def _title(self) -> Content:
        step = self.tr("Step {number} of {count}", number=self.index + 1, count=len(self.plan.steps))
        name = Content.assemble(ours(self.scene.title, "bold $primary"), ("   ", ""), ours(self.title, "$text-muted"))
        return ends(name, Content.styled(step, "bold"), self.frame.width)

    def _strip(self) -> Content:
        """The steps as a row of bars, as long as their minutes: heavy is done, a block is now, thin is to come."""
        count = len(self.plan.steps)
        room = self.frame.width - (count - 1)
        if room < count:
            return EMPTY
        total = sum(step.minutes for step in self.plan.steps) or count
        parts: list[Content] = []
        used = passed = 0
        for index, step in enumerate(self.plan.steps):
            passed += step.minutes or 1
            end = max(used + 1, min(round(room * passed / total), room - (count - 1 - index)))
            sign = "━" if index < self.index else "▄" if index == self.index else "─"
            colour = "$border" if index > self.index else "$primary"
            click = Style.from_meta({"@click": f"screen.go_to({index})"})
            parts.append(Content.styled(sign * (end - used), colour).stylize(click))
            used = end
        return Content(" ").join(parts)

    def _more(self, page: int, note: Content | None) -> Content:
        """The line above the deck; on it, how much of the text is still below or above."""
        parts = [] if note is None else [Content(" ") + note + Content(" ")]
        if page + 1 < len(self.pages):
            more = self.pages[page].more
            below = (
                self.tr.plural("{count} more line below", "{count} more lines below", more)
                if more
                else self.tr("more below")
            )
            on = Style.from_meta({"@click": "screen.next"})
            parts.append(Content.styled(f" ▼ {below} ", "bold $primary").stylize(on))
        if len(self.pages) > 1:
            place = self.tr("page {number} of {count}", number=page + 1, count=len(self.pages))
            parts.append(Content.styled(f" {place} ", "$text-muted"))
        line = Content("─").join(parts) if parts else EMPTY
        if line.cell_length + 3 > self.frame.width:
            line = parts[0].truncate(max(1, self.frame.width - 3))
        left = 3 if parts else 0
        rest = max(0, self.frame.width - line.cell_length - left)
        return Content.assemble(("─" * left, "$border"), line, ("─" * rest, "$border"))

    def _deck(self, face: ClockFace) -> list[Content]:
        click = Style.from_meta({"@click": "screen.toggle_clock"})
        clock = [self._right(row).stylize(click) for row in clock_rows(face, self.frame.digits, self.tr)]
        height = max(self.deck.height, len(clock))
        left = [*self.deck.rows, *[EMPTY] * (height - len(self.deck.rows))]
        right = [*clock, *[EMPTY] * (height - len(clock))]
        room = self.frame.width - self.clock
        return [text.pad_right(max(0, room - text.cell_length)) + time for text, time in zip(left, right, strict=True)]

    def _right(self, row: Content) -> Content:
        return row.pad_left(max(0, self.clock - row.cell_length))


def lay_out(
    scene: Scene,
    title: str,
    plan: Plan,
    index: int,
    frame: Frame,
    face: ClockFace,
    public: PublicState | None = None,
) -> Sheet:
    """Lay `scene` out for `frame`; step `index` of `plan` in the lesson called `title`.

    Where the public state says that a tool fills the wall, its units stand in the place of the step's.
    """
    tr = words(scene.language)
    clock = clock_width(face, frame.digits)
    lower = deck(scene, frame, clock, tr)
    measure = Measure(frame.width, frame.beside)
    rows = _page_rows(frame, lower)
    pages = paginate(_units(scene, measure, rows, lower, public, tr), rows)
    return Sheet(scene, title, plan, index, frame, clock, lower, pages)


def _page_rows(frame: Frame, lower: Deck) -> int:
    return max(1, frame.height - frame.top - 1 - lower.height - frame.bottom)


def _units(scene: Scene, measure: Measure, rows: int, lower: Deck, public: PublicState | None, tr: Words) -> list[Unit]:
    if public is not None and public.view != "step":
        from kit.screen.layout.views import view_units

        tool = view_units(public.view)
        if tool is not None:
            return tool(public, scene, measure, rows, tr)
    return units(scene, measure, task=not lower.holds_task)

"""A list of options that turns pages at any moment: Textual's own fails on one whose rows have not been painted yet."""

from __future__ import annotations

from textual.widgets import OptionList
from textual.widgets.option_list import Option


class Options(OptionList):
    """As Textual's, with pages counted in options of middling height; what cannot be chosen is passed over."""

    def __init__(self, *options: Option, id: str | None = None) -> None:
        super().__init__(*options, id=id, markup=False)

    def action_page_down(self) -> None:
        self._go_by(1)

    def action_page_up(self) -> None:
        self._go_by(-1)

    def _go_by(self, pages: int) -> None:
        """Highlight what is so many of this list's heights further on, or the nearest before it that can be chosen."""
        begin = self.highlighted
        if begin is None:
            self.action_first()
            return
        count = self.option_count
        a_page = max(1, self.size.height * count // max(count, self.virtual_size.height))
        wanted = max(0, min(begin + pages * a_page, count - 1))
        back = -1 if pages > 0 else 1
        there = (index for index in range(wanted, begin, back) if not self.get_option_at_index(index).disabled)
        self.highlighted = next(there, begin)

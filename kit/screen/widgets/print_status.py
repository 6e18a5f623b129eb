"""How far the printing is and where the files are, in a line that takes no room while there is nothing to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

if TYPE_CHECKING:
    from kit.screen.base import KitScreen
    from kit.screen.printing import PrintDesk


class PrintStatus(Static):
    """The state of a print desk."""

    DEFAULT_CSS = """
    PrintStatus {
        height: auto;
        max-height: 4;
        padding: 0 2;
        background: $surface;
        color: $foreground;
        display: none;
    }
    PrintStatus.-failed {
        color: $error;
        text-style: bold;
    }
    """
    ALLOW_SELECT = False
    auto_links = False

    def __init__(self, desk: PrintDesk) -> None:
        super().__init__(markup=False)
        self.desk = desk

    def on_mount(self) -> None:
        """Listen as long as the screen lives."""
        self.desk.listeners.append(self.show)
        self.show()

    def on_unmount(self) -> None:
        """The screen is gone."""
        self.desk.listeners.remove(self.show)

    def show(self) -> None:
        """Say how far it is now."""
        text = self.desk.status(cast("KitScreen", self.screen).tr)
        job = self.desk.job
        self.set_class(job is not None and job.failed, "-failed")
        self.display = bool(text)
        content = Content(text)
        if job is not None and job.paths:
            content = content.stylize(Style.from_meta({"@click": "screen.open_prints"}))
        self.update(content)

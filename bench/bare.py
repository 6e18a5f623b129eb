"""The yardstick on the terminal: a Textual application with one line of text, and nothing else."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One Static; the space bar changes its text."""

    BINDINGS = [("space", "change", "")]
    steps = 0

    def compose(self) -> ComposeResult:
        """The one line."""
        yield Static("YARDSTICK", id="line")

    def action_change(self) -> None:
        """Another text each time."""
        self.steps += 1
        self.query_one("#line", Static).update(f"CHANGED {self.steps}")


if __name__ == "__main__":
    Bare().run()

"""Which article a lesson is to be made of: a file, what is pasted, or what lies on the clipboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from textual import work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Paste
from textual.message import Message
from textual.widgets import Input, Static

from kit.draft.article import Article, UnreadableArticleError
from kit.draft.propose import Draft
from kit.lesson.library import Library
from kit.screen.dialogs import Dialog
from kit.screen.shelf import shown

PASTED = "article.txt"
"""What an article is called that came without a file."""

LONG = 300
"""Characters of a line that is no path."""


class PathLine(Input):
    """A line for a path; more than a path that is pasted into it is an article."""

    class Pasted(Message):
        """An article was pasted."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def on_paste(self, event: Paste) -> None:
        """A terminal pastes all lines at once; only a path is for this line."""
        text = event.text.strip()
        if len(text.splitlines()) > 1 or len(text) > LONG:
            event.prevent_default()
            event.stop()
            self.post_message(self.Pasted(event.text))


class ArticleDialog(Dialog[Draft]):
    """Asks for an article and reads it; what is no article is told at once, and the dialog stays."""

    CSS_PATH = ["dialogs.tcss", "note_dialog.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("ctrl+v", "clipboard", show=False, priority=True),
    ]
    AUTO_FOCUS = "#note"

    def compose(self) -> ComposeResult:
        tr = self.tr
        with Vertical(classes="dialog dialog-wide"):
            yield Static(Content(tr("A lesson from an article")), classes="dialog--title")
            yield Static(
                Content(
                    tr(
                        "Type the path of the file (.txt, .md, .html, .docx, .pdf) or drag it here. Or paste the text "
                        "of the article: it opens at once."
                    )
                ),
                classes="dialog--text",
            )
            yield PathLine(placeholder=tr("The article's file"), id="note", compact=True, select_on_focus=False)
            yield Static(id="answer", markup=False)
            yield Static(
                Content(tr("Enter opens the file · Ctrl+V takes what you have copied · Esc goes back")),
                classes="dialog--keys",
            )

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: the file at that path."""
        event.stop()
        if event.value.strip():
            self._open(lambda: _read(event.value))

    def on_path_line_pasted(self, message: PathLine.Pasted) -> None:
        """What was pasted is the article itself."""
        self._open(lambda: _article(message.text.encode()))

    def action_clipboard(self) -> None:
        """What was copied, however the terminal pastes."""
        from kit.draft.pasting import clipboard

        self._open(lambda: _article(clipboard()))

    @work(exclusive=True)
    async def _open(self, read: Callable[[], Article]) -> None:
        import asyncio

        self._say(Content(self.tr("Reading …")))
        try:
            draft = await asyncio.to_thread(_drafted, read)
        except UnreadableArticleError as error:
            self._wrong(self.tr(error.message.text, **error.message.values))
        except FileNotFoundError as error:
            self._wrong(self.tr("There is no file “{path}”.", path=shown(str(error.filename))))
        except IsADirectoryError as error:
            self._wrong(self.tr("“{path}” is a folder; name the article itself.", path=shown(str(error.filename))))
        except OSError as error:
            path, reason = shown(str(error.filename)), str(error.strerror)
            self._wrong(self.tr("{path} cannot be read: {reason}.", path=path, reason=reason))
        else:
            self.dismiss(draft)

    def _wrong(self, sentence: str) -> None:
        self._say(Content.styled(f"▲ {sentence}", "bold $error"))

    def _say(self, words: Content) -> None:
        self.query_one("#answer", Static).update(words)


def draft_from_article(app: App[int], library: Library, back: Callable[[Path | None], None]) -> None:
    """Ask for an article and open its draft, to be written into the folder of `library`; `back` is told where."""

    def opened(draft: Draft | None) -> None:
        from kit.screen.drafting import DraftScreen

        if draft is not None:
            app.push_screen(DraftScreen(draft, library, back=back))

    app.push_screen(ArticleDialog(), opened)


def _drafted(read: Callable[[], Article]) -> Draft:
    from kit.draft.proposal import proposal

    return proposal(read())


def _article(data: bytes) -> Article:
    from kit.draft.article import read_article

    return read_article(data, PASTED)


def _read(typed: str) -> Article:
    from kit.draft.article import read_file

    return read_file(path_of(typed))


def path_of(typed: str) -> Path:
    """The path somebody typed, or dragged here: terminals put it in quotation marks, or a sign before each blank."""
    text = typed.strip()
    if text.startswith("file://"):
        return Path(unquote(urlsplit(text).path))
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return Path(text[1:-1]).expanduser()
    path = Path(text).expanduser()
    return path if path.exists() else Path(re.sub(r"\\(?=[^\w\\])", "", text)).expanduser()
